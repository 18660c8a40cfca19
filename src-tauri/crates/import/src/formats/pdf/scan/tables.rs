//! Tables in a scan: words that were recognised beside and below one another, read as the letters of a page are.

use super::super::lines::{self, Area, Line, Segment, WIDE};
use super::hocr::{Spotted, Word, joined};

/// The lines of a page, with the rows of each table in the place of the lines that its words were told in.
pub(super) fn in_place(spotted: Vec<Spotted>) -> Vec<Line> {
    let level = Level::of(&spotted);
    let segments = spotted.iter().flat_map(|spotted| segments(spotted, &level)).collect();
    let mut tables: Vec<(Area, Vec<Line>)> = lines::tables(segments);
    let mut placed = Vec::new();
    for Spotted { mut line, words, .. } in spotted {
        let mut left: Vec<&Word> = words.iter().collect();
        for (area, rows) in &mut tables {
            let before = left.len();
            left.retain(|word| !area.holds(level.middle(word)));
            if left.len() < before {
                placed.append(rows);
            }
        }
        if left.len() < words.len() {
            line.text = joined(left.into_iter());
        }
        if line.text.chars().any(char::is_alphanumeric) {
            placed.push(line);
        }
    }
    placed
}

/// What lies askew on the glass is level to its reader.
struct Level(f64);

impl Level {
    /// As half of the words are at most.
    fn of(spotted: &[Spotted]) -> Self {
        let mut slopes: Vec<f64> = spotted
            .iter()
            .filter(|line| line.words.len() > 1)
            .flat_map(|line| line.words.iter().map(|_| line.slope))
            .collect();
        slopes.sort_by(f64::total_cmp);
        Self(slopes.get(slopes.len() / 2).copied().unwrap_or_default())
    }

    fn turned(&self, x: f64, y: f64) -> (f64, f64) {
        (x + y * self.0, y - x * self.0)
    }

    fn middle(&self, word: &Word) -> (f64, f64) {
        self.turned(f64::midpoint(word.x, word.end), word.y)
    }
}

/// The stretches of a line that no wide gap parts.
fn segments(spotted: &Spotted, level: &Level) -> Vec<Segment> {
    let size = f64::from(spotted.line.look.size);
    let parted = |one: &Word, other: &Word| other.x - one.end <= size * WIDE;
    let stretches = spotted.words.chunk_by(parted);
    let segment = |words: &[Word]| {
        let words = without_picture(words);
        let (first, last) = (words.first()?, words.last()?);
        let (x, y) = level.middle(first);
        let x = x - (first.end - first.x) / 2.0;
        let end = x + last.end - first.x;
        Some(Segment { text: joined(words.iter()), x, end, y, size, bold: false, running: false })
    };
    stretches.filter_map(segment).collect()
}

/// Words without the small picture before them, which a recogniser takes for a sign.
fn without_picture(words: &[Word]) -> &[Word] {
    const TAKEN_FOR: &[char] = &['©', '®', '@', '&', '°', '¢', '|'];
    match words {
        [first, rest @ ..] if first.text.chars().all(|c| TAKEN_FOR.contains(&c)) => rest,
        words => words,
    }
}
