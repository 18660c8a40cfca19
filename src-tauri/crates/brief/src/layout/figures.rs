//! Pictures with what is printed under them.

use super::break_costs::FORBIDDEN;
use super::builder::Builder;
use super::flow::Flow;
use super::galley::{Context, Frame, Piece, Strip};
use super::set::Spans;
use super::sheet::{LINE, Sheet, label, sans};
use crate::document::Text;
use crate::page::{ElementId, ElementKind, Image, Rect, Structure, Tag};
use crate::picture::Picture;
use crate::words::Phrase;
use std::sync::Arc;

/// Points to the pixel at which a picture looks coarse: 72 to the inch.
const COARSEST: f32 = 1.0;

impl Builder<'_> {
    /// A picture with what is printed under it; where it cannot be drawn, its description holds its place.
    pub(super) fn picture(&mut self, picture: Option<&Arc<Picture>>, alternative: &str, caption: &Text) {
        let figure = self.structure.add(Structure::ROOT, ElementKind::Figure);
        if let Some(element) = self.structure.get_mut(figure) {
            element.alternative = Some(alternative.to_owned());
        }
        match picture {
            Some(picture) => self.drawn_picture(figure, picture),
            None => self.described_picture(figure, alternative),
        }
        if !caption.is_empty() {
            let element = self.structure.add(figure, ElementKind::Caption);
            let spans = self.portioned(Spans::default().text(caption, sans(10.0)), sans(10.0));
            let set = self.plain_text(spans);
            let tags = self.tags(&set, element);
            self.flow(
                Flow::new(&set, tags, self.scale.text, self.scale.measure, 12.0)
                    .spaced(6.0, 12.0)
                    .breaking(FORBIDDEN)
                    .whole(),
            );
        }
    }

    /// As wide as the text, or as large as its pixels allow, and never higher than two thirds of a page.
    fn drawn_picture(&mut self, figure: ElementId, picture: &Arc<Picture>) {
        let (width, height) = (picture.width as f32, picture.height as f32);
        let most = Sheet::of(self.document).capacity(1) * 2.0 / 3.0;
        let scale = (self.scale.measure / width).min(most / height).min(COARSEST);
        let area = Rect::new(self.scale.text, 0.0, width * scale, height * scale);
        let mut strip = Strip::default();
        strip.image(Tag::Element(figure), Image { picture: Arc::clone(picture), area });
        self.push(Piece::new(strip, area.height).spaced(8.0, 12.0).on_grid());
        self.pad_next();
    }

    fn described_picture(&mut self, figure: ElementId, alternative: &str) {
        let style = sans(10.0);
        let frame = Context { frame: Frame::Plain, ..Context::default() };
        self.within(frame, |builder| {
            let head = format!("{} ", builder.words.get(Phrase::Picture));
            let set = builder.plain_text(Spans::of(head, label(10.0)).then(alternative, style));
            let tags = builder.tags(&set, figure);
            builder.push(Piece::new(Strip::default(), 8.0).spaced(8.0, 0.0));
            builder.flow(
                Flow::new(&set, tags, builder.scale.text, builder.scale.measure - 12.0, LINE)
                    .breaking(FORBIDDEN)
                    .whole(),
            );
            builder.push(Piece::new(Strip::default(), 8.0).breaking(FORBIDDEN));
        });
    }
}
