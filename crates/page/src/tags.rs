//! What the pieces on the pages mean: elements within elements (ISO 32000-1 § 14.7).

use krilla::tagging::{Identifier, Node, TagGroup, TagKind, TagTree};

/// The place of an element in the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Name(usize);

/// Elements in the order in which they are read.
#[derive(Debug)]
pub(crate) struct Tree {
    elements: Vec<Element>,
}

#[derive(Debug)]
struct Element {
    tag: Option<TagKind>,
    within: usize,
    children: Vec<Child>,
}

#[derive(Debug)]
enum Child {
    Element,
    Piece(Identifier),
}

impl Default for Tree {
    fn default() -> Self {
        let root = Element { tag: None, within: 0, children: Vec::new() };
        Self { elements: vec![root] }
    }
}

impl Tree {
    pub(crate) const ROOT: Name = Name(0);

    /// A new last element within another.
    pub(crate) fn grow(&mut self, within: Name, tag: impl Into<TagKind>) -> Name {
        let at = self.elements.len();
        self.elements.push(Element {
            tag: Some(tag.into()),
            within: within.0,
            children: Vec::new(),
        });
        if let Some(parent) = self.elements.get_mut(within.0) {
            parent.children.push(Child::Element);
        }
        Name(at)
    }

    /// What was drawn is of an element.
    pub(crate) fn drawn(&mut self, of: Name, piece: Identifier) {
        if let Some(element) = self.elements.get_mut(of.0) {
            element.children.push(Child::Piece(piece));
        }
    }

    /// An element says what its text was, where the page has other signs for it.
    pub(crate) fn really(&mut self, of: Name, text: &str) {
        if let Some(Element { tag: Some(tag), .. }) = self.elements.get_mut(of.0) {
            tag.set_actual_text(Some(text.to_owned()));
        }
    }

    pub(crate) fn finish(mut self) -> TagTree {
        let mut made: Vec<Vec<TagGroup>> = Vec::new();
        made.resize_with(self.elements.len(), Vec::new);
        // An element stands behind the one that it is within, so the last is made first, and of
        // what is within an element the first was made last.
        while let (Some(element), Some(mut groups)) = (self.elements.pop(), made.pop()) {
            let children = element.children.into_iter().filter_map(|child| match child {
                Child::Piece(piece) => Some(Node::from(piece)),
                Child::Element => groups.pop().map(Node::from),
            });
            let children: Vec<Node> = children.collect();
            let Some(tag) = element.tag else { return TagTree::from(children) };
            if let Some(parent) = made.get_mut(element.within) {
                parent.push(TagGroup::with_children(tag, children));
            }
        }
        TagTree::new()
    }
}
