//! The words of `library-db calendar`.

pustaka_cli::words! {
    about { id: "Kalender buka: hari libur, penutupan, buka khusus", en: "The opening calendar: holidays, closures, openings" }
    long {
        id: "Buka khusus mengalahkan penutupan dan hari libur, keduanya mengalahkan aturan mingguan. Hari libur nasional \
             dan cuti bersama berasal dari daftar, tidak pernah dihitung; apakah perpustakaan tutup pada cuti bersama \
             ditentukan `library-db settings calendar.joint-leave-closes`.\n\n\
             Perubahan yang dicatat setelah buku dipinjam menunjukkan batas kembali, pesanan siap ambil, dan denda yang \
             terkena. Dengan `--apply` semuanya ikut diubah sekaligus; diulang lagi, tidak ada yang berubah lagi, dan bila \
             penutupannya dihapus, semuanya kembali.",
        en: "An opening beats closures and holidays, and both beat the weekly rule. National holidays and joint leave come \
             from lists and are never computed; whether the library is closed on joint leave is the setting \
             `library-db settings calendar.joint-leave-closes`.\n\n\
             A change that is entered after loans were made shows which due dates, ready holds and fines it touches. \
             With `--apply` they change too, all at once; a second run changes nothing more, and when the closure is \
             taken out, they go back.",
    }
    example_show { id: "Hari tutup dan buka khusus mulai hari ini.", en: "Closed days and openings from today on." }
    example_close {
        id: "Menutup perpustakaan dan menggeser batas kembali yang terkena.",
        en: "Closes the library and moves the due dates that it touches.",
    }
    example_import {
        id: "Memasukkan hari libur nasional tahun baru.",
        en: "Brings in the national holidays of a new year.",
    }

    day_value { id: "TANGGAL", en: "DAY" }
    last_value { id: "SAMPAI", en: "TO" }
    weekday_value { id: "HARI", en: "WEEKDAY" }
    reason_value { id: "ALASAN", en: "REASON" }
    what_value { id: "JENIS", en: "KIND" }
    file_value { id: "BERKAS", en: "FILE" }

    show_about { id: "Lihat kalender, atau satu hari", en: "Show the calendar, or one day" }
    show_day_help { id: "Apakah buka pada hari ini; tanpa ini, semua catatan", en: "Is it open on this day; without it, all that is recorded" }
    show_from_help { id: "Mulai tanggal ini (bawaan: hari ini)", en: "From this day on (default: today)" }
    show_to_help { id: "Sampai tanggal ini", en: "Up to this day" }
    close_about { id: "Tutup perpustakaan pada suatu hari atau masa", en: "Close the library for a day or longer" }
    close_first_help { id: "Hari tutup pertama", en: "First closed day" }
    close_last_help { id: "Hari tutup terakhir (bawaan: hari yang sama)", en: "Last closed day (default: the same day)" }
    open_about { id: "Buka khusus, apa pun kata kalender", en: "Open on a day, whatever else the calendar says" }
    open_day_help { id: "Hari bukanya", en: "The day" }
    reason_help { id: "Alasannya, seperti akan dibaca orang", en: "Why, as people will read it" }
    weekly_about { id: "Hari tutup setiap minggu", en: "The days that are closed every week" }
    weekly_help {
        id: "Semua hari tutupnya: `minggu`, `senin minggu`, atau `tidak-ada`; tanpa ini, ditunjukkan",
        en: "All closed days: `sunday`, `monday sunday`, or `none`; without it, they are shown",
    }
    remove_about { id: "Hapus penutupan, buka khusus, atau hari libur", en: "Take out a closure, an opening or a holiday" }
    remove_first_help { id: "Harinya, atau hari pertama penutupan", en: "The day, or a closure's first day" }
    remove_last_help { id: "Hari terakhir penutupan yang dimaksud", en: "Last day of the closure that is meant" }
    remove_what_help { id: "Hanya jenis catatan ini", en: "Only this kind of thing" }
    import_about { id: "Masukkan hari libur nasional", en: "Bring in national holidays" }
    import_file_help {
        id: "CSV berkolom date, kind (libur atau cuti_bersama), name; tanpa ini, daftar bawaan program",
        en: "CSV with the columns date, kind (libur or cuti_bersama), name; without it, the list of the program",
    }
    replace_help {
        id: "Hapus hari libur lain pada tahun-tahun yang sama",
        en: "Take out other holidays of the same years",
    }
    apply_help {
        id: "Geser juga batas kembali dan pesanan, dan batalkan denda hari tutup",
        en: "Also move due dates and holds, and reverse the fines of closed days",
    }

    first { id: "Mulai", en: "From" }
    last { id: "Sampai", en: "To" }
    weekday { id: "Hari", en: "Weekday" }
    kind { id: "Jenis", en: "Kind" }
    open { id: "Buka", en: "Open" }
    name { id: "Keterangan", en: "Name" }
    closure { id: "penutupan", en: "closure" }
    opening { id: "buka khusus", en: "opening" }
    holiday { id: "libur nasional", en: "holiday" }
    joint_leave { id: "cuti bersama", en: "joint leave" }
    never_closed { id: "Perpustakaan buka setiap hari dalam seminggu.", en: "The library is open every day of the week." }
    closed_every(days) { id: "Tutup setiap {days}.", en: "Closed every {days}." }
    is_open(day) { id: "{day}: buka.", en: "{day}: open." }
    is_open_for(day, reason) { id: "{day}: buka khusus ({reason}).", en: "{day}: open by exception ({reason})." }
    is_closed_weekly(day) { id: "{day}: tutup, seperti setiap minggu.", en: "{day}: closed, as every week." }
    is_closed_for(day, reason) { id: "{day}: tutup ({reason}).", en: "{day}: closed ({reason})." }
    next_open(day) { id: "Buka lagi {day}.", en: "Open again on {day}." }

    known_until(year) {
        id: "Hari libur nasional diketahui sampai tahun {year}.",
        en: "National holidays are known up to {year}.",
    }
    none_known {
        id: "Hari libur nasional mulai hari itu belum diketahui; masukkan dengan `library-db calendar import BERKAS`.",
        en: "National holidays from that day on are not known; bring them in with `library-db calendar import FILE`.",
    }
    weekday_unknown(typed) { id: "`{typed}` bukan nama hari.", en: "`{typed}` is not a day of the week." }
    weekday_hint { id: "tulis namanya, misalnya `minggu`, atau nomornya: 1 adalah Senin", en: "write its name, `sunday` for one, or its number: 1 is Monday" }
    did_you_mean(name) { id: "mungkin maksud Anda `{name}`?", en: "did you mean `{name}`?" }

    closed_on(day, reason) { id: "Perpustakaan tutup {day}: {reason}.", en: "The library is closed on {day}: {reason}." }
    closed(first, last, reason) {
        id: "Perpustakaan tutup {first} sampai {last}: {reason}.",
        en: "The library is closed {first} to {last}: {reason}.",
    }
    opened(day, reason) { id: "Perpustakaan buka {day}: {reason}.", en: "The library is open on {day}: {reason}." }
    removed(day) { id: "Catatan untuk {day} dihapus.", en: "What was recorded for {day} is taken out." }
    imported(days, years) {
        id: "Hari libur dan cuti bersama: {days}, tahun {years}.",
        en: "Holidays and joint leave: {days}, years {years}.",
    }
    nothing_stored { id: "Belum ada yang disimpan.", en: "Nothing is stored yet." }
    unchanged { id: "Kalendernya sudah begitu.", en: "The calendar is so already." }
    touches_nothing {
        id: "Tidak ada batas kembali, pesanan, atau denda yang terkena.",
        en: "It touches no due date, hold or fine.",
    }
    touches(loans, holds, fines) {
        id: "Terkena: {loans} batas kembali, {holds} pesanan siap ambil, {fines} denda.",
        en: "It touches {loans} due dates, {holds} ready holds and {fines} fines.",
    }
    moved(loans, holds, fines) {
        id: "Diubah: {loans} batas kembali, {holds} pesanan siap ambil, {fines} denda.",
        en: "{loans} due dates, {holds} ready holds and {fines} fines were changed.",
    }
    not_moved {
        id: "Batas kembali, pesanan, dan denda belum diubah; jalankan lagi dengan `--apply`.",
        en: "Due dates, holds and fines are not changed yet; run it again with `--apply`.",
    }

    item { id: "Eksemplar", en: "Copy" }
    member { id: "Anggota", en: "Member" }
    from { id: "Semula", en: "Before" }
    to { id: "Menjadi", en: "After" }
    loans_title { id: "Batas kembali", en: "Due dates" }
    holds_title { id: "Pesanan siap ambil, disimpan sampai", en: "Ready holds, kept until" }
    fines_title { id: "Denda", en: "Fines" }

    bad_day(found) { id: "`{found}` bukan tanggal.", en: "`{found}` is not a date." }
    no_day { id: "Tanggalnya kosong.", en: "The date is empty." }
    bad_kind(found) {
        id: "`{found}` bukan jenis hari libur: libur atau cuti_bersama.",
        en: "`{found}` is no kind of holiday: libur or cuti_bersama.",
    }
    bad_name { id: "Namanya kosong atau terlalu panjang.", en: "The name is empty or too long." }
    day_twice(day) { id: "{day} ada dua kali.", en: "{day} is there twice." }
    no_days(file) { id: "{file}: tidak ada hari libur di dalamnya.", en: "{file}: there are no holidays in it." }
}
