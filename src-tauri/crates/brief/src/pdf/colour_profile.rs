//! The sRGB profile that an archived file names as its output intent (PDF/A), so that its colours mean the same
//! in fifty years.
//!
//! Built here from the numbers of IEC 61966-2-1, adapted to D50 as ICC.1:2004-10 wants, because every ready
//! profile comes with terms of its own and is several times as long.

/// 16.16 fixed point, as ICC profiles count.
const fn fixed(thousandths: i64, of: i64) -> [u8; 4] {
    // Rounded, for both signs.
    let scaled = thousandths * 65_536 * 2 / of;
    let rounded = if scaled < 0 { (scaled - 1) / 2 } else { (scaled + 1) / 2 };
    (rounded as i32).to_be_bytes()
}

/// One hundred-thousandths.
const fn fine(value: i64) -> [u8; 4] {
    fixed(value, 100_000)
}

/// An ICC version 4 display profile of sRGB.
pub(super) fn srgb() -> Vec<u8> {
    let curve = curve();
    let tags: Vec<(&[u8; 4], Vec<u8>)> = vec![
        (b"desc", words("sRGB")),
        (b"cprt", words("No copyright, use freely")),
        (b"wtpt", xyz([96_420, 100_000, 82_491])),
        (b"rXYZ", xyz([43_607, 22_249, 1_392])),
        (b"gXYZ", xyz([38_515, 71_687, 9_708])),
        (b"bXYZ", xyz([14_307, 6_061, 71_410])),
        (b"rTRC", curve.clone()),
        (b"gTRC", curve.clone()),
        (b"bTRC", curve),
        (b"chad", adaptation()),
    ];
    let mut directory = Vec::new();
    let mut body: Vec<u8> = Vec::new();
    let start = 128 + 4 + 12 * tags.len();
    for (tag, content) in &tags {
        directory.extend_from_slice(*tag);
        directory.extend_from_slice(&length(start + body.len()));
        directory.extend_from_slice(&length(content.len()));
        body.extend_from_slice(content);
        body.resize(body.len().next_multiple_of(4), 0);
    }
    let mut profile = header(start + body.len());
    profile.extend_from_slice(&length(tags.len()));
    profile.extend(directory);
    profile.extend(body);
    profile
}

fn length(value: usize) -> [u8; 4] {
    u32::try_from(value).unwrap_or(u32::MAX).to_be_bytes()
}

/// ICC.1:2004-10, 7.2.
fn header(size: usize) -> Vec<u8> {
    let mut header = Vec::with_capacity(128);
    header.extend_from_slice(&length(size));
    header.extend_from_slice(&[0; 4]);
    header.extend_from_slice(&[4, 0x20, 0, 0]);
    header.extend_from_slice(b"mntrRGB XYZ ");
    for part in [2025u16, 1, 1, 0, 0, 0] {
        header.extend_from_slice(&part.to_be_bytes());
    }
    header.extend_from_slice(b"acsp");
    header.resize(68, 0);
    for part in [96_420, 100_000, 82_491] {
        header.extend_from_slice(&fine(part));
    }
    header.resize(128, 0);
    header
}

/// `multiLocalizedUnicodeType` (10.13), in English.
fn words(text: &str) -> Vec<u8> {
    let letters: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let mut content = b"mluc\0\0\0\0".to_vec();
    content.extend_from_slice(&length(1));
    content.extend_from_slice(&length(12));
    content.extend_from_slice(b"enUS");
    content.extend_from_slice(&length(letters.len()));
    content.extend_from_slice(&length(28));
    content.extend(letters);
    content
}

/// `XYZType` (10.27), in hundred-thousandths.
fn xyz(parts: [i64; 3]) -> Vec<u8> {
    let mut content = b"XYZ \0\0\0\0".to_vec();
    content.extend(parts.into_iter().flat_map(fine));
    content
}

/// `parametricCurveType` (10.15) of kind 3: the sRGB transfer curve, exactly.
fn curve() -> Vec<u8> {
    let mut content = b"para\0\0\0\0\0\x03\0\0".to_vec();
    for part in [fixed(24, 10), fixed(1000, 1055), fixed(55, 1055), fixed(100, 1292), fixed(4045, 100_000)] {
        content.extend_from_slice(&part);
    }
    content
}

/// From the white of a screen (D65) to the white of a profile (D50), after Bradford.
fn adaptation() -> Vec<u8> {
    let mut content = b"sf32\0\0\0\0".to_vec();
    let matrix = [104_791, 2_293, -5_019, 2_960, 99_046, -1_707, -925, 1_506, 75_179];
    content.extend(matrix.into_iter().flat_map(fine));
    content
}
