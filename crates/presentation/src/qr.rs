//! The QR code (ISO/IEC 18004), by the crate `qrcode`, at error correction level M; at level L
//! where one code of many may be missed.

use std::fmt::Write;

use qrcode::{Color, EcLevel, QrCode, Version};

/// Light modules on each side that scanners need (ISO/IEC 18004 § 6.3.8).
const QUIET_ZONE: usize = 4;

/// The modules of a QR code, without the quiet zone.
#[derive(Clone, PartialEq, Eq)]
pub struct QrMatrix {
    size: usize,
    version: i16,
    dark: Vec<bool>,
}

/// The text does not fit into any QR code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the text does not fit into a QR code")]
pub struct NoQr;

impl QrMatrix {
    /// Encodes a text in the smallest version at level M.
    ///
    /// # Errors
    /// [`NoQr`].
    pub fn of(text: &str) -> Result<Self, NoQr> {
        Self::at_level(text, EcLevel::M)
    }

    /// Encodes a text in the smallest version at level L: for one of many codes, where it is
    /// better to have small ones than to read each.
    ///
    /// # Errors
    /// [`NoQr`].
    pub fn one_of_many(text: &str) -> Result<Self, NoQr> {
        Self::at_level(text, EcLevel::L)
    }

    fn at_level(text: &str, level: EcLevel) -> Result<Self, NoQr> {
        let code = QrCode::with_error_correction_level(text, level).map_err(|_| NoQr)?;
        let version = match code.version() {
            Version::Normal(version) => version,
            Version::Micro(_) => return Err(NoQr),
        };
        let size = code.width();
        let dark = code.into_colors().into_iter().map(|color| color == Color::Dark).collect();
        Ok(Self { size, version, dark })
    }

    /// Modules on each side, without the quiet zone: 17 + 4 × version.
    #[must_use]
    pub fn size(&self) -> usize {
        self.size
    }

    /// The version, 1 to 40: how dense it is.
    #[must_use]
    pub fn version(&self) -> i16 {
        self.version
    }

    /// Whether the module in this column and row is dark. Outside, all is light.
    #[must_use]
    pub fn is_dark(&self, column: usize, row: usize) -> bool {
        column < self.size
            && row < self.size
            && self.dark.get(row * self.size + column).copied().unwrap_or(false)
    }

    /// The dark modules as SVG path data, one unit a module, runs of modules joined.
    #[must_use]
    pub fn svg_path(&self) -> String {
        let mut path = String::new();
        for row in 0..self.size {
            let mut column = 0;
            while column < self.size {
                let run = (column..self.size).take_while(|c| self.is_dark(*c, row)).count();
                if run > 0 {
                    let _ = write!(path, "M{column} {row}h{run}v1h-{run}z");
                }
                column += run.max(1);
            }
        }
        path
    }

    /// The code with its quiet zone as an SVG document, dark on light whatever is behind it.
    #[must_use]
    pub fn svg(&self) -> String {
        let (from, side) = (-QUIET_ZONE.cast_signed(), self.size + 2 * QUIET_ZONE);
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"{from} {from} {side} {side}\">\
             <path fill=\"#fff\" d=\"M{from} {from}h{side}v{side}h-{side}z\"/>\
             <path d=\"{}\"/></svg>",
            self.svg_path()
        )
    }

    /// The code with its quiet zone in 8-bit grey, `scale` pixels a module: width (and height) in
    /// pixels, and the pixels row by row.
    #[must_use]
    pub fn luma(&self, scale: usize) -> (usize, Vec<u8>) {
        let width = (self.size + 2 * QUIET_ZONE) * scale;
        let module = |pixel: usize| (pixel / scale.max(1)).wrapping_sub(QUIET_ZONE);
        let pixels = (0..width * width)
            .map(|i| if self.is_dark(module(i % width), module(i / width)) { 0 } else { 255 })
            .collect();
        (width, pixels)
    }

    /// The code with its quiet zone for a terminal, two modules a character, dark on light
    /// whatever the terminal's colours are.
    #[must_use]
    pub fn terminal(&self) -> String {
        let side = self.size + 2 * QUIET_ZONE;
        let dark = |x: usize, y: usize| {
            self.is_dark(x.wrapping_sub(QUIET_ZONE), y.wrapping_sub(QUIET_ZONE))
        };
        let mut out = String::new();
        for y in (0..side).step_by(2) {
            out.push_str("\u{1b}[30;107m");
            for x in 0..side {
                out.push(match (dark(x, y), dark(x, y + 1)) {
                    (true, true) => '█',
                    (true, false) => '▀',
                    (false, true) => '▄',
                    (false, false) => ' ',
                });
            }
            out.push_str("\u{1b}[0m\n");
        }
        out
    }
}

impl std::fmt::Debug for QrMatrix {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "QrMatrix(version {})", self.version)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_path_covers_exactly_the_dark_modules() {
        let qr = QrMatrix::of("HTTPS://HMSKORT.EXAMPLE/V#0123456789").unwrap();
        let dark =
            (0..qr.size() * qr.size()).filter(|i| qr.is_dark(i % qr.size(), i / qr.size())).count();
        let runs = qr.svg_path();
        let covered: usize = runs
            .split('h')
            .skip(1)
            .filter_map(|part| part.split(['v', 'z']).next()?.parse::<usize>().ok())
            .sum();
        assert_eq!(covered, dark);
    }

    #[test]
    fn the_picture_has_a_light_quiet_zone() {
        let qr = QrMatrix::of("HTTPS://HMSKORT.EXAMPLE/V#0123456789").unwrap();
        let (width, pixels) = qr.luma(3);
        assert_eq!(width, (qr.size() + 8) * 3);
        assert!(pixels.iter().take(width * 12).all(|p| *p == 255));
        assert_eq!(pixels[12 * width + 12], 0, "the finder pattern starts after four modules");
    }

    #[test]
    fn digits_are_packed_in_numeric_mode() {
        // 700 digits in byte mode would need version 19.
        let qr =
            QrMatrix::of(&format!("HTTPS://HMSKORT.NO/V#{}", "1234567890".repeat(70))).unwrap();
        assert_eq!(qr.version(), 13);
    }
}
