//! Numbers that go on by themselves: 1, 2, 3 with (a), (b) below, and bullets (ECMA-376, 17.9).

use super::NAMESPACES;
use crate::markup::Markup;

/// The list of numbered paragraphs.
pub(super) const NUMBERS: u32 = 1;
/// The list of bullets.
pub(super) const BULLETS: u32 = 2;
/// Where lists begin that start (a) anew.
pub(super) const RESTARTS: u32 = 3;

/// `restarts` are the first numbers of the lists that begin anew.
pub(super) fn write(restarts: &[u32]) -> String {
    let mut xml = Markup::xml();
    xml.element("w:numbering", NAMESPACES, |xml| {
        xml.element("w:abstractNum", &[("w:abstractNumId", "1")], |xml| {
            xml.empty("w:multiLevelType", &[("w:val", "multilevel")]);
            level(xml, 0, "decimal", "%1", Some("NumberedParagraph"), 567);
            level(xml, 1, "lowerLetter", "(%2)", Some("SubParagraph"), 1020);
        });
        xml.element("w:abstractNum", &[("w:abstractNumId", "2")], |xml| {
            xml.empty("w:multiLevelType", &[("w:val", "singleLevel")]);
            level(xml, 0, "bullet", "–", Some("ListBullet"), 907);
        });
        // Apart from the others: some programs would go on counting where these stand between.
        xml.element("w:abstractNum", &[("w:abstractNumId", "3")], |xml| {
            xml.empty("w:multiLevelType", &[("w:val", "multilevel")]);
            level(xml, 0, "decimal", "%1", None, 567);
            level(xml, 1, "lowerLetter", "(%2)", None, 1020);
        });
        list(xml, NUMBERS, 1, None);
        list(xml, BULLETS, 2, None);
        for (id, start) in (RESTARTS..).zip(restarts) {
            list(xml, id, 3, Some(*start));
        }
    });
    xml.finish()
}

fn level(xml: &mut Markup, level: u32, format: &str, text: &str, style: Option<&str>, left: u32) {
    let hanging = match format {
        "decimal" => 567,
        "bullet" => 340,
        _ => 425,
    };
    xml.element("w:lvl", &[("w:ilvl", &level.to_string())], |xml| {
        xml.empty("w:start", &[("w:val", "1")]);
        xml.empty("w:numFmt", &[("w:val", format)]);
        if let Some(style) = style {
            xml.empty("w:pStyle", &[("w:val", style)]);
        }
        xml.empty("w:lvlText", &[("w:val", text)]);
        xml.empty("w:lvlJc", &[("w:val", "left")]);
        xml.element("w:pPr", &[], |xml| {
            xml.empty("w:ind", &[("w:left", &left.to_string()), ("w:hanging", &hanging.to_string())]);
        });
        xml.element("w:rPr", &[], |xml| {
            xml.empty("w:b", &[("w:val", "0")]);
            xml.empty("w:i", &[("w:val", "0")]);
            xml.empty("w:color", &[("w:val", "404040")]);
        });
    });
}

fn list(xml: &mut Markup, id: u32, form: u32, start: Option<u32>) {
    xml.element("w:num", &[("w:numId", &id.to_string())], |xml| {
        xml.empty("w:abstractNumId", &[("w:val", &form.to_string())]);
        if let Some(start) = start {
            xml.element("w:lvlOverride", &[("w:ilvl", "1")], |xml| {
                xml.empty("w:startOverride", &[("w:val", &start.to_string())]);
            });
        }
    });
}
