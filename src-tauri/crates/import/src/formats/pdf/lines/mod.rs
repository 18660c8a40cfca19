//! The lines of a page in the order of reading, with the look of their letters.

mod columns;
mod direction;
mod runs;
mod segments;
mod tables;

use self::segments::Segment;
use super::content::glyphs::Glyph;

/// A line.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// Its words, with a tab between the cells of a table's row.
    pub(super) text: String,
    pub(super) look: Look,
    /// Whether it is a row of a table.
    pub(super) row: bool,
    /// Whether it is the first of a column, or of another part of its page.
    pub(super) first: bool,
    /// Whether more room than usual is left before it.
    pub(super) apart: bool,
    /// How much of the room that the lines around it have it fills, 1 being all of it.
    pub(super) fill: f64,
}

/// How a line looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Look {
    /// The size of its letters in points.
    pub(super) size: f32,
    pub(super) bold: bool,
    /// Whether the document itself marks it as repeated on each page.
    pub(super) running: bool,
}

/// The lines that letters make: first those that go as most do, then those that are turned.
pub(super) fn of(glyphs: Vec<Glyph>) -> Vec<Line> {
    let mut turned: Vec<_> = runs::of(glyphs).into_values().collect();
    turned.sort_by_key(|runs| std::cmp::Reverse(runs.iter().map(|run| run.glyphs.len()).sum::<usize>()));
    let mut all = Vec::new();
    for runs in turned {
        let parts = columns::order(segments::of(runs));
        let mut lines: Vec<Line> = parts.into_iter().flat_map(|part| lines(&rows(part))).collect();
        if let Some(first) = lines.first_mut() {
            first.apart = true;
        }
        all.append(&mut lines);
    }
    all
}

/// Segments side by side.
struct Row(Vec<Segment>);

impl Row {
    /// The segment that has most of the letters.
    fn main(&self) -> &Segment {
        let longest = self.0.iter().max_by_key(|segment| segment.text.len());
        longest.unwrap_or(&self.0[0])
    }

    fn x(&self) -> f64 {
        self.0.iter().map(|segment| segment.x).fold(f64::INFINITY, f64::min)
    }

    fn end(&self) -> f64 {
        self.0.iter().map(|segment| segment.end).fold(f64::NEG_INFINITY, f64::max)
    }
}

/// The rows of a part whose segments come from top to bottom.
fn rows(part: Vec<Segment>) -> Vec<Row> {
    /// How many rows back a segment may belong: a raised number comes before its line.
    const BACK: usize = 3;
    let mut rows: Vec<Row> = Vec::new();
    for segment in part {
        let near = rows.len().saturating_sub(BACK)..rows.len();
        match near.rev().find(|at| rows[*at].0.iter().any(|other| other.is_level(&segment))) {
            Some(at) => rows[at].0.push(segment),
            None => rows.push(Row(vec![segment])),
        }
    }
    for row in &mut rows {
        row.0.sort_by(|one, other| one.x.total_cmp(&other.x));
    }
    rows.sort_by(|one, other| one.main().y.total_cmp(&other.main().y));
    rows
}

fn lines(rows: &[Row]) -> Vec<Line> {
    let leading = leading(rows);
    let left = rows.iter().map(Row::x).fold(f64::INFINITY, f64::min);
    let tables = tables::cells(rows);
    let mut lines = Vec::new();
    for (place, row) in rows.iter().enumerate() {
        let main = row.main();
        let apart = place.checked_sub(1).is_some_and(|before| {
            let before = &rows[before];
            let indent = |row: &Row| row.x() - left > main.size * 0.8;
            let next_back = rows.get(place + 1).is_none_or(|next| !indent(next));
            main.y - before.main().y > leading * 1.3 || (indent(row) && !indent(before) && next_back)
        });
        let look = Look { size: main.size as f32, bold: main.bold, running: main.running };
        let cells = tables[place].as_ref().map(|cells| cells.join("\t"));
        let row = cells.is_some();
        let text = cells.unwrap_or_else(|| row_text(&rows[place]));
        lines.push(Line { text, look, row, first: place == 0, apart, fill: fill(rows, place) });
    }
    lines
}

fn row_text(row: &Row) -> String {
    let texts: Vec<&str> = row.0.iter().map(|segment| segment.text.as_str()).collect();
    texts.join(" ")
}

/// How much of the room that the rows around it have a row fills.
fn fill(rows: &[Row], place: usize) -> f64 {
    const AROUND: usize = 3;
    let around = &rows[place.saturating_sub(AROUND)..(place + AROUND + 1).min(rows.len())];
    let left = around.iter().map(Row::x).fold(f64::INFINITY, f64::min);
    let right = around.iter().map(Row::end).fold(f64::NEG_INFINITY, f64::max);
    if right > left { (rows[place].end() - left) / (right - left) } else { 1.0 }
}

/// How far the lines of a paragraph are from one another.
fn leading(rows: &[Row]) -> f64 {
    let mut steps: Vec<f64> = rows.windows(2).map(|pair| pair[1].main().y - pair[0].main().y).collect();
    steps.sort_by(f64::total_cmp);
    let size = rows.first().map_or(0.0, |row| row.main().size);
    match steps.get(steps.len() * 2 / 5) {
        // Lines farther apart than this are paragraphs of one line each.
        Some(step) if *step < size * 2.2 => *step,
        _ => size * 1.4,
    }
}
