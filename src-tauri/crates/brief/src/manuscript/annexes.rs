//! The annexes of a manuscript: evidence, yardsticks, names; and who gets the note and who cleared it.

use super::runs::{alone, said};
use super::{Form, Piece, Row, Run, Runs, Style, Table, To, Voice, Writer, paragraph, piece};
use crate::document::{Back, Cited, Entry, Label, SourceEntry};
use crate::layout::yardsticks::{CREDIBILITY, LIKELIHOOD, RELIABILITY};
use crate::words::{Parts, Phrase};

impl Writer<'_> {
    pub(super) fn annexes(&mut self) -> Vec<Vec<Piece>> {
        let document = self.document;
        let mut annexes = Vec::new();
        if !document.evidence.sources.is_empty() {
            annexes.push((Phrase::Evidence, self.evidence()));
        }
        annexes.push((Phrase::Yardsticks, self.yardsticks()));
        if !document.names.is_empty() {
            annexes.push((Phrase::Names, self.name_list()));
        }
        let named = annexes.into_iter().enumerate().map(|(index, (title, inside))| {
            let (letter, title) = (self.words.annex_letter(index), self.words.get(title));
            annex(&self.words.with(Phrase::Annex, &[("letter", &letter), ("title", &title)]), inside)
        });
        let last = annex(self.words.get(Phrase::DistributionAndClearance), self.lists());
        named.chain([last]).collect()
    }

    fn evidence(&self) -> Vec<Piece> {
        let evidence = &self.document.evidence;
        let table = self.words.with(Phrase::TableShort, &[("number", &1)]);
        let parts: Parts = &[("letter", &self.words.annex_letter(1)), ("table", &table)];
        let about = self.words.with(Phrase::EvidenceIntroductionByHeading, parts);
        let mut pieces = vec![paragraph(Style::Note, alone(about, Voice::Text))];
        let sources = (1..).zip(&evidence.sources).map(|(number, source)| self.source(number, source));
        pieces.extend(sources);
        if !evidence.entries.is_empty() {
            let rows = (1..).zip(&evidence.entries).map(|(number, entry)| self.entry(number, entry));
            pieces.push(piece(Form::Table(Table {
                name: self.words.get(Phrase::Evidence).to_owned(),
                widths: vec![7, 64, 13, 16],
                head: self.heads(&[Phrase::Number, Phrase::WordsQuoted, Phrase::Grade, Phrase::CitedIn]),
                rows: rows.collect(),
            })));
        }
        pieces
    }

    fn source(&self, number: u32, source: &SourceEntry) -> Piece {
        let cited = Cited::Source(number);
        let mut runs =
            vec![said(format!("{} ", cited.label()), Voice::Label), said(&source.about, Voice::Text)];
        if let Some(notice) = &source.notice {
            runs.push(said(format!(" {notice}"), Voice::Label));
        }
        if let Some(url) = &source.url {
            runs.push(said(" ", Voice::Text));
            let to = To::Address(url.clone());
            runs.push(Run::Link { text: url.clone(), to, look: Voice::Text.look() });
        }
        if !source.cited_in.is_empty() {
            let (before, after) = self.words.around(Phrase::CitedInPlaces, "places", &[]);
            runs.push(said(format!(" {before}"), Voice::Text));
            runs.extend(self.ways_back(&source.cited_in));
            runs.push(said(after, Voice::Text));
        }
        if !source.sha256.is_empty() {
            runs.push(said(format!("\nSHA-256 {}", source.sha256), Voice::Soft));
        }
        Piece { place: Some(cited.place()), form: Form::Paragraph(Style::Note, runs) }
    }

    fn entry(&self, number: u32, entry: &Entry) -> Row {
        let mut words = vec![vec![Run::Words {
            text: entry.quote.clone(),
            look: Voice::Text.look(),
            language: entry.language.clone(),
        }]];
        if let Some(translation) = entry.translation.as_ref().filter(|_| entry.language.is_some()) {
            let mut runs = alone(translation, Voice::Translation);
            runs.push(said(format!(" {}", self.words.get(Phrase::OurTranslation)), Voice::Soft));
            words.push(runs);
        }
        let mut from = Runs::new();
        if !entry.attribution.is_empty() {
            from.push(said(format!("{}. ", entry.attribution), Voice::Text));
        }
        let source = Cited::Source(entry.source);
        let (text, to) = (source.label(), To::Place(source.place()));
        from.push(Run::Link { text, to, look: Voice::Text.look() });
        if !entry.locator.is_empty() {
            from.push(said(format!(", {}", entry.locator), Voice::Text));
        }
        words.push(from);
        Row {
            place: Some(Cited::Evidence(number).place()),
            cells: vec![
                vec![alone(number.to_string(), Voice::Label)],
                words,
                vec![alone(&entry.grade, Voice::Text)],
                vec![self.ways_back(&entry.cited_in)],
            ],
            nested: false,
        }
    }

    /// Links back to where something is cited, each name once.
    fn ways_back(&self, backs: &[Back]) -> Runs {
        let mut runs = Runs::new();
        let mut told: Vec<String> = Vec::new();
        for back in backs {
            let name = match &back.label {
                Label::Paragraph(name) => name.clone(),
                Label::Table(number) => self.words.with(Phrase::TableShort, &[("number", number)]),
                Label::Page => self.names.get(&back.place).unwrap_or(&self.document.head.title).clone(),
            };
            if told.contains(&name) {
                continue;
            }
            if !told.is_empty() {
                runs.push(said(", ", Voice::Text));
            }
            let to = To::Place(back.place.clone());
            runs.push(Run::Link { text: name.clone(), to, look: Voice::Text.look() });
            told.push(name);
        }
        runs
    }

    fn name_list(&self) -> Vec<Piece> {
        let rows = self.document.names.iter().map(|name| Row {
            cells: vec![
                vec![alone(&name.name, Voice::Label)],
                vec![alone(name.say.as_deref().unwrap_or("–"), Voice::Text)],
                vec![alone(&name.who, Voice::Text)],
            ],
            ..Row::default()
        });
        vec![piece(Form::Table(Table {
            name: self.words.get(Phrase::Names).to_owned(),
            widths: vec![27, 23, 50],
            head: self.heads(&[Phrase::Name, Phrase::Say, Phrase::WhoAndOtherNames]),
            rows: rows.collect(),
        }))]
    }

    fn lists(&self) -> Vec<Piece> {
        let document = self.document;
        let lists = [
            (Phrase::DistributionList, &document.distribution),
            (Phrase::ClearanceList, &document.clearance),
        ];
        let filled = lists.into_iter().filter(|(_, words)| !words.is_empty());
        filled
            .map(|(head, words)| {
                paragraph(
                    Style::Body,
                    vec![said(self.words.get(head), Voice::Label), said(format!(" {words}"), Voice::Text)],
                )
            })
            .collect()
    }
}

fn annex(title: &str, inside: Vec<Piece>) -> Vec<Piece> {
    let heading = paragraph(Style::Heading(1), alone(title, Voice::Text));
    std::iter::once(heading).chain(inside).collect()
}

impl Writer<'_> {
    fn yardsticks(&self) -> Vec<Piece> {
        let get = |phrase| self.words.get(phrase).to_owned();
        let ranges = LIKELIHOOD.map(|(words, low, high)| (get(words), format!("{low}–{high}")));
        let graded =
            |grades: [(&str, Phrase); 6]| grades.map(|(grade, words)| (grade.to_owned(), get(words)));
        let [likelihood, grade, reliability, credibility] = [
            Phrase::Likelihood,
            Phrase::Grade,
            Phrase::ReliabilityOfSource,
            Phrase::CredibilityOfInformation,
        ]
        .map(|phrase| self.words.get(phrase));
        vec![
            yardstick([likelihood, "%"], [70, 30], &ranges),
            yardstick([grade, reliability], [15, 85], &graded(RELIABILITY)),
            yardstick([grade, credibility], [15, 85], &graded(CREDIBILITY)),
            paragraph(Style::Note, alone(self.words.get(Phrase::YardstickNote), Voice::Soft)),
        ]
    }
}

fn yardstick(heads: [&str; 2], widths: [u32; 2], rows: &[(String, String)]) -> Piece {
    let row = |(one, other): &(String, String)| Row {
        cells: vec![vec![alone(one, Voice::Label)], vec![alone(other, Voice::Text)]],
        ..Row::default()
    };
    piece(Form::Table(Table {
        name: heads.join(", "),
        widths: widths.into(),
        head: heads.map(|words| alone(words, Voice::Label)).into(),
        rows: rows.iter().map(row).collect(),
    }))
}
