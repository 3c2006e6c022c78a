//! The long texts of `survey-tally help TOPIC`.

pustaka_cli::words! {
    ikm { id: "Bagaimana IKM dihitung", en: "How the IKM is computed" }
    ikm_text {
        id: "PermenPANRB 14/2017. Setiap unsur: NRR = jumlah nilai / jumlah jawaban yang\n\
terisi. Jawaban kosong tidak dihitung. IKM = 25 x jumlah NRR / banyaknya\n\
unsur yang terisi. Hitungannya memakai pecahan eksak dan dibulatkan satu\n\
kali, dua angka di belakang koma, pada akhir.\n\
\n\
Mutu: D 25,00-64,99, C 65,00-76,60, B 76,61-88,30, A 88,31-100,00. IKM\n\
dibulatkan dulu, lalu digolongkan. Nama tabelnya selalu ikut dicetak, sebab\n\
tabel tahun 2004 (ikm-2004) berbeda.\n\
\n\
Nilai penimbang: 1/k eksak. Banyak publikasi lama memakai 0,11 atau 0,111;\n\
--weight 0.11 mengulang angkanya, dan penimbang yang dipakai ikut dicetak.\n\
\n\
Responden semua layanan digabung: IKM unit bukan rata-rata IKM layanannya.\n\
\n\
Selang 95 %: ragam indeks dengan linearisasi Taylor atas rasio, lalu plus\n\
minus 1,96 galat baku. Perubahan disebut nyata bila lebih besar dari 1,96\n\
galat baku selisihnya. Alfa Cronbach dari kuesioner yang terisi lengkap.\n\
\n\
Kelompok kurang dari 5 responden tidak ditampilkan, bersama kelompok\n\
terkecil berikutnya bila perlu, agar tidak dapat dihitung dari selisihnya.",
        en: "PermenPANRB 14/2017. Each element: mean = sum of scores / number of answers\n\
given. A blank counts for nothing. IKM = 25 x sum of the means / number of\n\
elements answered. It is computed in exact fractions and rounded once, to\n\
two places, at the end.\n\
\n\
Classes: D 25.00-64.99, C 65.00-76.60, B 76.61-88.30, A 88.31-100.00. The\n\
IKM is rounded first, then classified. The name of the table is printed with\n\
each result, for the table of 2004 (ikm-2004) is another.\n\
\n\
Weight: the exact 1/k. Many old publications used 0.11 or 0.111; --weight\n\
0.11 reproduces their figure, and the weight used is printed.\n\
\n\
The respondents of all services are pooled: the IKM of a unit is not the\n\
mean of those of its services.\n\
\n\
95 % interval: the variance of the index by Taylor linearisation of ratios,\n\
then plus and minus 1.96 standard errors. A change is called real when it is\n\
larger than 1.96 standard errors of the difference. Cronbach's alpha is\n\
taken over complete questionnaires.\n\
\n\
Groups of fewer than 5 respondents are not shown, with the next smallest\n\
where needed, so that none can be worked out by subtraction.",
    }
    answers { id: "Berkas jawaban", en: "Files of answers" }
    answers_text {
        id: "Dibaca: CSV, xlsx, xls, ods, juga ekspor Google Forms dan Microsoft Forms.\n\
Satu baris satu responden, atau satu baris satu jawaban dengan kolom\n\
responden, unsur, jawaban. Jawaban berupa angka (4, 4.0) atau kata (Sangat\n\
sesuai).\n\
\n\
Kolom dikenali dari kunci unsur, nomor dan nama, atau teks pertanyaannya.\n\
Nomor saja (U8) tidak cukup, sebab U8 dan U9 tertukar di banyak kuesioner:\n\
sebut --order questionnaire atau --order regulation. Sisanya dengan --map.\n\
\n\
Kolom nama, email, telepon, nomor anggota, NIK, dan alamat IP dibuang. Usia\n\
disimpan sebagai kelompok. Di komentar, nomor panjang dan alamat email\n\
ditutup.\n\
\n\
Nilai 0, 5, atau kata yang tidak dikenal ditolak dengan nomor baris dan\n\
kolomnya. Tanpa --on-error skip, satu baris yang salah menahan semuanya.\n\
Baris yang ditolak ditulis ke BERKAS.rejects.csv, siap dibetulkan dan\n\
dimasukkan lagi.\n\
\n\
Berkas yang sama tidak menambah apa-apa. Ekspor formulir yang bertambah\n\
panjang hanya menambah yang baru: baris dengan waktu sampai detik dikenali\n\
satu per satu; tanpa itu, berkas yang diawali semua baris dari kumpulan yang\n\
sudah masuk (10 baris atau lebih) dianggap berkas yang sama.",
        en: "Read are CSV, xlsx, xls, ods, exports of Google Forms and Microsoft Forms\n\
among them. A row is a respondent, or an answer, with columns for\n\
respondent, element and answer. Answers are numbers (4, 4.0) or words (Very\n\
fitting).\n\
\n\
Columns are known by the element's key, by number and name, or by the text\n\
of the question. A number alone (U8) is not enough, for U8 and U9 change\n\
places in many questionnaires: name --order questionnaire or --order\n\
regulation. The rest goes with --map.\n\
\n\
Columns of names, e-mail, telephone, member numbers, NIK and IP addresses\n\
are dropped. An age is kept as its band. In comments, long numbers and\n\
e-mail addresses are covered.\n\
\n\
A 0, a 5 or an unknown word is rejected with its line and column. Without\n\
--on-error skip one wrong row keeps everything out. Rejected rows go to\n\
FILE.rejects.csv, ready to be mended and brought in.\n\
\n\
The same file adds nothing. A form's export that has grown adds what is new:\n\
rows with a time to the second are known one by one; without it, a file that\n\
begins with all the rows of a batch (10 or more) is taken for that file.",
    }
    own { id: "Survei dengan pertanyaan sendiri", en: "A survey with questions of your own" }
    own_text {
        id: "Instrumen adalah berkas TOML. Mulailah dari contoh:\n\
\n\
  survey-tally instruments skm-2017 -o milik-sendiri.toml\n\
\n\
[[elements]] adalah unsur indeks dengan skala 1 sampai scale.highest (2\n\
sampai 10). [[questions]] adalah pertanyaan lain, kind: choice (satu\n\
pilihan), choices (beberapa), scale, number, text (komentar), day (tanggal).\n\
Pilihan punya key, words, dan also (kata lain yang artinya sama). other =\n\
true menerima jawaban lain tanpa menyimpan kata-katanya.\n\
\n\
  survey-tally new kunjungan --instrument milik-sendiri.toml --from 1/10/2026\n\
      --to 31/10/2026\n\
  survey-tally questionnaire kunjungan -o kuesioner.html",
        en: "An instrument is a TOML file. Begin with an example:\n\
\n\
  survey-tally instruments skm-2017 -o own.toml\n\
\n\
[[elements]] are the elements of an index, on a scale from 1 to\n\
scale.highest (2 to 10). [[questions]] are all others, by kind: choice (one\n\
of several), choices (several), scale, number, text (a comment), day. A\n\
choice has a key, words, and also (what else means it). other = true takes\n\
any other answer without keeping its words.\n\
\n\
  survey-tally new visits --instrument own.toml --from 1/10/2026 --to 31/10/2026\n\
  survey-tally questionnaire visits -o questionnaire.html",
    }
    nightly { id: "Setiap malam", en: "Every night" }
    nightly_text {
        id: "Tindak lanjut yang terlambat, dikirim lewat surat oleh cron bila ada:\n\
\n\
  30 5 * * * survey-tally follow-up list --overdue\n\
\n\
Tanpa yang terlambat perintah ini diam.",
        en: "What is overdue, mailed by cron when there is something:\n\
\n\
  30 5 * * * survey-tally follow-up list --overdue\n\
\n\
When nothing is overdue it is silent.",
    }
}
