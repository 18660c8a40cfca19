//! What a JPEG says of itself: how large it is, its colours, its density and how it is turned. The picture itself is not
//! unfolded here; whoever draws the page does that.

use super::bound::{Dots, Sheet};

/// A JPEG as a page, if its head makes sense (ITU-T T.81, B.2).
pub(super) fn sheet(file: &[u8]) -> Option<Sheet<'_>> {
    let (mut dpi, mut quarters, mut inverted) = (None, 0, false);
    let mut at = 2;
    loop {
        let marker = *file.get(at + 1).filter(|_| file.get(at) == Some(&0xff))?;
        // Markers may be filled up, and some stand alone.
        if matches!(marker, 0xff | 0x01 | 0xd0..=0xd8) {
            at += if marker == 0xff { 1 } else { 2 };
            continue;
        }
        let length = usize::from(word(file, at + 2)?);
        let segment = file.get(at + 4..at + 2 + length)?;
        match marker {
            0xe0 => dpi = density(segment).or(dpi),
            // The one program that writes inks writes them the other way round, and says who it is.
            0xee => inverted |= segment.starts_with(b"Adobe"),
            0xe1 => quarters = turned(segment).unwrap_or(quarters),
            // Frames that are decoded: baseline, extended and progressive.
            0xc0..=0xc2 => {
                let (height, width) = (word(segment, 1)?, word(segment, 3)?);
                let colours = *segment.get(5).filter(|count| [1, 3, 4].contains(*count))?;
                let sound = segment.first() == Some(&8) && width > 0 && height > 0;
                let (width, height) = (width.into(), height.into());
                return sound.then_some(Sheet {
                    width,
                    height,
                    dpi,
                    quarters,
                    dots: Dots::Jpeg { file, colours, inverted: inverted && colours == 4 },
                });
            }
            // Other frames, the picture before its frame, the end.
            0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf | 0xd9 | 0xda => return None,
            _ => {}
        }
        at += 2 + length;
    }
}

/// Dots in an inch (JFIF 1.02).
fn density(segment: &[u8]) -> Option<f32> {
    let told = f32::from(word(segment.strip_prefix(b"JFIF\0")?, 3)?);
    match segment.get(7)? {
        1 => Some(told),
        2 => Some(told * 2.54),
        _ => None,
    }
}

/// By how many quarters of a circle a camera was held askew (Exif 2.3, 4.6.4, Orientation).
fn turned(segment: &[u8]) -> Option<u8> {
    const ORIENTATION: u16 = 0x0112;
    let exif = segment.strip_prefix(b"Exif\0\0")?;
    let big = match exif.get(..2)? {
        b"MM" => true,
        b"II" => false,
        _ => return None,
    };
    let short = |at: usize| word(exif, at).map(|word| if big { word } else { word.swap_bytes() });
    let long = |at: usize| {
        let (one, other) = (usize::from(short(at)?), usize::from(short(at + 2)?));
        Some(if big { one << 16 | other } else { other << 16 | one })
    };
    let entries = long(4)?;
    let number = (0..usize::from(short(entries)?)).map(|place| entries + 2 + place * 12);
    let entry = number.into_iter().find(|at| short(*at) == Some(ORIENTATION))?;
    match short(entry + 8)? {
        3 | 4 => Some(2),
        5 | 6 => Some(1),
        7 | 8 => Some(3),
        _ => Some(0),
    }
}

fn word(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes([*bytes.get(at)?, *bytes.get(at + 1)?]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn segment(marker: u8, body: &[u8]) -> Vec<u8> {
        let length = (body.len() as u16 + 2).to_be_bytes();
        [&[0xff, marker], &length[..], body].concat()
    }

    /// A JPEG as far as its frame, of 1240 × 1754 dots in three colours.
    fn jpeg(before: &[Vec<u8>]) -> Vec<u8> {
        let frame = segment(0xc0, &[8, 0x06, 0xda, 0x04, 0xd8, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]);
        [vec![0xff, 0xd8], before.concat(), frame].concat()
    }

    #[track_caller]
    fn check(before: &[Vec<u8>], dpi: Option<f32>, quarters: u8) {
        let file = jpeg(before);
        let sheet = sheet(&file).expect("it has a frame");
        assert_eq!((sheet.width, sheet.height, sheet.dpi, sheet.quarters), (1240, 1754, dpi, quarters));
    }

    #[test]
    fn heads() {
        let jfif = |unit: u8| segment(0xe0, &[b"JFIF\0\x01\x02", &[unit, 0, 150, 0, 150, 0, 0][..]].concat());
        check(&[], None, 0);
        check(&[jfif(1)], Some(150.0), 0);
        check(&[jfif(2)], Some(381.0), 0);
        check(&[jfif(0)], None, 0);
        let big = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0";
        let little = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x08\0\0\0";
        check(&[segment(0xe1, big)], None, 1);
        check(&[segment(0xe1, little)], None, 3);
        check(&[segment(0xe1, b"Exif\0\0MM\0*\xff\xff\xff\xff")], None, 0);
    }

    #[test]
    fn what_is_cut_or_strange_is_no_page() {
        let whole = jpeg(&[]);
        for length in 0..whole.len() {
            assert!(sheet(&whole[..length]).is_none(), "cut at {length}");
        }
        assert!(sheet(b"\xff\xd8\xff\xda\0\x02").is_none());
        assert!(sheet(b"\xff\xd8\xff\xff\xff\xff").is_none());
    }
}
