//! Words that were recognised in the pictures of a source's pages. They come into its text beside what was there; the
//! bytes stay as they are, and so do the words of all other pages.

use super::{NewSource, Source, Structure};
use crate::content::ContentHash;
use crate::dossier::Dossier;
use crate::error::{Error, Result};
use crate::excerpts::Excerpt;
use crate::excerpts::carry::carry;
use crate::ids::SourceId;
use crate::store::content;
use crate::store::row::Stored;
use crate::transact::{Done, Op, Stamp, Tx};

impl Dossier {
    /// Takes in a source as it reads with the words that were recognised on its pages. What the words tell of it, such
    /// as its date, fills what is not known and replaces what was guessed.
    pub fn recognise_source(
        &mut self,
        id: SourceId,
        read: &NewSource,
        stamp: &Stamp,
    ) -> Result<Done<Source>> {
        self.transact(Op::RecogniseSource, stamp, |tx| tx.recognise_source(id, read))
    }
}

impl Tx<'_> {
    fn recognise_source(&mut self, id: SourceId, read: &NewSource) -> Result<Source> {
        let mut source = Source::get(self.connection, id)?;
        if ContentHash::of(&read.original) != source.original {
            return Err(Error::rule("These are not the pages of that source."));
        }
        let (text, structure) = (&source.text, &source.structure);
        let older = Reading::of(
            content::read_text(self.connection, text)?,
            serde_json::from_slice(&content::read(self.connection, structure)?)?,
        );
        self.carry_excerpts(id, &older, &Reading::of(read.text.clone(), read.structure.clone()))?;
        source.text = self.keep_text(&read.text)?;
        source.structure = self.keep(&serde_json::to_vec(&read.structure)?)?;
        source.characters = read.text.chars().count() as u32;
        source.recognised.clone_from(&read.recognised);
        source.warnings.clone_from(&read.warnings);
        source.learn(read);
        self.about(source.title.clone());
        self.put(&source)?;
        Ok(source)
    }

    /// Excerpts stand where their words stand now. Those of pages that were recognised anew may have lost theirs.
    fn carry_excerpts(&mut self, id: SourceId, older: &Reading, newer: &Reading) -> Result<()> {
        for mut excerpt in
            Excerpt::select(self.connection, "WHERE source = ? AND orphan = 0 ORDER BY n", [id])?
        {
            let on_its_page = older.same_page(newer, (excerpt.start, excerpt.end));
            match on_its_page.or_else(|| carry(&older.text, &newer.text, &excerpt.anchor())) {
                Some((start, end)) => {
                    (excerpt.start, excerpt.end) = (start, end);
                    excerpt.page = newer.structure.page_of(start);
                }
                None => excerpt.orphan = true,
            }
            self.put(&excerpt)?;
        }
        Ok(())
    }
}

/// A source's text as it was read once.
struct Reading {
    text: String,
    letters: Vec<char>,
    structure: Structure,
}

impl Reading {
    fn of(text: String, structure: Structure) -> Self {
        Self { letters: text.chars().collect(), text, structure }
    }

    /// Where a passage stands in another reading whose same page has just the same words.
    fn same_page(&self, other: &Self, (start, end): (u32, u32)) -> Option<(u32, u32)> {
        let number = self.structure.page_of(start)?;
        let (at, page) = self.page(number)?;
        let (other_at, other_page) = other.page(number)?;
        let inside = (end - at) as usize <= page.len();
        (inside && page == other_page).then(|| (start - at + other_at, end - at + other_at))
    }

    /// The words of a page without the space behind them, and where they begin.
    fn page(&self, number: u32) -> Option<(u32, &[char])> {
        let (start, end) = self.structure.range_of_page(number, self.letters.len() as u32)?;
        let page = self.letters.get(start as usize..end as usize)?;
        let last = page.iter().rposition(|c| !c.is_whitespace()).map_or(0, |at| at + 1);
        Some((start, &page[..last]))
    }
}

impl Source {
    fn learn(&mut self, read: &NewSource) {
        let mut guessed = std::mem::take(&mut self.guessed);
        let mut open = |field: &str, known: bool| {
            let open = !known || guessed.iter().any(|name| name == field);
            guessed.retain(|name| !open || name != field);
            if open && read.guessed.iter().any(|name| name == field) {
                guessed.push(field.to_owned());
            }
            open
        };
        if open("title", true) {
            self.title.clone_from(&read.title);
        }
        if read.published.is_some() && open("published", self.published.is_some()) {
            self.published = read.published;
        }
        if read.language.is_some() && open("language", self.language.is_some()) {
            self.language.clone_from(&read.language);
        }
        self.guessed = guessed;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sources::ops::SourceFacts;
    use crate::sources::{PageNumbers, PageStart, SourceKind};
    use crate::testing::Desk;

    const FIRST: &str = "The ministers met in London on Wednesday.";
    const THIRD: &str = "They will meet again before the summer, said the envoy.";
    const SECOND: &str = "Guarantees come first, and a ceasefire after them.";

    fn pages(starts: &[usize]) -> Structure {
        let page =
            |(number, start): (usize, &usize)| PageStart { start: *start as u32, label: number.to_string() };
        Structure { pages: (1..).zip(starts).map(page).collect(), ..Structure::default() }
    }

    /// A source of three pages whose second is a picture, and how it reads when that was recognised.
    fn scanned() -> (Desk, SourceId, NewSource) {
        let mut desk = Desk::new();
        let text = format!("{FIRST}\n\n{THIRD}");
        let third = FIRST.len() + 2;
        let mut new = None;
        let source = desk.source_with("talks 3", &text, |it| {
            it.structure = Structure { pictured: vec![2], ..pages(&[0, third, third]) };
            it.guessed = vec!["title".to_owned()];
            it.warnings = vec!["Page 2 is a picture.".to_owned()];
            new = Some(it.clone());
        });
        let read = NewSource {
            title: "Record of the talks".to_owned(),
            text: format!("{FIRST}\n\n{SECOND}\n\n{THIRD}"),
            structure: pages(&[0, third, third + SECOND.len() + 2]),
            published: "2025-04".parse().ok(),
            recognised: PageNumbers::of(vec![2]),
            guessed: vec!["title".to_owned(), "published".to_owned()],
            warnings: vec!["Page 2 was recognised.".to_owned()],
            ..new.expect("it was made")
        };
        (desk, source, read)
    }

    #[test]
    fn recognised_words_come_in_and_excerpts_keep_theirs() {
        let (mut desk, source, read) = scanned();
        let kept = [desk.excerpt(source, "London"), desk.excerpt(source, "They will")];
        let places = |desk: &Desk| {
            kept.map(|id| {
                let excerpt = desk.dossier.excerpt(id).unwrap();
                (excerpt.start, excerpt.page, excerpt.orphan, excerpt.quote)
            })
        };
        let before = (desk.dossier.source(source).unwrap(), places(&desk));
        let word = SECOND.split_whitespace().last().unwrap();
        let found = |desk: &Desk| desk.dossier.search(&format!("{word} in:sources"), 5).unwrap().len();
        assert_eq!(found(&desk), 0);

        let after = desk.dossier.recognise_source(source, &read, &desk.stamp).unwrap().value;
        assert_eq!(desk.dossier.source_text(&after).unwrap(), read.text);
        assert_eq!(
            (after.title.as_str(), after.original.clone()),
            ("Record of the talks", before.0.original.clone())
        );
        assert_eq!(after.guessed, ["title", "published"]);
        assert_eq!(
            (after.is_recognised(Some(2)), after.is_recognised(Some(1)), after.is_recognised(None)),
            (true, false, false)
        );
        let [first, third] = places(&desk);
        assert_eq!(first, before.1[0]);
        assert_eq!((third.1, third.2), (Some(3), false));
        let moved = (SECOND.len() + 2) as u32;
        assert_eq!((third.0, &third.3), (before.1[1].0 + moved, &before.1[1].3));

        assert_eq!(found(&desk), 1, "the new words are searched");

        desk.dossier.undo().unwrap();
        assert_eq!((desk.dossier.source(source).unwrap(), places(&desk)), before);
        assert_eq!(found(&desk), 0);
        desk.dossier.redo().unwrap();
        assert_eq!(desk.dossier.source(source).unwrap(), after);
    }

    #[test]
    fn what_a_person_said_of_a_source_stands() {
        let (mut desk, source, mut read) = scanned();
        let title = "Talks in London".to_owned();
        let facts = SourceFacts {
            title: title.clone(),
            publisher: None,
            authors: Vec::new(),
            published: None,
            accessed: None,
            url: None,
            kind: SourceKind::Report,
            language: None,
            reliability: None,
            marking: None,
            translation_of: None,
        };
        desk.dossier.edit_source(source, facts, &desk.stamp).unwrap();
        let after = desk.dossier.recognise_source(source, &read, &desk.stamp).unwrap().value;
        assert_eq!((after.title, after.guessed), (title, vec!["published".to_owned()]));
        read.original.push(0);
        assert!(desk.dossier.recognise_source(source, &read, &desk.stamp).is_err(), "other pages");
    }
}
