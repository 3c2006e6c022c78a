//! The help pages.

pustaka_cli::words! {
    about {
        id: "Survei kepuasan masyarakat: dari jawaban formulir sampai IKM, lampiran, poster, dan tindak lanjut.",
        en: "Satisfaction surveys: from the answers of a form to the IKM, its annex, its poster, and the plan.",
    }
    example_import { id: "Masukkan ekspor Google Forms ke survei baru.", en: "Bring an export of Google Forms into a new survey." }
    example_publish {
        id: "Tulis lampiran Excel, poster, ringkasan, dan diagram ke satu folder.",
        en: "Write the Excel annex, the poster, the summary and charts into one folder.",
    }
    example_show { id: "Lihat hasilnya menurut jenis kelamin.", en: "See the results by sex." }
    new { id: "Buat survei", en: "Make a survey" }
    list { id: "Daftar survei dengan IKM-nya", en: "List the surveys with their IKM" }
    import { id: "Masukkan jawaban dari berkas CSV atau Excel", en: "Bring in answers from a CSV or Excel file" }
    import_new { id: "Buat surveinya bila belum ada", en: "Make the survey if it is not there" }
    batches { id: "Daftar berkas jawaban yang masuk", en: "List the files of answers that came in" }
    undo { id: "Keluarkan lagi jawaban dari satu berkas", en: "Take the answers of a file out again" }
    undo_batch { id: "Nomornya, seperti di `batches`", en: "Its number, as `batches` lists it" }
    tally { id: "Hitung IKM dari berkas tanpa menyimpannya", en: "Compute the IKM of a file without storing it" }
    show { id: "Lihat IKM, nilai unsur, kelompok, dan perubahannya", en: "Show IKM, elements, groups and the change" }
    publish { id: "Tulis semua yang dipublikasikan ke satu folder", en: "Write everything that is published into one folder" }
    annex { id: "Tulis lampiran: nilai per responden dan per unsur", en: "Write the annex: scores by respondent and element" }
    poster { id: "Tulis poster IKM (HTML atau SVG)", en: "Write the poster of the IKM (HTML or SVG)" }
    summary { id: "Tulis ringkasan satu halaman untuk pimpinan", en: "Write the one-page summary for the head" }
    chart { id: "Tulis diagram unsur atau perkembangan (SVG)", en: "Write the chart of elements or of the trend (SVG)" }
    questionnaire { id: "Tulis kuesioner untuk kertas (HTML) atau formulir daring (teks)", en: "Write the questionnaire for paper (HTML) or an online form (text)" }
    sample { id: "Hitung jumlah responden yang diperlukan", en: "Compute how many respondents are needed" }
    comments { id: "Baca komentar, dengan unsur yang dibicarakan", en: "Read the comments, with the elements they speak of" }
    tag { id: "Beri tanda pada komentar", en: "Tag a comment" }
    lexicon { id: "Lihat atau ubah kata-kata penanda unsur", en: "Show or change the words that speak of an element" }
    follow_up { id: "Rencana tindak lanjut (RTL)", en: "The plan that follows a survey" }
    instruments { id: "Lihat instrumen, atau tulis sebagai contoh", en: "Show the instruments, or write one as an example" }

    survey_value { id: "SURVEI", en: "SURVEY" }
    survey { id: "Nama survei, misalnya 2026-q3", en: "Name of the survey, 2026-q3 for one" }
    survey_optional { id: "Nama survei; tanpa ini, semuanya", en: "Name of the survey; without it, all" }
    survey_or_instrument_value { id: "SURVEI-ATAU-INSTRUMEN", en: "SURVEY-OR-INSTRUMENT" }
    survey_or_instrument { id: "Survei, instrumen, atau berkas .toml", en: "A survey, an instrument, or a .toml file" }
    no_survey(name) { id: "Tidak ada survei `{name}`.", en: "There is no survey `{name}`." }
    no_instrument(name) { id: "Tidak ada instrumen `{name}`.", en: "There is no instrument `{name}`." }
    did_you_mean(name) { id: "maksud Anda `{name}`?", en: "did you mean `{name}`?" }
    instrument_value { id: "INSTRUMEN", en: "INSTRUMENT" }
    instrument { id: "Instrumen, atau berkas .toml milik sendiri", en: "The instrument, or a .toml file of your own" }
    instruments_key {
        id: "Instrumen; tanpa ini, semuanya. Dengan -o NAMA.toml ditulis sebagai contoh",
        en: "The instrument; without it, all. With -o NAME.toml it is written as an example",
    }
    day_value { id: "TANGGAL", en: "DAY" }
    from { id: "Hari pertama; nama seperti 2026-q3 sudah cukup", en: "First day; a name like 2026-q3 is enough" }
    to { id: "Hari terakhir", en: "Last day" }
    text_value { id: "TEKS", en: "TEXT" }
    name { id: "Judul survei di poster", en: "Title of the survey on the poster" }
    unit { id: "Unit yang dinilai; tanpa ini, nama perpustakaan", en: "The unit judged; without it, the library's name" }
    service { id: "Layanan yang dinilai, bila hanya satu", en: "The service judged, when it is only one" }
    order_value { id: "URUTAN", en: "ORDER" }
    order { id: "Urutan unsur pada kuesioner: questionnaire atau regulation", en: "Order of the elements: questionnaire or regulation" }
    file_order {
        id: "Urutan unsur untuk kolom yang hanya bernomor (U8, U9)",
        en: "Order of the elements for columns that are numbers alone (U8, U9)",
    }
    weight_value { id: "BOBOT", en: "WEIGHT" }
    weight {
        id: "Nilai penimbang; tanpa ini 1/k eksak. 0.11 atau 0.111 hanya untuk mengulang publikasi lama",
        en: "The weight; without it the exact 1/k. 0.11 or 0.111 only to reproduce an old publication",
    }
    population { id: "Jumlah pengguna layanan pada periode itu", en: "How many were served in the period" }
    file_value { id: "BERKAS", en: "FILE" }
    file { id: "Berkas jawaban: CSV, xlsx, xls, ods; `-` untuk masukan standar", en: "The answers: CSV, xlsx, xls, ods; `-` for standard input" }
    map_value { id: "KUNCI=JUDUL", en: "KEY=HEADING" }
    map {
        id: "Kolom yang tidak dikenali sendiri, misalnya 'waktu=Pertanyaan 3'; `-` bila tidak ada",
        en: "A column that is not known by itself, 'waktu=Question 3' for one; `-` when there is none",
    }
    number_value { id: "NOMOR", en: "NUMBER" }
    by_value { id: "PERTANYAAN", en: "QUESTION" }
    by {
        id: "Bagi menurut service, sex, age, education, occupation, atau period",
        en: "Group by service, sex, age, education, occupation, or period",
    }
    folder_value { id: "FOLDER", en: "FOLDER" }
    folder { id: "Folder untuk berkas-berkasnya; dibuat bila belum ada", en: "Folder for the files; made if it is not there" }
    place { id: "Tempat penandatanganan", en: "Where it is signed" }
    role { id: "Jabatan penanda tangan", en: "Office of who signs" }
    signed_by { id: "Nama penanda tangan", en: "Name of who signs" }
    what_value { id: "APA", en: "WHAT" }
    chart_what { id: "Diagram yang mana", en: "Which chart" }
    sample_population { id: "Jumlah pengguna layanan pada periode itu", en: "How many were served in the period" }
    sample_from { id: "Hitung dari peminjaman sejak hari ini", en: "Take the loans from this day on" }
    sample_to { id: "Hari terakhir peminjaman yang dihitung", en: "The last day of these loans" }
    element_value { id: "UNSUR", en: "ELEMENT" }
    tag_value { id: "TANDA", en: "TAG" }
    comments_element { id: "Hanya yang membicarakan unsur ini", en: "Only those that speak of this element" }
    comments_tag { id: "Hanya yang bertanda ini", en: "Only those with this tag" }
    comments_words { id: "Kata-kata menurut unsur, dengan banyaknya", en: "The words by element, with how often" }
    tag_comment { id: "Nomor komentar, seperti di `comments`", en: "Number of the comment, as `comments` lists it" }
    tag_tags { id: "Tanda yang diberikan", en: "Tags to give" }
    tag_remove { id: "Tanda yang diambil lagi", en: "A tag to take away" }
    word_value { id: "KATA", en: "WORD" }
    lexicon_word { id: "Kata; tanpa unsur, yang memuat huruf ini ditunjukkan", en: "The word; without an element, those with these letters are shown" }
    lexicon_element { id: "Kunci unsur untuk kata itu", en: "Key of the element that it speaks of" }
    lexicon_remove { id: "Keluarkan kata itu dari daftar", en: "Take the word out" }
    follow_up_list { id: "Daftar tindak lanjut", en: "List the plan" }
    follow_up_overdue { id: "Hanya yang terlambat; dalam cron diam bila tidak ada", en: "Only what is overdue; silent in cron when nothing is" }
    follow_up_propose { id: "Usulkan: unsur terendah dan yang paling banyak dikomentari", en: "Propose: the lowest elements and those most spoken of" }
    follow_up_add { id: "Catat tindak lanjut", en: "Write down a follow-up" }
    follow_up_action { id: "Apa yang akan dikerjakan", en: "What is to be done" }
    follow_up_owner { id: "Siapa yang bertanggung jawab", en: "Who sees to it" }
    follow_up_due { id: "Sampai kapan", en: "Until when" }
    follow_up_element { id: "Unsur yang dibenahi", en: "The element that it mends" }
    follow_up_comment { id: "Nomor komentar asalnya", en: "Number of the comment it comes from" }
    follow_up_move { id: "Tetapkan waktu baru", en: "Give it a new date" }
    follow_up_done { id: "Tutup: sudah dikerjakan", en: "End it: done" }
    follow_up_drop { id: "Tutup: dihentikan", en: "End it: given up" }
    follow_up_number { id: "Nomornya, seperti di `follow-up list`", en: "Its number, as `follow-up list` shows it" }
    follow_up_outcome { id: "Apa yang sudah dikerjakan", en: "What was done" }
    follow_up_reason { id: "Mengapa dihentikan", en: "Why it was given up" }
}
