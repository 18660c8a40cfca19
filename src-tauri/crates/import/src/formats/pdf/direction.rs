//! Scripts that are written from right to left. A page has its letters where they are seen; a text has them in the
//! order in which they are read.

/// Text in the order of reading, out of a line as it is seen from left to right.
pub(super) fn logical(seen: &str) -> String {
    let (right_to_left, left_to_right) = seen.chars().fold((0, 0), |(one, other), c| {
        (one + usize::from(is_right_to_left(c)), other + usize::from(is_left_to_right(c)))
    });
    if right_to_left == 0 {
        return seen.to_owned();
    }
    let mut stretches = stretches(seen);
    if right_to_left * 2 >= left_to_right {
        stretches.reverse();
    }
    stretches
        .into_iter()
        .map(|(turned, text)| if turned { text.chars().rev().collect() } else { text.to_owned() })
        .collect()
}

/// The stretches of one direction each; what has none of its own goes with the right-to-left ones around it, and with
/// numbers and words of the other direction only between them.
fn stretches(seen: &str) -> Vec<(bool, &str)> {
    let mut stretches = Vec::new();
    let mut start = 0;
    let mut turned = true;
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
            // What lies between a word to the left and one to the right belongs to the one to the right-to-left.
            let cut = if turned { at } else { certain };
            if cut > start {
                stretches.push((turned, &seen[start..cut]));
            }
            (start, turned) = (cut, strong);
        }
        certain = at + c.len_utf8();
    }
    let cut = if turned { seen.len() } else { certain };
    if cut > start {
        stretches.push((turned, &seen[start..cut]));
    }
    if seen.len() > cut {
        stretches.push((true, &seen[cut..]));
    }
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
    }
}
