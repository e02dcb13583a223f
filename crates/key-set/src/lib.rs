//! The key set: the synced trust of a verifier. Which keys issue, and how each card stands.
//!
//! It is a handful of signed files that any web server can serve. The rules are those of The
//! Update Framework (TUF 1.0.33), whose words stand in brackets:
//!
//! | file | says | signed by |
//! |---|---|---|
//! | `root/N.cbor` | all keys; [root] | a threshold of the root keys, old **and** new |
//! | `head.cbor` | which files are current, until when; [timestamp + snapshot + targets] | publisher |
//! | `status/N.cwt` | a status a card: IETF Token Status List | publisher |
//! | `reasons/N.cbor` | why and since when; for enrolled inspectors only | publisher |
//! | `approved/N.cbor` | the approved companies; fetched by those who ask for it | publisher |
//! | `index/N.cbor` | what the inspectors' index consists of; for them only | publisher |
//! | `pack/N.cbor` | what the pack of small photos consists of; for them only | publisher |
//!
//! **Threats**, each with its refusal in [`Rejected`]: a false key set (signature, threshold), an
//! old one offered as new (*rollback*), a true one kept from changing (*freeze*: a head expires),
//! files of different days put together (*mix and match*: the head names each by digest), endless
//! files (a limit before reading), and a clock set back (the [floor](KeySet::clock_floor)).
//!
//! Nothing here reads a clock, a file or a network: [`sync`] asks a [`Source`].

mod approved;
mod file;
mod fingerprint;
mod head;
mod index_list;
mod key_set;
mod pack_list;
mod part;
mod publish;
mod reasons;
mod rejected;
mod root;
mod signed;
mod status_list;
mod sync;

pub use approved::{Approved, ApprovedCompany, MOST_FOUND};
pub use file::FileName;
pub use fingerprint::{Fingerprint, MalformedFingerprint};
pub use head::{Head, Listed};
pub use index_list::{IndexList, Volume};
pub use key_set::{Bundle, Freshness, KeySet};
pub use pack_list::PackList;
pub use part::{ListedPart, PartOf};
pub use publish::{sign_approved, sign_index, sign_pack, sign_reasons, sign_status_list};
pub use reasons::Reasons;
pub use rejected::Rejected;
pub use root::{IssuerKey, Root, RootDraft, sign_too, signers};
pub use status_list::{MalformedStatusList, StatusList, StatusListBuilder};
pub use sync::{Source, SyncError, Synced, Tier, sync};
