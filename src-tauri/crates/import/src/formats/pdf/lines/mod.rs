//! The lines of a page in the order of reading, with the look of their letters.

mod columns;
mod direction;
mod runs;
mod segments;
mod tables;

pub(super) use self::segments::{Segment, WIDE};
use self::tables::{Table, TableRow};
use super::content::glyphs::Glyph;

/// A line.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// Its words, with a tab between the cells of a table's row and a line end between the lines of a cell.
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

/// The tables that stretches of words make, wherever these were seen, each with the part of the page that it takes up.
pub(super) fn tables(segments: Vec<Segment>) -> Vec<(Area, Vec<Line>)> {
    let mut found = Vec::new();
    for part in columns::order(segments) {
        let rows = rows(part);
        for table in tables::find(&rows) {
            let segments = rows[table.lines.clone()].iter().flat_map(|row| &row.0);
            found.push((Area::of(segments), table_rows(&rows, &table).collect()));
        }
    }
    found
}

/// A part of a page, in points.
#[derive(Debug, Clone, Copy)]
pub(super) struct Area {
    x: (f64, f64),
    y: (f64, f64),
}

impl Area {
    fn of<'s>(segments: impl Iterator<Item = &'s Segment>) -> Self {
        let nothing = Self { x: (f64::INFINITY, f64::NEG_INFINITY), y: (f64::INFINITY, f64::NEG_INFINITY) };
        segments.fold(nothing, |Self { x, y }, segment| Self {
            x: (x.0.min(segment.x), x.1.max(segment.end)),
            y: (y.0.min(segment.top()), y.1.max(segment.bottom())),
        })
    }

    /// Whether a place lies in it.
    pub(super) fn holds(&self, (x, y): (f64, f64)) -> bool {
        self.x.0 <= x && x <= self.x.1 && self.y.0 <= y && y <= self.y.1
    }
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
    let mut tables = tables::find(rows).into_iter().peekable();
    let mut lines = Vec::new();
    let mut place = 0;
    while place < rows.len() {
        if let Some(table) = tables.next_if(|table| table.lines.start == place) {
            place = table.lines.end;
            lines.extend(table_rows(rows, &table));
            continue;
        }
        let row = &rows[place];
        let main = row.main();
        let apart = place.checked_sub(1).is_some_and(|before| {
            let before = &rows[before];
            let indent = |row: &Row| row.x() - left > main.size * 0.8;
            let next_back = rows.get(place + 1).is_none_or(|next| !indent(next));
            main.y - before.main().y > leading * 1.3 || (indent(row) && !indent(before) && next_back)
        });
        let look = Look { size: main.size as f32, bold: main.bold, running: main.running };
        let (text, fill) = (row_text(row), fill(rows, place));
        lines.push(Line { text, look, row: false, first: place == 0, apart, fill });
        place += 1;
    }
    lines
}

/// A table's rows as lines. All are read one way: figures alone have none.
fn table_rows(rows: &[Row], table: &Table) -> impl Iterator<Item = Line> {
    let is_turned = direction::is_turned(&table.words());
    table.rows.iter().map(move |row| table_row(rows, row, is_turned))
}

/// A table's row as a line, its cells from the side on which they begin.
fn table_row(rows: &[Row], row: &TableRow, is_turned: bool) -> Line {
    let of_row = &rows[row.lines.clone()];
    let main = of_row[0].main();
    let letters = |bold: bool| {
        let segments = of_row.iter().flat_map(|row| &row.0).filter(|segment| segment.bold == bold);
        segments.map(|segment| segment.text.len()).sum::<usize>()
    };
    let look = Look { size: main.size as f32, bold: letters(true) > letters(false), running: main.running };
    let mut cells: Vec<String> = row.cells.iter().map(|lines| lines.join("\n")).collect();
    if is_turned {
        cells.reverse();
    }
    let (first, fill) = (row.lines.start == 0, 1.0);
    Line { text: cells.join("\t"), look, row: true, first, apart: false, fill }
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
