//! Office documents and books, made as small as they go.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// An archive of these entries. The first is stored as it is, as the formats that are known by it want.
pub(crate) fn archive(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (place, (name, bytes)) in entries.iter().enumerate() {
        let method = if place == 0 { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        zip.start_file(*name, SimpleFileOptions::default().compression_method(method)).expect("memory");
        zip.write_all(bytes).expect("memory");
    }
    zip.finish().expect("memory").into_inner()
}

/// A Word document of that body, and of other parts.
pub(crate) fn word(body: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let document = format!("<w:document xmlns:w='w'><w:body>{body}</w:body></w:document>");
    let mut entries =
        vec![("[Content_Types].xml", &b"<Types/>"[..]), ("word/document.xml", document.as_bytes())];
    entries.extend(parts.iter().map(|(name, xml)| (*name, xml.as_bytes())));
    archive(&entries)
}

/// An OpenDocument text of that content, with those automatic styles and other parts.
pub(crate) fn open_document(styles: &str, text: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let content = format!(
        "<office:document-content xmlns:office='o' xmlns:text='t' xmlns:table='b' xmlns:draw='d' xmlns:svg='s' \
         xmlns:style='y' xmlns:fo='f' xmlns:dc='c'><office:automatic-styles>{styles}</office:automatic-styles>\
         <office:body><office:text>{text}</office:text></office:body></office:document-content>"
    );
    let mut entries = vec![
        ("mimetype", &b"application/vnd.oasis.opendocument.text"[..]),
        ("content.xml", content.as_bytes()),
    ];
    entries.extend(parts.iter().map(|(name, xml)| (*name, xml.as_bytes())));
    archive(&entries)
}

/// A book of those chapters, with that metadata.
pub(crate) fn book(metadata: &str, chapters: &[&str], parts: &[(&str, &str)]) -> Vec<u8> {
    let names: Vec<String> =
        (1..=chapters.len()).map(|number| format!("text/chapter {number}.xhtml")).collect();
    let items: Vec<String> = (1..=chapters.len())
        .map(|n| {
            format!("<item id='c{n}' href='text/chapter%20{n}.xhtml' media-type='application/xhtml+xml'/>")
        })
        .collect();
    let order: Vec<String> = (1..=chapters.len()).map(|n| format!("<itemref idref='c{n}'/>")).collect();
    let package = format!(
        "<package xmlns:dc='d' xmlns:opf='o'><metadata>{metadata}</metadata><manifest>{}</manifest>\
         <spine>{}</spine></package>",
        items.concat(),
        order.concat()
    );
    let container = "<container><rootfiles><rootfile full-path='OEBPS/book.opf'/></rootfiles></container>";
    let places: Vec<String> = names.iter().map(|name| format!("OEBPS/{name}")).collect();
    let mut entries = vec![
        ("mimetype", &b"application/epub+zip"[..]),
        ("META-INF/container.xml", container.as_bytes()),
        ("OEBPS/book.opf", package.as_bytes()),
    ];
    entries.extend(places.iter().map(String::as_str).zip(chapters.iter().map(|chapter| chapter.as_bytes())));
    entries.extend(parts.iter().map(|(name, xml)| (*name, xml.as_bytes())));
    archive(&entries)
}
