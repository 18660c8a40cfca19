//! Guesses at what a document does not say: its language and its title. Whoever calls marks them as guesses.

use whatlang::Lang;

use crate::extracted::{Kind, Span};
use crate::{Found, Input, dates};

/// How many characters the guess at a language reads.
const SAMPLE: usize = 6_000;

/// The most characters a line may have to look like a title.
const TITLE: usize = 120;

/// The language a text is written in, as a BCP 47 tag; `None` when a few words leave it open.
pub(crate) fn language(text: &str) -> Option<Found<String>> {
    let sample: String = text.chars().take(SAMPLE).collect();
    let guess = whatlang::detect(&sample).filter(whatlang::Info::is_reliable)?;
    Some(Found::guessed(tag(guess.lang()).to_owned()))
}

/// The language that a program wrote down, if the words bear it out: many a program writes down its own.
pub(crate) fn language_told(told: Option<Found<String>>, text: &str) -> Option<Found<String>> {
    match (told, language(text)) {
        (Some(told), Some(guess)) if told.value.split('-').next() == Some(&guess.value) => Some(told),
        (told, guess) => guess.or(told),
    }
}

/// A title for a text that states none: its heading or first line, the file's name, or how it begins.
pub(crate) fn title(input: &Input<'_>, text: &str, blocks: &[Span]) -> Option<Found<String>> {
    let heading =
        blocks.iter().take(3).find(|b| matches!(b.kind, Kind::Heading { .. })).map(|b| slice(text, *b));
    let stem = || file_stem(input);
    let guess = heading.or_else(|| title_line(text)).or_else(stem).or_else(|| beginning(text))?;
    Some(Found::guessed(guess))
}

/// The date on a line of its own near the top, as statements and letters carry it, or before the dash that ends a
/// news agency's dateline.
pub(crate) fn published(text: &str) -> Option<Found<String>> {
    let lines = text.lines().filter(|line| !line.is_empty()).take(6);
    lines.filter_map(about).find_map(|about| dates::find(&about)).map(Found::guessed)
}

/// What a line says about the text: all of it if it is short, or what stands before the dash that ends a dateline.
pub(crate) fn about(line: &str) -> Option<String> {
    /// The most characters of a line that is about the text and not part of it.
    const LINE: usize = 80;
    let head: String = line.chars().take(LINE + 1).collect();
    let dateline = [" -- ", " — ", " – ", "—"].into_iter().filter_map(|dash| head.find(dash)).min();
    match dateline {
        Some(end) => Some(head[..end].to_owned()),
        None => (head.chars().count() <= LINE).then_some(head),
    }
}

/// The first line, when it is short, no sentence, and something follows it.
fn title_line(text: &str) -> Option<String> {
    let (first, rest) = text.split_once('\n')?;
    let first = first.trim();
    let open =
        first.ends_with(['.', ',', ';', ':', '…', '。']) || first.starts_with(['-', '–', '•', '*', '>']);
    let worded = first.chars().filter(|c| c.is_alphabetic()).count() >= 3;
    (first.chars().count() <= TITLE && !open && worded && !rest.trim().is_empty()).then(|| first.to_owned())
}

/// A title for what has no words of its own: the file's name.
pub(crate) fn file_title(input: &Input<'_>) -> Option<Found<String>> {
    file_stem(input).map(Found::guessed)
}

/// The file's name without its extension, made readable: `london-talks.txt` gives "London talks".
fn file_stem(input: &Input<'_>) -> Option<String> {
    if input.is_pasted() {
        return None;
    }
    let stem = input.name.rsplit_once('.').map_or(input.name, |(stem, _)| stem);
    let spaced = if stem.contains(' ') { stem.to_owned() } else { stem.replace(['-', '_'], " ") };
    let mut letters = spaced.trim().chars();
    let first = letters.next()?;
    Some(first.to_uppercase().chain(letters).collect())
}

/// The first sentence, cut at a word when it is long.
fn beginning(text: &str) -> Option<String> {
    let line = text.lines().find(|l| !l.trim().is_empty())?.trim();
    let sentence = line.split_inclusive(". ").next().unwrap_or(line).trim();
    if sentence.chars().count() <= TITLE {
        let title = sentence.trim_end_matches('.').trim_end();
        return (!title.is_empty()).then(|| title.to_owned());
    }
    let cut: String = sentence.chars().take(TITLE * 2 / 3).collect();
    let at_word = cut.rfind(' ').map_or(cut.as_str(), |at| &cut[..at]);
    Some(format!("{}…", at_word.trim_end_matches([',', ';', ':'])))
}

fn slice(text: &str, block: Span) -> String {
    text.chars()
        .skip(block.start)
        .take(block.end - block.start)
        .map(|c| if c == '\n' { ' ' } else { c })
        .collect()
}

/// The shortest ISO 639 code, as BCP 47 wants it (RFC 5646, 2.2.1).
fn tag(language: Lang) -> &'static str {
    match language {
        Lang::Epo => "eo",
        Lang::Eng => "en",
        Lang::Rus => "ru",
        Lang::Cmn => "zh",
        Lang::Spa => "es",
        Lang::Por => "pt",
        Lang::Ita => "it",
        Lang::Ben => "bn",
        Lang::Fra => "fr",
        Lang::Deu => "de",
        Lang::Ukr => "uk",
        Lang::Kat => "ka",
        Lang::Ara => "ar",
        Lang::Hin => "hi",
        Lang::Jpn => "ja",
        Lang::Heb => "he",
        Lang::Yid => "yi",
        Lang::Pol => "pl",
        Lang::Amh => "am",
        Lang::Jav => "jv",
        Lang::Kor => "ko",
        Lang::Nob => "nb",
        Lang::Dan => "da",
        Lang::Swe => "sv",
        Lang::Fin => "fi",
        Lang::Tur => "tr",
        Lang::Nld => "nl",
        Lang::Hun => "hu",
        Lang::Ces => "cs",
        Lang::Ell => "el",
        Lang::Bul => "bg",
        Lang::Bel => "be",
        Lang::Mar => "mr",
        Lang::Kan => "kn",
        Lang::Ron => "ro",
        Lang::Slv => "sl",
        Lang::Hrv => "hr",
        Lang::Srp => "sr",
        Lang::Mkd => "mk",
        Lang::Lit => "lt",
        Lang::Lav => "lv",
        Lang::Est => "et",
        Lang::Tam => "ta",
        Lang::Vie => "vi",
        Lang::Urd => "ur",
        Lang::Tha => "th",
        Lang::Guj => "gu",
        Lang::Uzb => "uz",
        Lang::Pan => "pa",
        Lang::Aze => "az",
        Lang::Ind => "id",
        Lang::Tel => "te",
        Lang::Pes => "fa",
        Lang::Mal => "ml",
        Lang::Ori => "or",
        Lang::Mya => "my",
        Lang::Nep => "ne",
        Lang::Sin => "si",
        Lang::Khm => "km",
        Lang::Tuk => "tk",
        Lang::Aka => "ak",
        Lang::Zul => "zu",
        Lang::Sna => "sn",
        Lang::Afr => "af",
        Lang::Lat => "la",
        Lang::Slk => "sk",
        Lang::Cat => "ca",
        Lang::Tgl => "tl",
        Lang::Hye => "hy",
        Lang::Cym => "cy",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::PASTED;

    #[track_caller]
    fn check_title(name: &str, text: &str, expect: &str) {
        let input = Input { name, media_hint: None, bytes: &[] };
        assert_eq!(title(&input, text, &[]).map(|t| t.value).as_deref(), Some(expect));
    }

    #[test]
    fn titles() {
        check_title("a.txt", "Statement on the talks\n\nThe ministers met.", "Statement on the talks");
        check_title("london-talks_2.txt", "The ministers met.\n\nThey left.", "London talks 2");
        check_title("Note for Monday-v2.txt", "The ministers met.", "Note for Monday-v2");
        check_title(PASTED, "The ministers met. They left.", "The ministers met");
        check_title(PASTED, &"talks ".repeat(40), &format!("{}…", ["talks"; 13].join(" ")));
        check_title(PASTED, &"x".repeat(200), &format!("{}…", "x".repeat(80)));
    }

    #[track_caller]
    fn check_language(text: &str, expect: Option<&str>) {
        assert_eq!(language(text).map(|l| l.value).as_deref(), expect);
    }

    #[test]
    fn languages() {
        check_language(
            "The ministers met in London to discuss a ceasefire agreement. They will meet again after the weekend.",
            Some("en"),
        );
        check_language(
            "Les ministres se sont réunis à Londres pour discuter d'un cessez-le-feu. Ils se reverront après la fête.",
            Some("fr"),
        );
        check_language(
            "Міністри зустрілися в Лондоні, щоб обговорити угоду про припинення вогню.",
            Some("uk"),
        );
        check_language("12 345", None);
    }

    #[test]
    fn languages_that_programs_write_down() {
        let french = "Les ministres se sont réunis à Londres pour discuter d'un cessez-le-feu.";
        let told = |tag: &str, text: &str| language_told(Some(Found::stated(tag.to_owned())), text);
        assert_eq!(told("fr-BE", french), Some(Found::stated("fr-BE".to_owned())));
        assert_eq!(told("en-US", french), Some(Found::guessed("fr".to_owned())));
        assert_eq!(told("en-US", "12 345"), Some(Found::stated("en-US".to_owned())));
    }

    #[test]
    fn dates_near_the_top() {
        let date = |text: &str| published(text).map(|d| d.value);
        assert_eq!(date("Statement\n\nLondon, 23 April 2025\n\nThe talks …").as_deref(), Some("2025-04-23"));
        assert_eq!(
            date(&format!("LONDON, April 23, 2025 — {}", "The talks ".repeat(9))).as_deref(),
            Some("2025-04-23")
        );
        assert_eq!(date(&format!("{} on 23 April 2025 …", "The talks ".repeat(9))), None);
        assert_eq!(date("KES/2025/01 1.0 28 April 2025, 20:45").as_deref(), Some("2025-04-28"));
    }
}
