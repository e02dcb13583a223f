//! What the worker sees, as the screen gets it. Times are Unix milliseconds.

use card::{
    ActKind, Authority, CardNumber, Cause, CompanyName, EmploymentId, EmploymentStatus, Ground,
    Industry, Mender, OrganisationNumber, PersonName, Reason, Status,
};
use chrono::{DateTime, Utc};
use serde::Serialize;
use wire::{ActId, ActNotice, Note, PhotoNotice, StatusChange};

use crate::Held;
use crate::photo::Photo;

/// The card.
#[derive(Clone, Debug, Serialize)]
pub struct Overview {
    /// Whether there is a card on this device.
    pub enrolled: bool,
    /// The worker's name.
    pub holder: PersonName,
    /// The card's number.
    pub card_number: CardNumber,
    /// The service's address.
    pub issuer: String,
    /// The employments on it.
    pub employments: Vec<EmploymentView>,
    /// When the service was last asked.
    pub last_refresh: Option<i64>,
    /// The employment to show first.
    pub first: Option<EmploymentId>,
    /// Whether a PIN stands before the card.
    pub has_pin: bool,
    /// How many places are remembered.
    pub places: u32,
    /// What became of a photo that a person had to look at.
    pub photo_notice: Option<PhotoNotice>,
}

/// One employment.
#[derive(Clone, Debug, Serialize)]
pub struct EmploymentView {
    /// Its name at the issuer.
    pub id: EmploymentId,
    /// The company's name.
    pub company: CompanyName,
    /// The main unit's number.
    pub organisation_number: OrganisationNumber,
    /// The sub-unit's number.
    pub sub_unit: OrganisationNumber,
    /// Which industry.
    pub industry: Industry,
    /// How it stands, as of the last refresh and by this device's clock.
    pub status: Status,
    /// Why it isn't valid.
    pub reasons: Vec<CauseView>,
    /// What will make it invalid before long; `since` is when.
    pub warnings: Vec<CauseView>,
    /// What changed in its status, newest first.
    pub history: Vec<ChangeView>,
    /// What inspectors did to it, newest first.
    pub acts: Vec<NoticeView>,
    /// When it ends.
    pub valid_until: i64,
    /// Whether its photo is on this device.
    pub has_photo: bool,
}

/// One reason.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct CauseView {
    /// Which.
    pub code: Reason,
    /// Since when.
    pub since: Option<i64>,
    /// Who can mend it.
    pub mender: Mender,
}

/// A change in how an employment stands.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct ChangeView {
    /// Which cause.
    pub code: Reason,
    /// Whether it came, or went.
    pub set: bool,
    /// When.
    pub at: i64,
}

/// What an inspector did, as the worker is told.
#[derive(Clone, Debug, Serialize)]
pub struct NoticeView {
    /// Its number, for a complaint.
    pub id: ActId,
    /// What was done.
    pub kind: ActKind,
    /// On which ground.
    pub ground: Ground,
    /// What the inspector wrote.
    pub note: Option<Note>,
    /// Whose inspector it was.
    pub authority: Authority,
    /// When.
    pub at: i64,
    /// Until when there can be a complaint.
    pub complain_until: i64,
    /// When a complaint came.
    pub complained: Option<i64>,
    /// When the office undid it.
    pub undone: Option<i64>,
}

impl EmploymentView {
    pub(crate) fn of(held: &Held, photo: Option<&Photo>, now: DateTime<Utc>) -> Self {
        let claims = held.credential.claims();
        let mut causes = held.causes.clone();
        let expired = causes.iter().any(|cause| cause.reason == Reason::CardExpired);
        if now >= claims.validity.until() && !expired {
            causes
                .push(Cause { reason: Reason::CardExpired, since: Some(claims.validity.until()) });
        }
        let status = EmploymentStatus::of(causes);
        Self {
            id: held.id.clone(),
            company: claims.company.clone(),
            organisation_number: claims.organisation_number,
            sub_unit: claims.sub_unit,
            industry: claims.industry,
            status: status.status(),
            reasons: status.causes().iter().map(CauseView::from).collect(),
            warnings: held.warnings.iter().map(CauseView::from).collect(),
            history: held.history.iter().map(ChangeView::from).collect(),
            acts: held.acts.iter().map(NoticeView::from).collect(),
            valid_until: claims.validity.until().timestamp_millis(),
            has_photo: photo.is_some_and(|photo| claims.photo == Some(photo.digest)),
        }
    }
}

impl From<&ActNotice> for NoticeView {
    fn from(notice: &ActNotice) -> Self {
        let ms = |time: DateTime<Utc>| time.timestamp_millis();
        Self {
            id: notice.id.clone(),
            kind: notice.kind,
            ground: notice.ground,
            note: notice.note.clone(),
            authority: notice.authority,
            at: ms(notice.at),
            complain_until: ms(notice.complain_until),
            complained: notice.complained.map(ms),
            undone: notice.undone.map(ms),
        }
    }
}

impl From<&StatusChange> for ChangeView {
    fn from(change: &StatusChange) -> Self {
        Self { code: change.reason, set: change.set, at: change.at.timestamp_millis() }
    }
}

impl From<&Cause> for CauseView {
    fn from(cause: &Cause) -> Self {
        Self {
            code: cause.reason,
            since: cause.since.map(|since| since.timestamp_millis()),
            mender: cause.reason.remedy().mender,
        }
    }
}
