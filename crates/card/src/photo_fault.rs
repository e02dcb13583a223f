//! What may be wrong with a photo, in words.

use serde::{Deserialize, Serialize};

macro_rules! faults {
    ($($(#[$doc:meta])* $name:ident = $text:literal, $what:literal;)*) => {
        /// What may be wrong with a photo.
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
            utoipa::ToSchema,
        )]
        #[serde(rename_all = "snake_case")]
        pub enum PhotoFault {
            $($(#[$doc])* $name,)*
        }

        impl PhotoFault {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// A stable name, in snake case, as in JSON.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }

            /// What is wrong and how to mend it, in a sentence for the terminal.
            #[must_use]
            pub fn what(self) -> &'static str {
                match self { $(Self::$name => $what,)* }
            }
        }
    };
}

faults! {
    /// Too few pixels for the card's window.
    TooFewPixels = "too_few_pixels",
        "The picture has too few pixels; take it with the camera, not from a screen.";
    /// The detector found none.
    NoFace = "no_face",
        "No face was found; look straight into the camera, with light on your face.";
    /// More than one.
    SeveralFaces = "several_faces",
        "There is more than one face; only you may be in the picture.";
    /// The face would be a dot on the card.
    FaceTooSmall = "face_too_small",
        "The face is too small; go closer to the camera.";
    /// Ears, hair or chin are cut off.
    FaceTooLarge = "face_too_large",
        "The face is too large; go further from the camera, so that the whole head is seen.";
    /// Not in the middle.
    OffCentre = "off_centre",
        "The face is not in the middle of the picture.";
    /// The head leans.
    Tilted = "tilted",
        "The head leans to one side; hold the head and the camera straight.";
    /// One side of the face is turned away.
    Turned = "turned",
        "The face is turned to one side; look straight into the camera.";
    /// Dark glasses, hair, closed eyes.
    EyesHidden = "eyes_hidden",
        "The eyes are not clearly seen; take off dark glasses, and keep the eyes open.";
    /// Out of focus, or moved.
    Blurred = "blurred",
        "The picture is blurred; hold the camera still, and clean its lens.";
    /// Too little light.
    TooDark = "too_dark",
        "The picture is too dark; take it where there is more light.";
    /// Burnt out.
    TooBright = "too_bright",
        "The picture is too bright; turn away from strong light.";
    /// Things or shadows behind the head.
    UnevenBackground = "uneven_background",
        "The background is not even; stand before a plain, light wall without shadows.";
}

impl std::fmt::Display for PhotoFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Not the name of a fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no fault of that name")]
pub struct UnknownPhotoFault;

impl std::str::FromStr for PhotoFault {
    type Err = UnknownPhotoFault;

    fn from_str(text: &str) -> Result<Self, UnknownPhotoFault> {
        Self::ALL.iter().copied().find(|fault| fault.as_str() == text).ok_or(UnknownPhotoFault)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_the_json_and_each_has_a_sentence_of_its_own() {
        for fault in PhotoFault::ALL {
            assert_eq!(serde_json::to_string(fault).unwrap(), format!("\"{fault}\""));
            assert!(fault.what().ends_with('.'));
        }
        let sentences: std::collections::HashSet<_> =
            PhotoFault::ALL.iter().map(|f| f.what()).collect();
        assert_eq!(sentences.len(), PhotoFault::ALL.len());
    }
}
