//! What Tesseract calls languages: by their three letters (ISO 639-2/T), with the script where there are several.

/// The model for a language, given as a BCP 47 tag, among those installed; `None` if there is none for it.
pub(super) fn model<'i>(language: &str, installed: &'i [String]) -> Option<&'i str> {
    let mut parts = language.split('-');
    let primary = parts.next()?.to_lowercase();
    let traditional = parts.any(|part| ["hant", "tw", "hk", "mo"].contains(&part.to_lowercase().as_str()));
    let wanted = match (primary.as_str(), traditional) {
        ("zh", true) => "chi_tra",
        ("zh", false) => "chi_sim",
        (primary, _) => MODELS.iter().find(|(tag, _)| *tag == primary).map_or(primary, |(_, model)| *model),
    };
    installed.iter().find(|model| *model == wanted).map(String::as_str)
}

/// Tags of two letters and their models; of three letters the tag is the model's name.
const MODELS: &[(&str, &str)] = &[
    ("af", "afr"),
    ("ar", "ara"),
    ("az", "aze"),
    ("be", "bel"),
    ("bg", "bul"),
    ("bn", "ben"),
    ("bs", "bos"),
    ("ca", "cat"),
    ("cs", "ces"),
    ("cy", "cym"),
    ("da", "dan"),
    ("de", "deu"),
    ("el", "ell"),
    ("en", "eng"),
    ("es", "spa"),
    ("et", "est"),
    ("eu", "eus"),
    ("fa", "fas"),
    ("fi", "fin"),
    ("fr", "fra"),
    ("ga", "gle"),
    ("gl", "glg"),
    ("he", "heb"),
    ("hi", "hin"),
    ("hr", "hrv"),
    ("hu", "hun"),
    ("hy", "hye"),
    ("id", "ind"),
    ("is", "isl"),
    ("it", "ita"),
    ("ja", "jpn"),
    ("ka", "kat"),
    ("kk", "kaz"),
    ("km", "khm"),
    ("ko", "kor"),
    ("lt", "lit"),
    ("lv", "lav"),
    ("mk", "mkd"),
    ("ms", "msa"),
    ("mt", "mlt"),
    ("nb", "nor"),
    ("nl", "nld"),
    ("nn", "nor"),
    ("no", "nor"),
    ("pl", "pol"),
    ("pt", "por"),
    ("ro", "ron"),
    ("ru", "rus"),
    ("sk", "slk"),
    ("sl", "slv"),
    ("sq", "sqi"),
    ("sr", "srp"),
    ("sv", "swe"),
    ("sw", "swa"),
    ("ta", "tam"),
    ("th", "tha"),
    ("tr", "tur"),
    ("uk", "ukr"),
    ("ur", "urd"),
    ("uz", "uzb"),
    ("vi", "vie"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(language: &str, expect: Option<&str>) {
        let installed = ["eng", "deu", "chi_sim", "chi_tra", "grc", "nor"].map(str::to_owned);
        assert_eq!(model(language, &installed), expect);
    }

    #[test]
    fn models_of_languages() {
        check("en", Some("eng"));
        check("en-GB", Some("eng"));
        check("DE", Some("deu"));
        check("nb", Some("nor"));
        check("zh", Some("chi_sim"));
        check("zh-Hant", Some("chi_tra"));
        check("zh-TW", Some("chi_tra"));
        check("grc", Some("grc"));
        check("fr", None);
        check("", None);
    }
}
