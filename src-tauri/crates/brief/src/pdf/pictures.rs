//! Pictures as objects of the file, each once however often it is drawn.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Stream, dictionary};
use sha2::{Digest, Sha256};

use super::assembly::Assembly;
use crate::page::{Mark, Pages};
use crate::picture::{Picture, Pixels};

/// Writes every picture that is on the pages (ISO 32000-1, 8.9.5).
pub(super) fn add(assembly: &mut Assembly, pages: &Pages) {
    let marks = pages.pages.iter().flat_map(|page| &page.items).map(|item| &item.mark);
    let pictures: BTreeMap<String, &Picture> = marks
        .filter_map(|mark| match mark {
            Mark::Image(image) => Some((name(&image.picture), &*image.picture)),
            Mark::Glyphs(_) | Mark::Rule(_) | Mark::Path(_) => None,
        })
        .collect();
    for (name, picture) in pictures {
        let stream = stream(assembly, picture);
        let id = assembly.add(stream);
        assembly.set_drawing(&name, id);
    }
}

/// Named by its bytes, so that the same note gives the same file.
pub(super) fn name(picture: &Picture) -> String {
    let digest = Sha256::digest(&picture.original);
    digest[..8].iter().fold("I".to_owned(), |name, byte| format!("{name}{byte:02X}"))
}

fn stream(assembly: &mut Assembly, picture: &Picture) -> Stream {
    match &picture.pixels {
        Pixels::Jpeg { channels } => {
            let mut image = image(picture.width, picture.height, *channels);
            image.set("Filter", "DCTDecode");
            // Without what a camera or a program wrote beside the pixels: a name, a place.
            Stream::new(image, picture.bare()).with_compression(false)
        }
        Pixels::Plain { width, height, channels, data, opacity } => {
            let mut plain = image(*width, *height, *channels);
            if let Some(opacity) = opacity {
                let mask = assembly.add(Stream::new(image(*width, *height, 1), opacity.clone()));
                plain.set("SMask", mask);
            }
            Stream::new(plain, data.clone())
        }
    }
}

fn image(width: u32, height: u32, channels: u8) -> Dictionary {
    dictionary! {
        "Type" => "XObject",
        "Subtype" => "Image",
        "Width" => i64::from(width),
        "Height" => i64::from(height),
        "ColorSpace" => if channels == 1 { "DeviceGray" } else { "DeviceRGB" },
        "BitsPerComponent" => 8,
    }
}
