//! A page as a picture, for a recogniser to look at.

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::page::Page;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};

use super::super::content::{self, faces::Faces, layers::Layers};
use super::super::pages::attempt;
use crate::recognition::Picture;
use crate::refusal::Reason;

/// What recognisers are trained on.
const DPI: f32 = 300.0;

/// A poster is looked at more coarsely than this many dots would allow.
const MOST_DOTS: f32 = 36_000_000.0;

/// The most dots along a side.
const LONGEST: f32 = 20_000.0;

/// Draws a page, which is counted from 1.
pub(crate) fn draw(document: &Pdf, page: u32) -> Result<Picture, Reason> {
    let place = (page as usize).checked_sub(1).ok_or(Reason::Damaged)?;
    if attempt(|| Some(is_endless(document.pages().get(place)?))) == Some(true) {
        return Err(Reason::TooMuch);
    }
    attempt(|| {
        let page = document.pages().get(place)?;
        let (width, height) = page.render_dimensions();
        let scale = scale(width, height)?;
        // What is drawn is as large as whole dots allow; 3299.9999 of them are 3300.
        let whole = scale * 1.000_001;
        let pixmap = PixmapSettings { x_scale: whole, y_scale: whole, bg_color: WHITE };
        let interpreter = InterpreterSettings::default();
        let drawn = render(page, &RenderCache::new(), &interpreter, &RenderSettings::default(), &pixmap);
        let shades = drawn.data_as_u8_slice().chunks_exact(4).map(|dot| shade([dot[0], dot[1], dot[2]]));
        Some(Picture {
            width: drawn.width().into(),
            height: drawn.height().into(),
            dpi: (scale * 72.0).round() as u16,
            shades: shades.collect(),
        })
    })
    .filter(|picture| picture.shades.len() as u64 == picture.dots() && picture.dots() > 0)
    .ok_or(Reason::Damaged)
}

/// Whether the page draws more than can be drawn: the library goes fifty forms deep, and one that draws itself twice
/// is drawn more often than there is time.
fn is_endless(page: &Page<'_>) -> bool {
    content::read(page, &Faces::new(), &Layers::default(), false).endless
}

/// How many dots a point becomes on a page of that many points; `None` for one that cannot be drawn.
fn scale(width: f32, height: f32) -> Option<f32> {
    let usual = DPI / 72.0;
    let (longer, all) = (width.max(height), width * height);
    let scale = usual.min(LONGEST / longer).min((MOST_DOTS / all).sqrt());
    let drawable = width * scale >= 1.0 && height * scale >= 1.0;
    (scale.is_normal() && drawable).then_some(scale)
}

/// How light a colour is to the eye (ITU-R BT.601).
fn shade([red, green, blue]: [u8; 3]) -> u8 {
    ((u32::from(red) * 299 + u32::from(green) * 587 + u32::from(blue) * 114) / 1000) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scales() {
        assert_eq!(scale(595.0, 842.0), Some(300.0 / 72.0));
        let poster = scale(4000.0, 4000.0).unwrap();
        assert!((poster - 1.5).abs() < 0.01, "{poster}");
        assert!(scale(20_000.0, 10.0).unwrap() * 20_000.0 <= LONGEST);
        for (width, height) in [(0.0, 842.0), (f32::NAN, 842.0), (f32::INFINITY, 842.0), (-5.0, 5.0)] {
            assert_eq!(scale(width, height), None, "{width} × {height}");
        }
    }

    #[test]
    fn shades() {
        assert_eq!((shade([0, 0, 0]), shade([255, 255, 255])), (0, 255));
        assert!(shade([0, 255, 0]) > shade([255, 0, 0]) && shade([255, 0, 0]) > shade([0, 0, 255]));
    }
}
