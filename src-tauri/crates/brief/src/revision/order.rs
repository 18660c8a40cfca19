//! Which blocks stand elsewhere than they stood.

use super::shape::number;
use crate::told::Told;

/// Blocks of the body that somebody moved: the fewest, without which the others stand in the order they had. `found` is the
/// order of the file.
pub(super) fn moved(told: &Told, found: &[usize]) -> Vec<usize> {
    let printed: Vec<usize> =
        told.manuscript.body.iter().filter_map(|piece| number(piece.place.as_deref()?)).collect();
    let places: Vec<(usize, usize)> = found
        .iter()
        .filter_map(|block| Some((printed.iter().position(|other| other == block)?, *block)))
        .collect();
    let stayed = longest_rise(&places.iter().map(|(place, _)| *place).collect::<Vec<_>>());
    places.into_iter().filter(|(place, _)| !stayed.contains(place)).map(|(_, block)| block).collect()
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
}
