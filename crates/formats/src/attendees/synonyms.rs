//! The headings that lists of attendees have, in both languages.

use crate::list::Known;

/// Every column that is known: its key is also what `--map` takes.
pub const KEYS: &[Known] = &[
    known(
        "card",
        "nomoranggota noanggota kartuanggota nokartu membercard cardnumber membernumber",
    ),
    known(
        "name",
        "namalengkap namapeserta nama attendeename fullname name namapendaftar namasiswa namaanak namalengkap* namapeserta* nama*",
    ),
    known("first-name", "attendeefirstname firstname namadepan"),
    known(
        "last-name",
        "attendeelastname attendeesurname lastname surname namabelakang",
    ),
    known(
        "phone",
        "attendeephone phone phonenumber cellphone mobilephone telepon notelepon nomortelepon nohp nomorhp hp nowa nomorwa whatsapp nowhatsapp nomorwhatsapp telp notelp kontak workphone homephone nowa* nomorwa* nohp* nomorhp* notelp* nomortelepon*",
    ),
    known(
        "email",
        "attendeeemail email emailaddress alamatemail surel emailpeserta email*",
    ),
    known(
        "payer-name",
        "paidbyname buyername namapembayar dibayaroleh namaorangtua orangtuawali namawali wali pembayar purchasername",
    ),
    known("payer-first-name", "buyerfirstname purchaserfirstname"),
    known(
        "payer-last-name",
        "buyerlastname buyersurname purchaserlastname purchasersurname",
    ),
    known(
        "payer-email",
        "paidbyemail buyeremail emailpembayar emailorangtua purchaseremail",
    ),
    known(
        "payer-phone",
        "paidbyphone buyerphone nohporangtua nomorhporangtua hporangtua teleponorangtua nowaorangtua nowaliwali",
    ),
    known(
        "born",
        "tanggallahir tgllahir tahunlahir birthdate dateofbirth birthyear yearofbirth dob lahir tanggallahir*",
    ),
    known("sex", "jeniskelamin sex gender kelamin lp"),
    known("district", "kecamatan district kecamatandomisili kecamatan*"),
    known(
        "institution",
        "instansi sekolah namasekolah namainstansi asalsekolah lembaga company organization organisation institution institusi komunitas asalinstansi kampus instansi*",
    ),
    known(
        "heads",
        "jumlahpeserta jumlahorang jumlahsiswa heads headcount jumlah jumlahpeserta*",
    ),
    known(
        "needs",
        "kebutuhankhusus kebutuhanaksesibilitas aksesibilitas accessibility accessibilityneeds specialneeds kebutuhankhusus* apakahandamemilikikebutuhan*",
    ),
    known("note", "catatan keterangan note notes remark"),
    known(
        "asked-at",
        "timestamp capwaktu stempelwaktu paiddateutc orderdate ordertime createdat createdateutc registeredat registrationdate tanggaldaftar waktudaftar waktupendaftaran purchasedate",
    ),
    known("order", "ordernumber orderid order ordernum nomorpesanan"),
    known(
        "ticket",
        "ticketnumber ticketid attendeeid attendeenumber attendee barcodenumber barcode nomortiket kodetiket",
    ),
    known("status", "attendeestatus status statuspendaftaran"),
];

const fn known(key: &'static str, names: &'static str) -> Known {
    Known { key, names }
}
