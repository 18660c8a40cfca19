//! The lists of a Word document, which number their items while they are read (ECMA-376, 17.9).

use std::collections::HashMap;

use crate::refusal::Reason;
use crate::xml::{Tag, Visit, walk};

/// The lists, and how far each has come.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// Definitions by their ids, with what each level is.
    definitions: HashMap<String, HashMap<u8, Level>>,
    /// The definition of each list, by the list's id.
    lists: HashMap<String, String>,
    /// The levels that a list begins anew, by the list's id.
    restarts: HashMap<String, Vec<(u8, u32)>>,
    /// The last number of each level, by definition: lists of one definition go on counting.
    counts: HashMap<String, Vec<Option<u32>>>,
    definition: String,
    list: String,
    level: u8,
}

#[derive(Debug, Clone, Copy)]
struct Level {
    start: u32,
    numbered: bool,
}

/// Lists have nine levels.
const LEVELS: u8 = 9;

impl Numbering {
    pub(super) fn read(xml: Option<Vec<u8>>) -> Result<Self, Reason> {
        let mut numbering = Self::default();
        if let Some(xml) = xml {
            walk(&xml, &mut numbering)?;
        }
        Ok(numbering)
    }

    /// The number of a list's next item at that level, `None` when the level bears marks and no numbers.
    pub(super) fn next(&mut self, list: &str, level: u8) -> Option<u32> {
        let definition = self.lists.get(list)?;
        let told = self.definitions.get(definition).and_then(|levels| levels.get(&level)).copied()?;
        let counts = self.counts.entry(definition.clone()).or_insert_with(|| vec![None; LEVELS.into()]);
        for (restarted, start) in self.restarts.remove(list).unwrap_or_default() {
            if let Some(count) = counts.get_mut(usize::from(restarted)) {
                *count = Some(start.saturating_sub(1));
            }
        }
        counts.iter_mut().skip(usize::from(level) + 1).for_each(|deeper| *deeper = None);
        let count = counts.get_mut(usize::from(level))?;
        *count = Some(count.map_or(told.start, |last| last.saturating_add(1)));
        count.filter(|_| told.numbered)
    }

    fn current(&mut self) -> Option<&mut Level> {
        let levels = self.definitions.get_mut(&self.definition)?;
        Some(levels.entry(self.level).or_insert(Level { start: 1, numbered: true }))
    }
}

impl Visit for Numbering {
    fn open(&mut self, tag: &Tag<'_>) -> Result<(), Reason> {
        let value = || tag.attribute("val").unwrap_or_default();
        let level = || tag.number("ilvl").and_then(|level| u8::try_from(level).ok()).unwrap_or(LEVELS);
        match tag.name {
            "abstractNum" => {
                self.definition = tag.attribute("abstractNumId").unwrap_or_default();
                self.definitions.insert(self.definition.clone(), HashMap::new());
            }
            "num" => self.list = tag.attribute("numId").unwrap_or_default(),
            "abstractNumId" => {
                self.lists.insert(self.list.clone(), value());
            }
            "lvl" | "lvlOverride" => self.level = level(),
            "startOverride" => {
                let restart = (self.level, tag.number("val").unwrap_or(1));
                self.restarts.entry(self.list.clone()).or_default().push(restart);
            }
            "start" => {
                let start = tag.number("val").unwrap_or(1);
                self.current().into_iter().for_each(|level| level.start = start);
            }
            "numFmt" => {
                let numbered = !matches!(value().as_str(), "bullet" | "none");
                self.current().into_iter().for_each(|level| level.numbered = numbered);
            }
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, _: &str) {}

    fn close(&mut self, name: &str) -> Result<(), Reason> {
        if name == "abstractNum" {
            self.definition.clear();
        }
        Ok(())
    }
}
