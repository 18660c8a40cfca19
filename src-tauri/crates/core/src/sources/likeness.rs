//! Sources that say nearly the same: an article that came twice, a statement and its copy in the press.
//!
//! A text is known by its runs of four words, and two texts are as alike as the share of runs they have in common
//! (Broder, *On the resemblance and containment of documents*, 1997). Of each text only the runs with the least
//! hashes are kept, which is a fair sample of them: a thousand texts are compared in the blink of an eye.

use super::Source;
use crate::content::ContentHash;
use crate::dossier::Dossier;
use crate::error::{Error, Result};
use crate::ids::SourceId;
use crate::store::content;
use serde::{Deserialize, Serialize};

/// How many words make a run.
const RUN: usize = 4;

/// How many runs are kept: with so many, two texts in three are judged within three points of a hundred.
const KEPT: usize = 256;

/// Texts of fewer runs than this are alike by chance.
const FEW: usize = 16;

/// From here on two sources are pointed out, in hundredths of their runs.
const ALIKE: u8 = 50;

/// After so many of their least runs two texts that are to be pointed out have so many in common, but for one pair in
/// 50,000: most have less, and a glance tells.
const GLANCES: [(usize, usize); 2] = [(16, 1), (64, 16)];

/// A text, as far as likeness goes: the least hashes of its runs, from the least up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sketch(Box<[u64]>);

impl Sketch {
    /// The sketch of a text. Case, punctuation and layout do not count.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut least = Vec::with_capacity(4 * KEPT);
        let mut bound = u64::MAX;
        let (mut run, mut words) = ([0; RUN], 0);
        each_word(text, |word| {
            run.rotate_left(1);
            run[RUN - 1] = word;
            words += 1;
            let hash = run.iter().fold(SEED, |hash, word| mixed(hash.rotate_left(7) ^ word));
            if words >= RUN && hash < bound {
                least.push(hash);
                if least.len() == 4 * KEPT {
                    bound = settle(&mut least);
                }
            }
        });
        settle(&mut least);
        Self(least.into_boxed_slice())
    }

    /// How alike two texts are, in hundredths; 0 for texts too short to tell.
    #[must_use]
    pub fn likeness(&self, other: &Self) -> u8 {
        self.likeness_after(&[], other).unwrap_or(0)
    }

    /// Of other texts those to point out, with how alike they are.
    pub fn alike<'a, T>(
        &'a self,
        others: impl Iterator<Item = (T, &'a Self)> + 'a,
    ) -> impl Iterator<Item = (T, u8)> + 'a {
        others.filter_map(|(text, other)| {
            let likeness = self.likeness_after(&GLANCES, other)?;
            (likeness >= ALIKE).then_some((text, likeness))
        })
    }

    /// How alike two texts are, unless one of the glances tells that they are not.
    fn likeness_after(&self, glances: &[(usize, usize)], other: &Self) -> Option<u8> {
        let (one, two) = (&*self.0, &*other.0);
        if one.len().min(two.len()) < FEW {
            return Some(0);
        }
        let (mut at, mut over, mut seen, mut shared) = (0, 0, 0, 0);
        for (until, least) in glances.iter().copied().chain([(KEPT, 0)]) {
            // Without a branch on which of the two is less, which nobody can foresee.
            while seen < until
                && let (Some(run), Some(other)) = (one.get(at), two.get(over))
            {
                shared += usize::from(run == other);
                at += usize::from(run <= other);
                over += usize::from(other <= run);
                seen += 1;
            }
            if seen == until && shared < least {
                return None;
            }
        }
        // What one of them has left is in that one alone.
        let left = (one.len() - at) + (two.len() - over);
        let seen = KEPT.min(seen + left);
        u8::try_from(shared * 100 / seen).ok()
    }
}

/// A source that says nearly the same as another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Alike {
    /// The source.
    pub source: SourceId,
    /// Its title.
    pub title: String,
    /// How alike, in hundredths.
    pub likeness: u8,
}

impl Dossier {
    /// The texts of all sources that came in after the one numbered `after`, by number.
    pub fn source_texts(&self, after: i64) -> Result<Vec<(i64, SourceId, ContentHash)>> {
        let mut statement =
            self.store.connection.prepare_cached("SELECT n, id, text FROM source WHERE n > ? ORDER BY n")?;
        let texts = statement.query_map([after], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        Ok(texts.collect::<rusqlite::Result<_>>()?)
    }

    /// The sketch of a text that is kept here.
    pub fn sketch(&self, text: &ContentHash) -> Result<Sketch> {
        Ok(Sketch::of(&content::read_text(&self.store.connection, text)?))
    }

    /// Of sources that are alike to `source` those to point out, the likest first. Versions and translations of one
    /// another are known to be alike, and one may have gone since.
    pub fn alike(&self, source: &Source, likeness: &[(SourceId, u8)]) -> Result<Vec<Alike>> {
        let mut alike = Vec::new();
        for (id, likeness) in likeness.iter().filter(|(id, _)| *id != source.id) {
            let other = match self.source(*id) {
                Err(Error::NotFound { .. }) => continue,
                other => other?,
            };
            let refers = |one: &Source, to: &Source| {
                one.superseded_by == Some(to.id) || one.translation_of == Some(to.id)
            };
            if !refers(source, &other) && !refers(&other, source) {
                alike.push(Alike { source: *id, title: other.title, likeness: *likeness });
            }
        }
        alike.sort_by_key(|one| std::cmp::Reverse(one.likeness));
        Ok(alike)
    }
}

const SEED: u64 = 0xcbf2_9ce4_8422_2325;

/// Leaves the least hashes, each once, from the least up. From the answer on, none is among them.
fn settle(hashes: &mut Vec<u64>) -> u64 {
    hashes.sort_unstable();
    hashes.dedup();
    hashes.truncate(KEPT);
    hashes.get(KEPT - 1).copied().unwrap_or(u64::MAX)
}

/// The hash of each word, in small letters. Letters of scripts without spaces are words of their own.
fn each_word(text: &str, mut told: impl FnMut(u64)) {
    let apart =
        |c: char| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{0e00}'..='\u{0eff}');
    let and = |hash: u64, c: char| (hash ^ u64::from(u32::from(c))).wrapping_mul(0x0100_0000_01b3);
    let mut open: Option<u64> = None;
    for c in text.chars() {
        let hash = open.unwrap_or(SEED);
        if c.is_ascii_alphanumeric() {
            open = Some(and(hash, c.to_ascii_lowercase()));
        } else if c.is_ascii() || !c.is_alphanumeric() {
            open.take().into_iter().for_each(&mut told);
        } else if apart(c) {
            open.take().into_iter().for_each(&mut told);
            told(mixed(SEED ^ u64::from(u32::from(c))));
        } else {
            open = Some(c.to_lowercase().fold(hash, and));
        }
    }
    open.into_iter().for_each(told);
}

/// Spreads what differs over all bits (the finish of `SplitMix64`), so that the least hashes are drawn without favour.
fn mixed(hash: u64) -> u64 {
    let hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^ (hash >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::Desk;
    use proptest::prelude::*;

    /// Words without a pattern, the same every time.
    fn prose(from: u32, count: u32) -> Vec<String> {
        (from..from + count).map(|n| format!("w{}", mixed(u64::from(n)) % 5_000)).collect()
    }

    #[track_caller]
    fn check(one: &[String], other: &[String], expect: std::ops::RangeInclusive<u8>) {
        let likeness = Sketch::of(&one.join(" ")).likeness(&Sketch::of(&other.join(" ")));
        assert!(expect.contains(&likeness), "{likeness} is not in {expect:?}");
    }

    #[test]
    fn as_alike_as_the_runs_in_common() {
        let text = prose(0, 1_200);
        check(&text, &text, 100..=100);
        check(&text, &prose(9_000, 1_200), 0..=2);
        // Half of one is half of the other: a third of all runs.
        check(&text, &prose(600, 1_200), 27..=40);
        check(&text, &prose(0, 600), 43..=57);
        // One word in twenty changed.
        let changed: Vec<String> = text
            .iter()
            .enumerate()
            .map(|(at, word)| if at % 20 == 7 { "other".into() } else { word.clone() })
            .collect();
        check(&text, &changed, 60..=74);
        check(&prose(0, 12), &prose(0, 12), 0..=0);
    }

    #[test]
    fn layout_and_case_do_not_count() {
        let text = prose(0, 60);
        let other: Vec<String> = text.iter().map(|word| format!("“{}”,\n", word.to_uppercase())).collect();
        check(&text, &other, 100..=100);
        let chinese =
            |from: u32| (from..from + 80).filter_map(|n| char::from_u32(0x4e00 + n * 37)).collect::<String>();
        assert!(
            Sketch::of(&chinese(0)).likeness(&Sketch::of(&chinese(4))) > 80,
            "no spaces, words all the same"
        );
    }

    proptest! {
        #[test]
        fn likeness_is_mutual_and_of_a_text_with_itself_whole(one in "[a-c ]{0,400}", other in "[a-c ]{0,400}") {
            let (one, other) = (Sketch::of(&one), Sketch::of(&other));
            prop_assert_eq!(one.likeness(&other), other.likeness(&one));
            prop_assert!([0, 100].contains(&one.likeness(&one)));
        }
    }

    /// How many pairs of texts are pointed out, of 100 with that share of other words.
    fn pointed_out(changed: u32) -> usize {
        pairs(changed).filter(|(one, other)| one.alike([((), other)].into_iter()).count() == 1).count()
    }

    /// How many are alike enough, looked at to the end.
    fn alike_enough(changed: u32) -> usize {
        pairs(changed).filter(|(one, other)| one.likeness(other) >= ALIKE).count()
    }

    fn pairs(changed: u32) -> impl Iterator<Item = (Sketch, Sketch)> {
        let pair = move |number: u32| {
            let text = prose(number * 10_000, 600);
            let moved = |(at, word): (usize, &String)| {
                let is_changed = mixed(at as u64 + u64::from(number) * 600) % 100 < u64::from(changed);
                if is_changed { format!("x{at}") } else { word.clone() }
            };
            let other: Vec<String> = text.iter().enumerate().map(moved).collect();
            (Sketch::of(&text.join(" ")), Sketch::of(&other.join(" ")))
        };
        (0..100).map(pair)
    }

    #[test]
    fn a_glance_overlooks_none_that_is_alike() {
        assert_eq!([pointed_out(0), pointed_out(3)], [100, 100]);
        // Some of these share half of their runs and more, some less: a glance settles none that is close.
        assert_eq!(pointed_out(7), alike_enough(7));
        assert_eq!([pointed_out(40), pointed_out(100)], [0, 0]);
    }

    #[test]
    fn versions_of_one_another_are_not_pointed_out() {
        let mut desk = Desk::new();
        let text = prose(0, 100).join(" ");
        let (one, other) = (desk.source("One", &text), desk.source("Other", &format!("{text} again")));
        let source = desk.dossier.source(one).unwrap();
        let found = |desk: &Desk| desk.dossier.alike(&source, &[(one, 100), (other, 97)]).unwrap();
        assert_eq!(found(&desk), [Alike { source: other, title: "Other".into(), likeness: 97 }]);
        desk.dossier.supersede_source(other, one, &desk.stamp).unwrap();
        assert_eq!(found(&desk), []);
    }
}
