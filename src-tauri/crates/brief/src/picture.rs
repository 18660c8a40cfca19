//! Pictures: PNG and JPEG, read once, ready to be drawn.
//!
//! What comes in was sent by somebody, so sizes are looked at before anything is unpacked.

mod bare;

use standpoint_core::content::ContentHash;
use std::collections::BTreeMap;
use std::io::Cursor;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

/// More pixels than this are refused: no page shows them, and unpacking them takes the memory of the whole program.
const MOST_PIXELS: u64 = 60_000_000;
/// Pixels that the width of the text column can use at 300 to the inch.
const USEFUL_WIDTH: usize = 1600;

/// A picture.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Its pixels, as they go into a file.
    pub pixels: Pixels,
    /// The bytes it was read from.
    pub original: Vec<u8>,
    /// `image/png` or `image/jpeg`.
    pub media_type: &'static str,
}

/// Pixels of a picture, row by row from the top.
#[derive(Clone, PartialEq, Eq)]
pub enum Pixels {
    /// Packed as JPEG, as it came: grey (1) or red, green and blue (3).
    Jpeg {
        /// Channels.
        channels: u8,
    },
    /// Eight bits to the channel.
    Plain {
        /// Pixels across; fewer than the picture had where it had more than a page can use.
        width: u32,
        /// Pixels down.
        height: u32,
        /// Grey (1) or red, green and blue (3).
        channels: u8,
        /// All channels of a pixel, then the next.
        data: Vec<u8>,
        /// How much of each pixel covers what is behind it, where not all do wholly.
        opacity: Option<Vec<u8>>,
    },
}

impl std::fmt::Debug for Picture {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{} of {} × {}", self.media_type, self.width, self.height)
    }
}

/// Why a picture cannot be printed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PictureError {
    /// Neither PNG nor JPEG.
    #[error("it is neither PNG nor JPEG")]
    Unknown,
    /// The bytes break off or make no sense.
    #[error("its data are damaged")]
    Damaged,
    /// Too many pixels.
    #[error("it has {width} × {height} pixels, and more than {} million cannot be printed", MOST_PIXELS / 1_000_000)]
    TooLarge {
        /// Pixels across.
        width: u64,
        /// Pixels down.
        height: u64,
    },
}

impl Picture {
    /// Reads a picture.
    pub fn read(bytes: &[u8]) -> Result<Self, PictureError> {
        match bytes {
            [0x89, b'P', b'N', b'G', ..] => png(bytes),
            [0xFF, 0xD8, 0xFF, ..] => jpeg(bytes),
            _ => Err(PictureError::Unknown),
        }
    }

    /// The same, from the last few that were read, by the hash of their bytes: a note is composed at every keystroke.
    pub(crate) fn known(hash: &ContentHash, bytes: &[u8]) -> Result<Arc<Self>, PictureError> {
        type Known = BTreeMap<ContentHash, Arc<Picture>>;
        static KNOWN: OnceLock<Mutex<Known>> = OnceLock::new();
        const MOST: usize = 12;
        let known = KNOWN.get_or_init(Mutex::default);
        if let Some(picture) = known.lock().unwrap_or_else(PoisonError::into_inner).get(hash) {
            return Ok(Arc::clone(picture));
        }
        let picture = Arc::new(Self::read(bytes)?);
        let mut known = known.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= MOST {
            known.clear();
        }
        known.insert(hash.clone(), Arc::clone(&picture));
        Ok(picture)
    }
}

fn check_size(width: u64, height: u64) -> Result<(), PictureError> {
    match width.saturating_mul(height) {
        0 => Err(PictureError::Damaged),
        pixels if pixels > MOST_PIXELS => Err(PictureError::TooLarge { width, height }),
        _ => Ok(()),
    }
}

fn png(bytes: &[u8]) -> Result<Picture, PictureError> {
    let damaged = |_| PictureError::Damaged;
    let mut decoder = png::Decoder::new(Cursor::new(bytes));
    // Palettes, few bits and 16 bits all become eight bits to the channel.
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().map_err(damaged)?;
    let (width, height) = (reader.info().width, reader.info().height);
    check_size(width.into(), height.into())?;
    let mut data = vec![0; reader.output_buffer_size().ok_or(PictureError::Damaged)?];
    let frame = reader.next_frame(&mut data).map_err(damaged)?;
    data.truncate(frame.buffer_size());
    let (channels, alpha) = match frame.color_type {
        png::ColorType::Grayscale => (1, false),
        png::ColorType::GrayscaleAlpha => (1, true),
        png::ColorType::Rgb => (3, false),
        png::ColorType::Rgba => (3, true),
        png::ColorType::Indexed => return Err(PictureError::Damaged),
    };
    let all = channels + usize::from(alpha);
    let (width, height) = (width as usize, height as usize);
    let (data, fewer) = reduced(&data, width, height, all);
    let (colours, opacity): (Vec<u8>, Vec<u8>) = if alpha {
        let opacity = data.chunks_exact(all).map(|pixel| pixel[channels]).collect();
        (data.chunks_exact(all).flat_map(|pixel| &pixel[..channels]).copied().collect(), opacity)
    } else {
        (data, Vec::new())
    };
    let opacity = Some(opacity).filter(|opacity| opacity.iter().any(|&part| part < 255));
    let pixels = Pixels::Plain {
        width: fewer.0 as u32,
        height: fewer.1 as u32,
        channels: channels as u8,
        data: colours,
        opacity,
    };
    let (width, height) = (width as u32, height as u32);
    Ok(Picture { width, height, pixels, original: bytes.to_vec(), media_type: "image/png" })
}

fn jpeg(bytes: &[u8]) -> Result<Picture, PictureError> {
    let options =
        DecoderOptions::default().set_strict_mode(true).set_max_width(65_535).set_max_height(65_535);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    decoder.decode_headers().map_err(|_| PictureError::Damaged)?;
    let (width, height) = decoder.dimensions().ok_or(PictureError::Damaged)?;
    check_size(width as u64, height as u64)?;
    let space = decoder.input_colorspace().ok_or(PictureError::Damaged)?;
    let channels = match space {
        ColorSpace::Luma => 1,
        ColorSpace::YCbCr | ColorSpace::RGB => 3,
        _ => 4,
    };
    // Unpacked even where it goes into the file as it is: a reader of the note would be the first to find it broken.
    decoder.set_options(options.jpeg_set_out_colorspace(ColorSpace::RGB));
    let data = decoder.decode().map_err(|_| PictureError::Damaged)?;
    let pixels = if channels < 4 {
        Pixels::Jpeg { channels }
    } else {
        // Print colours have no meaning in a file whose output intent is a screen.
        let (data, fewer) = reduced(&data, width, height, 3);
        Pixels::Plain { width: fewer.0 as u32, height: fewer.1 as u32, channels: 3, data, opacity: None }
    };
    let (width, height) = (width as u32, height as u32);
    Ok(Picture { width, height, pixels, original: bytes.to_vec(), media_type: "image/jpeg" })
}

/// The mean of every square of pixels, where there are so many that a page cannot show them apart.
fn reduced(data: &[u8], width: usize, height: usize, channels: usize) -> (Vec<u8>, (usize, usize)) {
    let by = width / USEFUL_WIDTH;
    if by < 2 || height < by {
        return (data.to_vec(), (width, height));
    }
    let (across, down) = (width / by, height / by);
    let mut fewer = Vec::with_capacity(across * down * channels);
    for y in 0..down {
        for x in 0..across {
            for channel in 0..channels {
                let mut sum = 0_u32;
                for row in y * by..(y + 1) * by {
                    let start = (row * width + x * by) * channels + channel;
                    sum +=
                        data[start..].iter().step_by(channels).take(by).map(|&it| u32::from(it)).sum::<u32>();
                }
                fewer.push((sum / (by * by) as u32) as u8);
            }
        }
    }
    (fewer, (across, down))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A PNG of one colour.
    fn drawn(width: u32, height: u32, color: png::ColorType, pixel: &[u8]) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, width, height);
        encoder.set_color(color);
        let mut writer = encoder.write_header().unwrap();
        writer.write_image_data(&pixel.repeat((width * height) as usize)).unwrap();
        writer.finish().unwrap();
        bytes
    }

    #[track_caller]
    fn check(bytes: &[u8], expect: &str) {
        let found = match Picture::read(bytes) {
            Ok(picture) => match &picture.pixels {
                Pixels::Plain { width, height, channels, opacity, data } => {
                    let opaque = if opacity.is_some() { " with opacity" } else { "" };
                    format!("{picture:?}: {width} × {height} of {channels}, first {}{opaque}", data[0])
                }
                Pixels::Jpeg { channels } => format!("{picture:?}: {channels}"),
            },
            Err(error) => error.to_string(),
        };
        assert_eq!(found, expect);
    }

    #[test]
    fn what_can_be_printed_and_what_cannot() {
        let small = drawn(3, 2, png::ColorType::Rgb, &[9, 8, 7]);
        check(&small, "image/png of 3 × 2: 3 × 2 of 3, first 9");
        let clear = drawn(2, 2, png::ColorType::GrayscaleAlpha, &[50, 128]);
        check(&clear, "image/png of 2 × 2: 2 × 2 of 1, first 50 with opacity");
        let solid = drawn(2, 2, png::ColorType::Rgba, &[50, 60, 70, 255]);
        check(&solid, "image/png of 2 × 2: 2 × 2 of 3, first 50");
        let wide = drawn(3200, 4, png::ColorType::Grayscale, &[77]);
        check(&wide, "image/png of 3200 × 4: 1600 × 2 of 1, first 77");
        check(&small[..40], "its data are damaged");
        check(b"GIF89a", "it is neither PNG nor JPEG");
        check(b"", "it is neither PNG nor JPEG");
        check(&[0xFF, 0xD8, 0xFF, 0xE0, 0, 16], "its data are damaged");
        let mut huge = small.clone();
        huge[16..24].copy_from_slice(&[0, 0, 0x4E, 0x20, 0, 0, 0x4E, 0x20]);
        let crc = crc(&huge[12..29]);
        huge[29..33].copy_from_slice(&crc.to_be_bytes());
        check(&huge, "it has 20000 × 20000 pixels, and more than 60 million cannot be printed");
    }

    /// The checksum of a PNG chunk (ISO/IEC 15948, annex D).
    fn crc(bytes: &[u8]) -> u32 {
        !bytes.iter().fold(u32::MAX, |crc, byte| {
            (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
                if crc & 1 == 1 { 0xEDB8_8320 ^ (crc >> 1) } else { crc >> 1 }
            })
        })
    }
}
