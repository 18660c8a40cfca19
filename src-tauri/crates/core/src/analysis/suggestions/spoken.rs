//! Words that somebody speaks: who says them, and whose stand they give.

use super::clause::{Sentence, Subject};
use super::content;
use super::stands::{Reader, Saying, Stand};
use crate::analysis::language::{Frame, Lean};
use std::ops::Range;

/// Words that somebody speaks.
pub(super) struct Spoken {
    pub(super) speakers: Vec<usize>,
    pub(super) cue: Range<usize>,
    /// The tokens of what is said.
    pub(super) said: Range<usize>,
    /// Where the verb leans by itself; `None` if it is denied that it was said.
    pub(super) lean: Option<Lean>,
}

impl Reader<'_, '_> {
    /// What the verb of saying at `cue` brings: who speaks, and which words.
    pub(super) fn say(&mut self, cue: Range<usize>, lean: Lean) -> Option<Spoken> {
        let sentence = self.sentence;
        let count = sentence.tokens.len();
        let sign = cue.start.checked_sub(1).map_or("", |at| sentence.word(at));
        let is_turned = matches!(sign, "," | "”" | "\"" | "’" | "'" | "–" | "—")
            && self.turned(cue.start, cue.end).is_some();
        let subject = if is_turned { self.turned(cue.start, cue.end) } else { sentence.subject(cue.start) };
        let subject_end = subject.as_ref()?.end();
        // "We believe": whoever is quoted, which is told elsewhere.
        if matches!(subject, Some(Subject::Speaker(_))) {
            return None;
        }
        // Who asks whether, or why, has said nothing yet.
        let only_asks = sentence.word(cue.start).starts_with("ask")
            && matches!(
                sentence.word(cue.end),
                "whether" | "if" | "when" | "why" | "how" | "what" | "who" | "where"
            );
        if only_asks {
            return None;
        }
        // What is told within a quotation ends with it.
        let quote_end = sentence.quotes.ranges.iter().find(|quote| quote.contains(&cue.start));
        let quote_end = quote_end.map_or(count, |quote| quote.end);
        let half_end = sentence.half_end(cue.end);
        let resolved = self.resolve(subject);
        let negated = !is_turned
            && sentence
                .lexicon
                .negations
                .find(&sentence.words[subject_end.min(cue.start)..cue.start])
                .is_some();
        // "It must go on", "Kessia should explain".
        if !is_turned
            && sentence.lexicon.others.find(&sentence.words[subject_end.min(cue.start)..cue.start]).is_some()
        {
            return None;
        }
        if negated && sentence.lexicon.prepositions.contains(sentence.word(cue.end)) {
            return None;
        }
        if negated {
            return Some(Spoken { speakers: Vec::new(), said: cue.end..quote_end, cue, lean: None });
        }
        let (actors, from) = resolved?;
        let is_person = match actors[..] {
            [actor] => sentence.is_person(actor) || sentence.is_one_person(from..subject_end.max(from)),
            _ => false,
        };
        self.sayings.push(Saying { actors: actors.clone(), from: cue.start, is_person });
        let closes = is_turned
            || !sentence.words[cue.end..].iter().any(|word| word.chars().any(char::is_alphanumeric));
        let said =
            match sentence.quotes.before(from.min(cue.start)).filter(|quote| self.leads_to(quote, from)) {
                Some(quote) if sentence.quotes.ranges.iter().any(|other| other.start > cue.start) => {
                    quote.start..half_end
                }
                Some(quote) => 0..quote.end,
                None if closes || self.trails(&cue, from) => 0..from.min(cue.start),
                None => cue.end..half_end,
            };
        if sentence.quotes.ranges.iter().any(|quote| said.contains(&quote.start)) {
            self.quoted = Some(actors.clone());
        }
        Some(Spoken { speakers: actors, cue, said, lean: Some(lean) })
    }

    /// Whether what is said stands before, without quotation marks: "It must stop, Kessia told reporters on Monday".
    fn trails(&self, cue: &Range<usize>, speaker: usize) -> bool {
        const SHORTEST: usize = 6;
        let sentence = self.sentence;
        let head = sentence.skip_titles_back(speaker);
        let told = sentence.word(cue.start).starts_with('t');
        let rest = cue.end..sentence.tokens.len();
        let only_tells_where = rest.clone().take(if told { 3 } else { 1 }).any(|at| {
            sentence.tells_when(at)
                || sentence.lexicon.prepositions.contains(sentence.word(at))
                || told && at + 1 == rest.end
        });
        head >= SHORTEST
            && sentence.word(head - 1) == ","
            && only_tells_where
            && !rest.into_iter().any(|at| matches!(sentence.word(at), "that" | ","))
    }

    /// Who is named after a verb that stands before its subject: "said Kessia", "said the ministry".
    fn turned(&self, verb: usize, at: usize) -> Option<Subject> {
        let sentence = self.sentence;
        let is_sign = |sign: usize| matches!(sentence.word(sign), "”" | "\"" | "’");
        let after_quote = (1..=2).any(|back| verb.checked_sub(back).is_some_and(is_sign));
        let kind = || Some(Subject::Kind(sentence.stand_in(at + 1).filter(|_| after_quote)?, at + 1));
        sentence.named_after(at).or_else(kind)
    }

    /// Whether a quotation is all that is said, and the speaker stands right after it: "“No,” Kessia told us in May".
    fn leads_to(&self, quote: &Range<usize>, speaker: usize) -> bool {
        let ends = |at: usize| matches!(self.sentence.word(at), "," | "." | "!" | "?" | "…" | "–" | "—");
        let is_one_half = self.sentence.half_end(quote.end) >= speaker;
        speaker <= quote.end + 10 && is_one_half && (ends(quote.end.saturating_sub(1)) || ends(quote.end + 1))
    }

    /// "According to Kessia, …".
    pub(super) fn according(&mut self) {
        let sentence = self.sentence;
        let Some((start, end, ())) = sentence.lexicon.source_phrases.find(&sentence.words) else { return };
        let Some(Subject::Named { actors, end: after, .. }) = sentence.named_after(end) else { return };
        let said = if start > 3 { 0..start } else { after..sentence.tokens.len() };
        attribute(sentence, &mut self.found, &actors, &(start..end), &said, Lean::Open);
    }
}

/// What a speaker's words make of it: a stand of the speaker, or of whoever they speak of.
pub(super) fn attribute(
    sentence: &Sentence<'_>,
    found: &mut Vec<Stand>,
    speakers: &[usize],
    cue: &Range<usize>,
    said: &Range<usize>,
    default: Lean,
) {
    let mut told = false;
    let mut of_others = true;
    let main =
        sentence.concession_end(said.start).filter(|end| *end < said.end).unwrap_or(said.start)..said.end;
    for stand in found.iter_mut().filter(|stand| said.contains(&stand.cue.start) && stand.from >= said.start)
    {
        if main.contains(&stand.cue.start) {
            // "Called Kessia’s demand absurd": the speaker's own stand is told as well.
            told |= !stand.is_noun;
            of_others &= !stand.actors.is_empty()
                && speakers.iter().all(|speaker| !sentence.are_kin(stand.actors[0], *speaker));
        }
        if stand.actors.is_empty() {
            stand.actors = speakers.to_vec();
        } else if let [speaker] = speakers
            && stand.speaker.is_none()
            && !stand.actors.contains(speaker)
        {
            stand.speaker = Some(*speaker);
            stand.is_hearsay = !stand.actors.iter().all(|actor| sentence.are_kin(*actor, *speaker));
        }
    }
    let said = &main;
    // "Warned that Kessia would refuse": who warns takes a stand as well.
    let takes_sides = told && of_others && default != Lean::Open;
    // "Said Kessia’s refusal to sign was “a mistake”": what is quoted is the speaker's own.
    let judged = quoted_judgement(sentence, found, said).filter(|_| of_others);
    let is_told = found.iter().any(|stand| !stand.is_noun && said.contains(&stand.cue.start));
    if !takes_sides && is_told && judged.is_none() {
        return;
    }
    let lean =
        judged.filter(|_| is_told).or_else(|| content::lean(sentence, said.clone())).unwrap_or(default);
    // What is quoted at length is a view, even where its words do not tell which.
    let lean = if lean == Lean::Open && is_view(sentence, cue, said) { Lean::Unclear } else { lean };
    if lean != Lean::Open {
        found.push(Stand {
            actors: speakers.to_vec(),
            speaker: None,
            lean,
            cue: cue.clone(),
            is_negated: lean == Lean::Against
                && sentence
                    .words
                    .get(said.clone())
                    .is_some_and(|said| sentence.lexicon.negations.find(said).is_some()),
            is_hearsay: false,
            is_noun: false,
            from: cue.start,
            said: Some(said.clone()),
        });
    }
}

/// Where the quotations within what is said lean that tell of nobody's stand, if it is not quoted as a whole.
fn quoted_judgement(sentence: &Sentence<'_>, found: &[Stand], said: &Range<usize>) -> Option<Lean> {
    let is_part = |quote: &&Range<usize>| {
        quote.end <= said.end
            && (said.start..quote.start)
                .any(|at| sentence.tokens[at].is_word() && sentence.word(at) != "that")
            && !found.iter().any(|stand| quote.contains(&stand.cue.start))
            // "Had rejected it as “unfair”" is the judgement of whoever rejected it.
            && !found.iter().any(|stand| !stand.is_noun && (said.start..quote.start).contains(&stand.cue.start))
    };
    sentence.quotes.ranges.iter().filter(is_part).find_map(|quote| content::lean(sentence, quote.clone()))
}

/// Fewer words in quotation marks are a manner of speaking.
const SHORTEST_VIEW: usize = 4;

/// Whether a verb of saying at `cue` brings a view in quotation marks: no question, and no mere figures.
fn is_view(sentence: &Sentence<'_>, cue: &Range<usize>, said: &Range<usize>) -> bool {
    let is_said = sentence
        .lexicon
        .cues
        .at(&sentence.words[cue.start..])
        .is_some_and(|(_, cue)| cue.frame == Frame::Say);
    let is_telling = |quote: &Range<usize>| {
        let words = &sentence.tokens[quote.clone()];
        let tells = |sign: &str| words.iter().any(|token| token.text == sign);
        words.iter().filter(|token| token.is_word()).count() >= SHORTEST_VIEW
            && !tells("?")
            && !words.iter().any(|token| token.text.starts_with(|first: char| first.is_ascii_digit()))
    };
    is_said && sentence.quotes.ranges.iter().any(|quote| said.contains(&quote.start) && is_telling(quote))
}
