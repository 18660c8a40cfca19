//! Laws and cases of line breaking.

use proptest::prelude::*;

use super::{Hyphens, Language, Line, Measure, Paragraph, Setting, Span, Style};
use crate::fonts::{Face, Fonts};

fn paragraph(text: &str, language: &str) -> Paragraph {
    let span = Span::new(text, Style::new(Face::Serif, 12.0));
    Paragraph::new(&Fonts::bundled(), &[span], &Setting::body(Language::new(language)))
}

/// What a reader sees, one line of text to a line of print.
fn shown(paragraph: &Paragraph, lines: &[Line]) -> String {
    let shown = |line: &Line| {
        let text = paragraph.text()[line.source.clone()].trim_end();
        format!("{text}{}", if line.hyphenated { "-" } else { "" })
    };
    lines.iter().map(shown).collect::<Vec<_>>().join("\n")
}

#[track_caller]
fn check(language: &str, width: f32, text: &str, expect: &str) {
    let paragraph = paragraph(text, language);
    assert_eq!(shown(&paragraph, &paragraph.lines(&width.into())), expect);
}

#[test]
fn what_is_read_as_one_stays_on_one_line() {
    check("en", 120.0, "Aid is put at over €10 billion.", "Aid is put at over\n€10 billion.");
    check("en", 155.0, "They will meet again on 23 April 2025.", "They will meet again on\n23 April 2025.");
    check("en", 100.0, "The details are in Table 1.", "The details are in\nTable 1.");
    check("en", 62.0, "on record · ungraded", "on record ·\nungraded");
    check("en", 110.0, "A visit was paid by Mr Witkoff.", "A visit was paid by\nMr Witkoff.");
}

#[test]
fn what_is_kept_together_stays_on_one_line() {
    let check = |width: f32, parts: &[(&str, bool)], expect: &str| {
        let style = Style::new(Face::Serif, 12.0);
        let spans: Vec<Span> = parts
            .iter()
            .map(|&(text, together)| {
                let span = Span::new(text, style);
                if together { span.kept_together() } else { span }
            })
            .collect();
        let setting = Setting::unhyphenated(Language::new("en"));
        let paragraph = Paragraph::new(&Fonts::bundled(), &spans, &setting);
        assert_eq!(shown(&paragraph, &paragraph.lines(&width.into())), expect);
    };
    check(
        90.0,
        &[("Lavrov, ", false), ("24 Apr 2025", true), (", stale", false)],
        "Lavrov,\n24 Apr 2025,\nstale",
    );
    // The syllables of one name are one word, those of two are not.
    let say = [("sair-", true), ("GAY", true), (" ", false), ("luv-", true), ("ROFF", true)];
    check(70.0, &say, "sair-GAY\nluv-ROFF");
    // What is wider than the column is parted all the same.
    check(50.0, &[("24 Apr 2025", true)], "24 Apr\n2025");
}

#[test]
fn no_runts() {
    check("en", 150.0, "Nothing at all came from Russia.", "Nothing at all came\nfrom Russia.");
}

#[test]
fn hyphens_by_language() {
    let text = "Die Verhandlungsbereitschaft der Regierung";
    check("de", 130.0, text, "Die Verhandlungsbe-\nreitschaft der Regierung");
    check("en", 155.0, "An internationally recognised framework", "An internationally\nrecognised framework");
}

#[test]
fn wider_than_the_column() {
    check("en", 60.0, "internationally", "interna-\ntionally");
    check(
        "en",
        150.0,
        "https://www.example.org/news/2025-04-23",
        "https://www.example.org/\nnews/2025-04-23",
    );
    check("en", 60.0, "9f86d081884c7d659a2f", "9f86d08188\n4c7d659a2f");
}

#[test]
fn a_hyphen_that_does_not_fit_behind_its_word() {
    let text = "AAA 0a0aa000aa00a00aa000aa000a00c00faf0a00fabbc0a00bdacda0a0afcbaaaa";
    let span = Span::new(text, Style::new(Face::SansSemibold, 9.0));
    let paragraph = Paragraph::new(&Fonts::bundled(), &[span], &Setting::body(Language::new("de")));
    assert!(paragraph.lines(&Measure::even(267.093_87)).iter().all(|line| line.width < 267.1));
}

#[test]
fn line_feeds_end_lines() {
    check("en", 300.0, "One\nTwo\n\nThree", "One\nTwo\n\nThree");
    check("en", 300.0, "", "");
}

#[test]
fn missing_characters_are_named() {
    let missing =
        paragraph("Ukraine 烏克蘭", "en").missing().iter().map(|found| found.character).collect::<String>();
    assert_eq!(missing, "烏克蘭");
}

#[test]
fn a_substitute_font_draws_what_the_face_lacks() {
    // Source Serif has no Vietnamese tone on some letters that Source Sans has; both have Cyrillic and Greek.
    for text in
        ["Запоріжжя", "Ελλάδα", "Łódź", "Đà Nẵng", "→ €", "й в̆ Đa\u{300}", "a\tb\u{7}c\u{2060}d\u{3000}e"]
    {
        let paragraph = paragraph(text, "en");
        assert_eq!(paragraph.missing(), [], "{text}");
        let lines = paragraph.lines(&Measure::even(300.0));
        let glyphs = lines.iter().flat_map(|line| &line.runs).flat_map(|run| &run.glyphs.glyphs);
        assert!(glyphs.into_iter().all(|glyph| glyph.id != 0), "{text}");
    }
}

#[test]
fn steps_in_the_measure_are_kept() {
    let paragraph = paragraph(&"some words of no import ".repeat(12), "en");
    let lines = paragraph.lines(&Measure::stepped(vec![100.0, 200.0], 300.0));
    assert!(lines[0].width <= 100.0 && lines[1].width <= 200.0 && lines[2].width > 200.0);
}

fn anything() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        6 => "[a-zA-Z]{1,12}[,.;]?",
        1 => "[а-яіїєґ]{1,16}",
        1 => "[0-9]{1,4}( million|%)?",
        1 => "https://[a-z.]{3,30}/[a-z0-9/_-]{1,40}",
        1 => "[0-9a-f]{64}",
        1 => "\\PC{1,10}",
        1 => "[א-ת]{2,8}",
        1 => "[a-z]{3,8}\u{202F}\\[[0-9], [0-9]\\]",
        1 => "[漢字仮名]{1,9}",
        1 => Just("\n".to_owned()),
    ];
    proptest::collection::vec(word, 0..40).prop_map(|words| words.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn laws(
        text in anything(),
        width in 20.0f32..500.0,
        language in prop_oneof![Just("en"), Just("de"), Just("uk"), Just("he")],
        hyphens in prop_oneof![Just(Hyphens::ByLanguage), Just(Hyphens::OnlyWhenTooWide)],
        cut in 0usize..200,
    ) {
        let cut = text.char_indices().nth(cut).map_or(text.len(), |(at, _)| at);
        let spans = [
            Span::new(&text[..cut], Style::new(Face::Serif, 12.0)),
            Span::new(&text[cut..], Style::new(Face::SansSemibold, 9.0)),
        ];
        let setting = Setting { hyphens, ..Setting::body(Language::new(language)) };
        let paragraph = Paragraph::new(&Fonts::bundled(), &spans, &setting);
        let measure = Measure::even(width);
        let lines = paragraph.lines(&measure);
        prop_assert_eq!(&lines, &paragraph.lines(&measure));
        prop_assert_eq!(lines.len(), paragraph.line_count(&measure));

        let mut at = 0;
        for line in &lines {
            prop_assert_eq!(line.source.start, at);
            at = line.source.end;
            let seen = paragraph.text()[line.source.clone()].trim_end();
            let single = seen.chars().filter(|character| character.is_alphanumeric()).count() <= 1;
            prop_assert!(line.width <= width + 0.02 || single || is_cluster(seen), "{} > {width}: {seen:?}", line.width);

            // Every character of the line belongs to exactly one glyph, or is one that shaping drops.
            let mut painted: Vec<char> = Vec::new();
            for run in &line.runs {
                let mut covered = vec![false; run.glyphs.text.len()];
                for glyph in &run.glyphs.glyphs {
                    for byte in glyph.text.clone() {
                        prop_assert!(!std::mem::replace(&mut covered[byte as usize], true));
                    }
                }
                prop_assert!(covered.iter().all(|&byte| byte), "{:?}", run.glyphs);
                painted.extend(run.glyphs.text.chars());
            }
            let mut expect: Vec<char> = paragraph.text()[line.source.clone()].chars().collect();
            painted.retain(|&character| character != '\u{AD}' && !character.is_control());
            expect.retain(|&character| character != '\u{AD}' && !character.is_control());
            painted.sort_unstable();
            expect.sort_unstable();
            prop_assert_eq!(painted, expect);
        }
        prop_assert_eq!(at, paragraph.text().len());
    }

    #[test]
    fn the_narrowest_column_needs_no_emergency(text in "([a-z]{1,14} ){1,30}") {
        let paragraph = paragraph(text.trim_end(), "en");
        let width = paragraph.min_width();
        for line in paragraph.lines(&Measure::even(width)) {
            prop_assert!(line.width <= width + 0.02 && !line.hyphenated);
        }
        prop_assert_eq!(paragraph.line_count(&Measure::even(paragraph.natural_width())), 1);
    }
}

/// One user-perceived character, however many code points.
fn is_cluster(text: &str) -> bool {
    icu_segmenter::GraphemeClusterSegmenter::new().segment_str(text).count() <= 2
}
