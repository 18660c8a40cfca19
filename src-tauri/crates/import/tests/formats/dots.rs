//! Pictures of dots, written down as PNG and TIFF.

use std::io::Cursor;

use png::{ColorType, PixelDimensions, Unit};
use tiff::encoder::{Compression, Rational, TiffEncoder, colortype};
use tiff::tags::ResolutionUnit;

/// A picture and how many dots of it are in an inch, across and down.
#[derive(Clone, Copy)]
pub(crate) struct Page<'a> {
    pub(crate) size: (u32, u32),
    pub(crate) dpi: (u32, u32),
    /// Row after row, a byte for each value of each dot.
    pub(crate) dots: &'a [u8],
}

pub(crate) fn png(page: Page<'_>, colour: ColorType) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, page.size.0, page.size.1);
    encoder.set_color(colour);
    let in_metre = |dots: u32| (f64::from(dots) / 0.0254).round() as u32;
    let (xppu, yppu) = (in_metre(page.dpi.0), in_metre(page.dpi.1));
    encoder.set_pixel_dims(Some(PixelDimensions { xppu, yppu, unit: Unit::Meter }));
    let mut writer = encoder.write_header().expect("a vector takes everything");
    writer.write_image_data(page.dots).expect("so many dots");
    writer.finish().expect("a vector takes everything");
    file
}

/// Pages in shades of grey.
pub(crate) fn tiff(pages: &[Page<'_>], folded: Compression) -> Vec<u8> {
    let mut file = Cursor::new(Vec::new());
    let mut encoder =
        TiffEncoder::new(&mut file).expect("a vector takes everything").with_compression(folded);
    for page in pages {
        let ((width, height), (across, down)) = (page.size, page.dpi);
        let mut image =
            encoder.new_image::<colortype::Gray8>(width, height).expect("a vector takes everything");
        image.resolution_unit(ResolutionUnit::Inch);
        image.x_resolution(Rational { n: across, d: 1 });
        image.y_resolution(Rational { n: down, d: 1 });
        image.write_data(page.dots).expect("so many dots");
    }
    file.into_inner()
}
