//! Whose name a name from elsewhere is: of things that are alike but for an accent, the one that is spelt so.

use crate::fold::{folded, spelling};
use std::collections::BTreeMap;

/// Things by their names.
pub(super) struct Names<T> {
    /// By their names folded: how each is spelt, whether it is a name of its own, and whose.
    alike: BTreeMap<String, Vec<(String, Kind, T)>>,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Own,
    Other,
}

impl<T> Default for Names<T> {
    fn default() -> Self {
        Self { alike: BTreeMap::new() }
    }
}

impl<T: Copy + PartialEq> Names<T> {
    /// Adds a thing by its own name.
    pub(super) fn add(&mut self, name: &str, of: T) {
        self.put(name, Kind::Own, of);
    }

    /// Adds another name of a thing, before which the own names of others go.
    pub(super) fn add_other(&mut self, name: &str, of: T) {
        self.put(name, Kind::Other, of);
    }

    fn put(&mut self, name: &str, kind: Kind, of: T) {
        self.alike.entry(folded(name)).or_default().push((spelling(name), kind, of));
    }

    /// Whose it is: of those that are spelt so, then of those that are alike. Nobody's where it could be that of several.
    pub(super) fn find(&self, name: &str) -> Option<T> {
        let (alike, spelt) = (self.alike.get(&folded(name))?, spelling(name));
        let rank = |(other, kind, _): &(String, Kind, T)| (*other != spelt, *kind);
        let best = alike.iter().map(rank).min()?;
        let mut whose = alike.iter().filter(|known| rank(known) == best).map(|(_, _, of)| *of);
        let first = whose.next()?;
        whose.all(|other| other == first).then_some(first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `own` and `others` are names, each with the number of whose it is.
    #[track_caller]
    fn check(own: &[(&str, u8)], others: &[(&str, u8)], name: &str, expect: Option<u8>) {
        let mut names = Names::default();
        for (name, of) in own {
            names.add(name, *of);
        }
        for (name, of) in others {
            names.add_other(name, *of);
        }
        assert_eq!(names.find(name), expect, "{name}");
    }

    #[test]
    fn whose_a_name_is() {
        check(&[("Késsia", 1), ("Kessia", 2)], &[], "Kessia", Some(2));
        check(&[("Késsia", 1), ("Kessia", 2)], &[], "KÉSSIA", Some(1));
        check(&[("Késsia", 1)], &[], "Kessia", Some(1));
        check(&[("Orland", 1)], &[], "Kessia", None);
        // What could be either is neither.
        check(&[("Késsia", 1), ("Kèssia", 2)], &[], "Kessia", None);
        check(&[("Kessia", 1), ("Kessia", 2)], &[], "Kessia", None);
        check(&[("Kessia", 1), ("Kessia", 1)], &[], "Kessia", Some(1));
    }

    #[test]
    fn own_names_go_before_others_and_spelling_before_both() {
        check(&[("Kessia", 1)], &[("Kessia", 2)], "Kessia", Some(1));
        check(&[("Orland", 1)], &[("Orland", 1), ("Kessia", 1)], "Kessia", Some(1));
        check(&[], &[("The capital", 1), ("The capital", 2)], "The capital", None);
        check(&[("Késsia", 1)], &[("Kessia", 2)], "Kessia", Some(2));
        check(&[("Késsia", 1)], &[("Kèssia", 2)], "Kessia", Some(1));
    }
}
