//! Annex C: the names a reader meets in the note, how to say them, and who they are.

use super::Resolver;
use crate::document::{Block, Content, Inline, Name, Text};
use crate::words::Phrase;
use chrono::Offset;
use standpoint_core::actors::{Actor, ActorKind};
use standpoint_core::ids::ActorId;
use std::fmt::Display;

impl Resolver<'_> {
    /// Persons in the order of their last names, then others with names of their own, then short forms.
    pub(super) fn names(&self, blocks: &[Block]) -> Vec<Name> {
        let met: Vec<&Actor> = self.met(blocks).collect();
        let mut persons: Vec<&Actor> =
            met.iter().copied().filter(|actor| actor.kind == ActorKind::Person).collect();
        persons.sort_by_key(|actor| (last_name(&actor.name), actor.name.clone(), actor.id));
        let others = met.iter().copied().filter(|actor| actor.kind != ActorKind::Person);
        let mut names: Vec<Name> =
            persons.iter().map(|actor| self.entry_of(actor)).filter(|name| !name.who.is_empty()).collect();
        names.extend(
            others
                .clone()
                .filter(|actor| actor.pronunciation.is_some() || !actor.aliases.is_empty())
                .map(|actor| self.entry_of(actor)),
        );
        names.extend(self.short_forms(&others.collect::<Vec<_>>()));
        // Nobody turns to an annex for the letter Z alone.
        if !names.is_empty() || self.zone.letters().is_some() {
            names.push(self.zone_letters());
        }
        names
    }

    /// Actors that the note shows or names.
    pub(super) fn met<'b>(&'b self, blocks: &[Block]) -> impl Iterator<Item = &'b Actor> {
        let text = words_of(blocks);
        let shown = move |actor: &&Actor| self.shown.actors.contains(&actor.id) || named_in(&text, actor);
        self.snapshot.actors.iter().filter(shown)
    }

    fn entry_of(&self, actor: &Actor) -> Name {
        let mut who = self.who(actor).unwrap_or_default();
        // "Mr" before the same surname tells nobody anything.
        let surname = last_name(&actor.name);
        let told =
            |alias: &&String| actor.kind != ActorKind::Person || !alias.to_lowercase().contains(&surname);
        let aliases: Vec<String> =
            actor.aliases.iter().filter(told).take(4).map(|alias| self.words.quoted(alias)).collect();
        if !aliases.is_empty() {
            let aliases = self.words.list(&aliases);
            who = if who.is_empty() { aliases } else { self.words.set_apart(&[who, aliases]) };
        }
        Name { name: actor.name.clone(), say: actor.pronunciation.clone(), who }
    }

    /// "Secretary of State, United States"; the kind of actor where no office is known.
    pub(super) fn who(&self, actor: &Actor) -> Option<String> {
        let ancestor = self.index.ancestors(actor.id).pop().map(|parent: ActorId| self.index.name(parent));
        match (&actor.role, ancestor) {
            (Some(role), Some(state)) if !role.contains(&state) => {
                Some(self.words.list(&[role.clone(), state]))
            }
            (Some(role), _) => Some(role.clone()),
            (None, Some(state)) => Some(state),
            (None, None) if actor.kind == ActorKind::Person => None,
            (None, None) => Some(self.words.actor_kind(actor.kind).to_owned()),
        }
    }

    /// One row for all short names that are not the names themselves.
    fn short_forms(&self, others: &[&Actor]) -> Option<Name> {
        let (labels, meanings): (Vec<String>, Vec<String>) = others
            .iter()
            .filter_map(|actor| Some((actor.short_name.clone()?, actor.name.clone())))
            .filter(|(short, name)| short != name && !name.contains(short.as_str()))
            .unzip();
        let all = Name { name: self.words.list(&labels), say: None, who: self.words.list(&meanings) };
        Some(all).filter(|_| !labels.is_empty())
    }

    /// The zone's letters, and the Z of the date-time group.
    fn zone_letters(&self) -> Name {
        let zulu = self.words.get(Phrase::Zulu);
        match self.zone.letters() {
            Some((letters, offset)) => {
                let ahead = offset.fix().local_minus_utc() / 3600;
                let distance = match ahead {
                    0 => self.words.get(Phrase::SameHour).to_owned(),
                    1 => self.words.get(Phrase::OneHourBehind).to_owned(),
                    -1 => self.words.get(Phrase::OneHourAhead).to_owned(),
                    hours if hours > 0 => self.words.with(Phrase::HoursBehind, &[("hours", &hours)]),
                    hours => self.words.with(Phrase::HoursAhead, &[("hours", &-hours)]),
                };
                let zone = self.words.zone_name(letters);
                let who = [("zone", &zone as &dyn Display), ("zulu", &zulu), ("distance", &distance)];
                Name {
                    name: self.words.list(&[letters.to_owned(), "Z".to_owned()]),
                    say: None,
                    who: self.words.with(Phrase::ZoneAndZulu, &who),
                }
            }
            None => Name { name: "Z".to_owned(), say: None, who: zulu.to_owned() },
        }
    }
}

fn last_name(name: &str) -> String {
    name.split_whitespace().last().unwrap_or_default().to_lowercase()
}

fn named_in(text: &str, actor: &Actor) -> bool {
    let mut known = actor.names().filter(|name| name.chars().count() > 1);
    known.any(|name| {
        text.match_indices(name.as_str()).any(|(start, found)| {
            let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            !letter(text[..start].chars().next_back()) && !letter(text[start + found.len()..].chars().next())
        })
    })
}

/// The words of the running text, where names may stand.
fn words_of(blocks: &[Block]) -> String {
    let mut words = String::new();
    let mut take = |text: &Text| {
        for inline in text {
            if let Inline::Words { text, .. } = inline {
                words.push_str(text);
            }
        }
        words.push('\n');
    };
    for block in blocks {
        match &block.content {
            Content::Paragraph { lead, text, .. } => [lead, text].into_iter().for_each(&mut take),
            Content::Heading { text, .. } | Content::Recommendation(text) => take(text),
            Content::Bullets(items) | Content::LinesToTake(items) | Content::PressLine(items) => {
                items.iter().for_each(&mut take);
            }
            Content::DefensiveLines(pairs) => pairs.iter().for_each(|(question, answer)| {
                take(question);
                take(answer);
            }),
            Content::Options(options) => options.iter().flatten().for_each(&mut take),
            _ => {}
        }
    }
    words
}
