//! Large drawings that may stand on many pages, such as the watermark: written once, shown by name.

use lopdf::{Dictionary, Object, Stream, dictionary};

use super::assembly::Assembly;
use super::paint;
use crate::page::{Path, Size};

/// A path of so many segments is longer than its name and what a form adds to it.
const LARGE: usize = 40;

/// The large drawings of a document.
#[derive(Default)]
pub(super) struct Drawings<'a>(Vec<(&'a Path, Size)>);

impl<'a> Drawings<'a> {
    /// The name of a path on a page of this size, if it is large.
    pub(super) fn name(&mut self, path: &'a Path, size: Size) -> Option<String> {
        if path.segments.len() < LARGE {
            return None;
        }
        let known = self.0.iter().position(|&(known, on)| known == path && on == size);
        let index = known.unwrap_or_else(|| {
            self.0.push((path, size));
            self.0.len() - 1
        });
        Some(format!("D{index}"))
    }

    /// Writes them as forms (ISO 32000-1, 8.10).
    pub(super) fn add(self, assembly: &mut Assembly) {
        for (index, (path, size)) in self.0.into_iter().enumerate() {
            let mut content = Vec::new();
            if let Some(fill) = path.fill {
                paint::fill_colour(&mut content, fill.colour);
            }
            if let Some(stroke) = path.stroke {
                paint::stroke(&mut content, stroke);
            }
            paint::path(&mut content, path, size.height);
            let form = dictionary! {
                "Type" => "XObject",
                "Subtype" => "Form",
                "BBox" => vec![0.into(), 0.into(), Object::Real(size.width), Object::Real(size.height)],
                "Resources" => Dictionary::new(),
            };
            let form = assembly.add(Stream::new(form, content));
            assembly.set_drawing(&format!("D{index}"), form);
        }
    }
}
