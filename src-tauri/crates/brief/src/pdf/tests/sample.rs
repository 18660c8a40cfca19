//! A page with one of everything that a note draws, set without layout.

use crate::fonts::{Face, Fonts};
use crate::page::{
    Artifact, CellScope, Colour, Destination, ElementId, ElementKind, Item, LinkTarget, OutlineEntry, Page,
    Pages, Path, Point, Rect, Rule, Size, Structure, Symbol, Tag,
};
use crate::text::{Cited, Language, Measure, Paragraph, Setting, Span, Style, baseline, citation};

const LEFT: f32 = 54.0;
pub(super) const INDENT: f32 = 84.0;

fn english() -> Language {
    Language::new("en-GB")
}

/// A document on the way, and how far down its last page it has come.
pub(super) struct Sample {
    pub(super) pages: Pages,
    pub(super) y: f32,
}

impl Sample {
    pub(super) fn new() -> Self {
        let mut pages = Pages::new(Fonts::bundled(), english(), "London talks: Київ & “positions”");
        pages.pages.push(Page::new(Size::A4, 1));
        Self { pages, y: 88.0 }
    }

    /// Sets a paragraph; linked spans become Link elements of their own.
    pub(super) fn text(&mut self, element: ElementId, spans: &[Span], left: f32, width: f32, leading: f32) {
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

    pub(super) fn add(&mut self, kind: ElementKind) -> ElementId {
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

/// A page of one of everything that a note draws.
pub(super) fn sample() -> Pages {
    let mut sample = Sample::new();
    head(&mut sample);
    paragraphs(&mut sample);
    symbols(&mut sample);
    table(&mut sample);
    source(&mut sample);
    running(&mut sample);
    let child =
        OutlineEntry { title: "Evidence".to_owned(), destination: "evidence".to_owned(), children: vec![] };
    sample.pages.outline = vec![OutlineEntry {
        title: "Our objectives — Київ".to_owned(),
        destination: "objectives".to_owned(),
        children: vec![child],
    }];
    sample.pages
}

fn head(sample: &mut Sample) {
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
}

fn paragraphs(sample: &mut Sample) {
    let body = Style::new(Face::Serif, 12.0);
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
    let german = sample.add(ElementKind::Paragraph);
    let words = Span::new("Die Verhandlungsbereitschaft der Regierungsvertreterinnen", body);
    sample.text(german, &[words.in_language(Language::new("de"))], LEFT, 150.0, 16.0);
}

fn symbols(sample: &mut Sample) {
    for (index, symbol) in Symbol::STANCES.into_iter().enumerate() {
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
}

fn table(sample: &mut Sample) {
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
}

fn source(sample: &mut Sample) {
    sample.destination("evidence");
    let note = sample.add(ElementKind::Note);
    let address = "https://www.example.org/a-long/path/to-an-article/2025-04-23/positions";
    let target = LinkTarget::Address(address.to_owned());
    let style = Style::new(Face::Sans, 9.0).colour(Colour::SOFT);
    sample.text(note, &[Span::new(address, style).linked(target, address)], LEFT, 200.0, 12.0);
}

fn running(sample: &mut Sample) {
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
    let watermark = Item { tag: Tag::Artifact(Artifact::Watermark), mark: outline.into() };
    sample.pages.pages[0].items.insert(0, watermark);
}
