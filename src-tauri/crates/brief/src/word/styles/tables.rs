//! Styles of tables: three weights of rules, and a head that is one by its style too. Bold is left to the runs: where
//! two styles both say it, Word takes it back (ECMA-376, 17.7.3).

use super::hex;
use crate::markup::Markup;
use crate::page::Colour;

pub(super) fn write(xml: &mut Markup) {
    table(xml, "BriefTable", "Brief Table", "8", Some("4"), |xml| {
        xml.element("w:tblStylePr", &[("w:type", "firstRow")], |xml| {
            xml.element("w:tblPr", &[], |_| ());
            xml.element("w:tcPr", &[], |xml| {
                xml.element("w:tcBorders", &[], |xml| line(xml, "w:bottom", "6", Colour::INK));
                xml.empty("w:vAlign", &[("w:val", "bottom")]);
            });
        });
    });
    table(xml, "ReferenceBlock", "Reference Block", "8", None, |_| ());
}

fn table(
    xml: &mut Markup,
    id: &str,
    name: &str,
    outer: &str,
    inner: Option<&str>,
    more: impl FnOnce(&mut Markup),
) {
    xml.element("w:style", &[("w:type", "table"), ("w:customStyle", "1"), ("w:styleId", id)], |xml| {
        xml.empty("w:name", &[("w:val", name)]);
        xml.empty("w:qFormat", &[]);
        xml.element("w:tblPr", &[], |xml| {
            xml.element("w:tblBorders", &[], |xml| {
                line(xml, "w:top", outer, Colour::INK);
                line(xml, "w:bottom", outer, if inner.is_some() { Colour::INK } else { Colour::HAIR });
                if let Some(inner) = inner {
                    line(xml, "w:insideH", inner, Colour::HAIR);
                }
            });
            xml.element("w:tblCellMar", &[], |xml| {
                for (edge, room) in [("w:top", "60"), ("w:left", "0"), ("w:bottom", "60"), ("w:right", "140")]
                {
                    xml.empty(edge, &[("w:w", room), ("w:type", "dxa")]);
                }
            });
        });
        more(xml);
    });
}

fn line(xml: &mut Markup, edge: &str, weight: &str, colour: Colour) {
    let colour = hex(colour);
    xml.empty(edge, &[("w:val", "single"), ("w:sz", weight), ("w:space", "0"), ("w:color", &colour)]);
}
