//! Scans: documents of words, drawn as a scanner would see them and bound again without the words.

use std::fmt::Write as _;

use standpoint_import::{Input, Picture, draw};

use super::pdf_pages::{Page, bound, pdf};

/// A document of pictures of pages, in black and white.
pub(crate) fn scanned(pages: &[Page<'_>]) -> Vec<u8> {
    let printed = pdf(pages, "", "");
    let input = Input { name: "printed.pdf", media_hint: None, bytes: &printed };
    let pictures: Vec<String> = (1..=pages.len() as u32)
        .map(|page| object(&draw(&input, None, page).expect("our own pages can be drawn")))
        .collect();
    bound(&pictures)
}

/// The picture as an object of a PDF, a bit for each dot.
fn object(picture: &Picture) -> String {
    let rows = picture.shades.chunks(picture.width as usize);
    let bytes = rows.flat_map(|row| {
        row.chunks(8).map(|dots| {
            dots.iter().zip((0..8).rev()).fold(0_u8, |byte, (dot, bit)| byte | u8::from(*dot > 127) << bit)
        })
    });
    let mut dots = String::new();
    for byte in bytes {
        write!(dots, "{byte:02x}").expect("a string takes everything");
    }
    dots.push('>');
    format!(
        "<</Type/XObject/Subtype/Image/Width {}/Height {}/BitsPerComponent 1/ColorSpace/DeviceGray\
         /Filter/ASCIIHexDecode/Length {}>>stream\n{dots}\nendstream",
        picture.width,
        picture.height,
        dots.len()
    )
}
