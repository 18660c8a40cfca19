//! Versions of a document: a newer one takes an older one's place and its excerpts with it.
//!
//! Words that stand in the newer version are from now on quoted from there; positions and notes that rest on them
//! rest on the same excerpt. Words that are not found there stay with the version that has them and are orphans
//! until somebody says which words stand for them now.

use super::{Source, SourceState, Structure};
use crate::content::ContentHash;
use crate::dossier::Dossier;
use crate::error::{Error, Result};
use crate::excerpts::anchor::{self, Anchor};
use crate::excerpts::carry::carry;
use crate::excerpts::{Excerpt, Verification};
use crate::ids::{ExcerptId, SourceId};
use crate::store::content;
use crate::store::row::Stored;
use crate::transact::{Done, Op, Stamp, Tx};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};

/// What came of putting a newer version in an older one's place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Superseded {
    /// The older version.
    pub source: Source,
    /// How many excerpts are now the newer version's.
    pub carried: u32,
    /// How many were not found in it and wait to be placed by hand.
    pub orphans: u32,
}

/// The sources that the source `?1` takes the place of, the nearest first.
const EARLIER: &str = "WITH RECURSIVE earlier (id) AS (
    SELECT id FROM source WHERE superseded_by = ?1
    UNION SELECT source.id FROM source JOIN earlier ON source.superseded_by = earlier.id
  ) SELECT id FROM earlier";

/// Which excerpts are shown with the source of a numbered parameter: its own, and the orphans of its earlier versions,
/// which are to be placed in it.
pub(crate) fn shown_with(parameter: &str) -> String {
    let earlier = EARLIER.replace("?1", parameter);
    format!("(excerpt.source = {parameter} OR (excerpt.orphan = 1 AND excerpt.source IN ({earlier})))")
}

impl Dossier {
    /// Says that `newer` takes the place of the source, and carries its excerpts over.
    pub fn supersede_source(
        &mut self,
        id: SourceId,
        newer: SourceId,
        stamp: &Stamp,
    ) -> Result<Done<Superseded>> {
        self.transact(Op::SupersedeSource, stamp, |tx| tx.supersede_source(id, newer))
    }

    /// Says which words of a source stand for an excerpt whose own are not found there.
    pub fn place_excerpt(
        &mut self,
        id: ExcerptId,
        source: SourceId,
        (start, end): (u32, u32),
        stamp: &Stamp,
    ) -> Result<Done<Excerpt>> {
        self.transact(Op::PlaceExcerpt, stamp, |tx| tx.place_excerpt(id, source, (start, end)))
    }
}

impl Tx<'_> {
    fn supersede_source(&mut self, id: SourceId, newer: SourceId) -> Result<Superseded> {
        let mut source = Source::get(self.connection, id)?;
        let by = Source::get(self.connection, newer)?;
        if source.superseded_by == Some(newer) {
            return Ok(Superseded { source, carried: 0, orphans: 0 });
        }
        if source.state == SourceState::Superseded {
            return Err(Error::rule(format!(
                "“{}” has a newer version already. Reinstate it first, or say it of that version.",
                source.title
            )));
        }
        let mut earlier = earlier(self.connection, id)?;
        if newer == id || earlier.contains(&newer) {
            return Err(Error::rule(format!("“{}” cannot be a newer version of itself.", by.title)));
        }
        let into = Version::of(self.connection, &by)?;
        if !into.structure.numbers.is_empty() {
            return Err(Error::rule(format!(
                "Only passages of “{}” are in the dossier. Import the document itself first.",
                by.title
            )));
        }
        earlier.insert(0, id);
        let (mut carried, mut orphans) = (0, 0);
        for version in earlier {
            let from = Version::of(self.connection, &Source::get(self.connection, version)?)?;
            for mut excerpt in Excerpt::select(self.connection, "WHERE source = ? ORDER BY n", [version])? {
                // What stayed with a version before this one was an orphan there already.
                if let Some(place) = carry(&from.text, &into.text, &excerpt.anchor()) {
                    into.take(&mut excerpt, newer, place)?;
                    carried += 1;
                } else {
                    excerpt.orphan = true;
                    orphans += 1;
                }
                self.put(&excerpt)?;
            }
        }
        source.state = SourceState::Superseded;
        source.superseded_by = Some(newer);
        self.about(source.title.clone());
        self.put(&source)?;
        Ok(Superseded { source, carried, orphans })
    }

    /// Lets both versions stand. Excerpts that were carried over stay where they are: their words are there too.
    pub(super) fn stand_beside(&mut self, source: &mut Source) -> Result<()> {
        let text = content::read_text(self.connection, &source.text)?;
        for mut excerpt in Excerpt::select(self.connection, "WHERE source = ? AND orphan = 1", [source.id])? {
            if anchor::describe(&text, excerpt.start, excerpt.end)
                .is_some_and(|there| there.quote == excerpt.quote)
            {
                excerpt.orphan = false;
                self.put(&excerpt)?;
            }
        }
        source.superseded_by = None;
        Ok(())
    }

    fn place_excerpt(&mut self, id: ExcerptId, source: SourceId, place: (u32, u32)) -> Result<Excerpt> {
        let mut excerpt = Excerpt::get(self.connection, id)?;
        let by = Source::get(self.connection, source)?;
        if excerpt.source != source && !earlier(self.connection, source)?.contains(&excerpt.source) {
            return Err(Error::rule(format!("“{}” is no newer version of the excerpt’s source.", by.title)));
        }
        Version::of(self.connection, &by)?.take(&mut excerpt, source, place)?;
        self.about(excerpt.short_quote());
        self.put(&excerpt)?;
        Ok(excerpt)
    }
}

/// A source's text, to take passages from.
struct Version {
    text: String,
    structure: Structure,
}

impl Version {
    fn of(connection: &Connection, source: &Source) -> Result<Self> {
        Ok(Self {
            text: content::read_text(connection, &source.text)?,
            structure: serde_json::from_slice(&content::read(connection, &source.structure)?)?,
        })
    }

    /// Makes the excerpt one of this text. Words that nobody has looked at are not verified.
    fn take(&self, excerpt: &mut Excerpt, source: SourceId, (start, end): (u32, u32)) -> Result<()> {
        let anchor = anchor::describe(&self.text, start, end)
            .ok_or_else(|| Error::rule("The passage lies outside the source’s text."))?;
        if anchor.quote != excerpt.quote && excerpt.verification == Verification::Verified {
            excerpt.verification = Verification::Unverified;
        }
        excerpt.source = source;
        excerpt.page = self.structure.page_of(start);
        excerpt.orphan = false;
        excerpt.quote_hash = ContentHash::of(anchor.quote.as_bytes());
        Anchor {
            start: excerpt.start,
            end: excerpt.end,
            quote: excerpt.quote,
            prefix: excerpt.prefix,
            suffix: excerpt.suffix,
        } = anchor;
        Ok(())
    }
}

/// The sources whose place this one takes.
fn earlier(connection: &Connection, id: SourceId) -> Result<Vec<SourceId>> {
    let mut statement = connection.prepare_cached(EARLIER)?;
    let found = statement.query_map([id], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::positions::queries::PositionFilter;
    use crate::positions::{Relation, Stance};
    use crate::testing::Desk;

    const OLDER: &str = "The ministers met in London on Wednesday. They would not recognise the border, said the minister. \
        Guarantees come first, and a ceasefire after them. The talks go on.";
    const NEWER: &str = "Corrected. The ministers met in London on Wednesday. They would not recognise the border, said the \
        envoy. Guarantees come first, then a ceasefire. The talks go on.";
    const NEWEST: &str = "The ministers met in London on Wednesday. Guarantees come first, and a ceasefire after them. The \
        talks go on. So it was said again.";

    /// Excerpts by their words, whose source and whether they are orphans.
    fn excerpts(desk: &Desk) -> Vec<(String, SourceId, bool)> {
        let rows = desk.dossier.excerpts(None).unwrap();
        rows.into_iter()
            .map(|row| (row.excerpt.quote, row.excerpt.source, row.excerpt.orphan))
            .rev()
            .collect()
    }

    #[test]
    fn what_is_found_moves_and_what_is_not_stays_where_it_stands() {
        let mut desk = Desk::new();
        let (older, newer, newest) =
            (desk.source("A", OLDER), desk.source("B", NEWER), desk.source("C", NEWEST));
        let border = "They would not recognise the border, said";
        let guarantees = "Guarantees come first, and a ceasefire after them.";
        let kept = [desk.excerpt(older, border), desk.excerpt(older, guarantees)];
        let actor = desk.actor("State", None);
        let issue = desk.issue("Border", None);
        let evidence = kept.map(|excerpt| crate::testing::evidence(excerpt, Relation::Supports)).to_vec();
        let position = desk
            .position_with(&[actor], issue, Stance::Opposes, "2025-04", |facts| facts.evidence = evidence);
        let before = excerpts(&desk);

        let done = desk.dossier.supersede_source(older, newer, &desk.stamp).unwrap().value;
        assert_eq!((done.carried, done.orphans, done.source.superseded_by), (1, 1, Some(newer)));
        let after = [(border.to_owned(), newer, false), (guarantees.to_owned(), older, true)];
        assert_eq!(excerpts(&desk), after);
        let evidence = |desk: &Desk| desk.dossier.position(position).unwrap().evidence.len();
        assert_eq!(evidence(&desk), 2, "positions keep what shows them");
        let shown: Vec<_> = desk.dossier.excerpts(Some(newer)).unwrap();
        assert_eq!(
            shown.iter().map(|row| row.excerpt.id).collect::<Vec<_>>(),
            [kept[1], kept[0]],
            "orphans first"
        );
        let resting = PositionFilter { source: Some(newer), ..PositionFilter::default() };
        assert_eq!(desk.dossier.positions(&resting).unwrap().len(), 1);
        assert!(desk.dossier.supersede_source(older, newest, &desk.stamp).is_err(), "it has a newer version");
        assert!(desk.dossier.supersede_source(newer, older, &desk.stamp).is_err(), "a ring");
        assert!(desk.dossier.supersede_source(newest, newest, &desk.stamp).is_err(), "itself");

        // A third version has the words again that the second had lost.
        let done = desk.dossier.supersede_source(newer, newest, &desk.stamp).unwrap().value;
        assert_eq!((done.carried, done.orphans), (1, 1));
        assert_eq!(
            excerpts(&desk),
            [(border.to_owned(), newer, true), (guarantees.to_owned(), newest, false)]
        );

        desk.dossier.undo().unwrap();
        assert_eq!(excerpts(&desk), after);
        desk.dossier.undo().unwrap();
        assert_eq!(excerpts(&desk), before);
        desk.dossier.redo().unwrap();
        assert_eq!((excerpts(&desk).as_slice(), evidence(&desk)), (after.as_slice(), 2));
    }

    #[test]
    fn an_orphan_is_placed_by_hand() {
        let mut desk = Desk::new();
        let (older, newer) = (desk.source("A", OLDER), desk.source("B", NEWER));
        let kept = desk.excerpt(older, "Guarantees come first, and a ceasefire after them.");
        let place = |words: &str| {
            let start = NEWER[..NEWER.find(words).unwrap()].chars().count() as u32;
            (start, start + words.chars().count() as u32)
        };
        let now = place("Guarantees come first, then a ceasefire.");
        assert!(desk.dossier.place_excerpt(kept, newer, now, &desk.stamp).is_err(), "no version of it yet");
        desk.dossier.supersede_source(older, newer, &desk.stamp).unwrap();
        assert!(
            desk.dossier.place_excerpt(kept, newer, (5, 9_999), &desk.stamp).is_err(),
            "outside the text"
        );
        let placed = desk.dossier.place_excerpt(kept, newer, now, &desk.stamp).unwrap().value;
        assert_eq!(
            (placed.quote.as_str(), placed.orphan),
            ("Guarantees come first, then a ceasefire.", false)
        );
        assert_eq!((placed.source, placed.start), (newer, now.0));
        desk.dossier.undo().unwrap();
        assert!(desk.dossier.excerpt(kept).unwrap().orphan);
        desk.dossier.reinstate_source(older, &desk.stamp).unwrap();
        let source = desk.dossier.source(older).unwrap();
        assert_eq!((source.state, source.superseded_by), (SourceState::Active, None));
        assert!(!desk.dossier.excerpt(kept).unwrap().orphan, "its words stand in its own source");
    }
}
