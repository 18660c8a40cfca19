//! Bookmarks and named destinations.

use lopdf::{Dictionary, Object, ObjectId, dictionary};

use super::assembly::{Assembly, name, text};
use crate::page::{Destination, OutlineEntry, Pages};

pub(super) fn add(assembly: &mut Assembly, pages: &Pages) {
    add_destinations(assembly, pages);
    if pages.outline.is_empty() {
        return;
    }
    let root = assembly.reserve();
    let mut outline = add_entries(assembly, &pages.outline, root);
    outline.set("Type", name("Outlines"));
    assembly.put(root, outline);
    assembly.set("Outlines", root);
    assembly.set("PageMode", name("UseOutlines"));
}

/// Writes bookmarks below `parent`; gives the entries that point to them.
fn add_entries(assembly: &mut Assembly, entries: &[OutlineEntry], parent: ObjectId) -> Dictionary {
    let ids: Vec<ObjectId> = entries.iter().map(|_| assembly.reserve()).collect();
    for (index, entry) in entries.iter().enumerate() {
        let mut item = add_entries(assembly, &entry.children, ids[index]);
        item.set("Title", text(&entry.title));
        item.set("Parent", parent);
        item.set("Dest", destination_name(&entry.destination));
        if let Some(before) = index.checked_sub(1) {
            item.set("Prev", ids[before]);
        }
        if let Some(&after) = ids.get(index + 1) {
            item.set("Next", after);
        }
        assembly.put(ids[index], item);
    }
    match (ids.first(), ids.last()) {
        (Some(&first), Some(&last)) => dictionary! {
            "First" => first,
            "Last" => last,
            "Count" => i64::try_from(count(entries)).unwrap_or(i64::MAX),
        },
        _ => Dictionary::new(),
    }
}

/// All entries and what is below them: everything starts unfolded.
fn count(entries: &[OutlineEntry]) -> usize {
    entries.iter().map(|entry| 1 + count(&entry.children)).sum()
}

/// The name under which links and bookmarks know a destination.
pub(super) fn destination_name(name: &str) -> Object {
    Object::string_literal(name)
}

fn add_destinations(assembly: &mut Assembly, pages: &Pages) {
    let mut names: Vec<Object> = Vec::new();
    // A name tree wants its keys sorted by their bytes, and a BTreeMap of strings is.
    for (key, destination) in &pages.destinations {
        if let Some(place) = place(assembly, pages, destination) {
            names.push(destination_name(key));
            names.push(place);
        }
    }
    if !names.is_empty() {
        let tree = assembly.add(dictionary! { "Names" => names });
        assembly.set_name_tree("Dests", tree);
    }
}

fn place(assembly: &Assembly, pages: &Pages, destination: &Destination) -> Option<Object> {
    let (page, id) = (pages.pages.get(destination.page)?, assembly.page(destination.page)?);
    let y = page.size.height - destination.at.y;
    Some(Object::Array(vec![
        id.into(),
        name("XYZ"),
        Object::Integer(destination.at.x.round() as i64),
        Object::Integer(y.round() as i64),
        Object::Null,
    ]))
}
