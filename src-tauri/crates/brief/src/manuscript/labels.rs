//! What a manuscript names by more than one of the fixed words.

use crate::document::Content;
use crate::words::{Phrase, Words};
use standpoint_core::positions::Stance;

/// The head of a box, and when its words are for.
pub(crate) fn box_of(words: Words, content: &Content) -> Option<(&'static str, &'static str)> {
    let (head, aside) = match content {
        Content::LinesToTake(_) => (Phrase::LinesToTake, Some(Phrase::LinesToTakeFor)),
        Content::DefensiveLines(_) => (Phrase::DefensiveLines, Some(Phrase::DefensiveLinesFor)),
        Content::PressLine(_) => (Phrase::PressLine, Some(Phrase::PressLineFor)),
        Content::Recommendation(_) => (Phrase::Recommendation, None),
        _ => return None,
    };
    Some((words.get(head), aside.map(|aside| words.get(aside)).unwrap_or_default()))
}

/// A stance's symbol as a letter: round is for, square is against, open is conditional. All of them are in the fonts
/// that every system has.
pub(crate) fn symbol(stance: Stance) -> &'static str {
    match stance {
        Stance::Supports => "●",
        Stance::SupportsWithConditions => "○",
        Stance::Neutral => "◊",
        Stance::OpposesWithConditions => "□",
        Stance::Opposes => "■",
        Stance::Unclear => "?",
    }
}
