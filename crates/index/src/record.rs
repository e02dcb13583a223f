//! A card as the index has it.

use card::{
    CardNumber, Cause, CompanyName, EmploymentId, EmploymentStatus, Industry, NationalId,
    OrganisationNumber, PersonName, Reason, Validity,
};
use chrono::{DateTime, NaiveDate, Utc};
use credential::PhotoDigest;
use ring::digest::{SHA256, digest};
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;

/// A company's name, by the number of its main unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Company {
    /// The main unit's number.
    pub number: OrganisationNumber,
    /// The name.
    pub name: CompanyName,
}

/// A card: its holder, and every employment on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The card's number.
    pub card: CardNumber,
    /// The holder's name.
    pub name: PersonName,
    /// Fødselsnummer or D-number.
    pub national_id: NationalId,
    /// The birth date.
    pub birth_date: NaiveDate,
    /// The photo's digest, if there is a photo.
    pub photo: Option<PhotoDigest>,
    /// Since when the card is on the phone that has it now, if it is on one.
    pub phone_since: Option<DateTime<Utc>>,
    /// The employments, the oldest first.
    pub employments: Vec<Employment>,
    /// What the holder may do, from quality-assured public sources.
    pub qualifications: Vec<Qualification>,
}

/// An employment on a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Employment {
    /// Its name at the issuer.
    pub id: EmploymentId,
    /// The main unit's number.
    pub company: OrganisationNumber,
    /// The sub-unit's number.
    pub sub_unit: OrganisationNumber,
    /// Which industry.
    pub industry: Industry,
    /// From when until when.
    pub validity: Validity,
    /// Its place in the status list, on the phone that has the card now.
    pub status_index: Option<u32>,
    /// What keeps it from being valid, apart from its time.
    pub causes: Vec<Cause>,
    /// What changed, the newest first.
    pub history: Vec<Change>,
}

/// A reason that came or went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// Which.
    pub reason: Reason,
    /// Whether it came; else it went.
    pub set: bool,
    /// When.
    pub at: DateTime<Utc>,
}

/// A qualification, and where it is registered. None are published yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Qualification {
    /// Its name.
    pub name: String,
    /// The register that has it.
    pub source: String,
    /// When it ends, in Unix seconds, if it does.
    pub until: Option<i64>,
}

/// Bytes that are no card's record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a card in it has no {0}")]
pub struct MalformedRecord(pub &'static str);

impl Employment {
    /// How it stands at `now`.
    #[must_use]
    pub fn status(&self, now: DateTime<Utc>) -> EmploymentStatus {
        let (mut causes, until) = (self.causes.clone(), self.validity.until());
        if now >= until && !causes.iter().any(|cause| cause.reason == Reason::CardExpired) {
            causes.push(Cause { reason: Reason::CardExpired, since: Some(until) });
        }
        EmploymentStatus::of(causes)
    }
}

impl Company {
    pub(crate) fn to_cbor(&self) -> (u32, String) {
        (self.number.get(), self.name.as_str().to_owned())
    }
}

/// Card, national number, birth date (days from 1970), name, photo, phone since, employments,
/// qualifications. Times are Unix seconds.
#[derive(Serialize, Deserialize)]
struct RecordCbor(
    u32,
    u64,
    i32,
    String,
    Option<ByteBuf>,
    Option<i64>,
    Vec<EmploymentCbor>,
    Vec<Qualification>,
);

/// Name, company, sub-unit unless it is the company, industry, from, seconds until the end, status
/// index, causes (reason, since), history (reason, set, at).
#[derive(Serialize, Deserialize)]
struct EmploymentCbor(
    String,
    u32,
    Option<u32>,
    u8,
    i64,
    i64,
    Option<u32>,
    Vec<(u8, Option<i64>)>,
    Vec<(u8, bool, i64)>,
);

impl Record {
    /// The record in bytes, as it is published and stored.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let cbor = RecordCbor(
            self.card.get(),
            self.national_id.expose().parse().unwrap_or_default(),
            days(self.birth_date),
            self.name.as_str().to_owned(),
            self.photo.map(|photo| ByteBuf::from(photo.as_bytes().to_vec())),
            self.phone_since.map(|at| at.timestamp()),
            self.employments.iter().map(Employment::to_cbor).collect(),
            self.qualifications.clone(),
        );
        let mut bytes = Vec::new();
        // Writing our own types to memory can't fail.
        let _ = ciborium::into_writer(&cbor, &mut bytes);
        bytes
    }

    /// Reads a record.
    ///
    /// # Errors
    /// [`MalformedRecord`]. A reason or industry that this version doesn't know is left out.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, MalformedRecord> {
        let mut rest = bytes;
        let RecordCbor(card, national_id, born, name, photo, phone, employments, qualifications) =
            ciborium::from_reader(&mut rest).map_err(|_| MalformedRecord("record"))?;
        if !rest.is_empty() {
            return Err(MalformedRecord("end"));
        }
        let photo = match photo {
            None => None,
            Some(digest) => {
                let digest: [u8; PhotoDigest::BYTES] =
                    digest.as_slice().try_into().map_err(|_| MalformedRecord("photo"))?;
                Some(PhotoDigest::from(digest))
            }
        };
        let employments =
            employments.into_iter().filter_map(|e| e.parse().transpose()).collect::<Result<_, _>>();
        Ok(Self {
            card: CardNumber::try_from(card).map_err(|_| MalformedRecord("card number"))?,
            name: name.parse().map_err(|_| MalformedRecord("name"))?,
            national_id: format!("{national_id:011}")
                .parse()
                .map_err(|_| MalformedRecord("national number"))?,
            birth_date: date(born).ok_or(MalformedRecord("birth date"))?,
            photo,
            phone_since: phone.map(time).transpose()?,
            employments: employments?,
            qualifications,
        })
    }

    /// A short digest of a record's bytes, by which a publisher sees whether it has changed.
    #[must_use]
    pub fn digest(bytes: &[u8]) -> [u8; 16] {
        let mut short = [0; 16];
        short.iter_mut().zip(digest(&SHA256, bytes).as_ref()).for_each(|(to, from)| *to = *from);
        short
    }
}

impl Employment {
    fn to_cbor(&self) -> EmploymentCbor {
        let (from, until) = (self.validity.from().timestamp(), self.validity.until().timestamp());
        let since = |since: DateTime<Utc>| since.timestamp();
        EmploymentCbor(
            self.id.as_ref().to_owned(),
            self.company.get(),
            (self.sub_unit != self.company).then_some(self.sub_unit.get()),
            self.industry.code(),
            from,
            until - from,
            self.status_index,
            self.causes.iter().map(|c| (c.reason.code(), c.since.map(since))).collect(),
            self.history.iter().map(|c| (c.reason.code(), c.set, c.at.timestamp())).collect(),
        )
    }
}

impl EmploymentCbor {
    fn parse(self) -> Result<Option<Employment>, MalformedRecord> {
        let Self(id, company, sub_unit, industry, from, lasts, status_index, causes, history) =
            self;
        let Some(industry) = Industry::from_code(industry) else { return Ok(None) };
        let unit = |number| {
            OrganisationNumber::try_from(number).map_err(|_| MalformedRecord("company's number"))
        };
        let causes = causes.into_iter().filter_map(|(code, since)| {
            let since = since.and_then(|at| DateTime::from_timestamp(at, 0));
            Some(Cause { reason: Reason::from_code(code)?, since })
        });
        let history = history.into_iter().filter_map(|(code, set, at)| {
            let at = DateTime::from_timestamp(at, 0)?;
            Some(Change { reason: Reason::from_code(code)?, set, at })
        });
        Ok(Some(Employment {
            id: id.parse().map_err(|_| MalformedRecord("employment's name"))?,
            company: unit(company)?,
            sub_unit: unit(sub_unit.unwrap_or(company))?,
            industry,
            validity: Validity::new(time(from)?, time(from.saturating_add(lasts))?)
                .map_err(|_| MalformedRecord("time that it is valid"))?,
            status_index,
            causes: causes.collect(),
            history: history.collect(),
        }))
    }
}

fn time(seconds: i64) -> Result<DateTime<Utc>, MalformedRecord> {
    DateTime::from_timestamp(seconds, 0).ok_or(MalformedRecord("time"))
}

fn days(date: NaiveDate) -> i32 {
    i32::try_from((date - NaiveDate::default()).num_days()).unwrap_or_default()
}

fn date(days: i32) -> Option<NaiveDate> {
    NaiveDate::default().checked_add_signed(chrono::TimeDelta::days(days.into()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;
    use test_support::{at, person};

    fn record(n: u64, causes: Vec<Cause>, history: Vec<Change>) -> Record {
        let person = person(n);
        Record {
            card: CardNumber::try_from(u32::try_from(n % 10_000_000).unwrap()).unwrap(),
            name: person.name,
            national_id: person.national_id,
            birth_date: person.birth_date,
            photo: n.is_multiple_of(2).then(|| PhotoDigest::of(&n.to_be_bytes())),
            phone_since: n.is_multiple_of(3).then(|| at(-5)),
            employments: vec![Employment {
                id: "e0123456789abcdef".parse().unwrap(),
                company: "974760673".parse().unwrap(),
                sub_unit: "974761211".parse().unwrap(),
                industry: Industry::Cleaning,
                validity: Validity::new(at(0), at(1_000)).unwrap(),
                status_index: Some(7),
                causes,
                history,
            }],
            qualifications: Vec::new(),
        }
    }

    proptest! {
        #[test]
        fn each_record_reads_back(n in 0u64..1 << 40, seconds in 0i64..1 << 30) {
            let cause = Cause { reason: Reason::CardSeized, since: Some(at(seconds)) };
            let change = Change { reason: Reason::CardSeized, set: n % 2 == 0, at: at(seconds) };
            let record = record(n, vec![cause], vec![change]);
            prop_assert_eq!(Record::from_bytes(&record.to_bytes()).unwrap(), record);
        }
    }

    #[test]
    fn an_employment_expires_by_itself_and_its_other_causes_stay() {
        let silent = Cause { reason: Reason::RegisterSilent, since: None };
        let record = record(1, vec![silent], Vec::new());
        let job = record.employments.first().unwrap();
        assert_eq!(job.status(at(999)).causes(), [silent]);
        let expired = Cause { reason: Reason::CardExpired, since: Some(at(1_000)) };
        assert_eq!(job.status(at(1_000)).causes(), [expired, silent]);
    }

    #[test]
    fn a_record_cut_off_anywhere_is_refused() {
        let bytes = record(1, Vec::new(), Vec::new()).to_bytes();
        for length in 0..bytes.len() {
            assert!(Record::from_bytes(bytes.get(..length).unwrap()).is_err(), "cut to {length}");
        }
    }
}
