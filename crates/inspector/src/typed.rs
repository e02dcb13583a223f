//! The typed code, for when the camera can't scan. The service checks it, because no verifier
//! holds the secrets; what it tells is what a customer may see.

use card::{CardNumber, Status};
use chrono::{DateTime, Utc};
use transport::{Service, TransportError};
use verifier::{CardFace, Finding, Outcome, Policy, Verdict};
use wire::{Assurance, CheckTyped, CheckedEmployment, CheckedTyped, ProblemCode, route};

use crate::{Inspector, InspectorError};

impl Inspector {
    /// Checks the text of a code that was scanned. What only the service can check, a pass in
    /// Google Wallet, is asked of the service if it can be reached.
    #[must_use]
    pub fn check_scanned(&self, text: &str, now: DateTime<Utc>, policy: &Policy) -> Verdict {
        let asked = presentation::pass_of(text)
            .and_then(|(card, code)| self.check_typed(card, code, now, policy).ok());
        asked.unwrap_or_else(|| self.check_text(text, now, policy))
    }

    /// Has the service check a card number and six digits, as they were typed.
    ///
    /// # Errors
    /// [`InspectorError::NeedsNetwork`] without contact; what the service refuses. A wrong code is
    /// no error but *unconfirmed*, and so is what can't be a number or a code.
    pub fn check_typed(
        &self,
        card_number: &str,
        digits: &str,
        now: DateTime<Utc>,
        policy: &Policy,
    ) -> Result<Verdict, InspectorError> {
        let code: String = digits.chars().filter(|c| !c.is_whitespace()).collect();
        let digits = [6, 8].contains(&code.len()) && code.bytes().all(|b| b.is_ascii_digit());
        let (Ok(card_number), true) = (card_number.parse::<CardNumber>(), digits) else {
            return Ok(verdict(vec![Finding::TypedCodeWrong], None, now));
        };
        let request = CheckTyped { card_number, code };
        match Service::at(&self.service)?.post(route::CHECK_TYPED, &request) {
            Ok(answer) => Ok(judge(&answer, now, policy)),
            Err(TransportError::Refused(problem))
                if problem.code == ProblemCode::TypedCodeWrong =>
            {
                Ok(verdict(vec![Finding::TypedCodeWrong], None, now))
            }
            Err(error @ TransportError::Unreachable(_)) => Err(InspectorError::NeedsNetwork(error)),
            Err(error) => Err(error.into()),
        }
    }
}

/// The answer as a verdict, about the employment that fits here, or else the first.
fn judge(answer: &CheckedTyped, now: DateTime<Utc>, policy: &Policy) -> Verdict {
    let fits =
        |job: &&CheckedEmployment| policy.site.is_none_or(|site| job.industry.is_accepted_at(site));
    let job = answer.employments.iter().find(fits).or_else(|| answer.employments.first());
    let misfit = policy.site.zip(job).filter(|(_, job)| !fits(job));
    let of_status = match answer.verdict {
        Status::Valid => None,
        Status::Unconfirmed => Some(Finding::UnconfirmedByRegister),
        Status::Invalid | Status::Suspended => Some(Finding::InvalidWithoutReason),
    };
    // An inspector has the right to more than a pass, and is told so.
    let of_pass = (answer.assurance == Assurance::WalletPass).then_some(Finding::WalletPass);
    let of_place =
        misfit.map(|(site, job)| Finding::IndustryNotAccepted { card: job.industry, site });
    let card = job.map(|job| CardFace {
        number: answer.card_number,
        holder: answer.holder.clone(),
        company: job.company.clone(),
        organisation_number: job.organisation_number,
        sub_unit: job.sub_unit,
        industry: job.industry,
        valid_until: job.valid_until,
        status_index: None,
        photo_digest: answer.photo.clone(),
    });
    verdict(of_status.into_iter().chain(of_place).chain(of_pass).collect(), card, now)
}

fn verdict(mut reasons: Vec<Finding>, card: Option<CardFace>, now: DateTime<Utc>) -> Verdict {
    // What decided it comes first.
    reasons.sort_by_key(|finding| std::cmp::Reverse(finding.outcome()));
    let outcome = reasons.first().map_or(Outcome::Valid, Finding::outcome);
    Verdict {
        outcome,
        reasons,
        card,
        code: None,
        code_age_seconds: None,
        clocks: None,
        data: None,
        checked_at: now,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use card::Industry;

    fn answer(verdict: Status, industries: &[Industry]) -> CheckedTyped {
        let employments = industries
            .iter()
            .map(|industry| CheckedEmployment {
                company: "Rent Hus AS".parse().unwrap(),
                organisation_number: "974760673".parse().unwrap(),
                sub_unit: "974760673".parse().unwrap(),
                industry: *industry,
                valid_until: DateTime::from_timestamp(1_900_000_000, 0).unwrap(),
            })
            .collect();
        let card_number = "1234567".parse().unwrap();
        let holder = "Ola Nordmann".parse().unwrap();
        let assurance = Assurance::App;
        CheckedTyped { verdict, card_number, holder, photo: None, assurance, employments }
    }

    fn judged(answer: &CheckedTyped, site: Option<Industry>) -> (Outcome, Option<&'static str>) {
        let now = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        let verdict = judge(answer, now, &Policy { site, ..Policy::default() });
        assert_eq!(verdict.card.is_some(), !answer.employments.is_empty());
        (verdict.outcome, verdict.reasons.first().map(Finding::code))
    }

    #[test]
    fn a_pass_in_google_wallet_is_unconfirmed_at_best() {
        for (status, expected) in [
            (Status::Valid, (Outcome::Unconfirmed, Some("wallet_pass"))),
            (Status::Invalid, (Outcome::Invalid, Some("invalid_without_reason"))),
        ] {
            let answer = CheckedTyped {
                assurance: Assurance::WalletPass,
                ..answer(status, &[Industry::Cleaning])
            };
            assert_eq!(judged(&answer, None), expected);
        }
    }

    #[test]
    fn the_services_word_decides_and_the_site_may_still_refuse() {
        use Industry::{Cleaning, Construction};
        for (verdict, industries, site, expected) in [
            (Status::Valid, [Construction].as_slice(), None, (Outcome::Valid, None)),
            (Status::Valid, &[Construction, Cleaning], Some(Cleaning), (Outcome::Valid, None)),
            (
                Status::Valid,
                &[Construction],
                Some(Cleaning),
                (Outcome::Invalid, Some("industry_not_accepted")),
            ),
            (
                Status::Unconfirmed,
                &[Cleaning],
                None,
                (Outcome::Unconfirmed, Some("unconfirmed_by_register")),
            ),
            (Status::Invalid, &[], None, (Outcome::Invalid, Some("invalid_without_reason"))),
        ] {
            assert_eq!(judged(&answer(verdict, industries), site), expected);
        }
    }
}
