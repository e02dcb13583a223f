//! Names of things that a device chooses at random, and digests.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Not such a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("it is named by {0} small hexadecimal digits")]
pub struct MalformedId(usize);

macro_rules! id {
    ($(#[$doc:meta])* $name:ident, $bytes:literal) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// The name of these bytes.
            #[must_use]
            pub fn of(bytes: [u8; $bytes]) -> Self {
                Self(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
            }

            /// The digits.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = MalformedId;

            fn from_str(text: &str) -> Result<Self, MalformedId> {
                let hex = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
                let right = text.len() == 2 * $bytes && text.bytes().all(hex);
                if right { Ok(Self(text.to_owned())) } else { Err(MalformedId(2 * $bytes)) }
            }
        }

        impl TryFrom<String> for $name {
            type Error = MalformedId;

            fn try_from(text: String) -> Result<Self, MalformedId> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

id! {
    /// The number of an inspection: 32 hexadecimal digits, chosen by the device.
    InspectionId, 16
}

id! {
    /// The number of a meeting with a person: 32 hexadecimal digits, chosen by the device.
    MetId, 16
}

id! {
    /// The number of a report on an inspection: 32 hexadecimal digits, chosen by the device.
    ReportId, 16
}

id! {
    /// SHA-256 of a picture's file: 64 hexadecimal digits.
    PictureDigest, 32
}
