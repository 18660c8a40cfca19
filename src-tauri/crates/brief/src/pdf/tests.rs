//! The file as other programs see it: qpdf, poppler. Those that are not installed are skipped.

use std::io::Write;
use std::process::{Command, Stdio};

use chrono::{DateTime, FixedOffset};

use super::{Properties, write};
use crate::fonts::{Face, Fonts};
use crate::page::{
    Artifact, CellScope, Colour, Destination, ElementId, ElementKind, OutlineEntry, Page, Pages, Path, Point,
    Rect, Rule, Size, Structure, Symbol, Tag,
};
use crate::text::{Cited, Language, Measure, Paragraph, Setting, Span, Style, baseline, citation};

const LEFT: f32 = 54.0;
const INDENT: f32 = 84.0;

fn english() -> Language {
    Language::new("en-GB")
}

fn properties() -> Properties {
    Properties {
        unit: "Eastern Europe Unit".to_owned(),
        subject: "Talks & positions <2025>".to_owned(),
        created: DateTime::<FixedOffset>::parse_from_rfc3339("2025-04-23T08:00:00+01:00").expect("a date"),
        identity: "note 1, version 2".to_owned(),
    }
}

/// A document of one of everything.
struct Sample {
    pages: Pages,
    y: f32,
}

impl Sample {
    fn new() -> Self {
        let mut pages = Pages::new(Fonts::bundled(), english(), "London talks: Київ & “positions”");
        pages.pages.push(Page::new(Size::A4, 1));
        Self { pages, y: 88.0 }
    }

    /// Sets a paragraph; linked spans become Link elements of their own.
    fn text(&mut self, element: ElementId, spans: &[Span], left: f32, width: f32, leading: f32) {
        let paragraph = Paragraph::new(&self.pages.fonts, spans, &Setting::body(english()));
        assert_eq!(paragraph.missing(), []);
        let tags: Vec<Tag> = spans
            .iter()
            .map(|span| match span.link {
                Some(_) => Tag::Element(self.pages.structure.add(element, ElementKind::Link)),
                None => Tag::Element(element),
            })
            .collect();
        for line in paragraph.lines(&Measure::even(width)) {
            let page = self.pages.pages.last_mut().expect("a page");
            line.place(page, left, self.y + baseline(leading), leading, |span| tags[span]);
            self.y += leading;
        }
        self.y += 8.0;
    }

    fn add(&mut self, kind: ElementKind) -> ElementId {
        self.pages.structure.add(Structure::ROOT, kind)
    }

    fn destination(&mut self, name: &str) {
        let destination = Destination { page: self.pages.pages.len() - 1, at: Point::new(0.0, self.y) };
        self.pages.destinations.insert(name.to_owned(), destination);
    }

    fn draw(&mut self, path: Path) {
        let page = self.pages.pages.last_mut().expect("a page");
        page.draw(Tag::Artifact(Artifact::Layout), path);
    }
}

pub(crate) fn sample() -> Pages {
    let mut sample = Sample::new();
    let body = Style::new(Face::Serif, 12.0);
    let title = sample.add(ElementKind::Title);
    sample.text(
        title,
        &[Span::new("London talks: efficient offices, first", Style::new(Face::Display, 27.0))],
        LEFT,
        487.0,
        32.0,
    );
    sample.pages.pages[0].draw(
        Tag::Artifact(Artifact::Layout),
        Rule::horizontal(LEFT, LEFT + 487.28, sample.y, 1.0, Colour::INK),
    );
    sample.y += 16.0;
    sample.destination("objectives");
    let heading = sample.add(ElementKind::Heading(1));
    let style = Style::new(Face::SansSemibold, 14.0).colour(Colour::ACCENT);
    sample.text(heading, &[Span::new("Our objectives", style)], LEFT, 400.0, 16.0);
    let cited = |number: &str| Cited {
        label: number.to_owned(),
        destination: "evidence".to_owned(),
        description: format!("Evidence {number}"),
    };
    for repeat in 0..3 {
        let paragraph = sample.add(ElementKind::Paragraph);
        let mut spans = vec![
            Span::new("Keep the United States at the table. ", body.face(Face::SerifSemibold)),
            Span::new(
                "Its Secretary of State has said the country will “move on” unless progress comes within days. An \
                 official office offers coffee; the first affair is difficult, and the waffle is final.",
                body,
            ),
        ];
        spans.extend(citation(&[cited("1"), cited("2")], &body));
        spans.push(Span::new(" Ask what progress would be enough, and by when: ", body));
        spans.push(
            Span::new("прогрес протягом днів", body.face(Face::SerifItalic)).in_language(Language::new("uk")),
        );
        spans.push(Span::new(format!(" (case {repeat}), Ελλάδα, Łódź, Æsir, 1945–2025 and "), body));
        spans.push(Span::new("zeh-LEN-skee", body).read_as("Zelenskyy"));
        spans.push(Span::new(" or ", body));
        spans.push(Span::new("LEN", body.face(Face::SerifSemibold).small_capitals().tracked(0.04)));
        spans.push(Span::new(".", body));
        sample.text(paragraph, &spans, INDENT, 366.0, 16.0);
    }
    for (index, symbol) in Symbol::ALL.into_iter().enumerate() {
        for path in symbol.beside_text(LEFT + 60.0 * index as f32, sample.y + 12.0, 7.6) {
            sample.draw(path);
        }
        for path in symbol.paths(Point::new(LEFT + 60.0 * index as f32, sample.y + 20.0), 40.0) {
            sample.draw(path);
        }
    }
    sample.y += 72.0;
    let frame = Path::new().rectangle(Rect::new(LEFT, sample.y, 200.0, 30.0)).stroked(Colour::ACCENT, 0.75);
    sample.draw(frame);
    sample.y += 40.0;

    let table = sample.add(ElementKind::Table);
    for (row, cells) in [["Actor", "Stance"], ["Ukraine", "opposes"]].into_iter().enumerate() {
        let line = sample.pages.structure.add(table, ElementKind::TableRow);
        let top = sample.y;
        for (column, text) in cells.into_iter().enumerate() {
            let kind = match (row, column) {
                (0, _) => ElementKind::HeaderCell(CellScope::Column),
                (_, 0) => ElementKind::HeaderCell(CellScope::Row),
                _ => ElementKind::Cell { columns: 1 },
            };
            let cell = sample.pages.structure.add(line, kind);
            sample.y = top;
            let left = LEFT + 100.0 * column as f32;
            sample.text(cell, &[Span::new(text, Style::new(Face::Sans, 9.0))], left, 90.0, 12.0);
        }
    }
    let german = sample.add(ElementKind::Paragraph);
    let words = Span::new("Die Verhandlungsbereitschaft der Regierungsvertreterinnen", body);
    sample.text(german, &[words.in_language(Language::new("de"))], LEFT, 150.0, 16.0);
    sample.destination("evidence");
    let note = sample.add(ElementKind::Note);
    let address = "https://www.example.org/a-long/path/to-an-article/2025-04-23/positions";
    let link = crate::page::LinkTarget::Address(address.to_owned());
    let style = Style::new(Face::Sans, 9.0).colour(Colour::SOFT);
    sample.text(note, &[Span::new(address, style).linked(link, address)], LEFT, 200.0, 12.0);

    let marking = [Span::new("OFFICIAL-SENSITIVE", Style::new(Face::SansBold, 12.0).tracked(0.06))];
    let marking = Paragraph::new(&sample.pages.fonts, &marking, &Setting::unhyphenated(english()));
    let line = &marking.lines(&Measure::even(400.0))[0];
    let left = (Size::A4.width - line.width) / 2.0;
    line.place(&mut sample.pages.pages[0], left, 39.0, 16.0, |_| Tag::Artifact(Artifact::Header));

    let draft = [Span::new("DRAFT", Style::new(Face::SansBold, 150.0))];
    let draft = Paragraph::new(&sample.pages.fonts, &draft, &Setting::unhyphenated(english()));
    let line = &draft.lines(&Measure::even(900.0))[0];
    let outline = line.runs[0].glyphs.outlined(&sample.pages.fonts);
    let outline = outline.filled(Colour::PAPER).stroked(Colour::WATERMARK, 0.6).placed(
        1.0,
        -52.0,
        Point::new(200.0, 720.0),
    );
    let watermark = crate::page::Item { tag: Tag::Artifact(Artifact::Watermark), mark: outline.into() };
    sample.pages.pages[0].items.insert(0, watermark);
    let child =
        OutlineEntry { title: "Evidence".to_owned(), destination: "evidence".to_owned(), children: vec![] };
    sample.pages.outline = vec![OutlineEntry {
        title: "Our objectives — Київ".to_owned(),
        destination: "objectives".to_owned(),
        children: vec![child],
    }];
    sample.pages
}

/// What a program says of the file; none when it is not installed.
fn ask(program: &str, arguments: &[&str], file: &[u8]) -> Option<String> {
    let mut path = tempfile::NamedTempFile::new().expect("a temporary file");
    path.write_all(file).expect("to write");
    let name = path.path().to_str().expect("a plain name");
    let arguments = arguments.iter().map(|argument| argument.replace("FILE", name));
    let run = Command::new(program).args(arguments).stdin(Stdio::null()).output().ok()?;
    Some(format!("{}{}", String::from_utf8_lossy(&run.stdout), String::from_utf8_lossy(&run.stderr)))
}

#[test]
fn the_same_pages_give_the_same_bytes() {
    let one = write(&sample(), &properties()).expect("a PDF");
    assert_eq!(one, write(&sample(), &properties()).expect("a PDF"));
    assert!(one.starts_with(b"%PDF-1.7"));
}

#[test]
fn qpdf_finds_nothing_wrong() {
    let file = write(&sample(), &properties()).expect("a PDF");
    if let Some(said) = ask("qpdf", &["--check", "FILE"], &file) {
        assert!(said.contains("No syntax or stream encoding errors"), "{said}");
    }
}

#[test]
fn every_word_can_be_copied() {
    let file = write(&sample(), &properties()).expect("a PDF");
    let Some(text) = ask("pdftotext", &["-raw", "FILE", "-"], &file) else { return };
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for expect in [
        "London talks: efficient offices, first",
        "official office offers coffee; the first affair is difficult, and the waffle is final. [1, 2] Ask what",
        "прогрес протягом днів (case 0), Ελλάδα, Łódź, Æsir, 1945–2025 and Zelenskyy or LEN.",
        "OFFICIAL-SENSITIVE",
        "Ukraine opposes",
        "Die Verhandlungs\u{AD} bereitschaft",
    ] {
        assert!(text.contains(expect), "{expect:?} is not in {text:?}");
    }
}

/// Writes the sample where SAMPLE_PDF says, to be looked at: `SAMPLE_PDF=/tmp/a.pdf cargo test pdf::tests::show -- --ignored`.
#[test]
#[ignore = "for looking at"]
fn show() {
    let file = write(&sample(), &properties()).expect("a PDF");
    let path = std::env::var("SAMPLE_PDF").expect("a path");
    std::fs::File::create(&path).and_then(|mut to| to.write_all(&file)).expect("to write");
    let picture = crate::svg::page(&sample(), 0).expect("a page");
    std::fs::File::create(path + ".svg")
        .and_then(|mut to| to.write_all(picture.as_bytes()))
        .expect("to write");
}

#[test]
fn poppler_sees_title_tags_and_links() {
    let file = write(&sample(), &properties()).expect("a PDF");
    if let Some(said) = ask("pdfinfo", &["FILE"], &file) {
        for expect in [
            "London talks: Київ & “positions”",
            "Eastern Europe Unit",
            "Tagged:          yes",
            "PDF version:     1.7",
        ] {
            assert!(said.contains(expect), "{expect:?} is not in {said}");
        }
    }
    if let Some(said) = ask("pdfinfo", &["-dests", "FILE"], &file) {
        assert!(said.contains("\"objectives\"") && said.contains("\"evidence\""), "{said}");
    }
}

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
    let start = std::time::Instant::now();
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
    let file = write(&sample.pages, &properties()).expect("a PDF");
    let written = start.elapsed();
    let again = write(&sample.pages, &properties()).expect("a PDF");
    assert_eq!(file.len(), again.len());
    let picture = crate::svg::page(&sample.pages, 50).expect("a page");
    let svg = std::time::Instant::now();
    for index in 0..100 {
        crate::svg::page(&sample.pages, index);
    }
    let runs = sample.pages.pages.iter().map(|page| page.items.len()).sum::<usize>();
    println!(
        "100 pages, {runs} items: text {laid:?}, PDF {:?} ({} bytes), SVG {:?} ({} bytes for one)",
        written - laid,
        file.len(),
        svg.elapsed(),
        picture.len()
    );
}
