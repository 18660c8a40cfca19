//! An order in which those most alike stand side by side: groups are joined two by two, the most alike first (average
//! linkage, UPGMA), each laid beside the other by the ends that go best together.

use super::AlignmentRow;

/// What stands for a pair that cannot be compared: neither alike nor unlike.
const UNKNOWN: f64 = 0.5;

/// The places of the rows in that order. Where several are equally alike, those before go first.
pub(super) fn by_likeness(rows: &[AlignmentRow]) -> Vec<usize> {
    let mut groups = Groups::new(rows);
    while let Some((one, other)) = groups.most_alike() {
        groups.join(one, other);
    }
    groups.members.into_iter().flatten().collect()
}

struct Groups<'a> {
    rows: &'a [AlignmentRow],
    /// Who is in each, in the order found so far; empty once it was joined to another.
    members: Vec<Vec<usize>>,
    /// How alike two groups are on average, both ways round.
    likeness: Vec<Vec<f64>>,
    /// For each group the later one it is most like: asked each time, changed seldom.
    nearest: Vec<Option<usize>>,
}

impl<'a> Groups<'a> {
    fn new(rows: &'a [AlignmentRow]) -> Self {
        let all = 0..rows.len();
        let likeness =
            all.clone().map(|one| all.clone().map(|other| alike(rows, one, other)).collect()).collect();
        let mut groups = Self {
            rows,
            members: all.clone().map(|at| vec![at]).collect(),
            likeness,
            nearest: vec![None; rows.len()],
        };
        for at in all {
            groups.nearest[at] = groups.nearest_after(at);
        }
        groups
    }

    /// The two groups most alike, the earlier first.
    fn most_alike(&self) -> Option<(usize, usize)> {
        let pairs = self.nearest.iter().enumerate().filter_map(|(one, other)| Some((one, (*other)?)));
        best(pairs, |(one, other)| self.likeness[*one][*other])
    }

    fn nearest_after(&self, at: usize) -> Option<usize> {
        if self.members[at].is_empty() {
            return None;
        }
        let later = (at + 1..self.members.len()).filter(|other| !self.members[*other].is_empty());
        best(later, |other| self.likeness[at][*other])
    }

    fn join(&mut self, one: usize, other: usize) {
        let (first, second) =
            (std::mem::take(&mut self.members[one]), std::mem::take(&mut self.members[other]));
        let (own, added) = (first.len() as f64, second.len() as f64);
        self.members[one] = self.laid_together(&first, &second);
        for at in 0..self.members.len() {
            let mean = (own * self.likeness[at][one] + added * self.likeness[at][other]) / (own + added);
            self.likeness[at][one] = mean;
            self.likeness[one][at] = mean;
        }
        for at in 0..=other {
            let touched = at == one || self.nearest[at] == Some(one) || self.nearest[at] == Some(other);
            if touched || at == other {
                self.nearest[at] = self.nearest_after(at);
            } else if let Some(nearest) = self.nearest[at].filter(|_| at < one) {
                // The joined group may have become the nearest of one that looked elsewhere.
                let (now, before) = (self.likeness[at][one], self.likeness[at][nearest]);
                if now > before || (now >= before && one < nearest) {
                    self.nearest[at] = Some(one);
                }
            }
        }
    }

    /// The two lists one after the other, each turned so that the ends that meet are as alike as can be.
    fn laid_together(&self, first: &[usize], second: &[usize]) -> Vec<usize> {
        let turned = |list: &[usize]| list.iter().rev().copied().collect::<Vec<_>>();
        let ways = [
            (first.to_vec(), second.to_vec()),
            (first.to_vec(), turned(second)),
            (turned(first), second.to_vec()),
            (turned(first), turned(second)),
        ];
        let meeting = |(left, right): &(Vec<usize>, Vec<usize>)| match (left.last(), right.first()) {
            (Some(left), Some(right)) => alike(self.rows, *left, *right),
            _ => UNKNOWN,
        };
        best(ways, meeting).map_or_else(Vec::new, |(left, right)| [left, right].concat())
    }
}

/// The first of those for which the likeness is greatest.
fn best<T>(all: impl IntoIterator<Item = T>, likeness: impl Fn(&T) -> f64) -> Option<T> {
    let mut found: Option<(f64, T)> = None;
    for one in all {
        let so = likeness(&one);
        if found.as_ref().is_none_or(|(most, _)| so > *most) {
            found = Some((so, one));
        }
    }
    found.map(|(_, one)| one)
}

/// How alike two actors are, from 0 to 1.
fn alike(rows: &[AlignmentRow], one: usize, other: usize) -> f64 {
    if one == other {
        return 1.0;
    }
    rows[one.max(other)].with[one.min(other)].map_or(UNKNOWN, super::Agreement::likeness)
}
