//! What shows a position, added to.

use super::{Relation, Stance};
use crate::excerpts::ops::NewExcerpt;
use crate::testing::{Desk, evidence};

#[test]
fn a_passage_is_added_after_the_others_and_only_once() {
    let mut desk = Desk::new();
    let kessia = desk.actor("Kessia", None);
    let truce = desk.issue("Truce", None);
    let source = desk.source("News", "Kessia wants a truce. Kessia will sign. Kessia waits.");
    let first = desk.excerpt(source, "Kessia wants a truce.");
    let position = desk.position_with(&[kessia], truce, Stance::Supports, "2025-04-20", |facts| {
        facts.evidence = vec![evidence(first, Relation::Supports)];
        facts.condition = Some("others do".into());
    });
    let second = evidence(desk.id(), Relation::Supports);
    let new = NewExcerpt { id: second.excerpt, source, start: 22, end: 39 };
    let before = desk.dossier.position(position).unwrap();
    for _ in 0..2 {
        let stamp = desk.stamp.clone();
        let changed = desk.dossier.add_evidence(position, second, Some(&new), &stamp).unwrap().value;
        assert_eq!(changed.evidence, [evidence(first, Relation::Supports), second]);
        assert_eq!(changed, desk.dossier.position(position).unwrap());
        assert_eq!(crate::positions::Position { evidence: before.evidence.clone(), ..changed }, before);
    }
    assert_eq!(desk.dossier.excerpt(second.excerpt).unwrap().quote, "Kessia will sign.");
    let unknown = evidence(desk.id(), Relation::Context);
    let stamp = desk.stamp.clone();
    assert!(desk.dossier.add_evidence(position, unknown, None, &stamp).is_err());
}
