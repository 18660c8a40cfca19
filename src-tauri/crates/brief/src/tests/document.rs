//! What a note says: numbers, ways back, staleness, warnings.

use super::Written;
use super::written::text;
use crate::document::{Cited, Content, Document, Inline, Label, Number, Standing, Text};
use crate::resolve::resolve;
use standpoint_core::actors::ActorKind;
use standpoint_core::ids::ActorId;
use standpoint_core::notes::Pictures;
use standpoint_core::notes::block::{Body, DefensiveLine, Inline as NoteInline, PolicyOption};
use standpoint_core::positions::{PositionState, Stance};
use std::fmt::Write as _;

/// The document as a few readable lines.
fn readable(document: &Document) -> String {
    let mut out = String::new();
    for block in &document.blocks {
        let _ = match &block.content {
            Content::Heading { level, text } => {
                writeln!(out, "{} {}", "#".repeat(usize::from(*level)), words(text))
            }
            Content::Paragraph { number, text, .. } => {
                let number = match number {
                    Number::Main(number) => number.to_string(),
                    Number::Sub(number) => format!("({})", crate::resolve::letter(*number)),
                    Number::Without => "-".into(),
                };
                writeln!(out, "{number} {}", words(text))
            }
            Content::LinesToTake(items) => {
                writeln!(out, "[] {}", items.iter().map(words).collect::<Vec<_>>().join(" | "))
            }
            Content::PositionsTable(table) => {
                let noted = |name: &str, note: &Option<String>| {
                    name.to_owned() + &note.as_ref().map_or(String::new(), |note| format!(" ({note})"))
                };
                let heads: Vec<String> =
                    table.columns.iter().map(|column| noted(&column.name, &column.note)).collect();
                let _ = writeln!(out, "{}: {}", table.label, heads.join(" | "));
                for row in &table.rows {
                    let cells: Vec<String> = row.cells.iter().map(|cell| cell_words(cell)).collect();
                    let indent = if row.nested { "  " } else { "" };
                    let _ = writeln!(out, "{indent}{}: {}", noted(&row.name, &row.note), cells.join(" | "));
                }
                Ok(())
            }
            other => writeln!(out, "{other:?}"),
        };
    }
    for (index, entry) in document.evidence.entries.iter().enumerate() {
        let backs: Vec<String> = entry
            .cited_in
            .iter()
            .map(|back| match &back.label {
                Label::Paragraph(label) => label.clone(),
                Label::Table(number) => format!("T{number}"),
                Label::Page => "page".into(),
            })
            .collect();
        let _ = writeln!(
            out,
            "{}: {} {}. S{}, {}; {}; cited in {}",
            index + 1,
            entry.quote,
            entry.attribution,
            entry.source,
            entry.locator,
            entry.grade,
            backs.join(", ")
        );
    }
    for warning in &document.warnings {
        let _ = writeln!(out, "! {}", warning.message);
    }
    out
}

fn words(text: &Text) -> String {
    text.iter()
        .map(|inline| match inline {
            Inline::Words { text, .. } | Inline::Link { text, .. } => text.clone(),
            Inline::Footnote(number) => format!("^{number}"),
            Inline::Citation(cited) => {
                format!(" [{}]", cited.iter().map(|cited| cited.label()).collect::<Vec<_>>().join(", "))
            }
            Inline::Reference { label, .. } => format!("§{label}"),
        })
        .collect()
}

fn cell_words(cell: &[Standing]) -> String {
    let one = |standing: &Standing| {
        let mut parts = vec![format!("{} {}", standing.word, standing.qualifier).trim().to_owned()];
        parts.extend(standing.joint.iter().map(|name| format!("with {name}")));
        parts.extend(standing.speaker.iter().map(|name| format!("by {name}")));
        parts.push(standing.date.clone());
        parts.extend(standing.stale.then(|| "stale".into()));
        parts.extend(standing.superseded.then(|| "superseded".into()));
        let cited: Vec<String> = standing.cited.iter().map(|cited| Cited::label(*cited)).collect();
        format!("{} [{}]", parts.join(", "), cited.join(", "))
    };
    if cell.is_empty() { "none".into() } else { cell.iter().map(one).collect::<Vec<_>>().join(" / ") }
}

#[test]
fn numbers_follow_first_appearance_and_lead_back() {
    let mut note = Written::new();
    let gazette = note.source("River talks open");
    let first = note.excerpt(gazette, "we shall build");
    let second = note.excerpt(gazette, "never a dam");
    let land = note.actor("Country A", ActorKind::State, None);
    let issue = note.issue("A dam");
    note.position(&[land], issue, Stance::Opposes, "2025-04-21", &[second]);
    note.heading(1, "Who stands where");
    note.citing("One paper says so.", &[second]);
    let later = note.citing("Both say so.", &[first, second]);
    note.paragraph(2, "A part of it.");
    note.block(Body::Paragraph {
        level: 1,
        lead: Vec::new(),
        text: vec![NoteInline::words("See paragraph "), NoteInline::Reference { block: later }],
    });
    note.block(Body::PositionsTable { actors: Vec::new(), issues: Vec::new(), caption: Vec::new() });
    note.heading(1, "What to say");
    note.block(Body::LinesToTake { items: vec![text("No dam.")] });
    let document = resolve(&note.snapshot, &Pictures::new(), &note.edition());
    assert_eq!(
        readable(&document),
        "# Who stands where\n\
         1 One paper says so. [1]\n\
         2 Both say so. [1, 2]\n\
         (a) A part of it.\n\
         3 See paragraph §2\n\
         Table 1: A dam\n\
         Country A: opposes, 21 Apr [1]\n\
         # What to say\n\
         [] No dam.\n\
         1: “never a dam” Country A, on record, 21 April 2025. S1, p. 1, para 2; B2; cited in 1, 2, T1\n\
         2: “we shall build” Article, 22 April 2025. S1, p. 1, para 1; B2; cited in 2\n"
    );
}

#[test]
fn a_cell_says_who_with_on_what_condition_and_how_old() {
    let mut note = Written::new();
    let gazette = note.source("River talks open");
    let words = note.excerpt(gazette, "if the others do");
    let one = note.actor("Country A", ActorKind::State, None);
    let other = note.actor("Country B", ActorKind::State, None);
    let silent = note.actor("Country C", ActorKind::State, None);
    let envoy = note.actor("Envoy of A", ActorKind::Person, Some(one));
    let issue = note.issue("A dam");
    let fish = note.issue("Fish");
    note.position(&[one, other], issue, Stance::SupportsWithConditions, "2025-04-21", &[words]);
    note.last_position().condition = Some("the others do".into());
    note.position(&[envoy], issue, Stance::Opposes, "2025-03-01", &[]);
    note.position(&[envoy], fish, Stance::Supports, "2024", &[words]);
    note.last_position().state = PositionState::Superseded;
    note.position(&[other], fish, Stance::Unclear, "2025-04-24", &[words]);
    note.block(Body::PositionsTable {
        actors: vec![one, other, silent, envoy],
        issues: vec![issue, fish],
        caption: Vec::new(),
    });
    let document = resolve(&note.snapshot, &Pictures::new(), &note.edition());
    let table = readable(&document);
    let table: Vec<&str> =
        table.lines().filter(|line| !line.starts_with(|c: char| c.is_ascii_digit())).collect();
    assert_eq!(
        table,
        [
            "Table 1: A dam | Fish",
            "Country A: supports if the others do, with Country B, 21 Apr [1] | none",
            "  Envoy of A (Envoy): opposes, 1 Mar, stale [] | supports, 2024, superseded [1]",
            "Country B: supports if the others do, with Country A, 21 Apr [1] | none",
            "Country C: none | none",
        ]
    );
}

#[test]
fn what_few_hold_on_many_issues_is_read_down() {
    let mut note = Written::new();
    let land = note.actor("Country A", ActorKind::State, None);
    let minister = note.actor("Ada Brook", ActorKind::Person, Some(land));
    let issues = ["A dam", "Fish", "Power", "Ferries"].map(|title| note.issue(title));
    note.position(&[land], issues[0], Stance::Opposes, "2025-04-21", &[]);
    note.last_position().speaker = Some(minister);
    note.position(&[land], issues[3], Stance::Supports, "2025-04-22", &[]);
    note.last_position().speaker = Some(minister);
    let caption = Vec::new();
    note.block(Body::PositionsTable { actors: vec![land], issues: issues.into(), caption });
    let document = resolve(&note.snapshot, &Pictures::new(), &note.edition());
    assert_eq!(
        readable(&document),
        "Table 1: Country A\n\
         A dam: opposes, by Ada Brook, 21 Apr []\n\
         Fish: none\n\
         Power: none\n\
         Ferries: supports, by Ada Brook, 22 Apr []\n"
    );
    let Content::PositionsTable(table) = &document.blocks[0].content else { panic!("no table") };
    assert_eq!(table.none_at_all, table.none_found, "in the row of an issue it is about one issue");
    assert!(
        !table.note.iter().any(|sentence| words(sentence).contains("none found")),
        "a term that is not there"
    );
}

#[test]
fn a_table_that_is_read_down_loses_neither_an_office_nor_who_belongs_to_whom() {
    let mut note = Written::new();
    let land = note.actor("Country A", ActorKind::State, None);
    let envoy = note.actor("Ada Brook", ActorKind::Person, Some(land));
    let other = note.actor("Eve Stone", ActorKind::Person, None);
    let issues: Vec<_> = (1..=6).map(|number| note.issue(&format!("Dam {number}"))).collect();
    let source = note.source("Gazette");
    let quote = note.excerpt(source, "never a dam");
    note.position(&[envoy], issues[0], Stance::Opposes, "2025-04-21", &[quote]);
    let mut check = |actors: &[ActorId], head: &str, expect: [&str; 2]| {
        note.snapshot.blocks.clear();
        let (actors, issues) = (actors.to_vec(), issues.clone());
        note.block(Body::PositionsTable { actors, issues, caption: Vec::new() });
        let found = readable(&resolve(&note.snapshot, &Pictures::new(), &note.edition()));
        let lines: Vec<&str> = found.lines().collect();
        assert_eq!(lines[0], format!("Table 1: {head}"));
        for words in expect {
            assert!(
                lines.iter().any(|line| line.starts_with(words)),
                "{words} is not in
{found}"
            );
        }
        (note.composed().pages.dump(), note.told())
    };
    let (nobody, six) =
        ("none | none | none | none | none | none", "Dam 1 | Dam 2 | Dam 3 | Dam 4 | Dam 5 | Dam 6");
    check(&[land, envoy], six, [&format!("Country A: {nobody}"), "  Ada Brook (Envoy): opposes"]);
    let (pages, told) =
        check(&[envoy, other], "Ada Brook (Envoy) | Eve Stone (Envoy)", ["Dam 1: opposes", "Dam 2: none"]);
    for text in [pages, told.html(), told.markdown()] {
        let table = text.split("Dam 1").next().unwrap();
        assert!(table.matches("Envoy").count() >= 2, "below each name:\n{table}");
    }
}

#[test]
fn who_spoke_for_an_actor_stands_by_the_name_or_in_the_cell() {
    let mut note = Written::new();
    let [one, other] = ["Country A", "Country B"].map(|name| note.actor(name, ActorKind::State, None));
    let house = note.actor("White Hall", ActorKind::GovernmentBody, Some(one));
    let issues = ["A dam", "Fish"].map(|title| note.issue(title));
    for (actor, issue, speaker) in
        [(one, issues[0], Some(house)), (one, issues[1], None), (other, issues[0], Some(house))]
    {
        note.position(&[actor], issue, Stance::Supports, "2025-04-21", &[]);
        note.last_position().speaker = speaker;
    }
    let table = Body::PositionsTable { actors: vec![one, other], issues: issues.into(), caption: Vec::new() };
    note.block(table.clone());
    let shown = |note: &Written| {
        let document = readable(&resolve(&note.snapshot, &Pictures::new(), &note.edition()));
        document.lines().filter(|line| line.starts_with("Country")).map(ToOwned::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(
        shown(&note),
        [
            "Country A: supports, by White Hall, 21 Apr [] | supports, 21 Apr []",
            "Country B: supports, 21 Apr [] | none"
        ]
    );
    note.snapshot.positions[1].speaker = Some(house);
    assert_eq!(shown(&note)[0], "Country A (White Hall): supports, 21 Apr [] | supports, 21 Apr []");
}

#[test]
fn what_is_gone_is_said() {
    let mut note = Written::new();
    let gazette = note.source("River talks open");
    let words = note.excerpt(gazette, "we shall build");
    note.snapshot.excerpts[0].orphan = true;
    note.citing("So they say.", &[words]);
    note.block(Body::Paragraph {
        level: 1,
        lead: Vec::new(),
        text: vec![NoteInline::Reference { block: "00000000-0000-0000-0000-000000000099".parse().unwrap() }],
    });
    let document = resolve(&note.snapshot, &Pictures::new(), &note.edition());
    assert_eq!(
        readable(&document),
        "1 So they say. [1]\n\
         2 ?\n\
         1: “we shall build” Article, 22 April 2025. S1, p. 1, para 1; not found; cited in 1\n"
    );
}

#[test]
fn names_are_those_that_a_reader_meets() {
    let names = |note: &Written| {
        let document = resolve(&note.snapshot, &Pictures::new(), &note.edition());
        document.names.iter().map(|name| format!("{}: {}", name.name, name.who)).collect::<Vec<_>>()
    };
    let mut note = Written::new();
    note.snapshot.note.meeting = None;
    let gazette = note.source("River talks open");
    let quote = note.excerpt(gazette, "never a dam");
    let land = note.actor("Country A", ActorKind::State, None);
    let minister = note.actor("Ada Brook", ActorKind::Person, Some(land));
    note.snapshot.actors.last_mut().unwrap().role = Some("Minister".into());
    note.actor("Eve Stone", ActorKind::Person, Some(land));
    note.snapshot.actors.last_mut().unwrap().role = Some("Minister".into());
    note.paragraph(1, "Nobody is named.");
    assert_eq!(names(&note), [""; 0], "an annex for the letter Z");
    // Named in the margin and in Annex A, and nowhere else.
    let issue = note.issue("A dam");
    note.position(&[minister], issue, Stance::Opposes, "2025-04-21", &[quote]);
    note.citing("One says so.", &[quote]);
    assert_eq!(names(&note), ["Ada Brook: Minister, Country A", "Z: Zulu (UTC)"]);
}

#[test]
fn what_nobody_has_written_is_neither_printed_nor_numbered() {
    let mut note = Written::new();
    note.heading(1, "Argument");
    note.paragraph(1, "");
    note.paragraph(1, "The first.");
    note.block(Body::LinesToTake { items: vec![text(""), text(" ")] });
    note.block(Body::LinesToTake { items: vec![text(""), text("No dam.")] });
    note.heading(1, "");
    note.heading(1, "Timing");
    note.paragraph(1, " ");
    note.snapshot.blocks.last_mut().unwrap().prompt = Some("When?".into());
    note.heading(1, "Handed out in the room");
    note.paragraph(1, "");
    assert_eq!(
        readable(&resolve(&note.snapshot, &Pictures::new(), &note.edition())),
        "# Argument\n1 The first.\n[] No dam.\n# Handed out in the room\n"
    );
}

#[test]
fn lines_and_rows_that_say_nothing_are_none() {
    let mut note = Written::new();
    let pair =
        |question: &str, answer: &str| DefensiveLine { question: text(question), answer: text(answer) };
    let option = |title: &str, advantages: &str| PolicyOption {
        title: text(title),
        advantages: text(advantages),
        drawbacks: Vec::new(),
    };
    note.block(Body::DefensiveLines {
        pairs: vec![pair("Why pay?", ""), pair("", " "), pair("", "Because.")],
    });
    note.block(Body::OptionsTable {
        options: vec![option("", ""), option("Wait", ""), option(" ", "Cheap")],
    });
    let document = resolve(&note.snapshot, &Pictures::new(), &note.edition());
    let said = |texts: &[&Text]| texts.iter().map(|text| words(text)).collect::<Vec<_>>().join(" / ");
    let lines: Vec<String> = document
        .blocks
        .iter()
        .flat_map(|block| match &block.content {
            Content::DefensiveLines(pairs) => {
                pairs.iter().map(|(question, answer)| said(&[question, answer])).collect()
            }
            Content::Options(options) => {
                options.iter().map(|texts| said(&texts.iter().collect::<Vec<_>>())).collect()
            }
            _ => Vec::new(),
        })
        .collect();
    assert_eq!(lines, ["Why pay? / ", " / Because.", "Wait /  / ", "  / Cheap / "]);
}
