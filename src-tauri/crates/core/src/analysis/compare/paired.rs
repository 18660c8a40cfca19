//! Which text of a block became which: so that a point put in first is not told as every point rewritten.

use super::WordRun;
use super::diff::pieces;

/// How much two texts must have in common to be told as one that was changed.
const ALIKE: f64 = 0.4;

/// The texts of a block then and now as runs of words, in the order of now: those that are alike side by side, the others
/// by themselves.
pub(super) fn paired(then: &[Vec<String>], now: &[Vec<String>]) -> Vec<Vec<WordRun>> {
    let nothing = Vec::new();
    // What is the same at both ends is not compared with everything else.
    let first = then.iter().zip(now).take_while(|(one, other)| one == other).count();
    let rest = then[first..].iter().rev().zip(now[first..].iter().rev());
    let last = rest.take_while(|(one, other)| one == other).count();
    let (then_end, now_end) = (then.len() - last, now.len() - last);
    let between = pairs(&then[first..then_end], &now[first..now_end]);
    let pairs = (0..first)
        .map(|at| (at, at))
        .chain(between.into_iter().map(|(was, is)| (first + was, first + is)))
        .chain((0..last).map(|at| (then_end + at, now_end + at)));
    let mut told = Vec::new();
    let (mut old, mut new) = (0, 0);
    for (was, is) in pairs.chain([(then.len(), now.len())]) {
        told.extend(then[old..was].iter().map(|text| pieces(text, &nothing)));
        told.extend(now[new..is].iter().map(|text| pieces(&nothing, text)));
        if let (Some(one), Some(other)) = (then.get(was), now.get(is)) {
            told.push(pieces(one, other));
        }
        (old, new) = (was + 1, is + 1);
    }
    told.retain(|runs| !runs.is_empty());
    told
}

/// The pairs, in order, that have the most in common: the way through a table of all of them that gathers the most.
fn pairs(then: &[Vec<String>], now: &[Vec<String>]) -> Vec<(usize, usize)> {
    // A block has a single text nearly always, and then there is nothing to choose between.
    if let ([_], [_]) = (then, now) {
        return vec![(0, 0)];
    }
    let width = now.len() + 1;
    // What can be gathered from a text of then and one of now on.
    let mut best = vec![0.0_f64; (then.len() + 1) * width];
    let mut common = vec![0.0_f64; then.len() * width];
    for was in (0..then.len()).rev() {
        for is in (0..now.len()).rev() {
            let at = was * width + is;
            common[at] = in_common(&then[was], &now[is]);
            let together = if common[at] >= ALIKE { common[at] + best[at + width + 1] } else { 0.0 };
            best[at] = together.max(best[at + width]).max(best[at + 1]);
        }
    }
    let mut pairs = Vec::new();
    let (mut was, mut is) = (0, 0);
    while was < then.len() && is < now.len() {
        let at = was * width + is;
        if common[at] >= ALIKE && best[at] <= common[at] + best[at + width + 1] {
            pairs.push((was, is));
            (was, is) = (was + 1, is + 1);
        } else if best[at] <= best[at + width] {
            was += 1;
        } else {
            is += 1;
        }
    }
    pairs
}

/// From 0, no word, to 1, all of them: the share of letters that stand in words of both, wherever.
fn in_common(one: &[String], other: &[String]) -> f64 {
    if one == other {
        // Two that are empty are alike, and worth no pair of others.
        return if one.is_empty() { ALIKE } else { 1.0 };
    }
    let length = |words: &[String]| words.iter().map(|word| word.trim().len()).sum::<usize>();
    let all = length(one) + length(other);
    let mut left: Vec<&str> = other.iter().map(|word| word.trim()).collect();
    let mut shared = 0;
    for word in one.iter().map(|word| word.trim()) {
        if let Some(at) = left.iter().position(|other| *other == word) {
            left.swap_remove(at);
            shared += 2 * word.len();
        }
    }
    #[allow(clippy::cast_precision_loss, reason = "letters of a text, not of a library")]
    if all == 0 { 0.0 } else { shared as f64 / all as f64 }
}

#[cfg(test)]
mod tests {
    use super::super::Stands;
    use super::super::lines::words;
    use super::*;

    #[track_caller]
    fn check(then: &[&str], now: &[&str], expect: &[&str]) {
        let lines = |texts: &[&str]| texts.iter().map(|text| words(text)).collect::<Vec<_>>();
        let shown = |run: WordRun| match run.stands {
            Stands::Both => run.text,
            Stands::Then => format!("[-{}-]", run.text),
            Stands::Now => format!("[+{}+]", run.text),
        };
        let told = paired(&lines(then), &lines(now));
        let told: Vec<String> = told.into_iter().map(|runs| runs.into_iter().map(shown).collect()).collect();
        assert_eq!(told, expect);
    }

    #[test]
    fn texts_that_are_alike_stand_side_by_side() {
        check(&["It stays."], &["All is new."], &["[-It stays.-][+All is new.+]"]);
        check(
            &["France wants guarantees.", "Italy wants time."],
            &["Poland wants troops.", "France wants guarantees.", "Italy wants time."],
            &["[+Poland wants troops.+]", "France wants guarantees.", "Italy wants time."],
        );
        check(
            &["We support talks.", "We support peace.", "We pay."],
            &["We support peace.", "We pay."],
            &["[-We support talks.-]", "We support peace.", "We pay."],
        );
        check(
            &["Will you pay?", "No decision was taken."],
            &["Who comes?", "Ministers.", "Will you pay?", "No decision was yet taken."],
            &["[+Who comes?+]", "[+Ministers.+]", "Will you pay?", "No decision was [+yet +]taken."],
        );
        check(&["The text."], &["[OFFICIAL]", "The text."], &["[+[OFFICIAL]+]", "The text."]);
        check(&["", "The text."], &["Order.", "The text."], &["[+Order.+]", "The text."]);
        check(&["One.", "Two."], &[], &["[-One.-]", "[-Two.-]"]);
    }
}
