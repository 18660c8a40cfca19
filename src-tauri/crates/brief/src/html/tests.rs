//! The web page as a strict reader sees it.

use crate::tests::{Written, varied};
use quick_xml::Reader;
use quick_xml::events::Event;
use standpoint_core::notes::block::{Body, Inline};
use std::collections::BTreeSet;

/// Outline and landmarks of a page, one to the line; every name and every link that leads within it.
fn outline(html: &str) -> (String, BTreeSet<String>, BTreeSet<String>) {
    let mut reader = Reader::from_str(html.trim_start_matches("<!DOCTYPE html>"));
    reader.config_mut().expand_empty_elements = true;
    let (mut outline, mut anchors, mut leads) = (String::new(), BTreeSet::new(), BTreeSet::new());
    let mut heading = false;
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) => {
                let value = |name: &str| {
                    let mut attributes = start.attributes().flatten();
                    attributes.find(|it| it.key.into_inner() == name).map(|it| it.value.to_string())
                };
                if let Some(id) = value("id") {
                    assert!(anchors.insert(id.clone()), "{id} is there twice");
                }
                leads.extend(value("href").and_then(|href| href.strip_prefix('#').map(ToOwned::to_owned)));
                let name = start.local_name().into_inner();
                match name {
                    "h1" | "h2" | "h3" | "h4" => {
                        heading = true;
                        outline.extend([name, " "]);
                    }
                    "header" | "main" | "footer" => outline.extend(["<", name, ">\n"]),
                    "section" => outline.extend(["section ", &value("aria-label").unwrap_or_default(), "\n"]),
                    "th" => {
                        assert!(value("scope").is_some(), "a head says of what");
                    }
                    "img" => assert!(value("alt").is_some(), "a picture is told in words"),
                    "script" => panic!("a page without script"),
                    _ => {}
                }
            }
            Event::Text(text) if heading => outline += &text,
            Event::End(end) if matches!(end.local_name().into_inner(), "h1" | "h2" | "h3" | "h4") => {
                heading = false;
                outline.push('\n');
            }
            Event::Eof => return (outline, anchors, leads),
            _ => {}
        }
    }
}

#[test]
fn landmarks_headings_and_links() {
    let mut note = varied();
    note.block(Body::Paragraph {
        level: 0,
        lead: Vec::new(),
        text: vec![Inline::words("Said"), Inline::Footnote { text: vec![Inline::words("Before & after.")] }],
    });
    let html = note.told().html();
    let (told, anchors, leads) = outline(&html);
    assert_eq!(
        told,
        "<header>\nh1 Talks on the river: who stands where\n<main>\nsection Bottom line\nh2 Bottom line\n\
         h2 What is so\nh3 And what they want\nh3 Velmaros\nsection Lines to take\nsection Defensive lines\n\
         section Press line\nsection Recommendation\nsection \nh2 Annex A. Evidence\nsection \n\
         h2 Annex B. Yardsticks\nsection \nh2 Annex C. Names and short forms\nsection \n\
         h2 Distribution and clearance\nsection \n<footer>\n"
    );
    let lost: Vec<&String> = leads.difference(&anchors).collect();
    assert!(lost.is_empty(), "{lost:?} lead nowhere");
    assert!(leads.contains("footnote-1") && leads.contains("reference-1"), "there and back");
    assert!(html.contains("<html lang=\"en-GB\" dir=\"ltr\">"));
    assert!(html.contains("<span lang=\"de\" dir=\"ltr\">"), "words in another language say so");
}

#[test]
fn nothing_a_note_says_becomes_markup_or_runs() {
    let mut note = Written::new();
    note.paragraph(1, "<script>alert(1)</script> & \"quoted\"");
    let text = vec![Inline::Link { url: "javascript:alert(1)".into(), text: "here".into() }];
    note.block(Body::Paragraph { level: 1, lead: Vec::new(), text });
    let html = note.told().html();
    assert!(html.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quoted&quot;"), "{html}");
    assert!(!html.contains("<script") && !html.contains("javascript:"), "{html}");
}

#[test]
fn a_note_from_right_to_left() {
    let mut note = Written::new();
    note.snapshot.note.language = "ar".into();
    note.paragraph(1, "كلمات");
    assert!(note.told().html().contains("<html lang=\"ar\" dir=\"rtl\">"));
}
