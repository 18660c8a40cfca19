//! Which paragraphs of the file belong to which block: by bookmarks first, then by where they stand and how they are
//! styled.

use super::around::{letters, lines_of};
use super::order::{printed, stayed};
use super::shape::{Shape, bare, shapes};
use super::{Atom, Cell, Line};
use crate::told::Told;
use standpoint_core::notes::NoteSnapshot;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// A bookmark of ours: `b12_KEY` for a block, `b12_0_KEY` for a text of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) block: usize,
    pub(super) part: Option<u32>,
    pub(super) key: String,
}

impl Mark {
    pub(super) fn read(name: &str) -> Option<Self> {
        let mut fields = name.strip_prefix('b')?.split('_');
        let block = fields.next()?.parse().ok()?;
        let (part, key) = match (fields.next()?, fields.next()) {
            (key, None) => (None, key),
            (part, Some(key)) => (Some(part.parse().ok()?), key),
        };
        let is_key = key.len() == 16 && key.bytes().all(|byte| byte.is_ascii_hexdigit());
        (is_key && fields.next().is_none()).then(|| Self { block, part, key: key.to_owned() })
    }
}

/// A text of a block as it came back, or a new one behind the part it stands behind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Text {
    /// Its number in the block; none for what is new: an item, a cell, a question.
    pub(super) part: Option<u32>,
    /// Where it stands, if in a table.
    pub(super) cell: Option<Cell>,
    /// Looks like a question.
    pub(super) is_question: bool,
    pub(super) atoms: Vec<Atom>,
}

impl Text {
    fn new(part: Option<u32>, line: &Line, atoms: Vec<Atom>) -> Self {
        let is_question = style(&line.style) == "defensivelinesquestion";
        Self { part, cell: line.cell, is_question, atoms }
    }
}

/// A paragraph that belongs to no block, behind the block of that number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stray {
    pub(super) behind: usize,
    pub(super) line: Line,
}

/// The file, sorted.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    /// Texts by the number of their block, in the order of the file.
    pub(super) texts: BTreeMap<usize, Vec<Text>>,
    /// Words of blocks that are drawn, paragraph by paragraph.
    pub(super) drawn: BTreeMap<usize, Vec<String>>,
    /// Where the tables of blocks begin.
    pub(super) tables: BTreeMap<usize, Cell>,
    /// Lines before the body that belong to blocks of it.
    pub(super) first_page: BTreeSet<usize>,
    /// Blocks that are there.
    pub(super) there: BTreeSet<usize>,
    /// The same in the order of the file.
    pub(super) order: Vec<usize>,
    pub(super) strays: Vec<Stray>,
    pub(super) pictures: usize,
}

/// The words of what came back.
pub(super) fn words_of(atoms: &[Atom]) -> String {
    let words = atoms.iter().filter_map(|atom| match atom {
        Atom::Words { text, .. } | Atom::Link { text, .. } | Atom::To { text, .. } => Some(text.as_str()),
        Atom::Footnote(_) | Atom::Mark(_) => None,
    });
    words.collect()
}

/// Sorts the paragraphs of the file.
pub(super) fn gather(exported: &NoteSnapshot, told: &Told, lines: &[Line], region: &Region) -> Gathered {
    let shapes = shapes(exported, told);
    let of_body: BTreeSet<usize> = printed(told).into_iter().collect();
    let head = lines_of(&told.manuscript.head);
    let mut gathered = Gathered::default();
    let mut here: Option<usize> = None;
    for (index, line) in lines.iter().enumerate().take(region.end) {
        gathered.there.extend(marks(line).iter().map(|mark| mark.block));
        let line = &*from_drawn(line, &shapes);
        let marks = marks(line);
        let is_text = marks.iter().any(|mark| mark.part.is_some());
        let block =
            if is_text { texts(line, &shapes, &mut gathered) } else { marks.first().map(|it| it.block) };
        gathered.order.extend(block.filter(|block| !gathered.order.contains(block)));
        if let (Some(mark), Some(cell)) = (marks.iter().find(|mark| mark.part.is_none()), line.cell) {
            gathered.tables.entry(mark.block).or_insert(cell);
        }
        here = block.or(here);
        let is_first_page = index < region.begin && !style(&line.style).starts_with("bottomline");
        if is_first_page {
            // What stands there and is the page's own belongs to no block that was moved there.
            let is_moved = here.is_some_and(|here| of_body.contains(&here))
                && !(block.is_none() && head.contains(&letters(&words_of(&line.atoms))));
            if !is_moved {
                continue;
            }
            gathered.first_page.insert(index);
        }
        if !is_text {
            unmarked(line, here.unwrap_or(0), block.is_some(), &shapes, &mut gathered);
        }
    }
    gathered
}

/// The paragraph from where a drawn block begins in it: what stood before it was taken out, and left its bookmarks.
fn from_drawn<'a>(line: &'a Line, shapes: &BTreeMap<usize, Shape>) -> Cow<'a, Line> {
    let is_drawn = |atom: &Atom| match atom {
        Atom::Mark(name) => Mark::read(name).is_some_and(|mark| {
            mark.part.is_none() && shapes.get(&mark.block).is_some_and(|shape| !shape.has_texts())
        }),
        _ => false,
    };
    match line.atoms.iter().rposition(is_drawn) {
        Some(at) if at > 0 && is_blank(&line.atoms[..at]) => {
            Cow::Owned(Line { atoms: line.atoms[at..].to_vec(), ..line.clone() })
        }
        _ => Cow::Borrowed(line),
    }
}

fn is_blank(atoms: &[Atom]) -> bool {
    words_of(atoms).trim().is_empty() && !atoms.iter().any(|atom| matches!(atom, Atom::Footnote(_)))
}

fn marks(line: &Line) -> Vec<Mark> {
    let marks = line.atoms.iter().filter_map(|atom| match atom {
        Atom::Mark(name) => Mark::read(name),
        _ => None,
    });
    marks.collect()
}

/// Where the body stands among the lines of the file: before it the first page, behind it the annexes.
#[derive(Debug)]
pub(super) struct Region {
    pub(super) begin: usize,
    pub(super) end: usize,
}

pub(super) fn body(told: &Told, lines: &[Line]) -> Region {
    // What was moved up to the first page does not begin the body.
    let found: Vec<usize> = lines.iter().flat_map(marks).map(|mark| mark.block).collect();
    let stayed: BTreeSet<usize> = stayed(told, &found).into_iter().collect();
    let of_body = |line: &Line| marks(line).iter().any(|mark| stayed.contains(&mark.block));
    let begin = lines.iter().position(of_body).unwrap_or(lines.len());
    let ends = |line: &Line| {
        line.atoms.iter().any(|atom| matches!(atom, Atom::Mark(name) if name.starts_with("annexes_")))
    };
    let last = lines.iter().rposition(|line| !marks(line).is_empty()).map_or(0, |last| last + 1);
    let end = lines.iter().position(ends).unwrap_or(last);
    Region { begin: begin.min(end), end }
}

/// The texts of a paragraph that holds some, and the block of the first that says something.
fn texts(line: &Line, shapes: &BTreeMap<usize, Shape>, gathered: &mut Gathered) -> Option<usize> {
    let mut found: Vec<(usize, u32, Vec<Atom>)> = Vec::new();
    let mut before: Vec<Atom> = Vec::new();
    for atom in &line.atoms {
        let mark = match atom {
            Atom::Mark(name) => match Mark::read(name) {
                Some(Mark { block, part: Some(part), .. }) => Some((block, part)),
                _ => continue,
            },
            _ => None,
        };
        match (mark, found.last_mut()) {
            (Some((block, part)), _) => {
                let own = shapes.get(&block).map(|shape| shape.before(part)).unwrap_or_default();
                if let Some((.., atoms)) = found.last_mut() {
                    // Where paragraphs were run together it stands between their texts.
                    drop_end(atoms, &own);
                }
                found.push((block, part, without(std::mem::take(&mut before), &own)));
            }
            (None, Some((.., atoms))) => atoms.push(atom.clone()),
            (None, None) => before.push(atom.clone()),
        }
    }
    // A paragraph that was run into the one before it brings its bookmark along, and one that was taken out may leave
    // its own behind.
    let mut kept: Vec<(usize, u32, Vec<Atom>)> = Vec::new();
    let all_blank = found.iter().all(|(.., atoms)| is_blank(atoms));
    for (block, part, atoms) in found {
        let same = |last: &&mut (usize, u32, Vec<Atom>)| {
            last.0 == block && shapes.get(&block).is_some_and(|shape| shape.together(last.1, part))
        };
        match kept.last_mut() {
            None if is_blank(&atoms) && !all_blank => {}
            None => kept.push((block, part, atoms)),
            Some(last) if same(&last) => kept.push((block, part, atoms)),
            Some(last) => last.2.extend(atoms),
        }
    }
    let first = kept.first().map(|(block, ..)| *block);
    for (block, part, atoms) in kept {
        gathered.texts.entry(block).or_default().push(Text::new(Some(part), line, atoms));
    }
    first
}

/// What stands before the first text without what the program itself put there.
fn without(atoms: Vec<Atom>, own: &str) -> Vec<Atom> {
    if own.is_empty() || !bare(&words_of(&atoms)).starts_with(own) {
        return atoms;
    }
    let mut left = own.chars().count();
    let mut kept = Vec::new();
    for mut atom in atoms {
        if let Atom::Words { text, .. } = &mut atom {
            while left > 0 && !text.is_empty() {
                let first = text.remove(0);
                left -= usize::from(!first.is_whitespace());
            }
        }
        kept.push(atom);
    }
    kept
}

/// Takes it off the end.
fn drop_end(atoms: &mut [Atom], own: &str) {
    if own.is_empty() || !bare(&words_of(atoms)).ends_with(own) {
        return;
    }
    let mut left = own.chars().count();
    for atom in atoms.iter_mut().rev() {
        if let Atom::Words { text, .. } = atom {
            while left > 0
                && let Some(last) = text.pop()
            {
                left -= usize::from(!last.is_whitespace());
            }
        }
    }
}

/// A paragraph without a text of ours: part of what is drawn, a new item, or new altogether.
fn unmarked(
    line: &Line,
    here: usize,
    marked: bool,
    shapes: &BTreeMap<usize, Shape>,
    gathered: &mut Gathered,
) {
    let words = bare(&words_of(&line.atoms));
    gathered.pictures += usize::from(line.picture && !marked);
    if words.is_empty() {
        return;
    }
    let shape = shapes.get(&here);
    let has_texts = shape.is_some_and(Shape::has_texts);
    if has_texts && (marked || shape.is_some_and(|shape| shape.is_fixed(&words))) {
        return;
    }
    if !has_texts && shape.is_some() {
        let drawn = gathered.drawn.entry(here).or_default();
        let left = shape.map_or(0, |shape| shape.lines.len()) > drawn.len();
        if marked || line.cell.is_some() || left {
            drawn.push(words_of(&line.atoms));
            return;
        }
    }
    let style = style(&line.style);
    // The row of the heads is the table's own.
    let is_cell = |head: &Cell| line.cell.is_some_and(|it| it.table == head.table && it.row != head.row);
    if shape.is_some_and(|shape| shape.is_table) && gathered.tables.get(&here).is_some_and(is_cell) {
        gathered.texts.entry(here).or_default().push(Text::new(None, line, line.atoms.clone()));
        return;
    }
    let item = shape.is_some_and(|shape| shape.items.contains(&style.as_str()));
    let within = ["bottomline", "recommendation"].iter().any(|name| style.starts_with(name));
    if let Some(texts) = gathered.texts.get_mut(&here).filter(|_| has_texts && line.cell.is_none()) {
        if item {
            texts.push(Text::new(None, line, line.atoms.clone()));
            return;
        }
        if let Some(last) = texts.last_mut().filter(|_| within) {
            let (bold, italic, language) = (false, false, None);
            last.atoms.push(Atom::Words { text: "\n".to_owned(), bold, italic, language });
            last.atoms.extend(line.atoms.iter().cloned());
            return;
        }
    }
    if !parted(&words, here, shapes, gathered) {
        gathered.strays.push(Stray { behind: here, line: line.clone() });
    }
}

/// Whether this is the end of the block before, which another was moved up or down into.
fn parted(words: &str, here: usize, shapes: &BTreeMap<usize, Shape>, gathered: &mut Gathered) -> bool {
    let at = gathered.order.iter().position(|block| *block == here);
    let before = at.and_then(|at| at.checked_sub(1)).and_then(|at| gathered.order.get(at).copied());
    before.is_some_and(|block| belongs(words, block, shapes, gathered))
}

/// Whether this is a line of a block that its writer did not write: if it is drawn, the next one.
fn belongs(words: &str, block: usize, shapes: &BTreeMap<usize, Shape>, gathered: &mut Gathered) -> bool {
    let Some(shape) = shapes.get(&block) else { return false };
    if shape.has_texts() {
        return shape.is_fixed(words);
    }
    let drawn = gathered.drawn.entry(block).or_default();
    let next = shape.lines.iter().filter(|line| !line.words.is_empty()).nth(drawn.len());
    let is_next = next.is_some_and(|next| next.words == words);
    if is_next {
        drawn.extend(next.map(|next| next.shown.clone()));
    }
    is_next
}

/// A style's name as every program writes it.
pub(super) fn style(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
