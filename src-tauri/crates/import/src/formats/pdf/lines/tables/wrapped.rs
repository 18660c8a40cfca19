//! Which lines of a table are one row: those that stand closer to one another than rows do, if what they say tells the
//! same story.

use std::ops::Range;

/// The lines of each row. `lines` has what stands in each column of a line, and `gaps` how far each line but the first
/// is below the one before it, in sizes of its letters.
pub(super) fn rows(lines: &[Vec<Option<String>>], gaps: &[f64]) -> Vec<Range<usize>> {
    let least = split(lines, gaps).unwrap_or(f64::NEG_INFINITY);
    let mut rows: Vec<Range<usize>> = Vec::new();
    for place in 0..lines.len() {
        let goes_on = place > 0 && gaps[place - 1] < least;
        match rows.last_mut().filter(|_| goes_on) {
            Some(row) => row.end = place + 1,
            None => rows.push(place..place + 1),
        }
    }
    rows
}

/// The gap from which on a line begins a row, or `None` where each does.
fn split(lines: &[Vec<Option<String>>], gaps: &[f64]) -> Option<f64> {
    /// Gaps nearer to one another than this are the same.
    const SAME: f64 = 1.025;
    let mut sorted = gaps.to_vec();
    sorted.sort_by(f64::total_cmp);
    let jumps = sorted.windows(2).map(|pair| (pair[1] / pair[0], f64::midpoint(pair[0], pair[1])));
    let good = jumps.filter(|(jump, least)| *jump > SAME && Story::of(lines, gaps, *least).is_wrapped(*jump));
    good.max_by(|one, other| one.0.total_cmp(&other.0)).map(|(_, least)| least)
}

/// What the lines say of a split into rows.
#[derive(Default)]
struct Story {
    /// The rows, and those whose first line has something in the first column.
    rows: usize,
    named: usize,
    /// The lines that go on in a row, those that leave columns empty which its first line fills, and those that have
    /// nothing in a column where nothing stands above.
    going_on: usize,
    partial: usize,
    continuous: usize,
    /// Those of them that look like rows: with something in the first column and in another.
    whole: usize,
    /// And those with a figure below a figure, which are two cells.
    figures: usize,
}

impl Story {
    fn of(lines: &[Vec<Option<String>>], gaps: &[f64], least: f64) -> Self {
        let mut story = Self::default();
        let mut first = 0;
        for (place, line) in lines.iter().enumerate() {
            let is_named = line.first().is_some_and(Option::is_some);
            if place == 0 || gaps[place - 1] >= least {
                first = place;
                story.rows += 1;
                story.named += usize::from(is_named);
                continue;
            }
            let columns = || line.iter().zip(&lines[first]).zip(&lines[place - 1]);
            let figure = |cell: &Option<String>| cell.as_deref().is_some_and(is_figure);
            story.going_on += 1;
            story.partial +=
                usize::from(columns().any(|((here, first), _)| first.is_some() && here.is_none()));
            story.continuous +=
                usize::from(columns().all(|((here, _), above)| here.is_none() || above.is_some()));
            story.whole += usize::from(is_named && line.iter().flatten().count() > 1);
            story.figures += usize::from(columns().any(|((here, _), above)| figure(here) && figure(above)));
        }
        story
    }

    /// Whether the split is one into rows whose cells go on over several lines, where the gaps before rows are so many
    /// times as wide as those within. Rows of figures with more room before some of them are none.
    fn is_wrapped(&self, jump: f64) -> bool {
        /// From here on the gaps tell nearly enough, and from here on much.
        const CLEAR: f64 = 1.25;
        const SEEN: f64 = 1.08;
        let share = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
        // Below that a line may lie a little higher by chance, which several do not.
        let (partial, named, whole, fewest) = match jump {
            CLEAR.. => (0.6, 0.0, 0.4, 1),
            SEEN.. => (0.75, 0.8, 0.2, 1),
            _ => (0.9, 0.8, 0.0, 3),
        };
        self.rows > 1
            && self.going_on >= fewest
            && self.figures == 0
            && share(self.whole, self.going_on) <= whole
            && share(self.named, self.rows) >= named
            && share(self.partial, self.going_on) >= partial
            && share(self.continuous, self.going_on) >= 0.85
    }
}

/// Whether a cell is a number and no more: a sum, a share, a year.
fn is_figure(cell: &str) -> bool {
    cell.contains(char::is_numeric) && !cell.contains(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lines as what stands in them, a letter for a filled column and a point for an empty one, each behind the gap
    /// before it; and the rows, each as how many lines it has.
    #[track_caller]
    fn check(told: &[(f64, &str)], expect: &[usize]) {
        let lines: Vec<Vec<Option<String>>> = told
            .iter()
            .map(|(_, line)| line.chars().map(|c| (c != '.').then(|| c.to_string())).collect())
            .collect();
        let gaps: Vec<f64> = told.iter().skip(1).map(|(gap, _)| *gap).collect();
        assert_eq!(rows(&lines, &gaps).iter().map(ExactSizeIterator::len).collect::<Vec<_>>(), expect);
    }

    #[test]
    fn lines_close_to_one_another_are_a_row() {
        check(&[(0.0, "abc"), (1.2, ".b."), (2.0, "abc"), (1.2, ".bc"), (1.2, "..c")], &[2, 3]);
        check(&[(0.0, "abc"), (2.0, "abc"), (1.2, "a.."), (2.0, "abc")], &[1, 2, 1]);
        // A little closer is enough where what they leave empty says the same.
        check(&[(0.0, "abc"), (1.4, ".b."), (1.6, "abc"), (1.4, "..c"), (1.61, "abc")], &[2, 2, 1]);
    }

    #[test]
    fn rows_stay_rows() {
        check(&[(0.0, "abc"), (1.2, "abc"), (1.2, "a.c")], &[1, 1, 1]);
        // Figures in groups: no line leaves out what the first has.
        check(&[(0.0, "abc"), (1.2, "abc"), (2.0, "abc"), (1.2, "abc")], &[1, 1, 1, 1]);
        // Words that come after an empty line of their column go on with nothing.
        check(&[(0.0, "ab."), (1.2, "..c"), (2.0, "ab."), (1.2, "..c")], &[1, 1, 1, 1]);
        check(&[(0.0, "abc")], &[1]);
        // A line under the head, and a last column in which one has something to say.
        check(&[(0.0, "abc"), (1.8, "abc"), (1.2, "ab."), (1.2, "ab."), (1.2, "ab.")], &[1; 5]);
        // A sum that is set off, rows under a row.
        check(&[(0.0, "abc"), (1.2, "ab."), (1.2, "ab."), (1.2, "ab."), (1.6, "abc")], &[1; 5]);
        check(&[(0.0, "a12"), (1.2, "a1."), (1.6, "a12"), (1.2, "a1."), (1.2, "a1.")], &[1; 5]);
        check(&[(0.0, "a12"), (1.2, ".1."), (1.6, "a12"), (1.2, ".1.")], &[1; 4]);
        // A line that lies a little higher by chance.
        check(&[(0.0, "abc"), (1.4, "abc"), (1.36, ".bc"), (1.44, "abc")], &[1; 4]);
    }
}
