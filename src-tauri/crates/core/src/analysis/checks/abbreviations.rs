//! Abbreviations that are used before anybody has said what they stand for.

use super::prose::Prose;
use super::{CheckKind, Found};
use crate::analysis::language::{Lexicon, Token};
use crate::notes::NoteSnapshot;
use std::collections::BTreeSet;

/// Nobody needs these spelt out.
const EVERYDAY: &[&str] = &[
    "UK", "US", "USA", "EU", "UN", "NATO", "AM", "PM", "GMT", "BST", "UTC", "CET", "CEST", "EST", "EDT",
    "TV", "OK", "ID", "PDF", "BC", "AD", "DRAFT", "NB", "PS", "HIV", "AIDS", "DNA", "GPS", "CEO", "MP",
    "MPS", "BBC", "CNN",
];

pub(super) fn check(snapshot: &NoteSnapshot, prose: &Prose, found: &mut Found) {
    let mut known: BTreeSet<String> = EVERYDAY.iter().map(|&word| word.to_owned()).collect();
    // Names of actors stand in Annex C with what they mean; markings are labels.
    for actor in &snapshot.actors {
        let names = actor.aliases.iter().map(String::as_str).chain([actor.label(), &actor.name]);
        known.extend(names.flat_map(|name| name.split([' ', '-', '.', '/'])).map(str::to_owned));
    }
    let scheme = &snapshot.dossier.marking_scheme;
    for label in scheme.labels() {
        known.extend(label.split([' ', ':', '-', '+', '/']).map(str::to_owned));
        known.insert(scheme.abbreviation(label));
    }
    let words = prose.words(Lexicon::of(Some(&snapshot.note.language)));
    let tokens = &words.tokens;
    let own: Vec<char> = prose.own.chars().collect();
    for piece in &prose.pieces {
        let first = tokens.partition_point(|token| (token.start as usize) < piece.range.start);
        let end = tokens.partition_point(|token| (token.start as usize) < piece.range.end);
        if shouts(&tokens[first..end]) {
            continue;
        }
        for at in first..end {
            let token = tokens[at];
            let Some(letters) = abbreviation(&token) else { continue };
            let is_own = own.get(token.start as usize).is_some_and(|sign| *sign != ' ');
            // "F-16", "A2/AD", "AT&T": parts of something that is a name.
            let hangs = |sign: &str| matches!(sign, "-" | "&" | "/" | "‑");
            let before = at.checked_sub(1).map(|before| tokens[before]);
            let after = tokens.get(at + 1);
            let is_part = token.joined && before.is_some_and(|before| hangs(before.text))
                || after.is_some_and(|next| next.joined && hangs(next.text));
            if !is_own || is_part || !known.insert(letters.to_owned()) {
                continue;
            }
            let is_spelt_out =
                before.is_some_and(|before| before.text == "(") || after.is_some_and(|next| next.text == "(");
            if is_spelt_out {
                continue;
            }
            let message = format!("“{letters}” is not spelt out where it is first used.");
            let check = found.add(CheckKind::Abbreviation, Some(piece.block), letters, message);
            check.words = Some(token.text.to_owned());
        }
    }
}

/// The letters of an abbreviation, without the s of several.
fn abbreviation<'t>(token: &Token<'t>) -> Option<&'t str> {
    let letters = token.text.strip_suffix('s').unwrap_or(token.text);
    let capitals = letters.chars().all(|letter| letter.is_alphabetic() && letter.is_uppercase());
    let length = letters.chars().count();
    let roman = letters.chars().all(|letter| matches!(letter, 'I' | 'V' | 'X'));
    (capitals && (2..=6).contains(&length) && !roman).then_some(letters)
}

/// Whether everything is in capitals, so that nothing can be told from it.
fn shouts(tokens: &[Token<'_>]) -> bool {
    let mut words = tokens.iter().filter(|token| token.is_word()).peekable();
    let several = tokens.iter().filter(|token| token.is_word()).count() > 1;
    several && words.all(|token| !token.text.chars().any(char::is_lowercase))
}
