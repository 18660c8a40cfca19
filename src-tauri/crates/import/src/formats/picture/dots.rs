//! Pictures whose dots have to be unfolded to be put on a page.

use std::io::Cursor;

use png::{ColorType, Transformations, Unit};
use tiff::ColorType as Colour;
use tiff::decoder::{Decoder, DecodingResult};
use tiff::tags::{ResolutionUnit, Tag};

use super::bound::{Dots, Sheet};
use crate::refusal::Reason;

/// More dots than this are no page: a sheet of A2 at 600 in an inch has 139 million.
const MOST: u64 = 150_000_000;

/// More pages than this are no letter, and have to be in memory all at once.
const PAGES: usize = 500;

/// The most bytes that all pages of a picture unfold into.
const UNFOLDED: usize = 512 * 1024 * 1024;

/// A PNG as a page. What shines through it is white.
pub(super) fn png(bytes: &[u8]) -> Result<Sheet<'static>, Reason> {
    let mut decoder = png::Decoder::new_with_limits(Cursor::new(bytes), png::Limits { bytes: UNFOLDED });
    decoder.set_transformations(Transformations::EXPAND | Transformations::STRIP_16);
    decoder.set_ignore_text_chunk(true);
    decoder.set_ignore_iccp_chunk(true);
    let mut reader = decoder.read_info().map_err(|_| Reason::Damaged)?;
    let (width, height) = reader.info().size();
    check_size(width, height)?;
    let metre = reader.info().pixel_dims.filter(|dims| dims.unit == Unit::Meter);
    let dpi = metre.map(|dims| dims.xppu as f32 * 0.0254);
    let mut rows = vec![0; reader.output_buffer_size().ok_or(Reason::TooMuch)?];
    let shown = reader.next_frame(&mut rows).map_err(|_| Reason::Damaged)?;
    rows.truncate(shown.buffer_size());
    let (rows, colours) = match shown.color_type {
        ColorType::Grayscale => (rows, 1),
        ColorType::GrayscaleAlpha => (on_white::<1>(&rows), 1),
        ColorType::Rgba => (on_white::<3>(&rows), 3),
        _ => (rows, 3),
    };
    Ok(Sheet { width, height, dpi, quarters: 0, dots: Dots::Plain { rows, colours, bits: 8 } })
}

/// Dots without the last of their values, which says how little shines through them.
fn on_white<const COLOURS: usize>(rows: &[u8]) -> Vec<u8> {
    let dots = rows.chunks_exact(COLOURS + 1);
    dots.flat_map(|dot| {
        let opaque = u32::from(dot[COLOURS]);
        std::array::from_fn::<u8, COLOURS, _>(|at| {
            ((u32::from(dot[at]) * opaque + 255 * (255 - opaque)) / 255) as u8
        })
    })
    .collect()
}

/// Dots of light and two differences of colour as dots of three colours (JFIF 1.02).
fn in_rgb(rows: &[u8]) -> Vec<u8> {
    let dots = rows
        .chunks_exact(3)
        .map(|dot| [f32::from(dot[0]), f32::from(dot[1]) - 128.0, f32::from(dot[2]) - 128.0]);
    let mixed = dots.map(|[light, blue, red]| {
        [light + 1.402 * red, light - 0.344_14 * blue - 0.714_14 * red, light + 1.772 * blue]
    });
    mixed.flatten().map(|value| value.round().clamp(0.0, 255.0) as u8).collect()
}

/// The pages of a TIFF.
pub(super) fn tiff(bytes: &[u8]) -> Result<Vec<Sheet<'static>>, Reason> {
    let mut decoder = Decoder::new(Cursor::new(bytes)).map_err(|_| Reason::Damaged)?;
    let (mut sheets, mut left) = (Vec::new(), UNFOLDED);
    loop {
        let sheet = page(&mut decoder)?;
        let Dots::Plain { rows, .. } = &sheet.dots else { return Err(Reason::Damaged) };
        left = left.checked_sub(rows.len()).ok_or(Reason::TooMuch)?;
        sheets.push(sheet);
        if !decoder.more_images() {
            return Ok(sheets);
        }
        if sheets.len() == PAGES {
            return Err(Reason::TooMuch);
        }
        decoder.next_image().map_err(|_| Reason::Damaged)?;
    }
}

fn page(decoder: &mut Decoder<Cursor<&[u8]>>) -> Result<Sheet<'static>, Reason> {
    let (width, height) = decoder.dimensions().map_err(|_| Reason::Damaged)?;
    check_size(width, height)?;
    let colour = decoder.colortype().map_err(|_| unusual())?;
    let (dpi, quarters) = (density(decoder), turned(decoder));
    let DecodingResult::U8(rows) = decoder.read_image().map_err(|_| unusual())? else {
        return Err(unusual());
    };
    let (rows, colours, bits) = match colour {
        Colour::Gray(bits @ (1 | 2 | 4 | 8)) => (rows, 1, bits),
        Colour::RGB(8) => (rows, 3, 8),
        Colour::RGBA(8) => (on_white::<3>(&rows), 3, 8),
        Colour::YCbCr(8) => (in_rgb(&rows), 3, 8),
        _ => return Err(unusual()),
    };
    Ok(Sheet { width, height, dpi, quarters, dots: Dots::Plain { rows, colours, bits } })
}

/// Dots in an inch (TIFF 6.0, section 8).
fn density(decoder: &mut Decoder<Cursor<&[u8]>>) -> Option<f32> {
    let told = decoder.get_tag_f32(Tag::XResolution).ok()?;
    let unit = decoder.find_tag_unsigned::<u16>(Tag::ResolutionUnit).ok()?;
    match unit.and_then(ResolutionUnit::from_u16) {
        Some(ResolutionUnit::Centimeter) => Some(told * 2.54),
        Some(ResolutionUnit::None) => None,
        _ => Some(told),
    }
}

/// By how many quarters of a circle the page is turned to be read (TIFF 6.0, Orientation).
fn turned(decoder: &mut Decoder<Cursor<&[u8]>>) -> u8 {
    match decoder.find_tag_unsigned::<u16>(Tag::Orientation) {
        Ok(Some(3 | 4)) => 2,
        Ok(Some(5 | 6)) => 1,
        Ok(Some(7 | 8)) => 3,
        _ => 0,
    }
}

fn check_size(width: u32, height: u32) -> Result<(), Reason> {
    if u64::from(width) * u64::from(height) > MOST { Err(Reason::TooMuch) } else { Ok(()) }
}

/// Why a picture is not read that another program may read well.
fn unusual() -> Reason {
    Reason::Unsupported {
        what: Some("a TIFF picture of an unusual kind".to_owned()),
        advice: Some("Save it as PNG or PDF in the program it was made with, and import that.".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_become_those_of_a_page() {
        assert_eq!(in_rgb(&[255, 128, 128, 0, 128, 128, 76, 85, 255]), [255, 255, 255, 0, 0, 0, 254, 0, 0]);
        assert_eq!(on_white::<1>(&[0, 255, 0, 0, 100, 51]), [0, 255, 224]);
        assert_eq!(on_white::<3>(&[10, 20, 30, 255, 10, 20, 30, 0]), [10, 20, 30, 255, 255, 255]);
    }
}
