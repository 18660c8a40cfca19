//! Paragraphs set before: a note that is composed again after a keystroke sets only what has changed.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::{Line, Measure, Paragraph, Setting, Span};
use crate::fonts::Fonts;

/// What was set for a note the last time and is being set for it now.
#[derive(Debug, Default)]
pub struct Memory(Mutex<Generations>);

#[derive(Debug, Default)]
struct Generations {
    now: Shelf,
    before: Shelf,
}

/// By a hash of the words; those with the same hash are told apart by all there is to them.
type Shelf = HashMap<u64, Vec<Arc<Remembered>>>;

/// A paragraph, and the lines that it was broken into.
#[derive(Debug)]
pub struct Remembered {
    paragraph: Paragraph,
    /// None for one that nobody will ask for again.
    broken: Option<Mutex<Vec<Broken>>>,
}

#[derive(Debug)]
struct Broken {
    width: f32,
    count: usize,
    /// None where only their number was asked for.
    lines: Option<Vec<Line>>,
}

impl Memory {
    /// The note is composed anew: what was not asked for since the last time is forgotten.
    pub fn turn(&self) {
        let mut generations = self.generations();
        generations.before = std::mem::take(&mut generations.now);
    }

    /// No note is looked at any more.
    pub fn forget(&self) {
        *self.generations() = Generations::default();
    }

    /// The paragraph, set now or before.
    #[must_use]
    pub fn paragraph(&self, fonts: &Fonts, spans: &[Span], setting: &Setting) -> Arc<Remembered> {
        let key = key(spans);
        let same = |known: &&Arc<Remembered>| known.paragraph.is_set(fonts, spans, setting);
        let find = |shelf: &Shelf| shelf.get(&key).and_then(|known| known.iter().find(same).cloned());
        let mut generations = self.generations();
        if let Some(known) = find(&generations.now) {
            return known;
        }
        let known = find(&generations.before);
        let known = known.unwrap_or_else(|| {
            let paragraph = Paragraph::new(fonts, spans, setting);
            Arc::new(Remembered { paragraph, broken: Some(Mutex::default()) })
        });
        generations.now.entry(key).or_default().push(Arc::clone(&known));
        known
    }

    fn generations(&self) -> MutexGuard<'_, Generations> {
        // Poisoned ones still hold only whole paragraphs.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl From<Paragraph> for Remembered {
    fn from(paragraph: Paragraph) -> Self {
        Self { paragraph, broken: None }
    }
}

impl Remembered {
    /// The paragraph itself.
    #[must_use]
    pub fn paragraph(&self) -> &Paragraph {
        &self.paragraph
    }

    /// Its lines at that width, as [`Paragraph::lines`] gives them.
    #[must_use]
    pub fn lines(&self, width: f32) -> Vec<Line> {
        let Some(mut known) = self.broken() else { return self.paragraph.lines(&Measure::even(width)) };
        let as_wide = |broken: &Broken| broken.lines.clone().filter(|_| broken.is_as_wide(width));
        if let Some(lines) = known.iter().find_map(as_wide) {
            return lines;
        }
        let lines = self.paragraph.lines(&Measure::even(width));
        known.push(Broken { width, count: lines.len(), lines: Some(lines.clone()) });
        lines
    }

    /// How many there are.
    #[must_use]
    pub fn line_count(&self, width: f32) -> usize {
        let Some(mut known) = self.broken() else { return self.paragraph.line_count(&Measure::even(width)) };
        if let Some(broken) = known.iter().find(|broken| broken.is_as_wide(width)) {
            return broken.count;
        }
        let count = self.paragraph.line_count(&Measure::even(width));
        known.push(Broken { width, count, lines: None });
        count
    }

    fn broken(&self) -> Option<MutexGuard<'_, Vec<Broken>>> {
        Some(self.broken.as_ref()?.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Broken {
    /// Exactly: a hair's breadth may move a word to the next line.
    fn is_as_wide(&self, width: f32) -> bool {
        self.width.to_bits() == width.to_bits()
    }
}

fn key(spans: &[Span]) -> u64 {
    let mut hasher = DefaultHasher::new();
    for span in spans {
        (&span.text, span.style.face, span.style.size.to_bits()).hash(&mut hasher);
    }
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fonts::Face;
    use crate::text::{Language, Style};

    #[test]
    fn what_is_not_asked_for_is_forgotten() {
        let (memory, fonts) = (Memory::default(), Fonts::bundled());
        let setting = Setting::body(Language::new("en"));
        let ask = |text: &str, size: f32| {
            let span = Span::new(text, Style::new(Face::Serif, size));
            memory.paragraph(&fonts, &[span], &setting)
        };
        let first = ask("They would not sign.", 12.0);
        assert!(Arc::ptr_eq(&first, &ask("They would not sign.", 12.0)));
        assert!(
            !Arc::ptr_eq(&first, &ask("They would not sign.", 11.0)),
            "another size is another paragraph"
        );
        memory.turn();
        assert!(Arc::ptr_eq(&first, &ask("They would not sign.", 12.0)), "from the time before");
        memory.turn();
        memory.turn();
        let second = ask("They would not sign.", 12.0);
        assert!(!Arc::ptr_eq(&first, &second), "not asked for the last time");
        memory.forget();
        assert_eq!(Arc::strong_count(&second), 1, "nothing is kept of it");
    }
}
