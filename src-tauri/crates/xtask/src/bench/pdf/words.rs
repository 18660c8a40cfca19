//! Sentences that say nothing, from a seed: ordinary words in about the proportions of ordinary English, and invented
//! names. Nobody's words, so that the bench can come with the program.

/// The commonest words, commonest first.
const COMMON: &str = "the of and to in a that is for it on with as was by at be this are from which or has have not but \
    its were an they their been would had than other one may who when no all can more there if under what into only \
    some such between over about after also before each where both while most these those same since until against";

/// Beginnings and endings of the rest.
const STEMS: &str = "accept adopt agree allow amend answer appeal approve argu assess attend bank bargain bind board bord \
    bridg build call calm canal cargo carr caution ceas charg claim clear client coast collect commit compar concern \
    condition confirm consider consult contain convert council count cover craft deal defend defer demand depart deploy \
    design detail direct discuss divert document draft drift effect elect embark enact enter estimat exchang expect \
    export extend farm ferry field finish fish flood follow forest form found frame freight gather govern grain grant \
    ground guard guid harbour harvest hear help hold import inform inspect insur interest invest island issu join judg \
    keep land laps last launch lead learn lend letter level licens limit list load local map mark market measur meet \
    member mention merchant method minist model monitor mount negotiat neighbour not object observ offer open order own \
    paper part pass patrol pay perform permit pilot plan plant point port post present press price print proceed profit \
    promis propos protect protest provid public push quart question quot rail rais record refer reform refus region \
    relat remain repair repeat report request reserv respect rest return review river road roll round sail sanction \
    school season secur sell send session settl ship sign silt speak staff stat station steam stor stream suggest supply \
    support survey suspend talk tariff test text tid tonnag town track trad train transit treat trust turn union unit urg \
    valley value vessel visit vot wait warn watch water weigh west wheat wind word work yard year yield";
const ENDINGS: &str = "ed ing s er ers ation ations al ally able ment ments ive or ors ance";

/// What invented names are made of.
const SYLLABLES: &str =
    "bel dor mar ven tal sor lin kas rev ost ar el ni ro va lu mi tor san ber gal dra fen hal ior";

/// A source of words.
pub(super) struct Words {
    state: u64,
    common: Vec<&'static str>,
    others: Vec<String>,
}

impl Words {
    pub(super) fn new(seed: u64) -> Self {
        let endings: Vec<&str> = ENDINGS.split_whitespace().collect();
        let others =
            STEMS.split_whitespace().flat_map(|stem| endings.iter().map(move |end| format!("{stem}{end}")));
        let mut words =
            Self { state: seed, common: COMMON.split_whitespace().collect(), others: others.collect() };
        // So that the frequent ones are not all of one stem.
        for index in (1..words.others.len()).rev() {
            let other = words.below(index + 1);
            words.others.swap(index, other);
        }
        words
    }

    /// A number from 0, below `end` (Marsaglia's xorshift, 2003).
    pub(super) fn below(&mut self, end: usize) -> usize {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        usize::try_from(self.state >> 33).unwrap_or_default() % end.max(1)
    }

    /// An invented name, as `Velmaros`.
    pub(super) fn name(&mut self) -> String {
        let syllables: Vec<&str> = SYLLABLES.split_whitespace().collect();
        let count = 2 + self.below(2);
        let name: String = (0..count).map(|_| syllables[self.below(syllables.len())]).collect();
        capital(&name)
    }

    /// So many words without a full stop.
    pub(super) fn phrase(&mut self, count: usize) -> String {
        let mut words: Vec<String> = (0..count).map(|_| self.word()).collect();
        if let Some(first) = words.first_mut() {
            *first = capital(first);
        }
        words.join(" ")
    }

    /// Whole sentences, of about so many words together.
    pub(super) fn sentences(&mut self, count: usize) -> String {
        let mut sentences: Vec<String> = Vec::new();
        let mut left = count;
        while left > 0 {
            let length = (8 + self.below(16)).min(left);
            let half = length / 2;
            let comma = if half > 5 { format!("{}, ", self.phrase(half)) } else { String::new() };
            let rest = self.phrase(length - if comma.is_empty() { 0 } else { half });
            let rest = if comma.is_empty() { rest } else { lower(&rest) };
            sentences.push(format!("{comma}{rest}."));
            left -= length;
        }
        sentences.join(" ")
    }

    fn word(&mut self) -> String {
        match self.below(40) {
            0 => self.name(),
            1 => (1 + self.below(400)).to_string(),
            2..=20 => {
                let rank = self.rank(self.common.len());
                self.common[rank].to_owned()
            }
            _ => {
                let rank = self.rank(self.others.len());
                self.others[rank].clone()
            }
        }
    }

    /// An index below `end`, small ones more often: the n-th word of a language is about n times as rare as the
    /// first.
    fn rank(&mut self, end: usize) -> usize {
        let share = self.below(1 << 20) as f64 / f64::from(1 << 20);
        ((end as f64 + 1.0).powf(share) - 1.0) as usize % end
    }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn lower(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::Words;

    #[test]
    fn a_seed_always_says_the_same_and_as_much_as_asked() {
        let said = Words::new(7).sentences(400);
        assert_eq!(said, Words::new(7).sentences(400));
        assert_ne!(said, Words::new(8).sentences(400));
        assert_eq!(said.split_whitespace().count(), 400);
    }
}
