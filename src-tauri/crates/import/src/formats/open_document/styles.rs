//! What the styles of an OpenDocument text say about its paragraphs and lists.

use std::collections::{HashMap, HashSet};

use crate::refusal::Reason;
use crate::xml::{Tag, Visit};

/// The styles by their names.
#[derive(Debug, Default)]
pub(super) struct Styles {
    parents: HashMap<String, String>,
    breaks: HashSet<String>,
    /// The levels of each list style that number their items.
    numbered: HashMap<String, HashSet<u32>>,
    style: String,
    list: String,
    /// How deep in the head or foot of the pages.
    running: usize,
    running_words: String,
}

/// How many styles may be based on one another.
const CHAIN: usize = 20;

impl Styles {
    /// Whether a paragraph is the document's title.
    pub(super) fn is_title(&self, style: &str) -> bool {
        self.is(style, &["Title"])
    }

    /// Whether a paragraph is quoted from somewhere else.
    pub(super) fn is_quote(&self, style: &str) -> bool {
        self.is(style, &["Quotations"])
    }

    /// Whether a paragraph begins a page.
    pub(super) fn breaks_page(&self, style: &str) -> bool {
        self.chain(style).any(|style| self.breaks.contains(style))
    }

    /// Whether a list numbers its items at that level, from 1.
    pub(super) fn numbers(&self, list: &str, level: u32) -> bool {
        self.numbered.get(list).is_some_and(|levels| levels.contains(&level))
    }

    /// Whether the head or the foot of the pages says more than their numbers.
    pub(super) fn has_running_heads(&self) -> bool {
        let words = self.running_words.split_whitespace();
        words.filter(|word| word.chars().any(char::is_alphabetic)).nth(1).is_some()
    }

    fn is(&self, style: &str, names: &[&str]) -> bool {
        self.chain(style).any(|style| names.contains(&style))
    }

    fn chain<'a>(&'a self, style: &'a str) -> impl Iterator<Item = &'a str> {
        std::iter::successors(Some(style), |style| self.parents.get(*style).map(String::as_str)).take(CHAIN)
    }
}

impl Visit for Styles {
    fn open(&mut self, tag: &Tag<'_>) -> Result<(), Reason> {
        match tag.name {
            "style" => {
                self.style = tag.attribute("name").unwrap_or_default();
                if let Some(parent) = tag.attribute("parent-style-name") {
                    self.parents.insert(self.style.clone(), parent);
                }
                // A paragraph that changes the page's layout begins a page.
                if tag.attribute("master-page-name").is_some_and(|name| !name.is_empty()) {
                    self.breaks.insert(self.style.clone());
                }
            }
            "paragraph-properties" if tag.attribute("break-before").as_deref() == Some("page") => {
                self.breaks.insert(self.style.clone());
            }
            "list-style" => self.list = tag.attribute("name").unwrap_or_default(),
            "list-level-style-number"
                if tag.attribute("num-format").is_some_and(|format| !format.is_empty()) =>
            {
                let level = tag.number("level").unwrap_or(1);
                self.numbered.entry(self.list.clone()).or_default().insert(level);
            }
            "header" | "footer" | "header-left" | "footer-left" | "header-first" | "footer-first" => {
                self.running += 1;
            }
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        if self.running > 0 {
            self.running_words.push_str(text);
        }
    }

    fn close(&mut self, name: &str) -> Result<(), Reason> {
        match name {
            "style" => self.style.clear(),
            "header" | "footer" | "header-left" | "footer-left" | "header-first" | "footer-first" => {
                self.running = self.running.saturating_sub(1);
            }
            _ => {}
        }
        Ok(())
    }
}
