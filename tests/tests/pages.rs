//! The law of anchors over two hundred pages of a PDF: what is selected on a page as it is drawn is kept, found again
//! after everything that may happen to a document, and never stands for other words.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on panics")]

use serde_json::{Value, json};
use standpoint_tests::desk::Desk;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

const PAGES: usize = 200;

/// A sentence that every page has, told apart by what stands around it alone.
const EVERYWHERE: &str = "No agreement was reached on this point.";

/// What page `number` says; a page in twenty says something else in the newer version.
fn said(number: usize, newer: bool) -> String {
    let agreed = if newer && number % 20 == 7 { "left open" } else { "agreed on" };
    format!(
        "In session {number} the delegations went through what had been {agreed} in round {}. {EVERYWHERE} The \
         long-standing offer of the first office was reaffirmed, with {number} conditions attached by the envoys \
         of delegation {}. {EVERYWHERE} Sitting {number} then closed.",
        number * 7 % 1_000,
        number * 11 % 89,
    )
}

/// A PDF of two hundred pages, composed by the program itself.
fn document(desk: &Desk, path: &Path, newer: bool) {
    let note = desk
        .call("note_create", json!({ "title": "Record of the sessions", "template": "meeting_brief" }))["id"]
        .clone();
    let text = |words: &str| json!([{ "type": "text", "text": words }]);
    let pages = (1..=PAGES).flat_map(|number| {
        let words =
            json!({ "kind": "paragraph", "level": 1, "lead": [], "text": text(&said(number, newer)) });
        [words, json!({ "kind": "page_break" })]
    });
    let begun = desk.call("note_get", json!({ "id": note }))["blocks"].clone();
    for block in begun.as_array().unwrap() {
        desk.call("block_delete", json!({ "id": block["id"] }));
    }
    for body in pages.take(PAGES * 2 - 1).collect::<Vec<_>>().iter().rev() {
        desk.call("block_insert", json!({ "note": note, "body": body, "after": null }));
    }
    desk.call("note_export", json!({ "note": note, "path": path, "copy": "distribution" }));
}

fn import(desk: &Desk, path: &Path) -> Value {
    let job = desk.call("import_files", json!({ "paths": [path] }))["id"].clone();
    let started = Instant::now();
    loop {
        let jobs = desk.call("job_list", json!({}));
        let job = jobs.as_array().unwrap().iter().find(|one| one["id"] == job).unwrap();
        if job["ended"] == true {
            assert_eq!(job["refused"], json!([]));
            return job["told"][0]["source"]["id"].clone();
        }
        assert!(started.elapsed() < Duration::from_mins(2), "{job}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// A source's text by its characters, and where its pages begin.
fn text(desk: &Desk, source: &Value) -> (Vec<char>, Vec<usize>) {
    let whole = desk.call("source_get", json!({ "id": source }));
    let starts = whole["structure"]["pages"].as_array().unwrap();
    let starts = starts.iter().map(|page| page["start"].as_u64().unwrap() as usize).collect();
    (whole["text"].as_str().unwrap().chars().collect(), starts)
}

/// The page of a session: its number, its first character, and what it says.
fn page_of(characters: &[char], pages: &[usize], session: usize) -> (usize, usize, String) {
    let first: Vec<char> = format!("In session {session} the").chars().collect();
    let at = characters.windows(first.len()).position(|window| window == first).unwrap();
    let number = pages.iter().take_while(|start| **start <= at).count();
    let end = pages.get(number).copied().unwrap_or(characters.len());
    (number, pages[number - 1], characters[pages[number - 1]..end].iter().collect())
}

/// The words of a page as they are drawn: in lines, with broken and joined letters, under a running head.
fn drawn(words: &str, number: usize) -> String {
    let mut page = String::from("OFFICIAL\n");
    let mut column = 0;
    for word in words.split_whitespace() {
        let word = word.replace("ffi", "ﬃ").replace("fi", "ﬁ");
        let length = word.chars().count();
        if column + length > 46 && length > 7 && word.chars().all(char::is_alphabetic) {
            let cut = word.char_indices().nth(4).unwrap().0;
            page.extend([&word[..cut], "-\n", &word[cut..], " "]);
            column = length - 4;
            continue;
        }
        if column + length > 46 {
            page.push('\n');
            column = 0;
        }
        page.push_str(&word);
        page.push(' ');
        column += length + 1;
    }
    format!("{page}\n{number}\nOFFICIAL\n")
}

/// Where words stand on a drawn page, whose letters may be broken and joined: the `nth` time they come.
fn on_page(page: &str, words: &str, nth: usize) -> (usize, usize) {
    let letters: Vec<(usize, char)> = page
        .chars()
        .enumerate()
        .filter(|(_, c)| !c.is_whitespace() && *c != '-')
        .flat_map(|(at, c)| match c {
            'ﬃ' => "ffi".chars().map(|c| (at, c)).collect::<Vec<_>>(),
            'ﬁ' => "fi".chars().map(|c| (at, c)).collect(),
            _ => vec![(at, c)],
        })
        .collect();
    let wanted: Vec<char> = words.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
    let places = letters.windows(wanted.len()).enumerate();
    let found = places.filter(|(_, window)| window.iter().map(|(_, c)| c).eq(&wanted)).nth(nth).unwrap().0;
    (letters[found].0, letters[found + wanted.len() - 1].0 + 1)
}

/// An excerpt made on a page: its id, its words, and how often they come before it on the page.
type Kept = (Value, String, usize);

#[test]
fn excerpts_of_two_hundred_pages_are_found_again_or_are_orphans() {
    let mut desk = Desk::default();
    let (older_file, newer_file) = (desk.path("record.pdf"), desk.path("record-2.pdf"));
    document(&desk, &older_file, false);
    document(&desk, &newer_file, true);
    let older = import(&desk, &older_file);
    let (characters, pages) = text(&desk, &older);
    assert!(pages.len() >= PAGES);

    let mut kept: Vec<Kept> = Vec::new();
    for number in 1..=PAGES {
        let (number_of_page, start, words) = page_of(&characters, &pages, number);
        let page = drawn(&words, number);
        let sentence = said(number, false).split_once(". ").unwrap().0.to_owned();
        let wanted = match number % 3 {
            0 => (EVERYWHERE.to_owned(), number % 2),
            1 => (sentence, 0),
            _ => ("offer of the first office was reaffirmed".to_owned(), 0),
        };
        let (from, to) = on_page(&page, &wanted.0, wanted.1);
        let selected = json!([{ "page": number_of_page, "text": page, "start": from, "end": to }]);
        let place = desk.call("page_passage", json!({ "source": older, "selected": selected }));
        assert!(place.is_object(), "page {number}: {:?} in {page:?}", wanted.0);
        let keep = json!({ "source": older, "start": place["start"], "end": place["end"] });
        let excerpt = desk.call("excerpt_keep", keep);
        assert_eq!((&excerpt["quote"], &excerpt["page"]), (&json!(wanted.0), &json!(number_of_page)));
        let before: String = characters[start..place["start"].as_u64().unwrap() as usize].iter().collect();
        assert_eq!(before.matches(&wanted.0).count(), wanted.1, "page {number}");
        kept.push((excerpt["id"].clone(), wanted.0, wanted.1));
    }

    // The original leaves as it came; the program ends and begins again.
    let saved = desk.path("saved.pdf");
    desk.call("source_save_original", json!({ "id": older, "path": saved }));
    assert!(fs::read(&saved).unwrap() == fs::read(&older_file).unwrap(), "byte for byte");
    desk.restart();
    let rows = desk.call("excerpt_list", json!({ "source": older }));
    for ((id, words, _), number) in kept.iter().zip(1..) {
        let row =
            &rows.as_array().unwrap().iter().find(|row| row["excerpt"]["id"] == *id).unwrap()["excerpt"];
        let (start, end) = (row["start"].as_u64().unwrap() as usize, row["end"].as_u64().unwrap() as usize);
        assert_eq!(characters[start..end].iter().collect::<String>(), *words);
        let (number_of_page, ..) = page_of(&characters, &pages, number);
        assert_eq!((&row["page"], &row["orphan"]), (&json!(number_of_page), &json!(false)));
    }

    // A newer version in which a page in twenty says something else.
    let newer = import(&desk, &newer_file);
    let done = desk.call("source_supersede", json!({ "id": older, "by": newer }));
    let (characters, pages) = text(&desk, &newer);
    let rows = desk.call("excerpt_list", json!({ "source": newer }));
    let mut orphans = 0;
    for ((id, words, nth), number) in kept.iter().zip(1..) {
        let row =
            &rows.as_array().unwrap().iter().find(|row| row["excerpt"]["id"] == *id).unwrap()["excerpt"];
        if row["orphan"] == true {
            orphans += 1;
            continue;
        }
        let (start, end) = (row["start"].as_u64().unwrap() as usize, row["end"].as_u64().unwrap() as usize);
        assert_eq!(characters[start..end].iter().collect::<String>(), *words, "page {number}");
        let (number_of_page, start_of_page, said_there) = page_of(&characters, &pages, number);
        assert_eq!((&row["source"], &row["page"]), (&newer, &json!(number_of_page)), "{words}");
        let before: String = characters[start_of_page..start].iter().collect();
        assert_eq!(before.matches(words.as_str()).count(), *nth, "page {number}: {words}");
        // And it is shown at just these words on its page.
        let page = drawn(&said_there, number);
        let asked = json!({ "source": newer, "page": number_of_page, "text": page, "passages": [{ "start": start, "end": end }] });
        let place = desk.call("page_places", asked)[0].clone();
        let (from, to) = on_page(&page, words, *nth);
        assert_eq!(place, json!({ "start": from, "end": to }), "page {number}: {words}");
    }
    assert_eq!(done["orphans"], json!(orphans));
    let changed = (1..=PAGES).filter(|number| number % 20 == 7 && number % 3 == 1).count();
    assert!(
        orphans >= changed && orphans <= PAGES / 20,
        "{orphans} orphans, {changed} changed sentences kept"
    );
}
