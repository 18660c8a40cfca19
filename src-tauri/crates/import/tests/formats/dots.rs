//! Pictures of dots, written down as PNG and TIFF.

use std::io::Cursor;

use png::ColorType;
use standpoint_import::Picture;
use tiff::encoder::{TiffEncoder, colortype};

pub(crate) fn png(width: u32, height: u32, colour: ColorType, dots: &[u8]) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(colour);
    let mut writer = encoder.write_header().expect("a vector takes everything");
    writer.write_image_data(dots).expect("so many dots");
    writer.finish().expect("a vector takes everything");
    file
}

pub(crate) fn tiff(pages: &[&Picture]) -> Vec<u8> {
    let mut file = Cursor::new(Vec::new());
    let mut encoder = TiffEncoder::new(&mut file).expect("a vector takes everything");
    for page in pages {
        encoder.write_image::<colortype::Gray8>(page.width, page.height, &page.shades).expect("so many dots");
    }
    file.into_inner()
}
