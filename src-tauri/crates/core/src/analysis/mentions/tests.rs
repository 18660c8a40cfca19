//! Names found and not found, and how well on the labelled articles.

use super::{likely_kind, named_in};
use crate::actors::ActorKind;
use crate::analysis::language::labelled::{self, Article};
use crate::sources::Structure;

const CAST: &str = "
kes | Kessia | | state | | Dravik; the Kessians; K.S. |
pres | Ada Moor | Moor | person | kes | President Moor | President of Kessia
vale | Vale | | state | | |
vpres | Jon Ilk | Ilk | person | vale | | President of Vale
foo | Kessia Free Trade Office | | government_body | kes | |
son | Bela Moor | | person | | Moor |
sl | Словакія | | state | | Братислава |
free | Freedom | | group | | the Free |
trade | Free Trade | | group | | |
env | Rada Pell | Pell | person | kes | | Special Envoy to Vale
";

#[track_caller]
fn check_in(language: &str, text: &str, expect: &[&str]) {
    let (actors, keys) = labelled::actors(CAST);
    let key = |id| keys.iter().find(|(_, at)| actors[**at].id == id).unwrap().0.as_str();
    let letters: Vec<char> = text.chars().collect();
    let (mentions, _) = named_in(text, &Structure::default(), Some(language), &actors);
    let seen: Vec<String> = mentions
        .into_iter()
        .map(|mention| {
            let name: String = letters[mention.start as usize..mention.end as usize].iter().collect();
            format!("{}:{name}", mention.actors.into_iter().map(key).collect::<Vec<_>>().join("+"))
        })
        .collect();
    assert_eq!(seen, expect, "{text}");
}

#[track_caller]
fn check(text: &str, expect: &[&str]) {
    check_in("en", text, expect);
}

#[test]
fn whole_words_the_longest_first() {
    check("Kessia met the Kessia Free Trade Office.", &["kes:Kessia", "foo:Kessia Free Trade Office"]);
    check("Kessians, Kessiana, aKessia, kessia, the Kessians", &["kes:Kessians"]);
    check("KESSIA AND VALE; K.S. and K.S.’s", &["kes:KESSIA", "vale:VALE", "kes:K.S.", "kes:K.S."]);
    check(
        "Kessia’s and Kessia's Dravik-based 👍 Vale",
        &["kes:Kessia", "kes:Kessia", "kes:Dravik", "vale:Vale"],
    );
    check("Kessia\n\nFree\n\nTrade Office", &["kes:Kessia"]);
    check("The Free came; the Free Trade came.", &["free:Free", "trade:Free Trade"]);
    check("", &[]);
}

#[test]
fn a_shared_name_gives_both_and_a_given_name_tells_them_apart() {
    check("Moor left. Bela Moor stayed.", &["pres+son:Moor", "son:Bela Moor"]);
    check("Yesterday Peter Moor came. President Moor did not.", &["pres:President Moor"]);
    check("He reads the Kessia Times and the Vale Gazette in Vale.", &["vale:Vale"]);
}

#[test]
fn a_role_counts_once_its_holder_was_named() {
    check("The President left.", &[]);
    check(
        "Ada Moor came. The President left; the president’s car too.",
        &["pres:Ada Moor", "pres:President", "pres:president"],
    );
    check("Ada Moor came. The President of Vale left.", &["pres:Ada Moor", "vale:Vale"]);
    check("Ada Moor and Jon Ilk came. The President left.", &["pres:Ada Moor", "vpres:Jon Ilk"]);
    check(
        "Ada Moor and Jon Ilk came. The President of Vale left.",
        &["pres:Ada Moor", "vpres:Jon Ilk", "vpres:President of Vale"],
    );
    check(
        "Ada Moor came.\nJon Ilk came. The President left.",
        &["pres:Ada Moor", "vpres:Jon Ilk", "vpres:President"],
    );
    check("Ada Moor came. The President Hotel is full.", &["pres:Ada Moor"]);
    check("Rada Pell came. The envoy left.", &["env:Rada Pell", "env:envoy"]);
}

#[test]
fn names_decline_where_the_language_does() {
    check_in(
        "uk",
        "Словакії, Словакією, Братиславою, Братислав",
        &["sl:Словакії", "sl:Словакією", "sl:Братиславою"],
    );
    check_in("de", "Vales Moors Kessias", &["vale:Vales", "pres+son:Moors", "kes:Kessias"]);
    check("Vales", &[]);
}

#[track_caller]
fn check_new(text: &str, expect: &[&str]) {
    let (actors, _) = labelled::actors(CAST);
    let (_, new) = named_in(text, &Structure::default(), Some("en"), &actors);
    let seen: Vec<String> = new
        .into_iter()
        .map(|new| [vec![format!("{} {} {}", new.count, new.kind, new.name)], new.also].concat().join(" / "))
        .collect();
    assert_eq!(seen, expect, "{text}");
}

#[test]
fn names_that_are_no_actors_yet_are_offered() {
    check_new(
        "On Monday Foreign Minister Ursa Blum met Kessia. Blum said the Ministry of Water would pay. In May the Ministry of Water paid.",
        &["2 person Ursa Blum", "2 government_body Ministry of Water"],
    );
    check_new(
        "Kessia and the World Bank signed the Long River Treaty on Tuesday. Nothing else.",
        &["1 international_organisation World Bank"],
    );
    check_new("Water rose. The water fell. Water stood.", &[]);
    check_new(
        "Mrs. Otter of Norway spoke for Tin Holdings Ltd.",
        &["1 person Otter", "1 state Norway", "1 company Tin Holdings Ltd"],
    );
}

#[test]
fn a_name_begins_after_a_title_within_and_ends_before_and() {
    check_new(
        "Norwegian President Anna Blum and Swedish Prime Minister Carl Quell met. Blum said little.",
        &["2 person Anna Blum", "1 person Carl Quell"],
    );
    check_new(
        "A week began with U.S. Secretary of State Carla Blum and the Swedish General Assembly.",
        &["1 state U.S.", "1 person Carla Blum", "1 government_body Swedish General Assembly"],
    );
    check_new("Envoys from Norway and Sweden came.", &["1 state Norway", "1 state Sweden"]);
    check_new("The Ministry of Food and Water said so.", &["1 government_body Ministry of Food and Water"]);
}

#[test]
fn a_name_is_what_its_use_makes_of_it() {
    check_new("Today Otter has left. The Otter administration was tired.", &["2 person Otter"]);
    check_new("On Monday Otter said that he would pay. Later Otter has paid.", &["2 person Otter"]);
    check_new("On Monday Otter said that its ships sail. Later Otter has paid.", &["2 group Otter"]);
    check_new("On Monday the militia Otter has left. Later Otter has come back.", &["2 group Otter"]);
    check_new("On Monday the carmaker Otter has closed. Later Otter has opened.", &["2 company Otter"]);
    check_new("He told the newspaper Otter so. Later Otter has printed it.", &[]);
    check_new("Kessia has paid, and Anna has left. Here Anna has a house.", &["2 person Anna"]);
    check_new("Sir John came. John Otter stayed.", &["2 person John Otter"]);
    check_new("Off the island Norway claims ships pass. Here Norway has a port.", &["2 state Norway"]);
    check_new("In the book Otter wrote he says so. Mr Otter paid.", &["2 person Otter"]);
    check_new(
        "It is the company Otter founded. Today Otter has left. Then Otter said that he would pay.",
        &["3 person Otter"],
    );
}

#[test]
fn a_title_makes_a_person_only_of_somebody() {
    check_new("It met in the Security Council.", &["1 international_organisation Security Council"]);
    check_new("It followed the General Election and the Finance Bill.", &[]);
    check_new(
        "It heard UN Ambassador Zorin Pelk.",
        &["1 international_organisation UN", "1 person Zorin Pelk"],
    );
    check_new("It heard Prime Minister Bart de Wolde.", &["1 person Bart de Wolde"]);
    check_new("It heard Nokia Chief Executive Zorin Pelk.", &["1 person Zorin Pelk"]);
    check_new(
        "It heard Chief Scientist Zorin Pelk and Rabbi Zora Pelk.",
        &["1 person Zorin Pelk", "1 person Zora Pelk"],
    );
    check_new("The European Commission President spoke.", &["1 government_body European Commission"]);
    check_new(
        "They asked the US Securities and Exchange Commission.",
        &["1 government_body US Securities and Exchange Commission"],
    );
    check_new(
        "It met Social Democrats and Christian Democrats.",
        &["1 party Social Democrats", "1 party Christian Democrats"],
    );
}

#[test]
fn a_capital_is_another_name_of_its_state() {
    let (mut actors, _) = labelled::actors(CAST);
    actors[0].name = "Norway".into();
    let text = "Today Oslo has agreed. Later Oslo will pay. Then Rome has paid and Rome will pay.";
    let (_, new) = named_in(text, &Structure::default(), Some("en"), &actors);
    let whose: Vec<_> = new.into_iter().map(|new| (new.name, new.of)).collect();
    assert_eq!(whose, [("Oslo".to_owned(), Some(actors[0].id))]);
}

#[test]
fn initials_are_the_same_actor() {
    check_new(
        "The U.S. said so. Later the United States and the US said no more to Norway.",
        &["3 state United States / U.S. / US", "1 state Norway"],
    );
    let (mut actors, _) = labelled::actors(CAST);
    actors[0].name = "United States".into();
    let (_, new) = named_in("The U.S. and Norway met.", &Structure::default(), Some("en"), &actors);
    let whose: Vec<_> = new.into_iter().map(|new| (new.name, new.of)).collect();
    assert_eq!(whose, [("U.S.".to_owned(), Some(actors[0].id)), ("Norway".to_owned(), None)]);
}

#[test]
fn one_rule_for_the_likely_kind() {
    let check = |kind: ActorKind, names: &[&str]| {
        for name in names {
            assert_eq!(likely_kind(name), kind, "{name}");
        }
    };
    check(
        ActorKind::State,
        &[
            "Country A",
            "Republic of Kessia",
            "France",
            "the United States",
            "North Macedonia",
            "Marshall Islands",
        ],
    );
    check(
        ActorKind::GovernmentBody,
        &[
            "Ministry of Defence",
            "State Department",
            "White House",
            "European Commission",
            "US Congress",
            "Kessian Parliament",
        ],
    );
    check(
        ActorKind::InternationalOrganisation,
        &["European Union", "United Nations", "NATO", "League of the Coast", "AIXU", "African Union"],
    );
    check(ActorKind::Party, &["Labour Party", "Social Democrats"]);
    check(ActorKind::Company, &["Halvard Shipping", "Tin Ltd", "Acme Corp"]);
    check(
        ActorKind::Group,
        &["Actor A", "Coalition of the willing", "European officials", "Hill people", "Fishers"],
    );
    check(
        ActorKind::Person,
        &["Ada Moor", "President Moor", "Jean de la Tour", "Mr. Ilk", "Ursula von der Leyen", "Zhao Ming"],
    );
}

/// Right, found, to be found.
fn tally(articles: &[Article]) -> (usize, usize, usize) {
    let (actors, _) = labelled::cast();
    let mut tally = (0, 0, 0);
    for article in articles {
        let (mentions, _) = named_in(&article.text, &Structure::default(), Some("en"), &actors);
        let mut found = Vec::new();
        for mention in mentions {
            found.extend(mention.actors.iter().map(|id| (mention.start, mention.end, *id)));
        }
        let mut wanted = Vec::new();
        for (start, end, who) in &article.mentions {
            wanted.extend(who.iter().map(|at| (*start, *end, actors[*at].id)));
        }
        let show = |sign: char, (start, end, id): &(u32, u32, crate::ids::ActorId)| {
            let words: String =
                article.text.chars().skip(*start as usize).take((end - start) as usize).collect();
            let name = &actors.iter().find(|actor| actor.id == *id).unwrap().name;
            println!("{sign} {}: {words} = {name}", article.title);
        };
        found.iter().filter(|one| !wanted.contains(one)).for_each(|one| show('+', one));
        wanted.iter().filter(|one| !found.contains(one)).for_each(|one| show('-', one));
        tally.0 += found.iter().filter(|one| wanted.contains(one)).count();
        tally.1 += found.len();
        tally.2 += wanted.len();
    }
    tally
}

#[track_caller]
fn check_quality(part: &str, articles: &[Article]) {
    let (right, found, wanted) = tally(articles);
    let (precision, recall) = (right as f64 / found as f64, right as f64 / wanted as f64);
    println!(
        "mentions, {part}: precision {precision:.3} ({right}/{found}), recall {recall:.3} ({right}/{wanted})"
    );
    assert!(precision >= 0.98 && recall >= 0.98, "{part}: precision {precision:.3}, recall {recall:.3}");
}

#[test]
fn mentions_in_the_articles_the_rules_were_fitted_to() {
    check_quality("dev", &labelled::dev());
}

#[test]
fn mentions_in_the_articles_kept_apart() {
    check_quality("test", &labelled::test());
}

#[test]
fn mentions_in_the_news_the_rules_were_fitted_to() {
    check_quality("news, dev", &labelled::news_dev());
}

#[test]
fn mentions_in_the_news_kept_apart() {
    check_quality("news, test", &labelled::news_test());
}

/// Three hundred pages, two thousand actors with three other names each.
#[test]
fn a_long_text_with_many_actors_is_walked_once() {
    let lines: Vec<String> = (0..2000)
        .map(|number| format!("k{number} | Actor Name{number} | Short{number} | person | | Alias{number}; Mr Name{number}; Other Name{number} | Minister of Thing{number}"))
        .collect();
    let (actors, _) = labelled::actors(&lines.join("\n"));
    let sentence = |at: usize| {
        let (one, other) = (at * 37 % 2000, at * 91 % 2000);
        format!("The Ministry said on Monday that Mr Name{one} met Short{other} and nobody else came.")
    };
    let page = (0..40).map(sentence).collect::<Vec<_>>().join(" ");
    let text = format!("{page}\n\n").repeat(300);
    let (mentions, _) = named_in(&text, &Structure::default(), Some("en"), &actors);
    assert_eq!(mentions.len(), 300 * 80);
}
