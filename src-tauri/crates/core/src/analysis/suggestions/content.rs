//! What is said, and how it came to be known.

use super::clause::Sentence;
use super::stands::Stand;
use crate::analysis::language::Lean;
use crate::positions::Manner;
use crate::sources::SourceKind;
use std::ops::Range;

/// Where the words of a speaker lean: by the first of them that tells.
pub(super) fn lean(sentence: &Sentence<'_>, said: Range<usize>) -> Option<Lean> {
    let words = sentence.words.get(said.clone())?;
    let lexicon = sentence.lexicon;
    let signs = [
        (lexicon.content_against.find(words), Lean::Against),
        (lexicon.content_for.find(words), Lean::For),
        (lexicon.content_unclear.find(words), Lean::Unclear),
    ];
    let first = signs.iter().filter_map(|(found, lean)| found.map(|(start, ..)| (start, *lean)));
    let told = first.min_by_key(|(start, _)| *start).map(|(_, lean)| lean);
    told.or_else(|| quoted_no(sentence, &said).then_some(Lean::Against))
}

/// Whether somebody is quoted with a "not" or a "never".
fn quoted_no(sentence: &Sentence<'_>, said: &Range<usize>) -> bool {
    sentence.quotes.ranges.iter().any(|quote| {
        let words = &sentence.words
            [quote.start.max(said.start)..quote.end.min(said.end).max(quote.start.max(said.start))];
        sentence.lexicon.negations.find(words).is_some()
    })
}

/// How a stand came to be known: concluded from signs, told by others, or said openly; a draft that was not meant
/// to be public was leaked whatever it says. What somebody wants is said openly where they say it themselves.
pub(super) fn manner(sentence: &Sentence<'_>, stand: &Stand, kind: SourceKind) -> Manner {
    let lexicon = sentence.lexicon;
    if kind == SourceKind::LeakedDraft {
        Manner::Leaked
    } else if lexicon.reported.find(&sentence.words).is_some() {
        Manner::Reported
    } else if lexicon.inferred.find(&sentence.words).is_some() || stand.lean == Lean::Unclear {
        Manner::Inferred
    } else if stand.is_hearsay || (is_about_others(kind) && is_told(sentence, stand)) {
        Manner::Reported
    } else {
        Manner::OnRecord
    }
}

/// Whether sources of the kind tell what others do.
fn is_about_others(kind: SourceKind) -> bool {
    matches!(kind, SourceKind::Article | SourceKind::Report | SourceKind::Other)
}

/// Whether a stand is shown by what somebody wants, and nobody is quoted.
fn is_told(sentence: &Sentence<'_>, stand: &Stand) -> bool {
    let cue = sentence.words.get(stand.cue.clone()).unwrap_or_default();
    sentence.quotes.ranges.is_empty() && sentence.lexicon.told.find(cue).is_some()
}
