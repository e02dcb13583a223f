//! Names as people write them who have heard them, read them on paper, or lack the keys: how they
//! sound, and how far apart two of them are. [`card::words`] folds what keyboards lack.
//!
//! ```
//! let (typed, name) = (card::words("Lukas Kovalsky"), card::words("Łukasz Kowalski"));
//! assert_eq!(names::sound(&typed[1]), names::sound(&name[1]));
//! assert!(names::distance(&typed, &name).is_some());
//! assert_eq!(names::distance(&typed, &card::words("Ola Nordmann")), None);
//! ```

mod sound;

pub use sound::sound;

/// How far a name is from words that were written, added up; `None` when one of them is in no way
/// one of its words. Both are folded.
#[must_use]
pub fn distance(asked: &[String], name: &[String]) -> Option<usize> {
    let far = |typed: &String| {
        let to = |word: &String| {
            if word == typed {
                Some(0)
            } else if word.starts_with(typed.as_str()) {
                Some(1)
            } else {
                let apart = strsim::osa_distance(&sound(word), &sound(typed));
                // One slip in five letters.
                (apart <= 1 + typed.chars().count() / 5).then_some(2 + apart)
            }
        };
        name.iter().filter_map(to).min()
    };
    asked.iter().map(far).sum()
}
