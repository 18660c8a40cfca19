//! What stands on every page around the text: marking, header line, footer line with page numbers, and DRAFT behind.

use super::NAMESPACES;
use super::runs::{field, words};
use crate::document::{Document, Marking, MarkingPlace};
use crate::markup::Markup;
use crate::words::{Phrase, Words};

/// The header; the `first` page has no header line.
pub(super) fn header(document: &Document, first: bool) -> String {
    let mut xml = Markup::xml();
    let head = &document.head;
    let draft = head.draft.then(|| Words::of(&document.language).get(Phrase::Draft));
    xml.element("w:hdr", NAMESPACES, |xml| {
        match &head.marking {
            Some(marking) => self::marking(xml, marking, draft),
            None => paragraph(xml, "Marking", |xml| {
                if let Some(draft) = draft {
                    watermark(xml, draft);
                }
            }),
        }
        if !first {
            paragraph(xml, "Header", |xml| {
                words(xml, None, &format!("{}\t{}", head.title, head.reference_line));
            });
        }
    });
    xml.finish()
}

pub(super) fn footer(document: &Document) -> String {
    let mut xml = Markup::xml();
    let head = &document.head;
    let fixed = Words::of(&document.language);
    xml.element("w:ftr", NAMESPACES, |xml| {
        paragraph(xml, "Footer", |xml| {
            words(xml, None, &format!("{}\t{}\t", head.cutoff_line, head.copy_line));
            page_of(xml, fixed);
        });
        if let Some(marking) = head.marking.as_ref().filter(|it| it.place != MarkingPlace::TopRight) {
            self::marking(xml, marking, None);
        }
    });
    xml.finish()
}

/// "Page 1 of 4", counted by Word.
fn page_of(xml: &mut Markup, fixed: Words) {
    const PAGE: &str = "\u{1}";
    const TOTAL: &str = "\u{2}";
    let whole = fixed.with(Phrase::PageOf, &[("page", &PAGE), ("total", &TOTAL)]);
    let mut rest = whole.as_str();
    while let Some(at) = rest.find([PAGE, TOTAL].map(|mark| mark.chars().next().unwrap_or_default())) {
        let (before, after) = rest.split_at(at);
        if !before.is_empty() {
            words(xml, None, before);
        }
        field(xml, if after.starts_with(PAGE) { "PAGE" } else { "NUMPAGES" }, "1", None);
        rest = &after[1..];
    }
    if !rest.is_empty() {
        words(xml, None, rest);
    }
}

fn marking(xml: &mut Markup, marking: &Marking, draft: Option<&str>) {
    let style = match marking.place {
        MarkingPlace::TopAndBottom => "Marking",
        MarkingPlace::TopRight | MarkingPlace::TrafficLight => "MarkingRight",
    };
    paragraph(xml, style, |xml| {
        if let Some(draft) = draft {
            watermark(xml, draft);
        }
        if marking.place == MarkingPlace::TrafficLight {
            words(xml, Some("TrafficLight"), &format!("\u{A0}{}\u{A0}", marking.label));
        } else {
            words(xml, None, &marking.label);
        }
    });
}

fn paragraph(xml: &mut Markup, style: &str, inside: impl FnOnce(&mut Markup)) {
    xml.element("w:p", &[], |xml| {
        xml.element("w:pPr", &[], |xml| xml.empty("w:pStyle", &[("w:val", style)]));
        inside(xml);
    });
}

/// The way Word itself writes a watermark (ECMA-376, part 4, 19.1.2.23), so that its own menu can take it off.
fn watermark(xml: &mut Markup, draft: &str) {
    let kind = "m@7,l@8,m@5,21600l@6,21600e";
    let style = "position:absolute;margin-left:0;margin-top:0;width:420pt;height:168pt;rotation:315;\
                 z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;\
                 mso-position-vertical:center;mso-position-vertical-relative:margin";
    xml.element("w:r", &[], |xml| {
        xml.element("w:pict", &[], |xml| {
            let attributes = [
                ("id", "_x0000_t136"),
                ("coordsize", "21600,21600"),
                ("o:spt", "136"),
                ("adj", "10800"),
                ("path", kind),
            ];
            xml.element("v:shapetype", &attributes, |xml| {
                xml.element("v:formulas", &[], |xml| {
                    for formula in [
                        "sum #0 0 10800",
                        "prod #0 2 1",
                        "sum 21600 0 @1",
                        "sum 0 0 @2",
                        "sum 21600 0 @3",
                        "if @0 @3 0",
                        "if @0 21600 @1",
                        "if @0 0 @2",
                        "if @0 @4 21600",
                        "mid @5 @6",
                        "mid @8 @5",
                        "mid @7 @8",
                        "mid @6 @7",
                        "sum @6 0 @5",
                    ] {
                        xml.empty("v:f", &[("eqn", formula)]);
                    }
                });
                let path = [
                    ("textpathok", "t"),
                    ("o:connecttype", "custom"),
                    ("o:connectlocs", "@9,0;@10,10800;@11,21600;@12,10800"),
                    ("o:connectangles", "270,180,90,0"),
                ];
                xml.empty("v:path", &path);
                xml.empty("v:textpath", &[("on", "t"), ("fitshape", "t")]);
            });
            let shape = [
                ("id", "PowerPlusWaterMarkObject1"),
                ("o:spid", "_x0000_s1025"),
                ("type", "#_x0000_t136"),
                ("style", style),
                ("alt", draft),
                ("o:allowincell", "f"),
                ("fillcolor", "#cdcdcd"),
                ("stroked", "f"),
            ];
            xml.element("v:shape", &shape, |xml| {
                xml.empty("v:fill", &[("opacity", ".5")]);
                xml.empty(
                    "v:textpath",
                    &[("style", "font-family:\"Source Sans 3\";font-size:1pt"), ("string", draft)],
                );
            });
        });
    });
}
