//! The calendar file, read by programs that others wrote.

use std::process::Command;

use pustaka_testkit::skipped::{judge, skipped};
use serde_json::Value;

use crate::desk::Desk;

/// Prints what Python's icalendar reads: a line an entry.
const PYTHON: &str = r#"
import sys, icalendar, json
calendar = icalendar.Calendar.from_ical(open(sys.argv[1], "rb").read())
entries = []
for event in calendar.walk("VEVENT"):
    start = event.decoded("DTSTART")
    entries.append({
        "uid": str(event["UID"]), "sequence": int(event["SEQUENCE"]), "status": str(event["STATUS"]),
        "summary": str(event["SUMMARY"]), "start": start.strftime("%Y-%m-%d %H:%M"),
        "utc": int(start.timestamp()), "zone": str(event["DTSTART"].params["TZID"]),
    })
print(json.dumps(entries))
"#;

/// Prints what ical.js reads.
const NODE: &str = r#"
const fs = require("fs");
const module_ = require(process.argv[2] + "/node_modules/ical.js");
const ICAL = module_.default || module_;
const root = new ICAL.Component(ICAL.parse(fs.readFileSync(process.argv[3], "utf8")));
for (const zone of root.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
const entries = root.getAllSubcomponents("vevent").map(component => {
    const event = new ICAL.Event(component), start = event.startDate;
    const two = number => String(number).padStart(2, "0");
    return {
        uid: event.uid, sequence: event.sequence, status: component.getFirstPropertyValue("status"),
        summary: event.summary, start: `${start.year}-${two(start.month)}-${two(start.day)} ${two(start.hour)}:${two(start.minute)}`,
        utc: start.toUnixTime(), zone: start.zone.tzid,
    };
});
console.log(JSON.stringify(entries));
"#;

/// What each judge that is there reads in a file; those that are missing are named.
fn read(desk: &Desk, file: &str) -> Vec<(&'static str, Value)> {
    let file = desk.path(file);
    let mut read = Vec::new();
    let mut ask = |name: &'static str, command: &mut Command| match command.output() {
        Ok(run) if run.status.success() => read.push((name, serde_json::from_slice(&run.stdout).unwrap())),
        Ok(run) => panic!("{name}: {}", String::from_utf8_lossy(&run.stderr)),
        Err(error) => skipped(&format!("{name}: {error}")),
    };
    if let Some(judge) = judge("python/icalendar") {
        let script = desk.file("read.py", PYTHON);
        let mut python = Command::new("python3");
        python.env("PYTHONPATH", judge.parent().unwrap());
        ask("icalendar", python.arg(&script).arg(&file));
    }
    if let Some(judge) = judge("node_modules/ical.js") {
        let script = desk.file("read.cjs", NODE);
        let judges = judge.ancestors().nth(2).unwrap();
        ask("ical.js", Command::new("node").arg(&script).arg(judges).arg(&file));
    }
    read
}

#[test]
fn updates_keep_their_uid_and_cancelled_says_so() {
    let desk = Desk::with_discussion("40");
    let title = "Kelas literasi; \"membaca, menulis\" \\ dan mencari sumber yang dapat dipercaya – bagian 漢字";
    desk.done(&[
        "add",
        title,
        "--kind",
        "information-literacy",
        "--key",
        "kelas",
        "--speaker",
        "Bu Rina",
        "--session",
        "2026-12-01 09:00-11:00",
        "--session",
        "2026-12-08 13:30-15:00",
    ]);
    let calendar = |name: &str, args: &[&str]| {
        let path = desk.name(name);
        let run = desk.run(&[&["calendar"], args, &["-o", &path]].concat());
        assert_eq!(run.code, 0, "{}", run.err());
        read(&desk, name)
    };
    let first = calendar("semua.ics", &[]);
    for (judge, entries) in &first {
        let starts: Vec<&str> = entries
            .as_array()
            .unwrap()
            .iter()
            .map(|entry| entry["start"].as_str().unwrap())
            .collect();
        assert_eq!(
            starts,
            ["2026-11-28 09:00", "2026-12-01 09:00", "2026-12-08 13:30"],
            "{judge}"
        );
        for entry in entries.as_array().unwrap() {
            assert_eq!(
                (&entry["sequence"], &entry["zone"]),
                (&0.into(), &"Asia/Jakarta".into()),
                "{judge}"
            );
        }
        // 09:00 in Jakarta is 02:00 UTC.
        assert_eq!(entries[0]["utc"], 1_795_831_200, "{judge}");
        assert_eq!(entries[1]["summary"], format!("{title} (1/2)"), "{judge}");
        assert_ne!(entries[1]["uid"], entries[2]["uid"], "{judge}");
    }
    desk.done(&["move", "diskusi", "2026-12-05 14:00-16:00"]);
    for ((judge, was), (_, entries)) in first.iter().zip(&calendar("diskusi.ics", &["diskusi"])) {
        assert_eq!(entries.as_array().unwrap().len(), 1, "{judge}");
        let entry = &entries[0];
        assert_eq!(
            (&entry["uid"], &entry["sequence"]),
            (&was[0]["uid"], &1.into()),
            "{judge}"
        );
        assert_eq!(
            (&entry["start"], &entry["status"]),
            (&"2026-12-05 14:00".into(), &"CONFIRMED".into()),
            "{judge}"
        );
    }
    desk.done(&["cancel", "diskusi", "--reason", "listrik padam", "--yes"]);
    for ((judge, was), (_, entries)) in first.iter().zip(&calendar("batal.ics", &["diskusi"])) {
        let entry = &entries[0];
        assert_eq!(
            (&entry["uid"], &entry["sequence"]),
            (&was[0]["uid"], &2.into()),
            "{judge}"
        );
        assert_eq!(entry["status"], "CANCELLED", "{judge}");
    }
}

#[test]
fn the_file_is_as_the_standard_has_it() {
    let desk = Desk::with_discussion("40");
    desk.done(&[
        "edit",
        "diskusi",
        "--about",
        &"Membaca ulang novel dan bertukar cerita. ".repeat(6),
    ]);
    let file = desk.run(&["calendar"]).out();
    assert!(file.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && file.ends_with("END:VCALENDAR\r\n"));
    assert!(
        file.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')),
        "{file}"
    );
    for line in [
        "BEGIN:VTIMEZONE",
        "TZID:Asia/Jakarta",
        "DTSTART;TZID=Asia/Jakarta:20261128T090000",
        "SEQUENCE:1",
        "X-WR-CALNAME:Perpustakaan Uji",
    ] {
        assert!(file.contains(&format!("\r\n{line}\r\n")), "{line} is missing in {file}");
    }
}
