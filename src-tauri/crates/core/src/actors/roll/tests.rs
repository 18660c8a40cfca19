//! Tables read as actors, and taken in.

use super::ops::Enrolment;
use super::{Roll, RollChoice, RollColumn};
use crate::testing::Desk;

fn table(text: &str) -> Vec<Vec<String>> {
    text.lines().map(|line| line.split(',').map(ToOwned::to_owned).collect()).collect()
}

/// A line as `number name/short (kind) under parent = aliases; role`, with `known`, `as LINE` and `whose?` after it.
fn drawn(roll: &Roll) -> Vec<String> {
    roll.lines
        .iter()
        .map(|line| {
            let actor = &line.actor;
            let mut text = format!("{} {}", line.number, actor.name);
            let mut add = |sign: &str, what: Option<&str>| {
                if let Some(what) = what {
                    text.push_str(sign);
                    text.push_str(what);
                }
            };
            add("/", actor.short_name.as_deref());
            add(" ", Some(actor.kind.word()));
            add(" under ", actor.parent.as_deref());
            add(" = ", Some(actor.aliases.join("; ")).filter(|all| !all.is_empty()).as_deref());
            add(", ", actor.role.as_deref());
            add(" known", (!line.known.is_empty()).then_some(""));
            add(" as ", line.repeats.map(|other| other.to_string()).as_deref());
            add(" whose?", line.is_parent_unknown.then_some(""));
            text
        })
        .collect()
}

#[track_caller]
fn check(text: &str, columns: &[&str], expect: &[&str]) {
    let mut desk = Desk::new();
    desk.actor_with("Norland", None, |facts| facts.aliases = vec!["the North".into()]);
    let roll = desk.dossier.read_roll(&table(text), RollChoice::default()).unwrap();
    assert_eq!(roll.columns.iter().map(|column| column.word()).collect::<Vec<_>>(), columns);
    assert_eq!(drawn(&roll), expect);
}

#[test]
fn columns_by_their_heads() {
    check(
        "Name,Abbreviation,Type,Member of,Also known as,Title\nCouncil of the Coast,CoC,igo,,the Council; Coastal Council,\nMinister,,person,Norland,,Chair",
        &["name", "short_name", "kind", "parent", "aliases", "role"],
        &[
            "2 Council of the Coast/CoC international_organisation = the Council; Coastal Council",
            "3 Minister person under Norland, Chair",
        ],
    );
    check(
        "full name,short name,phone\nNorland Bank,NB,12",
        &["name", "short_name", "ignored"],
        &["2 Norland Bank/NB company"],
    );
    check(
        "name,alias 1,alias 2\nÉlan O'Hara,élan O’Hara;Elan O'Hara,ELAN  O´HARA",
        &["name", "aliases", "aliases"],
        &["2 Élan O'Hara person = Elan O'Hara"],
    );
    check("name,alias 1,alias 2\nVale,V,W", &["name", "aliases", "aliases"], &["2 Vale group = V; W"]);
}

#[test]
fn columns_by_what_stands_in_them() {
    check(
        "state,Vale,VAL,\nministry,Office of Vale,OV,Vale\nperson,Some Body,SB,Vale",
        &["kind", "name", "short_name", "parent"],
        &[
            "1 Vale/VAL state",
            "2 Office of Vale/OV government_body under Vale",
            "3 Some Body/SB person under Vale",
        ],
    );
    check("Vale", &["name"], &["1 Vale group"]);
    check("", &[], &[]);
    check(",\n,", &["ignored", "ignored"], &[]);
}

#[test]
fn who_is_known_repeated_or_without_a_parent_is_pointed_out() {
    check(
        "name,parent\nnorland,\nThe  North,\nVale,Nowhere\nVALE,norland\n,Vale",
        &["name", "parent"],
        &[
            "2 norland group known",
            "3 The  North person known",
            "4 Vale group under Nowhere whose?",
            "5 VALE international_organisation under norland as 4",
        ],
    );
}

#[test]
fn another_spelling_is_added_to_the_known_actor() {
    let mut desk = Desk::new();
    let id = desk.actor("Élan O'Hara", None);
    let text = "name,alias 1,alias 2\nÉLAN O’HARA,Elan O’Hara,elan  o'hara";
    let roll = desk.dossier.read_roll(&table(text), RollChoice::default()).unwrap();
    assert_eq!(roll.lines[0].known, [id]);
    let line = Enrolment::Known { id, actor: roll.lines[0].actor.clone() };
    let stamp = desk.stamp.clone();
    desk.dossier.import_actors(&[line], &stamp).unwrap();
    assert_eq!(desk.dossier.actors().unwrap()[0].actor.aliases, ["Elan O’Hara"]);
}

#[test]
fn a_choice_of_columns_goes_before_the_guess() {
    let columns = vec![RollColumn::Aliases, RollColumn::Name];
    let choice = RollChoice { columns: Some(columns), has_heads: Some(false) };
    let roll = Roll::read(&table("name,actor\nV,Vale"), choice, &[]);
    assert_eq!(drawn(&roll), ["1 actor group = name", "2 Vale group = V"]);
    assert_eq!(roll.heads, ["1", "2"]);
}

#[test]
fn a_roll_comes_in_as_one_step_and_goes_with_one_undo() {
    let mut desk = Desk::new();
    let norland = desk.actor("Norland", None);
    let text =
        "name,short,parent,role\nOffice,OFF,NORLAND,\nHead,,Office,Chair\nnorland,NL,,\nStray,,Nowhere,";
    let roll = desk.dossier.read_roll(&table(text), RollChoice::default()).unwrap();
    let lines: Vec<Enrolment> = roll
        .lines
        .into_iter()
        .map(|line| match line.known.first() {
            Some(id) => Enrolment::Known { id: *id, actor: line.actor },
            None => Enrolment::New { id: desk.id(), actor: line.actor },
        })
        // People before those they belong to.
        .rev()
        .collect();
    let stamp = desk.stamp.clone();
    let done = desk.dossier.import_actors(&lines, &stamp).unwrap().value;
    assert_eq!(
        (done.added.len(), &done.merged, &done.unplaced),
        (3, &vec![norland], &vec!["Stray".to_owned()])
    );
    let tree = |desk: &Desk| {
        let rows = desk.dossier.actors().unwrap();
        rows.iter()
            .map(|row| {
                format!(
                    "{}{} {}",
                    "·".repeat(row.depth as usize),
                    row.actor.name,
                    row.actor.aliases.join(";")
                )
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(tree(&desk), ["Norland NL", "·Office ", "··Head ", "Stray "]);
    desk.dossier.undo().unwrap();
    assert_eq!(tree(&desk), ["Norland "]);
    desk.dossier.redo().unwrap();
    assert_eq!(tree(&desk), ["Norland NL", "·Office ", "··Head ", "Stray "]);
}

#[test]
fn a_circle_is_refused_whole_with_the_name() {
    let mut desk = Desk::new();
    let roll =
        desk.dossier.read_roll(&table("name,parent\nOne,Two\nTwo,One"), RollChoice::default()).unwrap();
    let lines: Vec<Enrolment> =
        roll.lines.into_iter().map(|line| Enrolment::New { id: desk.id(), actor: line.actor }).collect();
    let stamp = desk.stamp.clone();
    let refused = desk.dossier.import_actors(&lines, &stamp).unwrap_err().to_string();
    assert_eq!(refused, "Two cannot stand under itself. Nothing was imported.");
    assert!(desk.dossier.actors().unwrap().is_empty());
}
