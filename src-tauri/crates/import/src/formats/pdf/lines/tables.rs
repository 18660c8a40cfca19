//! Tables: rows below one another whose cells begin or end in the same places.

use super::Row;
use super::segments::Segment;

/// Fewer rows than this happen to look like a table.
const FEWEST: usize = 3;

/// Longer cells than this on average, in characters, are columns of text.
const LONGEST: usize = 60;

/// Points by which places that count as the same may differ.
const NEAR: f64 = 3.0;

/// A cell: what stands in it, and from where to where it goes.
#[derive(Debug, Clone)]
struct Cell {
    text: String,
    x: f64,
    end: f64,
}

/// The texts of the cells of each row that is one of a table.
pub(super) fn cells(rows: &[Row]) -> Vec<Option<Vec<String>>> {
    let all: Vec<Vec<Cell>> = rows.iter().map(|row| of_row(&row.0)).collect();
    let mut found: Vec<Option<Vec<String>>> = vec![None; rows.len()];
    let mut start = 0;
    while start < all.len() {
        let mut end = start + 1;
        while end < all.len() && is_row(&all[start]) && is_row(&all[end]) && agree(&all[end - 1], &all[end]) {
            end += 1;
        }
        if end - start >= FEWEST {
            for place in start..end {
                found[place] = Some(all[place].iter().map(|cell| cell.text.clone()).collect());
            }
        }
        start = end;
    }
    found
}

/// The cells of a row: what more room than a word space parts.
fn of_row(segments: &[Segment]) -> Vec<Cell> {
    let mut cells: Vec<Cell> = Vec::new();
    for segment in segments {
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

fn is_row(cells: &[Cell]) -> bool {
    let letters: usize = cells.iter().map(|cell| cell.text.chars().count()).sum();
    // A mark or a number before a text is an item of a list.
    let listed =
        cells.len() == 2 && cells[0].text.chars().count() <= 4 && !cells[0].text.ends_with(char::is_numeric);
    cells.len() > 1 && letters <= LONGEST * cells.len() && !listed
}

/// Whether most cells of two rows stand below one another.
fn agree(one: &[Cell], other: &[Cell]) -> bool {
    let near = |a: f64, b: f64| (a - b).abs() < NEAR;
    let below = |cell: &&Cell| {
        other.iter().any(|other| {
            near(cell.x, other.x) || near(cell.end, other.end) || near(cell.x + cell.end, other.x + other.end)
        })
    };
    let agreeing = one.iter().filter(below).count();
    agreeing >= 2 && agreeing * 3 >= one.len().min(other.len()) * 2
}
