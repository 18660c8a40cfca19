//! What came back, in the note's own form; and the note's own form without what makes no difference on paper.

use super::Atom;
use crate::told::Told;
use standpoint_core::ids::BlockId;
use standpoint_core::notes::NoteSnapshot;
use standpoint_core::notes::block::{CitationTarget, Inline, Text};
use standpoint_core::positions::Relation;

/// The note that went out, to find again what its numbers stood for.
pub(super) struct Reader<'a> {
    snapshot: &'a NoteSnapshot,
    told: &'a Told,
    /// Every citation of the note.
    citations: Vec<Cited>,
}

/// A citation as it stood in the note.
struct Cited {
    /// The numbers that it printed.
    labels: Vec<String>,
    targets: Vec<CitationTarget>,
    /// A space was typed before it, which paper does not show.
    is_spaced: bool,
}

impl<'a> Reader<'a> {
    pub(super) fn new(snapshot: &'a NoteSnapshot, told: &'a Told) -> Self {
        let mut reader = Self { snapshot, told, citations: Vec::new() };
        let mut found = Vec::new();
        for text in snapshot.blocks.iter().flat_map(|block| block.body.texts()) {
            citations(text, &mut found);
        }
        let cited = found.into_iter().map(|(targets, is_spaced)| Cited {
            labels: reader.labels(&targets),
            targets,
            is_spaced,
        });
        reader.citations = cited.collect();
        reader
    }

    /// The numbers that a citation printed.
    fn labels(&self, targets: &[CitationTarget]) -> Vec<String> {
        let evidence = &self.told.document.evidence;
        let excerpt = |id| evidence.entries.iter().position(|entry| entry.excerpt == id);
        let mut numbers: Vec<(bool, usize)> = Vec::new();
        for target in targets {
            match target {
                CitationTarget::Excerpt(id) => numbers.extend(excerpt(*id).map(|at| (false, at))),
                CitationTarget::Source(id) => {
                    let at = evidence.sources.iter().position(|source| source.id == *id);
                    numbers.extend(at.map(|at| (true, at)));
                }
                CitationTarget::Position(id) => {
                    let position = self.snapshot.positions.iter().find(|position| position.id == *id);
                    let shown = position.iter().flat_map(|position| &position.evidence);
                    let shown = shown.filter(|evidence| evidence.relation != Relation::Context);
                    numbers.extend(shown.filter_map(|it| excerpt(it.excerpt)).map(|at| (false, at)));
                }
            }
        }
        numbers.sort_unstable();
        numbers.dedup();
        let label =
            |(source, at): (bool, usize)| if source { format!("S{}", at + 1) } else { (at + 1).to_string() };
        numbers.into_iter().map(label).collect()
    }

    /// What stood behind these numbers: the citation that printed them, or what each of them stands for.
    fn targets(&self, labels: &[String]) -> Vec<CitationTarget> {
        if let Some(known) = self.citations.iter().find(|known| known.labels == labels) {
            return known.targets.clone();
        }
        let evidence = &self.told.document.evidence;
        let one = |label: &String| {
            let number = label.trim_start_matches('S');
            let at = number.parse::<usize>().ok()?.checked_sub(1)?;
            Some(if number == label {
                CitationTarget::Excerpt(evidence.entries.get(at)?.excerpt)
            } else {
                CitationTarget::Source(evidence.sources.get(at)?.id)
            })
        };
        labels.iter().filter_map(one).collect()
    }

    fn block(&self, bookmark: &str) -> Option<BlockId> {
        let at = bookmark.strip_prefix("block_")?.parse::<usize>().ok()?.checked_sub(1)?;
        Some(self.snapshot.blocks.get(at)?.id)
    }

    /// What came back, as the note has it.
    pub(super) fn text(&self, atoms: &[Atom], languages: &[String]) -> Text {
        let mut text = Text::new();
        let mut numbers: Vec<String> = Vec::new();
        for (index, atom) in atoms.iter().enumerate() {
            match atom {
                Atom::Words { text: words, .. }
                    if words == ", " && !numbers.is_empty() && goes_on(atoms, index) => {}
                Atom::Words { text: words, bold, italic, language } => {
                    let mut words = words.as_str();
                    if !numbers.is_empty() {
                        words = words.strip_prefix(']').unwrap_or(words);
                        self.cite(&mut numbers, &mut text);
                    }
                    let kept = language.as_ref().and_then(|tag| foreign(tag, languages));
                    text.push(Inline::Text {
                        text: words.to_owned(),
                        bold: *bold,
                        italic: *italic,
                        language: kept,
                    });
                }
                Atom::To { text: words, bookmark } if leads_to_evidence(bookmark) => {
                    if numbers.is_empty() {
                        open_bracket(&mut text);
                    }
                    numbers.push(words.trim_matches(['[', ']', ' ', '\u{A0}', '\u{202F}', ',']).to_owned());
                }
                other => {
                    self.cite(&mut numbers, &mut text);
                    match other {
                        Atom::To { text: words, bookmark } => text.push(match self.block(bookmark) {
                            Some(block) => Inline::Reference { block },
                            None => Inline::words(words),
                        }),
                        Atom::Link { text: words, address } => {
                            text.push(Inline::Link { url: address.clone(), text: words.clone() });
                        }
                        Atom::Footnote(inside) => {
                            let mut inside = self.text(inside, languages);
                            inside.retain(|inline| !matches!(inline, Inline::Footnote { .. }));
                            text.push(Inline::Footnote { text: plain(&inside, self) });
                        }
                        Atom::Words { .. } | Atom::Mark(_) => {}
                    }
                }
            }
        }
        self.cite(&mut numbers, &mut text);
        text
    }

    /// Puts the spaces before citations again where they stood.
    pub(super) fn space(&self, text: &mut Text) {
        let mut next: Option<bool> = None;
        for inline in text.iter_mut().rev() {
            match inline {
                Inline::Citation { targets } => {
                    let known = self.citations.iter().find(|known| known.targets == *targets);
                    next = known.map(|known| known.is_spaced);
                    continue;
                }
                Inline::Text { text, .. } if next == Some(true) && !text.ends_with(char::is_whitespace) => {
                    text.push(' ');
                }
                Inline::Footnote { text } => self.space(text),
                _ => {}
            }
            next = None;
        }
    }

    fn cite(&self, numbers: &mut Vec<String>, text: &mut Text) {
        if !numbers.is_empty() {
            let targets = self.targets(&std::mem::take(numbers));
            if !targets.is_empty() {
                text.push(Inline::Citation { targets });
            }
        }
    }
}

/// Word names a language to every run; only those that the note named itself are taken back.
fn foreign(tag: &str, languages: &[String]) -> Option<String> {
    let primary = |tag: &str| tag.split('-').next().unwrap_or_default().to_lowercase();
    languages.iter().find(|known| primary(known) == primary(tag)).cloned()
}

/// Whether another number of the same citation comes.
fn goes_on(atoms: &[Atom], index: usize) -> bool {
    let next = atoms[index + 1..].iter().find(|atom| !matches!(atom, Atom::Mark(_)));
    matches!(next, Some(Atom::To { bookmark, .. }) if leads_to_evidence(bookmark))
}

fn leads_to_evidence(bookmark: &str) -> bool {
    bookmark.starts_with("evidence_") || bookmark.starts_with("source_")
}

/// The bracket before a citation's first number is the citation's own.
fn open_bracket(text: &mut Text) {
    if let Some(Inline::Text { text: words, .. }) = text.last_mut()
        && let Some(rest) = words.strip_suffix('[')
    {
        let rest = rest.trim_end_matches(['\u{A0}', ' ', '\u{202F}']).len();
        words.truncate(rest);
    }
}

fn citations(text: &Text, found: &mut Vec<(Vec<CitationTarget>, bool)>) {
    let mut is_spaced = false;
    for inline in text {
        match inline {
            Inline::Citation { targets } => found.push((targets.clone(), is_spaced)),
            Inline::Footnote { text } => citations(text, found),
            Inline::Text { .. } | Inline::Reference { .. } | Inline::Link { .. } => {}
        }
        is_spaced = matches!(inline, Inline::Text { text, .. } if text.ends_with(char::is_whitespace));
    }
}

/// Languages that a text names.
pub(super) fn languages(text: &Text, found: &mut Vec<String>) {
    for inline in text {
        match inline {
            Inline::Text { language: Some(tag), .. } => found.push(tag.clone()),
            Inline::Footnote { text } => languages(text, found),
            _ => {}
        }
    }
}

/// A text without what makes no difference on paper: how it is cut into pieces, spaces at its ends and before
/// citations, control characters, citations and footnotes that print nothing.
pub(super) fn plain(text: &Text, reader: &Reader<'_>) -> Text {
    let mut plain: Text = Vec::new();
    for inline in text {
        match inline {
            Inline::Text { text, bold, italic, language } => {
                let words: String =
                    text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
                let own = reader.told.document.language.split('-').next().unwrap_or_default();
                let language = language.clone().filter(|tag| tag.split('-').next() != Some(own));
                if let Some(Inline::Text { text: before, bold: b, italic: i, language: l }) = plain.last_mut()
                    && (*b, *i, &*l) == (*bold, *italic, &language)
                {
                    before.push_str(&words);
                } else if !words.is_empty() {
                    plain.push(Inline::Text { text: words, bold: *bold, italic: *italic, language });
                }
            }
            Inline::Citation { targets } => {
                let labels = reader.labels(targets);
                trim_end(&mut plain);
                if !labels.is_empty() {
                    plain.push(Inline::Citation { targets: reader.targets(&labels) });
                }
            }
            Inline::Footnote { text } => {
                let inside = self::plain(text, reader);
                if !inside.is_empty() {
                    plain.push(Inline::Footnote { text: inside });
                }
            }
            Inline::Link { url, text } if !text.is_empty() => match plain.last_mut() {
                // Some programs cut a link in two.
                Some(Inline::Link { url: known, text: before }) if known == url.trim() => {
                    before.push_str(text);
                }
                _ => plain.push(Inline::Link { url: url.trim().to_owned(), text: text.clone() }),
            },
            Inline::Link { .. } => {}
            Inline::Reference { block } => plain.push(Inline::Reference { block: *block }),
        }
    }
    trim_end(&mut plain);
    while let Some(Inline::Text { text, .. }) = plain.first_mut() {
        *text = text.trim_start().to_owned();
        if !text.is_empty() {
            break;
        }
        plain.remove(0);
    }
    plain.retain(|inline| !matches!(inline, Inline::Text { text, .. } if text.is_empty()));
    plain
}

/// Without spaces at its end, however they look and however many pieces they are.
fn trim_end(text: &mut Text) {
    while let Some(Inline::Text { text: words, .. }) = text.last_mut() {
        words.truncate(words.trim_end().len());
        if !words.is_empty() {
            break;
        }
        text.pop();
    }
}

impl Reader<'_> {
    /// A text as it is shown beside another: its words, numbers in brackets, footnotes in parentheses.
    pub(super) fn shown(&self, text: &Text) -> String {
        let mut shown = String::new();
        for inline in text {
            match inline {
                Inline::Text { text, .. } | Inline::Link { text, .. } => shown.push_str(text),
                Inline::Citation { targets } => {
                    shown.extend(["\u{A0}[", &self.labels(targets).join(", "), "]"]);
                }
                Inline::Reference { block } => {
                    let at = self.snapshot.blocks.iter().position(|other| other.id == *block);
                    let place = at.map(|at| format!("block-{}", at + 1));
                    let runs = self.told.manuscript.texts().into_iter().flatten();
                    let label = runs.into_iter().find_map(|run| match run {
                        crate::manuscript::Run::Link {
                            text, to: crate::manuscript::To::Number(to), ..
                        } => (Some(to) == place.as_ref()).then(|| text.clone()),
                        _ => None,
                    });
                    shown.push_str(&label.unwrap_or_else(|| "?".to_owned()));
                }
                Inline::Footnote { text } => shown.extend([" (", &self.shown(text), ")"]),
            }
        }
        shown
    }
}
