//! The columns of a table: the strips that its cells keep to.

use super::super::Row;
use super::super::segments::Segment;
use super::Cell;

/// From where to where each column goes, from left to right; no two of them touch.
#[derive(Debug, Clone)]
pub(super) struct Columns(Vec<(f64, f64)>);

impl Columns {
    /// The columns of lines, or `None` where cells lie across those of other lines.
    pub(super) fn of(lines: &[Vec<Cell>]) -> Option<Self> {
        let mut strips: Vec<(f64, f64)> = lines.iter().flatten().map(|cell| (cell.x, cell.end)).collect();
        strips.sort_by(|one, other| one.0.total_cmp(&other.0));
        let mut columns: Vec<(f64, f64)> = Vec::new();
        for (x, end) in strips {
            match columns.last_mut().filter(|last| x <= last.1) {
                Some(last) => last.1 = last.1.max(end),
                None => columns.push((x, end)),
            }
        }
        let columns = Self(columns);
        let apart = |line: &Vec<Cell>| {
            let places: Vec<usize> = line.iter().filter_map(|cell| columns.over(cell.x, cell.end)).collect();
            places.len() == line.len() && places.windows(2).all(|pair| pair[0] < pair[1])
        };
        (columns.count() > 1 && lines.iter().all(apart)).then_some(columns)
    }

    pub(super) fn count(&self) -> usize {
        self.0.len()
    }

    /// The columns with a line among theirs, or `None` if it does not keep to them. What stands between two of them
    /// begins one of its own.
    pub(super) fn with(&self, line: &Row) -> Option<Self> {
        let mut columns = self.clone();
        for Segment { x, end, .. } in &line.0 {
            let touched = columns.touched(*x, *end);
            match touched.len() {
                0 => columns.0.insert(touched.start, (*x, *end)),
                1 => {
                    let column = columns.0.get_mut(touched.start)?;
                    *column = (column.0.min(*x), column.1.max(*end));
                }
                _ => return None,
            }
        }
        Some(columns)
    }

    /// Whether all of a line stands in the first column.
    pub(super) fn first_holds(&self, line: &Row) -> bool {
        line.0.iter().all(|segment| self.over(segment.x, segment.end) == Some(0))
    }

    /// What stands in each column of a line that is among those of the columns.
    pub(super) fn place(&self, line: &Row) -> Vec<Option<String>> {
        let mut placed: Vec<Option<String>> = vec![None; self.count()];
        for segment in &line.0 {
            let Some(at) = self.over(segment.x, segment.end).and_then(|at| placed.get_mut(at)) else {
                continue;
            };
            match at {
                Some(text) => *text = format!("{text} {}", segment.text),
                None => *at = Some(segment.text.clone()),
            }
        }
        placed
    }

    /// The column that a stretch stands in, if it is one.
    fn over(&self, x: f64, end: f64) -> Option<usize> {
        let touched = self.touched(x, end);
        (touched.len() == 1).then_some(touched.start)
    }

    /// The columns that a stretch touches; an empty range stands where one of its own would come.
    fn touched(&self, x: f64, end: f64) -> std::ops::Range<usize> {
        let first = self.0.partition_point(|column| column.1 < x);
        let behind = self.0.partition_point(|column| column.0 <= end);
        first..behind.max(first)
    }
}
