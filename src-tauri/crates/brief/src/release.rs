//! The release copy: everything marked above a chosen label is taken out before the note is resolved, so that nothing
//! that follows can let a word of it through. Where it stood, "[withheld]" stands, in the note's language.
//!
//! It fails closed. What has no label falls back on what it draws on, then on the note or the dossier; where that
//! leaves nothing, or leaves a label whose rank is not known, no copy is made.

use crate::words::{Phrase, Words};
use standpoint_core::actors::Actor;
use standpoint_core::content::ContentHash;
use standpoint_core::excerpts::Excerpt;
use standpoint_core::ids::{ExcerptId, PositionId, SourceId};
use standpoint_core::notes::block::{Block, Body, Inline};
use standpoint_core::notes::marks::Marks;
use standpoint_core::notes::numbers::printed;
use standpoint_core::notes::{Meeting, Note, NoteSnapshot, Recipient};
use standpoint_core::positions::{Position, Stance};
use standpoint_core::sources::{Source, SourceKind, SourceState};
use std::collections::BTreeSet;

/// What was taken out and leaves a gap that is seen.
#[derive(Debug, Clone, Default)]
pub(crate) struct Withheld {
    pub(crate) excerpts: BTreeSet<ExcerptId>,
    pub(crate) sources: BTreeSet<SourceId>,
    pub(crate) positions: BTreeSet<PositionId>,
}

/// Something whose marking cannot be decided, told so that the writer finds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undecided {
    /// "the source “Gazette”".
    pub what: String,
    /// "it has no marking, and the dossier has none to fall back on".
    pub why: String,
}

/// The snapshot without what is marked above `ceiling`.
pub(crate) fn withhold(
    snapshot: &NoteSnapshot,
    ceiling: &str,
) -> Result<(NoteSnapshot, Withheld), Undecided> {
    let marks = Marks::of(snapshot);
    let gap = Words::of(&snapshot.note.language).get(Phrase::Withheld);
    let rank = |label: &str| marks.scheme().rank(label);
    let Some(highest) = rank(ceiling) else {
        return Err(Undecided {
            what: "the release".to_owned(),
            why: format!("“{ceiling}” is not a label of this dossier's scheme"),
        });
    };
    let above = |label: Option<&str>, fallback: &str, what: &dyn Fn() -> String| match label {
        Some(label) => rank(label).map(|rank| rank > highest).ok_or_else(|| Undecided {
            what: what(),
            why: format!("“{label}” is not a label of this dossier's scheme"),
        }),
        None => Err(Undecided {
            what: what(),
            why: format!("it has no marking, and {fallback} has none to fall back on"),
        }),
    };
    let mut withheld = Withheld::default();
    let mut released = snapshot.clone();
    // What would not be printed goes altogether, before anything is blanked: a gap would stand where nothing stood, and
    // without what waits under it a heading would look meant.
    let printed = printed(&snapshot.blocks);
    released.blocks.retain(|block| printed.contains(&block.id));
    for source in &mut released.sources {
        let what = || format!("the source “{}”", source.title);
        if above(marks.source(source.id), "the dossier", &what)? {
            withheld.sources.insert(source.id);
            *source = blank_source(source, gap);
        }
    }
    for excerpt in &mut released.excerpts {
        let what = || format!("the passage “{}”", opening(&excerpt.quote));
        if above(marks.excerpt(excerpt.id), "its source", &what)? {
            withheld.excerpts.insert(excerpt.id);
            *excerpt = blank_excerpt(excerpt, gap);
        }
    }
    for position in &mut released.positions {
        let what = || {
            let name = |id| snapshot.actors.iter().find(|actor| actor.id == id).map(Actor::label);
            let who: Vec<&str> = position.actors.iter().filter_map(|&id| name(id)).collect();
            format!("a position of {}", who.join(", "))
        };
        if above(marks.position(position.id), "the dossier", &what)? {
            withheld.positions.insert(position.id);
            *position = blank_position(position);
        }
    }
    let kept = snapshot.blocks.iter().filter(|block| printed.contains(&block.id));
    for (block, blank) in kept.zip(&mut released.blocks) {
        let words = block.body.words();
        let what = || match opening(&words) {
            words if words.is_empty() => "a block of the note".to_owned(),
            words => format!("the block “{words}”"),
        };
        if !matches!(block.body, Body::PageBreak) && above(marks.block(block), "the note", &what)? {
            *blank = blank_block(block, gap);
        }
    }
    if above(marks.note(), "the dossier", &|| "the note".to_owned())? {
        released.note = blank_note(&released.note, ceiling, gap);
    }
    released.dossier.marking = None;
    released.note.marking = released.note.marking.or_else(|| snapshot.dossier.marking.clone());
    Ok((released, withheld))
}

/// The first words, enough to find the rest by.
fn opening(words: &str) -> String {
    let few: Vec<&str> = words.split_whitespace().take(8).collect();
    few.join(" ")
}

/// A block of the same place and number that says only that something was taken out.
fn blank_block(block: &Block, gap: &str) -> Block {
    let words = || vec![Inline::words(gap)];
    let body = match &block.body {
        Body::BottomLine { .. } => Body::BottomLine { statement: words(), judgement: Vec::new() },
        Body::Heading { level, .. } => Body::Heading { level: *level, text: words() },
        Body::Paragraph { level, .. } => Body::Paragraph { level: *level, lead: Vec::new(), text: words() },
        Body::LinesToTake { .. } => Body::LinesToTake { items: vec![words()] },
        Body::PressLine { .. } => Body::PressLine { items: vec![words()] },
        Body::Recommendation { .. } => Body::Recommendation { text: words() },
        _ => Body::Paragraph { level: 0, lead: Vec::new(), text: words() },
    };
    Block { body, prompt: None, marking: None, ..block.clone() }
}

fn blank_excerpt(excerpt: &Excerpt, gap: &str) -> Excerpt {
    Excerpt {
        start: 0,
        end: 0,
        quote: gap.to_owned(),
        prefix: String::new(),
        suffix: String::new(),
        quote_hash: ContentHash::of(gap.as_bytes()),
        page: None,
        memo: None,
        translation: None,
        credibility: None,
        marking: None,
        ..excerpt.clone()
    }
}

fn blank_source(source: &Source, gap: &str) -> Source {
    let nothing = ContentHash::of(b"");
    Source {
        title: gap.to_owned(),
        publisher: None,
        authors: Vec::new(),
        published: None,
        accessed: None,
        url: None,
        kind: SourceKind::Other,
        language: None,
        reliability: None,
        marking: None,
        state: SourceState::Active,
        state_reason: None,
        file_name: None,
        original: nothing.clone(),
        text: nothing.clone(),
        structure: nothing,
        html: None,
        recognised: None,
        characters: 0,
        guessed: Vec::new(),
        warnings: Vec::new(),
        ..source.clone()
    }
}

/// Who and on what stays, so that the gap is seen where it is.
fn blank_position(position: &Position) -> Position {
    Position {
        stance: Stance::Unclear,
        degree: None,
        condition: None,
        sequence: None,
        summary: None,
        speaker: None,
        review_by: None,
        supersedes: None,
        marking: None,
        evidence: Vec::new(),
        ..position.clone()
    }
}

/// Title, reference and version stay; what else stands around the body goes.
fn blank_note(note: &Note, ceiling: &str, gap: &str) -> Note {
    let blanked = |text: &Option<String>| text.as_ref().map(|_| gap.to_owned());
    let mut blank = note.clone();
    blank.marking = Some(ceiling.to_owned());
    blank.prepared_by = blanked(&note.prepared_by);
    blank.prepared_for = blanked(&note.prepared_for);
    blank.last_brief = blanked(&note.last_brief);
    blank.controls = None;
    blank.meeting = note.meeting.as_ref().map(|_| Meeting {
        title: gap.to_owned(),
        place: None,
        start: None,
        zone: None,
        who: None,
    });
    if !note.distribution.is_empty() {
        blank.distribution = vec![Recipient { who: gap.to_owned(), copies: None }];
    }
    if let Some(clearance) = &mut blank.clearance {
        gap.clone_into(&mut clearance.by);
    }
    blank
}
