//! Column widths that make a table low: every column gets what it cannot do without, the rest is moved about
//! until the table is as low as it gets.

use super::Row;
use crate::layout::cells::CellText;
use std::collections::BTreeMap;
use std::ops::Range;

/// A column: how wide it can sensibly be, in points, insets included.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::layout) struct Bounds {
    /// No column is narrower, whatever its words.
    pub(in crate::layout) least: f32,
    /// Holds its longest word.
    pub(in crate::layout) min: f32,
    /// Holds its widest cell without a break.
    pub(in crate::layout) max: f32,
}

/// How far a column's edge moves at a time, and how often at most.
const STEP: f32 = 2.0;
const MOVES: usize = 60;

/// Widths for what stands in the columns of a table, each of them within its limits and all of them `available` together;
/// `insets` of each width hold no words.
pub(in crate::layout) fn fitted(
    head: &[CellText],
    rows: &[Row],
    limits: &[Range<f32>],
    insets: f32,
    available: f32,
) -> Vec<f32> {
    let full: Vec<&Row> = rows.iter().filter(|row| row.cells.len() == head.len()).collect();
    let column = |index: usize| full.iter().map(move |row| &row.cells[index]).chain(head.get(index));
    let bounds: Vec<Bounds> = limits
        .iter()
        .enumerate()
        .map(|(index, limits)| {
            let min = column(index).map(CellText::min_width).fold(0.0, f32::max) + insets;
            let max = column(index).map(CellText::natural_width).fold(0.0, f32::max) + insets;
            let min = min.clamp(limits.start, limits.end);
            Bounds { least: limits.start, min, max: max.clamp(min, limits.end) }
        })
        .collect();
    widths(&bounds, available, |index, width| {
        column(index).map(|cell| cell.height((width - insets).max(1.0))).collect()
    })
}

/// Widths that fill `available`. `heights` gives the height of each row's cell in column `index` at a width.
pub(in crate::layout) fn widths(
    columns: &[Bounds],
    available: f32,
    heights: impl FnMut(usize, f32) -> Vec<f32>,
) -> Vec<f32> {
    let count = columns.len() as f32;
    let min: f32 = columns.iter().map(|column| column.min).sum();
    let max: f32 = columns.iter().map(|column| column.max).sum();
    if max <= available {
        let share = (available - max) / count;
        return columns.iter().map(|column| column.max + share).collect();
    }
    let least: f32 = columns.iter().map(|column| column.least).sum();
    if least >= available {
        return columns.iter().map(|column| column.least * available / least).collect();
    }
    if min >= available {
        // Too narrow for all their longest words: those that ask for most are broken.
        let share = (available - least) / (min - least);
        let start: Vec<f32> =
            columns.iter().map(|column| column.least + share * (column.min - column.least)).collect();
        return lowest(columns, start, heights);
    }
    let spare = (available - min) / (max - min);
    let start = columns.iter().map(|column| column.min + spare * (column.max - column.min)).collect();
    lowest(columns, start, heights)
}

/// How low a table is, and, between tables of the same height, how little its cells hold together: a move
/// that wins no line yet but brings a tall cell nearer to it counts as a gain.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
struct Lowness {
    height: f32,
    squares: f32,
}

/// The price of a column too narrow for its longest word, in points of height: three lines.
const BROKEN_WORD: f32 = 36.0;

fn lowest(columns: &[Bounds], start: Vec<f32>, mut heights: impl FnMut(usize, f32) -> Vec<f32>) -> Vec<f32> {
    let mut known: BTreeMap<(usize, i64), Vec<f32>> = BTreeMap::new();
    let mut measure = |widths: &[f32]| {
        let mut rows: Vec<f32> = Vec::new();
        let mut squares = 0.0;
        for (index, &width) in widths.iter().enumerate() {
            let key = (index, (width * 16.0).round() as i64);
            let column = known.entry(key).or_insert_with(|| heights(index, width));
            rows.resize(column.len().max(rows.len()), 0.0);
            for (row, height) in rows.iter_mut().zip(column.iter()) {
                *row = row.max(*height);
                squares += height * height;
            }
        }
        let broken = widths.iter().zip(columns).filter(|(width, column)| **width < column.min - 0.01).count();
        Lowness { height: rows.iter().sum::<f32>() + BROKEN_WORD * broken as f32, squares }
    };
    let mut widths = start;
    let mut low = measure(&widths);
    for _ in 0..MOVES {
        let mut best: Option<(Lowness, Vec<f32>)> = None;
        for from in 0..widths.len() {
            for to in (0..widths.len()).filter(|&to| to != from) {
                // A line is won only after several steps, so wider moves are tried as well.
                for steps in [1.0, 2.0, 4.0, 8.0] {
                    if widths[from] - STEP * steps < columns[from].least {
                        break;
                    }
                    let mut moved = widths.clone();
                    moved[from] -= STEP * steps;
                    moved[to] += STEP * steps;
                    let found = measure(&moved);
                    if found < best.as_ref().map_or(low, |(best, _)| *best) {
                        best = Some((found, moved));
                    }
                }
            }
        }
        let Some((found, moved)) = best else { break };
        (low, widths) = (found, moved);
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Cells that need as many lines as their text is longer than the column.
    fn check(lengths: &[&[f32]], available: f32, expect: &[f32]) {
        let bounds: Vec<Bounds> = lengths
            .iter()
            .map(|column| Bounds {
                least: 60.0,
                min: 60.0,
                max: column.iter().copied().fold(60.0, f32::max).min(130.0),
            })
            .collect();
        let found = widths(&bounds, available, |column, width| {
            lengths[column].iter().map(|length| (length / width).ceil() * 12.0).collect()
        });
        assert!((found.iter().sum::<f32>() - available).abs() < 0.1, "{found:?} fills {available}");
        assert_eq!(found.iter().map(|width| width.round()).collect::<Vec<_>>(), expect);
    }

    #[test]
    fn short_columns_share_what_is_left() {
        check(&[&[60.0], &[100.0]], 200.0, &[80.0, 120.0]);
    }

    #[test]
    fn the_longer_column_gets_the_room() {
        check(&[&[70.0, 70.0], &[400.0, 390.0]], 200.0, &[70.0, 130.0]);
    }

    #[test]
    fn words_too_long_for_the_table_shrink_in_proportion() {
        check(&[&[60.0], &[60.0]], 100.0, &[50.0, 50.0]);
    }
}
