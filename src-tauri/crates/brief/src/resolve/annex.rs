//! Annex A: sources and passages in the order of their numbers, with the ways back.

use super::Resolver;
use crate::document::{Back, Entry, EvidenceAnnex, Label, SourceEntry};
use crate::release::WITHHELD;
use crate::words;
use chrono::Datelike;
use standpoint_core::excerpts::{Excerpt, Verification};
use standpoint_core::ids::ExcerptId;
use standpoint_core::positions::{Manner, Position, PositionState, Relation};
use standpoint_core::sources::{Source, SourceState};

impl Resolver<'_> {
    pub(super) fn evidence_annex(&mut self) -> EvidenceAnnex {
        let excerpts = self.citations.excerpts.clone();
        let entries = excerpts
            .into_iter()
            .filter_map(|(id, backs)| {
                let excerpt = *self.index.excerpts.get(&id)?;
                Some(self.entry(excerpt, tables_last(backs)))
            })
            .collect();
        let sources = self.citations.sources.clone();
        let sources = sources
            .into_iter()
            .filter_map(|(id, backs)| {
                let source = *self.index.sources.get(&id)?;
                let entry = if self.withheld.sources.contains(&id) { withheld_source } else { source_entry };
                Some(entry(source, tables_last(backs)))
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
            (true, _) => "withdrawn".to_owned(),
            (_, true) => "not found".to_owned(),
            _ => grade(source, excerpt),
        };
        if excerpt.orphan {
            self.warn(
                None,
                format!("The words {} are no longer found in their source.", shortened(&excerpt.quote)),
            );
        }
        if withdrawn {
            self.warn(
                None,
                format!("The words {} come from a source that was withdrawn.", shortened(&excerpt.quote)),
            );
        }
        let (who, how) = self.margin(excerpt, source);
        Entry {
            excerpt: excerpt.id,
            quote: words::quoted(&excerpt.quote),
            language: self.foreign(excerpt.id),
            translation: excerpt.translation.clone(),
            attribution: self.attribution(excerpt.id),
            source: self.citations.source_number(excerpt.source),
            locator: self.locator(excerpt),
            margin_who: who,
            margin_how: format!("{how} · {grade}"),
            doubtful: withdrawn || excerpt.orphan,
            grade,
            cited_in,
        }
    }

    fn withheld_entry(&mut self, excerpt: &Excerpt, cited_in: Vec<Back>) -> Entry {
        Entry {
            excerpt: excerpt.id,
            quote: WITHHELD.to_owned(),
            language: None,
            translation: None,
            attribution: String::new(),
            source: self.citations.source_number(excerpt.source),
            locator: String::new(),
            margin_who: WITHHELD.to_owned(),
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
        let mut parts = Vec::new();
        match self.shown_by(id) {
            Some(position) => {
                parts.push(self.speakers(position));
                parts.push(words::manner(position.manner).to_owned());
                if position.state == PositionState::Superseded {
                    parts.push("since superseded".to_owned());
                }
                parts.push(words::long_date(position.as_of));
            }
            None => {
                if let Some(source) = self.index.sources.get(&excerpt.source) {
                    parts.push(words::source_kind(source.kind).to_owned());
                    parts.push(source.published.map_or_else(|| "undated".to_owned(), words::long_date));
                }
            }
        }
        match excerpt.verification {
            Verification::Verified => {}
            Verification::Unverified => parts.push("unverified".to_owned()),
            Verification::Disputed => parts.push("disputed".to_owned()),
        }
        parts.join(", ")
    }

    fn margin(&self, excerpt: &Excerpt, source: Option<&Source>) -> (String, String) {
        let year = self.cutoff.year();
        if let Some(position) = self.shown_by(excerpt.id) {
            let who = self.margin_speakers(position);
            let when = words::short_date(position.as_of, year);
            return (format!("{who}, {when}"), words::manner(position.manner).to_owned());
        }
        let kind = source.map_or("Document", |source| words::source_kind_short(source.kind));
        let date = source.and_then(|source| source.published);
        let checked = match excerpt.verification {
            Verification::Verified => "verified",
            Verification::Unverified => "unverified",
            Verification::Disputed => "disputed",
        };
        let who = match date {
            Some(date) => format!("{kind}, {}", words::short_date(date, year)),
            None => kind.to_owned(),
        };
        (who, checked.to_owned())
    }

    /// The position whose evidence the passage is: one shown in the note before others.
    pub(super) fn shown_by(&self, excerpt: ExcerptId) -> Option<&Position> {
        let mut positions: Vec<&Position> =
            self.snapshot
                .positions
                .iter()
                .filter(|position| {
                    position.evidence.iter().any(|evidence| {
                        evidence.excerpt == excerpt && evidence.relation == Relation::Supports
                    })
                })
                .collect();
        positions.sort_by_key(|position| !self.shown.positions.contains(&position.id));
        positions.first().copied()
    }

    /// The margin is narrow: more names than fit on a line become "Joint".
    fn margin_speakers(&self, position: &Position) -> String {
        let labels: Vec<String> = position.actors.iter().map(|&actor| self.index.label(actor)).collect();
        match labels.as_slice() {
            [_, _, ..] if labels.join(", ").chars().count() > 15 => "Joint".to_owned(),
            [_, _, ..] => labels.join(", "),
            _ => self.speakers(position),
        }
    }

    fn speakers(&self, position: &Position) -> String {
        let alone = position.actors.len() == 1 && position.manner != Manner::Leaked;
        if let Some(speaker) = position.speaker.filter(|_| alone) {
            return self.index.label(speaker);
        }
        let labels: Vec<String> = position.actors.iter().map(|&actor| self.index.label(actor)).collect();
        if labels.len() > 1 { format!("{} (joint)", labels.join(", ")) } else { labels.join("") }
    }

    fn locator(&self, excerpt: &Excerpt) -> String {
        let page = excerpt.page.map(|page| format!("p. {page}"));
        let paragraph = self.index.paragraphs.get(&excerpt.id).map(|number| format!("para {number}"));
        page.into_iter().chain(paragraph).collect::<Vec<_>>().join(", ")
    }
}

fn source_entry(source: &Source, cited_in: Vec<Back>) -> SourceEntry {
    let published = match (&source.publisher, source.published) {
        (Some(publisher), Some(date)) => format!(" {publisher}, {}.", words::long_date(date)),
        (Some(publisher), None) => format!(" {publisher}, undated."),
        (None, Some(date)) => format!(" Published {}.", words::long_date(date)),
        (None, None) => " Publisher and date not recorded.".to_owned(),
    };
    let kind = words::source_kind(source.kind);
    let language = source.language.as_deref().map(|tag| format!(", {}", words::language(tag)));
    let fetched = match source.accessed {
        Some(accessed) => format!("accessed {}", words::day(accessed)),
        None => format!("added {}", words::day(source.added_at)),
    };
    let title = full_stop(&source.title);
    let about = format!("{title}{published} {kind}{}; {fetched}.", language.unwrap_or_default());
    let notice = match source.state {
        SourceState::Active => None,
        SourceState::Withdrawn => Some(match &source.state_reason {
            Some(reason) => full_stop(&format!("Withdrawn: {reason}")),
            None => "Withdrawn.".to_owned(),
        }),
        SourceState::Superseded => Some("A newer version of this source is in the dossier.".to_owned()),
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

fn withheld_source(source: &Source, cited_in: Vec<Back>) -> SourceEntry {
    SourceEntry {
        id: source.id,
        about: WITHHELD.to_owned(),
        url: None,
        notice: None,
        sha256: String::new(),
        cited_in,
    }
}

fn full_stop(sentence: &str) -> String {
    let trimmed = sentence.trim_end();
    if trimmed.ends_with(['.', '!', '?', '…']) { trimmed.to_owned() } else { format!("{trimmed}.") }
}

/// Admiralty code: reliability of the source, credibility of the information.
fn grade(source: Option<&Source>, excerpt: &Excerpt) -> String {
    let reliability = source.and_then(|source| source.reliability).map(|grade| grade.word().to_owned());
    let credibility = excerpt.credibility.map(|grade| grade.to_string());
    match (reliability, credibility) {
        (None, None) => "ungraded".to_owned(),
        (reliability, credibility) => {
            format!("{}{}", reliability.as_deref().unwrap_or("–"), credibility.as_deref().unwrap_or("–"))
        }
    }
}

/// Paragraphs and pages in order of appearance, tables after them.
fn tables_last(mut backs: Vec<Back>) -> Vec<Back> {
    backs.sort_by_key(|back| matches!(&back.label, Label::Fixed(label) if label.starts_with('T')));
    backs
}

fn shortened(quote: &str) -> String {
    let words: Vec<&str> = quote.split_whitespace().collect();
    if words.len() > 8 {
        format!("“{} …”", words[..8].join(" "))
    } else {
        format!("“{}”", words.join(" "))
    }
}
