//! Pictures with what they show in words (ECMA-376, part 1, 20.4 and 20.2).

use super::body::{Body, measure};
use super::package::{Part, Relation};
use crate::manuscript::{Voice, alone, said};
use crate::picture::Picture;
use crate::words::Phrase;

/// English Metric Units to the twentieth of a point, and to the pixel at 72 to the inch.
const TO_THE_TWENTIETH: u64 = 635;
const TO_THE_PIXEL: u64 = 12_700;
/// No higher than this, in EMU: 15 cm.
const HIGHEST: u64 = 5_400_000;

impl Body<'_> {
    /// As wide as the text, or as large as its pixels allow; where it cannot be drawn, its description holds its place.
    pub(super) fn picture(&mut self, picture: Option<&Picture>, alternative: &str) {
        let Some(picture) = picture else {
            let head = self.told.words().get(Phrase::Picture);
            let mut text = alone(format!("{head} "), Voice::Label);
            text.push(said(alternative, Voice::Text));
            return self.paragraph("Body", None, |body| body.runs(&text));
        };
        let number = self.media.len() + 1;
        let (wide, high) = (u64::from(picture.width.max(1)), u64::from(picture.height.max(1)));
        let widest = u64::from(measure(self.told.document.paper)) * TO_THE_TWENTIETH;
        let mut width = (wide * TO_THE_PIXEL).min(widest);
        let mut height = width * high / wide;
        if height > HIGHEST {
            (width, height) = (HIGHEST * wide / high, HIGHEST);
        }
        let extension = picture.bare_media_type().trim_start_matches("image/");
        let file = format!("media/picture{number}.{extension}");
        let id = format!("picture{number}");
        self.media.push(Part { name: format!("word/{file}"), bytes: picture.bare() });
        self.relations.push(Relation { id: id.clone(), kind: "image", target: file, outside: false });
        self.paragraph("Picture", None, |body| {
            body.runs(&Vec::new());
            body.xml.open("w:r", &[]);
            body.drawing(&id, number, (width.max(1), height.max(1)), alternative);
            body.xml.close("w:r");
        });
    }

    fn drawing(&mut self, id: &str, number: usize, (width, height): (u64, u64), alternative: &str) {
        const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
        const PICTURE: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";
        let (width, height) = (width.to_string(), height.to_string());
        let head = self.told.words().get(Phrase::Picture).trim_end_matches([':', '：', ' ', '\u{A0}']);
        let (number, name) = (number.to_string(), format!("{head} {number}"));
        let size = [("cx", width.as_str()), ("cy", height.as_str())];
        let told = [("id", number.as_str()), ("name", &name), ("descr", alternative)];
        self.xml.element("w:drawing", &[], |xml| {
            let close = [("distT", "0"), ("distB", "0"), ("distL", "0"), ("distR", "0")];
            xml.element("wp:inline", &close, |xml| {
                xml.empty("wp:extent", &size);
                xml.empty("wp:docPr", &told);
                xml.element("a:graphic", &[("xmlns:a", DRAWING)], |xml| {
                    xml.element("a:graphicData", &[("uri", PICTURE)], |xml| {
                        xml.element("pic:pic", &[("xmlns:pic", PICTURE)], |xml| {
                            xml.element("pic:nvPicPr", &[], |xml| {
                                xml.empty("pic:cNvPr", &told);
                                xml.empty("pic:cNvPicPr", &[]);
                            });
                            xml.element("pic:blipFill", &[], |xml| {
                                xml.empty("a:blip", &[("r:embed", id)]);
                                xml.raw("<a:stretch><a:fillRect/></a:stretch>");
                            });
                            xml.element("pic:spPr", &[], |xml| {
                                xml.element("a:xfrm", &[], |xml| {
                                    xml.raw("<a:off x=\"0\" y=\"0\"/>");
                                    xml.empty("a:ext", &size);
                                });
                                xml.raw("<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>");
                            });
                        });
                    });
                });
            });
        });
    }
}
