//! Reading a text closely enough to tell who is named in it and who takes a stand: words, sentences, and what
//! is known of a language.
//!
//! Everything here is rules a person can read and correct in the language's own file (`en.txt`); nothing is
//! learnt, nothing is guessed at from afar.

mod forms;
#[cfg(test)]
pub(super) mod labelled;
mod lexicon;
mod tokens;

pub(super) use forms::{Phrases, forms};
pub(super) use lexicon::{Cue, Frame, Lean, Lexicon};
pub(super) use tokens::{Token, Words};
