//! Made-up words in made-up sentences: a few that stand everywhere, thousands that stand once, as in real texts.

/// A chain of numbers that is the same each time (xorshift64, Marsaglia 2003).
pub(crate) struct Chain(u64);

/// So many different words.
const VOCABULARY: f64 = 30_000.0;

impl Chain {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// Below `end`.
    pub(crate) fn below(&mut self, end: u64) -> u64 {
        (self.next() >> 11) % end
    }

    /// A word by how often words stand in texts: the n-th about 1/n as often as the first (Zipf).
    pub(crate) fn word(&mut self) -> String {
        let share = (self.next() >> 11) as f64 / (1_u64 << 53) as f64;
        word(VOCABULARY.powf(share) as u64)
    }

    /// A sentence of ten to thirty words.
    pub(crate) fn sentence(&mut self) -> String {
        let count = 10 + self.below(21);
        let mut text = capital(&self.word());
        for _ in 1..count {
            text.push(' ');
            text.push_str(&self.word());
        }
        text.push('.');
        text
    }
}

/// The word of that rank, in syllables; the more frequent, the shorter.
pub(crate) fn word(rank: u64) -> String {
    const BEGIN: [&str; 16] =
        ["b", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "st", "tr"];
    const MIDDLE: [&str; 5] = ["a", "e", "i", "o", "u"];
    let mut rest = rank;
    let mut word = String::new();
    loop {
        word.push_str(BEGIN[(rest % 16) as usize]);
        word.push_str(MIDDLE[(rest / 16 % 5) as usize]);
        rest /= 80;
        if rest == 0 {
            word.push_str(["n", "r", "l", "s"][(rank % 4) as usize]);
            return word;
        }
    }
}

/// With its first letter large.
pub(crate) fn capital(word: &str) -> String {
    word[..1].to_uppercase() + &word[1..]
}
