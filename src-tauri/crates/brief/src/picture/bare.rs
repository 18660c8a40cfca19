//! Pictures without what cameras and programs wrote into them.
//!
//! A photograph says where and with what it was taken; a copy for readers says nothing but what is seen.

use super::{Picture, Pixels};

impl Picture {
    /// The file without what its maker's camera or program wrote into it: places, names, paths.
    #[must_use]
    pub fn bare(&self) -> Vec<u8> {
        match &self.pixels {
            Pixels::Jpeg { .. } => bare_jpeg(&self.original),
            Pixels::Plain { width, height, channels, data, opacity } => {
                let (grey, clear) = (*channels == 1, opacity.as_ref());
                let color = match (grey, clear) {
                    (true, None) => png::ColorType::Grayscale,
                    (true, Some(_)) => png::ColorType::GrayscaleAlpha,
                    (false, None) => png::ColorType::Rgb,
                    (false, Some(_)) => png::ColorType::Rgba,
                };
                let pixels = match clear {
                    None => data.clone(),
                    Some(opacity) => {
                        let pixels = data.chunks_exact(usize::from(*channels)).zip(opacity);
                        pixels.flat_map(|(pixel, part)| pixel.iter().chain([part]).copied()).collect()
                    }
                };
                written_png(*width, *height, color, &pixels).unwrap_or_else(|_| self.original.clone())
            }
        }
    }

    /// What [`Self::bare`] is: `image/png` or `image/jpeg`.
    #[must_use]
    pub fn bare_media_type(&self) -> &'static str {
        if matches!(self.pixels, Pixels::Jpeg { .. }) { "image/jpeg" } else { "image/png" }
    }
}

fn written_png(
    width: u32,
    height: u32,
    color: png::ColorType,
    pixels: &[u8],
) -> Result<Vec<u8>, png::EncodingError> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(color);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(pixels)?;
    writer.finish()?;
    Ok(bytes)
}

/// Leaves out comments and what applications put in (ISO/IEC 10918-1, B.2.4.5 and 6), except what colours depend on:
/// JFIF (APP0), colour profile (APP2) and Adobe's transform (APP14).
fn bare_jpeg(bytes: &[u8]) -> Vec<u8> {
    let mut bare = bytes.get(..2).unwrap_or_default().to_vec();
    let mut rest = bytes.get(2..).unwrap_or_default();
    while let [0xFF, marker, high, low, ..] = rest {
        let length = 2 + usize::from(u16::from_be_bytes([*high, *low]));
        let Some((segment, after)) = rest.split_at_checked(length).filter(|_| *marker != 0xDA) else { break };
        if !matches!(marker, 0xE1 | 0xE3..=0xED | 0xEF | 0xFE) {
            bare.extend_from_slice(segment);
        }
        rest = after;
    }
    bare.extend_from_slice(rest);
    bare
}

#[cfg(test)]
mod tests {
    use super::bare_jpeg;

    #[test]
    fn what_a_camera_wrote_is_left_out() {
        let segment = |marker: u8, words: &[u8]| [&[0xFF, marker, 0, 2 + words.len() as u8], words].concat();
        let (jfif, place, colours) =
            (segment(0xE0, b"JFIF"), segment(0xE1, b"Exif GPS"), segment(0xE2, b"ICC"));
        let (comment, scan) =
            (segment(0xFE, b"by me"), [segment(0xDA, b"x"), b"\xFF\xE1 in the scan".to_vec()]);
        let whole = [&[0xFF, 0xD8][..], &jfif, &place, &colours, &comment, &scan.concat()].concat();
        let expect = [&[0xFF, 0xD8][..], &jfif, &colours, &scan.concat()].concat();
        assert_eq!(bare_jpeg(&whole), expect);
        assert_eq!(bare_jpeg(&whole[..12]), whole[..12], "one that breaks off stays as it is");
        assert_eq!(bare_jpeg(&[]), [0_u8; 0]);
    }
}
