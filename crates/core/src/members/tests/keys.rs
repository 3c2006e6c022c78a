//! The key of the NIK hashes: made when it is needed, never replaced while hashes need it.

use std::os::unix::fs::PermissionsExt;

use super::*;

const NIK: &str = "nik=3571014504980003";

#[test]
fn the_key_is_made_once_beside_the_library() {
    let mut desk = Desk::new();
    let key = key_file(desk.library.path());
    desk.add(&["name=Siti"]).expect("enrolled");
    assert!(!key.exists());
    desk.add(&["name=Dewi", NIK]).expect("enrolled");
    let text = std::fs::read(&key).expect("a key");
    let mode = std::fs::metadata(&key).expect("a key").permissions().mode();
    assert_eq!((text.len(), mode & 0o777), (65, 0o660));
    desk.add(&["name=Budi", "nik=3571010504980004"]).expect("enrolled");
    assert_eq!(std::fs::read(&key).expect("a key"), text);
    assert_eq!(desk.count("SELECT count(*) FROM member WHERE nik_hash IS NOT NULL"), 2);
    let backups = desk.folder.path().join("cadangan");
    std::fs::create_dir(&backups).expect("a folder");
    let backup = desk.library.backup(&backups, &act()).expect("a backup");
    let bytes = std::fs::read(&backup.path).expect("bytes");
    for secret in [&b"3571014504980003"[..], text.trim_ascii()] {
        assert!(!bytes.windows(secret.len()).any(|window| window == secret));
    }
    let names = std::fs::read_dir(&backups)
        .expect("a folder")
        .map(|one| one.expect("one").file_name());
    assert!(names.into_iter().all(|name| !name.to_string_lossy().contains("key")));
}

#[test]
fn a_key_that_is_gone_or_another_is_said_and_left_alone() {
    let mut desk = Desk::new();
    desk.add(&["name=Dewi", NIK]).expect("enrolled");
    let key = key_file(desk.library.path());
    let good = std::fs::read(&key).expect("a key");
    std::fs::remove_file(&key).expect("removed");
    assert_eq!(code(desk.add(&["name=Budi", NIK])), "nik-key.missing");
    assert!(!key.exists(), "a missing key is not replaced");
    for (bytes, expected) in [
        (&b"00".repeat(32)[..], "nik-key.differs"),
        (b"", "nik-key.unreadable"),
        (b"\xff\xfe", "nik-key.unreadable"),
        (b"bukan kunci", "nik-key.unreadable"),
    ] {
        std::fs::write(&key, bytes).expect("written");
        assert_eq!(code(desk.add(&["name=Budi", NIK])), expected);
        assert_eq!(std::fs::read(&key).expect("a key"), bytes);
    }
    // Who has no NIK to store needs no key.
    desk.add(&["name=Budi"]).expect("enrolled");
    std::fs::write(&key, &good).expect("written");
    let alike = desk.add(&["name=D.", NIK]).expect("enrolled").duplicates;
    assert_eq!(alike.first().map(|one| one.by), Some(Alike::Nik));
}

#[test]
fn without_hashes_any_key_will_do() {
    let mut desk = Desk::new();
    let id = desk.add(&["name=Dewi", NIK]).expect("enrolled").member.id;
    desk.edit(id, &["nik="]).expect("edited");
    std::fs::remove_file(key_file(desk.library.path())).expect("removed");
    desk.edit(id, &[NIK]).expect("edited");
    assert!(
        desk.library
            .check(crate::check::Depth::Deep)
            .expect("looked")
            .is_sound()
    );
}
