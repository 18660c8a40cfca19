//! Which blocks stand elsewhere than they stood, and where.

use super::shape::number;
use crate::told::Told;

/// Blocks that stood one behind the other and were moved together.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Moved {
    /// Their numbers, in order.
    pub(super) blocks: Vec<usize>,
    /// The block that stayed where it was and that they stand behind now, be it behind others that were moved there; 0 is the
    /// beginning.
    pub(super) behind: usize,
    /// What they were printed behind, and what they stand right behind in the file.
    pub(super) next_to: [Option<usize>; 2],
}

/// What of the body somebody moved: the fewest blocks, without which the others stand in the order they had. `found` is the
/// order of the file; what comes of it has that order too.
pub(super) fn moved(told: &Told, found: &[usize]) -> Vec<Moved> {
    moves(&printed(told), found)
}

/// Those that nobody moved.
pub(super) fn stayed(told: &Told, found: &[usize]) -> Vec<usize> {
    let printed = printed(told);
    let stayed = longest_rise(&places(&printed, found));
    stayed.into_iter().filter_map(|place| printed.get(place).copied()).collect()
}

/// Blocks of the body as they were printed.
pub(super) fn printed(told: &Told) -> Vec<usize> {
    told.manuscript.body.iter().filter_map(|piece| number(piece.place.as_deref()?)).collect()
}

/// Where each that was found was printed.
fn places(printed: &[usize], found: &[usize]) -> Vec<usize> {
    found.iter().filter_map(|block| printed.iter().position(|other| other == block)).collect()
}

fn moves(printed: &[usize], found: &[usize]) -> Vec<Moved> {
    let places = places(printed, found);
    let stayed = longest_rise(&places);
    let mut moves: Vec<Moved> = Vec::new();
    // What is not printed in the body but stands before it, as a bottom line does, stays before it.
    let mut behind = printed.first().map_or(0, |first| first.saturating_sub(1));
    let mut last = None;
    for (at, place) in places.iter().copied().enumerate() {
        let Some(&block) = printed.get(place) else { continue };
        if stayed.contains(&place) {
            behind = block;
            last = None;
            continue;
        }
        match moves.last_mut() {
            Some(group) if last.is_some_and(|last| last + 1 == place) => group.blocks.push(block),
            _ => {
                let then = place.checked_sub(1);
                let now = at.checked_sub(1).and_then(|at| places.get(at)).copied();
                let next_to = [then, now].map(|place| printed.get(place?).copied());
                moves.push(Moved { blocks: vec![block], behind, next_to });
            }
        }
        last = Some(place);
    }
    moves
}

/// The longest part of a row of different numbers that only rises.
fn longest_rise(numbers: &[usize]) -> Vec<usize> {
    // For each length the number that ends the lowest rise of it, and for each number what it stands behind.
    let mut ends: Vec<usize> = Vec::new();
    let mut behind: Vec<Option<usize>> = Vec::with_capacity(numbers.len());
    for (at, number) in numbers.iter().enumerate() {
        let length = ends.partition_point(|end| numbers.get(*end).is_some_and(|other| other < number));
        behind.push(length.checked_sub(1).and_then(|before| ends.get(before).copied()));
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut rise = Vec::with_capacity(ends.len());
    let mut next = ends.last().copied();
    while let Some(at) = next {
        rise.extend(numbers.get(at));
        next = behind.get(at).copied().flatten();
    }
    rise
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(numbers: &[usize], expect: &[usize]) {
        let mut rise = longest_rise(numbers);
        rise.reverse();
        assert_eq!(rise, expect);
    }

    #[test]
    fn what_only_rises_stays() {
        check(&[], &[]);
        check(&[1, 2, 3], &[1, 2, 3]);
        check(&[2, 3, 1], &[2, 3]);
        check(&[3, 1, 2], &[1, 2]);
        check(&[1, 5, 2, 3, 4], &[1, 2, 3, 4]);
        check(&[4, 3, 2, 1], &[1]);
        check(&[1, 3, 2, 4, 6, 5, 7], &[1, 2, 4, 5, 7]);
    }

    #[track_caller]
    fn check_moves(printed: &[usize], found: &[usize], expect: &[(&[usize], usize)]) {
        let found: Vec<(Vec<usize>, usize)> =
            moves(printed, found).into_iter().map(|it| (it.blocks, it.behind)).collect();
        let expect: Vec<(Vec<usize>, usize)> =
            expect.iter().map(|(blocks, behind)| (blocks.to_vec(), *behind)).collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn what_moved_together_is_one_move_behind_what_stayed() {
        check_moves(&[1, 2, 3], &[1, 2, 3], &[]);
        check_moves(&[1, 2, 3, 4], &[1, 3, 4, 2], &[(&[2], 4)]);
        check_moves(&[1, 2, 3, 4, 5, 6], &[1, 4, 5, 6, 2, 3], &[(&[2, 3], 6)]);
        // Two that stood apart, to the same place.
        check_moves(&[1, 2, 3, 4, 5, 6, 7], &[1, 3, 5, 6, 7, 4, 2], &[(&[4], 7), (&[2], 7)]);
        check_moves(&[3, 4, 5], &[5, 3, 4], &[(&[5], 2)]);
        check_moves(&[1, 2, 3], &[3, 2, 1], &[(&[3], 0), (&[2], 0)]);
        // What was taken out is not looked at, nor what was not in the body.
        check_moves(&[1, 2, 3, 4], &[4, 9, 1, 3], &[(&[4], 0)]);
    }
}
