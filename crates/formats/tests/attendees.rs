//! Lists of attendees as the shops and forms write them.

use pustaka_formats::attendees::{Attendee, Dialect, List, from_bytes};
use pustaka_formats::list::Options;
use pustaka_formats::table::FileError;

fn read(text: &str) -> List {
    from_bytes(text.as_bytes(), &Options::default()).unwrap()
}

fn told(one: &Attendee) -> [&str; 4] {
    [&one.name, &one.phone, &one.email, &one.contact_of].map(|text| text.as_deref().unwrap_or_default())
}

fn asked(one: &Attendee) -> String {
    one.asked_at
        .map(|at| at.strftime("%Y-%m-%d %H:%M").to_string())
        .unwrap_or_default()
}

#[test]
fn a_google_form() {
    let list = read(
        "Cap waktu,\"Nama lengkap\n(sesuai KTP)\",Nomor WA,Kecamatan,Tanggal lahir,Apakah Anda memiliki kebutuhan khusus?\n\
         20/11/2026 8:15:32,Siti Aminah,0812-3456-7801,Mojoroto,05/01/2012,Tidak\n\
         20/11/2026 21:00:00,Émile,81234567802,Kota,2001,Kursi roda\n,,,,,\n",
    );
    assert_eq!((list.dialect, list.blank), (Dialect::GoogleForms, 1));
    let keys: Vec<Option<&str>> = list.shape.columns.iter().map(|column| column.field).collect();
    let all = ["asked-at", "name", "phone", "district", "born", "needs"].map(Some);
    assert_eq!(keys, all);
    assert_eq!(told(&list.people[0]), ["Siti Aminah", "0812-3456-7801", "", ""]);
    assert_eq!(
        (asked(&list.people[0]).as_str(), list.people[0].needs.as_deref()),
        ("2026-11-20 08:15", None)
    );
    assert_eq!(list.people[1].needs.as_deref(), Some("Kursi roda"));
    assert_eq!(list.people[1].line, 4);
}

#[test]
fn a_bevy_export() {
    let list = read(
        "Order number,Ticket number,First Name,Last Name,Email,Company,Title,Ticket title,Paid by (name),Paid by (email),Paid date (UTC),Checkin Date (UTC)\n\
         GOOGB21,GOOGB21-1,012 Rara,Putri,rina@contoh.id,SDN 1,,Umum,Rina Wulandari,rina@contoh.id,2026-11-20 17:30:00,\n\
         GOOGB21,GOOGB21-2,Doni,,,,,Umum,Rina Wulandari,rina@contoh.id,2026-11-20 17:30:00,\n\
         GOOGB22,GOOGB22-1,Budi,Santoso,budi@contoh.id,,,Umum,Budi Santoso,budi@contoh.id,\"Nov 20, 2026 9:00 AM\",\n",
    );
    assert_eq!(list.dialect, Dialect::Bevy);
    assert_eq!(
        told(&list.people[0]),
        ["Rara Putri", "", "rina@contoh.id", "Rina Wulandari"]
    );
    assert_eq!(list.people[0].mended, ["name.queue-number", "contact.of-payer"]);
    // UTC of the evening is the next day here.
    assert_eq!(asked(&list.people[0]), "2026-11-21 00:30");
    assert_eq!(told(&list.people[1]), ["Doni", "", "rina@contoh.id", "Rina Wulandari"]);
    assert_eq!(told(&list.people[2]), ["Budi Santoso", "", "budi@contoh.id", ""]);
    assert_eq!(asked(&list.people[2]), "2026-11-20 16:00");
    assert_eq!(list.people[2].source_key, "ticket GOOGB22-1");
}

#[test]
fn an_eventbrite_report() {
    let list = read(
        "Order #,Order Date,First Name,Last Name,Email,Quantity,Ticket Type,Attendee #,Attendee Status,Cell Phone\n\
         991,2026-11-19 20:00:00-08:00,Ani,Lestari,ani@contoh.id,1,Umum,5001,Attending,0812 3456 7801\n\
         991,2026-11-19 20:00:00-08:00,Beni,Lestari,ani@contoh.id,1,Umum,5002,Attending,0812 3456 7801\n\
         992,2026-11-19 21:00:00-08:00,Citra,,citra@contoh.id,1,Umum,5003,Not Attending,\n",
    );
    assert_eq!(list.dialect, Dialect::Eventbrite);
    assert_eq!(
        told(&list.people[0]),
        ["Ani Lestari", "0812 3456 7801", "ani@contoh.id", ""]
    );
    assert_eq!(
        told(&list.people[1]),
        ["Beni Lestari", "0812 3456 7801", "ani@contoh.id", "Ani Lestari"]
    );
    assert_eq!(asked(&list.people[0]), "2026-11-20 11:00");
    let gone: Vec<bool> = list.people.iter().map(|one| one.cancelled).collect();
    assert_eq!(gone, [false, false, true]);
}

#[test]
fn any_list_with_names() {
    let list = read("Daftar hadir;;\nNo;NAMA;Jumlah siswa\n1;SDN Mojoroto 1;32\n2;Siti;\n3;Siti;\n");
    assert_eq!((list.dialect, list.shape.delimiter), (Dialect::Generic, Some(b';')));
    assert_eq!(list.people[0].heads.as_deref(), Some("32"));
    assert_ne!(
        list.people[1].source_key, list.people[2].source_key,
        "two of one name are two"
    );
    let again = read("Daftar hadir;;\nNo;NAMA;Jumlah siswa\n1;SDN Mojoroto 1;32\n2;Siti;\n3;Siti;\n");
    assert_eq!(list, again, "the keys are the same when the file comes again");
    let none = from_bytes(b"alamat,kota\nJl. Dhoho,Kediri\n", &Options::default());
    assert!(matches!(none, Err(FileError::HeaderMissing { .. })), "{none:?}");
    let options = Options {
        map: vec![("name", "Siapa".to_owned())],
        ..Options::default()
    };
    assert_eq!(
        from_bytes(b"Siapa,Kota\nSiti,Kediri\n", &options).unwrap().people[0]
            .name
            .as_deref(),
        Some("Siti")
    );
}

proptest::proptest! {
    #[test]
    fn any_bytes_are_a_list_or_refused(bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..400)) {
        let _ = from_bytes(&bytes, &Options::default());
    }

    #[test]
    fn any_cells_are_read(cells in proptest::collection::vec("[0-9A-Za-z .,;\"@+:/-]{0,24}", 2..40)) {
        let mut file = String::from("Timestamp;Nama;No HP;Order number;Paid by (name);Paid by (email)\n");
        for row in cells.chunks(6) {
            file.push_str(&row.join(";"));
            file.push('\n');
        }
        if let Ok(list) = from_bytes(file.as_bytes(), &Options::default()) {
            let keys: std::collections::BTreeSet<&str> = list.people.iter().map(|one| one.source_key.as_str()).collect();
            proptest::prop_assert_eq!(keys.len(), list.people.len(), "each row has a key of its own");
        }
    }
}
