//! Title, reference block, running matter, meeting, distribution and clearance.

use super::Resolver;
use crate::document::{Field, Head, Marking};
use crate::words::{Parts, Phrase, date_time_group, is_day};
use standpoint_core::exports::CopyKind;
use standpoint_core::markings::MarkingScheme;

impl Resolver<'_> {
    pub(super) fn head(&self, marking: Option<Marking>) -> Head {
        let (note, words) = (&self.snapshot.note, self.words);
        let draft = !self.cleared();
        let version = words.with(Phrase::VersionOfNote, &[("version", &note.version)]);
        let version =
            if draft { words.with(Phrase::VersionInDraft, &[("version", &version)]) } else { version };
        let reference_line = match &note.reference {
            Some(reference) => format!("{reference} · {version}"),
            None => version,
        };
        let copy = words.get(match self.edition.copy {
            CopyKind::File => Phrase::FileCopy,
            CopyKind::Distribution => Phrase::DistributionCopy,
            CopyKind::Release => Phrase::ReleaseCopy,
        });
        let as_of = words.moment(self.cutoff, &self.zone);
        Head {
            kind: words.kind_of_note(&note.template),
            title: note.title.clone(),
            portion: self.portion(self.marks.scheme().labels().first().copied()),
            fields: self.reference_block(draft),
            reference_line,
            cutoff_line: words.with(Phrase::InformationAsOfMoment, &[("moment", &as_of)]),
            copy_line: if draft {
                words.with(Phrase::CopyInDraft, &[("copy", &copy)])
            } else {
                copy.to_owned()
            },
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
        let listed = || self.words.get(Phrase::AsListed).to_owned();
        let listed = (!note.distribution.is_empty()).then(listed);
        self.fields([
            (Phrase::ControlledBy, note.prepared_by.clone()),
            (Phrase::CuiCategory, controls.category.clone()),
            (Phrase::Dissemination, controls.dissemination.clone().or(listed)),
            (Phrase::Contact, controls.contact.clone()),
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
        let (note, words) = (&self.snapshot.note, self.words);
        let issued = note.issued.unwrap_or(self.edition.at);
        let mut moment = words.moment(issued, &self.zone);
        if !is_day(issued) {
            moment = format!("{moment}\n{}", date_time_group(issued));
        }
        let clearance = match self.snapshot.clearance() {
            Some(clearance) if !draft => {
                words.with(Phrase::ClearedAt, &[("moment", &words.moment(clearance.at, &self.zone))])
            }
            Some(clearance) => words.with(Phrase::AnotherCleared, &[("version", &clearance.version)]),
            None => words.get(Phrase::NotCleared).to_owned(),
        };
        let version = if draft {
            words.with(Phrase::VersionInDraft, &[("version", &note.version)])
        } else {
            note.version.clone()
        };
        let no_brief = || words.get(Phrase::NoLastBrief).to_owned();
        self.fields([
            (Phrase::Reference, note.reference.clone()),
            (Phrase::Version, Some(version)),
            (if draft { Phrase::Drafted } else { Phrase::Issued }, Some(moment)),
            (Phrase::InformationAsOf, Some(words.moment(self.cutoff, &self.zone))),
            (Phrase::PreparedFor, note.prepared_for.clone()),
            (Phrase::PreparedBy, note.prepared_by.clone()),
            (Phrase::LastBrief, Some(note.last_brief.clone().unwrap_or_else(no_brief))),
            (Phrase::Clearance, Some(clearance)),
        ])
    }

    pub(super) fn meeting(&self) -> Vec<Field> {
        let Some(meeting) = &self.snapshot.note.meeting else { return Vec::new() };
        let when = meeting.start.map(|start| self.words.meeting_start(start, &self.zone));
        let (label, place_and_time) = match (&meeting.place, when) {
            (Some(place), Some(when)) => (
                Phrase::WhereAndWhen,
                Some(self.words.with(Phrase::PlaceAndTime, &[("place", place), ("time", &when)])),
            ),
            (Some(place), None) => (Phrase::Where, Some(place.clone())),
            (None, when) => (Phrase::When, when),
        };
        self.fields([
            (Phrase::What, Some(meeting.title.clone())),
            (label, place_and_time),
            (Phrase::Who, meeting.who.clone()),
        ])
    }

    /// Those who will be at the meeting, as far as the writer set them apart.
    pub(super) fn people(&self) -> Vec<String> {
        let who = self.snapshot.note.meeting.as_ref().and_then(|meeting| meeting.who.as_deref());
        let who = who.unwrap_or_default();
        let between =
            if who.contains([';', '؛', '\n']) { &[';', '؛', '\n'][..] } else { &[',', '،', '、'][..] };
        who.split(between).map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect()
    }

    pub(super) fn distribution(&self) -> String {
        let recipients = self.snapshot.note.distribution.iter().map(|recipient| match recipient.copies {
            Some(1) => self.words.with(Phrase::OneCopy, &[("who", &recipient.who)]),
            Some(copies) => self.words.with(Phrase::Copies, &[("who", &recipient.who), ("count", &copies)]),
            None => recipient.who.clone(),
        });
        let list = self.words.set_apart(&recipients.collect::<Vec<_>>());
        if list.is_empty() { list } else { self.words.sentence(&list) }
    }

    pub(super) fn clearance(&self) -> String {
        let (note, words) = (&self.snapshot.note, self.words);
        let Some(clearance) = self.snapshot.clearance() else {
            return words.with(Phrase::NotYetCleared, &[("version", &note.version)]);
        };
        let (who, moment) = (&clearance.by, words.moment(clearance.at, &self.zone));
        if self.cleared() {
            let parts: Parts = &[("version", &clearance.version), ("who", who), ("moment", &moment)];
            return words.with(Phrase::ClearedBy, parts);
        }
        let parts: Parts =
            &[("version", &note.version), ("cleared", &clearance.version), ("who", who), ("moment", &moment)];
        words.with(Phrase::AnotherClearedBy, parts)
    }

    /// Those that have a value.
    fn fields<const COUNT: usize>(&self, all: [(Phrase, Option<String>); COUNT]) -> Vec<Field> {
        let written = |(label, value): (Phrase, Option<String>)| {
            let value = value.filter(|value| !value.trim().is_empty())?;
            Some(Field { label: self.words.get(label).to_owned(), value })
        };
        all.into_iter().filter_map(written).collect()
    }
}
