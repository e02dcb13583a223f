//! A camera that looks at a phone's screen: tilted, blurred, noisy, with the light from one side,
//! a lamp that is reflected in it, or hardly any light. The same number gives the same picture.

use presentation::QrMatrix;

/// Modules of quiet zone that every reader may count on (ISO/IEC 18004).
const QUIET: f64 = 4.0;

/// A picture in 8-bit grey, row by row.
pub(crate) struct Picture {
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) luma: Vec<u8>,
}

/// What light there is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Light {
    /// More on one side.
    Day,
    /// The same, and a lamp or the sun is reflected in the screen.
    Glare,
    /// Hardly any, and a dimmed screen: little contrast, much noise.
    Low,
}

impl Light {
    pub(crate) const ALL: [(&str, Self); 3] =
        [("day", Self::Day), ("glare", Self::Glare), ("low light", Self::Low)];
}

/// How one picture is taken.
struct Shot {
    /// Share of the picture's height that the code with its quiet zone takes.
    fills: f64,
    /// Turned around the three axes, in radians.
    turned: [f64; 3],
    /// Standard deviation of the blur, in pixels.
    blur: f64,
    /// Standard deviation of the noise, in grey levels.
    noise: f64,
    /// Grey level of black and of white, on the darker side.
    levels: (f64, f64),
    /// How much brighter the other side is.
    gradient: f64,
    /// A reflection: where on the code from its middle, how wide, in sides of it, and how bright.
    lamp: ([f64; 2], f64, f64),
}

/// Numbers that look random and are the same each time (xorshift64*).
struct Dice(u64);

impl Dice {
    /// Even, from `low` to `high`.
    fn between(&mut self, low: f64, high: f64) -> f64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let bits = self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 40;
        low + (high - low) * bits as f64 / (1u64 << 24) as f64
    }

    /// Near zero, as noise is (the sum of twelve even ones).
    fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.between(-0.5, 0.5)).sum()
    }
}

/// The `number`th picture of a code.
pub(crate) fn photograph(
    qr: &QrMatrix,
    (width, height): (u32, u32),
    light: Light,
    number: u64,
) -> Picture {
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15 ^ (number + 1).wrapping_mul(0xd134_2543_de82_ef95));
    let tilt = 25f64.to_radians();
    let dark = dice.between(20.0, 70.0);
    let mut shot = Shot {
        fills: dice.between(0.55, 0.9),
        turned: [0, 1, 2].map(|_| dice.between(-tilt, tilt)),
        // A hand that moves blurs as much of the view, whatever the pixels.
        blur: dice.between(0.6, 1.5) * f64::from(height) / 480.0,
        noise: dice.between(3.0, 10.0),
        levels: (dark, dark + dice.between(60.0, 130.0)),
        gradient: dice.between(0.0, 50.0),
        lamp: ([0.0; 2], 1.0, 0.0),
    };
    match light {
        Light::Day => {}
        Light::Glare => {
            let place = [0; 2].map(|_| dice.between(-0.45, 0.45));
            shot.lamp = (place, dice.between(0.08, 0.2), dice.between(100.0, 220.0));
        }
        Light::Low => {
            let dark = dice.between(6.0, 16.0);
            shot.levels = (dark, dark + dice.between(22.0, 45.0));
            shot.noise = dice.between(4.0, 9.0);
            shot.gradient = dice.between(0.0, 10.0);
        }
    }
    let sharp = shot.project(qr, width, height);
    let luma = blurred(&sharp, width as usize, shot.blur)
        .into_iter()
        .map(|grey| (grey + shot.noise * dice.normal()).clamp(0.0, 255.0) as u8)
        .collect();
    Picture { width, height, luma }
}

impl Shot {
    /// What the lens sees: a plane in space, each pixel the mean of four rays.
    fn project(&self, qr: &QrMatrix, width: u32, height: u32) -> Vec<f64> {
        let axes = rotation(self.turned);
        let (w, h) = (f64::from(width), f64::from(height));
        // A phone's lens: as far away as 1.2 heights of the picture are long.
        let focal = 1.2 * h;
        let side = qr.size() as f64 + 2.0 * QUIET;
        let distance = focal / (self.fills * h);
        let (lamp, wide, bright) = self.lamp;
        let reflected = |u: f64, v: f64| {
            let away = (u - lamp[0]).powi(2) + (v - lamp[1]).powi(2);
            bright * (-0.5 * away / wide.powi(2)).exp()
        };
        let shown = |u: f64, v: f64| {
            let place = |x: f64| ((x + 0.5) * side - QUIET).floor();
            let (column, row) = (place(u), place(v));
            let inside = |x: f64| (0.0..qr.size() as f64).contains(&x);
            let (black, white) = self.levels;
            if u.abs() > 0.5 || v.abs() > 0.62 {
                // Beside the phone's screen.
                black + 20.0
            } else if inside(column) && inside(row) && qr.is_dark(column as usize, row as usize) {
                black
            } else {
                white
            }
        };
        let ray = |x: f64, y: f64| {
            let ray = [(x - w / 2.0) / focal, (y - h / 2.0) / focal, 1.0];
            let reach = distance * axes[2][2] / dot(axes[2], ray);
            let point = [ray[0] * reach, ray[1] * reach, reach - distance];
            let (u, v) = (dot(axes[0], point), dot(axes[1], point));
            // A sensor has no more than white.
            (shown(u, v) + reflected(u, v)).min(255.0)
        };
        (0..width * height)
            .map(|i| {
                let (x, y) = (f64::from(i % width), f64::from(i / width));
                let rays = [(0.25, 0.25), (0.75, 0.25), (0.25, 0.75), (0.75, 0.75)];
                let mean = rays.iter().map(|(dx, dy)| ray(x + dx, y + dy)).sum::<f64>() / 4.0;
                mean + self.gradient * x / w
            })
            .collect()
    }
}

/// The axes of a plane that was turned around x, y and z.
fn rotation([a, b, c]: [f64; 3]) -> [[f64; 3]; 3] {
    let turn = |[x, y, z]: [f64; 3]| {
        let (x, y) = (x * c.cos() - y * c.sin(), x * c.sin() + y * c.cos());
        let (x, z) = (x * b.cos() + z * b.sin(), z * b.cos() - x * b.sin());
        [x, y * a.cos() - z * a.sin(), y * a.sin() + z * a.cos()]
    };
    [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]].map(turn)
}

fn dot(a: [f64; 3], b: [f64; 3]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// A Gaussian, along the rows and then along the columns.
fn blurred(grey: &[f64], width: usize, deviation: f64) -> Vec<f64> {
    let reach = (3.0 * deviation).ceil() as isize;
    let weight = |at: isize| (-0.5 * (at as f64 / deviation).powi(2)).exp();
    let total: f64 = (-reach..=reach).map(weight).sum();
    let weights: Vec<(isize, f64)> = (-reach..=reach).map(|at| (at, weight(at) / total)).collect();
    let height = grey.len() / width;
    let along = |grey: &[f64], step: (isize, isize)| -> Vec<f64> {
        let pixel = |x: isize, y: isize| {
            let x = x.clamp(0, width as isize - 1) as usize;
            let y = y.clamp(0, height as isize - 1) as usize;
            grey[y * width + x]
        };
        (0..grey.len() as isize)
            .map(|i| {
                let (x, y) = (i % width as isize, i / width as isize);
                weights.iter().map(|(at, w)| w * pixel(x + at * step.0, y + at * step.1)).sum()
            })
            .collect()
    };
    along(&along(grey, (1, 0)), (0, 1))
}
