//! What goes wrong, as the screen gets it: a code for the sentence, a detail for the small print.

use inspector::report::ReportError;
use inspector::{InspectionError, InspectorError};
use report::NoCrewList;
use serde::Serialize;
use store::StoreError;
use transport::TransportError;
use wallet::{MalformedPin, WalletError};
use wire::ProblemCode;

/// An error on its way to the screen.
#[derive(Debug, Serialize)]
pub(crate) struct AppError {
    code: &'static str,
    detail: Option<String>,
    /// The number in the sentence: tries left, or a time in Unix milliseconds.
    number: Option<i64>,
}

impl AppError {
    pub(crate) fn new(code: &'static str) -> Self {
        Self { code, detail: None, number: None }
    }

    /// Whether all that is wrong is that nobody has enrolled yet.
    pub(crate) fn is_not_enrolled(&self) -> bool {
        self.code == "not_enrolled"
    }

    fn with(code: &'static str, detail: &impl ToString) -> Self {
        Self { code, detail: Some(detail.to_string()), number: None }
    }
}

fn store_code(error: &StoreError) -> &'static str {
    match error {
        StoreError::NoKeyStore(_) => "no_key_store",
        StoreError::KeyStoreLocked(_) => "key_store_locked",
        StoreError::KeyMissing => "store_key_missing",
        StoreError::Damaged(_) | StoreError::Newer => "store_damaged",
        StoreError::Busy => "store_busy",
        StoreError::Full => "store_full",
        StoreError::Missing => "not_enrolled",
        StoreError::Exists => "already_enrolled",
        _ => "internal",
    }
}

fn service_code(error: &TransportError) -> &'static str {
    match error {
        TransportError::Unreachable(_) => "service_unreachable",
        TransportError::Unreadable(_) => "service_answer_unreadable",
        TransportError::Refused(problem) => match problem.code {
            ProblemCode::ActivationMalformed => "activation_malformed",
            ProblemCode::ActivationUnknown => "activation_unknown",
            ProblemCode::ActivationExpired => "activation_expired",
            ProblemCode::ActivationUsed => "activation_used",
            ProblemCode::ActivationLocked => "activation_locked",
            ProblemCode::RootUnknown => "issuer_not_trusted",
            ProblemCode::DeviceUnknown | ProblemCode::TokenWrong => "enrolment_revoked",
            ProblemCode::RateLimited => "rate_limited",
            _ => "service_refused",
        },
    }
}

impl From<WalletError> for AppError {
    fn from(error: WalletError) -> Self {
        let code = match &error {
            WalletError::Store(store) => store_code(store),
            WalletError::Service(service) => service_code(service),
            WalletError::Activation(_) | WalletError::OtherRole => "activation_malformed",
            WalletError::NotEnrolled => "not_enrolled",
            WalletError::AlreadyEnrolled => "already_enrolled",
            WalletError::NotTrusted => "issuer_not_trusted",
            WalletError::Damaged(_) => "store_damaged",
            WalletError::Locked => "wallet_locked",
            WalletError::PinWrong { .. } => "pin_wrong",
            WalletError::PinWait { .. } => "pin_wait",
            WalletError::PinSpent => "pin_spent",
            WalletError::Inspector(fault) => fault.code(),
            WalletError::ReceiptOfAnother => "receipt_of_another",
            WalletError::NoSuchEmployment | WalletError::NoRandomness => "internal",
        };
        let number = match &error {
            WalletError::PinWrong { left } => Some(i64::from(*left)),
            WalletError::PinWait { until } => Some(until.timestamp_millis()),
            _ => None,
        };
        Self { number, ..Self::with(code, &error) }
    }
}

impl From<InspectorError> for AppError {
    fn from(error: InspectorError) -> Self {
        let code = match &error {
            InspectorError::Store(store) => store_code(store),
            InspectorError::Service(service) | InspectorError::NeedsNetwork(service) => {
                service_code(service)
            }
            InspectorError::Enrolment(_) | InspectorError::OtherRole => "activation_malformed",
            InspectorError::NotEnrolled => "not_enrolled",
            InspectorError::AlreadyEnrolled => "already_enrolled",
            InspectorError::NotTrusted => "issuer_not_trusted",
            InspectorError::KeySet(_) | InspectorError::Index(_) | InspectorError::Pack(_) => {
                "key_set_rejected"
            }
            InspectorError::Revoked => "enrolment_revoked",
            InspectorError::NoIndex => "no_index",
            InspectorError::Locked => "index_locked",
            InspectorError::Inspection(error) => inspection_code(error),
            InspectorError::NoBadge => "no_badge",
            InspectorError::NoRandomness => "internal",
            InspectorError::ActNotAllowed => "act_not_allowed",
            InspectorError::ActWaiting => "act_waiting",
            InspectorError::ActSent => "act_sent",
            InspectorError::UnfitAct(_) => "act_unfit",
            InspectorError::ActUnreadable => "store_damaged",
            InspectorError::NoCode => "no_code_found",
            InspectorError::SeveralCodes(_) => "several_codes",
            InspectorError::Picture => "image_unreadable",
            InspectorError::PictureTooLarge => "image_too_large",
        };
        Self::with(code, &error)
    }
}

fn inspection_code(error: &InspectionError) -> &'static str {
    match error {
        InspectionError::Store(store) => store_code(store),
        other => other.code().unwrap_or("internal"),
    }
}

impl From<InspectionError> for AppError {
    fn from(error: InspectionError) -> Self {
        InspectorError::from(error).into()
    }
}

fn crew_code(error: &NoCrewList) -> &'static str {
    match error {
        NoCrewList::TooLarge | NoCrewList::TooLong => "crew_too_large",
        NoCrewList::NoTable(_) => "crew_not_csv",
        NoCrewList::Empty => "crew_empty",
        NoCrewList::Columns => "crew_columns",
    }
}

impl From<ReportError> for AppError {
    fn from(error: ReportError) -> Self {
        let code = match &error {
            ReportError::Inspection(inspection) => inspection_code(inspection),
            ReportError::Service(service) => service_code(service),
            ReportError::Crew(list) => crew_code(list),
            ReportError::Document(_) | ReportError::Damaged(_) => "report_unwritable",
            ReportError::Waiting => "report_waiting",
            ReportError::Unfinished => "report_unfinished",
        };
        Self::with(code, &error)
    }
}

impl From<MalformedPin> for AppError {
    fn from(error: MalformedPin) -> Self {
        Self::new(match error {
            MalformedPin::Digits => "pin_malformed",
            MalformedPin::TooSimple => "pin_too_simple",
        })
    }
}

macro_rules! internal {
    ($($error:ty),*) => {
        $(impl From<$error> for AppError {
            fn from(error: $error) -> Self {
                Self::with("internal", &error)
            }
        })*
    };
}

internal!(std::io::Error, tauri::Error, presentation::NoQr, paper::NoSheet);
