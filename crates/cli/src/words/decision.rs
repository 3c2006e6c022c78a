//! What each step of a decision means, and the days of the week.

crate::words! {
    // Until when.
    loaned(day) { id: "Dipinjam {day}.", en: "Lent on {day}." }
    renewed(day) { id: "Diperpanjang, dihitung dari {day}.", en: "Renewed, counted from {day}." }
    renewed_from_due(day) {
        id: "Diperpanjang, dihitung dari batas kembali {day}.",
        en: "Renewed, counted from the due date {day}.",
    }
    decided(day) { id: "Batas kembali semula {day}.", en: "The due date was {day}." }
    days(count) { id: "Lama pinjam {count} hari.", en: "The loan is for {count} days." }
    same_day { id: "Dibaca di tempat: kembali hari itu juga.", en: "Read in the library: back on the same day." }
    open_days(count) {
        id: "Lama pinjam {count} hari buka; hari tutup tidak dihitung.",
        en: "The loan is for {count} open days; closed days are not counted.",
    }
    counted(day) { id: "Itu sampai {day}.", en: "That is until {day}." }
    closed_weekly(weekday, day) {
        id: "{weekday} {day}: perpustakaan tutup setiap {weekday}.",
        en: "{weekday} {day}: the library is closed every {weekday}.",
    }
    closed_holiday(name) { id: "Hari libur: {name}.", en: "A holiday: {name}." }
    closed_closure(reason) { id: "Perpustakaan tutup: {reason}.", en: "The library is closed: {reason}." }
    pushed(day) { id: "Digeser ke hari buka berikutnya: {day}.", en: "Forward to the next open day: {day}." }
    pushed_weeks(day) {
        id: "Digeser per minggu ke hari buka: {day}.",
        en: "Forward by whole weeks to an open day: {day}.",
    }
    cut_to_expiry(day) {
        id: "Keanggotaan berakhir, jadi paling lambat {day}.",
        en: "The membership ends, so {day} at the latest.",
    }
    walked_back(day) {
        id: "Mundur ke hari buka sebelumnya: {day}.",
        en: "Back to the open day before: {day}.",
    }
    kept(day) {
        id: "Perpanjangan tidak pernah memendekkan: tetap {day}.",
        en: "A renewal never shortens: it stays {day}.",
    }

    // What lateness costs.
    on_time(day) { id: "Tepat waktu: batas kembali {day}.", en: "On time: it was due on {day}." }
    late_open_days(count) {
        id: "Terlambat {count} hari buka; hari tutup tidak dihitung.",
        en: "{count} open days late; closed days are not counted.",
    }
    late_days(count) { id: "Terlambat {count} hari.", en: "{count} days late." }
    within_grace(count) {
        id: "Masih dalam kelonggaran {count} hari: bebas.",
        en: "Within the grace of {count} days: free.",
    }
    grace_counted(count) {
        id: "Kelonggaran sudah lewat: {count} hari dihitung semuanya.",
        en: "The grace is over: all {count} days count.",
    }
    grace_deducted(count) {
        id: "Kelonggaran dipotong: {count} hari dihitung.",
        en: "The grace is taken off: {count} days count.",
    }
    rate_per_day(amount) { id: "Denda {amount} per hari.", en: "The fine is {amount} a day." }
    rate_per_period(amount) { id: "Denda {amount} per periode.", en: "The fine is {amount} a period." }
    period_days(count) { id: "Satu periode {count} hari.", en: "A period is {count} days." }
    periods(count) { id: "Dihitung {count} periode.", en: "{count} periods are charged." }
    fine(amount) { id: "Denda seluruhnya {amount}.", en: "The fine comes to {amount}." }
    fine_cap(amount) { id: "Dibatasi aturan: paling banyak {amount}.", en: "The rule's bound holds it at {amount}." }
    price_cap(amount) {
        id: "Dibatasi harga buku: paling banyak {amount}.",
        en: "The copy's price holds it at {amount}.",
    }
    suspended_days(count) { id: "Tidak dapat meminjam {count} hari.", en: "{count} days without loans." }
    suspend_max(count) { id: "Paling lama {count} hari.", en: "At most {count} days." }
    suspended_until(day) { id: "Sampai {day}.", en: "Until {day}." }

    other(code, value) { id: "{code}: {value}.", en: "{code}: {value}." }

    monday { id: "Senin", en: "Monday" }
    tuesday { id: "Selasa", en: "Tuesday" }
    wednesday { id: "Rabu", en: "Wednesday" }
    thursday { id: "Kamis", en: "Thursday" }
    friday { id: "Jumat", en: "Friday" }
    saturday { id: "Sabtu", en: "Saturday" }
    sunday { id: "Minggu", en: "Sunday" }
}
