//! What a file is by its first bytes or its name, so that a format can claim it and a refusal can name it.

use crate::{Confidence, Input};

/// What the bytes of a file show it to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Content {
    Pdf,
    RichText,
    Word,
    OpenDocument,
    Book,
    WebArchive,
    /// An archive that may be one of those, or none.
    Archive,
    /// An office document that its password keeps shut.
    Locked,
    /// A picture, which may be one of a page.
    Picture(Picture),
    /// Nothing we read.
    Foreign(Foreign),
}

/// How a picture is written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Picture {
    Png,
    Jpeg,
    Tiff,
}

/// A kind of file that is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Foreign {
    /// What people call it.
    pub(crate) what: &'static str,
    /// What to do to read it all the same; empty when there is nothing special about it.
    pub(crate) advice: &'static str,
}

const fn foreign(what: &'static str, advice: &'static str) -> Content {
    Content::Foreign(Foreign { what, advice })
}

const OLD_OFFICE: Foreign = Foreign {
    what: "a document of an older Office program",
    advice: "Open it in Word or LibreOffice and save it as a Word document (.docx); then import that.",
};
const OLD_WORD: Foreign = Foreign { what: "a Word document of the old kind (.doc)", ..OLD_OFFICE };
const PICTURE: &str =
    "Save or print it as PDF and import that; its words are recognised where Tesseract is installed.";
const SHEET: &str = "Open it and save the sheet that matters as CSV, or all of it as PDF; then import that.";
const SLIDES: &str = "Open it and save it as PDF; then import that.";

/// The first bytes of common kinds of file. Text that began so by chance would be a strange text.
const BEGINNINGS: &[(&[u8], Content)] = &[
    (b"%PDF-", Content::Pdf),
    (b"{\\rtf", Content::RichText),
    (b"From: <Saved by ", Content::WebArchive),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Content::Foreign(OLD_OFFICE)),
    (b"\x89PNG\r\n\x1a\n", Content::Picture(Picture::Png)),
    (b"\xff\xd8\xff", Content::Picture(Picture::Jpeg)),
    (b"GIF87a", foreign("a GIF picture", PICTURE)),
    (b"GIF89a", foreign("a GIF picture", PICTURE)),
    (b"II*\0", Content::Picture(Picture::Tiff)),
    (b"MM\0*", Content::Picture(Picture::Tiff)),
    (b"AT&TFORM", foreign("a DjVu document", PICTURE)),
    (b"OggS", foreign("a sound recording", "")),
    (b"ID3", foreign("a sound recording", "")),
    (b"\x1f\x8b", foreign("a compressed file", "Unpack it first, and import what is in it.")),
    (b"7z\xbc\xaf\x27\x1c", foreign("a compressed archive", "Unpack it first, and import what is in it.")),
    (b"Rar!\x1a\x07", foreign("a compressed archive", "Unpack it first, and import what is in it.")),
    (b"\x7fELF", foreign("a program", "")),
    (b"MZ\x90\0", foreign("a program", "")),
    (b"SQLite format 3\0", foreign("a database", "")),
];

/// What a ZIP archive is, by a name in it.
const ARCHIVES: &[(&[u8], Content)] = &[
    (b"mimetypeapplication/vnd.oasis.opendocument.text", Content::OpenDocument),
    (
        b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
        foreign("an OpenDocument spreadsheet", SHEET),
    ),
    (
        b"mimetypeapplication/vnd.oasis.opendocument.presentation",
        foreign("an OpenDocument presentation", SLIDES),
    ),
    (b"mimetypeapplication/epub", Content::Book),
    (b"word/document.xml", Content::Word),
    (b"ppt/presentation.xml", foreign("a PowerPoint presentation", SLIDES)),
    (b"xl/workbook.", foreign("an Excel workbook", SHEET)),
];

/// Names of what is not read, for files whose bytes say nothing.
const EXTENSIONS: &[(&str, Foreign)] = &[
    ("doc", OLD_WORD),
    ("dot", OLD_WORD),
    ("xls", Foreign { what: "an Excel workbook", advice: SHEET }),
    ("xlsx", Foreign { what: "an Excel workbook", advice: SHEET }),
    ("ods", Foreign { what: "an OpenDocument spreadsheet", advice: SHEET }),
    ("ppt", Foreign { what: "a PowerPoint presentation", advice: SLIDES }),
    ("pptx", Foreign { what: "a PowerPoint presentation", advice: SLIDES }),
    ("odp", Foreign { what: "an OpenDocument presentation", advice: SLIDES }),
    (
        "msg",
        Foreign {
            what: "an Outlook message",
            advice: "Open it in Outlook and save it as text or as a web page, or drag it into another mail program and \
                     save it there as .eml; then import that.",
        },
    ),
    (
        "pages",
        Foreign {
            what: "a Pages document",
            advice: "Open it in Pages and export it as Word or PDF; then import that.",
        },
    ),
    ("svg", Foreign { what: "a drawing", advice: "" }),
];

/// Names of what is no text although it may begin like one.
const NOT_TEXT: &[&str] =
    &["pdf", "rtf", "docx", "docm", "odt", "ott", "epub", "png", "jpg", "jpeg", "tif", "tiff"];

/// What the bytes say the file is, or `None` when they may be text.
pub(crate) fn of_bytes(bytes: &[u8]) -> Option<Content> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Some(of_archive(bytes));
    }
    let (_, content) = BEGINNINGS.iter().find(|(beginning, _)| bytes.starts_with(beginning))?;
    if *content == Content::Foreign(OLD_OFFICE) && is_locked(bytes) {
        return Some(Content::Locked);
    }
    Some(*content)
}

/// What an archive is by the names in it. What the documents in it are named inside themselves does not count.
fn of_archive(bytes: &[u8]) -> Content {
    let head = &bytes[..bytes.len().min(4096)];
    // Documents that name themselves do so in an entry that comes first and is not compressed.
    let first = head.get(30..).unwrap_or_default();
    let names = listed(bytes);
    let known = ARCHIVES.iter().find(|(name, _)| match &names {
        Some(_) if name.starts_with(b"mimetype") => first.starts_with(name),
        Some(names) => names.iter().any(|listed| listed.starts_with(name)),
        // The list is gone with the end of the file.
        None => contains(head, name),
    });
    known.map_or(Content::Archive, |(_, content)| *content)
}

/// The names in the list at an archive's end (APPNOTE 4.3.12 and 4.3.16), as far as it can be followed.
fn listed(bytes: &[u8]) -> Option<Vec<&[u8]>> {
    /// The list's end is followed by a comment of at most so many bytes.
    const TAIL: usize = 22 + 65_535;
    /// Office documents have some dozens.
    const MOST: usize = 2_000;
    let number = |at: usize, length: usize| -> Option<usize> {
        let digits = bytes.get(at..at + length)?;
        Some(digits.iter().rev().fold(0, |sum, byte| sum << 8 | usize::from(*byte)))
    };
    let from = bytes.len().saturating_sub(TAIL);
    let end = from + bytes[from..].windows(4).rposition(|mark| mark == b"PK\x05\x06")?;
    // Where something was put before the archive, its places are told from the archive's own beginning.
    let mut at = end.checked_sub(number(end + 12, 4)?)?;
    let mut names = Vec::new();
    while names.len() < MOST && bytes.get(at..at + 4) == Some(b"PK\x01\x02") {
        let length = number(at + 28, 2)?;
        names.push(bytes.get(at + 46..at + 46 + length)?);
        at += 46 + length + number(at + 30, 2)? + number(at + 32, 2)?;
    }
    (!names.is_empty()).then_some(names)
}

/// Office programs put a document with a password into the file format of their elders, under this name.
fn is_locked(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    contains(bytes, &name)
}

fn contains(bytes: &[u8], sought: &[u8]) -> bool {
    bytes.windows(sought.len()).any(|window| window == sought)
}

/// How a format that knows its contents takes to an input: by the contents, or by the name of a damaged archive.
pub(crate) fn claim(input: &Input<'_>, content: Content, extensions: &[&str]) -> Confidence {
    match of_bytes(input.bytes) {
        Some(found) if found == content => Confidence::Certain,
        Some(Content::Archive) if extensions.contains(&input.extension().as_str()) => Confidence::Likely,
        _ => Confidence::No,
    }
}

/// Whether the bytes or the name say that this is no text.
pub(crate) fn is_no_text(input: &Input<'_>) -> bool {
    let extension = input.extension();
    of_bytes(input.bytes).is_some() || NOT_TEXT.contains(&extension.as_str()) || named(&extension).is_some()
}

/// Whether the name is that of a document that is no plain text.
pub(crate) fn is_named_as_document(input: &Input<'_>) -> bool {
    NOT_TEXT.contains(&input.extension().as_str())
}

/// What the input is, when it is nothing we read.
pub(crate) fn foreign_of(input: &Input<'_>) -> Option<Foreign> {
    let named = named(&input.extension());
    match of_bytes(input.bytes) {
        // The old format is one for all programs; the name says which.
        Some(Content::Foreign(OLD_OFFICE)) => named.or(Some(OLD_OFFICE)),
        Some(Content::Foreign(foreign)) => Some(foreign),
        Some(Content::Archive) => {
            Some(Foreign { what: "a ZIP archive", advice: "Unpack it first, and import what is in it." })
        }
        _ => named,
    }
}

fn named(extension: &str) -> Option<Foreign> {
    EXTENSIONS.iter().find(|(known, _)| *known == extension).map(|(_, foreign)| *foreign)
}
