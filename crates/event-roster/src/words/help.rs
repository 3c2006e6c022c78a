//! Help pages.

pub(crate) use super::topics::*;

pustaka_cli::words! {
    about {
        id: "Menjalankan acara: pendaftaran, daftar tunggu, kehadiran, sertifikat, dan hasilnya.",
        en: "Runs events: registration, waiting list, attendance, certificates, and what they brought.",
    }
    example_add { id: "Acara baru dengan 40 tempat.", en: "A new event with 40 places." }
    example_import { id: "Peserta dari Google Forms.", en: "People from Google Forms." }
    example_check_in { id: "Kehadiran dari pemindai: satu baris satu kode.", en: "Attendance from a scanner: a line is a code." }

    event { id: "Acara: kunci, nomor, atau awal kuncinya", en: "The event: its key, its number, or how its key begins" }
    event_value { id: "ACARA", en: "EVENT" }
    text_value { id: "TEKS", en: "TEXT" }
    title_value { id: "JUDUL", en: "TITLE" }
    key_value { id: "KUNCI", en: "KEY" }
    kind_value { id: "JENIS", en: "KIND" }
    when_value { id: "HARI-DAN-JAM", en: "WHEN" }
    moment_value { id: "SAAT", en: "MOMENT" }
    day_value { id: "HARI", en: "DAY" }
    percent_value { id: "PERSEN", en: "PERCENT" }
    code_value { id: "KODE", en: "CODE" }
    card_value { id: "KARTU", en: "CARD" }
    file_value { id: "BERKAS", en: "FILE" }
    map_value { id: "ISI=JUDUL-KOLOM", en: "FIELD=HEADER" }
    sign_value { id: "TANDA", en: "SIGN" }
    name_value { id: "NAMA", en: "NAME" }
    mark_value { id: "NILAI", en: "MARK" }

    add { id: "Menambah acara", en: "Adds an event" }
    title { id: "Judul acara", en: "The title of the event" }
    key { id: "Kunci untuk mengetik acara ini; bawaannya dari judul", en: "The key by which the event is typed; made from the title by default" }
    kind { id: "Jenis acara", en: "What kind of event" }
    session { id: "Hari dan jam: '2026-11-28 09:00-12:00'; berulang untuk beberapa sesi", en: "Day and hours: '2026-11-28 09:00-12:00'; repeats for several sessions" }
    add_session { id: "Tambah satu sesi; boleh berulang", en: "Adds a session; repeats" }
    place { id: "Tempat", en: "Where it is held" }
    speaker { id: "Pembicara atau pemandu", en: "Who speaks or leads" }
    partner { id: "Mitra", en: "With whom the library holds it" }
    audience { id: "Untuk siapa", en: "For whom" }
    about_event { id: "Keterangan untuk kalender", en: "A few sentences for the calendar" }
    capacity { id: "Paling banyak berapa orang; `none` tanpa batas", en: "At most so many heads; `none` for no bound" }
    opens { id: "Pendaftaran dibuka sejak", en: "Registration opens" }
    closes { id: "Pendaftaran ditutup setelah", en: "Registration closes after" }
    age_min { id: "Umur paling muda pada hari pertama", en: "Lowest age on the first day" }
    age_max { id: "Umur paling tua pada hari pertama", en: "Highest age on the first day" }
    share { id: "Kehadiran untuk sertifikat dalam persen sesi; `none` tanpa sertifikat; bawaannya 75", en: "Attendance for a certificate, in percent of the sessions; `none` for no certificates; 75 by default" }
    cost { id: "Biaya acara dalam rupiah", en: "What the event costs, in rupiah" }
    edit { id: "Mengubah keterangan acara; tempat tambahan diberikan kepada yang menunggu", en: "Changes an event; more room goes to those who wait" }
    move_event { id: "Memindahkan acara, atau satu sesinya, ke hari atau jam lain", en: "Moves an event, or one session of it, to another day or hour" }
    move_when { id: "Hari dan jam yang baru; hari saja mempertahankan jamnya", en: "The new day and hours; a day alone keeps the hours" }
    session_number { id: "Nomor sesi", en: "The number of the session" }
    cancel { id: "Membatalkan pendaftaran menurut kodenya, atau tanpa kode seluruh acara", en: "Cancels registrations by their codes, or without codes the whole event" }
    cancel_codes { id: "Kode pendaftaran atau kartu anggota", en: "Codes of registrations, or members' cards" }
    cancel_reason { id: "Mengapa acara dibatalkan", en: "Why the event is cancelled" }

    list { id: "Menampilkan acara yang akan datang", en: "Lists the events to come" }
    list_from { id: "Yang dimulai sejak hari ini", en: "Those that begin from this day on" }
    list_to { id: "Yang dimulai sampai hari ini", en: "Those that begin up to this day" }
    list_to_fill { id: "Hanya yang masih ada tempat, atau yang ditunggu orang", en: "Only those with places left, or for which people wait" }
    list_all { id: "Juga yang sudah selesai", en: "Past ones too" }
    show { id: "Menampilkan satu acara dan pesertanya", en: "Shows an event and its people" }
    contacts { id: "Dengan telepon dan surel", en: "With telephone and mail" }
    needs { id: "Kebutuhan khusus peserta, untuk yang menyiapkan ruangan", en: "What people need to take part, for those who prepare the room" }

    register { id: "Mendaftarkan anggota, orang lain, atau rombongan", en: "Registers a member, somebody else, or a group" }
    card { id: "Kartu anggota", en: "A member's card" }
    name { id: "Nama orang atau rombongan", en: "Name of the person or group" }
    phone { id: "Nomor telepon", en: "Telephone number" }
    email { id: "Alamat surel", en: "Mail address" }
    contact_of { id: "Pemilik telepon dan surel itu, jika bukan pesertanya (orang tua, pembayar)", en: "Whose telephone and mail these are, if not the person's own (a parent, a payer)" }
    born { id: "Tanggal atau tahun lahir", en: "Birth date or year" }
    sex { id: "Jenis kelamin: P atau L", en: "Sex: F or M" }
    district { id: "Kecamatan", en: "District" }
    institution { id: "Sekolah, instansi, komunitas", en: "School, employer, community" }
    heads { id: "Rombongan: berapa orang", en: "A group: how many heads" }
    needs_option { id: "Kebutuhan khusus; hanya tampil di `needs`", en: "What the person needs to take part; shown by `needs` only" }
    remark { id: "Catatan", en: "A remark" }
    walk_in { id: "Datang langsung: didaftar dan dicatat hadir", en: "At the door: registered and checked in at once" }
    overrides { id: "Lewati alasan ini; dengan --note", en: "Pass over this reason; with --note" }
    note { id: "Mengapa dilewati; dicatat di jurnal", en: "Why it is passed over; kept in the journal" }

    import { id: "Mendaftarkan orang dari berkas: Google Forms, Bevy, Eventbrite, atau daftar nama", en: "Registers people out of a file: Google Forms, Bevy, Eventbrite, or any list of names" }
    list_file { id: "Berkas CSV atau Excel; `-` untuk masukan standar", en: "A CSV or Excel file; `-` is standard input" }
    on_error { id: "Jika ada baris yang salah: jangan simpan apa pun (stop), atau simpan yang baik (skip)", en: "When rows can't be taken: store nothing (stop), or store the others (skip)" }
    map { id: "Kolom mana berisi apa: --map 'name=Nama siswa'; boleh berulang", en: "Which column holds what: --map 'name=Nama siswa'; repeats" }
    delimiter { id: "Pemisah sel: `,` `;` `|` atau tab", en: "What separates cells: `,` `;` `|` or tab" }
    encoding { id: "Penyandian teks: utf-8, windows-1252, …", en: "Encoding of the text: utf-8, windows-1252, …" }
    sheet { id: "Lembar buku kerja yang dibaca", en: "Which sheet of a workbook" }

    check_in { id: "Mencatat kehadiran menurut kode", en: "Checks people in by their codes" }
    codes { id: "Kode pendaftaran atau kartu anggota; `-` membaca satu kode per baris", en: "Codes of registrations or members' cards; `-` reads a code a line" }
    heads_came { id: "Berapa orang dari rombongan yang hadir", en: "How many of a group came" }
    undo { id: "Hapus kehadiran yang salah dicatat", en: "Takes check-ins back" }
    roster { id: "Daftar hadir untuk dicetak (HTML)", en: "The attendance list for printing (HTML)" }
    by_number { id: "Urut menurut nomor, bukan nama", en: "In the order of numbers, not of names" }
    badges { id: "Tanda nama dengan kode QR untuk dicetak (HTML)", en: "Name badges with QR codes for printing (HTML)" }
    calendar { id: "Berkas kalender (.ics) satu acara atau semuanya", en: "A calendar file (.ics) of one event or all" }
    calendar_event { id: "Hanya acara ini", en: "Only this event" }
    certificates { id: "Menerbitkan sertifikat bagi yang cukup hadir; dengan -o BERKAS.html untuk dicetak", en: "Issues certificates to those who attended enough; with -o FILE.html for printing" }
    signer { id: "Nama penanda tangan", en: "Who signs" }
    office { id: "Jabatan penanda tangan", en: "In which office" }
    verify { id: "Memeriksa keaslian sertifikat", en: "Says whether a certificate is genuine" }
    verify_code { id: "Kode pada sertifikat", en: "The code on the certificate" }

    results { id: "Hasil tes sebelum dan sesudah; nilai masuk dengan --import atau --mark", en: "Results of tests before and after; marks go in with --import or --mark" }
    marks_file { id: "Berkas nilai: kode, sebelum, sesudah", en: "A file of marks: code, before, after" }
    mark { id: "Nilai satu peserta, menurut kodenya", en: "The marks of one person, by code" }
    before { id: "Nilai sebelum", en: "The mark before" }
    after { id: "Nilai sesudah", en: "The mark after" }
    feedback { id: "Umpan balik: tiga pertanyaan, tanpa nama; -o BERKAS.csv untuk survey-tally", en: "Feedback: three questions, without names; -o FILE.csv for survey-tally" }
    answers_file { id: "Berkas jawaban", en: "A file of answers" }
    usefulness { id: "Apakah acara ini bermanfaat? 1 sampai 4", en: "Was it useful? 1 to 4" }
    conduct { id: "Bagaimana penyelenggaraannya? 1 sampai 4", en: "Was it held well? 1 to 4" }
    comment { id: "Apa yang perlu diperbaiki?", en: "What should be better?" }
    notices { id: "Siapa yang perlu dikabari, dan tentang apa", en: "Who is to be told, and of what" }
    notices_event { id: "Hanya acara ini saja", en: "Of this event only" }
    notices_all { id: "Juga yang sudah dikabari", en: "Those that were told too" }
    notices_done { id: "Catat bahwa semuanya sudah dikabari", en: "Note that all of these were told" }
    report { id: "Laporan acara untuk satu masa", en: "What the events of a period brought" }
    report_from { id: "Hari pertama", en: "The first day" }
    report_to { id: "Hari terakhir", en: "The last day" }
}
