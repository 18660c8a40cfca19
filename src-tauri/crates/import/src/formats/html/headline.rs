//! What a page shows its readers at the head of its article: the headline, and the date beside it. Where a page states
//! neither, that is what a person would look at.

use std::collections::HashSet;

use dom_query::{Document, NodeRef};

use super::names::{SPECIAL, traits};
use crate::metadata::tidy;
use crate::{dates, guess};

/// How many lines below the headline a date still belongs to it, and how many above.
const BELOW: usize = 12;
const ABOVE: usize = 5;

/// How many times as far away a line may be that is said to be a date.
const MARKED: usize = 3;

/// The words with which the classes of lines with dates begin or end.
const DATE_WORDS: &[&str] =
    &["date", "datum", "fecha", "published", "publication", "posted", "time", "timestamp", "stand"];

/// The lines a page shows, in its order.
pub(super) struct Shown {
    lines: Vec<Line>,
}

#[derive(Default)]
struct Line {
    text: String,
    /// 1 for the headings of the first level, 0 for what is no heading.
    level: u8,
    /// Whether the page says that it is a date.
    marked: bool,
    /// The date that the page gives in a form for machines.
    date: Option<String>,
}

impl Shown {
    pub(super) fn on(document: &Document) -> Self {
        let mut shown = Self { lines: vec![Line::default()] };
        if let Some(body) = document.body() {
            shown.children(&body, 0, false);
        }
        for line in &mut shown.lines {
            line.text = tidy(&line.text).unwrap_or_default();
        }
        shown.lines.retain(|line| !line.text.is_empty() || line.date.is_some());
        shown
    }

    /// The headline that a title begins with, before the names of parts of the site; the longest of several.
    pub(super) fn headline_of(&self, title: &str) -> Option<String> {
        let mut fronts: Vec<&str> =
            MARKS.iter().flat_map(|mark| title.match_indices(mark)).map(|(at, _)| &title[..at]).collect();
        fronts.sort_by_key(|front| std::cmp::Reverse(front.len()));
        let heads = self.lines.iter().filter(|line| (1..=2).contains(&line.level));
        let heads: HashSet<String> = heads.map(|line| letters(&line.text)).collect();
        let is_headline = |front: &&str| {
            let front = letters(front);
            front.len() > 3 && heads.contains(&front)
        };
        fronts.into_iter().find(is_headline).map(|front| front.trim().to_owned())
    }

    /// The one headline of the first level, if there is just one.
    pub(super) fn only_headline(&self) -> Option<&str> {
        let mut first = self.lines.iter().filter(|line| line.level == 1).map(|line| line.text.as_str());
        let only = first.next()?;
        first.all(|other| letters(other) == letters(only)).then_some(only)
    }

    /// The date nearest the headline, which belongs to the title: below it, or else above it.
    pub(super) fn date_beside(&self, title: &str) -> Option<String> {
        let headline = self.place_of(title)?;
        let beside = |(at, line): (usize, &Line)| {
            let (distance, reach) =
                if at > headline { (at - headline, BELOW) } else { (headline - at, ABOVE) };
            let times = if line.marked || line.date.is_some() { MARKED } else { 1 };
            let weight = distance * BELOW / reach;
            (distance <= reach * times).then(|| Some((weight / times, line.dated()?)))?
        };
        let dates = self.lines.iter().enumerate().filter_map(beside);
        dates.min_by_key(|(weight, _)| *weight).map(|(_, date)| date)
    }

    /// The heading that has most of the title, or else the first of all.
    fn place_of(&self, title: &str) -> Option<usize> {
        let title = letters(title);
        let alike = |line: &Line| {
            let heading = letters(&line.text);
            let is_part = heading.len() > 3 && (title.contains(&heading) || heading.contains(&title));
            is_part.then(|| heading.len().min(title.len()))
        };
        let headings = || self.lines.iter().enumerate().filter(|(_, line)| (1..=2).contains(&line.level));
        let best = headings()
            .filter_map(|(at, line)| Some((at, alike(line)?)))
            .rev()
            .max_by_key(|(_, alike)| *alike);
        best.map(|(at, _)| at)
            .or_else(|| self.lines.iter().position(|line| letters(&line.text) == title))
            .or_else(|| self.lines.iter().position(|line| line.level == 1))
    }

    fn children(&mut self, node: &NodeRef<'_>, level: u8, marked: bool) {
        let mut child = node.first_child();
        while let Some(node) = child {
            if node.is_text() {
                self.words(&node.text(), level, marked);
            } else {
                self.element(&node, level, marked);
            }
            child = node.next_sibling();
        }
    }

    fn element(&mut self, node: &NodeRef<'_>, level: u8, marked: bool) {
        let Some(name) = node.qual_name_ref().map(|name| name.local.to_ascii_lowercase()) else { return };
        let level = match name.as_bytes() {
            b"nav" | b"footer" | b"script" | b"style" | b"template" | b"select" | b"noscript"
            | b"textarea" => return,
            [b'h', digit @ b'1'..=b'6'] => digit - b'0',
            _ => level,
        };
        let is_block = traits(name.as_bytes()) & SPECIAL != 0;
        let marked = marked || is_date(node);
        if is_block {
            self.lines.push(Line::default());
        }
        if let Some(date) = node.attr("datetime").and_then(|date| dates::parse(&date))
            && let Some(line) = self.lines.last_mut()
        {
            line.date.get_or_insert(date);
        }
        self.children(node, level, marked);
        if is_block {
            self.lines.push(Line::default());
        }
    }

    fn words(&mut self, text: &str, level: u8, marked: bool) {
        let Some(line) = self.lines.last_mut() else { return };
        line.text.push_str(text);
        if !text.trim().is_empty() {
            line.level = line.level.max(level);
            line.marked |= marked;
        }
    }
}

impl Line {
    fn dated(&self) -> Option<String> {
        let told = || guess::about(&self.text).and_then(|about| dates::find(&about));
        let short = || if self.level == 0 { dates::find_short(&guess::about(&self.text)?) } else { None };
        let date = self.date.clone().or_else(told).or_else(|| dates::begins(&self.text)).or_else(short);
        date.filter(|date| date.len() == 10)
    }
}

/// Whether a page says of an element that it is a date.
fn is_date(node: &NodeRef<'_>) -> bool {
    let classes = node.attr("class").unwrap_or_default().to_lowercase();
    let mut words = classes.split(|c: char| !c.is_alphanumeric());
    words.any(|class| DATE_WORDS.iter().any(|word| class.starts_with(word) || class.ends_with(word)))
}

/// What parts a headline from the names of parts of a site, in titles.
const MARKS: &[&str] =
    &[" | ", " - ", " – ", " — ", " · ", " :: ", " » ", " « ", " / ", " : ", " • ", " ǀ ", " │ ", "|"];

/// A name by which it is known again, however it is punctuated.
pub(super) fn letters(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
