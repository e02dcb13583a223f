//! From pages to a file.

use chrono::{Datelike, Timelike};
use krilla::color::rgb;
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point, Rect, Size, Transform};
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag};
use krilla::text::TextDirection;
use krilla::{Document as Pdf, SerializeSettings};

use crate::sheet::{BOTTOM, Ink, MARGIN, Piece, Sheets, WIDTH, What};
use crate::{A4, Document, Face, Unwritable, bold, regular};

/// The size of head and foot.
const SMALL: f32 = 8.0;

struct Fonts {
    regular: Face,
    bold: Face,
}

pub(crate) fn pdf(document: &Document, sheets: Sheets) -> Result<Vec<u8>, Unwritable> {
    let wrong = |why: String| Unwritable::Pages(why);
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A2_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|error| wrong(format!("{error:?}")))?;
    let settings = SerializeSettings { configuration, enable_tagging: true, ..Default::default() };
    let fonts = Fonts { regular: regular()?, bold: bold()? };
    let mut file = Pdf::new_with(settings);
    file.set_metadata(metadata(document));
    file.set_outline(outline(&sheets));
    let Sheets { pages, mut tree, .. } = sheets;
    let all = pages.len();
    for (number, pieces) in pages.into_iter().enumerate() {
        let a4 = PageSettings::from_wh(A4.0, A4.1).ok_or_else(|| wrong("no page".into()))?;
        let mut page = file.start_page_with(a4);
        let mut surface = page.surface();
        margins(&mut surface, document, &fonts, number + 1, all);
        for piece in pieces {
            let artifact = Artifact::with_kind(ArtifactType::Layout);
            let tag = piece.of.map_or(ContentTag::Artifact(artifact), |_| ContentTag::Other);
            let drawn = surface.start_tagged(tag);
            let of = piece.of;
            draw(&mut surface, piece, &fonts);
            surface.end_tagged();
            if let Some(of) = of {
                tree.drawn(of, drawn);
            }
        }
        surface.finish();
        page.finish();
    }
    file.set_tag_tree(tree.finish().with_lang(Some(document.language.clone())));
    file.finish().map_err(|error| wrong(format!("{error:?}").chars().take(400).collect()))
}

fn metadata(document: &Document) -> Metadata {
    let (day, time) = (document.created.date_naive(), document.created.time());
    let small = |number: u32| u8::try_from(number).unwrap_or_default();
    let created = DateTime::new(u16::try_from(day.year()).unwrap_or_default())
        .month(small(day.month()))
        .day(small(day.day()))
        .hour(small(time.hour()))
        .minute(small(time.minute()))
        .second(small(time.second()))
        .utc_offset_hour(0)
        .utc_offset_minute(0);
    Metadata::new()
        .title(document.title.clone())
        .language(document.language.clone())
        .authors(vec![document.author.clone()])
        .creator("hmskort".into())
        .creation_date(created)
}

fn outline(sheets: &Sheets) -> Outline {
    let mut outline = Outline::new();
    for (page, y, text) in &sheets.outline {
        let to = XyzDestination::new(*page, Point::from_xy(0.0, *y));
        outline.push_child(OutlineNode::new(text.clone(), to));
    }
    outline
}

/// Head and foot, the same on each page but for its number.
fn margins(surface: &mut Surface<'_>, document: &Document, fonts: &Fonts, page: usize, all: usize) {
    let (left, right) = &document.head;
    let foot = document.foot.replace("{pages}", &all.to_string());
    let foot = foot.replace("{page}", &page.to_string());
    let face = &fonts.regular;
    let room = WIDTH / 2.0 - SMALL;
    let one =
        |text: &str, room| face.lines(text, SMALL, room).into_iter().next().unwrap_or_default();
    let (left, right) = (one(left, room), one(right, room));
    let at_right = |text: &str| MARGIN + WIDTH - face.width(text.trim_end(), SMALL);
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Header)));
    if page > 1 {
        text(surface, face, (MARGIN, 44.0), SMALL, Ink::Quiet, &left);
        text(surface, face, (at_right(&right), 44.0), SMALL, Ink::Quiet, &right);
        filled(surface, (MARGIN, 50.0), (WIDTH, 0.5), Ink::Rule);
    }
    surface.end_tagged();
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Footer)));
    filled(surface, (MARGIN, BOTTOM + 14.0), (WIDTH, 0.5), Ink::Rule);
    let foot = one(&foot, WIDTH);
    text(surface, face, (at_right(&foot), BOTTOM + 26.0), SMALL, Ink::Quiet, &foot);
    surface.end_tagged();
}

fn draw(surface: &mut Surface<'_>, Piece { x, y, what, .. }: Piece, fonts: &Fonts) {
    match what {
        What::Text { text: words, strong, size, ink } => {
            let face = if strong { &fonts.bold } else { &fonts.regular };
            text(surface, face, (x, y), size, ink, &words);
        }
        What::Box { width, height, ink } => filled(surface, (x, y), (width, height), ink),
        What::Picture { image, width, height } => {
            if let Some(size) = Size::from_wh(width, height) {
                surface.push_transform(&Transform::from_translate(x, y));
                surface.draw_image(image, size);
                surface.pop();
            }
        }
    }
}

fn text(
    surface: &mut Surface<'_>,
    face: &Face,
    (x, y): (f32, f32),
    size: f32,
    ink: Ink,
    words: &str,
) {
    surface.set_fill(Some(fill(ink)));
    let at = Point::from_xy(x, y);
    surface.draw_text(at, face.font(), size, words, false, TextDirection::Auto);
}

fn filled(surface: &mut Surface<'_>, (x, y): (f32, f32), (width, height): (f32, f32), ink: Ink) {
    let mut path = PathBuilder::new();
    if let Some(rect) = Rect::from_xywh(x, y, width, height) {
        path.push_rect(rect);
    }
    if let Some(path) = path.finish() {
        surface.set_fill(Some(fill(ink)));
        surface.draw_path(&path);
    }
}

fn fill(ink: Ink) -> Fill {
    let colour = match ink {
        Ink::Text => rgb::Color::new(20, 20, 24),
        Ink::Quiet => rgb::Color::new(66, 74, 90),
        Ink::Rule => rgb::Color::new(150, 158, 172),
        Ink::Shade => rgb::Color::new(232, 236, 242),
    };
    Fill { paint: colour.into(), ..Fill::default() }
}
