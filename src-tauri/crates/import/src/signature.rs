//! What a file is when it is nothing we read, so that a refusal can name it.

use crate::Input;

/// The first bytes of common kinds of file. Text that began so by chance would be a strange text.
const BEGINNINGS: &[(&[u8], &str)] = &[
    (b"%PDF-", "a PDF document"),
    (b"{\\rtf", "a Rich Text document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a document of an older Office program"),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"II*\0", "a TIFF picture"),
    (b"MM\0*", "a TIFF picture"),
    (b"OggS", "a sound recording"),
    (b"ID3", "a sound recording"),
    (b"\x1f\x8b", "a compressed file"),
    (b"7z\xbc\xaf\x27\x1c", "a compressed archive"),
    (b"Rar!\x1a\x07", "a compressed archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\0", "a program"),
    (b"SQLite format 3\0", "a database"),
    (b"From: <Saved by ", "a web archive"),
];

/// What a ZIP archive is, by a name near its beginning.
const ARCHIVES: &[(&[u8], &str)] = &[
    (b"mimetypeapplication/vnd.oasis.opendocument", "an OpenDocument file"),
    (b"mimetypeapplication/epub", "an electronic book (EPUB)"),
    (b"word/", "a Word document"),
    (b"ppt/", "a PowerPoint presentation"),
    (b"xl/", "an Excel workbook"),
];

/// Kinds that begin like text, and must not be read as if they were.
const EXTENSIONS: &[(&str, &str)] = &[
    ("pdf", "a PDF document"),
    ("doc", "a document of an older Office program"),
    ("docx", "a Word document"),
    ("odt", "an OpenDocument file"),
    ("epub", "an electronic book (EPUB)"),
    ("rtf", "a Rich Text document"),
    ("eml", "an e-mail"),
    ("msg", "an e-mail"),
    ("mht", "a web archive"),
    ("mhtml", "a web archive"),
    ("svg", "a drawing"),
];

/// What the bytes say the file is, or `None` when they may be text.
pub(crate) fn of_bytes(bytes: &[u8]) -> Option<&'static str> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        let head = &bytes[..bytes.len().min(4096)];
        let known = ARCHIVES.iter().find(|(name, _)| head.windows(name.len()).any(|w| w == *name));
        return Some(known.map_or("a ZIP archive", |(_, what)| what));
    }
    BEGINNINGS.iter().find(|(beginning, _)| bytes.starts_with(beginning)).map(|(_, what)| *what)
}

/// What the bytes or the name say the file is, or `None` when it may be text.
pub(crate) fn of(input: &Input<'_>) -> Option<&'static str> {
    let extension = input.extension();
    let named = || EXTENSIONS.iter().find(|(known, _)| *known == extension).map(|(_, what)| *what);
    of_bytes(input.bytes).or_else(named)
}
