//! Rich Text.

use crate::outline::{blocks, extract, facts, warnings};

#[track_caller]
fn check(source: &str, expect: &str) {
    assert_eq!(blocks(&extract("a.rtf", None, source.as_bytes())), expect);
}

#[test]
fn paragraphs_and_characters() {
    check(
        r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Times;}{\f1\fcharset204 Times;}}\pard The \b minis\b0 ters met\'e9.\par
\ldblquote Yes\rdblquote\~\endash  no\line next\par {\f1 \'cc\'e8\'f0}\par \uc1\u1052?\u1080?\u1088?\u-10179?\u-9042?\par}",
        "p The ministers meté.\np “Yes”\u{a0}– no / next\np Мир\np Мир💮",
    );
}

#[test]
fn headings_lists_and_tables() {
    check(
        r"{\rtf1{\stylesheet{\s1 heading 1;}{\s2\outlinelevel1 Own;}}\pard\s1 Talks\par\pard\s2 Territory\par
\pard\outlinelevel2 Forces\par\pard{\listtext 2.\tab}\ls1\ilvl0 two\par{\listtext\'b7\tab}\ls1\ilvl1 dot\par
\pard text\par\trowd\trhdr\pard\intbl State\cell Position\cell\row\trowd\pard\intbl France\cell for\cell\row\pard After\par}",
        "h1 Talks\nh2 Territory\nh3 Forces\n  2. two\n    - dot\np text\nth State | Position\ntr France | for\np After",
    );
}

#[test]
fn notes_boxes_and_what_is_passed_over() {
    check(
        r"{\rtf1{\info{\title Talks}}{\*\generator X;}{\header Secret paper\par}One{\super\chftn}{\footnote Fifth\par} two. {\field{\*\fldinst HYPERLINK x}{\fldrslt link}}{\v hidden}{\*\shppict{\pict\bin4 }}}}}}{\nonshppict{\pict 00}}
{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt Boxed\par}}\par Next\par}",
        "p One[1] two. link\np Boxed\np Next\np [1] Fifth",
    );
}

#[test]
fn facts_and_warnings() {
    let source = r"{\rtf1{\info{\title Talks in London}{\author A. Author}{\creatim\yr2025\mo4\dy23}}{\header For official use\par}
{\deleted old}new{\*\annotation Why?}\par";
    let extracted = extract("a.rtf", None, source.as_bytes());
    assert_eq!(blocks(&extracted), "p new");
    assert_eq!(
        facts(&extracted.meta),
        "title: Talks in London\nauthors: A. Author (?)\npublished: 2025-04-23 (?)"
    );
    assert_eq!(
        warnings(&extracted),
        "The file ends in the middle of the document; what stands before was read.\n\
         The document holds tracked changes; it was read as if all of them were accepted.\n\
         One comment was left out of the text; the original still holds them.\n\
         What is repeated at the head or the foot of the pages was left out of the text."
    );
}
