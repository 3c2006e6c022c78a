//! What the night says: its table, its letter, and why it can't begin.

pustaka_cli::words! {
    // Why it does not begin.
    not_over(day) { id: "Hari {day} belum berakhir.", en: "The day {day} is not over." }
    not_over_why {
        id: "Malam menutup hari yang sudah lewat, supaya tidak ada yang tertinggal di luar laporannya.",
        en: "The night closes days that are over, so that nothing is left out of their reports.",
    }
    clock(day) { id: "Jam komputer menunjuk {day}.", en: "The machine's clock says {day}." }
    running { id: "Malam perpustakaan sedang dijalankan oleh proses lain.", en: "Another process is running the library's night." }
    holder(staff, pid, since) {
        id: "Yang menjalankan: {staff} (proses {pid}), sejak {since}.",
        en: "Run by {staff} (process {pid}), since {since}.",
    }
    running_hint {
        id: "tunggu sampai selesai; yang sudah selesai tidak diulang",
        en: "wait until it ends; what is done is not done again",
    }
    too_many(nights) { id: "Ada {nights} malam yang belum ditutup.", en: "{nights} nights were not closed." }
    too_many_why {
        id: "Mungkin jam komputer salah: malam yang ditutup terlalu awal tidak dapat dibuka lagi.",
        en: "The machine's clock may be wrong: nights that are closed too early can't be opened again.",
    }
    too_many_hint(day) {
        id: "periksa jamnya dengan `date`; bila benar, jalankan `nightly-report run --date {day}`",
        en: "look at the clock with `date`; if it is right, run `nightly-report run --date {day}`",
    }
    ahead(day) {
        id: "Malam {day} sudah ditutup, padahal hari itu belum lewat. Sampai hari itu tidak ada malam yang dijalankan.",
        en: "The night of {day} is closed, but that day is not over. Until then no night is run.",
    }
    ahead_why(today) {
        id: "Jam komputer waktu itu terlalu maju, atau sekarang terlalu lambat: menurut jam ini sekarang {today}.",
        en: "The machine's clock was ahead then, or it is behind now: it says {today}.",
    }
    ahead_hint {
        id: "periksa jamnya dengan `date`; bila sekarang benar, jalankan `nightly-report reopen`, lalu `nightly-report run`",
        en: "look at the clock with `date`; if it is right now, run `nightly-report reopen`, then `nightly-report run`",
    }
    first(day, last) {
        id: "Malam pertama akan menutup {day}, tetapi catatan terakhir di jurnal dari {last}.",
        en: "The first night would close {day}, but the last entry of the journal is of {last}.",
    }
    reopened(nights, first, last) {
        id: "{nights} malam dibuka lagi, dari {first} sampai {last}. Malam dan angka harinya dikerjakan lagi pada waktunya; jalankan `nightly-report run`.",
        en: "{nights} nights were opened again, from {first} to {last}. They and the figures of their days are done again in their time; run `nightly-report run`.",
    }
    would_reopen(nights, first, last) {
        id: "{nights} malam akan dibuka lagi, dari {first} sampai {last}.",
        en: "{nights} nights would be opened again, from {first} to {last}.",
    }
    nothing_ahead { id: "Tidak ada malam yang ditutup terlalu awal.", en: "No night was closed too early." }
    nothing_due(day) {
        id: "Tidak ada malam yang perlu ditutup; yang terakhir {day}.",
        en: "No night is to be closed; the last one is {day}.",
    }

    // Folders.
    folder_not_made(path) { id: "Folder {path} tidak dapat dibuat.", en: "The folder {path} can't be made." }
    folder_closed(path) { id: "Folder {path} tidak dapat dibuka.", en: "The folder {path} can't be opened." }
    no_folder(path) { id: "Folder {path} tidak ada.", en: "There is no folder {path}." }
    not_a_folder(path) { id: "{path} bukan folder.", en: "{path} is not a folder." }
    no_folder_why {
        id: "Mungkin diskanya belum terpasang.",
        en: "Its disk may not be mounted.",
    }
    no_folder_hint(path, setting) {
        id: "pasang diskanya, atau buat dengan `mkdir -p {path}`, atau pilih folder lain dengan `library-db settings {setting} FOLDER`",
        en: "mount the disk, or make it with `mkdir -p {path}`, or choose another one with `library-db settings {setting} FOLDER`",
    }

    // The check.
    unsound(count) { id: "Pemeriksaan berkas menemukan {count} hal yang tidak beres.", en: "The check of the file found {count} things that are not right." }
    found(record, meaning) { id: "{record}: {meaning}", en: "{record}: {meaning}" }
    unsound_hint(db) {
        id: "lihat semuanya dengan `library-db check --deep --db {db}`; sementara itu simpan cadangan yang lama",
        en: "see all of it with `library-db check --deep --db {db}`; keep the older backups meanwhile",
    }

    // The table.
    the_night { id: "Malam perpustakaan", en: "The library's night" }
    would { id: "Yang akan dikerjakan malam ini; belum ada yang disimpan", en: "What the night would do; nothing is stored" }
    night { id: "Malam", en: "Night" }
    step { id: "Langkah", en: "Step" }
    outcome { id: "Hasil", en: "Outcome" }
    what { id: "Keterangan", en: "What" }
    milliseconds { id: "Milidetik", en: "Milliseconds" }
    went_well { id: "selesai", en: "done" }
    failed { id: "gagal", en: "failed" }
    waits { id: "menunggu", en: "waits" }
    waits_why { id: "Menyusul sesudah malam sebelumnya selesai.", en: "It follows when the night before is done." }

    // The steps.
    expire_holds { id: "Pesanan yang tidak diambil", en: "Holds nobody came for" }
    lapse_waiting { id: "Daftar tunggu acara yang lewat", en: "Waiting lists of events that are over" }
    cut_history { id: "Riwayat baca yang harus dihapus", en: "Reading history that is due" }
    notices { id: "Pemberitahuan untuk pembaca", en: "Notices to readers" }
    summaries { id: "Ringkasan hari", en: "Summary of the day" }
    backup { id: "Cadangan", en: "Backup" }
    check { id: "Pemeriksaan berkas", en: "Check of the file" }
    reports { id: "Laporan hari", en: "Reports of the day" }

    // What they did.
    nothing { id: "tidak ada", en: "none" }
    nothing_yet { id: "akan diperiksa", en: "would be looked over" }
    holds_moved(expired, ready) {
        id: "{expired} lewat waktu, {ready} disisihkan untuk pembaca berikutnya",
        en: "{expired} were over, {ready} set aside for the next reader",
    }
    lapsed(registrations, events) {
        id: "{registrations} pendaftar di daftar tunggu {events} acara",
        en: "{registrations} registrations on the waiting lists of {events} events",
    }
    loans_cut(loans) { id: "{loans} pinjaman dilepas dari peminjamnya", en: "{loans} loans cut from their readers" }
    notices_made(made, dropped) {
        id: "{made} dibuat, {dropped} tidak diperlukan lagi",
        en: "{made} made, {dropped} no longer needed",
    }
    days_summed(closed, revised) {
        id: "{closed} hari diringkas, {revised} dihitung ulang",
        en: "{closed} days summed up, {revised} counted again",
    }
    into_folder(folder) { id: "ke {folder}", en: "into {folder}" }
    backup_kept(file) { id: "tidak ada yang berubah sejak {file}", en: "nothing has changed since {file}" }
    backup_made(file, bytes) { id: "{file} ({bytes} bita, sudah diperiksa)", en: "{file} ({bytes} bytes, verified)" }
    sound { id: "baik", en: "sound" }
    sound_deep { id: "baik, diperiksa mendalam", en: "sound, looked over deeply" }

    // The letter.
    not_finished(failed, all) {
        id: "Malam perpustakaan belum selesai: {failed} dari {all} langkah gagal.",
        en: "The library's night is not finished: {failed} of {all} steps failed.",
    }
    step_failed(step, day, message) { id: "{step}, {day}: {message}", en: "{step}, {day}: {message}" }
    again(command) { id: "jalankan lagi `{command}`", en: "run `{command}` again" }
    of_library(name) { id: "Perpustakaan: {name}", en: "Library: {name}" }
    of_file(path) { id: "Berkas:       {path}", en: "File:    {path}" }
    of_night(day) { id: "Malam:        {day}", en: "Night:   {day}" }
    from_to(first, last) { id: "{first} sampai {last}", en: "{first} to {last}" }
    what_failed { id: "Yang gagal", en: "What failed" }
    what_waits { id: "Yang menunggu malam sebelumnya", en: "What waits for the night before" }
    what_was_done { id: "Yang sudah selesai", en: "What was done all the same" }
    what_to_do { id: "Yang perlu Anda lakukan", en: "What to do now" }
    hint(text) { id: "  Petunjuk: {text}.", en: "  Hint: {text}." }
    mend { id: "1. Atasi sebab di atas.", en: "1. See to the cause above." }
    run_again {
        id: "2. Jalankan malam sekali lagi; yang sudah selesai tidak diulang:",
        en: "2. Run the night once more; what is done is not done again:",
    }
    or_wait {
        id: "   Bila dijadwalkan tiap jam, malam mengulanginya sendiri pada jam berikutnya.",
        en: "   Where it is scheduled every hour, the night tries again by itself in the next.",
    }
}
