//! Electronic books.

use standpoint_import::{Input, Reason, read};

use crate::archives::book;
use crate::outline::{blocks, extract, facts, warnings};

const ONE: &str = "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><head><title>x</title></head><body>\
                   <h1>One</h1><p>The <a id='a'/>ministers met.</p><img src='a.png' alt=''/></body></html>";
const TWO: &str = "<html><body><h2>Two</h2><ol><li>They spoke.</li><li>They left.</li></ol></body></html>";

#[test]
fn chapters_come_in_order() {
    let metadata = "<dc:title>Talks</dc:title><dc:creator opf:role='aut'>A. Author</dc:creator>\
                    <dc:creator opf:role='trl'>B. Translator</dc:creator><dc:publisher>Press</dc:publisher>\
                    <dc:date>2025-04-23</dc:date><dc:language>en</dc:language><dc:source>https://example.org/talks</dc:source>";
    let extracted = extract("a.epub", None, &book(metadata, &[ONE, TWO], &[]));
    assert_eq!(blocks(&extracted), "h1 One\np The ministers met.\nh2 Two\n  1. They spoke.\n  2. They left.");
    assert_eq!(
        facts(&extracted.meta),
        "title: Talks\nauthors: A. Author\npublisher: Press\npublished: 2025-04-23\nlanguage: en\nurl: https://example.org/talks"
    );
    assert_eq!(
        warnings(&extracted),
        "One picture was left out of the text; the original still refers to them."
    );
}

#[test]
fn a_locked_book_is_named_and_locked_fonts_are_no_matter() {
    let locked = |entry: &str| {
        let encryption = format!("<encryption><CipherReference URI='{entry}'/></encryption>");
        let bytes = book("", &[TWO], &[("META-INF/encryption.xml", &encryption)]);
        read(&Input { name: "a.epub", media_hint: None, bytes: &bytes }).map_err(|refusal| refusal.reason)
    };
    assert_eq!(locked("OEBPS/text/chapter%201.xhtml").err(), Some(Reason::Locked));
    assert_eq!(locked("OEBPS/font.otf").err(), None);
}
