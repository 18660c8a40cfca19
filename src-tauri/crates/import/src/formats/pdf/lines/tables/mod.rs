//! Tables: lines below one another whose cells stand in the same columns. Where a cell's words go on in the next line,
//! the lines are one row.
//!
//! What is a table is concluded from where words stand alone, so that the letters of a document and the words that were
//! recognised in a picture are read alike.

mod columns;
mod wrapped;

use std::ops::Range;

use self::columns::Columns;
use super::Row;

/// A table on a page.
pub(super) struct Table {
    /// The lines it takes up, among those of its part of the page.
    pub(super) lines: Range<usize>,
    pub(super) rows: Vec<TableRow>,
}

impl Table {
    /// All that stands in it.
    pub(super) fn words(&self) -> String {
        self.rows.iter().flat_map(|row| &row.cells).flatten().map(String::as_str).collect()
    }
}

/// A row, with the lines it takes up.
pub(super) struct TableRow {
    pub(super) lines: Range<usize>,
    /// What stands in each column, line by line. An empty cell has no lines.
    pub(super) cells: Vec<Vec<String>>,
}

/// Fewer lines than this happen to look like a table.
const FEWEST: usize = 3;

/// Longer cells than this on average, in characters, are columns of text.
const LONGEST: usize = 60;

/// So many lines over a table may look like its first.
const OVER: usize = 3;

/// More lines than this are no cell's.
const MOST_LINES: usize = 12;

/// Points by which places that count as the same may differ.
const NEAR: f64 = 3.0;

/// The tables among the lines of a part, which come from top to bottom.
pub(super) fn find(lines: &[Row]) -> Vec<Table> {
    let cells: Vec<Vec<Cell>> = lines.iter().map(of_line).collect();
    let mut tables: Vec<Table> = Vec::new();
    let mut start = 0;
    while start < lines.len() {
        let Some(seed) = seed(lines, &cells, start) else {
            start += 1;
            continue;
        };
        let above = tables.last().map_or(0, |table| table.lines.end);
        let aligned = |start: usize| {
            let seed = self::seed(lines, &cells, start)?;
            let columns = Columns::of(&cells[seed.clone()])?;
            Some(grown(lines, &cells, above, seed, columns))
        };
        // What stands over a table may agree with its lines by chance, and lie across its columns.
        let table = seed.clone().take(OVER + 1).find_map(aligned).unwrap_or_else(|| unaligned(&cells, seed));
        start = table.lines.end;
        tables.push(table);
    }
    tables
}

/// A stretch of a line that more room than a word space parts from the next.
#[derive(Debug, Clone)]
struct Cell {
    text: String,
    x: f64,
    end: f64,
}

fn of_line(line: &Row) -> Vec<Cell> {
    let mut cells: Vec<Cell> = Vec::new();
    for segment in &line.0 {
        match cells.last_mut().filter(|cell| segment.x - cell.end < segment.size) {
            Some(cell) => {
                cell.text.push(' ');
                cell.text.push_str(&segment.text);
                cell.end = cell.end.max(segment.end);
            }
            None => cells.push(Cell { text: segment.text.clone(), x: segment.x, end: segment.end }),
        }
    }
    cells
}

/// The lines from `start` on that are a table by themselves.
fn seed(lines: &[Row], cells: &[Vec<Cell>], start: usize) -> Option<Range<usize>> {
    if !is_row(&cells[start]) {
        return None;
    }
    let close = || {
        let follows = |place: &usize| is_row(&cells[*place]) && agree(&cells[place - 1], &cells[*place], 2);
        let count = (start + 1..cells.len()).take_while(follows).count();
        (count + 1 >= FEWEST).then(|| start..start + 1 + count)
    };
    close().or_else(|| spread(lines, cells, start))
}

/// Rows of three columns or more, with some that leave one empty, and with lines between them that go on in one column, and more room before each row than
/// before those.
fn spread(lines: &[Row], cells: &[Vec<Cell>], start: usize) -> Option<Range<usize>> {
    const COLUMNS: usize = 3;
    let gap = |place: usize| lines[place].main().y - lines[place - 1].main().y;
    if cells[start].len() < COLUMNS {
        return None;
    }
    let (mut full, mut rows, mut end) = (start, 1, start);
    let (mut most_within, mut least_before) = (0.0_f64, f64::INFINITY);
    for place in start + 1..lines.len() {
        let line = &cells[place];
        if line.len() == 1 && place - end <= MOST_LINES {
            most_within = most_within.max(gap(place));
        } else if is_row(line) && agree(&cells[full], line, line.len().min(COLUMNS)) {
            least_before = least_before.min(gap(place));
            end = place;
            if line.len() >= COLUMNS {
                (full, rows) = (place, rows + 1);
            }
        } else {
            break;
        }
        if most_within >= least_before {
            break;
        }
    }
    (rows >= FEWEST && most_within > 0.0).then(|| start..end + 1)
}

fn is_row(cells: &[Cell]) -> bool {
    let letters: usize = cells.iter().map(|cell| cell.text.chars().count()).sum();
    // A mark or a number before a text is an item of a list.
    let listed = cells.len() == 2 && is_mark(&cells[0].text);
    cells.len() > 1 && letters <= LONGEST * cells.len() && !listed
}

fn is_mark(text: &str) -> bool {
    let short = text.chars().count() <= 4 && !text.ends_with(char::is_numeric);
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let roman = text.chars().all(|c| "ivxlc().".contains(c.to_ascii_lowercase()));
    short && (letters < 3 || roman)
}

/// Whether most cells of two lines, and no fewer than `least`, stand below one another.
fn agree(one: &[Cell], other: &[Cell], least: usize) -> bool {
    let near = |a: f64, b: f64| (a - b).abs() < NEAR;
    let below = |cell: &&Cell| {
        other.iter().any(|other| {
            near(cell.x, other.x) || near(cell.end, other.end) || near(cell.x + cell.end, other.x + other.end)
        })
    };
    let agreeing = one.iter().filter(below).count();
    agreeing >= least && agreeing * 3 >= one.len().min(other.len()) * 2
}

/// A table of cells that overlap one another's columns: each line is a row of what stands in it.
fn unaligned(cells: &[Vec<Cell>], lines: Range<usize>) -> Table {
    let row = |place: usize| TableRow {
        lines: place..place + 1,
        cells: cells[place].iter().map(|cell| vec![cell.text.clone()]).collect(),
    };
    Table { rows: lines.clone().map(row).collect(), lines }
}

/// A table with the lines above and below it that stand in its columns too.
fn grown(
    lines: &[Row],
    cells: &[Vec<Cell>],
    above: usize,
    seed: Range<usize>,
    mut columns: Columns,
) -> Table {
    let (mut start, mut end) = (seed.start, seed.end);
    let gap = |place: usize| lines[place].main().y - lines[place - 1].main().y;
    let gaps = || (start + 1..end).map(gap);
    let (least, most) = (gaps().fold(f64::INFINITY, f64::min), gaps().fold(0.0, f64::max));
    let near = |place: usize| gap(place) <= (lines[place].main().size * 2.5).max(most * 1.2);
    // Lines in a row with one cell each.
    let mut alone = 0;
    while end < lines.len() && near(end) && alone <= MOST_LINES {
        let Some(wider) = columns.with(&lines[end]) else { break };
        let single = cells[end].len() == 1;
        // A line in the first column alone is the next paragraph, unless it stands closer than rows do or between two.
        let between = || end + 1 < lines.len() && near(end + 1) && is_row(&cells[end + 1]);
        let belongs = match single {
            false => is_row(&cells[end]),
            true if wider.first_holds(&lines[end]) => gap(end) < least * 0.97 || between(),
            true => gap(end) <= most * 1.1,
        };
        if !belongs {
            break;
        }
        alone = if single { alone + 1 } else { 0 };
        (columns, end) = (wider, end + 1);
    }
    while start > above {
        let Some((wider, higher)) = above_it(lines, cells, above..start, &columns, &near) else { break };
        (columns, start) = (wider, higher);
    }
    let placed: Vec<Vec<Option<String>>> = lines[start..end].iter().map(|line| columns.place(line)).collect();
    // Cells whose lines do not stand level with one another are closer than lines can be.
    let mut sizes: Vec<f64> = lines[start..end].iter().map(|line| line.main().size).collect();
    sizes.sort_by(f64::total_cmp);
    let size = sizes[sizes.len() / 2];
    let gaps: Vec<f64> = (start + 1..end).map(|place| (gap(place) / size).max(1.0)).collect();
    let mut rows = wrapped::rows(&placed, &gaps);
    // Where no line goes on in a row, those with one cell at the end are the text behind the table.
    if rows.len() == placed.len() {
        let behind = cells[start..end].iter().rev().take_while(|line| line.len() < 2).count();
        rows.truncate(rows.len() - behind);
    }
    let end = start + rows.last().map_or(0, |row| row.end);
    let rows = rows.into_iter().map(|row| TableRow {
        cells: (0..columns.count())
            .map(|column| placed[row.clone()].iter().filter_map(|line| line[column].clone()).collect())
            .collect(),
        lines: start + row.start..start + row.end,
    });
    Table { rows: rows.collect(), lines: start..end }
}

/// The next row above a table, behind what goes on of it in single columns: the columns with it, and where it begins.
fn above_it(
    lines: &[Row],
    cells: &[Vec<Cell>],
    above: Range<usize>,
    columns: &Columns,
    near: &impl Fn(usize) -> bool,
) -> Option<(Columns, usize)> {
    let mut columns = columns.clone();
    for place in above.rev().take(MOST_LINES) {
        columns = columns.with(&lines[place]).filter(|_| near(place + 1))?;
        if is_row(&cells[place]) {
            return Some((columns, place));
        }
        if cells[place].len() > 1 {
            break;
        }
    }
    None
}
