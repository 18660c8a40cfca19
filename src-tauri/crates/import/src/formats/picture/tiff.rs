//! The pages of a TIFF, as scanners and fax machines write them.

use std::io::{self, Cursor, Read, Seek, SeekFrom};

use tiff::ColorType as Colour;
use tiff::TiffError;
use tiff::decoder::ifd::Value;
use tiff::decoder::{Decoder, DecodingResult, Limits};
use tiff::tags::{CompressionMethod, PlanarConfiguration, ResolutionUnit, Tag};

use super::bound::{Dots, Sheet};
use super::dots::{UNFOLDED, check_size, in_rgb, on_white};
use super::unusual;
use crate::refusal::Reason;

/// More pages than this are no letter, and have to be in memory all at once.
const PAGES: usize = 500;

/// All pages.
pub(super) fn sheets(bytes: &[u8]) -> Result<Vec<Sheet<'static>>, Reason> {
    let mut decoder = decoder(bytes)?;
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
        decoder.next_image().map_err(|error| why(&error))?;
    }
}

/// The page at that place, from 0, without unfolding the others.
pub(super) fn sheet(bytes: &[u8], place: usize) -> Result<Sheet<'static>, Reason> {
    if place >= PAGES {
        return Err(Reason::Damaged);
    }
    let mut decoder = decoder(bytes)?;
    decoder.seek_to_image(place).map_err(|error| why(&error))?;
    page(&mut decoder)
}

fn decoder(bytes: &[u8]) -> Result<Decoder<File<'_>>, Reason> {
    let mut limits = Limits::default();
    limits.decoding_buffer_size = UNFOLDED;
    let file = File { bytes: Cursor::new(bytes), mirrored: false };
    Ok(Decoder::new(file).map_err(|error| why(&error))?.with_limits(limits))
}

fn page(decoder: &mut Decoder<File<'_>>) -> Result<Sheet<'static>, Reason> {
    let (width, height) = decoder.dimensions().map_err(|error| why(&error))?;
    check_size(width, height)?;
    let colour = decoder.colortype().map_err(|error| why(&error))?;
    // Of colours that lie apart the library reads the first alone.
    if told(decoder, Tag::PlanarConfiguration) == Some(PlanarConfiguration::Planar.to_u16())
        && !matches!(colour, Colour::Gray(_))
    {
        return Err(unusual("TIFF"));
    }
    let (dpi, quarters, mirrored) = (density(decoder), turned(decoder), is_mirrored(decoder, colour)?);
    decoder.inner().mirrored = mirrored;
    let read = decoder.read_image();
    decoder.inner().mirrored = false;
    let DecodingResult::U8(rows) = read.map_err(|error| why(&error))? else {
        return Err(unusual("TIFF"));
    };
    let (rows, colours, bits) = match colour {
        Colour::Gray(bits @ (1 | 2 | 4 | 8)) => (rows, 1, bits),
        Colour::RGB(8) => (rows, 3, 8),
        Colour::RGBA(8) => (on_white::<3>(&rows), 3, 8),
        Colour::YCbCr(8) => (in_rgb(&rows), 3, 8),
        _ => return Err(unusual("TIFF")),
    };
    Ok(Sheet { width, height, dpi, quarters, dots: Dots::Plain { rows, colours, bits } })
}

/// What one of the picture's tags says in a number.
fn told(decoder: &mut Decoder<File<'_>>, tag: Tag) -> Option<u16> {
    decoder.find_tag_unsigned(tag).ok()?
}

/// Dots in an inch, across and down (TIFF 6.0, section 8).
fn density(decoder: &mut Decoder<File<'_>>) -> Option<(f32, f32)> {
    let mut dots = |tag: Tag| match decoder.get_tag(tag) {
        Ok(Value::Rational(dots, of)) => Some(dots as f32 / of as f32),
        _ => None,
    };
    let across = dots(Tag::XResolution)?;
    let down = dots(Tag::YResolution).unwrap_or(across);
    match told(decoder, Tag::ResolutionUnit).and_then(ResolutionUnit::from_u16) {
        Some(ResolutionUnit::Centimeter) => Some((across * 2.54, down * 2.54)),
        Some(ResolutionUnit::None) => None,
        _ => Some((across, down)),
    }
}

/// By how many quarters of a circle the page is turned to be read (TIFF 6.0, Orientation).
fn turned(decoder: &mut Decoder<File<'_>>) -> u8 {
    match told(decoder, Tag::Orientation) {
        Some(3 | 4) => 2,
        Some(5 | 6) => 1,
        Some(7 | 8) => 3,
        _ => 0,
    }
}

/// Whether the last bit of a byte is its first dot (TIFF 6.0, `FillOrder`), as fax machines have it. Meant for black and
/// white, plain or folded as fax machines do; what it means elsewhere nobody says.
fn is_mirrored(decoder: &mut Decoder<File<'_>>, colour: Colour) -> Result<bool, Reason> {
    if told(decoder, Tag::FillOrder) != Some(2) {
        return Ok(false);
    }
    match told(decoder, Tag::Compression).map(CompressionMethod::from_u16_exhaustive) {
        None | Some(CompressionMethod::None | CompressionMethod::Fax4) if colour == Colour::Gray(1) => {
            Ok(true)
        }
        _ => Err(unusual("TIFF")),
    }
}

/// Why the library does not read a picture.
fn why(error: &TiffError) -> Reason {
    match error {
        TiffError::UnsupportedError(_) => unusual("TIFF"),
        TiffError::LimitsExceeded | TiffError::IntSizeError => Reason::TooMuch,
        _ => Reason::Damaged,
    }
}

/// The file, and whether the bits of a byte are read from the last to the first, which the library does not know of.
struct File<'a> {
    bytes: Cursor<&'a [u8]>,
    mirrored: bool,
}

impl Read for File<'_> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        let read = self.bytes.read(to)?;
        if self.mirrored {
            to.iter_mut().take(read).for_each(|byte| *byte = byte.reverse_bits());
        }
        Ok(read)
    }
}

impl Seek for File<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.bytes.seek(to)
    }
}
