//! Versions, clearance, templates and waivers, tried like everything else.

use super::{Attempt, Walk};
use standpoint_core::ids::{NoteId, VersionId};
use standpoint_core::notes::comments::NewComment;
use standpoint_core::notes::templates::{NewTemplate, TemplateWords};
use standpoint_core::notes::versions::{NewVersion, VersionKind};
use standpoint_core::{Changes, Op, Result, Stamp};

/// Tries one of them on a note; `None` where there is nothing to try it on.
pub(super) fn attempt(
    walk: &mut Walk,
    attempt: &Attempt,
    note: NoteId,
    stamp: &Stamp,
) -> Result<Option<Changes>> {
    let [_, how, ..] = attempt.picks;
    let note = of_interest(walk, attempt.op, note, how)?.unwrap_or(note);
    let words = attempt.words.clone();
    let waivers = walk.dossier().waivers(note)?;
    let key = waivers.first().map_or_else(|| format!("loose-{}", how % 3), |waiver| waiver.key.clone());
    Ok(Some(match attempt.op {
        Op::WaiveCheck => walk.dossier().waive_check(note, &key, &words, stamp)?.changes,
        Op::RaiseCheck => walk.dossier().raise_check(note, &key, stamp)?.changes,
        Op::KeepVersion => {
            let new = NewVersion { id: walk.id(), note, name: words, kind: VersionKind::Kept };
            walk.dossier().keep_version(new, stamp)?.changes
        }
        Op::RestoreVersion => {
            let versions = walk.dossier().versions(note)?;
            let versions: Vec<VersionId> = versions.iter().map(|version| version.id).collect();
            let Some(version) = super::tries::pick(&versions, how) else { return Ok(None) };
            walk.dossier().restore_version(version, stamp)?.changes
        }
        Op::ClearNote => walk.dossier().clear_note(note, Some(words), stamp)?.changes,
        Op::WithdrawClearance => walk.dossier().clear_note(note, None, stamp)?.changes,
        Op::SaveTemplate => {
            let words = if how.is_multiple_of(2) { TemplateWords::Kept } else { TemplateWords::Emptied };
            let name = attempt.words.clone();
            let new = NewTemplate {
                id: walk.id(),
                note,
                name,
                purpose: String::new(),
                max_pages: Some(how),
                words,
            };
            walk.dossier().save_template(new, stamp)?.changes
        }
        Op::AddComment => {
            let blocks: Vec<_> = walk.dossier().note(note)?.blocks.iter().map(|block| block.id).collect();
            let Some(block) = super::tries::pick(&blocks, how) else { return Ok(None) };
            let new = NewComment { id: walk.id(), block, words: Some(words.clone()), text: words };
            walk.dossier().add_comment(new, stamp)?.changes
        }
        Op::EditComment | Op::SettleComment | Op::DeleteComment => {
            let comments = walk.dossier().comments(note)?;
            let ids: Vec<_> = comments.iter().map(|comment| comment.id).collect();
            let Some(comment) = super::tries::pick(&ids, how) else { return Ok(None) };
            let dossier = walk.dossier();
            match attempt.op {
                Op::EditComment => dossier.edit_comment(comment, format!("{words} {how}"), stamp)?.changes,
                Op::SettleComment => {
                    let is_settled = comments.iter().any(|it| it.id == comment && it.settled);
                    dossier.settle_comment(comment, !is_settled, stamp)?.changes
                }
                _ => dossier.delete_comment(comment, stamp)?.changes,
            }
        }
        _ => {
            let templates = walk.dossier().templates()?;
            let templates: Vec<_> = templates.iter().map(|template| template.id).collect();
            let Some(template) = super::tries::pick(&templates, how) else { return Ok(None) };
            if attempt.op == Op::DeleteTemplate {
                return Ok(Some(walk.dossier().delete_template(template, stamp)?.changes));
            }
            // As somebody else has changed it.
            let mut packed = walk.dossier().pack_template(template)?.template;
            packed.purpose = format!("{words} {how}");
            walk.dossier().bring_in_template(packed, stamp)?.changes
        }
    }))
}

/// A note on which the operation does something: the one that was drawn, if it is one.
fn of_interest(walk: &mut Walk, op: Op, drawn: NoteId, how: u32) -> Result<Option<NoteId>> {
    let dossier = walk.dossier();
    let mut found = Vec::new();
    for note in dossier.notes()? {
        let fits = match op {
            Op::AddComment => !dossier.note(note.id)?.blocks.is_empty(),
            Op::EditComment | Op::SettleComment | Op::DeleteComment => !dossier.comments(note.id)?.is_empty(),
            Op::RaiseCheck => !dossier.waivers(note.id)?.is_empty(),
            Op::RestoreVersion => !dossier.versions(note.id)?.is_empty(),
            Op::WithdrawClearance => note.clearance.is_some(),
            _ => false,
        };
        found.extend(fits.then_some(note.id));
    }
    Ok(found.iter().copied().find(|note| *note == drawn).or_else(|| super::tries::pick(&found, how)))
}
