//! What is offered for a source in a dossier: dismissed stays dismissed, taken is not offered again.

use super::ops::Dismissed;
use crate::ids::SourceId;
use crate::positions::{Relation, Stance};
use crate::testing::{Desk, evidence};

const TEXT: &str = "Kessia rejects the plan. Vale supports it. All the while Norway watched.";

/// The sentences offered, and the names.
fn offered(desk: &Desk, source: SourceId) -> Vec<String> {
    let suggestions = desk.dossier.source_suggestions(source).unwrap();
    let new = desk.dossier.source_mentions(source).unwrap().new_names;
    let sentences = suggestions.iter().map(|each| TEXT[each.start as usize..each.end as usize].to_owned());
    sentences.chain(new.into_iter().map(|new| new.name)).collect()
}

#[test]
fn dismissed_stays_dismissed_until_undone_and_taken_is_not_offered_again() {
    let mut desk = Desk::new();
    let kessia = desk.actor("Kessia", None);
    desk.actor("Vale", None);
    let source = desk.source("News", TEXT);
    let all = ["Kessia rejects the plan.", "Vale supports it.", "Norway"];
    assert_eq!(offered(&desk, source), all);

    let cue = desk.dossier.source_suggestions(source).unwrap()[1].cue;
    let stamp = desk.stamp.clone();
    let done = desk.dossier.dismiss(&Dismissed::Suggestion { source, cue }, &stamp).unwrap();
    assert_eq!(done.changes.op.unwrap().label(), "dismiss suggestion");
    let again = desk.dossier.dismiss(&Dismissed::Suggestion { source, cue }, &stamp).unwrap();
    assert_eq!(again.changes.op, None, "a second time changes nothing");
    desk.dossier.dismiss(&Dismissed::Name { name: "Norway".into() }, &stamp).unwrap();
    assert_eq!(offered(&desk, source), all[..1]);
    desk.dossier.undo().unwrap();
    desk.dossier.undo().unwrap();
    assert_eq!(offered(&desk, source), all);
    desk.dossier.redo().unwrap();

    let plan = desk.issue("Plan", None);
    let words = desk.excerpt(source, "Kessia rejects the plan.");
    assert_eq!(offered(&desk, source), [all[0], all[2]], "an excerpt alone is no position");
    desk.position_with(&[kessia], plan, Stance::Opposes, "2025-04-20", |facts| {
        facts.evidence = vec![evidence(words, Relation::Supports)];
    });
    assert_eq!(offered(&desk, source), all[2..]);
}
