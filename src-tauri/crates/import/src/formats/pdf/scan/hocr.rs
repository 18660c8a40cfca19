//! What a recogniser tells of a page, as hOCR (the hOCR specification, 1.2): lines of words, and where it saw them.

use super::super::lines::{Line, Look};
use crate::recognition::Recognised;
use crate::refusal::Reason;
use crate::script::is_unspaced;
use crate::xml::{self, Tag, Visit};

/// What was told of a page.
pub(super) struct Told {
    pub(super) lines: Vec<Spotted>,
    /// How sure the recogniser is of its words, in hundredths: the mean over them.
    pub(super) sure: u8,
}

/// A line, and where its words were seen. All places are in points.
#[derive(Debug)]
pub(super) struct Spotted {
    pub(super) line: Line,
    pub(super) words: Vec<Word>,
    /// How far the line that its letters stand on goes down with each point to the right.
    pub(super) slope: f64,
}

/// A word in its place.
#[derive(Debug)]
pub(super) struct Word {
    pub(super) text: String,
    pub(super) x: f64,
    pub(super) end: f64,
    /// What its letters stand on.
    pub(super) y: f64,
}

/// Words as they stand in a line, with spaces where the script has them.
pub(super) fn joined<'w>(words: impl Iterator<Item = &'w Word>) -> String {
    let mut line = String::new();
    for Word { text, .. } in words {
        let unspaced =
            line.chars().next_back().is_none_or(is_unspaced) && text.chars().next().is_some_and(is_unspaced);
        if !line.is_empty() && !unspaced {
            line.push(' ');
        }
        line.push_str(text);
    }
    line
}

/// Reads what a recogniser wrote.
pub(super) fn read(recognised: &Recognised) -> Result<Told, Reason> {
    let mut reader = Reader { points: 72.0 / f32::from(recognised.dpi.max(1)), ..Reader::default() };
    // The document is not to blame for what a recogniser writes.
    xml::walk(recognised.hocr.as_bytes(), &mut reader).map_err(|_| Reason::NotRecognised)?;
    let sure = reader.sureness.checked_div(reader.words).unwrap_or(0);
    Ok(Told { lines: reader.lines, sure: u8::try_from(sure).unwrap_or(100) })
}

/// A box in the picture: left, top, right and bottom.
type Area = [f32; 4];

#[derive(Default)]
struct Reader {
    /// How many points a dot of the picture is.
    points: f32,
    lines: Vec<Spotted>,
    /// The part of the page that is being read, and whether a line of it has come.
    part: Area,
    in_part: bool,
    /// The paragraph's first line, whether it is still to come, and whether its lines run from right to left.
    paragraph: usize,
    begins: bool,
    turned: bool,
    line: Option<OpenLine>,
    word: Option<(Area, String)>,
    /// The elements that are open, by what they are.
    open: Vec<What>,
    words: u32,
    sureness: u32,
}

/// The line that is being read: its box, the size of its letters in points, what they stand on (how much it goes down,
/// and how far it is below the box), and its words.
struct OpenLine {
    area: Area,
    size: f32,
    baseline: (f32, f32),
    words: Vec<Word>,
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
                let size = numbers(&title, "x_size").next().unwrap_or_default() * self.points;
                let mut baseline = numbers(&title, "baseline");
                let baseline = (baseline.next().unwrap_or_default(), baseline.next().unwrap_or_default());
                self.line = Some(OpenLine { area: area(&title), size, baseline, words: Vec::new() });
                What::Line
            }
            "ocrx_word" => {
                self.words += 1;
                self.sureness +=
                    numbers(&title, "x_wconf").next().unwrap_or_default().clamp(0.0, 100.0) as u32;
                self.word = Some((area(&title), String::new()));
                What::Word
            }
            _ => What::Other,
        };
        self.open.push(what);
        Ok(())
    }

    fn text(&mut self, text: &str) {
        if let Some((_, word)) = &mut self.word {
            word.extend(text.chars().filter(|c| !c.is_whitespace()));
        }
    }

    fn close(&mut self, _: &str) -> Result<(), Reason> {
        match self.open.pop() {
            Some(What::Word) => {
                if let (Some((at, text)), Some(line)) = (self.word.take(), &mut self.line)
                    && !text.is_empty()
                {
                    line.words.push(line.word(at, text, self.points));
                }
            }
            Some(What::Line) => self.end_line(),
            Some(What::Paragraph) => self.end_paragraph(),
            _ => {}
        }
        Ok(())
    }
}

impl OpenLine {
    fn word(&self, [x, _, end, _]: Area, text: String, points: f32) -> Word {
        let (slope, below) = self.baseline;
        let y = self.area[3] + below + slope * (f32::midpoint(x, end) - self.area[0]);
        let in_points = |place: f32| f64::from(place * points);
        Word { text, x: in_points(x), end: in_points(end), y: in_points(y) }
    }
}

impl Reader {
    fn end_line(&mut self) {
        let Some(OpenLine { area: at, size, baseline, words }) = self.line.take() else { return };
        let text = joined(words.iter());
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
        let line = Line { text, look, row: false, first, apart, fill };
        self.lines.push(Spotted { line, words, slope: f64::from(baseline.0) });
    }

    /// The lines of a paragraph are of one size, whatever each was measured at.
    fn end_paragraph(&mut self) {
        let lines = self.lines.get_mut(self.paragraph..).unwrap_or_default();
        let size = median(&mut sizes(lines.iter()));
        for Spotted { line, .. } in lines {
            line.look.size = size;
        }
    }

    /// Whether a line goes on with the sentence of a full one before it, whatever paragraph it is said to begin.
    fn runs_on(&self, text: &str) -> bool {
        self.lines.last().is_some_and(|Spotted { line: before, .. }| {
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

/// How large the letters of lines are, and how many there are of that size.
pub(super) fn sizes<'l>(lines: impl Iterator<Item = &'l Spotted>) -> Vec<(f32, usize)> {
    lines.map(|Spotted { line, .. }| (line.look.size, line.text.chars().count())).collect()
}

/// The size that half of the letters have at most.
pub(super) fn median(sizes: &mut [(f32, usize)]) -> f32 {
    sizes.sort_by(|one, other| one.0.total_cmp(&other.0));
    let half = sizes.iter().map(|(_, letters)| letters).sum::<usize>() / 2;
    let mut seen = 0;
    let middle = sizes.iter().find(|(_, letters)| {
        seen += letters;
        seen > half
    });
    middle.map_or(0.0, |(size, _)| *size)
}
