//! Lines that were recognised in the picture of a page.

use super::super::lines::Line;
use super::hocr::{self, Spotted, Told, median, sizes};
use super::tables;
use crate::recognition::Recognised;
use crate::refusal::Reason;

/// What was recognised on a page.
#[derive(Default)]
pub(crate) struct PageLines {
    pub(crate) lines: Vec<Line>,
    /// How sure the recogniser is of its words, in hundredths: the mean over them.
    pub(crate) sure: u8,
}

/// The lines of each page. A recogniser measures each line by itself; what is nearly as large as most of the text is as
/// large, and other sizes come in steps, or each line would be a heading of its own kind.
pub(crate) fn lines(pages: &[Recognised]) -> Result<Vec<PageLines>, Reason> {
    let mut told = pages.iter().map(hocr::read).collect::<Result<Vec<_>, _>>()?;
    let body = median(&mut sizes(told.iter().flat_map(|page| &page.lines)));
    for Spotted { line, .. } in told.iter_mut().flat_map(|page| &mut page.lines) {
        line.look.size = stepped(line.look.size, body);
    }
    let page = |Told { lines, sure }| PageLines { lines: tables::in_place(lines), sure };
    Ok(told.into_iter().map(page).collect())
}

fn stepped(size: f32, body: f32) -> f32 {
    /// A line without tall letters, or with many, is measured that much smaller or larger.
    const ALIKE: std::ops::Range<f32> = 0.72..1.3;
    const STEP: f32 = 1.25;
    let ratio = size / body;
    if body <= 0.0 || !ratio.is_normal() || ALIKE.contains(&ratio) {
        return body;
    }
    body * STEP.powf(ratio.log(STEP).round())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A line: the size of its letters, its right end and its words.
    type Told<'a> = (f32, u32, &'a str);

    /// hOCR of parts, each of paragraphs of lines.
    fn hocr(parts: &[&[&[Told<'_>]]]) -> Recognised {
        let word = |word: &str| {
            let word = word.replace('&', "&amp;");
            format!("<span class='ocrx_word' title='bbox 1 1 2 2; x_wconf 90'>{word}</span>\n")
        };
        let line = |(size, right, words): &Told<'_>| {
            let title = format!("bbox 100 100 {right} 140; baseline 0 -4; x_size {size}");
            let words: Vec<String> = words.split(' ').map(word).collect();
            format!("<span class='ocr_line' title=\"{title}\">{}</span>", words.concat())
        };
        let within = |element: &str, class: &str, inner: &[String]| {
            let inner = inner.concat();
            format!("<{element} class='{class}' title='bbox 100 100 1100 900'>{inner}</{element}>")
        };
        let paragraph =
            |lines: &&[Told<'_>]| within("p", "ocr_par", &lines.iter().map(line).collect::<Vec<_>>());
        let part = |paragraphs: &&[&[Told<'_>]]| {
            within("div", "ocr_carea", &paragraphs.iter().map(paragraph).collect::<Vec<_>>())
        };
        let body = parts.iter().map(part).collect::<Vec<_>>().concat();
        let hocr = format!("<?xml version=\"1.0\"?><!DOCTYPE html><html><body>{body}</body></html>");
        Recognised { page: 1, dpi: 300, hocr }
    }

    /// The lines, each with `/` before a part's first, `+` before one apart, and its size.
    #[track_caller]
    fn check(recognised: Recognised, expect: &[&str]) {
        let read = lines(&[recognised]).expect("it is hOCR");
        let shown = |line: &Line| {
            let mark = if line.first {
                "/"
            } else if line.apart {
                "+"
            } else {
                ""
            };
            format!("{mark}{:.0} {}", line.look.size, line.text)
        };
        assert_eq!(read[0].lines.iter().map(shown).collect::<Vec<_>>(), expect);
    }

    #[test]
    fn lines_come_with_their_parts_paragraphs_and_sizes() {
        let body: &[Told<'_>] =
            &[(50.0, 1100, "The ministers met in London & agreed"), (42.0, 600, "on nothing.")];
        let next: &[Told<'_>] = &[(58.0, 1100, "They will meet again.")];
        check(
            hocr(&[&[&[(104.0, 500, "Record of a meeting")]], &[body, next]]),
            &[
                "/23 Record of a meeting",
                "/12 The ministers met in London & agreed",
                "12 on nothing.",
                "+12 They will meet again.",
            ],
        );
    }

    #[test]
    fn the_lines_of_a_paragraph_are_of_one_size() {
        let lead: &[Told<'_>] =
            &[(80.0, 1090, "Two papers are on the table, and one"), (58.0, 600, "is a leak.")];
        let body: &[Told<'_>] = &[(50.0, 1090, "The ministers met in London and agreed on nothing at all.")];
        check(
            hocr(&[&[lead], &[body]]),
            &[
                "/19 Two papers are on the table, and one",
                "19 is a leak.",
                "/12 The ministers met in London and agreed on nothing at all.",
            ],
        );
    }

    #[test]
    fn a_sentence_is_not_cut_by_a_paragraph_that_is_none() {
        let first: &[Told<'_>] = &[(50.0, 1090, "The ministers met in London and")];
        let second: &[Told<'_>] = &[(50.0, 600, "agreed on nothing.")];
        check(hocr(&[&[first, second]]), &["/12 The ministers met in London and", "12 agreed on nothing."]);
    }

    #[test]
    fn specks_are_no_words() {
        let specks: &[Told<'_>] = &[(20.0, 130, "| —"), (50.0, 1090, "The talks")];
        check(hocr(&[&[specks]]), &["/12 The talks"]);
        let japanese: &[Told<'_>] = &[(50.0, 1090, "会談 は ロンドン で")];
        check(hocr(&[&[japanese]]), &["/12 会談はロンドンで"]);
    }

    #[test]
    fn what_is_no_hocr_is_refused_or_empty() {
        let told = |hocr: &str| Recognised { page: 1, dpi: 300, hocr: hocr.to_owned() };
        assert_eq!(lines(&[told("<a><b></a>")]).err(), Some(Reason::NotRecognised));
        check(told("<html><p>no words</p></html>"), &[]);
        assert_eq!(lines(&[hocr(&[&[&[(50.0, 900, "The talks")]]])]).map(|read| read[0].sure).ok(), Some(90));
    }
}
