//! One check, from the scanned text to the verdict.

use card::{Cause, Outcome, Reason, Status};
use chrono::{DateTime, TimeDelta, Utc};
use key_set::{Freshness, KeySet};
use presentation::{
    LooksLike, Medium, NotACode, PAPER_SECONDS, ProofForged, Unread, UnverifiedPresentation,
    VerifiedPresentation,
};

use crate::clocks::Clocks;
use crate::finding::Finding;
use crate::policy::Policy;
use crate::verdict::{CardFace, DataUsed, Verdict};

/// Checks the text of a code.
///
/// `data` is the synced key set, if there is one. Never fails: whatever was scanned, there is a
/// verdict that says what it was.
#[must_use]
pub fn verify(text: &str, data: Option<&KeySet>, now: DateTime<Utc>, policy: &Policy) -> Verdict {
    let ground = data.map_or_else(|| vec![Finding::NoKeySet], |data| ground(data, now));
    judge(text, data, ground, now, policy)
}

/// What a check that was made at `checked` comes to with newer data.
///
/// As of then: the code is as old as it was, and whether the device's own data was fresh or its
/// clock right says nothing any more. What became known since counts, whether it began before the
/// check or after it; [`Finding::since`] tells. But that the card ran out or moved to another phone
/// after the check says nothing about the check.
#[must_use]
pub fn verify_again(text: &str, data: &KeySet, checked: DateTime<Utc>, policy: &Policy) -> Verdict {
    let mut verdict = judge(text, Some(data), Vec::new(), checked, policy);
    verdict.reasons.retain(|finding| match finding {
        Finding::Status(cause) => {
            !matches!(cause.reason, Reason::CardExpired | Reason::DeviceReplaced)
                || cause.since.is_none_or(|since| since <= checked)
        }
        _ => true,
    });
    verdict.outcome = rank(&mut verdict.reasons);
    verdict
}

fn judge(
    text: &str,
    data: Option<&KeySet>,
    ground: Vec<Finding>,
    now: DateTime<Utc>,
    policy: &Policy,
) -> Verdict {
    let shown = read(text, data);
    let (mut reasons, presented) = match shown {
        // What is no card of ours is that, whatever the state of this device.
        Err(Finding::NoKeySet) => (ground, None),
        Err(finding) => (vec![finding], None),
        Ok(presented) => {
            let mut reasons = ground;
            reasons.extend(time(&presented, now, policy));
            if let Some(data) = data {
                reasons.extend(status(&presented, data, now));
            }
            reasons.extend(fit(&presented, policy));
            (reasons, Some(presented))
        }
    };
    let outcome = rank(&mut reasons);
    Verdict {
        outcome,
        reasons,
        card: presented.as_ref().map(|p| CardFace::from(p.claims())),
        code: presented.as_ref().map(VerifiedPresentation::id),
        code_age_seconds: presented.as_ref().map(|p| p.moment().age(now).num_seconds()),
        clocks: presented.as_ref().filter(|p| answers(p, policy)).and_then(|p| {
            let signed = data.map(KeySet::clock_floor);
            Clocks::apart(p.moment().age(now), policy.tolerance, now, signed)
        }),
        data: data.map(|data| DataUsed {
            version: data.version(),
            issued_at: data.issued(),
            age_seconds: data.age(now).num_seconds(),
        }),
        checked_at: now,
    }
}

/// What the findings come to, and those that decided it first; else in the order of the check.
fn rank(reasons: &mut [Finding]) -> Outcome {
    let outcome = outcome(reasons);
    reasons.sort_by_key(|finding| (!finding.undermines_the_check(), finding.outcome() != outcome));
    outcome
}

impl Verdict {
    /// The same verdict by one who also knows these causes, as a holder does of the own card.
    #[must_use]
    pub fn knowing(mut self, causes: &[Cause]) -> Self {
        if causes.is_empty() {
            return self;
        }
        self.reasons.retain(|finding| {
            let bare = [Finding::InvalidWithoutReason, Finding::Suspended, Finding::UnconfirmedByRegister];
            let told = |cause: &Cause| matches!(finding, Finding::Status(known) if known.reason == cause.reason);
            !bare.contains(finding) && !causes.iter().any(told)
        });
        self.reasons.extend(causes.iter().copied().map(Finding::Status));
        self.outcome = rank(&mut self.reasons);
        self
    }
}

/// What the findings come to.
fn outcome(reasons: &[Finding]) -> Outcome {
    if reasons.iter().any(Finding::undermines_the_check) {
        return Outcome::Unconfirmed;
    }
    reasons.iter().map(Finding::outcome).max().unwrap_or(Outcome::Valid)
}

/// Whether this device can check anything now.
fn ground(data: &KeySet, now: DateTime<Utc>) -> Vec<Finding> {
    if let Some(behind) = data.clock_behind(now) {
        return vec![Finding::ClockBehind { behind_seconds: behind.num_seconds() }];
    }
    if data.freshness(now) == Freshness::Stale {
        return vec![Finding::DataTooOld {
            age_seconds: data.age(now).num_seconds(),
            max_age_seconds: (data.stale_at() - data.issued()).num_seconds(),
        }];
    }
    Vec::new()
}

/// Reads the code and checks both signatures.
fn read(text: &str, data: Option<&KeySet>) -> Result<VerifiedPresentation, Finding> {
    let presentation = UnverifiedPresentation::parse(text).map_err(unread)?;
    let data = data.ok_or(Finding::NoKeySet)?;
    if presentation.host() != data.host() {
        return Err(Finding::ForeignIssuer { host: presentation.host().clone() });
    }
    let kid = presentation.key_id();
    let issuer = data.issuer_key(kid).ok_or(Finding::UnknownIssuerKey { kid })?;
    let issued = presentation
        .verify_credential(&issuer.key)
        .map_err(|credential::Forged| Finding::CredentialForged)?;
    if let Some(since) = issuer.withdrawn {
        return Err(Finding::IssuerKeyWithdrawn { since });
    }
    issued.verify_proof().map_err(|ProofForged| Finding::ProofForged)
}

fn unread(unread: Unread) -> Finding {
    match unread {
        Unread::NotACode(NotACode::TooLong { .. }) => Finding::CodeTooLong,
        Unread::NotACode(NotACode::Foreign(LooksLike::WalletPass)) => Finding::WalletPass,
        Unread::NotACode(NotACode::Foreign(looks_like)) => Finding::NotACardCode { looks_like },
        Unread::UnknownFormat(version) => Finding::UnknownFormat { version },
        Unread::NotACode(NotACode::Digits(_))
        | Unread::CutOff { .. }
        | Unread::Credential(_)
        | Unread::Challenge => Finding::CodeDamaged,
    }
}

/// Whether it has the digits that this verifier has asked for.
fn answers(shown: &VerifiedPresentation, policy: &Policy) -> bool {
    policy.challenge.is_some() && policy.challenge == shown.challenge()
}

/// Is it shown now, by the phone, to this verifier?
fn time(shown: &VerifiedPresentation, now: DateTime<Utc>, policy: &Policy) -> Vec<Finding> {
    if shown.medium() == Medium::Paper {
        return vec![paper(shown.moment().age(now), policy)];
    }
    let mut findings = Vec::new();
    // Digits that this verifier chose a moment ago prove the phone is here now, better than any
    // two clocks: the code's age is then told, but is no reason for doubt.
    let answered = answers(shown, policy);
    match (policy.challenge, shown.challenge()) {
        (Some(_), Some(_)) if !answered => findings.push(Finding::ChallengeWrong),
        (Some(_), None) => findings.push(Finding::ChallengeMissing),
        _ => {}
    }
    let age = shown.moment().age(now);
    if !answered && age > policy.tolerance {
        findings.push(Finding::CodeTooOld { age_seconds: age.num_seconds() });
    }
    if !answered && age < -policy.tolerance {
        findings.push(Finding::CodeFromFuture { ahead_seconds: -age.num_seconds() });
    }
    findings
}

/// Paper can't change or answer: it is never better than unconfirmed.
fn paper(age: TimeDelta, policy: &Policy) -> Finding {
    let age_seconds = age.num_seconds();
    if age < -policy.tolerance {
        Finding::CodeFromFuture { ahead_seconds: -age_seconds }
    } else if age_seconds > PAPER_SECONDS {
        Finding::PaperTooOld { age_seconds }
    } else {
        Finding::PaperCode { age_seconds }
    }
}

/// How the card stands with the issuer.
fn status(shown: &VerifiedPresentation, data: &KeySet, now: DateTime<Utc>) -> Vec<Finding> {
    let (validity, index) = (shown.validity(), shown.claims().status_index);
    let mut findings = Vec::new();
    if now < validity.from() {
        findings.push(Finding::NotYetValid { from: validity.from() });
    }
    if now >= validity.until() {
        findings.push(Finding::expired(validity.until()));
    }
    match data.status(index) {
        None => findings.push(Finding::CardNewerThanData),
        // The list is padded with zeros to whole bytes; a card issued after it isn't in it.
        Some(Status::Valid) => {}
        Some(status) => {
            let told: Vec<_> = data
                .causes(index)
                .into_iter()
                .filter(|cause| cause.reason != Reason::CardExpired || findings.is_empty())
                .map(Finding::Status)
                .collect();
            if told.is_empty() && findings.is_empty() {
                findings.extend(Finding::of_bare_status(status));
            }
            findings.extend(told);
        }
    }
    findings
}

/// Does this card count here?
fn fit(shown: &VerifiedPresentation, policy: &Policy) -> Option<Finding> {
    let card = shown.claims().industry;
    let site = policy.site?;
    (!card.is_accepted_at(site)).then_some(Finding::IndustryNotAccepted { card, site })
}
