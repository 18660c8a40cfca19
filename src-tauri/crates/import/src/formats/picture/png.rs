//! A PNG as a page. What shines through it is white.

use std::io::Cursor;

use png::{ColorType, Decoder, DecodingError, Limits, Transformations, Unit};

use super::bound::{Dots, Sheet};
use super::dots::{UNFOLDED, check_size, on_white};
use crate::refusal::Reason;

pub(super) fn sheet(bytes: &[u8]) -> Result<Sheet<'static>, Reason> {
    let mut decoder = Decoder::new_with_limits(Cursor::new(bytes), Limits { bytes: UNFOLDED });
    decoder.set_transformations(Transformations::EXPAND | Transformations::STRIP_16);
    decoder.set_ignore_text_chunk(true);
    decoder.set_ignore_iccp_chunk(true);
    let mut reader = decoder.read_info().map_err(|error| why(&error))?;
    let (width, height) = reader.info().size();
    check_size(width, height)?;
    let metre = reader.info().pixel_dims.filter(|dims| dims.unit == Unit::Meter);
    let dpi = metre.map(|dims| (dims.xppu as f32 * 0.0254, dims.yppu as f32 * 0.0254));
    let mut rows = vec![0; reader.output_buffer_size().ok_or(Reason::TooMuch)?];
    let shown = reader.next_frame(&mut rows).map_err(|error| why(&error))?;
    rows.truncate(shown.buffer_size());
    let (rows, colours) = match shown.color_type {
        ColorType::Grayscale => (rows, 1),
        ColorType::GrayscaleAlpha => (on_white::<1>(&rows), 1),
        ColorType::Rgba => (on_white::<3>(&rows), 3),
        _ => (rows, 3),
    };
    Ok(Sheet { width, height, dpi, quarters: 0, dots: Dots::Plain { rows, colours, bits: 8 } })
}

fn why(error: &DecodingError) -> Reason {
    match error {
        DecodingError::LimitsExceeded => Reason::TooMuch,
        _ => Reason::Damaged,
    }
}
