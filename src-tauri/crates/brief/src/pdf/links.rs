//! The areas of a page that can be clicked.

use std::fmt::Write;

use lopdf::{Object, ObjectId, dictionary};

use super::assembly::{Assembly, name, text};
use super::outline::destination_name;
use crate::page::{ElementId, LinkArea, LinkTarget, Pages};

/// The annotation of a link that belongs to an element.
#[derive(Debug, Clone, Copy)]
pub(super) struct Annotation {
    pub(super) element: ElementId,
    /// Index of the page.
    pub(super) page: usize,
    pub(super) id: ObjectId,
}

/// Adds the link annotations of all pages; gives those that belong to an element, in order.
pub(super) fn add(assembly: &mut Assembly, pages: &Pages) -> Vec<Annotation> {
    let mut annotations = Vec::new();
    for (index, page) in pages.pages.iter().enumerate() {
        let mut ids: Vec<Object> = Vec::with_capacity(page.links.len());
        for link in &page.links {
            // Numbers of the parent tree: the pages come first.
            let number = link.element.map(|_| pages.pages.len() + annotations.len());
            let Some(id) = add_link(assembly, pages, link, page.size.height, number) else { continue };
            ids.push(id.into());
            annotations.extend(link.element.map(|element| Annotation { element, page: index, id }));
        }
        assembly.set_on_page(index, "Annots", ids);
        // Tab goes through links in reading order.
        assembly.set_on_page(index, "Tabs", name("S"));
    }
    annotations
}

/// None for a link to a place that does not exist: it would do nothing when clicked.
fn add_link(
    assembly: &mut Assembly,
    pages: &Pages,
    link: &LinkArea,
    height: f32,
    number: Option<usize>,
) -> Option<ObjectId> {
    let area = link.area;
    let tenth = |value: f32| Object::Real((value * 100.0).round() / 100.0);
    let mut annotation = dictionary! {
        "Type" => "Annot",
        "Subtype" => "Link",
        "Rect" => vec![
            tenth(area.x),
            tenth(height - area.bottom()),
            tenth(area.right()),
            tenth(height - area.y),
        ],
        "Border" => vec![0.into(), 0.into(), 0.into()],
        // Printed along with the page: what is not printed counts as hidden content in an archive.
        "F" => 4,
        "Contents" => text(&link.description),
    };
    match &link.target {
        LinkTarget::Place(place) => {
            pages.destinations.get(place)?;
            annotation.set("Dest", destination_name(place));
        }
        LinkTarget::Address(address) => {
            let action = dictionary! { "S" => "URI", "URI" => Object::string_literal(ascii(address)) };
            annotation.set("A", action);
        }
    }
    if let Some(number) = number {
        annotation.set("StructParent", i64::try_from(number).unwrap_or_default());
    }
    Some(assembly.add(annotation))
}

/// Web addresses in PDF are plain ASCII (ISO 32000-1, 12.6.4.7): other characters are percent-encoded.
fn ascii(address: &str) -> String {
    let mut plain = String::with_capacity(address.len());
    for byte in address.bytes() {
        if byte.is_ascii_graphic() {
            plain.push(char::from(byte));
        } else {
            let _ = write!(plain, "%{byte:02X}");
        }
    }
    plain
}
