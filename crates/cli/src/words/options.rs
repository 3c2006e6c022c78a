//! Help pages: headings and the shared options.

crate::words! {
    usage { id: "Pemakaian:", en: "Usage:" }
    usage_options { id: "[OPSI]", en: "[OPTIONS]" }
    command_value { id: "PERINTAH", en: "COMMAND" }
    commands { id: "Perintah", en: "Commands" }
    arguments { id: "Argumen", en: "Arguments" }
    options { id: "Opsi", en: "Options" }
    shared_options { id: "Opsi bersama semua alat", en: "Options shared by all tools" }
    examples { id: "Contoh:", en: "Examples:" }
    possible(values) { id: "[pilihan: {values}]", en: "[choices: {values}]" }
    default(value) { id: "[bawaan: {value}]", en: "[default: {value}]" }
    environment(name) { id: "[lingkungan: {name}]", en: "[environment: {name}]" }
    more_about(tool) {
        id: "Opsi bersama (--db, --format, -o, …): `{tool} --help`.",
        en: "Shared options (--db, --format, -o, …): `{tool} --help`.",
    }
    long_texts(tool, topics) {
        id: "Penjelasan panjang: `{tool} help TOPIK`, dengan TOPIK: {topics}.",
        en: "Long texts: `{tool} help TOPIC`, where TOPIC is one of: {topics}.",
    }

    file { id: "BERKAS", en: "FILE" }
    format_value { id: "FORMAT", en: "FORMAT" }
    lang_value { id: "BAHASA", en: "LANG" }
    code { id: "KODE", en: "CODE" }
    moment { id: "SAAT", en: "MOMENT" }
    when { id: "KAPAN", en: "WHEN" }
    topic { id: "TOPIK", en: "TOPIC" }

    db { id: "Berkas perpustakaan", en: "The library file" }
    format { id: "Bentuk hasil", en: "The form of the result" }
    output {
        id: "Tulis hasil ke berkas ini; bentuknya menurut akhiran (.json .csv .xlsx)",
        en: "Write the result to this file; its form follows the ending (.json .csv .xlsx)",
    }
    force { id: "Timpa berkas hasil yang sudah ada", en: "Replace an output file that exists" }
    excel {
        id: "CSV untuk Excel: pemisah `;`, desimal koma, nol di depan terjaga",
        en: "CSV for Excel: `;` between cells, leading zeros kept",
    }
    lang { id: "Bahasa kata-kata", en: "Language of the words" }
    staff { id: "Siapa yang bekerja; tercatat di jurnal", en: "Who acts; kept in the journal" }
    staff_default { id: "nama login", en: "login name" }
    lang_default { id: "bahasa sistem, atau id", en: "the system's, else id" }
    at {
        id: "Bekerja seolah pada saat ini: 2026-11-20, 2026-11-20T10:15, kemarin; tidak boleh di masa depan",
        en: "Act as of then: 2026-11-20, 2026-11-20T10:15, yesterday; never in the future",
    }
    dry_run {
        id: "Kerjakan semuanya kecuali menyimpan; tunjukkan apa yang akan berubah",
        en: "Do everything but store; show what would change",
    }
    quiet { id: "Hanya kesalahan dan peringatan", en: "Errors and warnings only" }
    verbose { id: "Lebih banyak keterangan, juga tanpa terminal", en: "Say more, also without a terminal" }
    color { id: "Warna di terminal", en: "Colours on the terminal" }
    yes { id: "Jawab ya untuk setiap pertanyaan", en: "Answer yes to every question" }
    help { id: "Tampilkan bantuan", en: "Show this help" }
    version { id: "Tampilkan versi", en: "Show the version" }
    help_command {
        id: "Penjelasan panjang tentang satu topik atau perintah",
        en: "The long text about a topic or a command",
    }
    help_topic { id: "Topik atau perintah; tanpa ini, daftarnya", en: "Topic or command; without it, their list" }
    topics_heading { id: "Topik:", en: "Topics:" }
}
