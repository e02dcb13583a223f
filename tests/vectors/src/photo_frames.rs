//! The code that carries a photo: frames in, a photo out.

use credential::PhotoDigest;
use photo_code::{Collector, Fountain, Step};
use serde::{Deserialize, Serialize};

use crate::{Answer, Hex, Vector, Vectors};

/// The texts of frames in the order in which they are seen, and the digest of the photo that is
/// waited for. The answer is `complete` once one of them completes it; else that to the last one,
/// `collecting` or `refused`, because why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhotoFrames {
    /// What is special.
    pub about: String,
    /// The digest in the credential.
    pub digest: Hex,
    /// The codes.
    pub frames: Vec<String>,
    /// The photo file that they make.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub photo: Option<Hex>,
    /// The answer.
    pub expected: Answer,
}

/// Not a picture, but as many bytes as make four symbols.
fn photo(salt: u8) -> Vec<u8> {
    (0..2_500u32).map(|at| (at * 7 + at / 251).to_le_bytes()[0] ^ salt).collect()
}

fn seen(about: &str, frames: Vec<String>, expected: Answer) -> PhotoFrames {
    let digest = Hex(PhotoDigest::of(&photo(0)).as_bytes().to_vec());
    PhotoFrames { about: about.into(), digest, frames, photo: None, expected }
}

fn complete(about: &str, frames: Vec<String>) -> PhotoFrames {
    PhotoFrames { photo: Some(Hex(photo(0))), ..seen(about, frames, Answer::plain("complete")) }
}

fn another_digit(frame: &str, place: usize) -> String {
    let digit = |c: char| if c == '1' { '2' } else { '1' };
    frame.char_indices().map(|(at, c)| if at == place { digit(c) } else { c }).collect()
}

impl Vector for PhotoFrames {
    const FOLDER: &'static str = "photo-frames";

    fn all() -> Vectors<Self> {
        let fountain = Fountain::of(&photo(0)).unwrap();
        let refused = |why: &str| Answer::because("refused", &[why]);
        let first = fountain.frames(0, 4);
        let late: Vec<_> = fountain.frames(90_000, 9).into_iter().step_by(2).collect();
        let mut mixed = vec![first[2].clone(), first[2].clone()];
        mixed.extend(fountain.frames(7, 4));
        let mut spoilt = first.clone();
        spoilt[1] = another_digit(&spoilt[1], 1_710);
        let foreign = Fountain::of(&photo(1)).unwrap().frames(0, 1);
        let mut formats = vec![first[0].clone()];
        formats[0].replace_range(..3, "007");
        Vectors::from([
            ("the-first-ones", complete("the symbols of the photo itself", first.clone())),
            ("only-repair-symbols", complete("from far behind, every second one missed", late)),
            ("mixed-and-doubled", complete("out of order, one seen twice", mixed)),
            (
                "one-missing",
                seen("a symbol short", first[..3].to_vec(), Answer::plain("collecting")),
            ),
            ("another-photo", seen("of another card", foreign, refused("another_photo"))),
            (
                "symbol-changed",
                seen("one symbol is another", spoilt, refused("photo_does_not_fit")),
            ),
            ("format-unknown", seen("another first byte", formats, refused("not_a_photo_code"))),
            (
                "digits-missing",
                seen("cut", vec![first[0][..1_682].into()], refused("not_a_photo_code")),
            ),
        ])
    }

    fn expected(&self) -> &Answer {
        &self.expected
    }

    fn answer(&self) -> Answer {
        let digest: [u8; PhotoDigest::BYTES] = self.digest.0.as_slice().try_into().unwrap();
        let mut collector = Collector::for_photo(digest.into());
        let mut answers: Vec<_> = self.frames.iter().map(|frame| collector.take(frame)).collect();
        let whole = answers.iter().position(|answer| matches!(answer, Ok(Step::Complete(_))));
        match answers.swap_remove(whole.unwrap_or(answers.len() - 1)) {
            Ok(Step::Collecting(_)) => Answer::plain("collecting"),
            Ok(Step::Complete(file)) if self.photo == Some(Hex(file.clone())) => {
                Answer::plain("complete")
            }
            Ok(Step::Complete(_)) => panic!("another photo than the one in the vector"),
            Err(refused) => Answer::because("refused", &[refused.code()]),
        }
    }
}
