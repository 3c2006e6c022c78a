//! Which file system a path is on, from what the kernel says about mounts.

use std::ffi::OsStr;
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::path::{Path, PathBuf};

/// The type of the file system that an absolute path is on (`ext4`, `nfs4`, `overlay` …); `unknown` when the
/// kernel does not say.
pub(crate) fn file_system(path: &Path) -> String {
    let table = std::fs::read("/proc/self/mountinfo").unwrap_or_default();
    find(&table, path).unwrap_or_else(|| "unknown".to_owned())
}

/// The line with the longest mount point above the path; of two on the same point the later one lies on top.
fn find(table: &[u8], path: &Path) -> Option<String> {
    let mut best: Option<(usize, String)> = None;
    for line in table.split(|byte| *byte == b'\n') {
        let Some((point, kind)) = parse(line) else { continue };
        let depth = point.components().count();
        if path.starts_with(&point) && best.as_ref().is_none_or(|(deepest, _)| depth >= *deepest) {
            best = Some((depth, kind));
        }
    }
    best.map(|(_, kind)| kind)
}

/// `36 35 98:0 /root /mount/point options … - type source options`
fn parse(line: &[u8]) -> Option<(PathBuf, String)> {
    let fields: Vec<&[u8]> = line.split(|byte| *byte == b' ').collect();
    let dash = fields.iter().skip(6).position(|field| *field == b"-")? + 6;
    let kind = fields.get(dash + 1)?;
    Some((
        unescape(fields.get(4)?),
        OsStr::from_bytes(kind).to_string_lossy().into_owned(),
    ))
}

/// Blanks and backslashes stand as three octal digits.
fn unescape(field: &[u8]) -> PathBuf {
    let mut out = Vec::with_capacity(field.len());
    let mut rest = field;
    while let Some((&byte, after)) = rest.split_first() {
        let octal = (byte == b'\\').then(|| after.get(..3)).flatten();
        let code = octal.and_then(|digits| u8::from_str_radix(str::from_utf8(digits).ok()?, 8).ok());
        out.push(code.unwrap_or(byte));
        rest = if code.is_some() { &after[3..] } else { after };
    }
    PathBuf::from(std::ffi::OsString::from_vec(out))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &[u8] = b"27 1 254:0 / / rw,relatime - ext4 /dev/vda rw
30 27 0:27 / /tmp rw - tmpfs tmpfs rw
31 27 0:28 / /srv/flash\\040drive rw shared:7 master:2 - vfat /dev/sdb1 rw
32 27 0:29 / /srv/share rw - nfs4 server:/export rw
33 32 0:30 / /srv/share rw - cifs //server/share rw
34 27 0:31 / /srv/share/local rw - xfs /dev/sdc rw
broken line
35 27 0:32 / /srv/ov rw - overlay overlay rw,lowerdir=/a - b
";

    #[test]
    fn longest_mount_point_and_the_later_of_two_win() {
        for (path, kind) in [
            ("/home/a/library.db", "ext4"),
            ("/tmp/library.db", "tmpfs"),
            ("/tmpfile", "ext4"),
            ("/srv/flash drive/library.db", "vfat"),
            ("/srv/share/library.db", "cifs"),
            ("/srv/share/local/library.db", "xfs"),
            ("/srv/ov/x/library.db", "overlay"),
        ] {
            assert_eq!(find(TABLE, Path::new(path)).as_deref(), Some(kind), "{path}");
        }
        assert_eq!(find(b"", Path::new("/x")), None);
    }
}
