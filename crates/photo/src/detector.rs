//! Faces in a picture: BlazeFace, the detector of Google's MediaPipe, run on the processor.
//!
//! The network sees a square of 128 × 128 pixels and says, for each of 896 anchors, how likely a
//! face is there, its box, and six points of it (Bazarevsky et al., *BlazeFace*, 2019).

use image::imageops::{FilterType, crop_imm, overlay, resize};
use image::{Rgb, RgbImage};
use rten::Model;
use rten_tensor::prelude::*;
use rten_tensor::{NdTensor, Tensor};

use crate::measure::{real, whole};

/// The model in ONNX; decision 9 says where it comes from.
const MODEL: &[u8] = include_bytes!("../model/face_detection_front_128x128.onnx");

/// The network's input, in pixels on a side.
const SIDE: u32 = 128;

/// Its anchors: so many cells on a side, so many anchors in each.
const ANCHORS: [(u32, usize); 2] = [(16, 2), (8, 6)];

/// What it says of each anchor: middle, size, six points.
const NUMBERS: usize = 16;

/// How likely a face must be to be told of.
const LEAST: f32 = 0.5;

/// Two boxes that share more than this are one face.
const SAME: f32 = 0.3;

/// Faces that are told of; more than this are a crowd.
const MOST: usize = 8;

/// A point, in pixels of the picture.
pub type Point = (f32, f32);

/// A face in a picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Face {
    /// How sure the network is, 0.5 to 1.
    pub score: f32,
    /// The left upper corner of its box, from brows to chin.
    pub from: Point,
    /// The right lower corner.
    pub to: Point,
    /// The eyes, the left one in the picture first.
    pub eyes: [Point; 2],
    /// The tip of the nose.
    pub nose: Point,
    /// The ears, the left one in the picture first.
    pub ears: [Point; 2],
}

/// The network, ready to run.
#[derive(Debug)]
pub struct Detector(Model);

/// The network could not be loaded or run. Nothing in a picture leads to this.
#[derive(Debug, thiserror::Error)]
#[error("the face detector does not work: {0}")]
pub struct Broken(String);

fn broken(error: impl std::fmt::Display) -> Broken {
    Broken(error.to_string())
}

/// A square of a picture, which may reach beyond its edges.
#[derive(Clone, Copy)]
struct Square {
    x: f32,
    y: f32,
    side: f32,
}

impl Detector {
    /// Loads the network.
    ///
    /// # Errors
    /// [`Broken`].
    pub fn new() -> Result<Self, Broken> {
        Model::load_static_slice(MODEL).map(Self).map_err(broken)
    }

    /// The faces in an upright picture, the surest first.
    ///
    /// # Errors
    /// [`Broken`].
    pub fn faces(&self, picture: &RgbImage) -> Result<Vec<Face>, Broken> {
        let (width, height) = (real(picture.width()), real(picture.height()));
        let side = width.max(height);
        let all = Square { x: (width - side) / 2.0, y: (height - side) / 2.0, side };
        let mut faces = Vec::new();
        for face in self.look(picture, all)? {
            // Once more from near by, for points that are exact.
            let near = face.square().wider(2.0);
            let again = self.look(picture, near)?.into_iter();
            faces.push(again.max_by(|a, b| a.score.total_cmp(&b.score)).unwrap_or(face));
        }
        Ok(apart(faces))
    }

    /// The faces in a square of the picture.
    fn look(&self, picture: &RgbImage, square: Square) -> Result<Vec<Face>, Broken> {
        let small = square.of(picture);
        let side = usize::try_from(SIDE).map_err(broken)?;
        let input = NdTensor::<f32, 4>::from_fn([1, side, side, 3], |[_, y, x, channel]| {
            let at = |n: usize| u32::try_from(n).unwrap_or(0);
            let luma = small.get_pixel(at(x), at(y)).0.get(channel).copied().unwrap_or(0);
            f32::from(luma) / 127.5 - 1.0
        });
        let named = self.0.input_ids().first().ok_or_else(|| broken("no input"))?;
        let given = vec![(*named, input.view().into())];
        let output = self.0.run(given, self.0.output_ids(), None).map_err(broken)?;
        let output: Vec<Tensor<f32>> =
            output.into_iter().map(TryInto::try_into).collect::<Result<_, _>>().map_err(broken)?;
        let [scores, more_scores, numbers, more_numbers] = output.as_slice() else {
            return Err(broken("four tensors were expected"));
        };
        let scores = scores.iter().chain(more_scores.iter());
        let numbers: Vec<f32> = numbers.iter().chain(more_numbers.iter()).copied().collect();
        let found = anchors().zip(scores).zip(numbers.chunks_exact(NUMBERS));
        let faces = found.filter_map(|((anchor, score), numbers)| {
            let score = 1.0 / (1.0 + (-score).exp());
            (score >= LEAST).then(|| Face::decoded(score, anchor, numbers, square)).flatten()
        });
        Ok(apart(faces.collect()))
    }
}

/// The middles of the anchors, as shares of the side, in the network's order.
fn anchors() -> impl Iterator<Item = Point> {
    ANCHORS.into_iter().flat_map(|(cells, each)| {
        (0..cells).flat_map(move |y| (0..cells).map(move |x| (x, y))).flat_map(move |(x, y)| {
            let at = |n: u32| (real(n) + 0.5) / real(cells);
            std::iter::repeat_n((at(x), at(y)), each)
        })
    })
}

/// One box for each face: of those that overlap, the surest.
fn apart(mut faces: Vec<Face>) -> Vec<Face> {
    faces.sort_by(|a, b| b.score.total_cmp(&a.score));
    let mut kept: Vec<Face> = Vec::new();
    for face in faces {
        if kept.len() < MOST && kept.iter().all(|other| face.overlap(other) < SAME) {
            kept.push(face);
        }
    }
    kept
}

impl Face {
    fn decoded(score: f32, anchor: Point, numbers: &[f32], square: Square) -> Option<Self> {
        let point = |pair: &[f32]| {
            let [dx, dy] = pair else { return None };
            let side = real(SIDE);
            Some(square.at((anchor.0 + dx / side, anchor.1 + dy / side)))
        };
        let mut pairs = numbers.chunks_exact(2);
        let middle = point(pairs.next()?)?;
        let [width, height] = pairs.next()? else { return None };
        let half = |extent: &f32| extent / real(SIDE) * square.side / 2.0;
        let (across, down) = (half(width), half(height));
        let points: Vec<Point> = pairs.map(point).collect::<Option<_>>()?;
        let [eye, other_eye, nose, _mouth, ear, other_ear] = points.as_slice() else { return None };
        Some(Self {
            score,
            from: (middle.0 - across, middle.1 - down),
            to: (middle.0 + across, middle.1 + down),
            eyes: [*eye, *other_eye],
            nose: *nose,
            ears: [*ear, *other_ear],
        })
    }

    fn square(&self) -> Square {
        let (width, height) = (self.to.0 - self.from.0, self.to.1 - self.from.1);
        Square { x: self.from.0, y: self.from.1, side: width.max(height).max(1.0) }
    }

    /// What two boxes share, of what both cover.
    fn overlap(&self, other: &Self) -> f32 {
        let shared = |from: f32, to: f32| (to - from).max(0.0);
        let both = shared(self.from.0.max(other.from.0), self.to.0.min(other.to.0))
            * shared(self.from.1.max(other.from.1), self.to.1.min(other.to.1));
        let area = |face: &Self| (face.to.0 - face.from.0) * (face.to.1 - face.from.1);
        both / (area(self) + area(other) - both).max(1.0)
    }
}

impl Square {
    /// So many times as wide, around the same middle.
    fn wider(self, times: f32) -> Self {
        let more = self.side * (times - 1.0) / 2.0;
        Self { x: self.x - more, y: self.y - more, side: self.side * times }
    }

    /// From shares of the square to pixels of the picture.
    fn at(self, (x, y): Point) -> Point {
        (self.x + x * self.side, self.y + y * self.side)
    }

    /// The square at the network's size, grey where it reaches beyond the picture.
    fn of(self, picture: &RgbImage) -> RgbImage {
        let inside = |at: f32, most: u32| whole(at.clamp(0.0, real(most)));
        let (left, top) = (inside(self.x, picture.width()), inside(self.y, picture.height()));
        let right = inside(self.x + self.side, picture.width()).max(left);
        let bottom = inside(self.y + self.side, picture.height()).max(top);
        let part = crop_imm(picture, left, top, right - left, bottom - top).to_image();
        let scale = real(SIDE) / self.side;
        let small = |pixels: u32| whole(real(pixels) * scale).max(1);
        let part = resize(&part, small(right - left), small(bottom - top), FilterType::Triangle);
        let mut square = RgbImage::from_pixel(SIDE, SIDE, Rgb([128; 3]));
        let from = |at: u32, corner: f32| i64::from(whole((real(at) - corner) * scale));
        overlay(&mut square, &part, from(left, self.x), from(top, self.y));
        square
    }
}
