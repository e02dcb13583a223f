//! Faces of people who don't exist, drawn: for the demo and for tests.
//!
//! They are no photographs. But they have what a face detector looks for: shaded skin, whites of
//! the eyes, brows, a nose, lips, ears.

use std::io::Cursor;

use image::{ImageFormat, ImageResult, Rgb, RgbImage};

use crate::measure::{real, whole};

/// How a face is drawn.
#[derive(Clone, Copy, Debug)]
pub struct Drawn {
    /// Another number, another person: skin, hair, shirt. Five of them.
    pub number: u8,
    /// The picture's width in pixels; it is a third higher.
    pub width: u32,
    /// How large the head is, by what suits a card.
    pub scale: f32,
    /// How far the head leans, in degrees.
    pub lean: f32,
    /// How far the head is from its place, in widths of the picture.
    pub aside: (f32, f32),
    /// Whether the eyes are open.
    pub awake: bool,
}

impl Default for Drawn {
    fn default() -> Self {
        Self { number: 1, width: 600, scale: 1.0, lean: 0.0, aside: (0.0, 0.0), awake: true }
    }
}

type Colour = [f32; 3];

/// Skin, hair, shirt.
const PEOPLE: [[Colour; 3]; 5] = [
    [[226., 178., 150.], [62., 44., 34.], [54., 92., 150.]],
    [[240., 200., 176.], [178., 140., 92.], [150., 70., 60.]],
    [[150., 102., 76.], [26., 22., 22.], [70., 120., 84.]],
    [[196., 146., 112.], [110., 74., 48.], [200., 170., 60.]],
    [[110., 74., 56.], [20., 18., 18.], [90., 90., 110.]],
];

/// An ellipse with a soft edge: middle, radii, colour, how soft.
struct Patch((f32, f32), (f32, f32), Colour, f32);

impl Patch {
    /// How much of it covers a point.
    fn cover(&self, x: f32, y: f32) -> f32 {
        let Self((cx, cy), (rx, ry), _, soft) = *self;
        let distance = ((x - cx) / rx).hypot((y - cy) / ry);
        ((1.0 - distance) / soft + 0.5).clamp(0.0, 1.0)
    }
}

fn shade(colour: Colour, by: f32) -> Colour {
    colour.map(|channel| (channel * by).clamp(0.0, 255.0))
}

impl Drawn {
    /// The picture.
    #[must_use]
    pub fn picture(&self) -> RgbImage {
        let patches = self.patches();
        let width = real(self.width);
        let (sin, cos) = self.lean.to_radians().sin_cos();
        let unit = 0.36 * width * self.scale;
        let (cx, cy) = (width * (0.5 + self.aside.0), width * (0.58 + self.aside.1));
        RgbImage::from_fn(self.width, self.width / 3 * 4, |px, py| {
            // In the head's own measures: half as wide as 0.63, the chin at 0.86.
            let (dx, dy) = ((real(px) - cx) / unit, (real(py) - cy) / unit);
            let (x, y) = (dx * cos + dy * sin, dy * cos - dx * sin);
            let wall = 236.0 - 6.0 * real(py) / width;
            let mut colour: Colour = [wall, wall, wall + 2.0];
            for patch in &patches {
                let cover = patch.cover(x, y);
                for (under, over) in colour.iter_mut().zip(patch.2) {
                    *under += (over - *under) * cover;
                }
            }
            // Grain, as of a sensor, so that nothing is flatter than in a photograph.
            let noise = (px.wrapping_mul(73_856_093) ^ py.wrapping_mul(19_349_663)) >> 8 & 7;
            let grain = 0.6 * (real(noise) - 3.5);
            Rgb(colour.map(|channel| u8::try_from(whole(channel + grain)).unwrap_or(u8::MAX)))
        })
    }

    /// The picture as a PNG file.
    ///
    /// # Errors
    /// None that can happen in memory.
    pub fn png(&self) -> ImageResult<Vec<u8>> {
        let mut file = Cursor::new(Vec::new());
        self.picture().write_to(&mut file, ImageFormat::Png)?;
        Ok(file.into_inner())
    }

    fn patches(&self) -> Vec<Patch> {
        let number = usize::from(self.number);
        let person = PEOPLE.iter().cycle().nth(number);
        let [skin, hair, shirt] = person.copied().unwrap_or_default();
        let [red, green, blue] = skin;
        let (dark, flush) = (shade(skin, 0.72), [red * 1.04, green * 0.93, blue * 0.9]);
        let lip = [red * 0.82, green * 0.52, blue * 0.52];
        let mut all = vec![
            // Shoulders, neck, hair.
            Patch((0.0, 1.85), (1.25, 0.85), shirt, 0.02),
            Patch((0.0, 0.95), (0.34, 0.55), shade(skin, 0.82), 0.06),
            Patch((0.0, 0.78), (0.3, 0.2), dark, 0.4),
            Patch((0.0, -0.22), (0.72, 0.82), hair, 0.04),
        ];
        for side in [-1.0, 1.0] {
            all.push(Patch((side * 0.66, 0.04), (0.11, 0.2), shade(skin, 0.9), 0.1));
            all.push(Patch((side * 0.67, 0.05), (0.05, 0.11), dark, 0.5));
        }
        all.extend([
            // The head, light on brow and chin, the fringe.
            Patch((0.0, 0.0), (0.63, 0.86), shade(skin, 0.88), 0.05),
            Patch((0.0, 0.0), (0.56, 0.8), skin, 0.35),
            Patch((0.0, -0.42), (0.36, 0.2), shade(skin, 1.08), 0.9),
            Patch((0.0, 0.68), (0.16, 0.1), shade(skin, 1.06), 1.0),
            Patch((0.0, -0.84), (0.58, 0.26), hair, 0.08),
        ]);
        for side in [-1.0, 1.0] {
            all.extend([
                // Temples, cheeks, sockets, brows.
                Patch((side * 0.52, -0.52), (0.16, 0.3), hair, 0.12),
                Patch((side * 0.3, 0.2), (0.18, 0.15), flush, 1.0),
                Patch((side * 0.26, -0.1), (0.19, 0.12), shade(skin, 0.8), 0.9),
                Patch((side * 0.27, -0.25), (0.17, 0.032), shade(hair, 0.9), 0.5),
            ]);
            all.extend(if self.awake { open_eye(side, hair) } else { shut_eye(side, skin, hair) });
            all.extend([
                // Nostrils, and the sides of the nose.
                Patch((side * 0.1, 0.2), (0.06, 0.05), shade(skin, 0.86), 0.8),
                Patch((side * 0.055, 0.235), (0.035, 0.018), shade(skin, 0.42), 0.6),
                Patch((side * 0.09, 0.05), (0.035, 0.18), shade(skin, 0.88), 1.0),
            ]);
        }
        all.extend([
            // The bridge and the tip of the nose, the lips, the line between them.
            Patch((0.0, 0.04), (0.04, 0.2), shade(skin, 1.1), 1.0),
            Patch((0.0, 0.19), (0.07, 0.05), shade(skin, 1.08), 0.9),
            Patch((0.0, 0.3), (0.12, 0.03), shade(skin, 0.85), 1.0),
            Patch((0.0, 0.44), (0.21, 0.05), lip, 0.3),
            Patch((0.0, 0.475), (0.17, 0.05), shade(lip, 1.12), 0.4),
            Patch((0.0, 0.452), (0.2, 0.012), shade(lip, 0.5), 0.5),
            Patch((0.0, 0.565), (0.15, 0.03), shade(skin, 0.84), 1.0),
        ]);
        all
    }
}

fn open_eye(side: f32, hair: Colour) -> Vec<Patch> {
    vec![
        Patch((side * 0.26, -0.095), (0.125, 0.062), shade(hair, 0.55), 0.2),
        Patch((side * 0.26, -0.085), (0.115, 0.05), [236., 234., 230.], 0.15),
        Patch((side * 0.26, -0.09), (0.052, 0.052), [74., 92., 104.], 0.2),
        Patch((side * 0.26, -0.09), (0.026, 0.026), [14., 14., 16.], 0.2),
        Patch((side * 0.26 + 0.018, -0.108), (0.011, 0.011), [250., 250., 250.], 0.5),
    ]
}

fn shut_eye(side: f32, skin: Colour, hair: Colour) -> Vec<Patch> {
    vec![
        Patch((side * 0.26, -0.08), (0.13, 0.05), shade(skin, 0.95), 0.4),
        Patch((side * 0.26, -0.05), (0.12, 0.014), shade(hair, 0.6), 0.5),
    ]
}
