//! The long texts that every tool's `help TOPIC` can show.

use crate::help::Topic;
use crate::lang::Lang;

/// The shared topics in one language.
pub(crate) fn shared(lang: Lang) -> Vec<Topic> {
    let topic = |name, (id_about, en_about), (id, en)| match lang {
        Lang::Id => Topic {
            name,
            about: id_about,
            text: id,
        },
        Lang::En => Topic {
            name,
            about: en_about,
            text: en,
        },
    };
    vec![
        topic("dates", ("Cara menulis tanggal", "How dates are typed"), DATES),
        topic(
            "output",
            ("Bentuk dan berkas hasil", "Forms and files of results"),
            OUTPUT,
        ),
        topic(
            "exit-codes",
            ("Arti kode keluar", "What the exit codes mean"),
            EXIT_CODES,
        ),
        topic(
            "environment",
            ("Variabel lingkungan", "Environment variables"),
            ENVIRONMENT,
        ),
    ]
}

/// A text in both languages, Indonesian first.
type Both = (&'static str, &'static str);

const DATES: Both = (
    "Tanggal dapat ditulis:
  2026-11-20     tahun-bulan-tanggal
  20/11/2026     tanggal/bulan/tahun
  20-11-2026     tanggal-bulan-tahun
  hari-ini, besok, lusa, kemarin
  +7             tujuh hari dari sekarang
Tahun selalu empat angka. Tanggal yang tidak ada (2026-02-29) ditolak.
Untuk --at, jam boleh ditambahkan: 2026-11-20T10:15. Zona waktunya selalu
Asia/Jakarta (WIB). --at tidak boleh di masa depan.",
    "A date can be typed as:
  2026-11-20     year-month-day
  20/11/2026     day/month/year
  20-11-2026     day-month-year
  today, tomorrow, yesterday
  +7             seven days from now
The year always has four digits. A date that does not exist (2026-02-29) is
refused. For --at a time may follow: 2026-11-20T10:15. The time zone is always
Asia/Jakarta (WIB). --at is never in the future.",
);

const OUTPUT: Both = (
    "Data ditulis ke keluaran standar, keterangan ke keluaran kesalahan.
  --format table   tabel untuk dibaca orang (bawaan)
  --format json    satu dokumen JSON: tanggal ISO, rupiah bilangan bulat
  --format csv     CSV menurut RFC 4180; dengan --excel untuk Excel
  -o BERKAS        tulis ke berkas; bentuknya menurut akhiran
Berkas hasil ditulis utuh atau tidak sama sekali. Berkas yang sudah ada hanya
ditimpa dengan --force; berkas perpustakaan dan berkas yang sedang dibaca
tidak pernah. Di cron, pekerjaan yang berhasil tidak mengeluarkan kata apa
pun; dengan -v keterangannya tetap ditulis.",
    "Data go to standard output, words to standard error.
  --format table   a table for people (default)
  --format json    one JSON document: ISO dates, rupiah as integers
  --format csv     CSV as in RFC 4180; with --excel for Excel
  -o FILE          write to a file; its form follows the ending
An output file is written whole or not at all. A file that exists is replaced
only with --force; the library file and a file being read never are. In cron,
work that goes well says nothing; with -v it does.",
);

const EXIT_CODES: Both = (
    "  0    selesai
  1    perpustakaan menolak: aturan, tidak ditemukan, baris ditolak
  2    pemakaian keliru
  3    berkas atau sistem gagal: tidak ada, terkunci, penuh, rusak, lebih baru
  130  dihentikan dengan Ctrl-C; tidak ada yang setengah jadi
Dengan --format json, kesalahan ditulis ke keluaran kesalahan sebagai
{\"error\":{\"code\":…,\"message\":…,\"reasons\":[…],\"hint\":…}}.",
    "  0    done
  1    the library says no: a rule refuses, nothing found, rows rejected
  2    wrong usage
  3    the file or the system failed: missing, locked, full, damaged, newer
  130  stopped with Ctrl-C; nothing is half done
With --format json an error is written to standard error as
{\"error\":{\"code\":…,\"message\":…,\"reasons\":[…],\"hint\":…}}.",
);

const ENVIRONMENT: Both = (
    "  PUSTAKA_DB      berkas perpustakaan, seperti --db; tanpa keduanya
                  $XDG_DATA_HOME/pustaka/library.db
                  (~/.local/share/pustaka/library.db)
  PUSTAKA_LANG    id atau en, seperti --lang
  PUSTAKA_STAFF   kode petugas, seperti --staff
  PUSTAKA_AT      saat bekerja, seperti --at
  NO_COLOR        jika diisi, tanpa warna
  PUSTAKA_FORCE_FILE_SYSTEM=1
                  terima juga diska jaringan atau asing, dengan risiko rusak
Opsi pada baris perintah menang atas variabel lingkungan.",
    "  PUSTAKA_DB      the library file, as --db; without either
                  $XDG_DATA_HOME/pustaka/library.db
                  (~/.local/share/pustaka/library.db)
  PUSTAKA_LANG    id or en, as --lang
  PUSTAKA_STAFF   staff code, as --staff
  PUSTAKA_AT      the moment to act at, as --at
  NO_COLOR        when set, no colours
  PUSTAKA_FORCE_FILE_SYSTEM=1
                  take a network or foreign disk too, at the risk of damage
An option on the command line wins over the environment.",
);
