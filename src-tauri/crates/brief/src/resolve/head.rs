//! Title, reference block, running matter, meeting, distribution and clearance.

use super::Resolver;
use crate::document::{Field, Head, Marking};
use crate::words;
use standpoint_core::exports::CopyKind;
use standpoint_core::markings::MarkingScheme;

impl Resolver<'_> {
    pub(super) fn head(&self, marking: Option<Marking>) -> Head {
        let note = &self.snapshot.note;
        let draft = !self.cleared();
        let version = format!("version {}{}", note.version, if draft { ", draft" } else { "" });
        let reference_line = match &note.reference {
            Some(reference) => format!("{reference} · {version}"),
            None => version,
        };
        let copy = match self.edition.copy {
            CopyKind::File => "File copy",
            CopyKind::Distribution => "Distribution copy",
            CopyKind::Release => "Release copy",
        };
        Head {
            kind: words::kind_of_note(&note.template),
            title: note.title.clone(),
            portion: self.portion(self.marks.scheme().labels().first().copied()),
            fields: self.reference_block(draft),
            reference_line,
            cutoff_line: format!("Information as of {}", words::moment(self.cutoff, &self.zone)),
            copy_line: if draft { format!("{copy}, draft") } else { copy.to_owned() },
            unit: note.prepared_by.clone(),
            marking: marking.map(|marking| self.registered(marking)),
            draft,
        }
    }

    /// The designation of controlled unclassified information (32 CFR 2002.20), where the note is marked so.
    pub(super) fn controls(&self) -> Vec<Field> {
        let note = &self.snapshot.note;
        let controlled = self.snapshot.dossier.marking_scheme == MarkingScheme::Us;
        let Some(controls) = note.controls.as_ref().filter(|_| controlled) else { return Vec::new() };
        let listed = (!note.distribution.is_empty()).then(|| "as listed on the last page".to_owned());
        fields([
            ("Controlled by", note.prepared_by.clone()),
            ("CUI category", controls.category.clone()),
            ("Distribution", controls.dissemination.clone().or(listed)),
            ("Contact", controls.contact.clone()),
        ])
    }

    /// EU documents carry their registration number beside the marking on every page.
    fn registered(&self, mut marking: Marking) -> Marking {
        if let (MarkingScheme::Eu, Some(reference)) =
            (&self.snapshot.dossier.marking_scheme, &self.snapshot.note.reference)
        {
            marking.label = format!("{}  {reference}", marking.label);
        }
        marking
    }

    fn reference_block(&self, draft: bool) -> Vec<Field> {
        let note = &self.snapshot.note;
        let issued = note.issued.unwrap_or(self.edition.at);
        let clearance = match &note.clearance {
            Some(clearance) if !draft => format!("Cleared, {}", words::moment(clearance.at, &self.zone)),
            Some(clearance) => format!("Version {} cleared; this one is not", clearance.version),
            None => "Not cleared".to_owned(),
        };
        fields([
            ("Reference", note.reference.clone()),
            ("Version", Some(format!("{}{}", note.version, if draft { ", draft" } else { "" }))),
            (
                if draft { "Drafted" } else { "Issued" },
                Some(format!("{}\n{}", words::moment(issued, &self.zone), words::date_time_group(issued))),
            ),
            ("Information as of", Some(words::moment(self.cutoff, &self.zone))),
            ("Prepared for", note.prepared_for.clone()),
            ("Prepared by", note.prepared_by.clone()),
            ("Last brief", Some(note.last_brief.clone().unwrap_or_else(|| "None".to_owned()))),
            ("Clearance", Some(clearance)),
        ])
    }

    pub(super) fn meeting(&self) -> Vec<Field> {
        let Some(meeting) = &self.snapshot.note.meeting else { return Vec::new() };
        let when = meeting.start.map(|start| words::meeting_start(start, &self.zone));
        let (label, place_and_time) = match (&meeting.place, when) {
            (Some(place), Some(when)) => ("Where, when", Some(format!("{place}, {when}"))),
            (Some(place), None) => ("Where", Some(place.clone())),
            (None, when) => ("When", when),
        };
        fields([("What", Some(meeting.title.clone())), (label, place_and_time), ("Who", meeting.who.clone())])
    }

    pub(super) fn distribution(&self) -> String {
        let recipients = self.snapshot.note.distribution.iter().map(|recipient| match recipient.copies {
            Some(1) => format!("{} (1 copy)", recipient.who),
            Some(copies) => format!("{} ({copies} copies)", recipient.who),
            None => recipient.who.clone(),
        });
        let list = recipients.collect::<Vec<_>>().join("; ");
        if list.is_empty() { list } else { format!("{list}.") }
    }

    pub(super) fn clearance(&self) -> String {
        let note = &self.snapshot.note;
        match &note.clearance {
            Some(clearance) if self.cleared() => format!(
                "Version {} cleared by {}, {}.",
                clearance.version,
                clearance.by,
                words::moment(clearance.at, &self.zone)
            ),
            Some(clearance) => format!(
                "Version {} is not cleared. Version {} was cleared by {}, {}.",
                note.version,
                clearance.version,
                clearance.by,
                words::moment(clearance.at, &self.zone)
            ),
            None => format!("Version {} is not cleared.", note.version),
        }
    }
}

/// Those that have a value.
fn fields<const COUNT: usize>(all: [(&str, Option<String>); COUNT]) -> Vec<Field> {
    let written = |(label, value): (&str, Option<String>)| {
        let value = value.filter(|value| !value.trim().is_empty())?;
        Some(Field { label: label.to_owned(), value })
    };
    all.into_iter().filter_map(written).collect()
}
