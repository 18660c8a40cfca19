//! The law of pages: a passage is found exactly or not at all.

use super::*;
use proptest::prelude::*;
use proptest::sample::Index;

/// A character of a drawn page, and the characters of the source's text that it shows; none for running heads.
type Drawn = (char, Option<Range>);

/// Few words, so that passages come again; some break, some are joined, some carry their own hyphen.
const WORDS: [&str; 14] = [
    "the",
    "minister",
    "of",
    "office",
    "first",
    "no",
    "fifty-five",
    "talks",
    "e\u{301}tat",
    "é",
    "п’ять",
    "a",
    "not",
    "affirmed",
];

/// What becomes of one word on the page: a break at a letter, joined letters, a wide space after it.
type Setting = (Option<Index>, bool, bool);

/// What the page or the text lacks, such as a note or a caption, is said nowhere else.
const ELSEWHERE: [[&str; 2]; 2] = [["Yearly", "xiv"], ["§", "Quarto"]];

/// A paragraph: words by number with their setting, and whether the text or the page lacks it.
#[derive(Debug, Clone)]
struct Paragraph {
    words: Vec<(usize, Setting)>,
    lost: Option<bool>,
}

fn paragraphs() -> impl Strategy<Value = Vec<Paragraph>> {
    let setting = (prop::option::weighted(0.2, any::<Index>()), any::<bool>(), any::<bool>());
    let words = prop::collection::vec((0..WORDS.len(), setting), 1..30);
    let lost = prop::option::weighted(0.1, any::<bool>());
    prop::collection::vec((words, lost).prop_map(|(words, lost)| Paragraph { words, lost }), 1..7)
}

/// The source's text and the page as it is drawn: with a running head and foot, broken and joined words, bullets, and
/// its paragraphs in another order if `turned`.
fn readings(paragraphs: &[Paragraph], head: &str, turned: bool) -> (String, Vec<Drawn>) {
    let mut text = String::new();
    let mut length = 0;
    let mut blocks: Vec<Vec<Drawn>> = Vec::new();
    for (number, paragraph) in paragraphs.iter().enumerate() {
        let mut block = Vec::new();
        if paragraph.words.len() % 3 == 0 {
            block.extend([('•', None), (' ', None)]);
        }
        // Of paragraphs that change places, each begins and ends in its own way.
        let own = |word: String| turned.then_some((word, (None, false, false)));
        let words = paragraph.words.iter().map(|(number, setting)| {
            let words = paragraph.lost.map_or(&WORDS[..], |lost| &ELSEWHERE[usize::from(lost)]);
            (words[number % words.len()].to_owned(), *setting)
        });
        for (word, setting) in
            own(format!("{number}.")).into_iter().chain(words).chain(own(format!("[{number}]")))
        {
            if paragraph.lost != Some(true) {
                draw(&word, (paragraph.lost != Some(false)).then_some(length), setting, &mut block);
            }
            if paragraph.lost != Some(false) {
                text.push_str(&word);
                text.push(' ');
                length += word.chars().count() as u32 + 1;
            }
        }
        block.push(('\n', None));
        blocks.push(block);
    }
    if turned {
        blocks.reverse();
    }
    let running = |words: &str| words.chars().chain(['\n']).map(|c| (c, None)).collect::<Vec<_>>();
    let page = [vec![running(head)], blocks, vec![running("12")]].concat().concat();
    (text, page)
}

fn draw(word: &str, at: Option<u32>, (cut, joined, wide): Setting, block: &mut Vec<Drawn>) {
    let letters: Vec<char> = word.chars().collect();
    let cut = cut.map(|cut| cut.index(letters.len()));
    let shows = |from: usize, count: usize| at.map(|at| (at + from as u32, at + (from + count) as u32));
    let mut place = 0;
    while place < letters.len() {
        if cut == Some(place) && place > 0 {
            block.extend([('-', None), ('\n', None)]);
        }
        let pair = (letters[place], letters.get(place + 1).copied());
        let (drawn, count) = match pair {
            ('f', Some('i')) if joined => ('ﬁ', 2),
            ('f', Some('f')) if joined => ('ﬀ', 2),
            ('e', Some('\u{301}')) if joined => ('é', 2),
            (letter, _) => (letter, 1),
        };
        block.push((drawn, shows(place, count)));
        place += count;
    }
    block.push((' ', None));
    if wide {
        block.push((' ', None));
    }
}

fn drawn_text(page: &[Drawn]) -> String {
    page.iter().map(|(character, _)| character).collect()
}

/// The range of the text that a selection on the page shows, hyphens and bullets at its ends not counted.
fn shown(page: &[Drawn], (start, end): Range) -> Option<Range> {
    let selected = page[start as usize..end as usize].iter().filter(|(letter, _)| !is_passed_over(*letter));
    let ranges: Option<Vec<Range>> = selected.map(|(_, range)| *range).collect();
    let ranges = ranges?;
    Some((ranges.first()?.0, ranges.last()?.1))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn a_passage_is_found_exactly_or_not_at_all(
        paragraphs in paragraphs(), head in prop::sample::select(vec!["the minister of", "talks", "no", "Of the first"]),
        turned in any::<bool>(), selections in prop::collection::vec(any::<(Index, Index)>(), 12),
    ) {
        let (text, page) = readings(&paragraphs, head, turned);
        let drawn = drawn_text(&page);
        let (on_page, in_text) = (Letters::of_page(&drawn), Letters::of_text(&text, 0));
        for (one, other) in selections {
            let (one, other) = (one.index(page.len()) as u32, other.index(page.len()) as u32);
            let selection = (one.min(other), one.max(other) + 1);
            if let Some(found) = locate(&on_page, selection, &in_text) {
                prop_assert_eq!(Some(found), shown(&page, selection), "{:?} on {:?} in {:?}", selection, drawn, text);
            }
            // And from the text to the page.
            let length = text.chars().count() as u32;
            if length == 0 { continue }
            let passage = (selection.0 % length, (selection.0 % length + selection.1 - selection.0).min(length));
            if let Some(found) = locate(&in_text, passage, &on_page) {
                let back = shown(&page, found);
                let letters = |range: Range| in_text.part(range);
                prop_assert_eq!(back.map(letters), Some(letters(passage)));
                prop_assert_eq!(back.and_then(|back| in_text.within(back)), in_text.within(passage));
            }
        }
    }
}

#[track_caller]
fn check(page: &str, selected: &str, text: &str, expect: Option<&str>) {
    let characters = |text: &str| text.chars().count() as u32;
    let start = characters(&page[..page.find(selected).unwrap()]);
    let found =
        locate(&Letters::of_page(page), (start, start + characters(selected)), &Letters::of_text(text, 100));
    let words = found.map(|(start, end)| {
        text.chars().skip(start as usize - 100).take((end - start) as usize).collect::<String>()
    });
    assert_eq!(words.as_deref(), expect);
}

#[test]
fn readings_part_in_spaces_hyphens_and_joined_letters() {
    let text = "The ministers affirmed the ceasefire of fifty-five days. They left the talks.";
    let page = "Minutes 3\nThe min-\nisters aﬃrmed  the cease-\nfire of fifty-\nfive days. They left the talks.\n12\n";
    check(page, "min-\nisters aﬃrmed  the cease-\nfire", text, Some("ministers affirmed the ceasefire"));
    check(page, "fifty-\nfive days. They left", text, Some("fifty-five days. They left"));
    check(page, "days", text, Some("days"));
    check(page, "12", text, None);
    check(page, "Minutes 3\nThe min-\nisters aﬃrmed", text, None);
    check(
        "• First point of all that is said\n",
        "• First point of all that is",
        "First point of all that is said",
        Some("First point of all that is"),
    );
}

#[test]
fn surroundings_tell_the_same_words_apart() {
    let text = "Country A supports the plan for now. Country B opposes it. Country C supports the plan for now, too.";
    let page = text.replace(' ', "\n");
    check(&page, "C\nsupports\nthe", text, Some("C supports the"));
    check(&page, "supports\nthe\nplan\nfor\nnow,", text, Some("supports the plan for now,"));
    // A table read by columns: the cells' own words are there, and not where they belong.
    let columns = "Country A Country B supports the plan supports the plan";
    check("Country A supports the plan\nCountry B supports the plan", "supports the plan", columns, None);
    check("Country A supports the plan\nCountry B supports", "B supports", columns, None);
}

#[test]
fn joined_letters_are_not_cut() {
    let page = Letters::of_page("the office of the first minister");
    let text = Letters::of_text("the oﬃce of the first minister", 0);
    assert_eq!(locate(&page, (4, 10), &text), Some((4, 8)), "the whole word");
    assert_eq!(locate(&page, (4, 6), &text), None, "within the joined letters");
}

#[test]
fn a_passage_goes_on_over_the_page() {
    let (first, second) = ("They will leave unless there is pro", "gress within days. So they said.");
    let page = "Minutes\nThey will leave unless\nthere is pro-\nMinistry\n12\n";
    let next = "Minutes\n\ngress within days. So they\nsaid.\n13\n";
    let text = (Letters::of_text(first, 0), Letters::of_text(second, first.len() as u32));
    let place = |start: &str, end: &str| {
        let start = page.find(start).unwrap() as u32;
        let end = (next.find(end).unwrap() + end.len()) as u32;
        locate_across((page, start, &text.0), (next, end, &text.1))
    };
    assert_eq!(place("leave", "days."), Some((10, first.len() as u32 + 18)));
    assert_eq!(place("They", "said."), Some((0, (first.len() + second.len()) as u32)));
    assert_eq!(place("Ministry", "days."), None, "begins outside of the text");
    assert_eq!(place("leave", "Minutes"), None, "ends outside of the text");
}

#[test]
fn a_page_of_one_letter_does_not_stall() {
    let (page, text) = ("a".repeat(200_000), "a".repeat(190_000));
    assert_eq!(locate(&Letters::of_page(&page), (40_000, 120_000), &Letters::of_text(&text, 0)), None);
}
