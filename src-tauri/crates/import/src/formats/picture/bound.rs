//! Pictures, bound as the plainest document of PDF there is: a page for each, and nothing on it but the picture.

use std::io::Write;
use std::ops::RangeInclusive;

use flate2::Compression;
use flate2::write::ZlibEncoder;

/// A picture, to be a page.
pub(super) struct Sheet<'a> {
    pub(super) width: u32,
    pub(super) height: u32,
    /// Dots in an inch, across and down, if the picture says so.
    pub(super) dpi: Option<(f32, f32)>,
    /// By how many quarters of a circle the page is turned clockwise to be read.
    pub(super) quarters: u8,
    pub(super) dots: Dots<'a>,
}

/// What the picture is made of.
pub(super) enum Dots<'a> {
    /// A file of JPEG in 1, 3 or 4 colours, and whether its values are the other way round.
    Jpeg { file: &'a [u8], colours: u8, inverted: bool },
    /// Rows of dots, each row filled up to whole bytes, in 1 or 3 colours of so many bits.
    Plain { rows: Vec<u8>, colours: u8, bits: u8 },
}

impl Sheet<'_> {
    /// Whether no page can be read from so few dots: an icon, a logo, a mark in an e-mail.
    pub(super) fn is_small(&self) -> bool {
        self.width.min(self.height) < 400 || self.width.max(self.height) < 600
    }

    /// How large the page is, in points: as the picture says, or as tall as a sheet of A4 where it says nothing that can
    /// be true. Cameras and screens write a density that means nothing; a fax has half as many rows as dots in an inch.
    fn size(&self) -> (f32, f32) {
        const TRUE: RangeInclusive<f32> = 100.0..=2400.0;
        const ALIKE: RangeInclusive<f32> = 0.4..=2.5;
        const LONGEST: f32 = 3000.0;
        const A4: f32 = 842.0;
        let (width, height) = (self.width as f32, self.height as f32);
        let can_be = |(across, down): &(f32, f32)| TRUE.contains(across) && ALIKE.contains(&(down / across));
        let told =
            self.dpi.filter(can_be).map(|(across, down)| (width * 72.0 / across, height * 72.0 / down));
        told.filter(|(wide, high)| wide.max(*high) < LONGEST).unwrap_or_else(|| {
            let scale = A4 / width.max(height);
            (width * scale, height * scale)
        })
    }
}

/// The document.
pub(super) fn bound(sheets: &[Sheet<'_>]) -> Vec<u8> {
    let mut file = File { bytes: b"%PDF-1.7\n".to_vec(), places: Vec::new() };
    let kids: Vec<String> = (0..sheets.len()).map(|place| format!("{} 0 R", 3 + place * 3)).collect();
    file.object("<</Type/Catalog/Pages 2 0 R>>", None);
    file.object(&format!("<</Type/Pages/Count {}/Kids[{}]>>", sheets.len(), kids.join(" ")), None);
    for (place, sheet) in sheets.iter().enumerate() {
        let ((width, height), first) = (sheet.size(), 3 + place * 3);
        let (content, picture, turned) = (first + 1, first + 2, u32::from(sheet.quarters % 4) * 90);
        file.object(
            &format!(
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 {width} {height}]/Rotate {turned}\
                 /Resources<</XObject<</I {picture} 0 R>>>>/Contents {content} 0 R>>"
            ),
            None,
        );
        file.object("<<", Some(format!("q {width} 0 0 {height} 0 0 cm /I Do Q").as_bytes()));
        let head = format!("<</Type/XObject/Subtype/Image/Width {}/Height {}", sheet.width, sheet.height);
        match &sheet.dots {
            Dots::Jpeg { file: jpeg, colours, inverted } => {
                let decode = if *inverted { "/Decode[1 0 1 0 1 0 1 0]" } else { "" };
                let head = format!("{head}/BitsPerComponent 8{}{decode}/Filter/DCTDecode", space(*colours));
                file.object(&head, Some(jpeg));
            }
            Dots::Plain { rows, colours, bits } => {
                let head = format!("{head}/BitsPerComponent {bits}{}/Filter/FlateDecode", space(*colours));
                file.object(&head, Some(&deflated(rows)));
            }
        }
    }
    file.end()
}

fn space(colours: u8) -> &'static str {
    match colours {
        1 => "/ColorSpace/DeviceGray",
        4 => "/ColorSpace/DeviceCMYK",
        _ => "/ColorSpace/DeviceRGB",
    }
}

fn deflated(rows: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::fast());
    // A vector takes everything.
    encoder.write_all(rows).ok();
    encoder.finish().unwrap_or_default()
}

struct File {
    bytes: Vec<u8>,
    places: Vec<usize>,
}

impl File {
    /// Adds an object; what follows it as a stream is announced with its length.
    fn object(&mut self, head: &str, stream: Option<&[u8]>) {
        self.places.push(self.bytes.len());
        self.bytes.extend(format!("{} 0 obj\n{head}", self.places.len()).bytes());
        if let Some(stream) = stream {
            self.bytes.extend(format!("/Length {}>>stream\n", stream.len()).bytes());
            self.bytes.extend(stream);
            self.bytes.extend(b"\nendstream");
        }
        self.bytes.extend(b"\nendobj\n");
    }

    fn end(mut self) -> Vec<u8> {
        let (start, size) = (self.bytes.len(), self.places.len() + 1);
        let places: Vec<String> = self.places.iter().map(|place| format!("{place:010} 00000 n \n")).collect();
        let places = places.concat();
        let end = format!(
            "xref\n0 {size}\n0000000000 65535 f \n{places}trailer\n<</Size {size}/Root 1 0 R>>\n\
             startxref\n{start}\n%%EOF\n"
        );
        self.bytes.extend(end.bytes());
        self.bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check((width, height): (u32, u32), dpi: Option<(f32, f32)>, expect: (f32, f32)) {
        let dots = Dots::Plain { rows: Vec::new(), colours: 1, bits: 8 };
        let (wide, high) = Sheet { width, height, dpi, quarters: 0, dots }.size();
        assert!((wide - expect.0).abs() < 0.5 && (high - expect.1).abs() < 0.5, "{wide} × {high}");
    }

    #[test]
    fn a_page_is_as_large_as_the_picture_says_if_that_can_be() {
        check((2480, 3508), Some((300.0, 300.0)), (595.2, 841.9));
        check((1240, 1754), None, (595.3, 842.0));
        // A camera, which knows nothing of the paper.
        check((4000, 3000), Some((72.0, 72.0)), (842.0, 631.5));
        // A fax, whose rows lie further apart than its dots.
        check((1728, 1145), Some((204.0, 98.0)), (609.9, 841.2));
        check((1728, 1145), Some((204.0, 20.0)), (842.0, 557.9));
        check((1728, 1145), Some((204.0, f32::NAN)), (842.0, 557.9));
        check((30_000, 20_000), Some((300.0, 300.0)), (842.0, 561.3));
    }
}
