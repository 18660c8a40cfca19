//! Alignment: who stands with whom, and on how much that rests.
//!
//! Two actors are compared on the issues on which both hold a stance that can be read. The five stances from *supports*
//! to *opposes* stand in a row, one step apart: equal ones agree in full, each step between them takes a quarter away,
//! and *supports* against *opposes* agree in nothing. So a condition costs a quarter, and *neutral* is half-way to
//! either side. *Unclear* stands nowhere on the row and is not counted, for or against. The figure is the mean over the
//! issues compared, each counting the same; without one there is no figure, rather than a nought.
//!
//! What is compared is an actor's own latest position, as its cell in the matrix shows it: those under it speak for
//! themselves. A joint position is each one's own.

mod order;

use super::matrix::{Matrix, MatrixFilter};
use crate::dossier::Dossier;
use crate::error::Result;
use crate::ids::ActorId;
use crate::positions::Stance;
use serde::Serialize;

/// Who stands with whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Alignment {
    /// The actors of whom a stance is known that can be read, in the order of the matrix.
    pub rows: Vec<AlignmentRow>,
    /// The same actors with those most alike side by side.
    pub by_likeness: Vec<ActorId>,
}

/// One actor beside those above it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct AlignmentRow {
    /// The actor.
    pub actor: ActorId,
    /// One for each of the rows before this one; `None` where there is no issue to compare them on.
    pub with: Vec<Option<Agreement>>,
}

/// How two actors agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Agreement {
    /// From 0, at opposite ends on every issue, to 100, the same stance on every issue.
    pub percent: u32,
    /// On how many issues they were compared.
    pub issues: u32,
    /// On how many of these they stand on different sides.
    pub opposed: u32,
    /// The figure in a word.
    pub band: Band,
}

crate::store::codec::words! {
    /// How close two actors stand: the figure in five steps of twenty.
    Band {
        /// From 80: on the same side.
        Together = "together",
        /// From 60.
        Near = "near",
        /// From 40.
        Between = "between",
        /// From 20.
        Away = "away",
        /// Below: at opposite ends.
        Apart = "apart",
    }
}

impl Band {
    fn of(percent: u32) -> Self {
        Self::ALL.iter().copied().find(|band| percent >= band.figures().0).unwrap_or(Self::Apart)
    }

    /// The least and the greatest figure in it.
    #[must_use]
    pub fn figures(self) -> (u32, u32) {
        match self {
            Self::Together => (80, 100),
            Self::Near => (60, 79),
            Self::Between => (40, 59),
            Self::Away => (20, 39),
            Self::Apart => (0, 19),
        }
    }

    /// Its sign in texts: round for together, square for apart, filled at either end. Beside it the figure must stand.
    #[must_use]
    pub fn symbol(self) -> &'static str {
        match self {
            Self::Together => Stance::Supports.symbol(),
            Self::Near => Stance::SupportsWithConditions.symbol(),
            Self::Between => Stance::Neutral.symbol(),
            Self::Away => Stance::OpposesWithConditions.symbol(),
            Self::Apart => Stance::Opposes.symbol(),
        }
    }
}

impl Dossier {
    /// Who stood with whom on a day, over the actors and issues of that matrix.
    pub fn alignment(&self, filter: &MatrixFilter) -> Result<Alignment> {
        Ok(Alignment::of(&self.matrix(filter)?))
    }
}

impl Alignment {
    /// How two actors agree, asked either way round; `None` where they cannot be compared, or are one.
    #[must_use]
    pub fn between(&self, one: ActorId, other: ActorId) -> Option<Agreement> {
        let place = |actor: ActorId| self.rows.iter().position(|row| row.actor == actor);
        let (one, other) = (place(one)?, place(other)?);
        self.rows[one.max(other)].with.get(one.min(other)).copied().flatten()
    }

    /// What a matrix says of it.
    #[must_use]
    pub fn of(matrix: &Matrix) -> Self {
        let stands: Vec<(ActorId, Vec<Option<i32>>)> = matrix
            .rows
            .iter()
            .map(|row| (row.actor, row.cells.iter().map(|cell| step(cell.as_ref()?.stance)).collect()))
            .filter(|(_, steps): &(_, Vec<_>)| steps.iter().any(Option::is_some))
            .collect();
        let rows: Vec<AlignmentRow> = stands
            .iter()
            .enumerate()
            .map(|(at, (actor, own))| AlignmentRow {
                actor: *actor,
                with: stands[..at].iter().map(|(_, others)| Agreement::between(own, others)).collect(),
            })
            .collect();
        let places = order::by_likeness(&rows);
        Self { by_likeness: places.into_iter().map(|at| rows[at].actor).collect(), rows }
    }
}

impl Agreement {
    fn between(own: &[Option<i32>], others: &[Option<i32>]) -> Option<Self> {
        let (mut issues, mut opposed, mut apart) = (0, 0, 0);
        for (one, other) in own.iter().zip(others).filter_map(|(one, other)| Some(((*one)?, (*other)?))) {
            issues += 1;
            apart += one.abs_diff(other);
            opposed += u32::from(one * other < 0);
        }
        let most = issues * STEPS;
        (issues > 0).then(|| {
            // Rounded to the nearest, halves up.
            let percent = (200 * (most - apart) + most) / (2 * most);
            Self { percent, issues, opposed, band: Band::of(percent) }
        })
    }

    /// How alike the two are for the order of all, from 0 to 1: as if they had half agreed on one issue more, so that
    /// many issues count for more than one. (Without any, that half is all there is.)
    fn likeness(self) -> f64 {
        (f64::from(self.percent) / 100.0 * f64::from(self.issues) + 0.5) / (f64::from(self.issues) + 1.0)
    }
}

/// How many steps lie between the ends of the row.
const STEPS: u32 = 4;

/// Where on the row a stance is, the middle being 0.
fn step(stance: Stance) -> Option<i32> {
    match stance {
        Stance::Supports => Some(2),
        Stance::SupportsWithConditions => Some(1),
        Stance::Neutral => Some(0),
        Stance::OpposesWithConditions => Some(-1),
        Stance::Opposes => Some(-2),
        Stance::Unclear => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::matrix::People;
    use crate::analysis::{Cell, Row};
    use uuid::Uuid;

    fn actor(number: usize) -> ActorId {
        Uuid::from_u128(number as u128).into()
    }

    /// A matrix from a line for each actor, a letter for each cell: `S` supports, `s` with conditions, `n` neutral,
    /// `o` and `O` opposes, `?` unclear, `.` nothing.
    fn matrix(lines: &[&str]) -> Matrix {
        let cell = |letter: char| {
            let stance = match letter {
                'S' => Stance::Supports,
                's' => Stance::SupportsWithConditions,
                'n' => Stance::Neutral,
                'o' => Stance::OpposesWithConditions,
                'O' => Stance::Opposes,
                '?' => Stance::Unclear,
                _ => return None,
            };
            let as_of = "2025".parse().unwrap();
            let position = Uuid::nil().into();
            let (joint, conditional, stale, contradicted) = (vec![], false, false, false);
            Some(Cell {
                position,
                stance,
                as_of,
                quotes: 0,
                joint,
                conditional,
                stale,
                contradicted,
                more: 0,
                people: People::default(),
            })
        };
        let row = |(at, line): (usize, &&str)| Row {
            actor: actor(at),
            depth: 0,
            cells: line.chars().map(cell).collect(),
        };
        Matrix { issues: vec![], rows: lines.iter().enumerate().map(row).collect() }
    }

    /// How the last of the lines stands with the first, as `percent/issues/opposed`.
    #[track_caller]
    fn check(one: &str, other: &str, expect: Option<&str>) {
        for lines in [[one, other], [other, one]] {
            let alignment = Alignment::of(&matrix(&lines));
            let found = alignment.rows.get(1).and_then(|row| row.with[0]);
            let found = found.map(|it| format!("{}/{}/{}", it.percent, it.issues, it.opposed));
            assert_eq!(found.as_deref(), expect, "{lines:?}");
        }
    }

    #[test]
    fn a_quarter_for_each_step_over_what_both_can_be_read_on() {
        check("S", "S", Some("100/1/0"));
        check("S", "s", Some("75/1/0"));
        check("S", "n", Some("50/1/0"));
        check("S", "o", Some("25/1/1"));
        check("S", "O", Some("0/1/1"));
        check("s", "o", Some("50/1/1"));
        check("n", "n", Some("100/1/0"));
        check("SS", "SO", Some("50/2/1"));
        check("SSS", "SSs", Some("92/3/0"));
        check("S.S", "SO.", Some("100/1/0"));
        check("S?", "SO", Some("100/1/0"));
        check("S.", ".S", None);
        check("??", "SS", None);
        check("..", "SS", None);
    }

    #[test]
    fn a_figure_falls_in_one_of_five_bands() {
        for band in Band::ALL {
            let (from, to) = band.figures();
            assert!((from..=to).all(|percent| Band::of(percent) == *band), "{band}");
        }
        let all: u32 = Band::ALL.iter().map(|band| band.figures()).map(|(from, to)| to + 1 - from).sum();
        assert_eq!(all, 101);
    }

    /// The camps, as the order of the lines.
    #[track_caller]
    fn camps(lines: &[&str], expect: &[usize]) {
        let alignment = Alignment::of(&matrix(lines));
        let expect: Vec<ActorId> = expect.iter().map(|at| actor(*at)).collect();
        assert_eq!(alignment.by_likeness, expect);
    }

    #[test]
    fn those_most_alike_stand_side_by_side() {
        camps(&[], &[]);
        camps(&["SS"], &[0]);
        camps(&["SS", "..", "??"], &[0]);
        camps(&["SS", "OO", "SS", "OO"], &[0, 2, 1, 3]);
        camps(&["SSS", "OOO", "sss", "ooo", "nnn"], &[0, 2, 4, 3, 1]);
        camps(&["S.", ".O", "S.", ".O"], &[0, 2, 1, 3]);
        // One issue in common binds less than three.
        camps(&["SSS", "S..", "SSs", "OOO"], &[0, 2, 1, 3]);
    }

    /// The same order, every pair looked at each time.
    fn plainly(rows: &[AlignmentRow]) -> Vec<usize> {
        let alike = |one: usize, other: usize| {
            if one == other {
                return 1.0;
            }
            rows[one.max(other)].with[one.min(other)].map_or(0.5, Agreement::likeness)
        };
        let mut likeness: Vec<Vec<f64>> =
            (0..rows.len()).map(|one| (0..rows.len()).map(|other| alike(one, other)).collect()).collect();
        let mut groups: Vec<Vec<usize>> = (0..rows.len()).map(|at| vec![at]).collect();
        loop {
            let mut found = None;
            for one in 0..rows.len() {
                for other in one + 1..rows.len() {
                    let both = !groups[one].is_empty() && !groups[other].is_empty();
                    if both && found.is_none_or(|(most, _, _)| likeness[one][other] > most) {
                        found = Some((likeness[one][other], one, other));
                    }
                }
            }
            let Some((_, one, other)) = found else { return groups.concat() };
            let (own, added) = (groups[one].len() as f64, groups[other].len() as f64);
            let means: Vec<f64> =
                likeness.iter().map(|row| (own * row[one] + added * row[other]) / (own + added)).collect();
            for (row, mean) in likeness.iter_mut().zip(&means) {
                row[one] = *mean;
            }
            likeness[one] = means;
            let (first, second) = (std::mem::take(&mut groups[one]), std::mem::take(&mut groups[other]));
            let mut laid: Option<(f64, Vec<usize>)> = None;
            for turn in 0..4 {
                let (mut left, mut right) = (first.clone(), second.clone());
                if turn >= 2 {
                    left.reverse();
                }
                if turn % 2 == 1 {
                    right.reverse();
                }
                let meeting = alike(*left.last().unwrap(), right[0]);
                if laid.as_ref().is_none_or(|(most, _)| meeting > *most) {
                    laid = Some((meeting, [left, right].concat()));
                }
            }
            groups[one] = laid.unwrap().1;
        }
    }

    proptest::proptest! {
        #[test]
        fn the_order_is_that_of_looking_at_every_pair(
            lines in proptest::collection::vec("[SsnoO?.]{1,4}", 0..9)
        ) {
            let width = lines.iter().map(String::len).max().unwrap_or_default();
            let lines: Vec<String> = lines.iter().map(|line| format!("{line:.<width$}")).collect();
            let alignment = Alignment::of(&matrix(&lines.iter().map(String::as_str).collect::<Vec<_>>()));
            let expect: Vec<ActorId> = plainly(&alignment.rows).iter().map(|at| alignment.rows[*at].actor).collect();
            proptest::prop_assert_eq!(&alignment.by_likeness, &expect);
            let (all, listed): (std::collections::BTreeSet<_>, std::collections::BTreeSet<_>) = (
                alignment.rows.iter().map(|row| row.actor).collect(),
                expect.iter().copied().collect(),
            );
            proptest::prop_assert_eq!(all, listed);
        }
    }
}
