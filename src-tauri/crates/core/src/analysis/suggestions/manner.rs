//! How a position came to be known: on record, reported, leaked or inferred.

use super::clause::Sentence;
use super::quotes::Quotes;
use super::stands::Stand;
use crate::analysis::language::{Lean, Lexicon, Words};
use crate::fold::folded;
use crate::positions::Manner;
use crate::sources::{SourceKind, Structure};

/// How what a passage says is likely to have come to be known, whoever it is taken for. What a piece about others says
/// of them is on record where they are quoted or somebody is said to speak.
#[must_use]
pub fn likely_manner(passage: &str, language: Option<&str>, kind: SourceKind) -> Manner {
    let lexicon = Lexicon::of(language);
    let tokens = Words::of(passage, &Structure::default(), lexicon).tokens;
    let words: Vec<String> = tokens.iter().map(|token| folded(token.unquoted())).collect();
    let quotes = Quotes::of(&tokens, None);
    let is_quoted = !quotes.ranges.is_empty() || quotes.left_open.is_some();
    let speaks = |at: usize| {
        lexicon
            .cues
            .at(&words[at..])
            .is_some_and(|(length, _)| lexicon.told.find(&words[at..at + length]).is_none())
    };
    told(lexicon, &words, kind).unwrap_or_else(|| {
        if is_about_others(kind) && !is_quoted && !(0..words.len()).any(speaks) {
            Manner::Reported
        } else {
            Manner::OnRecord
        }
    })
}

/// How a stand came to be known. What somebody wants is said openly where they say it themselves.
pub(super) fn of(sentence: &Sentence<'_>, stand: &Stand, kind: SourceKind) -> Manner {
    let cue = sentence.words.get(stand.cue.clone()).unwrap_or_default();
    let is_writers = sentence.quotes.ranges.is_empty() && sentence.lexicon.told.find(cue).is_some();
    told(sentence.lexicon, &sentence.words, kind).unwrap_or_else(|| {
        if stand.lean == Lean::Unclear {
            Manner::Inferred
        } else if stand.is_hearsay || (is_about_others(kind) && is_writers) {
            Manner::Reported
        } else {
            Manner::OnRecord
        }
    })
}

/// What the words themselves tell; a draft that was not meant to be public was leaked whatever it says.
fn told(lexicon: &Lexicon, words: &[String], kind: SourceKind) -> Option<Manner> {
    if kind == SourceKind::LeakedDraft {
        Some(Manner::Leaked)
    } else if lexicon.reported.find(words).is_some() {
        Some(Manner::Reported)
    } else if lexicon.inferred.find(words).is_some() {
        Some(Manner::Inferred)
    } else {
        None
    }
}

/// Whether sources of the kind tell what others do.
fn is_about_others(kind: SourceKind) -> bool {
    matches!(kind, SourceKind::Article | SourceKind::Report | SourceKind::Other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(kind: SourceKind, passage: &str, expect: Manner) {
        assert_eq!(likely_manner(passage, Some("en"), kind), expect, "{passage}");
    }

    #[test]
    fn of_passages() {
        check(SourceKind::Article, "Vale has imposed sanctions.", Manner::Reported);
        check(SourceKind::Article, "Vale seeks to keep the islands.", Manner::Reported);
        check(SourceKind::Article, "Vale said that it would not sign.", Manner::OnRecord);
        check(SourceKind::Article, "Vale finds the plan “absurd”.", Manner::OnRecord);
        check(SourceKind::Article, "Vale rejected the plan.", Manner::OnRecord);
        check(SourceKind::Article, "Officials said that Vale would sign.", Manner::Reported);
        check(SourceKind::Article, "Signs suggest that Vale will sign.", Manner::Inferred);
        check(SourceKind::Statement, "Vale has imposed sanctions.", Manner::OnRecord);
        check(SourceKind::LeakedDraft, "Vale said that it would not sign.", Manner::Leaked);
        check(SourceKind::Article, "", Manner::Reported);
    }
}
