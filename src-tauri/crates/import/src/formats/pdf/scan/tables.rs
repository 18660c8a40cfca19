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
    // Words come as they are read, from the right in some scripts; what parts them is where they stand.
    let mut words: Vec<(usize, &Word)> = spotted.words.iter().enumerate().collect();
    words.sort_by(|(_, one), (_, other)| one.x.total_cmp(&other.x));
    let close = |one: &(usize, &Word), other: &(usize, &Word)| other.1.x - one.1.end <= size * WIDE;
    let segment = |words: &[(usize, &Word)]| {
        let mut words = words.to_vec();
        words.sort_by_key(|(place, _)| *place);
        let words = without_picture(&words);
        let leftmost = words.iter().map(|(_, word)| *word).min_by(|one, other| one.x.total_cmp(&other.x))?;
        let wide = words.iter().map(|(_, word)| word.end - leftmost.x).fold(0.0, f64::max);
        let (middle, y) = level.middle(leftmost);
        let x = middle - (leftmost.end - leftmost.x) / 2.0;
        let text = joined(words.iter().map(|(_, word)| *word));
        Some(Segment { text, x, end: x + wide, y, size, bold: false, running: false })
    };
    words.chunk_by(close).filter_map(segment).collect()
}

/// Words without the small picture before them, which a recogniser takes for a sign.
fn without_picture<'w, 's>(words: &'s [(usize, &'w Word)]) -> &'s [(usize, &'w Word)] {
    const TAKEN_FOR: &[char] = &['©', '®', '¢', '|'];
    match words {
        [(_, first), rest @ ..] if !rest.is_empty() && first.text.chars().all(|c| TAKEN_FOR.contains(&c)) => {
            rest
        }
        words => words,
    }
}
