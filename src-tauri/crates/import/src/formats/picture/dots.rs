//! The dots of a picture: how many of them a page may have, and what they become on white paper.

use crate::refusal::Reason;

/// More dots than this are no page: a sheet of A2 at 600 in an inch has 139 million.
const MOST: u64 = 150_000_000;

/// The most bytes that all pages of a picture unfold into.
pub(super) const UNFOLDED: usize = 512 * 1024 * 1024;

pub(super) fn check_size(width: u32, height: u32) -> Result<(), Reason> {
    if u64::from(width) * u64::from(height) > MOST { Err(Reason::TooMuch) } else { Ok(()) }
}

/// Dots without the last of their values, which says how little shines through them.
pub(super) fn on_white<const COLOURS: usize>(rows: &[u8]) -> Vec<u8> {
    let dots = rows.chunks_exact(COLOURS + 1);
    dots.flat_map(|dot| {
        let opaque = u32::from(dot[COLOURS]);
        std::array::from_fn::<u8, COLOURS, _>(|at| {
            ((u32::from(dot[at]) * opaque + 255 * (255 - opaque)) / 255) as u8
        })
    })
    .collect()
}

/// Dots of light and two differences of colour as dots of three colours (JFIF 1.02).
pub(super) fn in_rgb(rows: &[u8]) -> Vec<u8> {
    let dots = rows
        .chunks_exact(3)
        .map(|dot| [f32::from(dot[0]), f32::from(dot[1]) - 128.0, f32::from(dot[2]) - 128.0]);
    let mixed = dots.map(|[light, blue, red]| {
        [light + 1.402 * red, light - 0.344_14 * blue - 0.714_14 * red, light + 1.772 * blue]
    });
    mixed.flatten().map(|value| value.round().clamp(0.0, 255.0) as u8).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_become_those_of_a_page() {
        assert_eq!(in_rgb(&[255, 128, 128, 0, 128, 128, 76, 85, 255]), [255, 255, 255, 0, 0, 0, 254, 0, 0]);
        assert_eq!(on_white::<1>(&[0, 255, 0, 0, 100, 51]), [0, 255, 224]);
        assert_eq!(on_white::<3>(&[10, 20, 30, 255, 10, 20, 30, 0]), [10, 20, 30, 255, 255, 255]);
    }
}
