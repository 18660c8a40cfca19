//! PDF documents.

use standpoint_import::{Extracted, Input, Reason, WarningCode, read, read_unlocked, unlocked};

use crate::outline::{blocks, extract, facts};
use crate::pdf_pages::{Page, line, pdf};

#[track_caller]
fn check(pages: &[Page<'_>], expect: &str) {
    assert_eq!(blocks(&extract("a.pdf", None, &pdf(pages, "", ""))), expect);
}

fn refuse(bytes: &[u8]) -> Option<Reason> {
    read(&Input { name: "a.pdf", media_hint: None, bytes }).err().map(|refusal| refusal.reason)
}

#[test]
fn lines_become_paragraphs() {
    check(
        &[&[
            line(0, "The ministers of the three countries met in London to discuss a cease-"),
            line(1, "fire, and agreed that their envoys shall meet again before the month is"),
            line(2, "over."),
            line(4, "The next round of the talks will be held in Paris, where the same min-"),
            line(5, "isters will take part."),
        ]],
        "p The ministers of the three countries met in London to discuss a ceasefire, and agreed that their envoys \
         shall meet again before the month is over.\n\
         p The next round of the talks will be held in Paris, where the same ministers will take part.",
    );
}

#[test]
fn a_hyphen_of_the_word_stays() {
    check(
        &[&[
            line(
                0,
                "A long-term plan was agreed by all the states that took part in the talks in London, a long-",
            ),
            line(1, "term plan for peace."),
        ]],
        "p A long-term plan was agreed by all the states that took part in the talks in London, a long-term plan \
         for peace.",
    );
}

#[test]
fn larger_lines_are_headings() {
    check(
        &[&[
            (72.0, 740.0, 20.0, "Talks in London"),
            line(1, "The ministers of the three countries met in London to discuss a ceasefire"),
            line(2, "and agreed to meet again."),
        ]],
        "h1 Talks in London\n\
         p The ministers of the three countries met in London to discuss a ceasefire and agreed to meet again.",
    );
}

#[test]
fn pages_start_where_they_do_and_running_heads_go() {
    let heads: Vec<String> = (1..=4).map(|page| format!("Report on the talks | {page}")).collect();
    let bodies = [
        "The ministers of the three countries spoke first of territory, then, after a break,",
        "of sanctions and of how they are to be lifted, which took them until the evening,",
        "and on the next day, when the envoys had joined them in the same room once more, of guarantees",
        "and of forces, on which nothing was agreed before they left for their capitals again.",
    ];
    let pages: Vec<Vec<_>> = heads
        .iter()
        .zip(bodies)
        .map(|(head, body)| {
            vec![(72.0, 770.0, 9.0, head.as_str()), line(5, body), (300.0, 30.0, 9.0, "Ministry of Talks")]
        })
        .collect();
    let pages: Vec<Page<'_>> = pages.iter().map(Vec::as_slice).collect();
    let extracted = extract("a.pdf", None, &pdf(&pages, "", ""));
    assert_eq!(blocks(&extracted), format!("p {}", bodies.join(" ")));
    let starts: Vec<_> = extracted.pages.iter().map(|page| (page.start, page.label.as_str())).collect();
    assert_eq!(starts, [(0, "1"), (84, "2"), (166, "3"), (261, "4")]);
    assert_eq!(extracted.warnings[0].code, WarningCode::RunningHeadsLeftOut);
    assert!(
        extracted.warnings[0].message.contains("Report on the talks"),
        "{}",
        extracted.warnings[0].message
    );
}

#[test]
fn lines_that_are_all_there_is_stay() {
    let page = [line(0, "For official use")];
    let pages: Vec<Page<'_>> = vec![&page; 5];
    check(
        &pages,
        "p For official use\np For official use\np For official use\np For official use\np For official use",
    );
}

#[test]
fn a_page_of_nothing_but_its_number_keeps_it() {
    let numbers: Vec<String> = (1..=6).map(|number| number.to_string()).collect();
    let words = "The ministers met in London and talked until late in the evening.";
    let mut pages: Vec<Vec<_>> =
        numbers.iter().map(|number| vec![(300.0, 30.0, 9.0, number.as_str())]).collect();
    pages[0].insert(0, line(0, words));
    pages[1].insert(0, line(0, words));
    let pages: Vec<Page<'_>> = pages.iter().map(Vec::as_slice).collect();
    check(&pages, &format!("p {words}\np {words}\np 3\np 4\np 5\np 6"));
}

#[test]
fn facts_are_stated_or_guessed() {
    let info = "/Title(Talks in London)/Author(A. Author; B. Author)/CreationDate(D:20250423100000+02'00')";
    let extracted = extract("a.pdf", None, &pdf(&[&[line(0, "The ministers met.")]], info, ""));
    assert_eq!(
        facts(&extracted.meta),
        "title: Talks in London\nauthors: A. Author; B. Author (?)\npublished: 2025-04-23 (?)"
    );
}

#[test]
fn what_cannot_be_read_is_named() {
    let noise = "x".repeat(32);
    let locked = format!("/Encrypt<</Filter/Standard/V 1/R 2/P -4/O({noise})/U({noise})>>/ID[(a)(a)]");
    assert_eq!(refuse(&pdf(&[&[line(0, "Secret.")]], "", &locked)), Some(Reason::NeedsPassword));
    assert_eq!(refuse(b"%PDF-1.7\nnothing"), Some(Reason::Damaged));
    assert_eq!(refuse(&pdf(&[&[]], "", "")), Some(Reason::NoText));
}

#[test]
fn a_locked_document_opens_with_its_password_alone() {
    let files = [
        &include_bytes!("locked/rc4-128.pdf")[..],
        include_bytes!("locked/aes-128.pdf"),
        include_bytes!("locked/aes-256.pdf"),
    ];
    for bytes in files {
        let input = Input { name: "a.pdf", media_hint: None, bytes };
        let unlock = |password| read_unlocked(&input, password).map_err(|refusal| refusal.reason);
        assert_eq!(refuse(bytes), Some(Reason::NeedsPassword));
        assert_eq!(unlock("Under 7").err(), Some(Reason::WrongPassword));
        assert!(unlock("under 7").is_ok_and(|read| read.text.starts_with("The ministers met in London")));
    }
}

/// Whether each of the passwords opens a document.
#[track_caller]
fn check_passwords(bytes: &[u8], passwords: &[(&str, bool)]) {
    let input = Input { name: "a.pdf", media_hint: None, bytes };
    for (password, opens) in passwords {
        let read = read_unlocked(&input, password);
        let reason = read.as_ref().err().map(|refusal| &refusal.reason);
        assert_eq!(reason, (!opens).then_some(&Reason::WrongPassword), "{password}");
        let begins = |read: Extracted| read.text.starts_with("The ministers met in London");
        assert!(read.map_or(true, begins), "{password}");
    }
}

const AES: &[u8] = include_bytes!("locked/letters-aes-128.pdf");

#[test]
fn passwords_are_letters_and_not_bytes() {
    // As typed on one keyboard, with its dots typed apart on another, as its owner knows it, and wrong.
    let tried = [("Zürich € 7", true), ("Zu\u{308}rich € 7", true), ("Präsidium", true)];
    let wrong = [("Zurich € 7", false), ("Zürich 7", false), ("", false)];
    for bytes in [
        &include_bytes!("locked/letters-rc4-40.pdf")[..],
        include_bytes!("locked/letters-rc4-128.pdf"),
        AES,
        include_bytes!("locked/letters-aes-256.pdf"),
    ] {
        check_passwords(bytes, &tried);
        check_passwords(bytes, &wrong);
    }
    // By a program that leaves out how long the key is, which goes without saying.
    let said = AES.windows(21).position(|words| words == b"/Standard /Length 128").expect("it says so");
    let mut unsaid = AES.to_vec();
    unsaid[said + 10..said + 21].fill(b' ');
    check_passwords(&unsaid, &tried);
    check_passwords(&unsaid, &wrong);
    // By a program that wrote UTF-8 where letters of PDF were due; its owner's password is not asked for so.
    check_passwords(include_bytes!("locked/letters-rc4-128-utf8.pdf"), &tried[..2]);
}

/// The owner's password opens no document of that age as it is.
#[test]
fn a_lock_comes_off_where_nothing_else_helps() {
    let take_off = |bytes, password| {
        unlocked(&Input { name: "a.pdf", media_hint: None, bytes }, password)
            .map_err(|refusal| refusal.reason)
    };
    let open = take_off(AES, "Präsidium").expect("it fits").expect("it has to come off");
    assert!(extract("a.pdf", None, &open).text.starts_with("The ministers met in London"));
    assert_eq!(take_off(include_bytes!("locked/aes-128.pdf"), "under 7"), Ok(None));
    assert_eq!(take_off(AES, "Prasidium"), Err(Reason::WrongPassword));
    assert_eq!(take_off(b"%PDF-1.7\nnothing", "under 7"), Ok(None));
}
