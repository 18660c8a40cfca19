//! Annex A: sources and passages in the order of their numbers, with the ways back.

use super::Resolver;
use crate::document::{Back, Entry, EvidenceAnnex, Label, SourceEntry};
use crate::words::{Phrase, Words};
use chrono::Datelike;
use standpoint_core::excerpts::{Excerpt, Verification};
use standpoint_core::ids::ExcerptId;
use standpoint_core::positions::{Manner, Position, PositionState};
use standpoint_core::sources::{Source, SourceKind, SourceState};

impl<'a> Resolver<'a> {
    pub(super) fn evidence_annex(&mut self) -> EvidenceAnnex {
        let excerpts = self.citations.excerpts.clone();
        let entries = excerpts
            .into_iter()
            .filter_map(|(id, backs)| {
                let excerpt = *self.index.excerpts.get(&id)?;
                Some(self.entry(excerpt, in_order(backs)))
            })
            .collect();
        let sources = self.citations.sources.clone();
        let sources = sources
            .into_iter()
            .filter_map(|(id, backs)| {
                let source = *self.index.sources.get(&id)?;
                let entry = if self.withheld.sources.contains(&id) { withheld_source } else { source_entry };
                Some(entry(self.words, source, in_order(backs)))
            })
            .collect();
        EvidenceAnnex { sources, entries }
    }

    fn entry(&mut self, excerpt: &Excerpt, cited_in: Vec<Back>) -> Entry {
        if self.withheld.excerpts.contains(&excerpt.id) {
            return self.withheld_entry(excerpt, cited_in);
        }
        let source = self.index.sources.get(&excerpt.source).copied();
        let withdrawn = source.is_some_and(|source| source.state == SourceState::Withdrawn);
        let grade = match (withdrawn, excerpt.orphan) {
            (true, _) => self.words.get(Phrase::GradeWithdrawn).to_owned(),
            (_, true) => self.words.get(Phrase::GradeNotFound).to_owned(),
            _ => grade(self.words, source, excerpt),
        };
        let (who, when, how) = self.margin(excerpt, source);
        if let Some(position) = self.shown_by(excerpt.id) {
            self.shown.actors.extend(position.actors.iter().copied().chain(position.speaker));
        }
        Entry {
            excerpt: excerpt.id,
            quote: self.words.quoted(&excerpt.quote),
            language: self.foreign(excerpt.id),
            translation: excerpt.translation.clone(),
            attribution: self.attribution(excerpt.id),
            source: self.citations.source_number(excerpt.source),
            locator: self.locator(excerpt),
            margin_who: who,
            margin_when: when,
            margin_how: format!("{how} · {grade}"),
            doubtful: withdrawn || excerpt.orphan,
            grade,
            cited_in,
        }
    }

    fn withheld_entry(&mut self, excerpt: &Excerpt, cited_in: Vec<Back>) -> Entry {
        let withheld = self.words.get(Phrase::Withheld);
        Entry {
            excerpt: excerpt.id,
            quote: withheld.to_owned(),
            language: None,
            translation: None,
            attribution: String::new(),
            source: self.citations.source_number(excerpt.source),
            locator: String::new(),
            margin_who: withheld.to_owned(),
            margin_when: String::new(),
            margin_how: String::new(),
            doubtful: false,
            grade: String::new(),
            cited_in,
        }
    }

    /// The language of a passage where it is not the note's; regions do not count.
    pub(super) fn foreign(&self, excerpt: ExcerptId) -> Option<String> {
        let excerpt = self.index.excerpts.get(&excerpt)?;
        let own = self.index.sources.get(&excerpt.source)?.language.as_deref()?;
        let primary = |tag: &str| tag.split('-').next().unwrap_or_default().to_lowercase();
        (primary(own) != primary(&self.snapshot.note.language)).then(|| own.to_owned())
    }

    /// "Rubio, on record, 22 April 2025": from the position that the passage shows, else from its source.
    pub(super) fn attribution(&self, id: ExcerptId) -> String {
        let Some(excerpt) = self.index.excerpts.get(&id) else { return String::new() };
        let words = self.words;
        let mut parts = Vec::new();
        match self.shown_by(id) {
            Some(position) => {
                parts.push(self.speakers(position));
                parts.push(words.manner(position.manner).to_owned());
                if position.state == PositionState::Superseded {
                    parts.push(words.get(Phrase::SinceSuperseded).to_owned());
                }
                parts.push(words.long_date(position.as_of));
            }
            None => {
                if let Some(source) = self.index.sources.get(&excerpt.source) {
                    parts.push(words.source_kind(source.kind).to_owned());
                    let undated = || words.get(Phrase::Undated).to_owned();
                    parts.push(source.published.map_or_else(undated, |date| words.long_date(date)));
                }
            }
        }
        if excerpt.verification != Verification::Verified {
            parts.push(words.verification(excerpt.verification).to_owned());
        }
        let source = self.index.sources.get(&excerpt.source);
        if source.is_some_and(|source| source.is_recognised(excerpt.page)) {
            parts.push(words.get(Phrase::RecognisedText).to_owned());
        }
        words.list(&parts)
    }

    fn margin(&self, excerpt: &Excerpt, source: Option<&Source>) -> (String, String, String) {
        let (words, year) = (self.words, self.cutoff.year());
        if let Some(position) = self.shown_by(excerpt.id) {
            let who = self.margin_speakers(position);
            let when = words.short_date(position.as_of, year);
            return (who, when, words.manner(position.manner).to_owned());
        }
        let kind = words.source_kind_short(source.map_or(SourceKind::Other, |source| source.kind));
        let date = source.and_then(|source| source.published);
        let when = date.map_or_else(String::new, |date| words.short_date(date, year));
        (kind.to_owned(), when, words.verification(excerpt.verification).to_owned())
    }

    /// The position whose evidence the passage is: one shown in the note before others.
    pub(super) fn shown_by(&self, excerpt: ExcerptId) -> Option<&'a Position> {
        let supported = self.index.supported.get(&excerpt)?.iter().copied();
        supported.min_by_key(|position| !self.shown.positions.contains(&position.id))
    }

    /// The margin is narrow: more names than fit on a line become "Joint".
    fn margin_speakers(&self, position: &Position) -> String {
        let labels: Vec<String> = position.actors.iter().map(|&actor| self.index.label(actor)).collect();
        match labels.as_slice() {
            [_, _, ..] if self.words.list(&labels).chars().count() > 15 => {
                self.words.get(Phrase::Jointly).to_owned()
            }
            [_, _, ..] => self.words.list(&labels),
            _ => self.speakers(position),
        }
    }

    fn speakers(&self, position: &Position) -> String {
        let alone = position.actors.len() == 1 && position.manner != Manner::Leaked;
        if let Some(speaker) = position.speaker.filter(|_| alone) {
            return self.index.label(speaker);
        }
        let labels: Vec<String> = position.actors.iter().map(|&actor| self.index.label(actor)).collect();
        let names = self.words.list(&labels);
        if labels.len() > 1 { self.words.with(Phrase::SpeakersJointly, &[("names", &names)]) } else { names }
    }

    fn locator(&self, excerpt: &Excerpt) -> String {
        let page = excerpt.page.map(|page| self.words.with(Phrase::OnPage, &[("page", &page)]));
        let paragraph = self.index.paragraphs.get(&excerpt.id);
        let paragraph = paragraph.map(|number| self.words.with(Phrase::InParagraph, &[("number", number)]));
        self.words.list(&page.into_iter().chain(paragraph).collect::<Vec<_>>())
    }
}

fn source_entry(words: Words, source: &Source, cited_in: Vec<Back>) -> SourceEntry {
    let date = source.published.map(|date| words.long_date(date));
    let published = match (&source.publisher, date) {
        (Some(house), Some(date)) => {
            words.with(Phrase::PublishedBy, &[("publisher", house), ("date", &date)])
        }
        (Some(house), None) => words.with(Phrase::PublishedByUndated, &[("publisher", house)]),
        (None, Some(date)) => words.with(Phrase::Published, &[("date", &date)]),
        (None, None) => words.get(Phrase::NotPublished).to_owned(),
    };
    let kind = words.source_kind(source.kind);
    let kind = match source.language.as_deref().map(|tag| words.language(tag)) {
        Some(language) => words.with(Phrase::KindAndLanguage, &[("kind", &kind), ("language", &language)]),
        None => kind.to_owned(),
    };
    let fetched = match source.accessed {
        Some(accessed) => words.with(Phrase::Accessed, &[("date", &words.day(accessed))]),
        None => words.with(Phrase::Added, &[("date", &words.day(source.added_at))]),
    };
    let title = words.sentence(&source.title);
    let about = words.with(
        Phrase::AboutSource,
        &[("title", &title), ("published", &published), ("kind", &kind), ("fetched", &fetched)],
    );
    let notice = match source.state {
        SourceState::Active => None,
        SourceState::Withdrawn => Some(match &source.state_reason {
            Some(reason) => words.sentence(&words.with(Phrase::WithdrawnBecause, &[("reason", reason)])),
            None => words.get(Phrase::WithdrawnSource).to_owned(),
        }),
        SourceState::Superseded => Some(words.get(Phrase::NewerVersion).to_owned()),
    };
    SourceEntry {
        id: source.id,
        about,
        url: source.url.clone(),
        notice,
        sha256: source.original.to_string(),
        cited_in,
    }
}

fn withheld_source(words: Words, source: &Source, cited_in: Vec<Back>) -> SourceEntry {
    SourceEntry {
        id: source.id,
        about: words.get(Phrase::Withheld).to_owned(),
        url: None,
        notice: None,
        sha256: String::new(),
        cited_in,
    }
}

/// Admiralty code: reliability of the source, credibility of the information.
fn grade(words: Words, source: Option<&Source>, excerpt: &Excerpt) -> String {
    let reliability = source.and_then(|source| source.reliability).map(|grade| grade.word().to_owned());
    let credibility = excerpt.credibility.map(|grade| grade.to_string());
    match (reliability, credibility) {
        (None, None) => words.get(Phrase::Ungraded).to_owned(),
        (reliability, credibility) => {
            format!("{}{}", reliability.as_deref().unwrap_or("–"), credibility.as_deref().unwrap_or("–"))
        }
    }
}

/// Paragraphs in order of appearance, then pages, then tables: "3, p. 1, T1", where "p. 1, 3" would be two pages.
fn in_order(mut backs: Vec<Back>) -> Vec<Back> {
    backs.sort_by_key(|back| match back.label {
        Label::Paragraph(_) => 0,
        Label::Page => 1,
        Label::Table(_) => 2,
    });
    backs
}
