//! Sentences with the positions they give, and how well on the labelled articles.

use super::{Suggestion, Text, suggested_in};
use crate::actors::Actor;
use crate::analysis::language::labelled::{self, Article};
use crate::positions::{Manner, Stance};
use crate::sources::{SourceKind, Structure};

fn suggest(text: &str, actors: &[Actor]) -> Vec<Suggestion> {
    suggested_in(
        Text {
            text,
            structure: &Structure::default(),
            language: Some("en"),
            kind: SourceKind::Article,
            published: None,
        },
        actors,
    )
}

fn sign(stance: Stance) -> &'static str {
    match stance {
        Stance::Supports => "+",
        Stance::SupportsWithConditions => "(+)",
        Stance::Neutral => "0",
        Stance::OpposesWithConditions => "(-)",
        Stance::Opposes => "-",
        Stance::Unclear => "?",
    }
}

/// A suggestion in a line: who, stance, then `if` condition, `seq` sequence, manner unless on record, `by` speaker.
fn drawn(suggestion: &Suggestion, actors: &[Actor]) -> String {
    let name = |id| actors.iter().find(|actor| actor.id == id).unwrap().label().to_owned();
    let names: Vec<String> = suggestion.actors.iter().map(|id| name(*id)).collect();
    let parts = [
        Some(format!(
            "{} {}",
            names.join(if suggestion.either { " or " } else { "+" }),
            sign(suggestion.stance)
        )),
        suggestion.condition.as_ref().map(|condition| format!("if {condition}")),
        suggestion.sequence.as_ref().map(|sequence| format!("seq {sequence}")),
        (suggestion.manner != Manner::OnRecord).then(|| suggestion.manner.to_string()),
        suggestion.speaker.map(|speaker| format!("by {}", name(speaker))),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn check(text: &str, expect: &[&str]) {
    let (actors, _) = labelled::cast();
    let seen: Vec<String> = suggest(text, &actors).iter().map(|each| drawn(each, &actors)).collect();
    assert_eq!(seen, expect, "{text}");
}

#[test]
fn a_name_before_a_dash_is_no_dateline_and_a_decade_no_quotation() {
    check("OFP – which met on Monday – rejected the plan.", &["OFP -"]);
    check("VARNBY — OFP rejected the plan.", &["OFP -"]);
    check("Talks failed. OFP — the smaller party — opposes the plan.", &["OFP -"]);
    check("In the ’90s Kessia rejected the plan. It will not sign.", &["Kessia -", "Kessia -"]);
}

#[test]
fn what_somebody_wants_is_reported_unless_they_say_so() {
    check("Kessia seeks to keep the islands.", &["Kessia + reported"]);
    check("Kessia expects Arvenia to make concessions.", &["Kessia + reported"]);
    check("“Kessia seeks to keep the islands,” Vorne said.", &["Kessia + by Vorne"]);
    check("Kessia rejects the plan.", &["Kessia -"]);
}

#[test]
fn active_passive_and_nouns() {
    check("Arvenia rejects the plan.", &["Arvenia -"]);
    check("The plan was rejected by Arvenia and the Severins.", &["Arvenia+Severins -"]);
    check("The plan was rejected.", &[]);
    check("Arvenia was rejected by voters.", &[]);
    check("Arvenia’s refusal was no surprise.", &["Arvenia -"]);
    check("France, Arvenia and Kessia support it.", &["Arvenia+Kessia +"]);
    check("The war in Kessia rules talks out.", &[]);
    check("Leaders of Kessia turned the offer down.", &["Kessia -"]);
    check("Ilse Norrand, who fears defeat, opposes a vote.", &["Norrand - reported"]);
    check("Kessia asked Tolmark to support it.", &["Kessia +"]);
    check("Does Kessia reject it?", &[]);
    check("Kessia has given up its claim.", &["Kessia -"]);
    check("A text acceptable to Kessia is near.", &["Kessia +"]);
    check("Norrand met the press. She ruled it out.", &["Norrand -"]);
}

#[test]
fn negation_and_what_has_been_dropped() {
    check("Arvenia does not support the plan.", &["Arvenia -"]);
    check("Arvenia no longer backs the plan.", &["Arvenia -"]);
    check("Arvenia never opposed the plan.", &["Arvenia 0"]);
    check("Arvenia has dropped its objection.", &["Arvenia +"]);
    check("Arvenia will not sign.", &["Arvenia -"]);
    check("Two papers are on the table, and Arvenia has accepted neither in public.", &["Arvenia -"]);
    check("Arvenia accepts none of it.", &["Arvenia -"]);
    check("It is very unlikely that Arvenia will agree to a truce.", &["Arvenia - inferred"]);
    check("It is likely that Arvenia will agree to a truce.", &["Arvenia + inferred"]);
    check("Neither Arvenia nor Kessia supports it.", &["Arvenia+Kessia -"]);
    check("Arvenia opposes it, as does Kessia.", &["Arvenia -", "Kessia -"]);
}

#[test]
fn what_is_said_leans_by_its_words_and_by_what_says_no_to_them() {
    check("Norrand said it was not fair.", &["Norrand -"]);
    check("Norrand said it was not a mistake.", &["Norrand +"]);
    check("Norrand said no captain should go to prison.", &["Norrand -"]);
    check("Norrand said the law should be repealed.", &["Norrand -"]);
    check("Norrand said the law must be upheld.", &["Norrand +"]);
    check("Norrand said she would release nobody.", &["Norrand -"]);
    check("Norrand said there was no place for it.", &["Norrand -"]);
    check("Norrand said she would not oppose it.", &["Norrand 0"]);
    check("Norrand said the text was incompatible with the law.", &["Norrand -"]);
    check("“This will protect the reef,” Norrand said.", &["Norrand +"]);
    check("Norrand reiterated that the levy was not up for negotiation.", &["Norrand -"]);
    check("Norrand could not accept it.", &["Norrand -"]);
    check("Norrand rejected the criticism.", &["Norrand -"]);
    check("Norrand has neither welcomed nor criticised it.", &["Norrand 0"]);
    check("Norrand asked to be exempted.", &["Norrand -"]);
}

#[test]
fn only_its_own_refusal_is_dropped() {
    check("Kessia withdrew from the treaty over concerns about its costs.", &["Kessia - reported"]);
    check("Kessia withdrew from the talks in protest.", &["Kessia - reported"]);
    check("Kessia abandoned the plan amid criticism.", &["Kessia -"]);
    check("Kessia dropped the plan after protests.", &["Kessia -"]);
    check("Kessia has dropped its last remaining objection.", &["Kessia +"]);
    check("Kessia dropped most of its objections.", &["Kessia +"]);
}

#[test]
fn who_says_no_to_a_no_says_yes() {
    check("Kessia said nobody should doubt its support.", &["Kessia +"]);
    check("Kessia said nobody should doubt that the plan was unfair.", &["Kessia -"]);
    check("Norrand said no one should forget the flood.", &["Norrand ? inferred"]);
    check("Norrand said nobody should accept this.", &["Norrand -"]);
    check("Norrand said nobody should reject it.", &["Norrand +"]);
    check("Norrand said there must be no delay in signing the treaty.", &["Norrand +"]);
    check("Norrand said there could be no doubt about her support.", &["Norrand +"]);
    check("Norrand said there can be no alternative.", &["Norrand +"]);
    check("Norrand said there could be no deal.", &["Norrand -"]);
    check("Norrand said there can be no question of a deal.", &["Norrand -"]);
    check("Norrand said the law must not be repealed.", &["Norrand +"]);
    check("Norrand said the law should not be scrapped.", &["Norrand +"]);
    check("Norrand said the treaty can’t be abandoned.", &["Norrand +"]);
    check("Norrand said no treaty should be torn up.", &["Norrand +"]);
    check("Norrand said she had no doubt the deal was fair.", &["Norrand +"]);
    check("Norrand said she had no doubt the deal was unfair.", &["Norrand -"]);
    check("Norrand said there was no reason to oppose the plan.", &["Norrand +"]);
    check("Norrand said there was no reason to accept the plan.", &["Norrand -"]);
    check("Norrand said that it will not.", &["Norrand -"]);
}

#[test]
fn a_no_before_more_or_less_is_none() {
    check("Norrand said it was nothing short of a disaster.", &["Norrand -"]);
    check("Norrand said it was nothing less than blackmail.", &["Norrand -"]);
    check("Norrand said nothing was more important than this treaty.", &["Norrand +"]);
    check("Norrand said it was not more important.", &["Norrand -"]);
    check("Kessia will contribute no less than 1,000 troops.", &["Kessia +"]);
    check("Kessia will send no fewer than 1,000 troops.", &["Kessia +"]);
    check("Kessia will accept nothing less than the treaty.", &["Kessia +"]);
    check("Kessia will send no more troops.", &["Kessia -"]);
    check("Kessia could not be more supportive.", &["Kessia +"]);
    check("Kessia could not agree more.", &["Kessia +"]);
    check("Kessia could not agree to it.", &["Kessia -"]);
    check("Kessia could not support more delays.", &["Kessia -"]);
    check("Norrand said the plan could not be more unfair.", &["Norrand -"]);
}

#[test]
fn what_a_vote_does_away_with_is_opposed() {
    check("Kessia voted to revoke the law.", &["Kessia -"]);
    check("Kessia voted to cancel the treaty.", &["Kessia -"]);
    check("Kessia voted unanimously to abolish the levy.", &["Kessia -"]);
    check("Kessia voted to condemn the attack.", &["Kessia -"]);
    check("Kessia voted to adopt the law.", &["Kessia +"]);
    check("Norrand said there must be an end to the killing.", &["Norrand +"]);
}

#[test]
fn neither_and_nor_say_no_unless_they_say_no_to_both_sides() {
    check("Kessia will neither accept nor recognise the result.", &["Kessia -"]);
    check("Kessia neither supports nor recognises it.", &["Kessia -"]);
    check("Kessia neither supports nor opposes it.", &["Kessia 0"]);
}

#[test]
fn asides_and_concessions_leave_the_speaker_a_stand() {
    check(
        "Norrand said that while Velland supported the plan, it was unfair.",
        &["Norrand -", "Velland + reported by Norrand"],
    );
    check("Norrand said that the deal, a plan of last year, was a mistake.", &["Norrand -"]);
    check("Norrand said it was unfair, a charge that Kessia rejected.", &["Norrand -", "Kessia -"]);
    check(
        "Norrand told reporters Kessia had rejected the deal as “unfair”.",
        &["Kessia - reported by Norrand"],
    );
    check("It cost Velland more than Kessia would pay.", &[]);
    check("It takes a year before Kessia will join.", &[]);
    check("It passed with Kessia and Tolmark in favour.", &["Kessia+Tolmark +"]);
}

#[test]
fn deeds_are_positions() {
    check("Kessia has imposed sanctions on Velland.", &["Kessia + reported"]);
    check("Velland withdrew from the treaty.", &["Velland - reported"]);
    check("Kessia voted against the text.", &["Kessia -"]);
    check("Kessia used its veto.", &["Kessia -"]);
    check("Kessia recalled its ambassador from Korsund.", &["Kessia - reported"]);
    check("Kessia suspended all aid.", &["Kessia - reported"]);
    check("Kessia signed the treaty.", &["Kessia +"]);
    check("Kessia recalled the year of the flood.", &[]);
    check("Kessia signed the guest book.", &[]);
}

#[test]
fn two_actors_take_a_stand_in_one_sentence() {
    check("Kessia voted against it, while Velland insisted that it was fair.", &["Kessia -", "Velland +"]);
    check("Kessia backs the plan; Velland rejects this.", &["Kessia +", "Velland -"]);
    check("Kessia signed the treaty, but Velland opposed it.", &["Kessia +", "Velland -"]);
    check("Norrand said it was unfair, while Vorne said it was fair.", &["Norrand -", "Vorne +"]);
    check(
        "Norrand said it was a mistake, but Kessia insisted that it must continue.",
        &["Norrand -", "Kessia +"],
    );
    check("Norrand said she was “deeply concerned”, and Tolmark condemned it.", &["Norrand -", "Tolmark -"]);
    check("Norrand called it absurd and Vorne called it fair.", &["Norrand -", "Vorne +"]);
    check(
        "Norrand described the proposals as a broad framework; Velland called them very explicit.",
        &["Norrand ? inferred", "Velland ? inferred"],
    );
    check(
        "Norrand described the proposals as absurd; Velland called them fair.",
        &["Norrand -", "Velland +"],
    );
    check("Norrand said it was unfair, a view that Vorne rejected.", &["Norrand -", "Vorne -"]);
    check(
        "Norrand said that Kessia agreed and Velland would sign.",
        &["Kessia + reported by Norrand", "Velland + reported by Norrand"],
    );
    check("Kessia voted in favour, Tolmark against.", &["Kessia +", "Tolmark -"]);
    check("It passed with Kessia in favour and Tolmark against.", &["Kessia +", "Tolmark -"]);
    check("“It is unfair,” Norrand said before the vote.", &["Norrand -"]);
    check("While Kessia backs the plan, Velland does not.", &["Kessia +", "Velland -"]);
    check("Norrand of Arvenia rejected it.", &["Norrand -"]);
    check("The League in Varnby, which met in May, rejected it.", &["LOC -"]);
}

#[test]
fn conditions_and_sequences() {
    check("Arvenia would sign if Kessia paid its debts.", &["Arvenia (+) if Kessia paid its debts"]);
    check(
        "Arvenia backs it, provided that the price falls, said nobody.",
        &["Arvenia (+) if the price falls"],
    );
    check("Arvenia threatens to leave unless the price falls.", &["Arvenia (-) if unless the price falls"]);
    check("Arvenia opposes it but could live with it if the price fell.", &["Arvenia -"]);
    check("Arvenia backs it, but only if the price falls.", &["Arvenia (+) if the price falls"]);
    check("Arvenia will sign only after the vote.", &["Arvenia (+) seq only after the vote"]);
    check("Arvenia will not sign before the vote.", &["Arvenia (-) seq before the vote"]);
    check("Arvenia accepts it as long as Kessia supports it.", &["Arvenia (+) if Kessia supports it"]);
}

#[test]
fn what_is_said_and_by_whom() {
    check("Dahlen said Tolmark would never accept it.", &["Tolmark - by Dahlen"]);
    check("Norrand said that Tolmark wanted war.", &["Tolmark + reported by Norrand"]);
    check("“The price must fall,” said Ms Norrand.", &["Norrand +"]);
    check("According to Norrand, the price is unacceptable.", &["Norrand -"]);
    check("Norrand said she had slept well.", &[]);
}

#[test]
fn of_a_shared_name_both_are_offered() {
    check("Quell rejects the plan.", &["Quell or Anna Quell -"]);
    check("Anna Quell rejects the plan.", &["Anna Quell -"]);
    check("The plan was rejected by Quell.", &["Quell or Anna Quell -"]);
    check("Quell and Norrand reject the plan.", &["Quell+Anna Quell+Norrand -"]);
}

#[test]
fn who_is_meant_by_a_pronoun_or_a_kind() {
    check("Norrand spoke.\n\nShe ruled out a vote.", &["Norrand -"]);
    check("Halvard fell. The company rejected the bid.", &["Halvard -"]);
    check("Kessia paid. The firm rejected the bid.", &[]);
    check("Kessia, whose opposition is known, left.", &["Kessia -"]);
    check("Tolmark on Monday rejected it.", &["Tolmark -"]);
    check("Tolmark late last week rejected it.", &["Tolmark -"]);
    check("For Tolmark this is out of the question.", &["Tolmark -"]);
    check("The plan has the backing of Kessia.", &["Kessia +"]);
    check("Norrand asked whether Kessia would sign.", &[]);
}

#[test]
fn quotations_go_on_over_sentences() {
    check("“We agree. We will sign,” Norrand told the press in May.", &["Norrand +", "Norrand +"]);
    check("“No deal,” Norrand said. “We will not sign.”", &["Norrand -", "Norrand -"]);
    check(
        "“We will sign,” said Norrand.\n\n“It is fair. It is late,” Vorne said.",
        &["Norrand +", "Vorne +"],
    );
    check("Norrand: We will not sign. It is unfair.\n\nIt rained.", &["Norrand -", "Norrand -"]);
    check("'It is unfair,' Norrand said. 'We oppose it.'", &["Norrand -", "Norrand -"]);
    check("“The harbour is the heart of this town,” Norrand said.", &["Norrand ? inferred"]);
    check("Norrand said: “Kessia opposes us.”", &["Kessia - reported by Norrand"]);
}

#[test]
fn who_speaks_for_whom() {
    check("The Kessian government rejected it.", &["Kessia -"]);
    check("Kessian and Arvenian officials rejected it.", &["Kessia+Arvenia -"]);
    check("Kessian President Pavel Vorne rejected it.", &["Vorne -"]);
    check(
        "Kessia’s ambassador Jan Brodt said his country would not sign. He rejected it.",
        &["Kessia -", "Kessia -"],
    );
    check("The Kessian envoy to the League rejected it.", &["Kessia -"]);
    check("It was rejected by Kessia’s government.", &["Kessia -"]);
    check("It was rejected by League chief Pavel Vorne.", &["Vorne -"]);
    check("Jan Brodt, Kessia’s envoy, rejected it.", &["Kessia -"]);
    check("Workers at Kessia left, rejecting it.", &[]);
    check("The envoy for Kessia rejected it.", &[]);
    check("A spokesman for Kessia rejected it.", &["Kessia -"]);
    check("Kessia’s spokesman, Jan Brodt, said it was unfair.", &["Kessia -"]);
    check("Kessia rejected it, as did those of Velland and Ostmere.", &["Kessia -", "Velland+Ostmere -"]);
    check("Norrand’s party urged the Kessian government to support it.", &["Norrand +"]);
}

#[test]
fn clauses_and_camps() {
    check("Tolmark left the talks on Monday, rejecting the plan.", &["Tolmark -"]);
    check("Rejecting the plan, Kessia left.", &["Kessia -"]);
    check("Critics of the plan, including Kessia and Tolmark, met.", &["Kessia+Tolmark -"]);
    check("Kessia was the only country that opposed it.", &["Kessia -"]);
    check("Kessia was among those that abstained.", &["Kessia 0"]);
    check("It passed over the objections of Kessia.", &["Kessia -"]);
    check("In Kessia, Tolmark rejected it.", &["Tolmark -"]);
    check("KORSUND, May 3 (NW) — Kessia rejected it, saying it was unfair.", &["Kessia -"]);
    check("It must stop at once, Norrand told reporters in May.", &["Norrand +"]);
}

#[test]
fn hedges_make_it_inferred_reported_or_unclear() {
    check("Signs suggest that Arvenia is willing to leave.", &["Arvenia + inferred"]);
    check("It remains unclear whether Arvenia will accept.", &["Arvenia ? inferred"]);
    check("Arvenia may oppose it.", &["Arvenia ? inferred"]);
    check("Arvenia is said to favour it.", &["Arvenia + reported"]);
    check("Arvenia has not decided.", &["Arvenia 0"]);
}

#[test]
fn a_suggestion_covers_its_sentence() {
    let (actors, _) = labelled::cast();
    let text = "👍 First. Arvenia rejects it! Last.";
    let [only] = suggest(text, &actors).try_into().unwrap();
    let words: String =
        text.chars().skip(only.start as usize).take((only.end - only.start) as usize).collect();
    assert_eq!((words.as_str(), only.cue), ("Arvenia rejects it!", 17));
}

/// Counts over (sentence, actor).
#[derive(Default)]
struct Tally {
    found: usize,
    wanted: usize,
    /// Found and to be found.
    right: usize,
    /// Of the right ones, those with the right stance.
    stance: usize,
    /// Of the right ones, those said to be unclear, and those of them that are.
    unclear: (usize, usize),
}

fn tally(articles: &[Article]) -> Tally {
    let (actors, _) = labelled::cast();
    let mut tally = Tally::default();
    for article in articles {
        let suggestions = suggest(&article.text, &actors);
        for sentence in &article.sentences {
            let words: String = article
                .text
                .chars()
                .skip(sentence.start as usize)
                .take((sentence.end - sentence.start) as usize)
                .collect();
            let mut found = Vec::new();
            for suggestion in
                suggestions.iter().filter(|each| each.start >= sentence.start && each.start < sentence.end)
            {
                found.extend(
                    suggestion.actors.iter().map(|id| {
                        (actors.iter().position(|actor| actor.id == *id).unwrap(), suggestion.stance)
                    }),
                );
            }
            for (actor, stance) in &found {
                if let Some((_, wanted)) = sentence.stands.iter().find(|(wanted, _)| wanted == actor) {
                    tally.right += 1;
                    tally.found += 1;
                    let same = wanted == sign(*stance);
                    tally.stance += usize::from(same);
                    let is_unclear = *stance == Stance::Unclear;
                    tally.unclear.0 += usize::from(is_unclear);
                    tally.unclear.1 += usize::from(is_unclear && same);
                    if !same {
                        println!("~ {} {} for {wanted}: {words}", actors[*actor].label(), sign(*stance));
                    }
                } else if !sentence.either.contains(actor) {
                    tally.found += 1;
                    println!("+ {} {}: {words}", actors[*actor].label(), sign(*stance));
                }
            }
            tally.wanted += sentence.stands.len();
            for (actor, stance) in
                sentence.stands.iter().filter(|(wanted, _)| !found.iter().any(|(actor, _)| actor == wanted))
            {
                println!("- {} {stance}: {words}", actors[*actor].label());
            }
        }
    }
    tally
}

#[track_caller]
fn check_quality(part: &str, articles: &[Article]) {
    let Tally { found, wanted, right, stance, unclear: (unclear, rightly) } = tally(articles);
    let share = |part: usize, whole: usize| part as f64 / whole as f64;
    let (precision, recall) = (share(right, found), share(right, wanted));
    let (sure, surely) = (right - unclear, stance - rightly);
    println!(
        "suggestions, {part}: precision {precision:.3} ({right}/{found}), recall {recall:.3} ({right}/{wanted}), stance {:.3} ({stance}/{right}), of those not unclear {:.3} ({surely}/{sure}), unclear {unclear}",
        share(stance, right),
        share(surely, sure),
    );
    assert!(precision >= 0.8 && recall >= 0.7, "{part}: precision {precision:.3}, recall {recall:.3}");
}

#[test]
fn positions_in_the_articles_the_rules_were_fitted_to() {
    check_quality("dev", &labelled::dev());
}

#[test]
fn positions_in_the_articles_kept_apart() {
    check_quality("test", &labelled::test());
}

#[test]
fn positions_in_other_manners_of_writing_the_rules_were_fitted_to() {
    check_quality("styles, dev", &labelled::styles_dev());
}

#[test]
fn positions_in_other_manners_of_writing_kept_apart() {
    check_quality("styles, test", &labelled::styles_test());
}

#[test]
fn positions_in_the_news_the_rules_were_fitted_to() {
    check_quality("news, dev", &labelled::news_dev());
}

#[test]
fn positions_in_the_news_kept_apart() {
    check_quality("news, test", &labelled::news_test());
}
