//! Trees that cannot be, merges within a tree, and more names than anybody has.

use super::ActorKind;
use super::ops::ActorFacts;
use super::split::SplitOff;
use crate::ids::ActorId;
use crate::positions::Stance;
use crate::testing::Desk;

/// The tree as lines, dots for depth.
fn tree(desk: &Desk) -> Vec<String> {
    let rows = desk.dossier.actors().unwrap();
    rows.iter().map(|row| format!("{}{}", "·".repeat(row.depth as usize), row.actor.name)).collect()
}

#[test]
fn nobody_stands_under_itself_however_it_is_asked_for() {
    let mut desk = Desk::new();
    let stamp = desk.stamp.clone();
    let top = desk.actor("Top", None);
    let middle = desk.actor("Middle", Some(top));
    let low = desk.actor("Low", Some(middle));
    let refused = "An actor cannot stand under itself.";
    let mut facts = |id: ActorId, under: ActorId| {
        let there = desk.dossier.actor(top).unwrap();
        let facts = ActorFacts {
            name: there.name,
            short_name: None,
            kind: there.kind,
            parent: Some(under),
            aliases: vec![],
            role: None,
            role_from: None,
            role_to: None,
            pronunciation: None,
        };
        assert_eq!(desk.dossier.create_actor(id, facts.clone(), &stamp).unwrap_err().to_string(), refused);
        if desk.dossier.actor(id).is_ok() {
            assert_eq!(desk.dossier.edit_actor(id, facts, &stamp).unwrap_err().to_string(), refused);
            let moved = desk.dossier.move_actor(id, Some(under), None, &stamp);
            assert_eq!(moved.unwrap_err().to_string(), refused);
        }
    };
    let new: ActorId = uuid::Uuid::from_u128(999).into();
    facts(new, new);
    facts(top, top);
    facts(top, low);
    assert_eq!(tree(&desk), ["Top", "·Middle", "··Low"]);
}

#[test]
fn an_actor_merged_with_one_above_or_under_it_loses_nobody_and_comes_back_whole() {
    for (gone, kept, expect) in [
        (0, 1, vec!["Middle", "·Low"]),
        (1, 0, vec!["Top", "·Low"]),
        (0, 2, vec!["Low", "·Middle"]),
        (2, 0, vec!["Top", "·Middle"]),
    ] {
        let mut desk = Desk::new();
        let stamp = desk.stamp.clone();
        let top = desk.actor("Top", None);
        let middle = desk.actor("Middle", Some(top));
        let low = desk.actor("Low", Some(middle));
        let all = [top, middle, low];
        let before = desk.dossier.actors().unwrap();
        desk.dossier.merge_actors(all[gone], all[kept], &stamp).unwrap();
        assert_eq!(tree(&desk), expect, "{gone} into {kept}");
        desk.dossier.undo().unwrap();
        assert_eq!(desk.dossier.actors().unwrap(), before);
    }
}

#[test]
fn ten_thousand_names_are_kept_each_once() {
    let mut desk = Desk::new();
    let stamp = desk.stamp.clone();
    let names =
        |from: usize| (from..from + 10_000).map(|number| format!("Name {number}")).collect::<Vec<_>>();
    let one = desk.actor_with("One", None, |facts| facts.aliases = names(0));
    let other = desk.actor_with("Other", None, |facts| facts.aliases = names(5_000));
    let merged = desk.dossier.merge_actors(other, one, &stamp).unwrap().value;
    assert_eq!(merged.aliases.len(), 15_001);
    assert_eq!(desk.dossier.search("\"Name 14999\"", 5).unwrap().len(), 1);
}

#[test]
fn what_is_split_off_takes_its_names_and_positions_along() {
    let mut desk = Desk::new();
    let stamp = desk.stamp.clone();
    let issue = desk.issue("Truce", None);
    let partner = desk.actor("Partner", None);
    let both = desk.actor_with("Ministry", None, |facts| facts.aliases = vec!["office".into(), "MoD".into()]);
    desk.actor("Last", None);
    let first = desk.position(&[both], issue, Stance::Supports, "2025-04-01");
    let joint = desk.position(&[both, partner], issue, Stance::Opposes, "2025-04-02");
    let before = (desk.dossier.actors().unwrap(), desk.dossier.position(joint).unwrap());
    let id: ActorId = desk.id();
    let facts = ActorFacts {
        name: "Office".into(),
        short_name: None,
        kind: ActorKind::GovernmentBody,
        parent: None,
        aliases: vec![],
        role: None,
        role_from: None,
        role_to: None,
        pronunciation: None,
    };
    let part = |id, positions| SplitOff { id, facts: facts.clone(), positions };
    let refused = desk.dossier.split_actor(both, part(both, vec![]), &stamp).unwrap_err();
    assert_eq!(refused.to_string(), "An actor cannot be split off itself.");
    let refused = desk.dossier.split_actor(partner, part(id, vec![first]), &stamp).unwrap_err();
    assert_eq!(refused.to_string(), "One of the positions is not Partner’s.");
    assert_eq!(desk.dossier.actors().unwrap(), before.0, "refused whole");

    desk.dossier.split_actor(both, part(id, vec![joint]), &stamp).unwrap();
    assert_eq!(tree(&desk), ["Partner", "Ministry", "Office", "Last"]);
    assert_eq!(desk.dossier.actor(both).unwrap().aliases, ["MoD"]);
    assert_eq!(desk.dossier.position(first).unwrap().actors, [both]);
    assert_eq!(desk.dossier.position(joint).unwrap().actors, [id, partner], "in the same order");
    desk.dossier.undo().unwrap();
    assert_eq!(desk.dossier.actors().unwrap(), before.0);
    assert_eq!(desk.dossier.position(joint).unwrap(), before.1);
}
