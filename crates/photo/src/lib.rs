//! Photos for cards: read from anybody's file, judged by a machine as far as it can.
//!
//! **Threats.** A file made to exhaust memory or to crash a decoder (limits before decoding, no
//! panic); a judgement that is harder on some faces than on others (nothing is held against the
//! brightness of skin, and what the machine is not sure of goes to a person, never to the bin).
//! A judgement says nothing about *who* it is: that is for the physical check of identity.
//!
//! ```
//! use photo::{Detector, drawn::Drawn};
//!
//! let detector = Detector::new().unwrap();
//! let judgement = detector.judge(&Drawn::default().picture().into()).unwrap();
//! assert!(judgement.is_good());
//! ```

mod detector;
pub mod drawn;
mod judge;
mod measure;
mod read;

pub use detector::{Broken, Detector, Face, Point};
pub use judge::Judgement;
pub use read::{MAX_FILE, NoPhoto, read};
