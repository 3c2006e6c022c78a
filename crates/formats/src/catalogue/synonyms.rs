//! The headings under which columns go, Indonesian and English, as [`super::header::fold`] leaves them.

use super::Field;
use super::header::Meaning::{self, Also, Dimensions, IsbnOrIssn, Plain, Split, Subtitle};

/// A meaning and its headings, parted by blanks; where several columns of a file fit, the earliest heading wins.
pub(super) type Synonyms = &'static [(Meaning, &'static str)];

const TITLE: Synonyms = &[
    (Plain(Field::TitleRef), "titleref"),
    (
        Plain(Field::Title),
        "judul title judulbuku judulutama judulkoleksi judulbahanpustaka judulterbitan judulpustaka booktitle \
         titleproper juduldananakjudul judulanakjudul titlestatement",
    ),
    (Subtitle, "anakjudul subjudul subtitle judultambahan remainderoftitle"),
    (
        Plain(Field::Part),
        "jilid part nojilid nomorjilid volume vol jilidvolume",
    ),
    (
        Plain(Field::Responsibility),
        "responsibility pernyataantanggungjawab penanggungjawab tanggungjawab sor statementofresponsibility",
    ),
    (
        Split(Field::Author, ";|"),
        "pengarang penulis author authors namapengarang namapenulis pengarangutama pengarangpenulis \
         penulispengarang creator penyusun tajukpengarang pengarang1 penulis1 author1 pengarang2 penulis2 \
         author2 pengarang3 penulis3 author3 pengarangtambahan penulistambahan additionalauthors \
         pengarangkedua",
    ),
    (
        Plain(Field::Edition),
        "edisi edition edisicetakan cetakan cetakanke edisike",
    ),
    (
        IsbnOrIssn,
        "isbn13 isbn noisbn nomorisbn isbnissn issnisbn kodeisbn eanisbn",
    ),
    (Also(Field::Isbn), "isbn10"),
    (Plain(Field::Issn), "issn noissn nomorissn"),
    (
        Plain(Field::Publisher),
        "penerbit publisher namapenerbit publishername publishercode",
    ),
    (
        Plain(Field::Place),
        "kotaterbit tempatterbit place kota tempat placeofpublication publicationplace placename city \
         kotapenerbit tempatpenerbitan kotatempatterbit kotaterbitan",
    ),
    (
        Plain(Field::Year),
        "tahunterbit year tahun publishyear yearpublished publicationyear thnterbit thterbit tahunpenerbitan \
         copyrightdate dateofpublication publicationdate thn tahunterbitan",
    ),
    (Also(Field::Year), "originalpublicationyear"),
    (
        Plain(Field::Extent),
        "kolasi collation extent deskripsifisik physicaldescription jumlahhalaman jmlhalaman jmlhal halaman \
         hal hlm pages numberofpages pagecount tebal tebalhalaman jumlahhal",
    ),
    (Dimensions, "dimensi ukuran dimensions size tinggi ukuranbuku"),
    (
        Plain(Field::Series),
        "seri series judulseri seriestitle seriesstatement namaseri",
    ),
    (
        Plain(Field::CallNumber),
        "callnumber nopanggil nomorpanggil callno nomorpanggilkatalog nopanggilbuku nomorpanggilbuku",
    ),
    (
        Plain(Field::Class),
        "klasifikasi class ddc noddc nomorddc classification noklasifikasi nomorklasifikasi noklas nomorklas \
         kodeklasifikasi kodeddc klasifikasiddc ddcklasifikasi dewey deweydecimal kelasddc notasi kelas",
    ),
    (
        Plain(Field::Language),
        "bahasa language languagename kodebahasa languagecode languages",
    ),
    (
        Plain(Field::Medium),
        "gmd medium gmdname media jenisbahan jenisbahanpustaka bentukfisik bentuk materialtype",
    ),
    (
        Split(Field::Subject, ";|"),
        "subjek subject subjects topik topic topics subyek tajuksubjek subjektopik katakunci keywords \
         kategori category bidang bidangilmu genre",
    ),
    (
        Plain(Field::Notes),
        "catatan notes note abstrak abstract ringkasan sinopsis summary keterangan deskripsi description \
         anotasi",
    ),
    (
        Plain(Field::Image),
        "image gambar sampul gambarsampul cover coverimage imageurl",
    ),
];

const ITEM: Synonyms = &[
    (
        Split(Field::ItemCode, ";|,\n"),
        "itemcode barcode kodeeksemplar nobarcode nomorbarcode kodebarcode noeksemplar nomoreksemplar \
         kodeitem itembarcode barcodes kodeeksemplarbuku barcodeeksemplar",
    ),
    (
        Plain(Field::Copies),
        "copies eksemplar jumlaheksemplar jmleksemplar jumlaheks jmleks eks eksp jmleksp jumlah jumlahbuku \
         jml jmlbuku qty quantity kuantitas banyaknya numberofcopies stok jumlahcopy",
    ),
    (
        Plain(Field::InventoryNumber),
        "inventorynumber noinduk nomorinduk noinventaris nomorinventaris inventaris inventorycode inventoryno \
         noindukbuku nomorindukbuku kodeinventaris accessionnumber accessionno stocknumber induk \
         noinduknoinventaris noindukinventaris",
    ),
    (
        Plain(Field::ItemCallNumber),
        "itemcallnumber nomorpanggileksemplar nopanggileksemplar itemcallno",
    ),
    (
        Plain(Field::CollectionType),
        "collectiontype tipekoleksi jeniskoleksi colltypename koleksi collection ccode itemtype itype",
    ),
    (
        Plain(Field::Location),
        "location lokasi locationname namalokasi lokasiperpustakaan kodelokasi perpustakaan cabang branch \
         homebranch homelibrary",
    ),
    (
        Plain(Field::Shelf),
        "shelf rak norak nomorrak koderak lokasirak rakbuku shelvinglocation site lokasiruang",
    ),
    (
        Plain(Field::Status),
        "status statuseksemplar itemstatus itemstatusname ketersediaan availability kondisi condition",
    ),
    (
        Plain(Field::Received),
        "received tanggalditerima tanggalterima tglterima tglditerima tanggalpenerimaan receiveddate \
         datereceived tanggalpengadaan tglpengadaan tanggalmasuk tglmasuk acquisitiondate dateacquired \
         dateaccessioned acquired tanggal tgl",
    ),
    (
        Plain(Field::Source),
        "source sumber jenissumber sumberperolehan caraperolehan perolehan carapengadaan asal asalbuku \
         sumberbuku sumberpengadaan acquisitionsource asalperolehan",
    ),
    (
        Plain(Field::Supplier),
        "supplier pemasok namapemasok namasumber suppliername vendor rekanan distributor donatur toko",
    ),
    (
        Plain(Field::OrderNumber),
        "ordernumber nopesanan nomorpesanan orderno nopemesanan nomorpemesanan",
    ),
    (
        Plain(Field::Ordered),
        "ordered tanggalpesan tanggalpesanan tanggalpemesanan tglpesan orderdate",
    ),
    (
        Plain(Field::InvoiceNumber),
        "invoicenumber nofaktur nomorfaktur faktur invoice invoiceno nokwitansi nomorkwitansi",
    ),
    (Plain(Field::Invoiced), "invoiced tanggalfaktur tglfaktur invoicedate"),
    (
        Plain(Field::Price),
        "harga price hargasatuan hargabuku hargarp hargasatuanrp hargasatuanrupiah hargarupiah unitprice \
         purchaseprice listprice cost replacementprice hargabeli hargaeksemplar",
    ),
    (Plain(Field::Currency), "currency matauang pricecurrency kodematauang"),
    (
        Plain(Field::ItemNote),
        "itemnote catataneksemplar keteranganeksemplar itemnotes publicnote catatanitem",
    ),
];

/// What an item list of Koha calls its columns, beyond the common names. Column names of its database, and the headings of
/// its item search.
const KOHA: Synonyms = &[
    (Plain(Field::Status), "notforloan notforloanstatus"),
    (Plain(Field::Shelf), "shelvinglocation location permanentlocation"),
    (
        Plain(Field::Location),
        "homebranch homelibrary holdingbranch currentlibrary",
    ),
    (
        Plain(Field::CollectionType),
        "itype itemtype ccode collection collectioncode",
    ),
    (Plain(Field::CallNumber), "cncallnumber"),
    (Plain(Field::Class), "cnclass ddc dewey"),
    (Plain(Field::ItemCallNumber), "itemcallnumber callnumber fullcallnumber"),
    (Plain(Field::Supplier), "booksellerid sourceofacquisition"),
    (Plain(Field::Price), "price cost replacementprice"),
    (Plain(Field::Place), "place placeofpublication"),
];

const GOODREADS: Synonyms = &[
    (Plain(Field::Title), "title"),
    (Plain(Field::Author), "author"),
    (Split(Field::Author, ","), "additionalauthors authors"),
    (Plain(Field::Isbn), "isbn13"),
    (Also(Field::Isbn), "isbn"),
    (Plain(Field::Publisher), "publisher"),
    (Plain(Field::Medium), "binding"),
    (Plain(Field::Extent), "numberofpages"),
    (Plain(Field::Year), "yearpublished"),
    (Also(Field::Year), "originalpublicationyear"),
    (Plain(Field::Language), "languagecode"),
    (Plain(Field::Image), "imageurl"),
];

const LIBRARYTHING: Synonyms = &[
    (Plain(Field::Title), "title"),
    (Plain(Field::Author), "primaryauthor"),
    (Split(Field::Author, "|;"), "secondaryauthor"),
    (Plain(Field::Publisher), "publication"),
    (Plain(Field::Year), "date"),
    (Plain(Field::Notes), "comment"),
    (Plain(Field::Medium), "media"),
    (Plain(Field::Extent), "physicaldescription"),
    (Also(Field::Extent), "pagecount"),
    (Plain(Field::Received), "acquired"),
    (Plain(Field::ItemCode), "barcode"),
    (Split(Field::Subject, ","), "tags"),
    (Split(Field::Subject, "|\n"), "subjects"),
    (Plain(Field::Language), "languages"),
    (Plain(Field::Isbn), "isbn"),
    (Plain(Field::Issn), "issn"),
    (Plain(Field::Class), "deweydecimal"),
    (Plain(Field::CallNumber), "othercallnumber"),
    (Plain(Field::Copies), "copies"),
    (Plain(Field::Supplier), "fromwhere"),
    (Plain(Field::Price), "purchaseprice"),
    (Also(Field::Price), "listprice"),
];

/// The tables a dialect is read with, the first that knows a heading decides.
pub(super) fn tables(dialect: super::Dialect) -> &'static [Synonyms] {
    use super::Dialect;
    match dialect {
        Dialect::KohaItems => &[KOHA, TITLE, ITEM],
        Dialect::Goodreads => &[GOODREADS],
        Dialect::Librarything => &[LIBRARYTHING],
        Dialect::SlimsBiblio => &[super::slims::BIBLIO],
        Dialect::SlimsItem => &[super::slims::ITEM],
        Dialect::Inlislite => &[super::inlislite::COLUMNS],
        Dialect::Pustaka | Dialect::Generic => &[TITLE, ITEM],
    }
}
