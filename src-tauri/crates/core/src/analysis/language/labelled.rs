//! Short articles in our own words, about invented actors, with their mentions and positions labelled: what the
//! rules are measured by. `dev.txt` is there to fit rules to, `test.txt` to find out how well they do.

use crate::actors::{Actor, ActorKind};
use crate::ids::ActorId;
use crate::order::OrderKey;
use std::collections::BTreeMap;
use uuid::Uuid;

/// One article: a text and what is true of it.
pub(in crate::analysis) struct Article {
    pub(in crate::analysis) title: String,
    pub(in crate::analysis) text: String,
    /// Start, end and actors, by their numbers.
    pub(in crate::analysis) mentions: Vec<(u32, u32, Vec<usize>)>,
    pub(in crate::analysis) sentences: Vec<Labelled>,
}

/// One sentence, with who takes a stand in it.
pub(in crate::analysis) struct Labelled {
    pub(in crate::analysis) start: u32,
    pub(in crate::analysis) end: u32,
    /// Actor, sign of the stance.
    pub(in crate::analysis) stands: Vec<(usize, String)>,
    /// Actors of whom both answers are right.
    pub(in crate::analysis) either: Vec<usize>,
}

pub(in crate::analysis) fn dev() -> Vec<Article> {
    articles(include_str!("labelled/dev.txt"))
}

pub(in crate::analysis) fn test() -> Vec<Article> {
    articles(include_str!("labelled/test.txt"))
}

/// More to fit rules to, in the manners that documents come in: wire report, communiqué, minutes.
pub(in crate::analysis) fn styles_dev() -> Vec<Article> {
    articles(include_str!("labelled/styles_dev.txt"))
}

/// The same, kept apart.
pub(in crate::analysis) fn styles_test() -> Vec<Article> {
    articles(include_str!("labelled/styles_test.txt"))
}

/// More to fit rules to, in the manner of the day's news: headline, dateline, long sentences, quotes taken apart.
pub(in crate::analysis) fn news_dev() -> Vec<Article> {
    articles(include_str!("labelled/news_dev.txt"))
}

/// The same, kept apart.
pub(in crate::analysis) fn news_test() -> Vec<Article> {
    articles(include_str!("labelled/news_test.txt"))
}

/// An actor for tests, by the line that describes it: key, name, short name, kind, parent, aliases, role.
pub(in crate::analysis) fn actors(lines: &str) -> (Vec<Actor>, BTreeMap<String, usize>) {
    let mut actors = Vec::new();
    let mut numbers = BTreeMap::new();
    for line in lines.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')) {
        let mut fields = line.split('|').map(str::trim).chain(std::iter::repeat("")).map(ToOwned::to_owned);
        let mut next = || fields.next().unwrap();
        let (key, name, short) = (next(), next(), next());
        let kind = next();
        let kind = *ActorKind::ALL.iter().find(|known| known.word() == kind).unwrap();
        let parent = numbers.get(&next()).map(|number: &usize| id(*number));
        let aliases = next()
            .split(';')
            .map(str::trim)
            .filter(|alias| !alias.is_empty())
            .map(ToOwned::to_owned)
            .collect();
        let some = |text: String| (!text.is_empty()).then_some(text);
        let number = actors.len();
        actors.push(Actor {
            id: id(number),
            name,
            short_name: some(short),
            kind,
            parent,
            place: OrderKey::between(None, None),
            aliases,
            role: some(next()),
            role_from: None,
            role_to: None,
            pronunciation: None,
        });
        numbers.insert(key, number);
    }
    (actors, numbers)
}

/// Those whom the articles are about.
pub(in crate::analysis) fn cast() -> (Vec<Actor>, BTreeMap<String, usize>) {
    actors(include_str!("labelled/actors.txt"))
}

fn id(number: usize) -> ActorId {
    Uuid::from_u128(number as u128 + 1).into()
}

fn articles(file: &str) -> Vec<Article> {
    let (_, numbers) = cast();
    let mut articles: Vec<Article> = Vec::new();
    for line in file.lines().filter(|line| !line.starts_with('#')) {
        if let Some(title) = line.strip_prefix("== ") {
            articles.push(Article {
                title: title.into(),
                text: String::new(),
                mentions: vec![],
                sentences: vec![],
            });
        } else if let Some(article) = articles.last_mut() {
            article.add(line, &numbers);
        }
    }
    articles
}

impl Article {
    fn add(&mut self, line: &str, numbers: &BTreeMap<String, usize>) {
        if line.is_empty() {
            self.text.push('\n');
            return;
        }
        let (words, labels) = line.split_once(" {").unwrap_or((line, ""));
        let number = |key: &str| *numbers.get(key.trim()).unwrap_or_else(|| panic!("no actor {key}: {line}"));
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push(' ');
        }
        let here = |text: &str| text.chars().count() as u32;
        let start = here(&self.text);
        let mut rest = words;
        while let Some((before, after)) = rest.split_once('[') {
            let (name, after) = after.split_once("](").unwrap();
            let (keys, after) = after.split_once(')').unwrap();
            self.text.push_str(before);
            let from = here(&self.text);
            self.text.push_str(name);
            self.mentions.push((from, here(&self.text), keys.split(',').map(number).collect()));
            rest = after;
        }
        self.text.push_str(rest);
        let mut sentence = Labelled { start, end: here(&self.text), stands: vec![], either: vec![] };
        for label in labels.trim_end_matches('}').split(';').map(str::trim).filter(|label| !label.is_empty())
        {
            let (key, sign) = label.split_once(' ').unwrap();
            match key.strip_prefix('~') {
                Some(key) => sentence.either.push(number(key)),
                None => sentence.stands.push((number(key), sign.trim().to_owned())),
            }
        }
        self.sentences.push(sentence);
    }
}
