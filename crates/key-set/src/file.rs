//! The names of the files of a key set.

use std::fmt;

/// A file of a key set; `Display` gives its path below the key set's address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FileName {
    /// A version of the root.
    Root(u32),
    /// The head, the one file that changes its content under one name.
    Head,
    /// A version of the status list.
    Status(u64),
    /// A version of the reasons; inspector tier.
    Reasons(u64),
    /// A version of the list of approved companies, for those who ask for it.
    Approved(u64),
    /// A version of what the index consists of; inspector tier.
    Index(u64),
    /// A part of the index; inspector tier.
    IndexPart {
        /// The publication that it was made for.
        version: u64,
        /// Which part of those made then.
        number: u32,
    },
    /// A version of what the pack of small photos consists of; inspector tier.
    Pack(u64),
    /// A part of the pack; inspector tier.
    PackPart {
        /// The publication that it was made for.
        version: u64,
        /// Which part of those made then.
        number: u32,
    },
}

impl FileName {
    /// Most bytes that are read of this file, whatever anybody says about its length.
    #[must_use]
    pub fn limit(self) -> u64 {
        match self {
            Self::Root(_) | Self::Head => 64 * 1024,
            // Two bits for 16 million cards, incompressible: 4 MiB.
            Self::Status(_) => 8 * 1024 * 1024,
            // Forty bytes a company: fifty thousand of them.
            Self::Approved(_) => 2 * 1024 * 1024,
            Self::Reasons(_) => 64 * 1024 * 1024,
            // Fifty bytes a part: thousands of them.
            Self::Index(_) | Self::Pack(_) => 256 * 1024,
            Self::IndexPart { .. } | Self::PackPart { .. } => 2 * 1024 * 1024,
        }
    }

    /// Whether only enrolled devices may read it.
    #[must_use]
    pub fn is_for_inspectors(self) -> bool {
        matches!(
            self,
            Self::Reasons(_)
                | Self::Index(_)
                | Self::IndexPart { .. }
                | Self::Pack(_)
                | Self::PackPart { .. }
        )
    }
}

impl fmt::Display for FileName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root(version) => write!(f, "root/{version}.cbor"),
            Self::Head => f.write_str("head.cbor"),
            Self::Status(version) => write!(f, "status/{version}.cwt"),
            Self::Reasons(version) => write!(f, "reasons/{version}.cbor"),
            Self::Approved(version) => write!(f, "approved/{version}.cbor"),
            Self::Index(version) => write!(f, "index/{version}.cbor"),
            Self::IndexPart { version, number } => write!(f, "index-part/{version}-{number}.zst"),
            Self::Pack(version) => write!(f, "pack/{version}.cbor"),
            Self::PackPart { version, number } => write!(f, "pack-part/{version}-{number}.zst"),
        }
    }
}
