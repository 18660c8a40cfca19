//! What holds for every input there is.

use proptest::prelude::*;
use standpoint_import::{Extracted, Input, Kind, PASTED, read};

/// Reads the bytes as each format, and checks what whoever draws the text relies on.
fn check_all(bytes: &[u8]) -> Result<(), TestCaseError> {
    for (name, media_hint) in [
        ("a.txt", None),
        ("a.md", None),
        ("a.html", None),
        ("a.csv", None),
        ("a.eml", None),
        ("a.mhtml", None),
        ("a", None),
        (PASTED, Some("text/html")),
        (PASTED, Some("text/html; charset=koi8-r")),
    ] {
        let input = Input { name, media_hint, bytes };
        let first = read(&input);
        prop_assert_eq!(&first, &read(&input), "{} reads differently the second time", name);
        match first {
            Ok(extracted) => check(&extracted)?,
            Err(refusal) => prop_assert!(refusal.to_string().contains(name)),
        }
    }
    Ok(())
}

fn check(extracted: &Extracted) -> Result<(), TestCaseError> {
    let text: Vec<char> = extracted.text.chars().collect();
    prop_assert!(!text.iter().any(|c| c.is_control() && !matches!(c, '\n' | '\t')), "a control character");
    prop_assert!(!extracted.blocks.is_empty());
    let mut end = 0;
    for (place, block) in extracted.blocks.iter().enumerate() {
        let gap: String = text[end..block.start].iter().collect();
        let expected: &[&str] = if place == 0 { &[""] } else { &["\n", "\n\n"] };
        prop_assert!(expected.contains(&gap.as_str()), "{:?} before {:?}", gap, block);
        let words: String = text[block.start..block.end].iter().collect();
        prop_assert!(!words.trim().is_empty(), "an empty block");
        if !matches!(block.kind, Kind::Code | Kind::TableRow { .. }) {
            prop_assert_eq!(words.trim(), words.as_str());
            prop_assert!(!words.contains("\n\n") || block.kind == Kind::Code, "a blank line inside a block");
        }
        end = block.end;
    }
    prop_assert_eq!(end, text.len(), "text after the last block");
    let meta = &extracted.meta;
    prop_assert!(meta.authors.as_ref().is_none_or(|a| !a.value.is_empty()));
    prop_assert!(meta.title.as_ref().is_none_or(|t| !t.value.trim().is_empty()));
    Ok(())
}

/// Pieces that mean something to one format or another, in any order.
fn soup() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[ -~]{0,12}",
        "\\PC{0,6}",
        "[\u{0}-\u{20}\u{7f}-\u{a0}\u{2028}\u{feff}]{1,3}",
        proptest::sample::select(vec![
            "<p>",
            "</p>",
            "<div>",
            "</div>",
            "<ul>",
            "<li>",
            "<ol start=3>",
            "</ul>",
            "<table>",
            "<tr>",
            "<td>",
            "<th>",
            "</table>",
            "<pre>",
            "</pre>",
            "<br>",
            "<h2>",
            "</h2>",
            "<b>",
            "</b>",
            "<a href='x'>",
            "<q>",
            "<blockquote>",
            "<svg>",
            "<math>",
            "<mi>",
            "<!--",
            "-->",
            "<script>",
            "</script>",
            "<style>",
            "<title>",
            "<html>",
            "<body>",
            "<article>",
            "<template>",
            "<select>",
            "<!doctype html>",
            "<meta name=author content='",
            "<time datetime=2025-04-23>",
            "&amp;",
            "&#0;",
            "&#x202e;",
            "'>",
            "\"",
            "# ",
            "\n",
            "\n\n",
            "- ",
            "1. ",
            "> ",
            "```",
            "    ",
            "| a | b |\n|-|-|\n",
            "---\n",
            "title: x\n",
            "+++\n",
            "[^1]",
            "[^1]: ",
            "![",
            "](",
            ")",
            "**",
            "*",
            "~~",
            "\r",
            "\t",
            "\u{c}",
            "🕊\u{fe0f}",
            "e\u{301}",
            "شكرا",
            "{\\rtf1 ",
            "\\par ",
            "\\intbl ",
            "\\cell ",
            "\\row ",
            "{\\footnote ",
            "\\u1052?",
            "{\\*\\x ",
            "}",
            "From: a@example.org\r\n",
            "Content-Type: text/html\r\n\r\n",
            "> ",
            ";",
            ",",
        ])
        .prop_map(str::to_owned),
    ];
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..2_000)) {
        check_all(&bytes)?;
    }

    #[test]
    fn any_markup_is_read_or_refused(source in soup()) {
        check_all(source.as_bytes())?;
    }

    #[test]
    fn any_words_come_through_plain_text(words in proptest::collection::vec("[\\p{L}\\p{N}\\p{P}]{1,9}", 1..80), gaps in "[ \n\t]{80}") {
        let source: String = words.iter().zip(gaps.chars()).flat_map(|(word, gap)| [word.clone(), gap.to_string()]).collect();
        let extracted = read(&Input { name: "a.txt", media_hint: Some("text/plain; charset=utf-8"), bytes: source.as_bytes() });
        if let Ok(extracted) = extracted {
            prop_assert_eq!(extracted.text.split_whitespace().collect::<Vec<_>>(), source.split_whitespace().collect::<Vec<_>>());
        } else {
            prop_assert!(false, "refused");
        }
    }
}
