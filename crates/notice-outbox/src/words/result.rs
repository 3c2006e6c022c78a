//! What is said of what was done.

pustaka_cli::words! {
    nothing_listed { id: "Tidak ada pemberitahuan.", en: "There are no notices." }
    rehearsed { id: "Percobaan saja: tidak ada yang disimpan dan tidak ada yang dikirim.", en: "A rehearsal: nothing is stored and nothing is sent." }
    created(count) { id: "{count} pemberitahuan dibuat.", en: "Notices made: {count}." }
    dropped(count) { id: "{count} pemberitahuan tidak perlu lagi.", en: "No longer needed: {count}." }
    nothing_created { id: "Tidak ada yang perlu diberitahukan.", en: "There is nothing to tell." }

    no_sender { id: "Surel belum dapat dikirim: alamat perpustakaan sebagai pengirim belum ditentukan.", en: "No mail can be sent yet: the library's address as sender is not set." }
    bad_sender(found) { id: "Surel tidak dapat dikirim: `{found}` sebagai pengirim bukan alamat surel yang sah.", en: "No mail can be sent: the sender `{found}` is no valid mail address." }
    no_sender_hint { id: "library-db settings notice.from perpustakaan@contoh.go.id", en: "library-db settings notice.from library@example.org" }
    bad_command(found) { id: "Perintah `{found}` tidak dapat dibaca: ada kutip yang tidak ditutup, atau kosong.", en: "The command `{found}` can't be read: a quote stays open, or it is empty." }
    bad_command_hint { id: "notice-outbox send --command 'sendmail -t -i'", en: "notice-outbox send --command 'sendmail -t -i'" }
    quiet_until(time) { id: "Jam tenang: tidak ada yang dikirim sampai pukul {time}.", en: "Quiet hours: nothing is sent until {time}." }
    quiet_for_now(time) { id: "Sekarang jam tenang: kirimlah sesudah pukul {time}.", en: "Quiet hours now: send them after {time}." }
    quiet_hint { id: "Lanjutkan sesudah itu, atau ubah jam tenang dengan `library-db settings notice.quiet`.", en: "Go on after that, or change the hours with `library-db settings notice.quiet`." }
    messages_left(count) { id: "{count} pesan lagi menunggu giliran berikutnya (notice.cap).", en: "Left for the next run: {count} (notice.cap)." }
    sending { id: "Mengirim surel", en: "Sending mails" }
    mails_sent(count) { id: "{count} surel terkirim.", en: "Mails sent: {count}." }
    mails_would(count) { id: "{count} surel akan dikirim.", en: "Mails that would be sent: {count}." }
    mails_later(count) { id: "{count} surel dicoba lagi nanti.", en: "Tried again later: {count}." }
    mails_failed(count) { id: "{count} pemberitahuan beralih ke saluran berikutnya.", en: "On to the next channel: {count}." }
    mails_left(count) { id: "{count} surel menunggu kesempatan berikutnya.", en: "Left for the next run: {count}." }
    by_hand(count) { id: "{count} pemberitahuan menunggu dikirim dengan tangan; lihat `notice-outbox list`.", en: "To be sent by hand: {count}; see `notice-outbox list`." }
    not_run(program, why) { id: "Perintah `{program}` tidak dapat dijalankan: {why}.", en: "The command `{program}` can't be run: {why}." }
    exit_code(code) { id: "kode keluar {code}", en: "exit code {code}" }
    not_run_hint { id: "Pasang program pengirim surel (misalnya msmtp), atau sebutkan yang lain dengan --command. Surel-surelnya tetap menunggu.", en: "Install a program that sends mail (for example msmtp), or name another with --command. The mails still wait." }
    killed(program, why) { id: "Perintah `{program}` dihentikan oleh sistem ({why}); pengiriman berhenti di sini.", en: "The system ended the command `{program}` ({why}); sending stops here." }
    no_answer(program) { id: "Perintah `{program}` tidak menjawab dan dihentikan; pengiriman berhenti di sini.", en: "The command `{program}` did not answer and was ended; sending stops here." }
    no_answer_hint(id) { id: "Tidak diketahui apakah surel nomor {id} terkirim. Sesudah diperiksa: `notice-outbox mark {id} --sent` atau `--again`.", en: "Nobody knows whether mail {id} went out. When it was looked at: `notice-outbox mark {id} --sent` or `--again`." }
    many_refused(program, count, code) { id: "Perintah `{program}` menolak {count} surel tanpa satu pun terkirim di antaranya, terakhir dengan kode keluar {code}; pengiriman berhenti di sini.", en: "The command `{program}` refused {count} mails with none sent in between, the last with exit code {code}; sending stops here." }
    said_last(said) { id: "Katanya: {said}", en: "It said: {said}" }
    many_refused_hint { id: "Periksa pengaturan program itu dan arti kodenya; surel-surel itu tetap menunggu. Begitu satu surel terkirim, yang lain menyusul. Kalau memang alamatnya yang salah: `notice-outbox send --go-on`.", en: "Look at that program's settings and what the code means; those mails still wait. Once a mail goes out, the others follow. If the addresses are at fault all the same: `notice-outbox send --go-on`." }
    cut_off(ids) { id: "Pengiriman terputus, jadi tidak diketahui apakah surel ini terkirim: {ids}.", en: "Sending was cut off, so nobody knows whether these mails went out: {ids}." }

    marked(count) { id: "{count} pemberitahuan ditandai.", en: "Notices marked: {count}." }
    not_marked(id, why) { id: "Nomor {id} tidak ditandai: {why}.", en: "Number {id} was not marked: {why}." }
    bad_number(found) { id: "`{found}` bukan nomor pemberitahuan.", en: "`{found}` is no number of a notice." }
    bad_number_hint { id: "Nomor seperti 12 atau rentang seperti 12-15; lihat `notice-outbox list`.", en: "A number such as 12 or a range such as 12-15; see `notice-outbox list`." }
    no_numbers { id: "Tidak ada nomor: sebutkan nomor atau halaman dengan --on-page.", en: "There is no number: name numbers, or a page with --on-page." }

    nobody_to_write { id: "Tidak ada pemberitahuan untuk saluran ini.", en: "There is nothing to tell by this channel." }
    letters_marked(count) { id: "{count} surat ditandai sudah dicetak.", en: "Letters marked as printed: {count}." }

    clerk_opened(count) { id: "{count} pesan menunggu. Enter: sudah terkirim, s: lewati, f: tidak dapat dikirim, q: selesai.", en: "Messages waiting: {count}. Enter: it is sent, s: skip, f: can't be sent, q: end." }
    clerk_next(id, name, reason) { id: "{id}  {name}: {reason}", en: "{id}  {name}: {reason}" }
    clerk_done(sent, skipped, failed) { id: "Terkirim {sent}, dilewati {skipped}, gagal {failed}.", en: "Sent {sent}, skipped {skipped}, failed {failed}." }
    clerk_keys { id: "Enter, s, f atau q.", en: "Enter, s, f or q." }
    input_failed { id: "Masukan tidak dapat dibaca.", en: "The input can't be read." }

    bounces_taken(addresses, back) { id: "{addresses} alamat ditandai; {back} pemberitahuan beralih ke saluran berikutnya.", en: "Addresses marked: {addresses}; on to the next channel: {back}." }
    bounces_taken_back(addresses, back) { id: "{addresses} alamat dipakai lagi; {back} pemberitahuan dikirim lagi lewat surel.", en: "Addresses used again: {addresses}; mailed again: {back}." }
    nobody_has(address) { id: "Tidak ada yang beralamat {address}.", en: "Nobody has the address {address}." }
    no_addresses { id: "Tidak ada alamat surel yang sah.", en: "There is no valid mail address." }

    template_saved(reason, language) { id: "Templat {reason} ({language}) disimpan.", en: "The template {reason} ({language}) is saved." }
    template_same(reason, language) { id: "Templat {reason} ({language}) sudah demikian.", en: "The template {reason} ({language}) is so already." }
    template_reset(reason, language) { id: "Templat {reason} ({language}) kembali ke bawaan.", en: "The template {reason} ({language}) is again what came with the program." }
    template_fit { id: "Templat ini dapat dipakai.", en: "This template can be used." }
    not_text(file) { id: "{file} bukan teks UTF-8.", en: "{file} is no UTF-8 text." }
    preview_subject { id: "Subjek", en: "Subject" }
    preview_mail { id: "Surel", en: "Mail" }
    preview_letter { id: "Surat", en: "Letter" }
    preview_short { id: "WhatsApp dan SMS", en: "WhatsApp and text message" }
}
