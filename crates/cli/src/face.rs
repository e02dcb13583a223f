//! A face of circles for the people of the demo, who don't exist.

use std::io::Cursor;

use image::{ImageFormat, ImageResult, Rgb, RgbImage};

/// A disc: middle, radius, colour.
type Disc = (i32, i32, i32, Rgb<u8>);

/// A face in PNG; another number, another shirt.
pub(crate) fn draw(number: u8) -> ImageResult<Vec<u8>> {
    let shirt = Rgb([60_u8.wrapping_mul(number), 90, 200_u8.wrapping_sub(50 * (number % 4))]);
    let (skin, hair, dark) = (Rgb([224, 180, 150]), Rgb([90, 60, 40]), Rgb([40, 40, 40]));
    let discs: [Disc; 8] = [
        (150, 400, 130, shirt),
        (150, 150, 92, hair),
        (62, 175, 16, skin),
        (238, 175, 16, skin),
        (150, 180, 86, skin),
        (118, 165, 9, dark),
        (182, 165, 9, dark),
        (150, 222, 12, Rgb([190, 90, 90])),
    ];
    let picture = RgbImage::from_fn(300, 400, |x, y| {
        let (x, y) = (x.cast_signed(), y.cast_signed());
        let inside = |(cx, cy, r, _): &&Disc| (x - cx).pow(2) + (y - cy).pow(2) <= r.pow(2);
        discs.iter().rfind(inside).map_or(Rgb([235, 238, 240]), |disc| disc.3)
    });
    let mut file = Cursor::new(Vec::new());
    picture.write_to(&mut file, ImageFormat::Png)?;
    Ok(file.into_inner())
}
