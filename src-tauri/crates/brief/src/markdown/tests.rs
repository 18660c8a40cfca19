//! Markdown as a reader of Markdown sees it.

use crate::tests::{Written, laws, made_up, varied};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser};
use standpoint_core::notes::Paper;
use standpoint_core::notes::block::{Body, Inline};

/// What is read, without its spaces: a word more or less shows.
fn read(markdown: &str) -> String {
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
    let mut read = String::new();
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Text(text) => read.push_str(&text),
            Event::SoftBreak | Event::HardBreak | Event::End(_) => read.push('\n'),
            Event::FootnoteReference(name) => read.extend(["^", &*name]),
            Event::Code(text) => panic!("“{text}” became code"),
            Event::InlineHtml(text) => panic!("“{text}” became HTML"),
            _ => {}
        }
    }
    read
}

fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect()
}

#[test]
fn boxes_tables_and_footnotes() {
    let mut note = Written::new();
    note.heading(1, "1. What *is* so");
    let mut text = vec![Inline::words("- said | twice\n+ or more ")];
    text.push(Inline::Text { text: " in bold ".into(), bold: true, italic: true, language: None });
    text.push(Inline::Footnote { text: vec![Inline::words("2) By <them>.")] });
    note.block(Body::Paragraph { level: 0, lead: Vec::new(), text });
    note.block(Body::LinesToTake { items: vec![vec![Inline::words("No_dam_here.")]] });
    let markdown = note.told().markdown();
    let body = markdown.split("distribution copy").last().unwrap();
    let body = body.split("Distribution copy\n").last().unwrap().split("\n## Annex").next().unwrap();
    assert_eq!(
        body,
        "\n## 1. What \\*is\\* so\n\n\\- said \\| twice\\\n\\+ or more  ***in bold*** [^1]\n\n\
         > **Lines to take** For use in the meeting\n>\n> - No\\_dam\\_here.\n"
    );
    assert!(markdown.contains("[^1]: 2\\) By \\<them\\>."), "{markdown}");
}

#[test]
fn every_word_of_a_varied_note_is_read() {
    let told = varied().told();
    let read = bare(&read(&told.markdown()));
    for text in told.manuscript.texts() {
        for word in crate::manuscript::plain_words(text).split_whitespace() {
            assert!(read.contains(&bare(word)), "“{word}” is lost");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn words_are_read_as_they_were_written(words in r"[ a-z0-9\\`*_{}\[\]()<>#+\-.!|~&$^=:/\n]{0,40}") {
        let mut note = Written::new();
        note.paragraph(0, &format!("begin\n{words}\nend"));
        note.block(Body::Bullets { items: vec![vec![Inline::words(format!("{words}x"))]] });
        note.heading(1, &format!("{words}x"));
        let markdown = note.told().markdown();
        let read = bare(&read(&markdown));
        let expect = bare(&format!("begin{words}end{words}x{words}x"));
        prop_assert!(read.contains(&expect), "{} is not in {}\n{}", expect, read, markdown);
    }

    #[test]
    fn made_up_notes_are_read_word_by_word(parts in prop::collection::vec(laws::part(), 1..12)) {
        let (note, words) = laws::written(&parts, Paper::A4);
        let read = read(&note.told().markdown());
        let body = read.split("Annex A. ").next().unwrap();
        prop_assert_eq!(made_up(body), words);
    }
}
