//! The shortest way from one list to another (Myers, "An O(ND) Difference Algorithm", 1986), on words and on blocks.

use super::Stands;
use serde::Serialize;

/// Some words that stand in both states or in one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct WordRun {
    /// In which.
    pub stands: Stands,
    /// The words.
    pub text: String,
}

/// Past this many differences two lists have nothing to do with one another: one takes the other's place.
const MOST: usize = 1200;

/// Runs of `old` and `new` in the order of reading: those that stay, those that went, those that came.
pub(super) fn diff<'a, T: PartialEq>(old: &'a [T], new: &'a [T]) -> Vec<(Stands, &'a [T])> {
    let start = old.iter().zip(new).take_while(|(one, other)| one == other).count();
    let rest = old[start..].iter().rev().zip(new[start..].iter().rev());
    let end = rest.take_while(|(one, other)| one == other).count();
    let (old_end, new_end) = (old.len() - end, new.len() - end);
    let mut runs = vec![(Stands::Both, &old[..start])];
    runs.extend(between(&old[start..old_end], &new[start..new_end]));
    runs.push((Stands::Both, &old[old_end..]));
    runs.retain(|(_, run)| !run.is_empty());
    runs
}

/// The words of two texts as pieces; neighbours of one kind are one piece.
pub(super) fn pieces(old: &[String], new: &[String]) -> Vec<WordRun> {
    let mut pieces: Vec<WordRun> = Vec::new();
    for (stands, run) in diff(old, new) {
        let text = run.concat();
        match pieces.last_mut() {
            Some(last) if last.stands == stands => last.text.push_str(&text),
            _ => pieces.push(WordRun { stands, text }),
        }
    }
    pieces
}

/// The same where first and last differ.
fn between<'a, T: PartialEq>(old: &'a [T], new: &'a [T]) -> Vec<(Stands, &'a [T])> {
    let Some(trace) = trace(old, new) else { return vec![(Stands::Then, old), (Stands::Now, new)] };
    let zero = old.len() + new.len() + 1;
    let mut runs = Vec::new();
    let (mut x, mut y) = (old.len(), new.len());
    for (steps, reached) in trace.iter().enumerate().rev() {
        let (from, down) = source(reached, steps, zero, x + zero - y);
        let (from_x, from_y) =
            if steps == 0 { (0, 0) } else { (reached.at(from), reached.at(from) + zero - from) };
        let stayed = (x - from_x).min(y - from_y);
        runs.push((Stands::Both, &old[x - stayed..x]));
        match down {
            true if steps > 0 => runs.push((Stands::Now, &new[from_y..y - stayed])),
            false if steps > 0 => runs.push((Stands::Then, &old[from_x..x - stayed])),
            _ => {}
        }
        (x, y) = (from_x, from_y);
    }
    runs.reverse();
    went_first(runs)
}

/// How far down the old list each diagonal (`x - y`, counted from `zero`) was reached with one difference fewer.
struct Reached {
    first: usize,
    furthest: Vec<usize>,
}

impl Reached {
    fn at(&self, diagonal: usize) -> usize {
        self.furthest.get(diagonal.wrapping_sub(self.first)).copied().unwrap_or_default()
    }
}

/// For 0, 1, 2, … differences: what was reached before, until both lists are used up.
fn trace<T: PartialEq>(old: &[T], new: &[T]) -> Option<Vec<Reached>> {
    let zero = old.len() + new.len() + 1;
    let mut furthest = vec![0; 2 * zero + 1];
    let mut trace = Vec::new();
    for steps in 0..=MOST.min(old.len() + new.len()) {
        let first = zero - steps - 1;
        let before = Reached { first, furthest: furthest[first..=zero + steps + 1].to_vec() };
        for diagonal in (zero - steps..=zero + steps).step_by(2) {
            let (from, down) = source(&before, steps, zero, diagonal);
            let mut x = before.at(from) + usize::from(!down);
            let mut y = (x + zero).saturating_sub(diagonal);
            while x < old.len() && y < new.len() && old[x] == new[y] {
                (x, y) = (x + 1, y + 1);
            }
            furthest[diagonal] = x;
            if x >= old.len() && y >= new.len() {
                trace.push(before);
                return Some(trace);
            }
        }
        trace.push(before);
    }
    None
}

/// The diagonal from which `diagonal` is reached with one more difference, and whether that is by a step down the new
/// list.
fn source(before: &Reached, steps: usize, zero: usize, diagonal: usize) -> (usize, bool) {
    let lowest = diagonal == zero - steps;
    let highest = diagonal == zero + steps;
    let down = lowest || !highest && before.at(diagonal - 1) < before.at(diagonal + 1);
    (if down { diagonal + 1 } else { diagonal - 1 }, down)
}

/// The same with what went before what came, between two runs that stay.
fn went_first<T>(runs: Vec<(Stands, &[T])>) -> Vec<(Stands, &[T])> {
    let mut all = Vec::with_capacity(runs.len());
    let mut came = Vec::new();
    for run in runs.into_iter().filter(|(_, run)| !run.is_empty()) {
        match run.0 {
            Stands::Now => came.push(run),
            Stands::Then => all.push(run),
            Stands::Both => {
                all.append(&mut came);
                all.push(run);
            }
        }
    }
    all.append(&mut came);
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn words(text: &str) -> Vec<String> {
        text.split_inclusive(' ').map(str::to_owned).collect()
    }

    #[track_caller]
    fn check(old: &str, new: &str, expect: &str) {
        let shown = |piece: WordRun| match piece.stands {
            Stands::Both => piece.text,
            Stands::Then => format!("[-{}-]", piece.text),
            Stands::Now => format!("[+{}+]", piece.text),
        };
        assert_eq!(pieces(&words(old), &words(new)).into_iter().map(shown).collect::<String>(), expect);
    }

    #[test]
    fn words_that_came_and_went() {
        check("", "", "");
        check("one two", "one two", "one two");
        check("", "one two", "[+one two+]");
        check("one two", "", "[-one two-]");
        check("it will leave soon", "it may leave soon", "it [-will -][+may +]leave soon");
        check("a b c d", "b c d e", "[-a -]b c [-d-][+d e+]");
        check("a b c ", "c b a ", "[-a b -]c [+b a +]");
    }

    proptest! {
        #[test]
        fn both_sides_are_whole(old in "[ab ]{0,40}", new in "[ab ]{0,40}") {
            let (old, new) = (words(&old), words(&new));
            let side = |without: Stands| -> String {
                pieces(&old, &new).into_iter().filter(|piece| piece.stands != without).map(|piece| piece.text).collect()
            };
            prop_assert_eq!(side(Stands::Now), old.concat());
            prop_assert_eq!(side(Stands::Then), new.concat());
        }
    }
}
