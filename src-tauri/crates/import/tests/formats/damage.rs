//! Damage to sound bytes, the same every time it is done anew.

/// Numbers without a pattern, the same every time.
pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    pub(crate) fn next(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % below.max(1)
    }

    /// Damages bytes in one of the ways in which files are damaged, and in a few that take ill will.
    pub(crate) fn damage(&mut self, sound: &[u8]) -> Vec<u8> {
        let mut bytes = sound.to_vec();
        for _ in 0..=self.next(4) {
            let at = self.next(bytes.len());
            let length = self.next(24);
            let end = (at + length).min(bytes.len());
            match self.next(6) {
                0 => bytes.truncate(at),
                1 => drop(bytes.drain(at..end)),
                2 => bytes[at..end].iter_mut().for_each(|byte| *byte = self.0 as u8),
                3 => {
                    let piece = bytes[at..end].to_vec();
                    bytes.splice(at..at, piece.repeat(1 + length));
                }
                4 => bytes[at] ^= 1 << self.next(8),
                _ => {
                    let number = [&b"0"[..], b"-1", b"4294967295", b"99999999999", b"}", b">>", b"<w:tbl>"]
                        [self.next(7)];
                    bytes.splice(at..end, number.iter().copied());
                }
            }
            if bytes.is_empty() {
                bytes.push(b' ');
            }
        }
        bytes
    }
}
