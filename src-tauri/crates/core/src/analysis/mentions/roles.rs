//! "The President": whoever holds the role, once the text has named them.

use super::Place;
use crate::actors::Actor;
use crate::analysis::language::{Lexicon, Token, Words};
use crate::fold::folded;
use crate::sources::Structure;
use std::collections::{BTreeSet, HashMap};

/// Who has been named so far in a text.
#[derive(Debug)]
pub(super) struct Named {
    ever: Vec<bool>,
    in_paragraph: BTreeSet<usize>,
}

impl Named {
    pub(super) fn of(actors: usize) -> Self {
        Self { ever: vec![false; actors], in_paragraph: BTreeSet::new() }
    }

    pub(super) fn begin_paragraph(&mut self) {
        self.in_paragraph.clear();
    }

    pub(super) fn add(&mut self, actor: usize) {
        self.ever[actor] = true;
        self.in_paragraph.insert(actor);
    }
}

/// The roles of all actors, by their words.
#[derive(Debug)]
pub(super) struct Roles {
    /// By first word: the words of the role, who holds it, and the words that must follow when it is cut short.
    by_first: HashMap<String, Vec<Role>>,
}

#[derive(Debug)]
struct Role {
    words: Vec<String>,
    holder: usize,
    /// What the full role goes on with: "of Kessia".
    field: Vec<String>,
}

impl Roles {
    pub(super) fn of(actors: &[Actor], lexicon: &Lexicon) -> Self {
        let mut by_first: HashMap<String, Vec<Role>> = HashMap::new();
        for (holder, actor) in actors.iter().enumerate() {
            let Some(role) = &actor.role else { continue };
            let full = words_of(role, lexicon);
            let short =
                full.iter().position(|word| lexicon.role_ends.contains(word.as_str())).unwrap_or(full.len());
            let mut forms = vec![(full.clone(), Vec::new())];
            if short > 0 && short < full.len() && full[..short] != ["minister"] && full[..short] != ["head"] {
                forms.push((full[..short].to_vec(), full[short..].to_vec()));
            }
            let kept = [full.join(" "), full[..short].join(" ")];
            let others = kept
                .iter()
                .take(1 + usize::from(short < full.len()))
                .filter_map(|role| lexicon.role_forms.get(role));
            for form in others.flatten() {
                forms.push((words_of(form, lexicon), Vec::new()));
            }
            for (words, field) in forms {
                by_first.entry(words[0].clone()).or_default().push(Role { words, holder, field });
            }
        }
        Self { by_first }
    }

    /// The holder of the role that the article at `at` leads to; nobody where several could be meant.
    pub(super) fn after(&self, tokens: &[Token<'_>], at: usize, named: &Named) -> Option<Place> {
        let first = at + 1;
        let roles = self.by_first.get(&folded(tokens.get(first)?.text))?;
        let fitting: Vec<&Role> =
            roles.iter().filter(|role| named.ever[role.holder] && fits(role, tokens, first)).collect();
        let longest = fitting.iter().map(|role| role.words.len()).max()?;
        let holders: BTreeSet<usize> =
            fitting.iter().filter(|role| role.words.len() == longest).map(|role| role.holder).collect();
        let near: Vec<&usize> = holders.intersection(&named.in_paragraph).collect();
        let holder = match (holders.len(), near.as_slice()) {
            (1, _) => *holders.first()?,
            (_, [only]) => **only,
            _ => return None,
        };
        Some(Place { words: first..first + longest, actors: vec![holder] })
    }
}

/// Whether the role stands in the text from `first` on, and is not another’s.
fn fits(role: &Role, tokens: &[Token<'_>], first: usize) -> bool {
    let stands = |words: &[String], from: usize| {
        words.iter().enumerate().all(|(at, word)| {
            tokens.get(from + at).is_some_and(|token| !token.opens_sentence && folded(token.text) == *word)
        })
    };
    let end = first + role.words.len();
    if !stands(&role.words, first) {
        return false;
    }
    let Some(next) = tokens.get(end).filter(|next| !next.opens_sentence) else { return true };
    // "The president of another place" is somebody else, and so is one whose name follows.
    let another = next.is_capitalised()
        || folded(next.text) == "of"
            && tokens.get(end + 1).is_some_and(|of| of.is_capitalised() || folded(of.text) == "the");
    !another || !role.field.is_empty() && stands(&role.field, end)
}

fn words_of(role: &str, lexicon: &Lexicon) -> Vec<String> {
    Words::of(role, &Structure::default(), lexicon).tokens.iter().map(|token| folded(token.text)).collect()
}
