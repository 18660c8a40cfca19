//! A page in layers that are drawn, sent and kept by themselves: what is on the paper, and above it the text by its height
//! on the page. After a keystroke a few lines of one page are new, and only their layer is.

use std::collections::BTreeMap;
use std::io::Write as _;

use sha2::{Digest, Sha256};

use super::Picture;
use crate::page::{Item, Mark, Page, Pages, Rect};

/// How much of a page's height one layer of text has, in points.
const BAND: f32 = 128.0;

/// A layer, as large as its page: transparent but for the lowest.
#[derive(Debug)]
pub struct Layer<'p> {
    pages: &'p Pages,
    page: &'p Page,
    items: Vec<&'p Item>,
    /// It is the paper.
    lowest: bool,
}

/// The layers of page `index`, from 0, from the lowest. Text stands above everything else on all pages.
#[must_use]
pub fn layers(pages: &Pages, index: usize) -> Vec<Layer<'_>> {
    let Some(page) = pages.pages.get(index) else { return Vec::new() };
    let (text, other): (Vec<&Item>, Vec<&Item>) =
        page.items.iter().partition(|item| matches!(item.mark, Mark::Glyphs(_)));
    let mut bands: BTreeMap<i64, Vec<&Item>> = BTreeMap::new();
    for item in text {
        if let Mark::Glyphs(run) = &item.mark {
            bands.entry((run.origin.y / BAND).floor() as i64).or_default().push(item);
        }
    }
    let lowest = Layer { pages, page, items: other, lowest: true };
    let above = bands.into_values().map(|items| Layer { pages, page, items, lowest: false });
    std::iter::once(lowest).chain(above).collect()
}

impl Layer<'_> {
    /// As a standalone SVG image, one unit to the point.
    #[must_use]
    pub fn svg(&self) -> String {
        let ground = if self.lowest { "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>" } else { "" };
        Picture::default().draw(&self.pages.fonts, self.page.size, ground, self.items.iter().copied())
    }

    /// A name for what it looks like, much quicker than its picture: equal layers have equal names, and their pictures
    /// are the same.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let mut looks = Vec::with_capacity(64 * 1024);
        let mut hash = Sha256::new();
        let _ = write!(looks, "lowest {}", self.lowest);
        numbers(&mut looks, &[self.page.size.width, self.page.size.height]);
        for item in &self.items {
            match &item.mark {
                Mark::Glyphs(run) => {
                    let place = [run.size, run.origin.x, run.origin.y];
                    let _ =
                        write!(looks, "glyphs {} {:?} {}", run.font.index(), run.colour, run.glyphs.len());
                    numbers(&mut looks, &place);
                    for glyph in &run.glyphs {
                        looks.extend(glyph.id.to_le_bytes());
                        numbers(&mut looks, &[glyph.x, glyph.y]);
                    }
                }
                Mark::Rule(rule) => {
                    let Rect { x, y, width, height } = rule.area;
                    let _ = write!(looks, "rule {:?}", rule.colour);
                    numbers(&mut looks, &[x, y, width, height]);
                }
                Mark::Path(path) => {
                    let _ = write!(looks, "path {path:?}");
                }
                Mark::Image(image) => {
                    let Rect { x, y, width, height } = image.area;
                    numbers(&mut looks, &[x, y, width, height]);
                    looks.extend(Sha256::digest(&image.picture.original));
                }
            }
            hash.update(&looks);
            looks.clear();
        }
        hash.update(&looks);
        hash.finalize()[..12].iter().fold(String::new(), |name, byte| format!("{name}{byte:02x}"))
    }
}

fn numbers(looks: &mut Vec<u8>, numbers: &[f32]) {
    looks.extend(numbers.iter().flat_map(|number| number.to_bits().to_le_bytes()));
}
