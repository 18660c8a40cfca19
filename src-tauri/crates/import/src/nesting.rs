//! Where in lists and quotations a block stands, which decides what kind of block it is.

use crate::extracted::Kind;

/// What surrounds a block.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Within {
    /// A heading of that level.
    Heading(u8),
    /// Words of somebody else.
    Quote,
    /// A list, with the number its next item gets when it is a numbered one.
    List(Option<u32>),
    /// An item of a list.
    Item(Item),
}

/// An item of a list.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Item {
    number: Option<u32>,
    begun: bool,
}

/// What surrounds the block under construction, outermost first.
#[derive(Debug, Default)]
pub(crate) struct Nesting(Vec<Within>);

impl Nesting {
    pub(crate) fn enter(&mut self, within: Within) {
        self.0.push(within);
    }

    /// Enters the next item of the innermost list, under its own number if it has one.
    pub(crate) fn enter_item(&mut self, own: Option<u32>) {
        let list = self.0.iter_mut().rev().find_map(|within| match within {
            Within::List(next) => Some(next),
            _ => None,
        });
        let number = match list {
            Some(Some(next)) => {
                let number = own.unwrap_or(*next);
                *next = number.saturating_add(1);
                Some(number)
            }
            _ => None,
        };
        self.enter(Within::Item(Item { number, begun: false }));
    }

    pub(crate) fn leave(&mut self) {
        self.0.pop();
    }

    /// The kind of the block that ends here. Only an item's first block carries its number.
    pub(crate) fn kind(&mut self) -> Kind {
        let lists = self.0.iter().filter(|within| matches!(within, Within::List(_))).count();
        for within in self.0.iter_mut().rev() {
            match within {
                Within::Heading(level) => return Kind::Heading { level: *level },
                Within::Quote => return Kind::Quote,
                Within::Item(item) if !item.begun => {
                    item.begun = true;
                    let depth = u8::try_from(lists.max(1)).unwrap_or(u8::MAX);
                    return Kind::ListItem { depth, number: item.number };
                }
                Within::Item(_) => return Kind::Paragraph,
                Within::List(_) => {}
            }
        }
        Kind::Paragraph
    }
}
