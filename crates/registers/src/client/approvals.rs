//! Arbeidstilsynet's registers of staffing agencies, cleaning and car care.
//!
//! Their format is read from open clients (Nav's registeroppslag, data.altinn.no's
//! plugin-arbt): `metadata` beside `data` with `organisasjonsnummer`, `registerstatus`,
//! `registerstatusTekst`, `godkjenningsstatus` and `underenheter`; main units only; the numbers of
//! `registerstatus` differ between the registers. One company at `/{number}`, and 404 for one that
//! never applied, is our reading; the addresses are told with the agreement.

use async_trait::async_trait;
use card::OrganisationNumber;
use chrono::{DateTime, NaiveDate, NaiveDateTime};
use serde::Deserialize;
use serde::de::IgnoredAny;

use super::asker::Asker;
use super::reply::{Reply, answer};
use crate::{Answer, Approval, ApprovalStanding, Approvals, Limits, Register, Silence};

/// Longest answer, in bytes.
const MAX_ANSWER: usize = 1024 * 1024;

#[derive(Debug)]
pub(super) struct Client {
    register: Register,
    asker: Asker,
}

impl Client {
    pub(super) fn new(register: Register, asker: Asker) -> Self {
        Self { register, asker }
    }
}

#[async_trait]
impl Approvals for Client {
    fn register(&self) -> Register {
        self.register
    }

    fn limits(&self) -> Limits {
        self.asker.limits()
    }

    async fn approval(&self, company: OrganisationNumber) -> Answer<Approval> {
        let read = |reply: &Reply| match reply.status {
            200 => answer(reply.json().and_then(|w| approval(w, self.register, company))),
            404 if reply.json::<NotKnown>().is_ok() => Answer::NotFound,
            _ => reply.silent(),
        };
        let question =
            |client: &reqwest::Client, address: &str| client.get(format!("{address}/{company}"));
        self.asker.ask(question, MAX_ANSWER, read).await
    }
}

/// The body that says that it is the register who doesn't know the company.
#[derive(Deserialize)]
struct NotKnown {
    #[serde(rename = "metadata")]
    _metadata: IgnoredAny,
}

#[derive(Deserialize)]
struct Written {
    data: Data,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Data {
    organisasjonsnummer: OrganisationNumber,
    registerstatus: u8,
    status_endret: Option<String>,
}

/// What a number means; `None` is *not registered*.
fn standing(register: Register, code: u8) -> Result<Option<ApprovalStanding>, Silence> {
    use ApprovalStanding::{Approved, NotApproved, Pending};
    let standing = match (register, code) {
        (_, 0) => return Ok(None),
        // Car care: 1 application, 2 order of cards under way; 3 and 4 approved without and with
        // employees; 6 approved by Statens vegvesen, a workshop that needs no other approval.
        (Register::CarCare, 1 | 2) => Pending,
        (Register::CarCare, 3 | 4 | 6) => Approved,
        (Register::CarCare, 5) => NotApproved,
        (Register::Staffing | Register::Cleaning, 1) => Approved,
        (Register::Staffing | Register::Cleaning, 2) => NotApproved,
        (Register::Staffing | Register::Cleaning, 3) => Pending,
        _ => return Err(Silence::Malformed),
    };
    Ok(Some(standing))
}

fn approval(
    Written { data }: Written,
    register: Register,
    asked: OrganisationNumber,
) -> Result<Option<Approval>, Silence> {
    if data.organisasjonsnummer != asked {
        return Err(Silence::Malformed);
    }
    let since = data.status_endret.as_deref().map(date).transpose()?;
    let standing = standing(register, data.registerstatus)?;
    Ok(standing.map(|standing| Approval { standing, since }))
}

/// The day of a time, which is written with a zone, or without one.
fn date(text: &str) -> Result<NaiveDate, Silence> {
    DateTime::parse_from_rfc3339(text)
        .map(|time| time.date_naive())
        .or_else(|_| text.parse::<NaiveDateTime>().map(|time| time.date()))
        .or_else(|_| text.parse())
        .map_err(|_| Silence::Malformed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(register: Register, json: &str) -> Answer<Approval> {
        let reply = Reply { status: 200, body: json.as_bytes().to_vec() };
        answer(reply.json().and_then(|w| approval(w, register, "974760673".parse().unwrap())))
    }

    fn with(code: u8) -> String {
        format!(
            r#"{{ "metadata": {{ "versjon": "1.0", "datoTidGenerert": "2025-01-01T00:00:00.0000000Z" }},
                "registernavn": "bemanningsforetaksregisteret",
                "data": {{ "organisasjonsnummer": "974760673", "overordnetEnhet": null, "navn": "BEDRIFT AS",
                  "registerstatusTekst": "", "registerstatus": {code}, "godkjenningsstatus": "", "underenheter": [] }} }}"#
        )
    }

    #[test]
    fn the_same_number_means_another_thing_in_another_register() {
        use ApprovalStanding::{Approved, NotApproved, Pending};
        for (register, expected) in [
            (Register::Staffing, [Some(Approved), Some(NotApproved), Some(Pending), None]),
            (Register::Cleaning, [Some(Approved), Some(NotApproved), Some(Pending), None]),
            (Register::CarCare, [Some(Pending), Some(Pending), Some(Approved), Some(Approved)]),
        ] {
            for (code, standing) in (1..).zip(expected) {
                let expected = match standing {
                    Some(standing) => Answer::Found(Approval { standing, since: None }),
                    None => Answer::Silent(Silence::Malformed),
                };
                assert_eq!(read(register, &with(code)), expected, "{register} {code}");
            }
            assert_eq!(read(register, &with(0)), Answer::NotFound);
            assert_eq!(read(register, &with(9)), Answer::Silent(Silence::Malformed));
        }
    }

    #[test]
    fn a_day_is_read_with_and_without_zone_and_time() {
        for text in ["2026-03-01T23:30:00+01:00", "2026-03-01T00:00:00", "2026-03-01"] {
            assert_eq!(date(text), Ok(NaiveDate::from_ymd_opt(2026, 3, 1).unwrap()), "{text}");
        }
        assert_eq!(date("yesterday"), Err(Silence::Malformed));
    }
}
