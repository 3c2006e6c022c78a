//! Backups, restoring, upgrades and the journal.

use std::fs;
use std::path::{Path, PathBuf};

use crate::desk::{Desk, code_of, json};

fn backups_in(folder: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    found.retain(|path| path.extension().is_some_and(|ending| ending == "db"));
    found.sort();
    found
}

/// A desk, a folder for its backups, and the one backup in it.
fn backed_up() -> (Desk, PathBuf, PathBuf) {
    let desk = Desk::new();
    let folder = desk.path("cadangan");
    fs::create_dir(&folder).unwrap();
    let run = desk.run(&["backup", folder.to_str().unwrap()]);
    assert_eq!((run.code, run.out() + &run.err()), (0, String::new()), "silent in cron");
    let backup = backups_in(&folder).pop().unwrap();
    (desk, folder, backup)
}

#[test]
fn a_backup_restores_into_a_new_file_and_never_over_one() {
    let (desk, _, backup) = backed_up();
    let (backup, to) = (backup.to_str().unwrap(), desk.path("baru.db"));
    let to = to.to_str().unwrap();
    desk.run(&["settings", "library.name", "Sesudah cadangan"]);
    let rehearsed = desk.run(&["restore", backup, "--to", to, "--dry-run", "--format", "json"]);
    assert_eq!(json(&rehearsed.stdout)["digest_compared"], true);
    assert!(!Path::new(to).exists());
    let run = desk.run(&["restore", backup, "--to", to, "--format", "json"]);
    let restored = json(&run.stdout);
    assert_eq!(
        (run.code, restored["digest_compared"].as_bool()),
        (0, Some(true)),
        "{}",
        run.err()
    );
    assert_eq!(restored["journal"]["entries"], 1);
    let name = |db: &str| {
        json(
            &desk
                .run(&["settings", "library.name", "--db", db, "--format", "json"])
                .stdout,
        )
    };
    assert_eq!(name(to)["value"], "Perpustakaan Uji");
    assert_eq!(name(desk.db().to_str().unwrap())["value"], "Sesudah cadangan");
    assert_eq!(desk.run(&["check", "--deep", "--db", to]).code, 0);
    for taken in [
        &["restore", backup, "--to", to][..],
        &["restore", backup],
        &["restore", backup, "--dry-run"],
    ] {
        let again = desk.run(&[taken, &["--format", "json"]].concat());
        assert_eq!((code_of(&again).as_str(), again.code), ("file.exists", 3), "{taken:?}");
    }
    assert_eq!(name(to)["value"], "Perpustakaan Uji");
}

#[test]
fn a_lost_library_comes_back_to_its_own_place() {
    let (desk, _, backup) = backed_up();
    for name in ["library.db", "library.db-wal", "library.db-shm", "library.db.queue"] {
        let _absent = fs::remove_file(desk.path(name));
    }
    let run = desk.run(&["restore", backup.to_str().unwrap(), "-v"]);
    assert_eq!(run.code, 0, "{}", run.err());
    assert!(run.out().contains("Sidiknya sama"), "{}", run.out());
    assert_eq!(desk.run(&["check"]).code, 0);
}

#[test]
fn what_is_no_sound_backup_is_not_restored() {
    let (desk, folder, backup) = backed_up();
    let rotten = folder.join("busuk.db");
    let mut bytes = fs::read(&backup).unwrap();
    let place = bytes.windows(12).position(|window| window == b"library.init").unwrap();
    bytes[place] ^= 1;
    fs::write(&rotten, &bytes).unwrap();
    let truncated = folder.join("terpotong.db");
    fs::write(&truncated, &bytes[..bytes.len() / 2]).unwrap();
    fs::write(&backup, &bytes).unwrap();
    let in_use = desk.db();
    desk.run(&["settings", "library.name", "Sedang dipakai"]);
    for (from, code) in [
        (&backup, "file.digest"),
        (&rotten, "file.damaged"),
        (&truncated, "file.truncated"),
        (&folder, "file.folder"),
        (&folder.join("tidak-ada.db"), "file.missing"),
    ] {
        let to = desk.path("baru.db");
        let args = [
            "restore",
            from.to_str().unwrap(),
            "--to",
            to.to_str().unwrap(),
            "--format",
            "json",
        ];
        let run = desk.run(&args);
        assert_eq!((code_of(&run).as_str(), run.code), (code, 3), "{}", run.err());
        assert!(!to.exists());
    }
    assert!(in_use.exists());
    let left: Vec<_> = fs::read_dir(desk.folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert!(
        left.iter().all(|name| !name.to_string_lossy().contains("baru")),
        "{left:?}"
    );
}

#[test]
fn older_backups_go_as_the_settings_say() {
    let desk = Desk::new();
    let folder = desk.path("cadangan");
    fs::create_dir(&folder).unwrap();
    let folder = folder.to_str().unwrap();
    for (key, value) in [("daily", "2"), ("weekly", "0"), ("monthly", "0")] {
        desk.run(&["settings", &format!("backup.keep-{key}"), value]);
    }
    for day in ["16/11/2026", "17/11/2026", "18/11/2026"] {
        assert_eq!(desk.run(&["backup", folder, "--at", day]).code, 0);
    }
    let names = |list: &[PathBuf]| -> Vec<String> {
        let day = |path: &PathBuf| path.to_string_lossy().rsplit('-').nth(1).unwrap().to_owned();
        list.iter().map(day).collect()
    };
    assert_eq!(names(&backups_in(Path::new(folder))), ["20261117", "20261118"]);
    let rehearsed = desk.run(&["backup", folder, "--dry-run", "--format", "json"]);
    assert_eq!(json(&rehearsed.stdout)["backups"].as_array().unwrap().len(), 2);
    let run = desk.run(&["backup", folder, "--format", "json"]);
    let made = json(&run.stdout);
    assert_eq!(made["removed"].as_array().unwrap().len(), 1);
    assert_eq!(made["journal"]["entries"], 4);
    assert_eq!(names(&backups_in(Path::new(folder))), ["20261118", "20261120"]);
    let missing = desk.run(&["backup", "/nonexistent/folder", "--format", "json"]);
    assert_eq!((code_of(&missing).as_str(), missing.code), ("file.no-folder", 3));
}

#[test]
fn the_journal_says_who_did_what() {
    let desk = Desk::new();
    desk.run(&[
        "settings",
        "backup.keep-daily",
        "9",
        "--staff",
        "budi",
        "--at",
        "19/11/2026 08:00",
    ]);
    let run = desk.run(&["journal", "--format", "json"]);
    let entries = json(&run.stdout)["entries"].clone();
    assert_eq!(entries[0]["action"], "library.init");
    assert_eq!(entries[1]["staff"], "budi");
    assert_eq!(entries[1]["at"], "2026-11-19T08:00:00+07:00");
    assert_eq!(entries[1]["detail"]["after"], "9");
    let last = desk.run(&["journal", "--last", "1", "--format", "csv"]).out();
    assert_eq!(last.lines().count(), 2, "{last}");
    assert!(
        last.starts_with("seq,at,staff,action,detail\r\n2,2026-11-19 08:00,budi,setting.change,"),
        "{last}"
    );
    let many = desk.run(&["journal", "--last", "banyak"]);
    assert!(many.err().contains("bilangan bulat"), "{}", many.err());
}

/// Writes another schema number into the file's header.
fn set_schema(desk: &Desk, schema: u32) {
    let mut bytes = fs::read(desk.db()).unwrap();
    bytes[60..64].copy_from_slice(&schema.to_be_bytes());
    fs::write(desk.db(), bytes).unwrap();
}

#[test]
fn other_versions_are_told_apart() {
    let desk = Desk::new();
    let newest = desk.run(&["upgrade", "-v"]);
    assert!(newest.out().starts_with("Berkas sudah mutakhir"), "{}", newest.out());
    set_schema(&desk, 999);
    let newer = desk.run(&["settings", "--format", "json"]);
    assert_eq!((code_of(&newer).as_str(), newer.code), ("file.newer", 3));
    set_schema(&desk, 1);
    let older = desk.run(&["settings"]);
    assert_eq!(older.code, 3);
    assert!(older.err().contains("`library-db upgrade --db"), "{}", older.err());
    let rehearsed = desk.run(&["upgrade", "--dry-run", "--format", "json"]);
    assert_eq!(json(&rehearsed.stdout)["from"], 1, "{}", rehearsed.err());
}
