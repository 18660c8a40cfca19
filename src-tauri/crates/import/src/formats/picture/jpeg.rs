//! What a JPEG says of itself: how large it is, its colours, its density and how it is turned. The picture itself is not
//! unfolded here; whoever draws the page does that.

use super::bound::{Dots, Sheet};
use super::dots::check_size;
use super::unusual;
use crate::refusal::Reason;

/// A JPEG as a page, if its head makes sense (ITU-T T.81, B.2).
pub(super) fn sheet(file: &[u8]) -> Result<Sheet<'_>, Reason> {
    let (mut dpi, mut quarters, mut inverted) = (None, 0, false);
    for (marker, segment) in segments(file) {
        match marker {
            0xe0 => dpi = density(segment).or(dpi),
            // The one program that writes inks writes them the other way round, and says who it is.
            0xee => inverted |= segment.starts_with(b"Adobe"),
            0xe1 => quarters = turned(segment).unwrap_or(quarters),
            0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => {
                let frame = Frame::of(segment).ok_or(Reason::Damaged)?;
                // Baseline, extended and progressive; whoever draws the page knows no others.
                if !matches!(marker, 0xc0..=0xc2) || !frame.is_usual() {
                    return Err(unusual("JPEG"));
                }
                let Frame { width, height, colours, .. } = frame;
                check_size(width, height)?;
                let dots = Dots::Jpeg { file, colours, inverted: inverted && colours == 4 };
                return Ok(Sheet { width, height, dpi, quarters, dots });
            }
            // The end, or the picture before its frame.
            0xd9 | 0xda => break,
            _ => {}
        }
    }
    Err(Reason::Damaged)
}

/// The segments of a file with their markers, as far as they make sense.
fn segments(file: &[u8]) -> impl Iterator<Item = (u8, &[u8])> {
    let mut at = 2;
    std::iter::from_fn(move || {
        loop {
            let marker = *file.get(at + 1).filter(|_| file.get(at) == Some(&0xff))?;
            // Markers may be filled up, and some stand alone.
            if matches!(marker, 0xff | 0x01 | 0xd0..=0xd8) {
                at += if marker == 0xff { 1 } else { 2 };
                continue;
            }
            let length = usize::from(word(file, at + 2)?);
            let segment = file.get(at + 4..at + 2 + length)?;
            at += 2 + length;
            return Some((marker, segment));
        }
    })
}

/// What a frame says of its dots.
struct Frame {
    /// Of each colour of a dot.
    bits: u8,
    width: u32,
    height: u32,
    colours: u8,
}

impl Frame {
    fn of(segment: &[u8]) -> Option<Self> {
        let (bits, colours) = (*segment.first()?, *segment.get(5)?);
        let (height, width) = (word(segment, 1)?.into(), word(segment, 3)?.into());
        (width > 0 && height > 0 && colours > 0).then_some(Self { bits, width, height, colours })
    }

    fn is_usual(&self) -> bool {
        self.bits == 8 && [1, 3, 4].contains(&self.colours)
    }
}

/// Dots in an inch, across and down (JFIF 1.02).
fn density(segment: &[u8]) -> Option<(f32, f32)> {
    let told = segment.strip_prefix(b"JFIF\0")?;
    let (across, down) = (f32::from(word(told, 3)?), f32::from(word(told, 5)?));
    match told.get(2)? {
        1 => Some((across, down)),
        2 => Some((across * 2.54, down * 2.54)),
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
    fn check(before: &[Vec<u8>], dpi: Option<(f32, f32)>, quarters: u8) {
        let file = jpeg(before);
        let sheet = sheet(&file).expect("it has a frame");
        assert_eq!((sheet.width, sheet.height, sheet.dpi, sheet.quarters), (1240, 1754, dpi, quarters));
    }

    #[test]
    fn heads() {
        let jfif = |unit: u8| segment(0xe0, &[b"JFIF\0\x01\x02", &[unit, 0, 150, 0, 100, 0, 0][..]].concat());
        check(&[], None, 0);
        check(&[jfif(1)], Some((150.0, 100.0)), 0);
        check(&[jfif(2)], Some((381.0, 254.0)), 0);
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
            check_refused(&whole[..length], &Reason::Damaged);
        }
        check_refused(b"\xff\xd8\xff\xda\0\x02", &Reason::Damaged);
        check_refused(b"\xff\xd8\xff\xff\xff\xff", &Reason::Damaged);
    }

    #[track_caller]
    fn check_refused(file: &[u8], expect: &Reason) {
        assert_eq!(sheet(file).err().as_ref(), Some(expect));
    }

    #[test]
    fn what_is_not_drawn_is_not_called_damaged() {
        let frame = |marker: u8, body: &[u8]| [&[0xff, 0xd8], &segment(marker, body)[..]].concat();
        let unusual = unusual("JPEG");
        // Lossless, arithmetic, of twelve bits, of two colours.
        check_refused(&frame(0xc3, &[8, 6, 0, 4, 0, 1, 1, 0x11, 0]), &unusual);
        check_refused(&frame(0xc9, &[8, 6, 0, 4, 0, 1, 1, 0x11, 0]), &unusual);
        check_refused(&frame(0xc1, &[12, 6, 0, 4, 0, 1, 1, 0x11, 0]), &unusual);
        check_refused(&frame(0xc0, &[8, 6, 0, 4, 0, 2, 1, 0x11, 0, 2, 0x11, 0]), &unusual);
        // More dots than any page has, and none.
        check_refused(&frame(0xc0, &[8, 0xff, 0xff, 0xff, 0xff, 1, 1, 0x11, 0]), &Reason::TooMuch);
        check_refused(&frame(0xc0, &[8, 0, 0, 4, 0, 1, 1, 0x11, 0]), &Reason::Damaged);
    }
}
