//! Which marking is printed.

use super::Written;
use standpoint_core::markings::MarkingScheme;

#[track_caller]
fn check(
    scheme: MarkingScheme,
    note_marking: Option<&str>,
    excerpt_marking: Option<&str>,
    expect: Option<&str>,
) {
    let mut note = Written::new();
    note.snapshot.dossier.marking_scheme = scheme;
    note.snapshot.note.marking = note_marking.map(str::to_owned);
    let source = note.source("River talks open");
    let cited = note.excerpt(source, "we shall build");
    let uncited = note.excerpt(source, "nobody cites this");
    note.snapshot.excerpts[0].marking = excerpt_marking.map(str::to_owned);
    note.snapshot.excerpts[1].marking = Some("TOP SECRET".into());
    let _ = uncited;
    note.citing("So they say.", &[cited]);
    let composed = note.composed();
    assert_eq!(composed.marking(), expect);
}

#[test]
fn the_highest_of_all_that_is_cited_is_printed() {
    check(MarkingScheme::Uk, None, None, None);
    check(MarkingScheme::Uk, Some("OFFICIAL"), None, Some("OFFICIAL"));
    check(MarkingScheme::Uk, Some("OFFICIAL"), Some("SECRET"), Some("SECRET"));
    check(MarkingScheme::Uk, Some("SECRET"), Some("OFFICIAL"), Some("SECRET"));
    check(MarkingScheme::Tlp, Some("TLP:GREEN"), Some("TLP:AMBER+STRICT"), Some("TLP:AMBER+STRICT"));
    check(MarkingScheme::Uk, Some("SECRET"), Some("UNHEARD OF"), Some("UNHEARD OF"));
}
