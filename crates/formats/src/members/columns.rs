//! What each dialect calls its columns.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{Dialect, Field};
use crate::table::named::named;

named! {
    /// What is never read, although a file has it: a library has no business to know it.
    Never {
        /// Religion.
        Religion = "religion",
        /// Married or not.
        MaritalStatus = "marital-status",
        /// The mother's name, by which banks know people.
        Mother = "mother",
        /// Passwords and pins.
        Secret = "secret",
        /// The number of the family card.
        FamilyCard = "family-card",
        /// The blood group.
        BloodGroup = "blood-group",
    }
}

/// What is done with the cells of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// The cell is the field.
    Plain(Field),
    /// The cell is the field when the field's own column is empty.
    Also(Field),
    /// A given name, put before the surname.
    Given,
    /// A surname, put behind the given name; alone it is the whole name.
    Surname,
    /// Something that is added to the address: RT, RW.
    Block,
    /// `Kediri, 5 Januari 2001`: the day of birth behind the place.
    PlaceAndBirth,
    /// The sex as SLiMS writes it: 1 male, 0 female.
    OneOrZero,
    /// The number of some identity card: a NIK when it has its sixteen digits, else nothing.
    Identity,
    /// Never read.
    Never(Never),
}

use Meaning::{Also, Block, Given, Identity, OneOrZero, PlaceAndBirth, Plain, Surname};

impl Meaning {
    /// The field that the column ends up in.
    pub(super) const fn field(self) -> Option<Field> {
        Some(match self {
            Plain(field) | Also(field) => field,
            Given | Surname => Field::Name,
            Block => Field::Address,
            PlaceAndBirth => Field::Born,
            OneOrZero => Field::Sex,
            Identity => Field::Nik,
            Meaning::Never(_) => return None,
        })
    }
}

/// Headings without case, accents, blanks and punctuation, by what they mean; those earlier in a row fit better.
type Synonyms = &'static [(Meaning, &'static str)];

/// Never read, in whatever file.
const NEVER: Synonyms = &[
    (Meaning::Never(Never::Religion), "agama religion kepercayaan"),
    (
        Meaning::Never(Never::MaritalStatus),
        "statusperkawinan statuspernikahan statuskawin perkawinan pernikahan maritalstatus marital",
    ),
    (
        Meaning::Never(Never::Mother),
        "ibukandung namaibukandung namaibu namagadisibukandung mothersmaidenname mothername mothersname",
    ),
    (
        Meaning::Never(Never::Secret),
        "pin mpasswd password passwd katasandi sandi katakunci passwordhash secret",
    ),
    (
        Meaning::Never(Never::FamilyCard),
        "nokk nomorkk kartukeluarga nokartukeluarga nomorkartukeluarga",
    ),
    (
        Meaning::Never(Never::BloodGroup),
        "golongandarah goldarah bloodtype bloodgroup",
    ),
];

const GENERIC: Synonyms = &[
    (
        Plain(Field::Card),
        "card nokartu nomorkartu noanggota nomoranggota idanggota kodeanggota noanggotaperpustakaan memberid \
         membercode membernumber cardnumber cardno membershipnumber barcodeanggota",
    ),
    (Also(Field::Card), "nis nisn nomorinduksiswa nim nomorindukmahasiswa"),
    (
        Plain(Field::Name),
        "name nama namalengkap namaanggota membername fullname namapemustaka namasiswa namapeserta",
    ),
    (Given, "firstname namadepan givenname"),
    (Surname, "surname namabelakang lastname familyname"),
    (
        Plain(Field::Type),
        "type jenisanggota tipeanggota jeniskeanggotaan tipekeanggotaan membertype membertypename categorycode kategori \
         kategorianggota category tipe",
    ),
    (Plain(Field::Sex), "sex jeniskelamin kelamin gender jk lp"),
    (
        Plain(Field::Born),
        "born tanggallahir tgllahir birthdate dateofbirth dob birthday tgllhr",
    ),
    (
        PlaceAndBirth,
        "ttl tempattanggallahir tempattgllahir tempatdantanggallahir",
    ),
    (
        Plain(Field::Phone),
        "phone telepon notelepon nomortelepon hp nohp nomorhp handphone nohandphone ponsel wa nowa whatsapp nowhatsapp \
         memberphone mobile mobilephone telp notelp nomortelp telephone",
    ),
    (Also(Field::Phone), "teleponrumah telprumah notelprumah phonepro"),
    (
        Plain(Field::Email),
        "email surel alamatemail alamatsurel emailaddress memberemail",
    ),
    (
        Plain(Field::Address),
        "address alamat alamatrumah alamatlengkap alamattinggal alamatsekarang memberaddress streetaddress",
    ),
    (Also(Field::Address), "alamatktp alamatsesuaiktp"),
    (Block, "rt rw rtrw"),
    (
        Plain(Field::Village),
        "village kelurahan desa kelurahandesa desakelurahan keldesa",
    ),
    (Plain(Field::District), "district kecamatan kec"),
    (
        Plain(Field::City),
        "city kota kabupaten kabupatenkota kotakabupaten kabkota kotakab",
    ),
    (Plain(Field::PostalCode), "postalcode kodepos zip zipcode postcode"),
    (
        Plain(Field::Education),
        "education pendidikan pendidikanterakhir jenjang jenjangpendidikan tingkatpendidikan",
    ),
    (
        Plain(Field::Occupation),
        "occupation pekerjaan profesi job jenispekerjaan",
    ),
    (
        Plain(Field::Institution),
        "institution instansi lembaga sekolah asalsekolah namainstitusi namasekolah namainstansi instname kampus \
         unitkerja kelas",
    ),
    (Plain(Field::Nik), "nik noktp nomorktp nomorindukkependudukan"),
    (Identity, "noidentitas nomoridentitas identitas"),
    (
        Plain(Field::GuardianName),
        "guardianname namawali wali namaorangtua orangtua namaorangtuawali guarantorname contactname",
    ),
    (
        Plain(Field::GuardianPhone),
        "guardianphone teleponwali notelpwali nohpwali hpwali hporangtua nohporangtua telporangtua",
    ),
    (
        Plain(Field::GuardianRelation),
        "guardianrelation hubunganwali hubungan statushubungan relationship",
    ),
    (
        Plain(Field::Joined),
        "joined tanggaldaftar tgldaftar tanggalpendaftaran tglpendaftaran tanggalbergabung terdaftar registerdate \
         membersincedate dateenrolled",
    ),
    (
        Plain(Field::ValidUntil),
        "validuntil berlakusampai berlakuhingga berlakusd masaberlaku tanggalakhirberlaku tanggalberakhir expiredate \
         expirydate dateexpiry tanggalkedaluwarsa tanggalkadaluarsa",
    ),
    (Plain(Field::Note), "note catatan keterangan notes membernotes ket"),
];

/// Names of Koha's table of patrons, where they differ from the common ones.
const KOHA: Synonyms = &[
    (Plain(Field::Card), "cardnumber"),
    (Plain(Field::Type), "categorycode"),
    (Plain(Field::Phone), "mobile phone"),
    (Also(Field::Phone), "phonepro"),
    (Plain(Field::PostalCode), "zipcode"),
    (Block, "address2 streetnumber"),
    (Plain(Field::Note), "borrowernotes"),
    (Plain(Field::GuardianName), "contactname altcontactsurname"),
    (Plain(Field::GuardianRelation), "relationship"),
];

/// The columns of SLiMS's export, by position.
pub(super) const SLIMS_NAMES: [&str; 19] = [
    "member_id",
    "member_name",
    "gender",
    "member_type_name",
    "member_email",
    "member_address",
    "postal_code",
    "inst_name",
    "is_new",
    "member_image",
    "pin",
    "member_phone",
    "member_fax",
    "member_since_date",
    "register_date",
    "expire_date",
    "birth_date",
    "member_notes",
    "mpasswd",
];

const SLIMS: Synonyms = &[
    (Plain(Field::Card), "memberid"),
    (Plain(Field::Name), "membername"),
    (OneOrZero, "gender"),
    (Plain(Field::Type), "membertypename"),
    (Plain(Field::Email), "memberemail"),
    (Plain(Field::Address), "memberaddress"),
    (Plain(Field::PostalCode), "postalcode"),
    (Plain(Field::Institution), "instname"),
    (Plain(Field::Phone), "memberphone"),
    (Plain(Field::Joined), "membersincedate"),
    (Also(Field::Joined), "registerdate"),
    (Plain(Field::ValidUntil), "expiredate"),
    (Plain(Field::Born), "birthdate"),
    (Plain(Field::Note), "membernotes"),
];

/// The columns of INLISLite's form.
pub(super) const INLISLITE_NAMES: [&str; 49] = [
    "NO",
    "NO ANGGOTA",
    "NAMA",
    "TEMPAT LAHIR",
    "TANGGAL LAHIR",
    "ALAMAT SESUAI KTP",
    "KECAMATAN SESUAI KTP",
    "KELURAHAN SESUAI KTP",
    "RT SESUAI KTP",
    "RW SESUAI KTP",
    "PROPINSI SESUAI KTP",
    "KABUPATEN / KOTA SESUAI KTP",
    "ALAMAT TEMPAT TINGGAL SEKARANG",
    "KECAMATAN SEKARANG",
    "KELURAHAN SEKARANG",
    "RT SEKARANG",
    "RW SEKARANG",
    "PROPINSI SEKARANG",
    "KABUPATEN / KOTA SEKARANG",
    "NO. HP",
    "NO. TELP RUMAH",
    "JENIS IDENTITAS",
    "NO. IDENTITAS",
    "JENIS KELAMIN",
    "AGAMA",
    "PEKERJAAN",
    "IBU KANDUNG",
    "ALAMAT EMAIL",
    "JENIS ANGGOTA",
    "PENDIDIKAN TERAKHIR",
    "STATUS PERKAWINAN",
    "TANGGAL PENDAFTARAN",
    "TANGGAL AKHIR BERLAKU",
    "JENIS PERMOHONAN",
    "STATUS ANGGOTA",
    "NAMA INSTITUSI",
    "ALAMAT INSTITUSI",
    "NO TELP INSTITUSI",
    "NAMA (KEADAAN DARURAT)",
    "ALAMAT (KEADAAN DARURAT)",
    "NO TELP (KEADAAN DARURAT)",
    "STATUS HUBUNGAN (DARURAT)",
    "UNIT KERJA",
    "TAHUN AJARAN",
    "FAKULTAS",
    "JURUSAN",
    "PROGRAM STUDI",
    "KELAS SISWA",
    "PHOTO URL",
];

const INLISLITE: Synonyms = &[
    (Plain(Field::Card), "noanggota"),
    (Plain(Field::Name), "nama"),
    (Plain(Field::Born), "tanggallahir"),
    (Plain(Field::Address), "alamattempattinggalsekarang"),
    (Also(Field::Address), "alamatsesuaiktp"),
    (Block, "rtsekarang rwsekarang"),
    (Plain(Field::District), "kecamatansekarang"),
    (Also(Field::District), "kecamatansesuaiktp"),
    (Plain(Field::Village), "kelurahansekarang"),
    (Also(Field::Village), "kelurahansesuaiktp"),
    (Plain(Field::City), "kabupatenkotasekarang"),
    (Also(Field::City), "kabupatenkotasesuaiktp"),
    (Plain(Field::Phone), "nohp"),
    (Also(Field::Phone), "notelprumah"),
    (Identity, "noidentitas"),
    (Plain(Field::Sex), "jeniskelamin"),
    (Plain(Field::Occupation), "pekerjaan"),
    (Plain(Field::Email), "alamatemail"),
    (Plain(Field::Type), "jenisanggota"),
    (Plain(Field::Education), "pendidikanterakhir"),
    (Plain(Field::Joined), "tanggalpendaftaran"),
    (Plain(Field::ValidUntil), "tanggalakhirberlaku"),
    (Plain(Field::Institution), "namainstitusi"),
    (Also(Field::Institution), "unitkerja"),
    (Plain(Field::GuardianName), "namakeadaandarurat"),
    (Plain(Field::GuardianPhone), "notelpkeadaandarurat"),
    (Plain(Field::GuardianRelation), "statushubungandarurat"),
];

const fn tables(dialect: Dialect) -> &'static [Synonyms] {
    match dialect {
        Dialect::Generic => &[NEVER, GENERIC],
        Dialect::SlimsMember => &[NEVER, SLIMS],
        Dialect::InlisliteAnggota => &[NEVER, INLISLITE],
        Dialect::Koha => &[NEVER, KOHA, GENERIC],
    }
}

type Known = HashMap<&'static str, (Meaning, usize)>;

static KNOWN: LazyLock<Vec<Known>> = LazyLock::new(|| {
    let of = |dialect: &Dialect| {
        let mut known = Known::new();
        for (place, table) in tables(*dialect).iter().enumerate() {
            for (meaning, names) in *table {
                for (rank, name) in names.split_whitespace().enumerate() {
                    // The first table that knows a heading decides.
                    known.entry(name).or_insert((*meaning, place * 100 + rank));
                }
            }
        }
        known
    };
    Dialect::all().iter().map(of).collect()
});

/// What a heading means in a dialect, and how well it fits: the smaller the better.
pub(super) fn meaning(dialect: Dialect, folded: &str) -> Option<(Meaning, usize)> {
    KNOWN.get(dialect as usize)?.get(folded).copied()
}
