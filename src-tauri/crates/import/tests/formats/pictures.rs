//! Pictures of pages by themselves.

use std::io::Cursor;

use png::ColorType;
use standpoint_import::{Input, Picture, Reason, bind, draw, read};
use tiff::encoder::{Compression, TiffEncoder};
use tiff::tags::Tag;

use crate::dots::{Page, png, tiff};
use crate::pdf_pages::{line, pdf};

/// A page of words in a picture, 120 dots of it in an inch, by another program.
const JPEG: &[u8] = include_bytes!("page.jpg");

/// A printed page of words.
fn printed() -> Picture {
    let printed = pdf(&[&[line(0, "The ministers met in London and agreed on nothing.")]], "", "");
    draw(&Input { name: "a.pdf", media_hint: None, bytes: &printed }, None, 1).expect("it is drawn")
}

/// A picture with dots of its size.
fn page<'a>(picture: &Picture, dots: &'a [u8]) -> Page<'a> {
    let dpi = picture.dpi.into();
    Page { size: (picture.width, picture.height), dpi: (dpi, dpi), dots }
}

fn grey(pages: &[&Picture]) -> Vec<u8> {
    let pages: Vec<Page<'_>> = pages.iter().map(|picture| page(picture, &picture.shades)).collect();
    tiff(&pages, Compression::Uncompressed)
}

/// The tags of a picture, each with its short numbers.
type Tags<'a> = Vec<(Tag, &'a [u16])>;

/// A TIFF of pictures, each nothing but its tags and strips of plain dots.
fn strips(pages: &[(Tags<'_>, &[&[u8]])]) -> Vec<u8> {
    let mut file = Cursor::new(Vec::new());
    let mut encoder = TiffEncoder::new(&mut file).expect("a vector takes everything");
    for (tags, strips) in pages {
        let mut page = encoder.image_directory().expect("a vector takes everything");
        let written = strips.iter().map(|strip| page.write_data(*strip).expect("a vector takes everything"));
        let places: Vec<u32> = written.map(|place| place as u32).collect();
        let lengths: Vec<u32> = strips.iter().map(|strip| strip.len() as u32).collect();
        page.write_tag(Tag::StripOffsets, &places[..]).expect("a vector takes everything");
        page.write_tag(Tag::StripByteCounts, &lengths[..]).expect("a vector takes everything");
        for (tag, numbers) in tags {
            page.write_tag(*tag, *numbers).expect("a vector takes everything");
        }
        page.finish().expect("a vector takes everything");
    }
    file.into_inner()
}

/// The tags of a picture of that kind, with what else there is to say.
fn tags<'a>(
    [width, height]: [&'a [u16]; 2],
    bits: &'a [u16],
    photometric: &'a [u16],
    others: &[(Tag, &'a [u16])],
) -> Tags<'a> {
    let samples: &[u16] = if bits.len() == 1 { &[1] } else { &[3] };
    let usual = [
        (Tag::ImageWidth, width),
        (Tag::ImageLength, height),
        (Tag::BitsPerSample, bits),
        (Tag::PhotometricInterpretation, photometric),
        (Tag::SamplesPerPixel, samples),
        (Tag::RowsPerStrip, height),
    ];
    let has = |tag: &Tag| others.iter().any(|(other, _)| other == tag);
    usual.into_iter().filter(|(tag, _)| !has(tag)).chain(others.iter().copied()).collect()
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
    let printed = printed();
    check(&png(page(&printed, &printed.shades), ColorType::Grayscale), "image/png", 1);
    check(JPEG, "image/jpeg", 1);
    check(&grey(&[&printed]), "image/tiff", 1);
    check(&grey(&[&printed, &printed, &printed]), "image/tiff", 3);
}

#[test]
fn what_shines_through_is_white() {
    let printed = printed();
    // Black ink, and nothing where there is none.
    let clear: Vec<u8> = printed.shades.iter().flat_map(|shade| [0, 0, 0, 255 - shade]).collect();
    check(&png(page(&printed, &clear), ColorType::Rgba), "image/png", 1);
}

#[test]
fn a_photograph_is_turned_as_its_camera_was_held() {
    let exif = b"\xff\xe1\x00\x22Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
    let turned = [&JPEG[..2], exif, &JPEG[2..]].concat();
    let input = Input { name: "letter.jpg", media_hint: None, bytes: &turned };
    let drawn = draw(&input, None, 1).expect("it is drawn");
    assert!(drawn.width > drawn.height, "{} × {}", drawn.width, drawn.height);
}

/// A fax, twice as many dots in an inch across as down, is drawn as a sheet that stands upright.
#[track_caller]
fn check_fax(bytes: &[u8]) {
    let drawn = draw(&Input { name: "fax", media_hint: None, bytes }, None, 1).expect("it is drawn");
    let shape = f64::from(drawn.height) / f64::from(drawn.width);
    assert!((shape - 1.38).abs() < 0.02, "{} × {}", drawn.width, drawn.height);
}

#[test]
fn a_fax_is_as_tall_as_its_paper() {
    let fax = Page { size: (1728, 1145), dpi: (204, 98), dots: &vec![255; 1728 * 1145] };
    check_fax(&tiff(&[fax], Compression::Uncompressed));
    check_fax(&png(fax, ColorType::Grayscale));
}

/// A page of black and white, eight dots in a byte, with the first of them in its last bit if `mirrored`.
fn bits(page: &Picture, mirrored: bool) -> Vec<u8> {
    let byte = |dots: &[u8]| {
        let ordered = dots.iter().zip((0..8).rev());
        let byte = ordered.fold(0_u8, |byte, (dot, bit)| byte | u8::from(*dot > 127) << bit);
        if mirrored { byte.reverse_bits() } else { byte }
    };
    page.shades.chunks(page.width as usize).flat_map(|row| row.chunks(8).map(byte)).collect()
}

#[test]
fn black_and_white_is_read_in_either_order_of_bits() {
    let page = printed();
    let (width, height) = ([page.width as u16], [page.height as u16]);
    let (size, mirror): (_, &[_]) = ([&width[..], &height[..]], &[(Tag::FillOrder, &[2][..])]);
    let plain = strips(&[(tags(size, &[1], &[1], &[]), &[&bits(&page, false)])]);
    let mirrored = strips(&[(tags(size, &[1], &[1], mirror), &[&bits(&page, true)])]);
    check(&plain, "image/tiff", 1);
    check(&mirrored, "image/tiff", 1);
    let drawn = |bytes: &[u8]| draw(&Input { name: "a.tif", media_hint: None, bytes }, None, 1);
    assert_eq!(drawn(&mirrored), drawn(&plain));
}

#[test]
fn a_page_is_drawn_without_the_others() {
    let page = printed();
    let blank = Picture { shades: vec![255; page.shades.len()], ..page.clone() };
    let two = grey(&[&page, &blank]);
    let input = Input { name: "a.tif", media_hint: None, bytes: &two };
    assert!(draw(&input, None, 1).is_ok_and(|drawn| darkness(&drawn) > 0.0));
    assert!(draw(&input, None, 2).is_ok_and(|drawn| darkness(&drawn) == 0.0));
    assert!(draw(&input, None, 0).is_err() && draw(&input, None, 3).is_err(), "there are two pages");
    // Where the other cannot be unfolded, this one can be seen all the same.
    let (size, dots): ([&[u16]; 2], _) = ([&[600], &[800]], vec![255; 2 * 600 * 800]);
    let dots: &[&[u8]] = &[&dots];
    let one_of_two = [(tags(size, &[8], &[1], &[]), dots), (tags(size, &[16], &[1], &[]), dots)];
    let one_of_two = strips(&one_of_two);
    let input = Input { name: "a.tif", media_hint: None, bytes: &one_of_two };
    assert!(read(&input).is_err() && draw(&input, None, 2).is_err());
    assert!(draw(&input, None, 1).is_ok_and(|drawn| darkness(&drawn) == 0.0));
}

/// The reason, and the sentence for people.
#[track_caller]
fn refused(bytes: &[u8]) -> (String, Reason) {
    let refusal = read(&Input { name: "a.png", media_hint: None, bytes }).expect_err("it is no page");
    (refusal.to_string(), refusal.reason)
}

#[test]
fn pictures_of_other_kinds_are_told_from_damaged_ones() {
    #[track_caller]
    fn check(tags: Tags<'_>, dots: &[&[u8]], expect: &str) {
        let (sentence, reason) = refused(&strips(&[(tags, dots)]));
        assert!(sentence.starts_with(&format!("“a.png” {expect}")), "{sentence}: {reason:?}");
    }
    const UNUSUAL: &str = "is a TIFF picture of an unusual kind, which cannot be imported. Save it as PNG or PDF in the \
                           program it was made with, and import that.";
    const DAMAGED: &str = "is damaged or incomplete.";
    let size: [&[u16]; 2] = [&[600], &[800]];
    let plane: &[u8] = &vec![255; 600 * 800];
    let dots: &[u8] = &vec![255; 600 * 800 * 3];
    let rgb: &[u16] = &[8, 8, 8];
    // Three colours, each by itself.
    check(tags(size, rgb, &[2], &[(Tag::PlanarConfiguration, &[2])]), &[plane; 3], UNUSUAL);
    // The other order of bits, where nobody says what it means.
    check(tags(size, rgb, &[2], &[(Tag::FillOrder, &[2])]), &[dots], UNUSUAL);
    check(tags(size, &[8], &[1], &[(Tag::FillOrder, &[2])]), &[plane], UNUSUAL);
    // Colours by number, sixteen bits, folded in a way of before there was a rule for it.
    check(tags(size, &[8], &[3], &[]), &[plane], UNUSUAL);
    check(tags(size, &[16], &[1], &[]), &[&[plane, plane].concat()], UNUSUAL);
    check(tags(size, rgb, &[2], &[(Tag::Compression, &[6])]), &[dots], UNUSUAL);
    // Fewer dots than it says, also where it says more than the library takes by itself.
    check(tags(size, rgb, &[2], &[]), &[plane], DAMAGED);
    check(tags([&[10_000], &[9_500]], rgb, &[2], &[]), &[plane], DAMAGED);
    check(tags([&[20_000], &[20_000]], &[1], &[1], &[]), &[plane], "unfolds into more than can be imported.");
    let wide =
        [(Tag::SamplesPerPixel, &[4][..]), (Tag::BitsPerSample, &[8, 8, 8, 8]), (Tag::ExtraSamples, &[2])];
    check(
        tags([&[12_000], &[12_000]], rgb, &[2], &wide),
        &[plane],
        "unfolds into more than can be imported.",
    );
}

#[test]
fn what_is_no_picture_of_a_page_is_refused() {
    let icon = png(Page { size: (64, 64), dpi: (300, 300), dots: &[7; 64 * 64] }, ColorType::Grayscale);
    let (sentence, _) = refused(&icon);
    assert_eq!(
        sentence,
        "“a.png” is a picture too small to be a page, which cannot be imported. Type or paste the words that matter."
    );
    let printed = printed();
    let whole = png(page(&printed, &printed.shades), ColorType::Grayscale);
    assert_eq!(refused(&whole[..whole.len() / 2]).1, Reason::Damaged);
    assert_eq!(refused(&JPEG[..40]).1, Reason::Damaged);
    assert_eq!(refused(b"II*\0\x08\0\0\0").1, Reason::Damaged);
    // Its head promises more dots than any page has.
    let mut vast = icon;
    vast[16..24].copy_from_slice(&[0, 1, 0, 0, 0, 1, 0, 0]);
    assert!(matches!(refused(&vast).1, Reason::Damaged | Reason::TooMuch));
    // And there is nothing to bind in what is none.
    let text = Input { name: "a.txt", media_hint: None, bytes: b"The ministers met." };
    assert_eq!(bind(&text).map_err(|refusal| refusal.reason), Err(Reason::Damaged));
}
