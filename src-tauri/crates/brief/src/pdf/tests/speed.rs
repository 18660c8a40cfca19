//! How long a hundred pages take.

use std::time::Instant;

use super::sample::{INDENT, Sample};
use super::{properties, write};
use crate::fonts::Face;
use crate::page::{ElementKind, Page, Size};
use crate::text::{Span, Style};

/// `cargo test --release -p standpoint-brief pdf::tests::speed -- --ignored --nocapture`
#[test]
#[ignore = "for measuring"]
fn speed() {
    let words: Vec<String> = (0..4000u32)
        .map(|index| {
            let letters =
                (0..2 + index % 9).map(|at| char::from(b'a' + ((index * 7 + at * at * 5 + at) % 26) as u8));
            letters.collect()
        })
        .collect();
    let mut seed = 7u32;
    let mut next = || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        seed >> 8
    };
    let start = Instant::now();
    let mut sample = Sample::new();
    let body = Style::new(Face::Serif, 12.0);
    while sample.pages.pages.len() < 100 {
        if sample.y > 680.0 {
            let number = sample.pages.pages.len() + 1;
            sample.pages.pages.push(Page::new(Size::A4, number));
            sample.y = 88.0;
        }
        let text: Vec<&str> =
            (0..60).map(|_| words[next() as usize % (1 + next() as usize % 4000)].as_str()).collect();
        let element = sample.add(ElementKind::Paragraph);
        sample.text(element, &[Span::new(text.join(" ") + ".", body)], INDENT, 366.0, 16.0);
    }
    let laid = start.elapsed();
    let start = Instant::now();
    let file = write(&sample.pages, &properties()).expect("a PDF");
    let written = start.elapsed();
    let again = write(&sample.pages, &properties()).expect("a PDF");
    assert_eq!(file.len(), again.len());
    let picture = crate::svg::page(&sample.pages, 50).expect("a page");
    let svg = Instant::now();
    for index in 0..100 {
        assert!(crate::svg::page(&sample.pages, index).is_some());
    }
    let runs = sample.pages.pages.iter().map(|page| page.items.len()).sum::<usize>();
    println!(
        "100 pages, {runs} items: text {laid:?}, PDF {:?} ({} bytes), SVG {:?} ({} bytes for one)",
        written,
        file.len(),
        svg.elapsed(),
        picture.len()
    );
}
