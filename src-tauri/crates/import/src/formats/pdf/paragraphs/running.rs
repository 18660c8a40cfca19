//! What is repeated at the head or the foot of the pages. It stands in the middle of sentences that go on over the
//! page, so it is taken out of the text, and said to be.

use std::collections::HashMap;

use super::super::pages::Page;
use crate::extracted::{Warning, WarningCode};

/// How many lines at each end of a page may be repeated ones.
const DEEP: usize = 3;

/// Fewer pages than this repeat things by chance.
const PAGES: usize = 3;

/// Takes repeated lines off the pages, and names one of them.
pub(crate) fn take_out(pages: &mut [Page]) -> Option<Warning> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for page in &*pages {
        let mut seen: Vec<String> = Vec::new();
        for key in edge(page).filter(|key| !key.is_empty()) {
            if !seen.contains(&key) {
                *counts.entry(key.clone()).or_default() += 1;
                seen.push(key);
            }
        }
    }
    // Left and right pages may bear different lines.
    let often = PAGES.max(pages.iter().filter(|page| !page.lines.is_empty()).count() * 2 / 5);
    let repeated = |page: &Page, place: usize| {
        let line = &page.lines[place];
        line.look.running || counts.get(&key(&line.text)).is_some_and(|count| *count >= often)
    };
    let ends: Vec<(usize, usize)> = pages
        .iter()
        .map(|page| {
            let last = page.lines.len();
            let head = (0..DEEP.min(last)).take_while(|place| repeated(page, *place)).count();
            let foot = (1..=DEEP.min(last - head)).take_while(|back| repeated(page, last - back)).count();
            // A number alone on its page is what the page says.
            if last == 1 { (0, 0) } else { (head, foot) }
        })
        .collect();
    let taken = || {
        let ends = pages.iter().zip(&ends);
        ends.flat_map(|(page, (head, foot))| {
            page.lines[..*head].iter().chain(&page.lines[page.lines.len() - foot..])
        })
    };
    // Where hardly anything else is on the pages, the repeated lines are what they say.
    let all: usize = pages.iter().flat_map(|page| &page.lines).map(|line| letters(&line.text)).sum();
    if taken().map(|line| letters(&line.text)).sum::<usize>() * 3 > all {
        return None;
    }
    let example = taken().max_by_key(|line| letters(&line.text)).map(|line| line.text.clone());
    for (page, (head, foot)) in pages.iter_mut().zip(ends) {
        page.lines.truncate(page.lines.len() - foot);
        page.lines.drain(..head);
    }
    let shown: String = example?.chars().take(60).collect();
    let message = format!(
        "Lines repeated at the head or the foot of the pages were left out of the text, such as “{}”.",
        shown.trim()
    );
    Some(Warning { code: WarningCode::RunningHeadsLeftOut, message })
}

fn letters(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphabetic()).count()
}

/// The lines at both ends of a page.
fn edge(page: &Page) -> impl Iterator<Item = String> {
    let count = page.lines.len();
    let at_edge = move |place: usize| place < DEEP || place + DEEP >= count;
    let lines = page.lines.iter().enumerate().filter(move |(place, _)| at_edge(*place));
    lines.map(move |(place, line)| {
        let key = key(&line.text);
        // A bare number is a page's only when nothing stands outside of it.
        let bare = !key.contains(char::is_alphabetic);
        if bare && place > 0 && place + 1 < count { String::new() } else { key }
    })
}

/// A line without what changes from page to page.
fn key(text: &str) -> String {
    let mut key = String::new();
    for c in text.chars().filter(|c| !c.is_whitespace()) {
        let figure = c.is_numeric();
        if !figure || !key.ends_with('#') {
            key.extend(if figure { '#'.to_lowercase() } else { c.to_lowercase() });
        }
    }
    let roman = !key.is_empty() && key.chars().all(|c| "ivxlc".contains(c));
    if roman { "#".to_owned() } else { key }
}
