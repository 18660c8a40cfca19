//! Column widths that make a table low: every column gets what it cannot do without, the rest is moved about
//! until the table is as low as it gets.

use std::collections::BTreeMap;

/// A column: the narrowest and the widest it can sensibly be, in points, insets included.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Bounds {
    pub(super) min: f32,
    pub(super) max: f32,
}

/// How far a column's edge moves at a time, and how often at most.
const STEP: f32 = 2.0;
const MOVES: usize = 60;

/// Widths that fill `available`. `heights` gives the height of each row's cell in column `index` at a width.
pub(super) fn widths(
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
    if min >= available {
        // Too narrow for its longest words: they will be broken.
        return columns.iter().map(|column| column.min * available / min).collect();
    }
    let spare = (available - min) / (max - min);
    let start = columns.iter().map(|column| column.min + spare * (column.max - column.min)).collect();
    lowest(columns, start, heights)
}

fn lowest(columns: &[Bounds], start: Vec<f32>, mut heights: impl FnMut(usize, f32) -> Vec<f32>) -> Vec<f32> {
    let mut known: BTreeMap<(usize, i64), Vec<f32>> = BTreeMap::new();
    let mut total = |widths: &[f32]| {
        let mut rows: Vec<f32> = Vec::new();
        for (index, &width) in widths.iter().enumerate() {
            let key = (index, (width * 16.0).round() as i64);
            let column = known.entry(key).or_insert_with(|| heights(index, width));
            rows.resize(column.len().max(rows.len()), 0.0);
            for (row, height) in rows.iter_mut().zip(column.iter()) {
                *row = row.max(*height);
            }
        }
        rows.iter().sum::<f32>()
    };
    let mut widths = start;
    let mut low = total(&widths);
    for _ in 0..MOVES {
        let mut best: Option<(f32, Vec<f32>)> = None;
        for from in 0..widths.len() {
            for to in (0..widths.len()).filter(|&to| to != from) {
                // A line is gained only after several steps, so wider moves are tried as well.
                for steps in [1.0, 2.0, 4.0] {
                    if widths[from] - STEP * steps < columns[from].min {
                        break;
                    }
                    let mut moved = widths.clone();
                    moved[from] -= STEP * steps;
                    moved[to] += STEP * steps;
                    let height = total(&moved);
                    if height < best.as_ref().map_or(low, |(height, _)| *height) {
                        best = Some((height, moved));
                    }
                }
            }
        }
        let Some((height, moved)) = best else { break };
        (low, widths) = (height, moved);
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
            .map(|column| Bounds { min: 60.0, max: column.iter().copied().fold(60.0, f32::max).min(130.0) })
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
