//! Styles of paragraphs.

use super::boxes::{borders, boxes};
use super::{SANS, SERIF, font, hex};
use crate::manuscript::Frame;
use crate::markup::Markup;
use crate::page::Colour;
use crate::word::numbering::{BULLETS, NUMBERS};

/// A paragraph's style; lengths in twentieths of a point, size in half points.
#[derive(Clone)]
pub(super) struct Paragraph {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) based: &'static str,
    pub(super) next: Option<String>,
    pub(super) sans: bool,
    pub(super) bold: bool,
    pub(super) colour: Colour,
    pub(super) size: u32,
    pub(super) line: u32,
    pub(super) before: u32,
    pub(super) after: u32,
    pub(super) left: u32,
    pub(super) right: u32,
    pub(super) hanging: u32,
    /// Stays with what follows.
    pub(super) keep: bool,
    /// Level in the outline, from 0.
    pub(super) outline: Option<u32>,
    pub(super) list: Option<(u32, u32)>,
    pub(super) frame: Option<Frame>,
    /// Where words stand at the right.
    pub(super) tab: Option<u32>,
    pub(super) middle: Option<&'static str>,
}

pub(super) fn style(id: &str, name: &str) -> Paragraph {
    Paragraph {
        id: id.to_owned(),
        name: name.to_owned(),
        based: "Normal",
        next: None,
        sans: false,
        bold: false,
        colour: Colour::INK,
        size: 24,
        line: 320,
        before: 0,
        after: 160,
        left: 0,
        right: 0,
        hanging: 0,
        keep: false,
        outline: None,
        list: None,
        frame: None,
        tab: None,
        middle: None,
    }
}

fn sans(id: &str, name: &str, size: u32) -> Paragraph {
    Paragraph { sans: true, size, line: 240, ..style(id, name) }
}

/// Width of the block on A4, where words at the right end.
pub(super) const END: u32 = 9638;
pub(super) const INDENT: u32 = 567;

pub(super) fn write(xml: &mut Markup) {
    xml.element("w:style", &[("w:type", "paragraph"), ("w:default", "1"), ("w:styleId", "Normal")], |xml| {
        xml.empty("w:name", &[("w:val", "Normal")]);
        xml.empty("w:qFormat", &[]);
    });
    for style in styles() {
        style.write(xml);
    }
}

fn styles() -> Vec<Paragraph> {
    let heading = |level: u32, size: u32, before: u32| Paragraph {
        bold: true,
        colour: if level == 1 { Colour::ACCENT } else { Colour::INK },
        keep: true,
        outline: Some(level - 1),
        before,
        after: 120,
        line: 300,
        next: Some("Body".to_owned()),
        ..sans(&format!("Heading{level}"), &format!("heading {level}"), size)
    };
    let mut styles = vec![
        Paragraph {
            bold: true,
            colour: Colour::ACCENT,
            after: 40,
            keep: true,
            ..sans("Kind", "Kind of Note", 21)
        },
        Paragraph { bold: true, line: 600, after: 240, keep: true, ..sans("Title", "Title", 50) },
        heading(1, 28, 440),
        Paragraph { left: INDENT, ..heading(2, 24, 200) },
        Paragraph { left: INDENT, ..heading(3, 22, 160) },
        Paragraph { left: INDENT, ..style("Body", "Body Text") },
        Paragraph {
            left: INDENT,
            hanging: INDENT,
            list: Some((NUMBERS, 0)),
            ..style("NumberedParagraph", "Numbered Paragraph")
        },
        Paragraph {
            left: 1020,
            hanging: 425,
            list: Some((NUMBERS, 1)),
            ..style("SubParagraph", "Sub-paragraph")
        },
        Paragraph {
            left: 907,
            hanging: 340,
            after: 80,
            list: Some((BULLETS, 0)),
            ..style("ListBullet", "List Bullet")
        },
        Paragraph { left: 964, right: 397, after: 60, ..style("Quote", "Quote") },
        Paragraph {
            left: 964,
            right: 397,
            colour: Colour::SOFT,
            after: 240,
            ..sans("Attribution", "Attribution", 19)
        },
        Paragraph {
            left: INDENT,
            bold: true,
            keep: true,
            after: 40,
            before: 120,
            ..sans("Standing", "Standing", 22)
        },
        Paragraph { keep: true, before: 200, after: 100, ..sans("Caption", "caption", 20) },
        Paragraph { before: 60, after: 120, ..sans("Note", "Note", 19) },
        Paragraph { after: 120, before: 160, keep: true, left: INDENT, ..style("Picture", "Picture") },
        Paragraph { line: 240, after: 0, ..style("PageBreak", "Page Break") },
        Paragraph { after: 20, ..sans("TableText", "Table Text", 19) },
        Paragraph { after: 20, left: 180, ..sans("TableTextNested", "Table Text Nested", 19) },
        Paragraph { after: 20, keep: true, ..sans("TableHead", "Table Head", 18) },
        Paragraph {
            bold: true,
            colour: Colour::ACCENT,
            after: 0,
            before: 60,
            keep: true,
            ..sans("FieldLabel", "Field Label", 18)
        },
        Paragraph { after: 60, ..sans("FieldValue", "Field Value", 19) },
        Paragraph { size: 12, line: 160, after: 0, ..style("Spacer", "Spacer") },
        Paragraph { after: 40, hanging: 227, left: 227, ..sans("FootnoteText", "footnote text", 18) },
        Paragraph { middle: Some("center"), bold: true, after: 60, ..sans("Marking", "Marking", 24) },
        Paragraph {
            middle: Some("right"),
            bold: true,
            after: 60,
            ..sans("MarkingRight", "Marking at the Right", 24)
        },
        Paragraph { colour: Colour::SOFT, after: 0, tab: Some(END), ..sans("Header", "header", 18) },
        Paragraph { colour: Colour::SOFT, after: 60, tab: Some(END), ..sans("Footer", "footer", 18) },
    ];
    for frame in [
        Frame::BottomLine,
        Frame::Controls,
        Frame::LinesToTake,
        Frame::DefensiveLines,
        Frame::PressLine,
        Frame::Recommendation,
    ] {
        styles.extend(boxes(frame));
    }
    styles
}

impl Paragraph {
    fn write(&self, xml: &mut Markup) {
        let attributes = [("w:type", "paragraph"), ("w:customStyle", "1"), ("w:styleId", &self.id)];
        xml.element("w:style", &attributes, |xml| {
            xml.empty("w:name", &[("w:val", &self.name)]);
            xml.empty("w:basedOn", &[("w:val", self.based)]);
            if let Some(next) = &self.next {
                xml.empty("w:next", &[("w:val", next)]);
            }
            xml.empty("w:qFormat", &[]);
            self.geometry(xml);
            xml.element("w:rPr", &[], |xml| {
                font(xml, if self.sans { SANS } else { SERIF });
                if self.bold {
                    xml.empty("w:b", &[]);
                    xml.empty("w:bCs", &[]);
                }
                xml.empty("w:color", &[("w:val", &hex(self.colour))]);
                xml.empty("w:sz", &[("w:val", &self.size.to_string())]);
                xml.empty("w:szCs", &[("w:val", &self.size.to_string())]);
            });
        });
    }

    fn geometry(&self, xml: &mut Markup) {
        xml.element("w:pPr", &[], |xml| {
            if self.keep {
                xml.empty("w:keepNext", &[]);
                xml.empty("w:keepLines", &[]);
            }
            if let Some((list, level)) = self.list {
                xml.element("w:numPr", &[], |xml| {
                    xml.empty("w:ilvl", &[("w:val", &level.to_string())]);
                    xml.empty("w:numId", &[("w:val", &list.to_string())]);
                });
            }
            if let Some(frame) = self.frame {
                borders(xml, frame);
            }
            if let Some(end) = self.tab {
                xml.element("w:tabs", &[], |xml| {
                    if self.id == "Footer" {
                        xml.empty("w:tab", &[("w:val", "center"), ("w:pos", &(end * 58 / 100).to_string())]);
                    }
                    xml.empty("w:tab", &[("w:val", "right"), ("w:pos", &end.to_string())]);
                });
            }
            let spacing = [
                ("w:before", self.before.to_string()),
                ("w:after", self.after.to_string()),
                ("w:line", self.line.to_string()),
            ];
            let mut spacing: Vec<(&str, &str)> =
                spacing.iter().map(|(name, value)| (*name, value.as_str())).collect();
            spacing.push(("w:lineRule", if self.id == "Spacer" { "exact" } else { "atLeast" }));
            xml.empty("w:spacing", &spacing);
            let indents = [("w:left", self.left), ("w:right", self.right), ("w:hanging", self.hanging)];
            let indents = indents.map(|(name, value)| (name, value.to_string()));
            let indents: Vec<(&str, &str)> =
                indents.iter().map(|(name, value)| (*name, value.as_str())).collect();
            xml.empty("w:ind", &indents);
            if let Some(middle) = self.middle {
                xml.empty("w:jc", &[("w:val", middle)]);
            }
            if let Some(outline) = self.outline {
                xml.empty("w:outlineLvl", &[("w:val", &outline.to_string())]);
            }
        });
    }
}
