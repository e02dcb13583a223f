//! Tables, which go over as many pages as it takes: the head stands again on each, a row stays
//! whole where a page can hold it, and goes on on the next where none can.

use krilla::tagging::{TableHeaderScope, Tag};

use crate::flow::{Flow, LEADING, Style};
use crate::sheet::{BOTTOM, Ink, MARGIN, TOP, WIDTH, What};
use crate::tags::{Name, Tree};
use crate::{Line, Table};

const SIZE: f32 = 8.0;
/// The size of the head, whose words are many.
const HEAD: f32 = 7.2;
const STEP: f32 = SIZE * LEADING;
/// Space around what stands in a cell.
const PAD: f32 = 3.5;

/// A line of a cell, as it is drawn.
#[derive(Clone)]
struct Drawn {
    of: Option<Name>,
    strong: bool,
    size: f32,
    text: String,
}

/// A row, broken into lines: those of each cell.
type Row = Vec<Vec<Drawn>>;

fn height(row: &Row) -> f32 {
    let most = row.iter().map(Vec::len).max().unwrap_or(0);
    #[expect(clippy::cast_precision_loss, reason = "lines of a cell")]
    let lines = most as f32;
    lines * STEP + 2.0 * PAD
}

impl Flow {
    pub(crate) fn table(&mut self, table: &Table) {
        let columns = self.columns(table);
        let whole = self.sheets.tree.grow(Tree::ROOT, Tag::Table);
        let head = self.head(whole, table, &columns);
        let body = self.sheets.tree.grow(whole, Tag::TBody);
        let high = head.as_ref().map_or(0.0, height);
        let mut first = true;
        for cells in &table.rows {
            let row = self.row(body, table.head.is_empty(), cells, &columns);
            // A head never stands alone.
            let room = height(&row) + if first { high } else { 0.0 };
            if self.y + room > BOTTOM && (height(&row) + high <= BOTTOM - TOP || self.is_low(high))
            {
                self.turn();
                self.again(first, head.as_ref(), &columns);
            } else if first {
                self.again(true, head.as_ref(), &columns);
            }
            first = false;
            self.lay(row, head.as_ref(), &columns);
        }
        if first {
            self.again(true, head.as_ref(), &columns);
        }
        self.y += 6.0;
    }

    /// Left edge and width of what stands in each column: as wide as its part, or as the longest
    /// word of its head, for which the others give what they can spare.
    fn columns(&self, table: &Table) -> Vec<(f32, f32)> {
        let all: f32 = table.parts.iter().map(|part| f32::from(*part)).sum();
        let mut wide: Vec<(f32, f32)> = Vec::new();
        for (at, part) in table.parts.iter().enumerate() {
            let words = table.head.get(at).map(String::as_str).unwrap_or_default();
            let words = words.split_whitespace().map(|word| self.face(true).width(word, HEAD));
            let least = words.fold(SIZE, f32::max) + 2.0 * PAD + 0.5;
            wide.push((WIDTH * f32::from(*part) / all.max(1.0), least));
        }
        let lack: f32 = wide.iter().map(|(width, least)| (least - width).max(0.0)).sum();
        let spare: f32 = wide.iter().map(|(width, least)| (width - least).max(0.0)).sum();
        let given = if spare > lack { lack / spare.max(1.0) } else { 0.0 };
        let mut left = MARGIN;
        let column = |(width, least): (f32, f32)| {
            let width = if spare <= lack {
                width
            } else if width < least {
                least
            } else {
                width - (width - least) * given
            };
            left += width;
            (left - width + PAD, (width - 2.0 * PAD).max(SIZE))
        };
        wide.into_iter().map(column).collect()
    }

    /// Whether there is no room for a few lines more.
    fn is_low(&self, high: f32) -> bool {
        self.y + high + 4.0 * STEP > BOTTOM
    }

    /// The head: the first time it is the table's, later it is decoration.
    fn again(&mut self, first: bool, head: Option<&Row>, columns: &[(f32, f32)]) {
        let Some(head) = head else { return };
        let mut head = head.clone();
        if !first {
            head.iter_mut().flatten().for_each(|line| line.of = None);
        }
        let what = What::Box { width: WIDTH, height: height(&head), ink: Ink::Shade };
        self.put(None, MARGIN, self.y, what);
        self.draw(&head, columns);
    }

    fn head(&mut self, table: Name, of: &Table, columns: &[(f32, f32)]) -> Option<Row> {
        if of.head.is_empty() {
            return None;
        }
        let head = self.sheets.tree.grow(table, Tag::THead);
        let row = self.sheets.tree.grow(head, Tag::TR);
        let mut cells = Vec::new();
        for (text, (_, room)) in of.head.iter().zip(columns) {
            let cell = self.element(row, Tag::TH(TableHeaderScope::Column), true, text);
            cells.push(self.broken(cell, (true, HEAD), text, *room));
        }
        Some(cells)
    }

    fn row(
        &mut self,
        body: Name,
        labelled: bool,
        cells: &[Vec<Line>],
        columns: &[(f32, f32)],
    ) -> Row {
        let row = self.sheets.tree.grow(body, Tag::TR);
        let mut broken = Vec::new();
        for (at, (cell, (_, room))) in cells.iter().zip(columns).enumerate() {
            let label = labelled && at == 0;
            let of = if label {
                self.sheets.tree.grow(row, Tag::TH(TableHeaderScope::Row))
            } else {
                self.sheets.tree.grow(row, Tag::TD)
            };
            let mut lines = Vec::new();
            for Line { text, strong } in cell {
                let strong = *strong || label;
                let paragraph = self.element(of, Tag::P, strong, text);
                lines.extend(self.broken(paragraph, (strong, SIZE), text, *room));
            }
            broken.push(lines);
        }
        broken
    }

    fn broken(&self, of: Name, (strong, size): (bool, f32), text: &str, room: f32) -> Vec<Drawn> {
        let lines = self.face(strong).lines(text, size, room);
        lines.into_iter().map(|text| Drawn { of: Some(of), strong, size, text }).collect()
    }

    /// Lays a row down, on more pages than one where it is higher than what is left of this one.
    fn lay(&mut self, mut row: Row, head: Option<&Row>, columns: &[(f32, f32)]) {
        while self.y + height(&row) > BOTTOM {
            let room = ((BOTTOM - self.y - 2.0 * PAD) / STEP).floor().max(1.0);
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a few lines"
            )]
            let lines = room as usize;
            let rest = row.iter_mut().map(|cell| cell.split_off(lines.min(cell.len())));
            let rest: Row = rest.collect();
            self.draw(&row, columns);
            row = rest;
            self.turn();
            self.again(false, head, columns);
        }
        self.draw(&row, columns);
    }

    fn draw(&mut self, row: &Row, columns: &[(f32, f32)]) {
        for (cell, (x, _)) in row.iter().zip(columns) {
            let mut y = self.y + PAD + SIZE;
            for Drawn { of, strong, size, text } in cell {
                let style = Style { strong: *strong, size: *size, ink: Ink::Text };
                self.line(*of, (*x, y), style, text);
                y += STEP;
            }
        }
        self.y += height(row);
        self.rule(0.5);
    }
}
