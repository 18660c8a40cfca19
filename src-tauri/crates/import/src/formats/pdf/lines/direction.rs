//! Scripts that are written from right to left. A page has its letters where they are seen; a text has them in the
//! order in which they are read.

/// Text in the order of reading, out of a line as it is seen from left to right.
pub(super) fn logical(seen: &str) -> String {
    if !seen.contains(is_right_to_left) {
        return seen.to_owned();
    }
    let turned = is_turned(seen);
    let mut stretches = stretches(seen, turned);
    if turned {
        stretches.reverse();
    }
    stretches
        .into_iter()
        .map(|(turned, text)| if turned { text.chars().rev().collect() } else { text.to_owned() })
        .collect()
}

/// Whether a line is read from right to left: a third of its letters are enough, as names stay as they are.
pub(super) fn is_turned(seen: &str) -> bool {
    let (right_to_left, left_to_right) = seen.chars().fold((0, 0), |(one, other), c| {
        (one + usize::from(is_right_to_left(c)), other + usize::from(is_left_to_right(c)))
    });
    right_to_left > 0 && right_to_left * 2 >= left_to_right
}

/// The stretches of one direction each, and whether it is from right to left, as it is of most of the line if `usual`.
/// What has no direction of its own goes with its neighbours, or with the usual one between two that differ (Unicode
/// Standard Annex 9, rules N1 and N2).
fn stretches(seen: &str, usual: bool) -> Vec<(bool, &str)> {
    let mut stretches = Vec::new();
    let mut start = 0;
    let mut turned = usual;
    // Behind the last letter or figure of the stretch.
    let mut certain = 0;
    for (at, c) in seen.char_indices() {
        let strong = if is_right_to_left(c) {
            true
        } else if is_left_to_right(c) || c.is_numeric() {
            false
        } else {
            continue;
        };
        if strong != turned {
            let cut = if turned == usual { at } else { certain };
            stretches.push((turned, &seen[start..cut]));
            (start, turned) = (cut, strong);
        }
        certain = at + c.len_utf8();
    }
    let cut = if turned == usual { seen.len() } else { certain };
    stretches.extend([(turned, &seen[start..cut]), (usual, &seen[cut..])]);
    stretches
}

fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}')
        && !matches!(c, '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}')
}

fn is_left_to_right(c: char) -> bool {
    c.is_alphabetic() && !is_right_to_left(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(seen: &str, expect: &str) {
        assert_eq!(logical(seen), expect);
    }

    #[test]
    fn order_of_reading() {
        check("talks (2025)", "talks (2025)");
        check("םלוע םולש", "שלום עולם");
        check("2025 םולש", "שלום 2025");
        check("םולש talks in London םלוע", "עולם talks in London שלום");
        check("the word םולש here and there", "the word שלום here and there");
        check(".םולש", "שלום.");
        check("the ministers and the envoys םולש", "the ministers and the envoys שלום");
        check("the ministers, «the envoys» ؛ םולש – here", "the ministers, «the envoys» שלום ؛ – here");
        check("םולש the ministers and the envoys", "שלום the ministers and the envoys");
    }
}
