//! Words that a reader cannot weigh.
//!
//! ICD 203 (US Office of the Director of National Intelligence) wants likelihood in its seven terms, and never
//! in one sentence with confidence.

use super::manner::Manner;
use super::prose::{Prose, Sentence};
use super::{CheckKind, Found};
use crate::analysis::language::{Frame, Lexicon, Token};
use crate::fold::folded;
use crate::notes::NoteSnapshot;

pub(super) fn check(snapshot: &NoteSnapshot, prose: &Prose, found: &mut Found) {
    let Some(manner) = Manner::of(&snapshot.note.language) else { return };
    let lexicon = Lexicon::of(Some(&snapshot.note.language));
    let words = prose.words(lexicon);
    for sentence in prose.sentences(&words) {
        let tokens = &words.tokens[sentence.tokens.clone()];
        for (at, length) in loose(&sentence, tokens, (manner, lexicon)) {
            let (first, last) = (tokens[at], tokens[at + length - 1]);
            let start = (first.start as usize).saturating_sub(sentence.range.start);
            let end = (last.end as usize).saturating_sub(sentence.range.start);
            let said: String = sentence.text.chars().skip(start).take(end.saturating_sub(start)).collect();
            let message = format!(
                "“{said}” says little about how likely something is; the yardstick in Annex B has words that do."
            );
            let exactly = format!("{said}\n{}", sentence.text);
            let check = found.add(CheckKind::Loose, Some(sentence.piece.block), &exactly, message);
            check.words = Some(said);
            check.sentence = Some(sentence.text.clone());
        }
        let own: Vec<String> =
            tokens.iter().filter(|token| sentence.owns(token)).map(|token| folded(token.text)).collect();
        if manner.confidence.find(&own).is_some() && manner.likelihood.find(&own).is_some() {
            let message =
                "One sentence gives both a likelihood and a confidence; readers mix them up.".to_owned();
            let check = found.add(CheckKind::Mixed, Some(sentence.piece.block), &sentence.text, message);
            check.words = Some(sentence.text.clone());
            check.sentence = Some(sentence.text.clone());
        }
    }
}

/// Where loose words stand among the tokens, and how many tokens they are.
fn loose(
    sentence: &Sentence<'_>,
    tokens: &[Token<'_>],
    (manner, lexicon): (&Manner, &Lexicon),
) -> Vec<(usize, usize)> {
    if sentence.asks() {
        return Vec::new();
    }
    let folded: Vec<String> = tokens.iter().map(|token| folded(token.text)).collect();
    let reported = sentence.is_covered().then(|| said_by_somebody(&folded, lexicon)).flatten();
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let here = manner.loose.at(&folded[at..]).filter(|(length, apart)| {
            let is_reported = reported.is_some_and(|said| said < at);
            sentence.owns(&tokens[at])
                && !is_reported
                && !manner.means_something_else(tokens, &folded, (at, at + length), apart)
        });
        if let Some((length, _)) = here {
            found.push((at, length));
        }
        at += here.map_or(1, |(length, _)| length);
    }
    found
}

/// Where somebody is said to have said what follows: those words are theirs.
fn said_by_somebody(folded: &[String], lexicon: &Lexicon) -> Option<usize> {
    (0..folded.len())
        .find(|at| lexicon.cues.at(&folded[*at..]).is_some_and(|(_, cue)| cue.frame == Frame::Say))
}
