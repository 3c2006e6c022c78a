//! The long texts of `event-roster help TOPIC`.

pustaka_cli::words! {
    topic_places { id: "Tempat, daftar tunggu, dan satu orang satu tempat", en: "Places, the waiting list, and one place a person" }
    places_text {
        id: "Kapasitas dihitung per orang; satu rombongan berisi beberapa orang.

Siapa cepat dia dapat. Selama masih ada tempat dan tidak ada yang menunggu,
pendaftar mendapat tempat; selebihnya masuk daftar tunggu. Tempat yang
kosong diberikan kepada yang pertama menunggu pada saat itu juga, dan
orangnya dicatat untuk dikabari (`notices`). Rombongan yang belum muat
tidak dilangkahi. Yang membatalkan lalu mendaftar lagi menunggu di
belakang.

Siapa yang masih menunggu saat sesi terakhir selesai dicatat tidak kebagian
tempat; ini berjalan sendiri setiap malam.

Satu orang satu tempat: menurut kartu anggota, atau nomor telepon atau
surelnya sendiri. Nama yang sama hanya diperingatkan. Jika telepon dan
surel itu milik orang tua atau pembayar, sebut dengan --contact-of; lalu
beberapa anak dapat memakai nomor yang sama.

Batas waktu dan umur dapat dilewati petugas dengan --override KODE --note
ALASAN; kapasitas tidak.",
        en: "The capacity counts heads; a group is one registration of several.

First come, first served. While there is room and nobody waits, one gets a
place; after that, the end of the waiting list. A place that falls free goes
to the first who waits, at that moment, and the person is noted to be told
(`notices`). A group that does not fit yet is not passed over. Who cancels
and comes again waits at the end.

Who still waits when the last session is over waited in vain; the night
notes it by itself.

One place a person: by the member's card, or the person's own telephone or
mail. The same name is only a warning. When telephone and mail are those of
a parent or a payer, say so with --contact-of; several children can then
share a number.

Staff may pass over limits of time and age with --override CODE --note
REASON, but never over the capacity.",
    }
    topic_lists { id: "Berkas peserta: dari mana, dan apa yang diperbaiki", en: "Files of people: from where, and what is mended" }
    lists_text {
        id: "Yang dikenal sendiri: jawaban Google Forms, ekspor Bevy dan Eventbrite,
dan daftar apa pun yang punya kolom nama. `--dry-run` menunjukkan kolom
mana dibaca sebagai apa.

  012 Siti Aminah        nomor antrean di depan nama dilepas
  pembayar dan peserta   telepon dan surel pembayar bukan milik peserta
  2026-11-20 17:30 UTC   menjadi 21-11-2026 00:30 WIB

Baris diterima menurut waktu mendaftarnya, bukan letaknya di berkas.
Berkas yang sama boleh diimpor lagi: yang sudah ada tidak berubah, dan
yang sudah membatalkan tidak didaftarkan kembali.

Jika ada baris yang ditolak, tidak ada yang disimpan; barisnya ditulis ke
BERKAS.rejects.csv. Dengan --on-error skip yang lain tetap disimpan.",
        en: "Known by themselves: answers of Google Forms, exports of Bevy and
Eventbrite, and any list with a column of names. `--dry-run` shows which
column is taken for what.

  012 Siti Aminah        a number of the queue is taken off the name
  payer and attendee     the payer's telephone and mail are not the attendee's
  2026-11-20 17:30 UTC   becomes 2026-11-21 00:30 WIB

Rows are taken by when people asked, not by where they stand. The same file
may come again: who is on the list stays as they are, and who cancelled is
not registered anew.

When a row is refused nothing is stored; the rows are in FILE.rejects.csv.
With --on-error skip the others are stored all the same.",
    }
    topic_feedback { id: "Umpan balik dan survey-tally", en: "Feedback and survey-tally" }
    feedback_text {
        id: "Setelah acara ada tiga pertanyaan: apakah bermanfaat (1-4), bagaimana
penyelenggaraannya (1-4), apa yang perlu diperbaiki. Tidak ada nama, kode,
atau jam yang disimpan bersama jawabannya.

`event-roster feedback ACARA -o umpan-balik.csv` menulis berkas dengan
kolom respondent, usefulness, conduct, comment, day. Berkas itulah yang
dibaca survey-tally, dengan ketiga pertanyaan itu sebagai instrumen
(fixtures/events/feedback.toml); kunci kolomnya adalah kunci pertanyaannya:

  survey-tally new acara-1 --instrument feedback.toml --from … --to …
  event-roster feedback ACARA --format csv | survey-tally import acara-1 -",
        en: "After an event three questions are asked: was it useful (1-4), was it held
well (1-4), what should be better. Neither name nor code nor hour is kept
with the answers.

`event-roster feedback EVENT -o feedback.csv` writes a file with the columns
respondent, usefulness, conduct, comment, day. That file is what
survey-tally reads, with the three questions as its instrument
(fixtures/events/feedback.toml); its columns have the keys of the questions:

  survey-tally new event-1 --instrument feedback.toml --from … --to …
  event-roster feedback EVENT --format csv | survey-tally import event-1 -",
    }
}
