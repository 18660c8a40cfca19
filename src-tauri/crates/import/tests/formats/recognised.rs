//! Pages that are pictures: known for scans, and read with the words that were recognised on them.

use std::fmt::Write as _;

use crate::outline::{blocks, extract, warnings};
use crate::pdf_pages::{Page, bound, drawn, line, pdf, scan};
use standpoint_import::{Extracted, Input, Recognised, draw, read_recognised};

/// Lines as a recogniser tells them, each of one word and as long as all, at twelve points.
fn page(page: u32, lines: &[&str], sure: u8) -> Recognised {
    let lines: Vec<String> = lines
        .iter()
        .map(|words| {
            format!(
                "<p class='ocr_par' title='bbox 0 0 900 50'><span class='ocr_line' title='bbox 0 0 900 50; x_size 50'>\
                 <span class='ocrx_word' title='bbox 0 0 900 50; x_wconf {sure}'>{}</span></span></p>",
                words.replace(' ', &format!("</span> <span class='ocrx_word' title='bbox 0 0 9 9; x_wconf {sure}'>"))
            )
        })
        .collect();
    let hocr = format!(
        "<html><body><div class='ocr_carea' title='bbox 0 0 900 900'>{}</div></body></html>",
        lines.concat()
    );
    Recognised { page, dpi: 300, hocr }
}

#[track_caller]
fn read(bytes: &[u8], pages: &[Recognised]) -> Extracted {
    let input = Input { name: "scan_of-a-record.pdf", media_hint: None, bytes };
    read_recognised(&input, None, pages).unwrap_or_else(|refusal| panic!("refused: {refusal}"))
}

#[test]
fn a_scan_is_kept_without_words_and_said_to_be_one() {
    let extracted = extract("scan_of-a-record.pdf", None, &scan(3));
    assert_eq!((extracted.text.as_str(), &extracted.pictured), ("", &vec![1, 2, 3]));
    assert_eq!((extracted.pages.len(), extracted.recognised.len()), (3, 0));
    assert_eq!(extracted.meta.title.map(|title| title.value).as_deref(), Some("Scan of a record"));
    assert!(
        extracted.warnings[0].message.starts_with("Each of the pages 1–3 is a picture with next to no text")
    );
}

#[test]
fn recognised_words_are_the_text_and_said_to_be_recognised() {
    let pages = [
        page(1, &["The ministers met in London and", "agreed on noth-", "ing. They will meet again."], 96),
        page(2, &["The talks ended."], 60),
    ];
    let extracted = read(&scan(3), &pages);
    assert_eq!(
        blocks(&extracted),
        "p The ministers met in London and agreed on nothing. They will meet again.\np The talks ended."
    );
    assert_eq!((&extracted.recognised, &extracted.pictured), (&vec![1, 2], &vec![3]));
    let starts: Vec<usize> = extracted.pages.iter().map(|page| page.start).collect();
    assert_eq!(starts, [0, 74, 90]);
    assert_eq!(
        warnings(&extracted),
        "Page 3 is a picture with next to no text, so its words are missing; text recognition (OCR) can bring them.\n\
         Each of the pages 1–2 is a picture whose words were recognised (OCR) and may be wrong; compare a passage with \
         its page before quoting it.\nPage 2 is hard to make out: expect many wrong words there."
    );
}

#[test]
fn pages_with_words_keep_their_own() {
    let picture = "<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/Length 1>>\
                   stream\nx\nendstream";
    let content = "BT /F1 11 Tf 72 720 Td (The ministers met in London on Wednesday.) Tj ET q 612 0 0 792 0 0 cm /I Do Q";
    let with_words = drawn(content, ["/XObject<</I 6 0 R>>", "", ""], &[picture]);
    let extracted = extract("a.pdf", None, &with_words);
    assert_eq!((extracted.pictured.len(), extracted.warnings.len()), (0, 0), "words lie over the picture");
    let told = page(7, &["Words of no page."], 90);
    assert_eq!(read(&with_words, &[told]).text, extracted.text, "there is no such page");
}

#[test]
fn what_no_recogniser_wrote_is_refused() {
    let garbage = Recognised { page: 1, dpi: 300, hocr: "<a><b></a>".to_owned() };
    let bytes = scan(1);
    let input = Input { name: "a.pdf", media_hint: None, bytes: &bytes };
    assert_eq!(
        read_recognised(&input, None, &[garbage]).map_err(|refusal| refusal.code()).err(),
        Some("not_recognised")
    );
}

#[test]
fn pages_are_drawn_as_they_look() {
    let bytes = pdf(&[&[line(0, "The ministers met.")]], "", "");
    let picture = |page| draw(&Input { name: "a.pdf", media_hint: None, bytes: &bytes }, None, page);
    let drawn = picture(1).expect("it can be drawn");
    assert_eq!((drawn.width, drawn.height, drawn.dpi), (2550, 3300, 300));
    assert_eq!(drawn.shades.len(), 2550 * 3300);
    let ink = |rows: std::ops::Range<usize>| {
        drawn.shades[rows.start * 2550..rows.end * 2550].iter().filter(|shade| **shade < 128).count()
    };
    assert!(ink(250..310) > 1_000, "the line stands an inch from the top");
    assert_eq!(ink(400..3300), 0, "and nothing below it");
    assert!(picture(0).is_err() && picture(2).is_err(), "there is one page");
    assert!(draw(&Input { name: "a.pdf", media_hint: None, bytes: &bound(&[]) }, None, 1).is_err());
}

/// A page as a recogniser sees it that takes each stretch for a part of its own, the paper lying askew by so much.
fn seen(page: Page<'_>, askew: f32) -> Recognised {
    const DOTS: f32 = 300.0 / 72.0;
    let mut hocr = String::new();
    for (x, y, size, words) in page {
        let (mut x, y, wide) = (x * DOTS, (792.0 - y) * DOTS, size * 0.5 * DOTS);
        let at = |x: f32, end: f32| {
            let stands = y + askew * x;
            format!("bbox {x:.0} {:.0} {end:.0} {:.0}", stands - size * 3.0, stands + size * 0.8)
        };
        let length = words.len() as f32 * wide;
        let (area, below) = (at(x, x + length), -size * 0.8);
        write!(
            hocr,
            "<div class='ocr_carea' title='{area}'><p class='ocr_par'>\
             <span class='ocr_line' title='{area}; baseline {askew} {below}; x_size {}'>",
            size * DOTS
        )
        .expect("a string takes everything");
        for word in words.split(' ') {
            let end = x + word.len() as f32 * wide;
            write!(hocr, "<span class='ocrx_word' title='{}; x_wconf 90'>{word}</span> ", at(x, end))
                .expect("a string takes everything");
            x = end + wide;
        }
        hocr += "</span></p></div>";
    }
    Recognised { page: 1, dpi: 300, hocr: format!("<html><body>{hocr}</body></html>") }
}

const TABLE: Page<'_> = &[
    (72.0, 720.0, 10.0, "Who stands where on the two questions of the day, as of the end of April"),
    (72.0, 690.0, 10.0, "Norway"),
    (200.0, 690.0, 10.0, "supports it at"),
    (350.0, 690.0, 10.0, "no position"),
    (200.0, 678.0, 10.0, "once"),
    (72.0, 658.0, 10.0, "Iceland"),
    (200.0, 658.0, 10.0, "opposes"),
    (350.0, 658.0, 10.0, "supports them"),
    (350.0, 646.0, 10.0, "after a breach"),
    (72.0, 626.0, 10.0, "Denmark"),
    (200.0, 626.0, 10.0, "is not decided"),
    (350.0, 626.0, 10.0, "opposes"),
    (72.0, 590.0, 10.0, "Nothing else was said by anybody on that day or on the next, as far as we know."),
];

#[test]
fn a_table_that_is_seen_is_read_as_one_that_is_printed() {
    let printed = blocks(&extract("a.pdf", None, &pdf(&[TABLE], "", "")));
    assert_eq!(
        printed,
        "p Who stands where on the two questions of the day, as of the end of April\n\
         tr Norway | supports it at once | no position\n\
         tr Iceland | opposes | supports them after a breach\n\
         tr Denmark | is not decided | opposes\n\
         p Nothing else was said by anybody on that day or on the next, as far as we know."
    );
    for askew in [0.0, 0.01, -0.01] {
        assert_eq!(blocks(&read(&scan(1), &[seen(TABLE, askew)])), printed, "askew by {askew}");
    }
}

#[test]
fn small_pictures_in_a_table_are_no_words() {
    let signs: Vec<_> = TABLE
        .iter()
        .map(|(x, y, size, words)| {
            (
                *x,
                *y,
                *size,
                if (150.0..300.0).contains(x) { format!("© {words}") } else { (*words).to_owned() },
            )
        })
        .collect();
    let signs: Vec<_> = signs.iter().map(|(x, y, size, words)| (*x, *y, *size, words.as_str())).collect();
    let read = blocks(&read(&scan(1), &[seen(&signs, 0.0)]));
    assert!(read.contains("tr Denmark | is not decided | opposes"), "{read}");
}
