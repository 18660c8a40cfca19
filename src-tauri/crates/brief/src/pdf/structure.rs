//! The structure tree: what a screen reader walks through, tied to the marked stretches of the pages.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Object, ObjectId, dictionary};

use super::assembly::{Assembly, name, text};
use super::content::Marked;
use super::links::Annotation;
use crate::page::{CellScope, Element, ElementId, ElementKind, Pages, Structure};

/// The standard structure type (ISO 32000-1, 14.8.4) of a kind of element.
pub(super) fn role(kind: ElementKind) -> &'static str {
    match kind {
        ElementKind::Document => "Document",
        ElementKind::Section => "Sect",
        ElementKind::Division => "Div",
        ElementKind::Title => "Title",
        ElementKind::Heading(level) => {
            ["H1", "H2", "H3", "H4", "H5", "H6"][usize::from(level.clamp(1, 6)) - 1]
        }
        ElementKind::Paragraph => "P",
        ElementKind::BlockQuote => "BlockQuote",
        ElementKind::Span => "Span",
        ElementKind::Quote => "Quote",
        ElementKind::Link => "Link",
        ElementKind::Note => "Note",
        ElementKind::List => "L",
        ElementKind::ListItem => "LI",
        ElementKind::Label => "Lbl",
        ElementKind::ListBody => "LBody",
        ElementKind::Table => "Table",
        ElementKind::TableHead => "THead",
        ElementKind::TableBody => "TBody",
        ElementKind::TableRow => "TR",
        ElementKind::HeaderCell(_) => "TH",
        ElementKind::Cell { .. } => "TD",
        ElementKind::Caption => "Caption",
        ElementKind::Figure => "Figure",
        ElementKind::Contents => "TOC",
        ElementKind::ContentsItem => "TOCI",
    }
}

/// What an element holds, in reading order.
#[derive(Debug, Clone, Copy)]
enum Kid {
    Content(Marked),
    Annotation(Annotation),
    Element(ElementId),
}

pub(super) fn add(assembly: &mut Assembly, pages: &Pages, marked: &[Marked], annotations: &[Annotation]) {
    let kids = kids(&pages.structure, marked, annotations);
    let ids: BTreeMap<ElementId, ObjectId> =
        kids.keys().map(|&element| (element, assembly.reserve())).collect();
    let root = assembly.reserve();
    for (&element, kids) in &kids {
        let Some(what) = pages.structure.get(element) else { continue };
        let parent = what.parent.and_then(|parent| ids.get(&parent)).copied().unwrap_or(root);
        let dictionary = entry(assembly, &ids, element, what, parent, kids);
        assembly.put(ids[&element], dictionary);
    }
    let parents = parent_tree(assembly, pages, &ids, marked, annotations);
    let mut tree = dictionary! {
        "Type" => "StructTreeRoot",
        "K" => ids.get(&Structure::ROOT).copied().map_or(Object::Null, Object::from),
        "ParentTree" => parents,
        "ParentTreeNextKey" => i64::try_from(pages.pages.len() + annotations.len()).unwrap_or_default(),
        // PDF 1.7 knows no title; read aloud as a paragraph it is not skipped.
        "RoleMap" => dictionary! { "Title" => name("P") },
    };
    let notes = notes(pages, &ids);
    if !notes.is_empty() {
        tree.set("IDTree", dictionary! { "Names" => notes });
    }
    assembly.put(root, tree);
    assembly.set("StructTreeRoot", root);
    assembly.set("MarkInfo", dictionary! { "Marked" => true });
}

/// What each element holds. Elements that hold nothing are left out, but for table cells, which keep their
/// column.
fn kids(
    structure: &Structure,
    marked: &[Marked],
    annotations: &[Annotation],
) -> BTreeMap<ElementId, Vec<Kid>> {
    let count = structure.elements().len();
    // Where in the drawing order an element, or anything in it, is first seen.
    let mut seen: Vec<Option<usize>> = vec![None; count];
    let mut own: Vec<Vec<(usize, Kid)>> = vec![Vec::new(); count];
    for (order, mark) in marked.iter().enumerate() {
        own[mark.element.index()].push((order, Kid::Content(*mark)));
        let mut at = Some(mark.element);
        while let Some(element) = at {
            let first = &mut seen[element.index()];
            if first.is_some() {
                break;
            }
            *first = Some(order);
            at = structure.get(element).and_then(|element| element.parent);
        }
    }
    for annotation in annotations {
        own[annotation.element.index()].push((usize::MAX, Kid::Annotation(*annotation)));
    }
    let mut children: Vec<Vec<ElementId>> = vec![Vec::new(); count];
    for (id, element) in structure.iter() {
        let cell = matches!(element.kind, ElementKind::HeaderCell(_) | ElementKind::Cell { .. });
        if let Some(parent) = element.parent
            && (seen[id.index()].is_some() || cell)
        {
            children[parent.index()].push(id);
        }
    }
    let mut all = BTreeMap::new();
    for (id, element) in structure.iter() {
        let cell = matches!(element.kind, ElementKind::HeaderCell(_) | ElementKind::Cell { .. });
        if seen[id.index()].is_none() && !cell && id != Structure::ROOT {
            continue;
        }
        let mut held = std::mem::take(&mut own[id.index()]);
        // Children of an element without text of its own stand in the order in which they were added; beside
        // text they stand where they are drawn.
        let beside_text = held.iter().any(|(_, kid)| matches!(kid, Kid::Content(_)));
        for &child in &children[id.index()] {
            let order = if beside_text { seen[child.index()].unwrap_or_default() } else { 0 };
            held.push((order, Kid::Element(child)));
        }
        held.sort_by_key(|(order, _)| *order);
        all.insert(id, held.into_iter().map(|(_, kid)| kid).collect());
    }
    all
}

fn entry(
    assembly: &Assembly,
    ids: &BTreeMap<ElementId, ObjectId>,
    id: ElementId,
    element: &Element,
    parent: ObjectId,
    kids: &[Kid],
) -> Dictionary {
    let page_of = |page: usize| assembly.page(page).map_or(Object::Null, Object::from);
    let first = kids.iter().find_map(|kid| match kid {
        Kid::Content(mark) => Some(mark.page),
        Kid::Annotation(annotation) => Some(annotation.page),
        Kid::Element(_) => None,
    });
    let objects = kids.iter().filter_map(|kid| match kid {
        Kid::Content(mark) => {
            let number = i64::try_from(mark.number).unwrap_or_default();
            Some(if Some(mark.page) == first {
                number.into()
            } else {
                dictionary! { "Type" => "MCR", "Pg" => page_of(mark.page), "MCID" => number }.into()
            })
        }
        Kid::Annotation(annotation) => Some(
            dictionary! { "Type" => "OBJR", "Pg" => page_of(annotation.page), "Obj" => annotation.id }.into(),
        ),
        Kid::Element(child) => ids.get(child).map(|&child| child.into()),
    });
    let objects: Vec<Object> = objects.collect();
    let mut entry = dictionary! { "S" => name(role(element.kind)), "P" => parent };
    match objects.as_slice() {
        [] => {}
        [only] => entry.set("K", only.clone()),
        _ => entry.set("K", objects),
    }
    if let Some(first) = first {
        entry.set("Pg", page_of(first));
    }
    if let Some(language) = &element.language {
        entry.set("Lang", Object::string_literal(language.tag()));
    }
    if let Some(actual) = &element.actual_text {
        entry.set("ActualText", text(actual));
    }
    if let Some(alternative) = &element.alternative {
        entry.set("Alt", text(alternative));
    }
    if let Some(attributes) = attributes(element.kind) {
        entry.set("A", attributes);
    }
    if element.kind == ElementKind::Note {
        entry.set("ID", note_name(id));
    }
    entry
}

fn attributes(kind: ElementKind) -> Option<Dictionary> {
    match kind {
        ElementKind::HeaderCell(scope) => {
            let (scope, columns) = match scope {
                CellScope::Row => ("Row", 1),
                CellScope::Column => ("Column", 1),
                CellScope::Columns(columns) => ("Column", columns),
                CellScope::Both => ("Both", 1),
            };
            let mut attributes = dictionary! { "O" => "Table", "Scope" => name(scope) };
            if columns > 1 {
                attributes.set("ColSpan", i64::from(columns));
            }
            Some(attributes)
        }
        ElementKind::Cell { columns } if columns > 1 => {
            Some(dictionary! { "O" => "Table", "ColSpan" => i64::from(columns) })
        }
        _ => None,
    }
}

/// PDF/UA-1 wants a name for every note (7.9).
fn note_name(id: ElementId) -> Object {
    Object::string_literal(format!("note{:06}", id.index()))
}

fn notes(pages: &Pages, ids: &BTreeMap<ElementId, ObjectId>) -> Vec<Object> {
    let notes = pages.structure.iter().filter(|(_, element)| element.kind == ElementKind::Note);
    notes.filter_map(|(id, _)| Some([note_name(id), (*ids.get(&id)?).into()])).flatten().collect()
}

/// The way back from a page's stretches, and from annotations, to their elements.
fn parent_tree(
    assembly: &mut Assembly,
    pages: &Pages,
    ids: &BTreeMap<ElementId, ObjectId>,
    marked: &[Marked],
    annotations: &[Annotation],
) -> ObjectId {
    let mut by_page: Vec<Vec<Object>> = vec![Vec::new(); pages.pages.len()];
    for mark in marked {
        by_page[mark.page].push(ids.get(&mark.element).copied().map_or(Object::Null, Object::from));
    }
    let mut numbers: Vec<Object> = Vec::new();
    for (index, elements) in by_page.into_iter().enumerate() {
        let key = i64::try_from(index).unwrap_or_default();
        assembly.set_on_page(index, "StructParents", key);
        let elements = assembly.add(elements);
        numbers.extend([key.into(), elements.into()]);
    }
    for (index, annotation) in annotations.iter().enumerate() {
        let key = i64::try_from(pages.pages.len() + index).unwrap_or_default();
        let element = ids.get(&annotation.element).copied().map_or(Object::Null, Object::from);
        numbers.extend([key.into(), element]);
    }
    assembly.add(dictionary! { "Nums" => numbers })
}
