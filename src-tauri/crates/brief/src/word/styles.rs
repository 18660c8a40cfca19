//! The named styles behind every paragraph, run and table (ECMA-376, 17.7): the look of the note's pages, in a form
//! that a private office can change in one place.

mod boxes;
mod characters;
mod paragraphs;
mod tables;

use super::NAMESPACES;
use crate::manuscript::{Frame, Style};
use crate::markup::Markup;
use crate::page::Colour;
use crate::text::{Direction, Language};
use crate::told::Told;

/// Typeface of text, and of what is looked up.
const SERIF: &str = "Source Serif 4";
const SANS: &str = "Source Sans 3";

/// The style of a paragraph outside boxes.
pub(super) fn plain(style: Style) -> &'static str {
    match style {
        Style::Kind => "Kind",
        Style::Title => "Title",
        Style::Heading(1) => "Heading1",
        Style::Heading(2) => "Heading2",
        Style::Heading(_) => "Heading3",
        Style::Body => "Body",
        Style::Main(_) => "NumberedParagraph",
        Style::Sub(_) => "SubParagraph",
        Style::Bullet => "ListBullet",
        Style::Statement => "BottomLineStatement",
        Style::Quote => "Quote",
        Style::Attribution => "Attribution",
        Style::BoxHead => "LinesToTakeHead",
        Style::Question => "DefensiveLinesQuestion",
        Style::Standing => "Standing",
        Style::Caption => "Caption",
        Style::Note => "Note",
    }
}

/// The style of a paragraph inside a box.
pub(super) fn boxed(frame: Frame, style: Style) -> String {
    let role = match style {
        Style::Heading(_) | Style::BoxHead => "Head",
        Style::Bullet => "Item",
        Style::Question => "Question",
        Style::Statement => "Statement",
        _ => "",
    };
    format!("{}{role}", id(frame))
}

fn id(frame: Frame) -> &'static str {
    match frame {
        Frame::BottomLine => "BottomLine",
        Frame::Controls => "Controls",
        Frame::LinesToTake => "LinesToTake",
        Frame::DefensiveLines => "DefensiveLines",
        Frame::PressLine => "PressLine",
        Frame::Recommendation => "Recommendation",
    }
}

fn name(frame: Frame) -> &'static str {
    match frame {
        Frame::BottomLine => "Bottom Line",
        Frame::Controls => "Controls",
        Frame::LinesToTake => "Lines to Take",
        Frame::DefensiveLines => "Defensive Lines",
        Frame::PressLine => "Press Line",
        Frame::Recommendation => "Recommendation",
    }
}

pub(super) fn write(told: &Told) -> String {
    let language = &told.document.language;
    let right_to_left = Direction::of(&Language::new(language)) == Direction::RightToLeft;
    let mut xml = Markup::xml();
    xml.element("w:styles", NAMESPACES, |xml| {
        defaults(xml, language, right_to_left);
        paragraphs::write(xml);
        characters::write(xml, told.document.head.marking.as_ref());
        tables::write(xml);
    });
    xml.finish()
}

fn defaults(xml: &mut Markup, language: &str, right_to_left: bool) {
    xml.element("w:docDefaults", &[], |xml| {
        xml.element("w:rPrDefault", &[], |xml| {
            xml.element("w:rPr", &[], |xml| {
                font(xml, SERIF);
                xml.empty("w:sz", &[("w:val", "24")]);
                xml.empty("w:szCs", &[("w:val", "24")]);
                let bidi = if right_to_left { language } else { "ar-SA" };
                xml.empty("w:lang", &[("w:val", language), ("w:eastAsia", language), ("w:bidi", bidi)]);
            });
        });
        xml.element("w:pPrDefault", &[], |xml| {
            xml.element("w:pPr", &[], |xml| {
                if right_to_left {
                    xml.empty("w:bidi", &[]);
                }
                xml.empty("w:spacing", &[("w:after", "160"), ("w:line", "320"), ("w:lineRule", "atLeast")]);
            });
        });
    });
}

fn font(xml: &mut Markup, name: &str) {
    xml.empty("w:rFonts", &[("w:ascii", name), ("w:hAnsi", name), ("w:cs", name), ("w:eastAsia", name)]);
}

/// As Word writes colours: without the sign.
fn hex(colour: Colour) -> String {
    colour.hex().trim_start_matches('#').to_uppercase()
}

/// Typefaces, each with one that Windows has for where it is missing (ECMA-376, 17.8).
pub(super) fn fonts() -> String {
    let mut xml = Markup::xml();
    xml.element("w:fonts", NAMESPACES, |xml| {
        for (name, other, family) in [(SERIF, "Cambria", "roman"), (SANS, "Calibri", "swiss")] {
            xml.element("w:font", &[("w:name", name)], |xml| {
                xml.empty("w:altName", &[("w:val", other)]);
                xml.empty("w:family", &[("w:val", family)]);
                xml.empty("w:pitch", &[("w:val", "variable")]);
            });
        }
    });
    xml.finish()
}
