//! Passages selected on a source's pages as they look, and passages of its text shown there.

use super::Excerpt;
use super::anchor::Anchor;
use super::on_page::{Letters, locate, locate_across};
use crate::dossier::Dossier;
use crate::error::{Error, Result};
use crate::ids::{ExcerptId, SourceId};
use crate::sources::{Source, Structure};
use crate::store::content;
use crate::store::row::Stored;
use crate::transact::{Done, Op, Stamp, Tx};
use serde::{Deserialize, Serialize};

/// Characters `start..end` of a text, counted in Unicode scalar values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Stretch {
    /// First character.
    pub start: u32,
    /// One past the last character.
    pub end: u32,
}

/// What is selected on one page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct SelectedOnPage {
    /// The page's number, from 1.
    pub page: u32,
    /// The words of the whole page as it is drawn, with its line ends.
    pub text: String,
    /// The selection's first character in them.
    pub start: u32,
    /// One past its last character.
    pub end: u32,
}

/// Words on a page that have no place in the source's text, to be kept all the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct NewPageQuote {
    /// The excerpt's name.
    pub id: ExcerptId,
    /// The source.
    pub source: SourceId,
    /// The page's number, from 1.
    pub page: u32,
    /// The words as they stand on the page.
    pub quote: String,
}

impl Dossier {
    /// Where in the source's text stands what is selected on a page, or on several that follow one another. `None` when
    /// that is not certain.
    pub fn passage_on_pages(&self, id: SourceId, selected: &[SelectedOnPage]) -> Result<Option<Stretch>> {
        let paged = Paged::of(self, id)?;
        let found = match selected {
            [on] => paged
                .letters(on.page)
                .and_then(|text| locate(&Letters::of_page(&on.text), (on.start, on.end), &text)),
            [on, between @ .., last] if selected.is_sorted_by(|page, next| page.page + 1 == next.page) => {
                let whole = between.iter().all(|on| {
                    paged.letters(on.page).is_some_and(|text| text.is_all_of(&Letters::of_page(&on.text)))
                });
                let ends = paged.letters(on.page).zip(paged.letters(last.page)).filter(|_| whole);
                ends.and_then(|(text, last_text)| {
                    let from = (on.text.as_str(), on.start, &text);
                    locate_across(from, (last.text.as_str(), last.end, &last_text))
                })
            }
            _ => None,
        };
        Ok(found.map(|(start, end)| Stretch { start, end }))
    }

    /// Where passages of the source's text stand on a page whose words are `drawn`; of one that goes on over the page,
    /// its part on this one. `None` for each that is not there for certain.
    pub fn passages_on_page(
        &self,
        id: SourceId,
        (page, drawn): (u32, &str),
        passages: &[Stretch],
    ) -> Result<Vec<Option<Stretch>>> {
        let paged = Paged::of(self, id)?;
        let Some(text) = paged.letters(page) else { return Ok(vec![None; passages.len()]) };
        let (first, end) = paged.range(page).unwrap_or_default();
        let drawn = Letters::of_page(drawn);
        let place = |passage: &Stretch| {
            let here = (passage.start.max(first), passage.end.min(end));
            let (start, end) = locate(&text, here, &drawn)?;
            Some(Stretch { start, end })
        };
        Ok(passages.iter().map(place).collect())
    }

    /// Keeps words of a page that have no place in the source's text: with their page, as an orphan.
    pub fn keep_page_quote(&mut self, new: NewPageQuote, stamp: &Stamp) -> Result<Done<Excerpt>> {
        self.transact(Op::KeepExcerpt, stamp, |tx| tx.keep_page_quote(new))
    }
}

impl Tx<'_> {
    fn keep_page_quote(&mut self, new: NewPageQuote) -> Result<Excerpt> {
        let NewPageQuote { id, source, page, quote } = new;
        let quote = quote.split_whitespace().collect::<Vec<_>>().join(" ");
        if let Ok(there) = Excerpt::get(self.connection, id)
            && (there.source, &there.quote) == (source, &quote)
        {
            return Ok(there);
        }
        if quote.is_empty() {
            return Err(Error::rule("There are no words in the selection."));
        }
        let from = Source::get(self.connection, source)?;
        let structure: Structure = serde_json::from_slice(&content::read(self.connection, &from.structure)?)?;
        let (at, _) = structure
            .range_of_page(page, from.characters)
            .ok_or_else(|| Error::rule(format!("“{}” has no page {page}.", from.title)))?;
        // No characters of the text: it is listed with its page, and shown as what it is.
        let (prefix, suffix) = (String::new(), String::new());
        let anchor = Anchor { start: at, end: at, quote, prefix, suffix };
        let kept = Excerpt::kept(id, source, anchor, Some(page), self.stamp.at);
        let excerpt = Excerpt { orphan: true, ..kept };
        self.about(excerpt.short_quote());
        self.insert(&excerpt)?;
        Ok(excerpt)
    }
}

/// A source's text by its pages.
struct Paged {
    text: String,
    structure: Structure,
    characters: u32,
}

impl Paged {
    fn of(dossier: &Dossier, id: SourceId) -> Result<Self> {
        let source = dossier.source(id)?;
        let text = dossier.source_text(&source)?;
        Ok(Self { text, structure: dossier.source_structure(&source)?, characters: source.characters })
    }

    fn range(&self, page: u32) -> Option<(u32, u32)> {
        self.structure.range_of_page(page, self.characters)
    }

    fn letters(&self, page: u32) -> Option<Letters> {
        let (start, end) = self.range(page)?;
        let text: String = self.text.chars().skip(start as usize).take((end - start) as usize).collect();
        Some(Letters::of_text(&text, start))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sources::PageStart;
    use crate::testing::Desk;

    const TEXT: &str = "The ministers met in London and agreed on nothing. They will leave unless there is progress within days, it was said.";

    fn desk() -> (Desk, SourceId) {
        let mut desk = Desk::new();
        let second = TEXT.find("gress").unwrap() as u32;
        let pages = [(0, "i"), (second, "ii")].map(|(start, label)| PageStart { start, label: label.into() });
        let source = desk.source_with("Communiqué", TEXT, |new| new.structure.pages = pages.to_vec());
        (desk, source)
    }

    fn selected(page: u32, text: &str, words: &str) -> SelectedOnPage {
        let start = text.find(words).unwrap() as u32;
        SelectedOnPage { page, text: text.into(), start, end: start + words.len() as u32 }
    }

    const PAGES: [&str; 2] = [
        "Record of a meeting\nThe min-\nisters met in London and agreed\non nothing. They will leave unless there is pro-\n1\n",
        "Record of a meeting\ngress within days, it was said.\n2\n",
    ];

    #[test]
    fn what_is_selected_on_a_page_is_found_in_the_text_and_again_on_the_page() {
        let (mut desk, source) = desk();
        let words = |passage: Option<Stretch>| passage.map(|it| &TEXT[it.start as usize..it.end as usize]);
        let one = [selected(1, PAGES[0], "min-\nisters met in London and agreed\non")];
        let found = desk.dossier.passage_on_pages(source, &one).unwrap();
        assert_eq!(words(found), Some("ministers met in London and agreed on"));
        let over = [
            selected(1, PAGES[0], "They will leave unless there is pro-\n1\n"),
            selected(2, PAGES[1], "Record of a meeting\ngress within days"),
        ];
        let found_over = desk.dossier.passage_on_pages(source, &over).unwrap();
        assert_eq!(words(found_over), Some("They will leave unless there is progress within days"));
        let apart = [over[0].clone(), selected(3, PAGES[1], "gress within days")];
        assert_eq!(desk.dossier.passage_on_pages(source, &apart).unwrap(), None, "a page between is missing");
        for nowhere in [selected(1, PAGES[0], "Record of a meeting"), selected(3, PAGES[0], "London")] {
            assert_eq!(desk.dossier.passage_on_pages(source, &[nowhere]).unwrap(), None);
        }

        let Stretch { start, end } = found_over.unwrap();
        let new = crate::excerpts::ops::NewExcerpt { id: desk.id(), source, start, end };
        let kept = desk.dossier.keep_excerpt(&new, &desk.stamp).unwrap().value;
        assert_eq!((kept.page, kept.orphan), (Some(1), false));
        let on_page = |page: u32| {
            let drawn = PAGES[page as usize - 1];
            let places =
                desk.dossier.passages_on_page(source, (page, drawn), &[found_over.unwrap()]).unwrap();
            words_of(drawn, places[0])
        };
        assert_eq!(on_page(1), Some("They will leave unless there is pro"));
        assert_eq!(on_page(2), Some("gress within days"));
    }

    #[test]
    fn what_is_selected_over_many_pages_is_one_passage() {
        let mut desk = Desk::new();
        let text = "The ministers met in London and agreed on nothing. They will leave. Nobody said when.";
        let starts = [0, 38, text.find("Nobody").unwrap() as u32];
        let pages = starts.map(|start| PageStart { start, label: String::new() });
        let source = desk.source_with("Record", text, |new| new.structure.pages = pages.to_vec());
        let drawn = [
            "Record\nThe ministers met in London and agreed\n1\n",
            "Record\non nothing. They will leave.\n2\n",
            "Record\nNobody said when.\n3\n",
        ];
        let all = [
            selected(1, drawn[0], "London and agreed\n1\n"),
            selected(2, drawn[1], drawn[1]),
            selected(3, drawn[2], "Record\nNobody said"),
        ];
        let found = desk.dossier.passage_on_pages(source, &all).unwrap().unwrap();
        let words = &text[found.start as usize..found.end as usize];
        assert_eq!(words, "London and agreed on nothing. They will leave. Nobody said");
        let mut other = all.clone();
        other[1].text = "Record\non nothing. They will not leave.\n2\n".to_owned();
        assert_eq!(
            desk.dossier.passage_on_pages(source, &other).unwrap(),
            None,
            "the page says something else"
        );
    }

    fn words_of(text: &str, passage: Option<Stretch>) -> Option<&str> {
        passage.map(|it| &text[it.start as usize..it.end as usize])
    }

    #[test]
    fn words_without_a_place_are_kept_with_their_page() {
        let (mut desk, source) = desk();
        let new = NewPageQuote { id: desk.id(), source, page: 2, quote: "Record of\n a meeting ".into() };
        let kept = desk.dossier.keep_page_quote(new.clone(), &desk.stamp).unwrap().value;
        assert_eq!((kept.quote.as_str(), kept.page, kept.orphan), ("Record of a meeting", Some(2), true));
        assert_eq!(desk.dossier.keep_page_quote(new.clone(), &desk.stamp).unwrap().value, kept, "again");
        let (no_page, no_words) = (
            NewPageQuote { page: 3, id: desk.id(), ..new.clone() },
            NewPageQuote { quote: " \n".into(), id: desk.id(), ..new },
        );
        assert!(desk.dossier.keep_page_quote(no_page, &desk.stamp).is_err());
        assert!(desk.dossier.keep_page_quote(no_words, &desk.stamp).is_err());
        let placed = desk.dossier.place_excerpt(kept.id, source, (0, 13), &desk.stamp).unwrap().value;
        assert_eq!((placed.quote.as_str(), placed.orphan), ("The ministers", false));
        desk.dossier.undo().unwrap();
        assert_eq!(desk.dossier.excerpt(kept.id).unwrap(), kept);
    }
}
