//! Word documents.

use standpoint_import::{Input, Reason, read};

use crate::archives::word;
use crate::outline::{blocks, extract, facts, warnings};

#[track_caller]
fn check(body: &str, parts: &[(&str, &str)], expect: &str) {
    assert_eq!(blocks(&extract("a.docx", None, &word(body, parts))), expect);
}

/// A paragraph with those properties.
fn p(properties: &str, text: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space='preserve'>{text}</w:t></w:r></w:p>")
}

fn row(cells: &[&str]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| format!("<w:tc>{}</w:tc>", p("", cell))).collect();
    format!("<w:tr>{}</w:tr>", cells.concat())
}

const STYLES: (&str, &str) = (
    "word/styles.xml",
    "<w:styles><w:style w:styleId='berschrift2'><w:name w:val='heading 2'/></w:style>\
     <w:style w:styleId='Own'><w:name w:val='Own'/><w:basedOn w:val='berschrift2'/></w:style>\
     <w:style w:styleId='Titel'><w:name w:val='Title'/></w:style>\
     <w:style w:styleId='Q'><w:name w:val='Intense Quote'/></w:style>\
     <w:style w:styleId='Loop'><w:name w:val='x'/><w:basedOn w:val='Loop'/></w:style>\
     <w:style w:styleId='L'><w:name w:val='List Bullet'/><w:pPr><w:numPr><w:numId w:val='2'/></w:numPr></w:pPr></w:style>\
     </w:styles>",
);

const NUMBERING: (&str, &str) = (
    "word/numbering.xml",
    "<w:numbering><w:abstractNum w:abstractNumId='7'><w:lvl w:ilvl='0'><w:start w:val='3'/><w:numFmt w:val='decimal'/></w:lvl>\
     <w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='lowerLetter'/></w:lvl></w:abstractNum>\
     <w:abstractNum w:abstractNumId='8'><w:lvl w:ilvl='0'><w:numFmt w:val='bullet'/></w:lvl></w:abstractNum>\
     <w:num w:numId='1'><w:abstractNumId w:val='7'/></w:num><w:num w:numId='2'><w:abstractNumId w:val='8'/></w:num>\
     <w:num w:numId='3'><w:abstractNumId w:val='7'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='1'/></w:lvlOverride></w:num>\
     </w:numbering>",
);

fn item(list: u8, level: u8, text: &str) -> String {
    p(&format!("<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{list}'/></w:numPr>"), text)
}

#[test]
fn paragraphs_and_headings() {
    let body = [
        p("<w:pStyle w:val='Titel'/>", "Talks"),
        p("<w:pStyle w:val='berschrift2'/>", "Territory"),
        p("<w:pStyle w:val='Own'/>", "Sanctions"),
        p("<w:outlineLvl w:val='2'/>", "Forces"),
        p("<w:pStyle w:val='Own'/><w:outlineLvl w:val='9'/>", "Running  text"),
        p("<w:pStyle w:val='Q'/>", "We agree."),
        p("<w:pStyle w:val='Loop'/>", "Odd"),
    ];
    let expect = "h1 Talks\nh2 Territory\nh2 Sanctions\nh3 Forces\np Running text\n> We agree.\np Odd";
    check(&body.concat(), &[STYLES], expect);
}

#[test]
fn runs_breaks_and_fields() {
    check(
        "<w:p><w:r><w:t>The </w:t></w:r><w:hyperlink><w:r><w:t>min</w:t></w:r></w:hyperlink><w:r><w:t>isters</w:t><w:br/>\
         <w:t>met</w:t><w:tab/><w:t>in</w:t><w:noBreakHyphen/><w:t>camera</w:t></w:r></w:p>",
        &[],
        "p The ministers / met in\u{2011}camera",
    );
    check(
        "<w:p><w:r><w:fldChar w:fldCharType='begin'/><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>12</w:t></w:r>\
         <w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r></w:p>",
        &[],
        "p 12",
    );
}

#[test]
fn lists() {
    let body = [
        item(1, 0, "three"),
        item(1, 1, "a"),
        item(1, 1, "b"),
        item(1, 0, "four"),
        item(1, 1, "a again"),
        item(3, 0, "one"),
        item(2, 0, "dot"),
        p("<w:pStyle w:val='L'/>", "styled"),
        p("<w:pStyle w:val='L'/><w:numPr><w:numId w:val='0'/></w:numPr>", "none"),
    ];
    let expect =
        "  3. three\n    1. a\n    2. b\n  4. four\n    1. a again\n  1. one\n  - dot\n  - styled\np none";
    check(&body.concat(), &[STYLES, NUMBERING], expect);
}

#[test]
fn tables_with_data_are_rows_and_others_are_text() {
    let head = row(&["State", "Position"]).replace("<w:tr>", "<w:tr><w:trPr><w:tblHeader/></w:trPr>");
    let wide = "<w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr><w:p><w:r><w:t>Both</w:t></w:r></w:p></w:tc>\
                <w:tc><w:p/></w:tc></w:tr>";
    let data = format!("<w:tbl>{head}{}{wide}</w:tbl>", row(&["France", "for"]));
    check(&data, &[], "th State | Position\ntr France | for\ntr Both |  | ");
    let long = "word ".repeat(150);
    let layout = format!("<w:tbl>{}</w:tbl>", row(&["Note", &long]));
    check(&layout, &[], &format!("p Note\np {}", long.trim()));
}

#[test]
fn notes_stand_at_the_end_in_the_order_of_the_text() {
    let body = "<w:p><w:r><w:t>One</w:t><w:footnoteReference w:id='5'/><w:t> two</w:t><w:endnoteReference w:id='1'/>\
                <w:t> three</w:t><w:footnoteReference w:id='4'/></w:r></w:p>";
    let note = |id: u8, text: &str| format!("<w:footnote w:id='{id}'>{}</w:footnote>", p("", text));
    let notes = format!(
        "<w:footnotes><w:footnote w:type='separator' w:id='0'><w:p/></w:footnote>{}{}</w:footnotes>",
        note(4, "Fourth"),
        note(5, "Fifth")
    );
    let ends =
        "<w:endnotes><w:endnote w:id='1'><w:p><w:r><w:t>End</w:t></w:r></w:p></w:endnote></w:endnotes>";
    check(
        body,
        &[("word/footnotes.xml", &notes), ("word/endnotes.xml", ends)],
        "p One[1] two[i] three[2]\np [1] Fifth\np [2] Fourth\np [i] End",
    );
}

#[test]
fn changes_comments_and_running_heads_are_named() {
    let body = "<w:p><w:ins><w:r><w:t>new </w:t></w:r></w:ins><w:del><w:r><w:delText>old </w:delText></w:r></w:del>\
                <w:r><w:t>text</w:t><w:commentReference w:id='0'/></w:r></w:p>";
    let extracted = extract(
        "a.docx",
        None,
        &word(body, &[("word/header1.xml", &format!("<w:hdr>{}</w:hdr>", p("", "For official use")))]),
    );
    assert_eq!(blocks(&extracted), "p new text");
    assert_eq!(
        warnings(&extracted),
        "The document holds tracked changes; it was read as if all of them were accepted.\n\
         One comment was left out of the text; the original still holds them.\n\
         What is repeated at the head or the foot of the pages was left out of the text."
    );
    let numbers = extract(
        "a.docx",
        None,
        &word(&p("", "text"), &[("word/footer1.xml", &format!("<w:ftr>{}</w:ftr>", p("", "Page 3")))]),
    );
    assert_eq!(warnings(&numbers), "");
}

#[test]
fn text_boxes_follow_their_paragraph_once() {
    let text_box = format!("<w:txbxContent>{}</w:txbxContent>", p("", "Boxed"));
    let body = format!(
        "<w:p><w:r><w:t>Before</w:t><mc:AlternateContent><mc:Choice>{text_box}</mc:Choice><mc:Fallback>{text_box}\
         </mc:Fallback></mc:AlternateContent><w:t> and after</w:t></w:r></w:p>{}",
        p("", "Next")
    );
    check(&body, &[], "p Before and after\np Boxed\np Next");
}

#[test]
fn pages_are_taken_when_word_agrees_with_itself() {
    let body = "<w:p><w:r><w:t>One</w:t></w:r></w:p><w:p><w:r><w:br w:type='page'/></w:r></w:p>\
                <w:p><w:r><w:lastRenderedPageBreak/><w:t>Two </w:t></w:r><w:r><w:lastRenderedPageBreak/><w:t>three</w:t></w:r></w:p>";
    let pages = |told: u8| {
        let told = format!("<Properties><Pages>{told}</Pages></Properties>");
        let extracted = extract("a.docx", None, &word(body, &[("docProps/app.xml", &told)]));
        extracted.pages.iter().map(|page| (page.start, page.label.clone())).collect::<Vec<_>>()
    };
    assert_eq!(pages(3), [(0, "1".to_owned()), (5, "2".to_owned()), (9, "3".to_owned())]);
    assert_eq!(pages(4), []);
}

#[test]
fn facts_are_stated_or_guessed() {
    let core = "<cp:coreProperties><dc:title>Talks in London</dc:title><dc:creator>A. Author</dc:creator>\
                <dcterms:created>2025-04-23T10:00:00Z</dcterms:created><dc:language>en-GB</dc:language></cp:coreProperties>";
    let extracted =
        extract("a.docx", None, &word(&p("", "The ministers met."), &[("docProps/core.xml", core)]));
    assert_eq!(
        facts(&extracted.meta),
        "title: Talks in London\nauthors: A. Author (?)\npublished: 2025-04-23 (?)\nlanguage: en-GB"
    );
}

#[test]
fn what_is_no_document_is_refused() {
    let refuse = |bytes: &[u8]| {
        read(&Input { name: "a.docx", media_hint: None, bytes }).map_err(|refusal| refusal.reason)
    };
    let sound = word(&p("", "text"), &[]);
    assert_eq!(refuse(&sound[..sound.len() / 2]), Err(Reason::Damaged));
    assert_eq!(refuse(&word("<w:p><w:r>", &[])), Err(Reason::Damaged));
    assert_eq!(refuse(&word(&"<w:p>".repeat(400), &[])), Err(Reason::TooDeep));
    assert_eq!(refuse(&word("<w:p/>", &[])), Err(Reason::NoText));
}
