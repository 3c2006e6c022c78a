//! The key by which a NIK becomes a hash: in a file beside the library, `<db>.key`, and in no backup. Who has the
//! library file alone can try all NIKs in an hour if the hash is plain; without the key they can't begin.

use std::io::{ErrorKind, Read, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use sha2::{Digest, Sha256};

use super::{KeyTrouble, Refusal, store};
use crate::error::{Error, FileRefusal, Result};
use crate::library::{Transaction, path};
use crate::values::nik::Nik;

/// What is added to the library file's name.
pub const ENDING: &str = ".key";
/// The bytes of a key.
const BYTES: usize = 32;
/// The bytes of a block of SHA-256.
const BLOCK: usize = 64;
/// What the proof of a key is made of.
const PROOF: &[u8] = b"pustaka: the key of the NIK hashes";

/// The key.
pub(crate) struct NikKey([u8; BYTES]);

/// Where the key of a library is, and whether it is made when it is needed.
#[derive(Debug, Clone)]
pub(crate) struct KeyPlace {
    file: PathBuf,
    make: bool,
}

impl KeyPlace {
    /// Beside the library. With `make`, a key that was never needed before is made; a rehearsal takes one that is
    /// forgotten again.
    pub(crate) fn beside(library: &Path, make: bool) -> KeyPlace {
        KeyPlace {
            file: path::beside(library, ENDING),
            make,
        }
    }

    /// The key. While hashes exist it is the one that made them, or nothing: with another one, every person would seem
    /// to be new.
    ///
    /// # Errors
    /// [`Refusal::NikKey`] when the file is missing, holds another key or none; [`Error::Io`] when it can't be read or
    /// made.
    pub(crate) fn open(&self, conn: &Connection) -> Result<NikKey> {
        let proof = store::proof_of_hashes(conn)?;
        let key = match self.read()? {
            Some(key) => key,
            None if proof.is_some() => return Err(self.trouble(KeyTrouble::Missing)),
            None if self.make => self.create()?,
            None => NikKey::drawn().map_err(|error| Error::io("read", &self.file, error))?,
        };
        match proof {
            Some(proof) if proof != key.proof() => Err(self.trouble(KeyTrouble::Differs)),
            _ => Ok(key),
        }
    }

    fn trouble(&self, why: KeyTrouble) -> Error {
        Error::Member(Refusal::NikKey {
            file: self.file.clone(),
            why,
        })
    }

    fn read(&self) -> Result<Option<NikKey>> {
        let file = match path::open_plain(&self.file, false) {
            Ok(file) => file,
            Err(Error::File {
                why: FileRefusal::Missing,
                ..
            }) => return Ok(None),
            Err(error) => return Err(error),
        };
        let mut text = String::new();
        match file.take(1024).read_to_string(&mut text) {
            Ok(_) => match from_hex(text.trim_end()) {
                Some(key) => Ok(Some(key)),
                None => Err(self.trouble(KeyTrouble::Unreadable)),
            },
            Err(error) if error.kind() == ErrorKind::InvalidData => Err(self.trouble(KeyTrouble::Unreadable)),
            Err(error) => Err(Error::io("read", &self.file, error)),
        }
    }

    /// Makes the key, whole or not at all, for owner and group as the library is. Who comes second takes the first's.
    fn create(&self) -> Result<NikKey> {
        let failed = |error| Error::io("write", &self.file, error);
        let folder = self.file.parent().unwrap_or(Path::new("/"));
        let key = NikKey::drawn().map_err(failed)?;
        let mut draft = tempfile::Builder::new()
            .prefix(".key-")
            .tempfile_in(folder)
            .map_err(failed)?;
        writeln!(draft, "{}", crate::journal::hex(&key.0)).map_err(failed)?;
        let mode = std::fs::Permissions::from_mode(0o660);
        draft.as_file().set_permissions(mode).map_err(failed)?;
        draft.as_file().sync_all().map_err(failed)?;
        match draft.persist_noclobber(&self.file) {
            Ok(_) => {
                let folder = std::fs::File::open(folder).map_err(failed)?;
                folder.sync_all().map_err(failed)?;
                Ok(key)
            }
            Err(error) if error.error.kind() == ErrorKind::AlreadyExists => match self.read()? {
                Some(key) => Ok(key),
                None => Err(failed(error.error)),
            },
            Err(error) => Err(failed(error.error)),
        }
    }
}

impl NikKey {
    fn drawn() -> std::io::Result<NikKey> {
        let mut key = [0; BYTES];
        std::fs::File::open("/dev/urandom")?.read_exact(&mut key)?;
        Ok(NikKey(key))
    }

    /// What stands for a NIK in the library.
    pub(crate) fn hash(&self, nik: &Nik) -> [u8; 32] {
        hmac(&self.0, nik.digits())
    }

    /// Notes in the library which key its hashes are made with.
    pub(crate) fn note(&self, tx: &Transaction<'_>) -> Result<()> {
        store::set_proof(tx, &self.proof())
    }

    fn proof(&self) -> [u8; 32] {
        hmac(&self.0, PROOF)
    }
}

fn from_hex(text: &str) -> Option<NikKey> {
    let bytes = text.as_bytes();
    if bytes.len() != 2 * BYTES || !text.is_ascii() {
        return None;
    }
    let mut key = [0; BYTES];
    for (byte, pair) in key.iter_mut().zip(bytes.chunks_exact(2)) {
        let digit = |b: u8| char::from(b).to_digit(16);
        *byte = (digit(pair[0])? * 16 + digit(pair[1])?) as u8;
    }
    Some(NikKey(key))
}

/// HMAC of RFC 2104 with SHA-256.
fn hmac(key: &[u8], message: &[u8]) -> [u8; 32] {
    let mut block = [0; BLOCK];
    if key.len() > BLOCK {
        block[..32].copy_from_slice(&Sha256::digest(key));
    } else {
        block[..key.len()].copy_from_slice(key);
    }
    let padded = |pad: u8| block.map(|byte| byte ^ pad);
    let inner = Sha256::new()
        .chain_update(padded(0x36))
        .chain_update(message)
        .finalize();
    let outer = Sha256::new().chain_update(padded(0x5c)).chain_update(inner).finalize();
    outer.into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::hex;

    /// RFC 4231, cases 1, 2, 3 and 6.
    #[test]
    fn the_hashes_of_the_standard() {
        let cases: [(&[u8], &[u8], &str); 4] = [
            (
                &[0x0b; 20],
                b"Hi There",
                "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
            ),
            (
                b"Jefe",
                b"what do ya want for nothing?",
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
            ),
            (
                &[0xaa; 20],
                &[0xdd; 50],
                "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe",
            ),
            (
                &[0xaa; 131],
                b"Test Using Larger Than Block-Size Key - Hash Key First",
                "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
            ),
        ];
        for (key, message, hash) in cases {
            assert_eq!(hex(&hmac(key, message)), hash);
        }
    }

    #[test]
    fn keys_as_text() {
        let text = "00ff".repeat(16);
        assert_eq!(hex(&from_hex(&text).unwrap().0), text);
        for bad in ["", "00", &"zz".repeat(32), &"00".repeat(33), &"é".repeat(32)] {
            assert!(from_hex(bad).is_none(), "{bad}");
        }
    }
}
