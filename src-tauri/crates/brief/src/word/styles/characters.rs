//! Styles of runs.

use super::{SANS, font, hex};
use crate::document::{Marking, MarkingPlace};
use crate::markup::Markup;
use crate::page::Colour;

/// A run's style.
struct Character {
    id: &'static str,
    name: &'static str,
    font: Option<&'static str>,
    /// Bold or italic: the elements that say so.
    slant: &'static [&'static str],
    colour: Option<Colour>,
    /// In half points.
    size: Option<&'static str>,
    /// An element with its value that stands last: a line below, a place above.
    last: Option<(&'static str, &'static str)>,
}

const fn style(id: &'static str, name: &'static str) -> Character {
    Character { id, name, font: None, slant: &[], colour: None, size: None, last: None }
}

const BOLD: &[&str] = &["w:b", "w:bCs"];
const ITALIC: &[&str] = &["w:i", "w:iCs"];

const STYLES: [Character; 10] = [
    Character { slant: BOLD, ..style("Lead", "Lead") },
    Character { slant: BOLD, ..style("Label", "Label") },
    Character { font: Some(SANS), colour: Some(Colour::SOFT), ..style("Soft", "Soft") },
    Character { slant: ITALIC, ..style("Translation", "Translation") },
    Character {
        font: Some(SANS),
        slant: BOLD,
        colour: Some(Colour::ACCENT),
        size: Some("19"),
        ..style("EvidenceNumber", "Evidence Number")
    },
    style("Portion", "Portion Mark"),
    Character { colour: Some(Colour::ACCENT), ..style("Reference", "Cross-reference") },
    Character {
        colour: Some(Colour::ACCENT),
        last: Some(("w:u", "single")),
        ..style("Hyperlink", "Hyperlink")
    },
    Character {
        colour: Some(Colour::ACCENT),
        last: Some(("w:vertAlign", "superscript")),
        ..style("FootnoteReference", "footnote reference")
    },
    // Every system draws its squares and circles in one size in this typeface or its likeness.
    Character { font: Some("Arial"), ..style("Symbol", "Stance Symbol") },
];

pub(super) fn write(xml: &mut Markup, marking: Option<&Marking>) {
    for style in &STYLES {
        style.write(xml);
    }
    let light = marking.filter(|marking| marking.place == MarkingPlace::TrafficLight);
    if let Some(marking) = light {
        let colour = hex(crate::layout::traffic_light(&marking.label));
        open(xml, "TrafficLight", "Traffic Light", |xml| {
            xml.empty("w:color", &[("w:val", &colour)]);
            xml.empty("w:shd", &[("w:val", "clear"), ("w:color", "auto"), ("w:fill", "000000")]);
        });
    }
}

impl Character {
    fn write(&self, xml: &mut Markup) {
        open(xml, self.id, self.name, |xml| {
            if let Some(name) = self.font {
                font(xml, name);
            }
            for name in self.slant {
                xml.empty(name, &[]);
            }
            if let Some(colour) = self.colour {
                xml.empty("w:color", &[("w:val", &hex(colour))]);
            }
            if let Some(size) = self.size {
                xml.empty("w:sz", &[("w:val", size)]);
            }
            if let Some((name, value)) = self.last {
                xml.empty(name, &[("w:val", value)]);
            }
        });
    }
}

fn open(xml: &mut Markup, id: &str, name: &str, inside: impl FnOnce(&mut Markup)) {
    let attributes = [("w:type", "character"), ("w:customStyle", "1"), ("w:styleId", id)];
    xml.element("w:style", &attributes, |xml| {
        xml.empty("w:name", &[("w:val", name)]);
        xml.empty("w:qFormat", &[]);
        xml.element("w:rPr", &[], inside);
    });
}
