//! Pictures of pages by themselves.

use std::io::Cursor;

use standpoint_import::{Input, Picture, Reason, bind, draw, read};
use tiff::encoder::{TiffEncoder, colortype};

use crate::pdf_pages::{Page, line, pdf};

/// A page of words in a picture, 120 dots of it in an inch, by another program.
const JPEG: &[u8] = include_bytes!("page.jpg");

/// A printed page of words.
fn printed() -> Picture {
    let page: Page<'_> = &[line(0, "The ministers met in London and agreed on nothing.")];
    let printed = pdf(&[page], "", "");
    draw(&Input { name: "a.pdf", media_hint: None, bytes: &printed }, None, 1).expect("it is drawn")
}

fn png(width: u32, height: u32, colour: png::ColorType, dots: &[u8]) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(colour);
    let mut writer = encoder.write_header().expect("a vector takes everything");
    writer.write_image_data(dots).expect("so many dots");
    writer.finish().expect("a vector takes everything");
    file
}

fn tiff(pages: &[&Picture]) -> Vec<u8> {
    let mut file = Cursor::new(Vec::new());
    let mut encoder = TiffEncoder::new(&mut file).expect("a vector takes everything");
    for page in pages {
        encoder.write_image::<colortype::Gray8>(page.width, page.height, &page.shades).expect("so many dots");
    }
    file.into_inner()
}

/// A picture is a scan of so many pages, which are drawn as they are: as dark as the printed page.
#[track_caller]
fn check(bytes: &[u8], media_type: &str, pages: u32) {
    let input = Input { name: "letter", media_hint: None, bytes };
    let scan = read(&input).unwrap_or_else(|refusal| panic!("{refusal}"));
    let numbers: Vec<u32> = (1..=pages).collect();
    assert_eq!((scan.media_type.as_str(), &scan.pictured), (media_type, &numbers));
    assert_eq!((scan.text.as_str(), scan.pages.len()), ("", numbers.len()));
    for page in numbers {
        let drawn = draw(&input, None, page).expect("it is drawn");
        let (share, expected) = (darkness(&drawn), darkness(&printed()));
        assert!((share / expected - 1.0).abs() < 0.15, "page {page}: {share} instead of {expected}");
        assert!(drawn.height > drawn.width, "it stands upright");
    }
    assert!(bind(&input).is_ok_and(|document| document.starts_with(b"%PDF-")));
}

/// How much of a page is ink.
fn darkness(picture: &Picture) -> f64 {
    let ink: f64 = picture.shades.iter().map(|shade| f64::from(255 - shade) / 255.0).sum();
    ink / picture.shades.len() as f64
}

#[test]
fn a_picture_of_a_page_is_a_scan() {
    let page = printed();
    check(&png(page.width, page.height, png::ColorType::Grayscale, &page.shades), "image/png", 1);
    check(JPEG, "image/jpeg", 1);
    check(&tiff(&[&page]), "image/tiff", 1);
    check(&tiff(&[&page, &page, &page]), "image/tiff", 3);
}

#[test]
fn what_shines_through_is_white() {
    let page = printed();
    // Black ink, and nothing where there is none.
    let clear: Vec<u8> = page.shades.iter().flat_map(|shade| [0, 0, 0, 255 - shade]).collect();
    check(&png(page.width, page.height, png::ColorType::Rgba, &clear), "image/png", 1);
}

#[test]
fn a_photograph_is_turned_as_its_camera_was_held() {
    let exif = b"\xff\xe1\x00\x22Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
    let turned = [&JPEG[..2], exif, &JPEG[2..]].concat();
    let input = Input { name: "letter.jpg", media_hint: None, bytes: &turned };
    let drawn = draw(&input, None, 1).expect("it is drawn");
    assert!(drawn.width > drawn.height, "{} × {}", drawn.width, drawn.height);
}

#[test]
fn what_is_no_picture_of_a_page_is_refused() {
    let refused = |bytes: &[u8]| {
        let refusal = read(&Input { name: "a.png", media_hint: None, bytes }).expect_err("it is no page");
        (refusal.to_string(), refusal.reason)
    };
    let icon = png(64, 64, png::ColorType::Grayscale, &[7; 64 * 64]);
    let (sentence, _) = refused(&icon);
    assert_eq!(
        sentence,
        "“a.png” is a picture too small to be a page, which cannot be imported. Type or paste the words that matter."
    );
    let page = printed();
    let whole = png(page.width, page.height, png::ColorType::Grayscale, &page.shades);
    assert_eq!(refused(&whole[..whole.len() / 2]).1, Reason::Damaged);
    assert_eq!(refused(&JPEG[..40]).1, Reason::Damaged);
    assert_eq!(refused(b"II*\0\x08\0\0\0").1, Reason::Damaged);
    // Its head promises more dots than any page has.
    let mut vast = icon;
    vast[16..24].copy_from_slice(&[0, 1, 0, 0, 0, 1, 0, 0]);
    assert!(matches!(refused(&vast).1, Reason::Damaged | Reason::TooMuch));
}
