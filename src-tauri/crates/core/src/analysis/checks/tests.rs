//! One line for each case, with what must not be pointed out beside what must.

mod form;

use super::{Around, Check, CheckKind, checks};
use crate::notes::block::{Body, CitationTarget, Inline, Text};
use crate::notes::{NoteSnapshot, ops::NewBlock};
use crate::positions::{Relation, Stance};
use crate::testing::{Desk, evidence, moment, note_facts};

/// A dossier with two states, a ministry and a few positions, and the note that is written in it.
struct Writer {
    desk: Desk,
    bodies: Vec<Body>,
}

const AT: &str = "2025-04-28T12:00:00Z";

impl Writer {
    fn new() -> Self {
        let mut desk = Desk::new();
        let kessia = desk.actor_with("Kessia", None, |facts| facts.aliases = vec!["the Kessians".into()]);
        desk.actor_with("Kessian Defence Ministry", Some(kessia), |facts| {
            facts.short_name = Some("KDM".into());
        });
        desk.actor("Orland", None);
        Self { desk, bodies: Vec::new() }
    }

    fn actor(&self, at: usize) -> crate::ids::ActorId {
        self.desk.dossier.actors().unwrap()[at].actor.id
    }

    fn snapshot(&mut self) -> NoteSnapshot {
        let note = self.desk.id();
        let mut facts = note_facts("After the talks");
        facts.cutoff = Some(moment(AT));
        facts.marking = Some("OFFICIAL".into());
        let bodies = std::mem::take(&mut self.bodies);
        let blocks = bodies
            .into_iter()
            .map(|body| NewBlock { id: self.desk.id(), prompt: None, marking: None, body })
            .collect();
        self.desk.dossier.create_note(note, facts, blocks, &self.desk.stamp).unwrap();
        self.desk.dossier.note_snapshot(note).unwrap()
    }

    fn found(&mut self) -> Vec<Check> {
        checks(&self.snapshot(), &around(), &[])
    }
}

fn around() -> Around<'static> {
    Around { at: moment(AT), pages: None, last: None, carried: None }
}

fn text(words: &str) -> Text {
    // "[x]" stands for a citation.
    let cite = || Inline::Citation { targets: Vec::new() };
    let mut text = Text::new();
    for (at, words) in words.split("[x]").enumerate() {
        text.extend((at > 0).then(cite));
        text.extend((!words.is_empty()).then(|| Inline::words(words)));
    }
    text
}

fn paragraph(words: &str) -> Body {
    Body::Paragraph { level: 1, lead: Vec::new(), text: text(words) }
}

fn words_of(found: &[Check], kinds: &[CheckKind]) -> Vec<String> {
    let of_kind = found.iter().filter(|check| kinds.contains(&check.kind));
    of_kind.map(|check| check.words.clone().unwrap_or_default()).collect()
}

fn kinds_of(found: &[Check]) -> Vec<&'static str> {
    found.iter().map(|check| check.kind.word()).collect()
}

#[track_caller]
fn check_claims(body: Body, expect: &[&str]) {
    let mut writer = Writer::new();
    writer.bodies = vec![body];
    assert_eq!(words_of(&writer.found(), &[CheckKind::Claim]), expect);
}

#[test]
fn claims_without_evidence() {
    let check = |words: &str, expect: &[&str]| check_claims(paragraph(words), expect);
    check("Kessia rejects the new border.", &["Kessia rejects the new border."]);
    check("Kessia rejects the new border. [x]", &[]);
    check("Kessia rejects the new border [x].", &[]);
    check("Kessia met Orland. Neither moved on the border. [x]", &[]);
    check("Kessia agrees to talk. [x] Orland will not come.", &["Orland will not come."]);
    check("In Orland’s view Kessia still wants the dam.", &["In Orland’s view Kessia still wants the dam."]);
    check("The Kessians have not answered the letter.", &["The Kessians have not answered the letter."]);
    check("The KDM denied this on Monday.", &["The KDM denied this on Monday."]);
    check("Over 10 million people have fled.", &["Over 10 million people have fled."]);
    check("Trade fell by 40 % in March.", &["Trade fell by 40 % in March."]);
    // Not claims: nobody known acts, it is asked, it is ours, it is what ought to be, or too short to say anything.
    check("Kessia rejects both.", &["Kessia rejects both."]);
    check("It is unlikely that Kessia will come.", &[]);
    check("The talks go on next week in the old town.", &[]);
    check("Will Kessia come to the table at all?", &[]);
    check("We told Kessia that the border stands.", &[]);
    check("Kessia should be asked to return the prisoners.", &[]);
    check("Kessia and Orland.", &[]);
    check("See the letter to Kessia of 3 March", &[]);
    check("The bridge opened in 1998.", &[]);
    check("Kessia’s border with Orland", &[]);
}

#[test]
fn what_is_no_place_for_claims() {
    let line = || text("Kessia rejects the new border.");
    check_claims(Body::LinesToTake { items: vec![line()] }, &[]);
    check_claims(Body::PressLine { items: vec![line()] }, &[]);
    check_claims(Body::Recommendation { text: line() }, &[]);
    check_claims(Body::Heading { level: 1, text: line() }, &[]);
    check_claims(Body::BottomLine { statement: line(), judgement: Vec::new() }, &[]);
    check_claims(Body::Bullets { items: vec![line()] }, &["Kessia rejects the new border."]);
    // Under a heading of our own, and before the block that shows it.
    let under = |heading: &str| {
        let mut writer = Writer::new();
        writer.bodies =
            vec![Body::Heading { level: 1, text: text(heading) }, Body::Bullets { items: vec![line()] }];
        words_of(&writer.found(), &[CheckKind::Claim]).len()
    };
    assert_eq!(under("Objectives"), 0);
    assert_eq!(under("Their objectives"), 1);
    assert_eq!(under("Attendees"), 0);
    assert_eq!(under("Background"), 1);
    let mut writer = Writer::new();
    let table = Body::PositionsTable { actors: Vec::new(), issues: Vec::new(), caption: Vec::new() };
    writer.bodies = vec![paragraph("Kessia rejects the new border."), table];
    assert_eq!(words_of(&writer.found(), &[CheckKind::Claim]), Vec::<String>::new());
}

#[track_caller]
fn check_words(words: &str, expect: &[&str]) {
    let mut writer = Writer::new();
    writer.bodies = vec![paragraph(words)];
    assert_eq!(words_of(&writer.found(), &[CheckKind::Loose]), expect);
}

#[test]
fn loose_words() {
    let check = check_words;
    check("They may leave, and could return in May.", &["may", "could"]);
    check("Perhaps they stay. Possibly not.", &["Perhaps", "Possibly"]);
    check(
        "It is believed that they stay; a walk-out cannot be ruled out.",
        &["It is believed", "cannot be ruled out"],
    );
    check("It might rain.", &["might"]);
    // The month, the noun, the mayor, what could not be done, what is asked, quoted or said by somebody.
    check("In May they met; Mayor Brandt came.", &[]);
    check("Orland trusts in its military might.", &[]);
    check("They could not agree, and could never have signed.", &[]);
    check("Could it rain? May we come?", &[]);
    check("They say that they “may leave”. Dismay is likely.", &[]);
    check("The minister said that they may leave. [x]", &[]);
    check("The minister said that they may leave.", &["may"]);
    check("It could not be ruled out that they leave.", &["could not be ruled out"]);
}

/// Claims and loose words of a note in that language.
#[track_caller]
fn check_in(language: &str, words: &str, claims: &[&str], loose: &[&str]) {
    let mut writer = Writer::new();
    writer.bodies = vec![paragraph(words)];
    let mut snapshot = writer.snapshot();
    snapshot.note.language = language.to_owned();
    let found = checks(&snapshot, &around(), &[]);
    assert_eq!(words_of(&found, &[CheckKind::Claim]), claims, "{words}");
    assert_eq!(words_of(&found, &[CheckKind::Loose]), loose, "{words}");
}

#[test]
fn in_german() {
    let check = |words: &str, claims: &[&str], loose: &[&str]| check_in("de-DE", words, claims, loose);
    check("Kessia lehnt die neue Grenze ab.", &["Kessia lehnt die neue Grenze ab."], &[]);
    check("Kessia lehnt die neue Grenze ab. [x]", &[], &[]);
    check("Am 3. März lehnte Kessia den Entwurf ab.", &["Am 3. März lehnte Kessia den Entwurf ab."], &[]);
    check("Kessia und Orland sprechen weiter.", &["Kessia und Orland sprechen weiter."], &[]);
    check("Der Handel sank im März um 40 Prozent.", &["Der Handel sank im März um 40 Prozent."], &[]);
    check("Sie könnten gehen, möglicherweise schon im Mai.", &[], &["könnten", "möglicherweise"]);
    check("Ein Abbruch ist nicht auszuschließen.", &[], &["nicht auszuschließen"]);
    check("Unter Umständen bleiben sie.", &[], &["Unter Umständen"]);
    check("Am Montag verließ Kessia den Saal.", &["Am Montag verließ Kessia den Saal."], &[]);
    // A judgement, a question, ours, what ought to be, what is quoted, and words that are no verbs.
    check("Kessia wird wahrscheinlich nicht kommen.", &[], &[]);
    check("Könnte Kessia kommen?", &[], &[]);
    check("Wir haben Kessia gesagt, dass die Grenze bleibt.", &[], &[]);
    check("Kessia sollte die Gefangenen übergeben.", &[], &[]);
    check("Er sprach von „vielleicht morgen“ und ging.", &[], &[]);
    check("Es hieß „nein“, vielleicht aus Trotz.", &[], &["vielleicht"]);
    check("Die Grenze zwischen Orland und Kessia", &[], &[]);
}

#[test]
fn in_french() {
    let check = |words: &str, claims: &[&str], loose: &[&str]| check_in("fr", words, claims, loose);
    check("Kessia rejette la nouvelle frontière.", &["Kessia rejette la nouvelle frontière."], &[]);
    let known = "La position d’Orland est connue; Orland n’a pas répondu.";
    check(known, &[known], &[]);
    check("Plus de 10 millions de personnes ont fui.", &["Plus de 10 millions de personnes ont fui."], &[]);
    check("Ils pourraient partir, peut-être en mai.", &[], &["pourraient", "peut-être"]);
    check("Une rupture n’est pas exclue.", &[], &["n’est pas exclue"]);
    check("Après la visite à Kessia à Genève, rien.", &[], &[]);
    check("Kessia a signé.", &["Kessia a signé."], &[]);
    check("Il est peu probable que Kessia vienne.", &[], &[]);
    check_in("uk", "Kessia rejects the new border, perhaps.", &[], &[]);
    check("Nous avons dit à Kessia que la frontière demeure.", &[], &[]);
    check("Il a parlé de « peut-être demain » et il est parti.", &[], &[]);
}

#[test]
fn likelihood_and_confidence() {
    #[track_caller]
    fn check(words: &str, expect: usize) {
        let mut writer = Writer::new();
        writer.bodies = vec![paragraph(words)];
        assert_eq!(words_of(&writer.found(), &[CheckKind::Mixed]).len(), expect, "{words}");
    }
    check("We have high confidence that it is likely.", 1);
    check("It is almost certain, with moderate confidence, to fail.", 1);
    check("It is very unlikely to last. Confidence: low.", 0);
    check("It is likely.", 0);
    check("Confidence-building measures are on the table.", 0);
    check("Their confidence is unlike ours.", 0);
}

#[test]
fn abbreviations() {
    #[track_caller]
    fn check(words: &str, expect: &[&str]) {
        let mut writer = Writer::new();
        writer.bodies = vec![paragraph(words)];
        assert_eq!(words_of(&writer.found(), &[CheckKind::Abbreviation]), expect, "{words}");
    }
    check("The CFSP is at stake, and the CFSP budget.", &["CFSP"]);
    check("The Common Foreign and Security Policy (CFSP) is at stake; the CFSP budget, too.", &[]);
    check("The CFSP (Common Foreign and Security Policy) is at stake.", &[]);
    check("Several NGOs came; an NGO left.", &["NGOs"]);
    // Everybody knows it, it is in Annex C, a marking, a numeral, a part of a name, quoted, or shouted.
    check("The EU, the UN, NATO and the UK met.", &[]);
    check("The KDM denied it.", &[]);
    check("It is OFFICIAL-SENSITIVE. World War II ended.", &[]);
    check("F-16 and A2/AD, S-400 and AT&T.", &[]);
    check("He called it “a CFSP affair”.", &[]);
    check("DO NOT COPY THIS", &[]);
    check("The U.S. came.", &[]);
}

/// What the checks find about one position, by kind.
#[track_caller]
fn check_position(prepare: impl FnOnce(&mut Writer) -> Body, expect: &[&str]) {
    let mut writer = Writer::new();
    let body = prepare(&mut writer);
    writer.bodies = vec![body];
    assert_eq!(kinds_of(&writer.found()), expect);
}

fn source(writer: &mut Writer) -> crate::ids::ExcerptId {
    let source = writer.desk.source("Record", "The border stays. The border moves.");
    writer.desk.excerpt(source, "The border stays.")
}

#[test]
fn positions() {
    check_position(
        |writer| {
            let (kessia, issue) = (writer.actor(0), writer.desk.issue("Border", None));
            let kept = source(writer);
            let position =
                writer.desk.position_with(&[kessia], issue, Stance::Opposes, "2025-04-20", |facts| {
                    facts.evidence = vec![evidence(kept, Relation::Supports)];
                });
            Body::Position { position }
        },
        &[],
    );
    check_position(
        |writer| {
            let (kessia, issue) = (writer.actor(0), writer.desk.issue("Border", Some(7)));
            let position = writer.desk.position(&[kessia], issue, Stance::Opposes, "2025-04-01");
            Body::Position { position }
        },
        &["unevidenced", "stale"],
    );
    check_position(
        |writer| {
            let (kessia, issue) = (writer.actor(0), writer.desk.issue("Border", None));
            let kept = source(writer);
            let evidence = vec![evidence(kept, Relation::Supports)];
            let earlier =
                writer.desk.position_with(&[kessia], issue, Stance::Opposes, "2025-04-01", |facts| {
                    facts.evidence.clone_from(&evidence);
                });
            writer.desk.position_with(&[kessia], issue, Stance::Supports, "2025-04-10", |facts| {
                facts.evidence.clone_from(&evidence);
                facts.supersedes = Some(earlier);
            });
            Body::Position { position: earlier }
        },
        &["superseded"],
    );
    check_position(
        |writer| {
            let (kessia, ministry) = (writer.actor(0), writer.actor(1));
            let issue = writer.desk.issue("Border", None);
            let kept = source(writer);
            let evidence = vec![evidence(kept, Relation::Supports)];
            let state = writer.desk.position_with(&[kessia], issue, Stance::Opposes, "2025-04-01", |facts| {
                facts.evidence.clone_from(&evidence);
            });
            writer.desk.position_with(&[ministry], issue, Stance::Supports, "2025-04-10", |facts| {
                facts.evidence.clone_from(&evidence);
            });
            Body::Position { position: state }
        },
        &["contradicted"],
    );
    check_position(
        |writer| {
            let (kessia, issue) = (writer.actor(0), writer.desk.issue("Border", None));
            let kept = source(writer);
            let position =
                writer.desk.position_with(&[kessia], issue, Stance::Opposes, "2025-05-02", |facts| {
                    facts.evidence = vec![evidence(kept, Relation::Contradicts)];
                });
            let from = writer.desk.excerpts_source();
            writer.desk.dossier.withdraw_source(from, "forged".into(), &writer.desk.stamp.clone()).unwrap();
            Body::Position { position }
        },
        &["contradicted", "withdrawn_source", "after_cutoff"],
    );
    check_position(|writer| Body::Position { position: writer.desk.id() }, &["orphan"]);
}

#[test]
fn tables() {
    let mut writer = Writer::new();
    let (kessia, orland) = (writer.actor(0), writer.actor(2));
    let (border, dam) = (writer.desk.issue("Border", Some(7)), writer.desk.issue("Dam", None));
    writer.desk.position(&[kessia], border, Stance::Opposes, "2025-04-01");
    writer.bodies = vec![Body::PositionsTable {
        actors: vec![kessia, orland],
        issues: vec![border, dam],
        caption: Vec::new(),
    }];
    let found = writer.found();
    let messages: Vec<&str> = found.iter().map(|check| check.message.as_str()).collect();
    assert_eq!(
        messages,
        [
            "Without evidence: Kessia: Border.",
            "This position is due for review: Kessia: Border.",
            "No position was found: Kessia on Dam; Orland on Border; Orland on Dam.",
        ]
    );
}

#[test]
fn many_that_are_due_are_one_thing_to_look_at() {
    let mut writer = Writer::new();
    let kessia = writer.actor(0);
    let targets = ["Border", "Dam", "Fish", "Tolls"].map(|title| {
        let issue = writer.desk.issue(title, Some(7));
        let evidence = vec![evidence(source(&mut writer), Relation::Supports)];
        let position = writer.desk.position_with(&[kessia], issue, Stance::Opposes, "2025-04-01", |facts| {
            facts.evidence = evidence;
        });
        CitationTarget::Position(position)
    });
    writer.bodies = [&targets[..], &targets[..2]]
        .map(|targets| Body::Bullets { items: vec![vec![Inline::Citation { targets: targets.to_vec() }]] })
        .into();
    let found = writer.found();
    let messages: Vec<&str> = found.iter().map(|check| check.message.as_str()).collect();
    assert_eq!(
        messages,
        [
            "4 positions cited here are due for review: Kessia: Border; Kessia: Dam; Kessia: Fish; and 1 more.",
            "The position “Kessia: Border” is of 1 April 2025 and has been due for review since 9 April 2025.",
            "The position “Kessia: Dam” is of 1 April 2025 and has been due for review since 9 April 2025.",
        ]
    );
    // Cited in another order, the same is due.
    let cited = |targets: Vec<CitationTarget>| {
        vec![Body::Bullets { items: vec![vec![Inline::Citation { targets }]] }]
    };
    writer.bodies = cited(targets.to_vec());
    let mut snapshot = writer.snapshot();
    let key = checks(&snapshot, &around(), &[])[0].key.clone();
    snapshot.blocks[0].body = cited(targets.into_iter().rev().collect()).remove(0);
    assert_eq!(checks(&snapshot, &around(), &[])[0].key, key);
}

#[test]
fn a_waiver_holds_as_long_as_the_words_stand() {
    let mut writer = Writer::new();
    writer.bodies = vec![paragraph("They may leave.")];
    let mut snapshot = writer.snapshot();
    let note = snapshot.note.id;
    let key = checks(&snapshot, &around(), &[])[0].key.clone();
    let stamp = writer.desk.stamp.clone();
    let dossier = &mut writer.desk.dossier;
    let refused = dossier.waive_check(note, &key, " ", &stamp).unwrap_err();
    assert_eq!(refused.to_string(), "Say why it may stay as it is; the reason is kept with the note.");
    dossier.waive_check(note, &key, "Their own word.", &stamp).unwrap();
    let reasons = |dossier: &crate::Dossier, snapshot: &NoteSnapshot| -> Vec<Option<String>> {
        let waivers = dossier.waivers(note).unwrap();
        checks(snapshot, &around(), &waivers)
            .into_iter()
            .map(|it| it.waived.map(|waiver| waiver.reason))
            .collect()
    };
    assert_eq!(reasons(dossier, &snapshot), [Some("Their own word.".to_owned())]);
    snapshot.blocks[0].body = paragraph("They may leave soon.");
    assert_eq!(reasons(dossier, &snapshot), [None], "other words, another judgement");
    snapshot.blocks[0].body = paragraph("They may leave.");
    dossier.undo().unwrap();
    assert_eq!(reasons(dossier, &snapshot), [None]);
    dossier.redo().unwrap();
    dossier.raise_check(note, &key, &stamp).unwrap();
    assert_eq!(reasons(dossier, &snapshot), [None]);
}

impl Desk {
    fn excerpts_source(&self) -> crate::ids::SourceId {
        self.dossier.sources().unwrap()[0].source.id
    }
}
