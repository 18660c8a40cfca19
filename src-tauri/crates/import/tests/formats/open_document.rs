//! OpenDocument texts.

use standpoint_import::{Input, Reason, read};

use crate::archives::open_document;
use crate::outline::{blocks, extract, facts, warnings};

#[track_caller]
fn check(styles: &str, text: &str, expect: &str) {
    assert_eq!(blocks(&extract("a.odt", None, &open_document(styles, text, &[]))), expect);
}

#[test]
fn paragraphs_and_headings() {
    check(
        "<style:style style:name='P1' style:parent-style-name='Quotations'/>",
        "<text:p text:style-name='Title'>Talks</text:p><text:h text:outline-level='2'>Territory</text:h>\
         <text:p>The <text:span>minis</text:span>ters<text:line-break/>met<text:s text:c='3'/>in<text:tab/>London.</text:p>\
         <text:p text:style-name='P1'>We agree.</text:p>",
        "h1 Talks\nh2 Territory\np The ministers / met in London.\n> We agree.",
    );
}

#[test]
fn lists_number_by_their_style_and_go_on() {
    let styles = "<text:list-style style:name='L1'><text:list-level-style-number text:level='1' style:num-format='1'/>\
                  <text:list-level-style-bullet text:level='2'/></text:list-style>";
    let item = |text: &str| format!("<text:list-item><text:p>{text}</text:p></text:list-item>");
    let nested = format!(
        "<text:list-item><text:p>two</text:p><text:list>{}</text:list></text:list-item>",
        item("inner")
    );
    let text = format!(
        "<text:list text:style-name='L1'>{}{nested}</text:list><text:p>Between</text:p>\
         <text:list text:style-name='L1' text:continue-numbering='true'>{}</text:list><text:list>{}</text:list>",
        item("one"),
        item("three"),
        item("dot")
    );
    check(styles, &text, "  1. one\n  2. two\n    - inner\np Between\n  3. three\n  - dot");
}

#[test]
fn tables_notes_and_boxes() {
    let cell = |text: &str| format!("<table:table-cell><text:p>{text}</text:p></table:table-cell>");
    let table = format!(
        "<table:table><table:table-header-rows><table:table-row>{}{}</table:table-row></table:table-header-rows>\
         <table:table-row>{}{}</table:table-row><table:table-row>{}<table:covered-table-cell/></table:table-row></table:table>",
        cell("State"),
        cell("Position"),
        cell("France"),
        cell("for"),
        cell("Both")
    );
    check("", &table, "th State | Position\ntr France | for\ntr Both | ");
    let note = "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>So it is.</text:p></text:note-body></text:note>";
    let text_box = "<draw:frame><svg:title>Remark</svg:title><draw:text-box><text:p>Boxed</text:p></draw:text-box></draw:frame>";
    check(
        "",
        &format!("<text:p>Before{note} and{text_box} after</text:p><text:p>Next</text:p>"),
        "p Before[1] and after\np Boxed\np Next\np [1] So it is.",
    );
}

#[test]
fn changes_and_comments_are_named() {
    let text = "<text:tracked-changes><text:changed-region><text:deletion><text:p>old</text:p></text:deletion>\
                </text:changed-region></text:tracked-changes><text:p>new<office:annotation><text:p>Why?</text:p>\
                </office:annotation> text</text:p>";
    let extracted = extract("a.odt", None, &open_document("", text, &[]));
    assert_eq!(blocks(&extracted), "p new text");
    assert_eq!(
        warnings(&extracted),
        "The document holds tracked changes; it was read as if all of them were accepted.\n\
         One comment was left out of the text; the original still holds them."
    );
}

#[test]
fn facts_and_pages() {
    let meta = "<office:document-meta><office:meta><dc:title>Talks</dc:title><meta:initial-creator>A. Author</meta:initial-creator>\
                <meta:creation-date>2025-04-23T10:00:00</meta:creation-date><meta:document-statistic meta:page-count='3'/>\
                </office:meta></office:document-meta>";
    let styles =
        "<style:style style:name='P9'><style:paragraph-properties fo:break-before='page'/></style:style>";
    let text = "<text:p>One</text:p><text:p text:style-name='P9'>Two <text:soft-page-break/>three</text:p>";
    let extracted = extract("a.odt", None, &open_document(styles, text, &[("meta.xml", meta)]));
    assert_eq!(facts(&extracted.meta), "title: Talks\nauthors: A. Author (?)\npublished: 2025-04-23 (?)");
    let starts: Vec<_> = extracted.pages.iter().map(|page| page.start).collect();
    assert_eq!(starts, [0, 5, 9]);
}

#[test]
fn a_password_is_named() {
    let manifest = "<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    let bytes = open_document("", "", &[("META-INF/manifest.xml", manifest)]);
    let refusal = read(&Input { name: "a.odt", media_hint: None, bytes: &bytes }).expect_err("it is locked");
    assert_eq!(refusal.reason, Reason::Locked);
}
