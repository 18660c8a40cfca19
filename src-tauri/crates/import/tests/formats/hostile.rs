//! Bad input gets one clear sentence, and never more of anybody's time.

use standpoint_import::{Input, MAX_BYTES, PASTED, Reason, read};

use crate::archives::archive;
use crate::outline::extract;

#[track_caller]
fn check(name: &str, bytes: &[u8], expect: &Reason, sentence: &str) {
    let refusal = read(&Input { name, media_hint: None, bytes }).expect_err("a refusal");
    assert_eq!(&refusal.reason, expect);
    assert!(refusal.to_string().starts_with(sentence), "{refusal}");
}

/// Bytes without a pattern, the same every time.
fn noise(length: usize) -> Vec<u8> {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let step = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_le_bytes()[3]
    };
    std::iter::repeat_with(step).take(length).collect()
}

#[test]
fn files_that_are_no_text() {
    let misnamed = |named: &str, what: Option<&str>| Reason::Misnamed {
        named: named.to_owned(),
        what: what.map(str::to_owned),
    };
    check("a.txt", b"", &Reason::Empty, "“a.txt” is empty.");
    check("a.txt", b" \n\t \r\n", &Reason::NoText, "There is no text in “a.txt”.");
    check(
        "a.html",
        b"<html><script>draw()</script></html>",
        &Reason::NoText,
        "There is no text in “a.html”.",
    );
    check("a.md", b"![map](map.png)", &Reason::NoText, "There is no text in “a.md”.");
    check(
        "a.txt",
        &[0; 5000],
        &misnamed("plain text", None),
        "“a.txt” is named as plain text but holds something else.",
    );
    for (name, named, length) in
        [("a.txt", "plain text", 64), ("a.html", "a web page", 5_000), ("a.md", "Markdown", 300_000)]
    {
        check(name, &noise(length), &misnamed(named, None), &format!("“{name}” is named as {named} but"));
    }
    check(
        "a.txt",
        b"PK\x03\x04\x14\0\0\0",
        &misnamed("plain text", Some("a ZIP archive")),
        "“a.txt” is named as plain text but is a ZIP",
    );
    check("a.pdf", b"%PDF-1.4", &Reason::Damaged, "“a.pdf” is damaged or incomplete. Get it again");
    let doc = Reason::Unsupported {
        what: Some("a Word document of the old kind (.doc)".to_owned()),
        advice: Some(
            "Open it in Word or LibreOffice and save it as a Word document (.docx); then import that."
                .to_owned(),
        ),
    };
    check(
        "a.doc",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        &doc,
        "“a.doc” is a Word document of the old kind (.doc), which cannot be imported. Open it in Word or LibreOffice",
    );
}

#[test]
fn archives_that_unfold_without_end() {
    // Two hundred megabytes of nothing in a file of two hundred kilobytes.
    let zeros = vec![b' '; 200 * 1024 * 1024];
    let bomb = archive(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", &zeros)]);
    assert!(bomb.len() < 1024 * 1024);
    check("a.docx", &bomb, &Reason::TooMuch, "“a.docx” unfolds into more than can be imported.");
    let names: Vec<String> = (0..10_001).map(|number| format!("word/{number}.xml")).collect();
    let mut entries = vec![("word/document.xml", &b"<w:p/>"[..])];
    entries.extend(names.iter().map(|name| (name.as_str(), &b""[..])));
    check("a.docx", &archive(&entries), &Reason::TooMuch, "“a.docx” unfolds");
    let laughs = "<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;'>]><w:p><w:r><w:t>&b;</w:t></w:r></w:p>";
    let bytes = archive(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", laughs.as_bytes())]);
    assert_eq!(extract("a.docx", None, &bytes).text, "\u{fffd}");
}

#[test]
fn documents_nested_too_deeply() {
    let groups = format!("{{\\rtf1 {}text", "{".repeat(100_000));
    check("a.rtf", groups.as_bytes(), &Reason::TooDeep, "“a.rtf” is nested too deeply");
    let mails = "Content-Type: message/rfc822\r\n\r\n".repeat(50_000);
    check("a.eml", mails.as_bytes(), &Reason::TooDeep, "“a.eml” is nested too deeply");
}

#[test]
fn files_that_are_too_large() {
    let bytes = vec![b'a'; usize::try_from(MAX_BYTES).expect("fits") + 1];
    let reason = Reason::TooLarge { bytes: MAX_BYTES + 1 };
    check("a.txt", &bytes, &reason, "“a.txt” is too large to import: it has 65 MB, and 64 MB is the most.");
}

#[test]
fn pages_nested_too_deeply() {
    for piece in ["<div>", "<ul><li>", "<table><tr><td>", "<blockquote>"] {
        check("a.html", piece.repeat(100_000).as_bytes(), &Reason::TooDeep, "“a.html” is nested too deeply");
        let markdown = format!("Text\n\n{}", piece.repeat(100_000));
        check("a.md", markdown.as_bytes(), &Reason::TooDeep, "“a.md” is nested too deeply");
    }
    let quotes = format!("{}text", "> ".repeat(20_000));
    assert!(extract("a.md", None, quotes.as_bytes()).text.ends_with("text"));
    let lists: Vec<String> = (0..300).map(|depth| format!("{}- item", "  ".repeat(depth))).collect();
    assert!(extract("a.md", None, lists.join("\n").as_bytes()).text.starts_with("item\nitem"));
}

/// Attacks on whoever shows the page. What is left of each must be inert.
const ATTACKS: &[&str] = &[
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)><g/onload=alert(1)//",
    "<svg><script>alert(1)</script></svg>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "<a href='javas\tcript:alert(1)'>x</a><a href=' &#1;javascript:alert(1)'>y</a>",
    "<a href='vbscript:x'>x</a><a href='data:text/html,x'>y</a><a href='//example.org'>z</a>",
    "<iframe src=https://example.org srcdoc='<script>alert(1)</script>'></iframe>",
    "<form action=https://example.org><input name=password><button formaction=javascript:alert(1)>x</button></form>",
    "<style>@import 'https://example.org/x.css'</style><p style='background:url(https://example.org)'>x</p>",
    "<link rel=stylesheet href=https://example.org><base href=https://example.org><meta http-equiv=refresh content=0>",
    "<object data=https://example.org></object><embed src=https://example.org><video src=https://example.org poster=x>",
    "<p id=getElementById name=x class=y onclick=alert(1) data-x=1>x</p>",
    "<xmp><img src=x onerror=alert(1)></xmp><plaintext><script>alert(1)</script>",
    "<template><script>alert(1)</script></template><select><style></select><img src=x onerror=alert(1)></style>",
];

#[test]
fn pages_that_attack() {
    let prose = "<p>The talks went on until late and will go on tomorrow, said the ministry.</p>".repeat(8);
    for attack in ATTACKS {
        let page = format!("<!doctype html><title>Talks</title><article>{prose}{attack}</article>");
        for (name, hint, source) in
            [("a.html", None, page.as_str()), (PASTED, Some("text/html"), &page[15..])]
        {
            let html = extract(name, hint, source.as_bytes()).html.unwrap_or_default().to_lowercase();
            for tag in html.split('<').skip(1).map(|rest| rest.split('>').next().unwrap_or(rest)) {
                assert_inert(tag, attack);
            }
        }
    }
}

#[track_caller]
fn assert_inert(tag: &str, attack: &str) {
    let mut words = tag.trim_start_matches('/').split_whitespace();
    let name = words.next().unwrap_or_default();
    let known =
        ["p", "a", "article", "div", "span", "form", "section", "table", "tbody", "tr", "td", "b", "i"];
    assert!(known.contains(&name), "<{tag}> left of {attack}");
    for attribute in words {
        let web = ["href=\"https://", "href=\"http://", "href=\"mailto:"]
            .iter()
            .any(|begins| attribute.starts_with(begins));
        assert!(
            web || ["rel=\"noopener", "noreferrer\""].contains(&attribute),
            "{attribute} left of {attack}"
        );
    }
}
