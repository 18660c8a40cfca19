//! Lines of words that were recognised in the picture of a page, out of hOCR: what a recogniser writes when it is to say
//! where it saw each line (the hOCR specification, 1.2).

use super::super::lines::{Line, Look};
use crate::recognition::Recognised;
use crate::refusal::Reason;
use crate::script::is_unspaced;
use crate::xml::{self, Tag, Visit};

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
    let mut read = pages.iter().map(page).collect::<Result<Vec<_>, _>>()?;
    let body = median(&mut sizes(read.iter().flat_map(|page| &page.lines)));
    for line in read.iter_mut().flat_map(|page| &mut page.lines) {
        line.look.size = stepped(line.look.size, body);
    }
    Ok(read)
}

/// How large the letters of lines are, and how many there are of that size.
fn sizes<'l>(lines: impl Iterator<Item = &'l Line>) -> Vec<(f32, usize)> {
    lines.map(|line| (line.look.size, line.text.chars().count())).collect()
}

/// The size that half of the letters have at most.
fn median(sizes: &mut [(f32, usize)]) -> f32 {
    sizes.sort_by(|one, other| one.0.total_cmp(&other.0));
    let half = sizes.iter().map(|(_, letters)| letters).sum::<usize>() / 2;
    let mut seen = 0;
    let middle = sizes.iter().find(|(_, letters)| {
        seen += letters;
        seen > half
    });
    middle.map_or(0.0, |(size, _)| *size)
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

fn page(recognised: &Recognised) -> Result<PageLines, Reason> {
    let mut reader = Reader { points: 72.0 / f32::from(recognised.dpi.max(1)), ..Reader::default() };
    // The document is not to blame for what a recogniser writes.
    xml::walk(recognised.hocr.as_bytes(), &mut reader).map_err(|_| Reason::NotRecognised)?;
    let sure = reader.sureness.checked_div(reader.words).unwrap_or(0);
    Ok(PageLines { lines: reader.lines, sure: u8::try_from(sure).unwrap_or(100) })
}

/// A box in the picture: left, top, right and bottom.
type Area = [f32; 4];

#[derive(Default)]
struct Reader {
    /// How many points a dot of the picture is.
    points: f32,
    lines: Vec<Line>,
    /// The part of the page that is being read, and whether a line of it has come.
    part: Area,
    in_part: bool,
    /// The paragraph's first line, whether it is still to come, and whether its lines run from right to left.
    paragraph: usize,
    begins: bool,
    turned: bool,
    /// The line that is being read: its box, its size in points and its words.
    line: Option<(Area, f32, String)>,
    word: Option<String>,
    /// The elements that are open, by what they are.
    open: Vec<What>,
    words: u32,
    sureness: u32,
}

#[derive(Clone, Copy, PartialEq)]
enum What {
    Paragraph,
    Line,
    Word,
    Other,
}

impl Visit for Reader {
    fn open(&mut self, tag: &Tag<'_>) -> Result<(), Reason> {
        let class = tag.attribute("class").unwrap_or_default();
        let title = tag.attribute("title").unwrap_or_default();
        let what = match class.as_str() {
            "ocr_carea" => {
                (self.part, self.in_part) = (area(&title), false);
                What::Other
            }
            "ocr_par" => {
                (self.begins, self.paragraph) = (true, self.lines.len());
                self.turned = tag.attribute("dir").as_deref() == Some("rtl");
                What::Paragraph
            }
            "ocr_line" | "ocr_header" | "ocr_caption" | "ocr_textfloat" => {
                let size = numbers(&title, "x_size").next().unwrap_or_default();
                self.line = Some((area(&title), size * self.points, String::new()));
                What::Line
            }
            "ocrx_word" => {
                self.words += 1;
                self.sureness +=
                    numbers(&title, "x_wconf").next().unwrap_or_default().clamp(0.0, 100.0) as u32;
                self.word = Some(String::new());
                What::Word
            }
            _ => What::Other,
        };
        self.open.push(what);
        Ok(())
    }

    fn text(&mut self, text: &str) {
        if let Some(word) = &mut self.word {
            word.extend(text.chars().filter(|c| !c.is_whitespace()));
        }
    }

    fn close(&mut self, _: &str) -> Result<(), Reason> {
        match self.open.pop() {
            Some(What::Word) => {
                if let (Some(word), Some((_, _, words))) = (self.word.take(), &mut self.line) {
                    let joined = words.chars().next_back().is_none_or(is_unspaced)
                        && word.chars().next().is_some_and(is_unspaced);
                    if !words.is_empty() && !word.is_empty() && !joined {
                        words.push(' ');
                    }
                    words.push_str(&word);
                }
            }
            Some(What::Line) => self.end_line(),
            Some(What::Paragraph) => self.end_paragraph(),
            _ => {}
        }
        Ok(())
    }
}

impl Reader {
    fn end_line(&mut self) {
        let Some((at, size, text)) = self.line.take() else { return };
        // Specks, rules and frames are taken for strokes of letters.
        if !text.chars().any(char::is_alphanumeric) {
            return;
        }
        let [left, _, right, _] = self.part;
        let filled = if self.turned { right - at[0] } else { at[2] - left };
        let fill = f64::from(if right > left { (filled / (right - left)).clamp(0.0, 1.0) } else { 1.0 });
        let first = !std::mem::replace(&mut self.in_part, true);
        let begins = std::mem::take(&mut self.begins);
        let apart = begins && !first && !self.runs_on(&text);
        let look = Look { size, bold: false, running: false };
        self.lines.push(Line { text, look, row: false, first, apart, fill });
    }

    /// The lines of a paragraph are of one size, whatever each was measured at.
    fn end_paragraph(&mut self) {
        let lines = self.lines.get_mut(self.paragraph..).unwrap_or_default();
        let size = median(&mut sizes(lines.iter()));
        for line in lines {
            line.look.size = size;
        }
    }

    /// Whether a line goes on with the sentence of a full one before it, whatever paragraph it is said to begin.
    fn runs_on(&self, text: &str) -> bool {
        self.lines.last().is_some_and(|before| {
            let ended = before.text.ends_with(['.', '!', '?', ':', ';', '”', '"', '»']);
            before.fill > 0.9 && !ended && text.starts_with(char::is_lowercase)
        })
    }
}

/// The box that an element's title tells.
fn area(title: &str) -> Area {
    let mut sides = [0.0; 4];
    for (side, number) in sides.iter_mut().zip(numbers(title, "bbox")) {
        *side = number;
    }
    sides
}

/// The numbers behind a name in an element's title: `bbox 148 153 341 216; x_wconf 96`.
fn numbers<'t>(title: &'t str, name: &str) -> impl Iterator<Item = f32> + 't + use<'t> {
    let told = title.split(';').find_map(|part| part.trim().strip_prefix(name)?.strip_prefix(' '));
    told.unwrap_or_default()
        .split(' ')
        .filter_map(|number| number.parse().ok())
        .filter(|n: &f32| n.is_finite())
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
