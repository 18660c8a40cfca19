//! E-mails and web archives.

use standpoint_import::WarningCode;

use crate::outline::{blocks, extract, facts, warnings};

const HEAD: &str = "From: =?utf-8?q?A=2E_Author?= <a@example.org>\r\nDate: Wed, 23 Apr 2025 23:30:00 -0500\r\n\
                    Subject: Talks in\r\n London\r\nMIME-Version: 1.0\r\n";

#[track_caller]
fn check(rest: &str, expect: &str) {
    assert_eq!(blocks(&extract("a.eml", None, format!("{HEAD}{rest}").as_bytes())), expect);
}

#[test]
fn headers_are_facts() {
    let extracted = extract("a.eml", None, format!("{HEAD}\r\nThe ministers met.\r\n").as_bytes());
    assert_eq!(blocks(&extracted), "p The ministers met.");
    assert_eq!(facts(&extracted.meta), "title: Talks in London\nauthors: A. Author\npublished: 2025-04-23");
}

#[test]
fn to_whom_it_went_is_part_of_the_text() {
    let to = "To: B. Reader <b@example.org>,\r\n c@example.org\r\nCc: =?utf-8?q?D=C3=A9put=C3=A9?= <d@example.org>\r\n";
    check(
        &format!("{to}\r\nThe ministers met.\r\n"),
        "p To: B. Reader, c@example.org / Cc: Député\np The ministers met.",
    );
    let many: Vec<String> = (0..50).map(|number| format!("r{number}@example.org")).collect();
    let extracted =
        extract("a.eml", None, format!("{HEAD}To: {}\r\n\r\nNews.\r\n", many.join(", ")).as_bytes());
    assert!(blocks(&extracted).contains("r39@example.org and 10 more"), "{}", extracted.text);
}

#[test]
fn text_with_quotations_and_folded_lines() {
    check(
        "\r\nYes.\r\n\r\n> Did they\r\n> meet?\r\n>\r\n> And when?\r\nNo.\r\n",
        "p Yes.\n> Did they / meet?\n> And when?\np No.",
    );
    check(
        "Content-Type: text/plain; format=flowed\r\n\r\nThe ministers \r\nmet.\r\n-- \r\nA. Author\r\n",
        "p The ministers met. / -- / A. Author",
    );
    check(
        "Content-Type: text/plain; charset=windows-1251\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n=CC=E8=F0=\r\n.\r\n",
        "p Мир.",
    );
}

#[test]
fn the_page_is_read_where_there_is_one() {
    check(
        "Content-Type: multipart/alternative; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nplain\r\n--x\r\n\
         Content-Type: text/html; charset=iso-8859-1\r\nContent-Transfer-Encoding: 8bit\r\n\r\n<html><body><h1>Talks</h1>\
         <div style='display:none'>preview</div><p>They met.</p><script>x()</script></body></html>\r\n--x--\r\n",
        "h1 Talks\np They met.",
    );
}

#[test]
fn attachments_are_named_and_pictures_counted() {
    let rest = "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nSee below.\r\n--x\r\n\
                Content-Type: application/pdf; name=\"note.pdf\"\r\nContent-Disposition: attachment; filename=\"note.pdf\"\r\n\r\nx\r\n--x\r\n\
                Content-Type: image/png\r\nContent-ID: <1>\r\nContent-Disposition: inline\r\n\r\nx\r\n--x\r\n\
                Content-Type: message/rfc822\r\n\r\nSubject: Earlier\r\n\r\nold\r\n--x--\r\n";
    let extracted = extract("a.eml", None, format!("{HEAD}{rest}").as_bytes());
    assert_eq!(blocks(&extracted), "p See below.");
    assert_eq!(
        warnings(&extracted),
        "One picture was left out of the text; the original still refers to them.\n\
         The attachments “note.pdf” and “Earlier” are not part of the text; they can be imported by themselves."
    );
    assert_eq!(extracted.warnings[1].code, WarningCode::AttachmentsLeftOut);
}

#[test]
fn a_web_archive_is_the_page_in_it() {
    let prose =
        "<p>The talks went on until late and will go on tomorrow, said the ministry of foreign affairs.</p>"
            .repeat(5);
    let source = format!(
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/talks\r\nSubject: Talks\r\n\
         Date: Thu, 24 Apr 2025 10:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"x\"\r\n\r\n\
         --x\r\nContent-Type: text/html\r\nContent-ID: <frame>\r\nContent-Transfer-Encoding: quoted-printable\r\n\
         Content-Location: https://example.org/talks\r\n\r\n<!doctype html><html lang=3D\"en\"><head><meta charset=3D\"windows-1252\">\
         <title>Talks in London</title></head><body><article><h1>Talks in London</h1><p>Caf=E9 talks.</p>{prose}</article></body></html>\r\n\
         --x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://example.org/a.png\r\n\r\niVBO\r\n--x--\r\n"
    );
    let extracted = extract("a.mhtml", None, source.as_bytes());
    assert!(extracted.text.contains("Café talks."), "{}", extracted.text);
    assert!(extracted.html.is_some());
    assert_eq!(
        facts(&extracted.meta),
        "title: Talks in London (?)\nlanguage: en\nurl: https://example.org/talks"
    );
}

#[test]
fn attachments_without_a_name_are_counted() {
    let part = "--x\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment\r\n\r\nx\r\n";
    let rest = |parts: &str| {
        format!(
            "{HEAD}Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nSee below.\r\n{parts}--x--\r\n"
        )
    };
    let one = extract("a.eml", None, rest(part).as_bytes());
    assert_eq!(
        warnings(&one),
        "The attachment (1 without a name) is not part of the text; it can be imported by itself."
    );
    let named = part.replace("attachment\r\n", "attachment; filename=a.pdf\r\n");
    let two = extract("a.eml", None, rest(&format!("{part}{named}")).as_bytes());
    assert_eq!(
        warnings(&two),
        "The attachments “a.pdf” and 1 more are not part of the text; they can be imported by themselves."
    );
}
