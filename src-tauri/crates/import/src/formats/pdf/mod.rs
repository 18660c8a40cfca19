//! PDF documents: the words in the order of reading, where each page starts, and paragraphs made of lines.
//!
//! A PDF says where each letter stands and nothing of what it belongs to. The library takes the file apart and knows
//! its fonts; words, lines, columns, headings, paragraphs, broken words and running heads are concluded here:
//!
//! `content` (letters with their places) → `lines` (through runs, segments and columns) → `paragraphs` (without what runs
//! along the pages). `scan` draws pages that are pictures, and brings lines that were recognised on them.

mod content;
mod facts;
mod labels;
mod lines;
mod pages;
mod paragraphs;
mod scan;
mod strings;
mod unlock;

use crate::extracted::{Extracted, Warning, WarningCode};
use crate::recognition::{Picture, Recognised};
use crate::refusal::Reason;
use crate::signature::{self, Content};
use crate::{Confidence, Format, Input, guess};
use pages::{Page, attempt};

/// A PDF document.
pub(crate) struct Pdf;

impl Format for Pdf {
    fn name(&self) -> &'static str {
        "a PDF document"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["pdf"]
    }

    fn sniff(&self, input: &Input<'_>) -> Confidence {
        let claim = signature::claim(input, Content::Pdf, self.extensions());
        // Some programs put something before the document; readers look for its beginning in the first kilobyte.
        let head = &input.bytes[..input.bytes.len().min(1024)];
        let begins_later = || head.windows(5).any(|window| window == b"%PDF-");
        let named = self.extensions().contains(&input.extension().as_str());
        if claim == Confidence::No && named && begins_later() { Confidence::Likely } else { claim }
    }

    fn read(&self, input: &Input<'_>) -> Result<Extracted, Reason> {
        extract(input, None, &[])
    }
}

/// Reads a document that opens with a password.
pub(crate) fn read_unlocked(input: &Input<'_>, password: &str) -> Result<Extracted, Reason> {
    extract(input, Some(password), &[])
}

/// A document without its lock, where it opens no other way; none where it opens as it is.
pub(crate) fn unlocked(input: &Input<'_>, password: &str) -> Result<Option<Vec<u8>>, Reason> {
    unlock::unlocked(input.bytes, password)
}

/// Reads a document some of whose pages were recognised.
pub(crate) fn read_recognised(
    input: &Input<'_>,
    password: Option<&str>,
    pages: &[Recognised],
) -> Result<Extracted, Reason> {
    extract(input, password, pages)
}

/// Draws a page, which is counted from 1.
pub(crate) fn draw(input: &Input<'_>, password: Option<&str>, page: u32) -> Result<Picture, Reason> {
    let document = pages::open(input.bytes, password)?;
    scan::drawing::draw(&document, page)
}

fn extract(
    input: &Input<'_>,
    password: Option<&str>,
    recognised: &[Recognised],
) -> Result<Extracted, Reason> {
    let document = pages::open(input.bytes, password)?;
    let mut pages = pages::read(&document, recognised)?;
    let (pictured, recognised) =
        (numbers(&pages, Page::is_picture), numbers(&pages, |page| page.recognised.is_some()));
    let mut warnings = page_warnings(&pages);
    warnings.extend(paragraphs::running::take_out(&mut pages));
    let (text, blocks, starts) = paragraphs::flow(&pages).finish_with_pages();
    // A scan has no text yet, and pages to look at.
    if blocks.is_empty() && pictured.is_empty() && recognised.is_empty() {
        return Err(Reason::NoText);
    }
    let mut meta = attempt(|| Some(facts::read(&document, &pages::catalog(&document)?))).unwrap_or_default();
    meta.title = meta.title.or_else(|| guess::title(input, &text, &blocks));
    meta.published = guess::published(&text).or(meta.published);
    meta.language = guess::language_told(meta.language, &text);
    let media_type = "application/pdf".to_owned();
    Ok(Extracted {
        pages: starts,
        pictured,
        recognised,
        warnings,
        ..Extracted::new(media_type, text, blocks, meta)
    })
}

/// A recogniser that is less sure of its words than this, in hundredths, has many of them wrong.
const UNSURE: u8 = 75;

/// The numbers, from 1, of some of the pages.
fn numbers(pages: &[Page], which: impl Fn(&Page) -> bool) -> Vec<u32> {
    (1..).zip(pages).filter(|(_, page)| which(page)).map(|(number, _)| number).collect()
}

/// What a person should know about single pages.
fn page_warnings(pages: &[Page]) -> Vec<Warning> {
    let mut warnings = Vec::new();
    if let Some(named) = name_pages(&numbers(pages, |page| page.pictured)) {
        let message = format!(
            "{named} a picture with next to no text, so its words are missing; text recognition (OCR) can bring them."
        );
        warnings.push(Warning { code: WarningCode::PagesWithoutText, message });
    }
    if let Some(named) = name_pages(&numbers(pages, |page| page.recognised.is_some())) {
        let message = format!(
            "{named} a picture whose words were recognised (OCR) and may be wrong; compare a passage with its page \
             before quoting it."
        );
        warnings.push(Warning { code: WarningCode::Recognised, message });
    }
    let unsure = |page: &Page| page.recognised.is_some_and(|sure| sure < UNSURE) && !page.lines.is_empty();
    if let Some(named) = name_pages(&numbers(pages, unsure)) {
        let message = format!("{named} hard to make out: expect many wrong words there.");
        warnings.push(Warning { code: WarningCode::Recognised, message });
    }
    if let Some(named) = name_pages(&numbers(pages, Page::is_partly_nameless)) {
        let message = format!(
            "{named} partly set in letters that the file does not name, so words are missing; compare with the \
             original, text recognition (OCR) can bring them."
        );
        warnings.push(Warning { code: WarningCode::PartsUnreadable, message });
    }
    if let Some(named) = name_pages(&numbers(pages, |page| page.broken)) {
        let message = format!("{named} damaged and could not be read; compare with the original.");
        warnings.push(Warning { code: WarningCode::PartsUnreadable, message });
    }
    warnings
}

/// The numbers of pages as a sentence's beginning, such as "Each of the pages 3, 5–7 is".
fn name_pages(numbers: &[u32]) -> Option<String> {
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for number in numbers {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == *number => *last = *number,
            _ => runs.push((*number, *number)),
        }
    }
    let run = |(first, last): &(u32, u32)| {
        if first == last { first.to_string() } else { format!("{first}–{last}") }
    };
    let list: Vec<String> = runs.iter().map(run).collect();
    match numbers {
        [] => None,
        [only] => Some(format!("Page {only} is")),
        _ => Some(format!("Each of the pages {} is", list.join(", "))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    #[test]
    fn pages_in_words() {
        assert_eq!(name_pages(&[]), None);
        assert_eq!(name_pages(&[4]).as_deref(), Some("Page 4 is"));
        assert_eq!(name_pages(&[1, 3, 4, 5, 9]).as_deref(), Some("Each of the pages 1, 3–5, 9 is"));
    }
}
