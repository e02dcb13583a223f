//! Checking an inspector: what a worker, or a customer, can know of the code on a tablet.
//!
//! **Threat.** Somebody who is no inspector asks for names and numbers. The code is checked like a
//! card's: signed by the issuer, made just now by the tablet's own key. An inspector's credential
//! lives for days, so one who is an inspector no longer has none that is current.

use card::Outcome;
use chrono::{DateTime, TimeDelta, Utc};
use key_set::Root;
use presentation::{Host, LooksLike, NotACode, UnreadBadge, UnverifiedBadge, VerifiedBadge};

/// Why a code can't be taken for an inspector's.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadgeFault {
    /// Something else.
    #[error("this is not an inspector's code")]
    NotABadge {
        /// What it looks like.
        looks_like: LooksLike,
    },
    /// Cut off, or a digit was misread.
    #[error("the inspector's code is cut off or damaged; scan it again")]
    Damaged,
    /// A format of a later version.
    #[error("this inspector's code has a format that this version does not know; update the app")]
    UnknownFormat,
    /// Of an issuer that this device doesn't trust.
    #[error("this inspector's code is of another issuer")]
    ForeignIssuer {
        /// Which.
        host: Host,
    },
    /// Signed by a key that this device doesn't know.
    #[error("the code is signed by a key that this phone does not know; refresh the card")]
    UnknownIssuerKey,
    /// Signed by a key that counts no more.
    #[error("the code is signed by a key that the issuer has withdrawn")]
    IssuerKeyWithdrawn,
    /// A signature doesn't fit.
    #[error("the code is forged: this is no inspector")]
    Forged,
    /// The credential doesn't hold at the code's moment: the tablet has not synced for long, or
    /// may not any more.
    #[error("the inspector's device has not been confirmed lately; ask for proof of who it is")]
    NotCurrent {
        /// When the credential ended, or begins.
        at: DateTime<Utc>,
    },
    /// A picture of a code, or a clock that is wrong.
    #[error("the inspector's code is {age_seconds} s old; scan it from the tablet's own screen")]
    TooOld {
        /// How old.
        age_seconds: i64,
    },
    /// A clock that is wrong.
    #[error("the code is {ahead_seconds} s ahead of this phone's clock; one of the two is wrong")]
    FromFuture {
        /// How far ahead.
        ahead_seconds: i64,
    },
}

impl BadgeFault {
    /// A stable name, in snake case.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotABadge { .. } => "not_a_badge",
            Self::Damaged => "badge_damaged",
            Self::UnknownFormat => "badge_unknown_format",
            Self::ForeignIssuer { .. } => "badge_foreign_issuer",
            Self::UnknownIssuerKey => "badge_unknown_key",
            Self::IssuerKeyWithdrawn => "badge_key_withdrawn",
            Self::Forged => "badge_forged",
            Self::NotCurrent { .. } => "badge_not_current",
            Self::TooOld { .. } => "badge_too_old",
            Self::FromFuture { .. } => "badge_from_future",
        }
    }

    /// Whether it speaks against whoever shows it, or only the check could not be made.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        match self {
            Self::Forged | Self::IssuerKeyWithdrawn => Outcome::Invalid,
            _ => Outcome::Unconfirmed,
        }
    }
}

/// Checks the text of an inspector's code at `now`. A receipt may be older than `tolerance`: it
/// tells of a check that has been.
///
/// # Errors
/// [`BadgeFault`], the first one found.
pub fn verify_badge(
    text: &str,
    root: &Root,
    now: DateTime<Utc>,
    tolerance: TimeDelta,
) -> Result<VerifiedBadge, BadgeFault> {
    let badge = UnverifiedBadge::parse(text).map_err(unread)?;
    if badge.host() != root.host() {
        return Err(BadgeFault::ForeignIssuer { host: badge.host().clone() });
    }
    let issuer = root.issuer_key(badge.key_id()).ok_or(BadgeFault::UnknownIssuerKey)?;
    let badge = badge.verify(&issuer.key).map_err(|_| BadgeFault::Forged)?;
    if issuer.withdrawn.is_some() {
        return Err(BadgeFault::IssuerKeyWithdrawn);
    }
    let (validity, made) = (badge.inspector.validity, badge.moment.starts_at());
    if made + tolerance < validity.from() {
        return Err(BadgeFault::NotCurrent { at: validity.from() });
    }
    if made >= validity.until() {
        return Err(BadgeFault::NotCurrent { at: validity.until() });
    }
    let age = badge.moment.age(now);
    if age < -tolerance {
        return Err(BadgeFault::FromFuture { ahead_seconds: -age.num_seconds() });
    }
    if badge.receipt.is_none() && age > tolerance {
        return Err(BadgeFault::TooOld { age_seconds: age.num_seconds() });
    }
    Ok(badge)
}

fn unread(unread: UnreadBadge) -> BadgeFault {
    match unread {
        UnreadBadge::NotABadge(NotACode::Foreign(looks_like)) => {
            BadgeFault::NotABadge { looks_like }
        }
        UnreadBadge::UnknownFormat(_) => BadgeFault::UnknownFormat,
        UnreadBadge::NotABadge(_) | UnreadBadge::Damaged | UnreadBadge::Credential(_) => {
            BadgeFault::Damaged
        }
    }
}
