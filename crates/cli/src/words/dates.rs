//! Why a typed date can't be used, and dates as they are written out.

crate::words! {
    bad(typed, option) { id: "`{typed}` untuk {option} bukan tanggal.", en: "`{typed}` for {option} is not a date." }
    forms {
        id: "Tanggal ditulis 2026-11-20, 20/11/2026, 20-11-2026, hari-ini, besok, kemarin, atau +7 (hari dari sekarang).",
        en: "A date is written 2026-11-20, 20/11/2026, 20-11-2026, today, tomorrow, yesterday, or +7 (days from now).",
    }
    four_digits {
        id: "Tahun ditulis dengan empat angka.",
        en: "The year is written with four digits.",
    }
    year_range { id: "Tahunnya harus dari 1000 sampai 9999.", en: "The year must be from 1000 to 9999." }
    no_month(month) { id: "Tidak ada bulan ke-{month}.", en: "There is no month {month}." }
    no_day(month, year, days) {
        id: "Bulan {month} tahun {year} hanya {days} hari.",
        en: "Month {month} of {year} has only {days} days.",
    }
    day_zero { id: "Tanggal dimulai dari 1.", en: "Days begin at 1." }
    too_far { id: "Paling jauh 36500 hari dari sekarang.", en: "At most 36500 days from now." }
    bad_time {
        id: "Jam ditulis 10:15, dari 00:00 sampai 23:59.",
        en: "The time is written 10:15, from 00:00 to 23:59.",
    }

    weekdays {
        id: "Senin Selasa Rabu Kamis Jumat Sabtu Minggu",
        en: "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    }
    months {
        id: "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
        en: "January February March April May June July August September October November December",
    }
}
