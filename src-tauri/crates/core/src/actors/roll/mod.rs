//! A roll of actors: a table from elsewhere, read line by line into actors that might be added.
//!
//! Which column says what is guessed and shown; who goes by a name that is known here already is pointed out. What
//! becomes of each line is a person's choice, and all of it is one step.

pub mod ops;
#[cfg(test)]
mod tests;

use super::{Actor, ActorKind};
use crate::analysis::mentions::likely_kind;
use crate::fold::{folded, spelling};
use crate::ids::ActorId;
use crate::store::codec::words;
use serde::Serialize;
use std::collections::{HashMap, HashSet};

words! {
    /// What a column says of an actor.
    RollColumn {
        /// Its full name.
        Name = "name",
        /// Its name for tables and margins.
        ShortName = "short_name",
        /// What sort of actor it is.
        Kind = "kind",
        /// The name of whom it belongs to.
        Parent = "parent",
        /// Other names, with semicolons or bars between them. Several columns may say so.
        Aliases = "aliases",
        /// Its office.
        Role = "role",
        /// Nothing that is wanted here.
        Ignored = "ignored",
    }
}

/// A table read as actors.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Roll {
    /// Whether the first line names the columns.
    pub has_heads: bool,
    /// The first line, or numbers where it names nothing.
    pub heads: Vec<String>,
    /// What each column says.
    pub columns: Vec<RollColumn>,
    /// The lines with a name, in their order.
    pub lines: Vec<RollLine>,
    /// Numbers of lines without a name, which are left out.
    pub nameless: Vec<u32>,
}

/// One line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct RollLine {
    /// Its number in the table, the first being 1.
    pub number: u32,
    /// The actor it tells of.
    pub actor: RollActor,
    /// Actors of the dossier that go by one of its names.
    pub known: Vec<ActorId>,
    /// An earlier line that goes by one of its names.
    pub repeats: Option<u32>,
    /// Whether nobody goes by the name of whom it belongs to, here or in the table.
    pub is_parent_unknown: bool,
}

/// What a line says of an actor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, serde::Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct RollActor {
    /// Full name.
    pub name: String,
    /// Name for tables and margins.
    pub short_name: Option<String>,
    /// What sort of actor; guessed from the name where no column says.
    pub kind: ActorKind,
    /// The name of whom it belongs to.
    pub parent: Option<String>,
    /// Other names it goes by.
    pub aliases: Vec<String>,
    /// Office held.
    pub role: Option<String>,
}

impl RollActor {
    pub(super) fn names(&self) -> impl Iterator<Item = &String> {
        std::iter::once(&self.name).chain(&self.short_name).chain(&self.aliases)
    }
}

/// A person's choice of columns, where the guess is not what they want.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RollChoice {
    /// What each column says.
    pub columns: Option<Vec<RollColumn>>,
    /// Whether the first line names the columns.
    pub has_heads: Option<bool>,
}

impl Roll {
    /// Reads a table against the `actors` that are known.
    #[must_use]
    pub fn read(table: &[Vec<String>], choice: RollChoice, actors: &[Actor]) -> Self {
        let width = table.iter().map(Vec::len).max().unwrap_or_default();
        let first = table.first().map_or(&[][..], Vec::as_slice);
        let by_heads: Vec<Option<RollColumn>> = first.iter().map(|head| by_head(head)).collect();
        let has_heads = choice.has_heads.unwrap_or_else(|| by_heads.contains(&Some(RollColumn::Name)));
        let body = &table[usize::from(has_heads && !table.is_empty())..];
        let mut columns = choice
            .columns
            .unwrap_or_else(|| if has_heads { named(&by_heads) } else { by_contents(body, width) });
        columns.resize(width, RollColumn::Ignored);
        let heads = (0..width).map(|at| match first.get(at) {
            Some(head) if has_heads && !head.trim().is_empty() => head.trim().to_owned(),
            _ => (at + 1).to_string(),
        });
        let (mut lines, mut nameless) = (Vec::new(), Vec::new());
        for (number, values) in (1 + u32::from(has_heads)..).zip(body) {
            match actor(values, &columns) {
                Some(actor) => lines.push((number, actor)),
                None => nameless.push(number),
            }
        }
        Self { has_heads, heads: heads.collect(), lines: compared(lines, actors), columns, nameless }
    }
}

/// Every name that somebody goes by, and who does.
pub(super) fn known_names(actors: &[Actor]) -> HashMap<String, Vec<ActorId>> {
    let mut names: HashMap<String, Vec<ActorId>> = HashMap::new();
    for actor in actors {
        for name in actor.names() {
            let known = names.entry(folded(name)).or_default();
            if known.last() != Some(&actor.id) {
                known.push(actor.id);
            }
        }
    }
    names
}

fn compared(lines: Vec<(u32, RollActor)>, actors: &[Actor]) -> Vec<RollLine> {
    let known = known_names(actors);
    let listed: HashSet<String> =
        lines.iter().flat_map(|(_, actor)| actor.names().map(|name| folded(name))).collect();
    let mut earlier: HashMap<String, u32> = HashMap::new();
    let mut compared = Vec::new();
    for (number, actor) in lines {
        let names: Vec<String> = actor.names().map(|name| folded(name)).collect();
        let mut alike: Vec<ActorId> =
            names.iter().filter_map(|name| known.get(name)).flatten().copied().collect();
        let mut seen = HashSet::new();
        alike.retain(|actor| seen.insert(*actor));
        let repeats = names.iter().filter_map(|name| earlier.get(name)).min().copied();
        for name in names {
            earlier.entry(name).or_insert(number);
        }
        let is_parent_unknown = actor.parent.as_ref().is_some_and(|parent| {
            let parent = folded(parent);
            !known.contains_key(&parent) && !listed.contains(&parent)
        });
        compared.push(RollLine { number, known: alike, repeats, is_parent_unknown, actor });
    }
    compared
}

/// What a line says, by its columns; nothing without a name.
fn actor(values: &[String], columns: &[RollColumn]) -> Option<RollActor> {
    let all = |wanted: RollColumn| {
        values
            .iter()
            .zip(columns)
            .filter(move |(value, column)| **column == wanted && !value.trim().is_empty())
            .map(|(value, _)| value.trim().to_owned())
    };
    let name = all(RollColumn::Name).collect::<Vec<_>>().join(" ");
    if name.is_empty() {
        return None;
    }
    let mut seen = HashSet::from([spelling(&name)]);
    let short_name = all(RollColumn::ShortName).next().filter(|short| seen.insert(spelling(short)));
    let aliases = all(RollColumn::Aliases)
        .flat_map(|names| {
            names.split([';', '|', '\n']).map(|name| name.trim().to_owned()).collect::<Vec<_>>()
        })
        .filter(|alias| !alias.is_empty() && seen.insert(spelling(alias)))
        .collect();
    let said = all(RollColumn::Kind).next().and_then(|word| kind(&word));
    Some(RollActor {
        kind: said.unwrap_or_else(|| likely_kind(&name)),
        short_name,
        parent: all(RollColumn::Parent).next(),
        aliases,
        role: all(RollColumn::Role).next(),
        name,
    })
}

/// The columns as their heads name them: one name, and what follows it another part of it only where it says so.
fn named(by_heads: &[Option<RollColumn>]) -> Vec<RollColumn> {
    let mut taken = HashSet::new();
    by_heads
        .iter()
        .map(|column| match column {
            Some(RollColumn::Aliases) => RollColumn::Aliases,
            Some(column) if taken.insert(column.word()) => *column,
            _ => RollColumn::Ignored,
        })
        .collect()
}

/// The columns by what stands in them, where no line names them.
fn by_contents(body: &[Vec<String>], width: usize) -> Vec<RollColumn> {
    let values = |at: usize| {
        body.iter()
            .filter_map(move |line| line.get(at))
            .map(|value| value.trim())
            .filter(|value| !value.is_empty())
    };
    let mostly = |at: usize, holds: &dyn Fn(&str) -> bool| {
        let (all, fitting) =
            values(at).fold((0, 0), |(all, fitting), value| (all + 1, fitting + usize::from(holds(value))));
        all > 0 && fitting * 2 > all
    };
    let mut columns = vec![RollColumn::Ignored; width];
    let is_kind = |value: &str| kind(value).is_some();
    let Some(name) = (0..width).find(|at| values(*at).next().is_some() && !mostly(*at, &is_kind)) else {
        return columns;
    };
    columns[name] = RollColumn::Name;
    let names: HashSet<String> = values(name).map(folded).collect();
    for at in (0..width).filter(|at| *at != name) {
        let taken = |column| columns.contains(&column);
        let column = if !taken(RollColumn::Kind) && mostly(at, &is_kind) {
            RollColumn::Kind
        } else if !taken(RollColumn::Parent) && mostly(at, &|value| names.contains(&folded(value))) {
            RollColumn::Parent
        } else if mostly(at, &|value| value.contains([';', '|'])) {
            RollColumn::Aliases
        } else if !taken(RollColumn::ShortName)
            && mostly(at, &|value| value.chars().count() <= 8 && !value.contains(' '))
        {
            RollColumn::ShortName
        } else {
            continue;
        };
        columns[at] = column;
    }
    columns
}

/// What a column's head says; the first that fits counts, so that "short name" is no name.
const HEADS: &[(RollColumn, &[&str])] = &[
    (RollColumn::ShortName, &["short", "abbrev", "acronym", "initials"]),
    (RollColumn::Aliases, &["alias", "other name", "also ", "aka", "synonym", "variant"]),
    (RollColumn::Kind, &["kind", "type", "category", "class"]),
    (
        RollColumn::Parent,
        &[
            "parent",
            "belongs",
            "part of",
            "under",
            "affiliation",
            "member of",
            "country",
            "organisation",
            "organization",
        ],
    ),
    (RollColumn::Role, &["role", "title", "office", "function", "post", "job", "position"]),
    (RollColumn::Name, &["name", "actor", "who", "entity", "person"]),
];

fn by_head(head: &str) -> Option<RollColumn> {
    let head = folded(&head.replace(['_', '-', '/'], " "));
    HEADS.iter().find(|(_, words)| words.iter().any(|word| head.contains(word))).map(|(column, _)| *column)
}

/// Words for a kind besides its own.
const KINDS: &[(ActorKind, &[&str])] = &[
    (ActorKind::State, &["state", "country", "nation", "government"]),
    (
        ActorKind::InternationalOrganisation,
        &[
            "international organisation",
            "international organization",
            "organisation",
            "organization",
            "igo",
            "io",
        ],
    ),
    (
        ActorKind::GovernmentBody,
        &["government body", "ministry", "department", "agency", "parliament", "authority", "office"],
    ),
    (ActorKind::Party, &["party", "political party"]),
    (ActorKind::Company, &["company", "firm", "business", "corporation"]),
    (ActorKind::Group, &["group", "ngo", "movement", "union", "association", "coalition"]),
    (ActorKind::Person, &["person", "individual", "human", "people"]),
];

fn kind(word: &str) -> Option<ActorKind> {
    let word = folded(&word.replace('_', " "));
    KINDS.iter().find(|(_, words)| words.contains(&word.as_str())).map(|(kind, _)| *kind)
}
