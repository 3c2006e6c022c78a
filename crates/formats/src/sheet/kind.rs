//! Tells by content whether a file is a workbook, and of which format.

use super::old;
use crate::delimited::Input;
use crate::table::{FileError, SheetLimit};

/// A format of workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Excel since 2007.
    Xlsx,
    /// Excel before 2007.
    Xls,
    /// LibreOffice and others.
    Ods,
}

impl Kind {
    /// The usual ending of the file name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Xls => "xls",
            Self::Ods => "ods",
        }
    }

    fn of_name(named: &str) -> Option<Self> {
        match named {
            "xlsx" | "xlsm" => Some(Self::Xlsx),
            "xls" => Some(Self::Xls),
            "ods" => Some(Self::Ods),
            _ => None,
        }
    }
}

/// The kind of workbook that the input is; nothing when it is to be read as text. `named` is the ending of the file's name,
/// in lower case, empty when there is none.
///
/// # Errors
/// When name and content disagree, the workbook is locked, or it is bigger than what is read.
pub fn kind(input: &mut Input, named: &str) -> Result<Option<Kind>, FileError> {
    let mut head = vec![0; 4096];
    input.go_to(0)?;
    let filled = input.fill(&mut head)?;
    head.truncate(filled);
    let is = if head.starts_with(b"PK\x03\x04") {
        zip_kind(input, &head)?
    } else if head.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        refuse_big(input)?;
        Some(ole_kind(input)?)
    } else {
        None
    };
    let wanted = Kind::of_name(named);
    input.go_to(0)?;
    match (wanted, is) {
        (None, None) => Ok(None),
        (None, Some(is)) if named.is_empty() => Ok(Some(is)),
        (Some(wanted), Some(is)) if wanted == is => Ok(Some(is)),
        (_, Some(is)) => Err(FileError::SheetRenamed {
            named: named.into(),
            is: is.as_str(),
        }),
        (Some(_), None) => Err(not_a_workbook(named, &head)),
    }
}

fn not_a_workbook(named: &str, head: &[u8]) -> FileError {
    let text = String::from_utf8_lossy(&head[..head.len().min(512)])
        .trim_start_matches('\u{feff}')
        .trim_start()
        .to_ascii_lowercase();
    let is = if text.starts_with("<html") || text.starts_with("<!doctype html") || text.starts_with("<table") {
        "html"
    } else if text.starts_with("<?xml") {
        "xml"
    } else if !head.is_empty() && !head.contains(&0) && std::str::from_utf8(head).is_ok() {
        "text"
    } else {
        return FileError::SheetNotZip { named: named.into() };
    };
    FileError::SheetRenamed {
        named: named.into(),
        is,
    }
}

fn zip_kind(input: &mut Input, head: &[u8]) -> Result<Option<Kind>, FileError> {
    if memchr::memmem::find(head, b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet").is_some() {
        refuse_big(input)?;
        return Ok(Some(Kind::Ods));
    }
    refuse_big(input)?;
    input.go_to(0)?;
    let Ok(archive) = zip::ZipArchive::new(&mut *input) else {
        return Err(FileError::SheetBroken {
            part: String::new(),
            message: "the archive has no table of contents".into(),
        });
    };
    let names: Vec<String> = archive
        .file_names()
        .flatten()
        .map(|name| name.to_ascii_lowercase())
        .collect();
    let has = |name: &str| names.iter().any(|part| part == name);
    if has("[content_types].xml") && names.iter().any(|part| part.starts_with("xl/")) {
        Ok(Some(Kind::Xlsx))
    } else if has("content.xml") {
        Ok(Some(Kind::Ods))
    } else {
        Ok(None)
    }
}

fn ole_kind(input: &mut Input) -> Result<Kind, FileError> {
    let file = old::Compound::read(input)?;
    if file.has("EncryptedPackage") {
        return Err(FileError::SheetEncrypted);
    }
    Ok(Kind::Xls)
}

fn refuse_big(input: &mut Input) -> Result<(), FileError> {
    if input.length()? > super::COMPRESSED_LIMIT {
        return Err(FileError::SheetTooBig {
            what: SheetLimit::Compressed,
            limit: super::COMPRESSED_LIMIT,
        });
    }
    Ok(())
}
