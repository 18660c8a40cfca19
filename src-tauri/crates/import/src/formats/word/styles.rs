//! What the styles of a Word document say about its paragraphs: which are headings, quotations or items of lists.

use std::collections::HashMap;

use crate::refusal::Reason;
use crate::xml::{Tag, Visit, walk};

/// The styles by their ids.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: HashMap<String, Style>,
    current: String,
}

/// What a style says of itself; what it leaves out it takes from the style it is based on.
#[derive(Debug, Default)]
struct Style {
    name: String,
    based_on: Option<String>,
    outline: Option<u8>,
    list: Option<String>,
    list_level: Option<u8>,
}

/// How many styles may be based on one another.
const CHAIN: usize = 20;

impl Styles {
    pub(super) fn read(xml: Option<Vec<u8>>) -> Result<Self, Reason> {
        let mut styles = Self::default();
        if let Some(xml) = xml {
            walk(&xml, &mut styles)?;
        }
        Ok(styles)
    }

    /// The level of the heading that a style makes, 1 to 6.
    pub(super) fn heading(&self, id: &str) -> Option<u8> {
        self.chain(id).find_map(|style| match (style.outline, named_heading(&style.name)) {
            (Some(outline), _) => Some(heading_of(outline)),
            (None, named) => named.map(Some),
        })?
    }

    /// Whether a style sets a quotation.
    pub(super) fn is_quote(&self, id: &str) -> bool {
        let quote = |style: &Style| {
            matches!(style.name.as_str(), "quote" | "intense quote" | "block text" | "block quote")
        };
        self.chain(id).any(quote)
    }

    /// The list that a style's paragraphs are items of, and their level in it from 0.
    pub(super) fn list(&self, id: &str) -> Option<(String, u8)> {
        let list = self.chain(id).find_map(|style| style.list.clone())?;
        let level = self.chain(id).find_map(|style| style.list_level).unwrap_or(0);
        Some((list, level))
    }

    fn chain(&self, id: &str) -> impl Iterator<Item = &Style> {
        let based_on = |style: &&Style| self.styles.get(style.based_on.as_deref()?);
        std::iter::successors(self.styles.get(id), based_on).take(CHAIN)
    }
}

/// Outline levels count from 0, and 9 is running text (ECMA-376, 17.3.1.20).
pub(super) fn heading_of(outline: u8) -> Option<u8> {
    (outline < 9).then(|| (outline + 1).min(6))
}

/// A built-in style's name is the same in every language of Word.
fn named_heading(name: &str) -> Option<u8> {
    match name {
        "title" => Some(1),
        _ => name
            .strip_prefix("heading ")?
            .parse()
            .ok()
            .filter(|level| (1..=9).contains(level))
            .map(|l: u8| l.min(6)),
    }
}

impl Visit for Styles {
    fn open(&mut self, tag: &Tag<'_>) -> Result<(), Reason> {
        if tag.name == "style" {
            self.current = tag.attribute("styleId").unwrap_or_default();
            self.styles.insert(self.current.clone(), Style::default());
        }
        let Some(style) = self.styles.get_mut(&self.current) else { return Ok(()) };
        let level = || tag.number("val").and_then(|level| u8::try_from(level).ok());
        match tag.name {
            "name" => style.name = tag.attribute("val").unwrap_or_default().to_lowercase(),
            "basedOn" => style.based_on = tag.attribute("val"),
            "outlineLvl" => style.outline = level(),
            "numId" => style.list = tag.attribute("val"),
            "ilvl" => style.list_level = level(),
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, _: &str) {}

    fn close(&mut self, name: &str) -> Result<(), Reason> {
        if name == "style" {
            self.current.clear();
        }
        Ok(())
    }
}
