//! What can go wrong with a report. Nothing of it is lost by it.

use ::report::{NoCrewList, NoReport, Unwritable};
use transport::TransportError;

use crate::InspectorError;
use crate::inspection::InspectionError;

/// It could not be done.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// The inspection, the store.
    #[error(transparent)]
    Inspection(#[from] InspectionError),
    /// The service.
    #[error(transparent)]
    Service(#[from] TransportError),
    /// The file is no crew list.
    #[error(transparent)]
    Crew(#[from] NoCrewList),
    /// The document.
    #[error(transparent)]
    Document(#[from] Unwritable),
    /// What is stored of a report is damaged.
    #[error(transparent)]
    Damaged(#[from] NoReport),
    /// It waits already.
    #[error("the report waits to be sent already")]
    Waiting,
    /// The inspection goes on.
    #[error("the inspection has not ended; end it first")]
    Unfinished,
}

impl From<rusqlite::Error> for ReportError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Inspection(error.into())
    }
}

impl From<InspectorError> for ReportError {
    fn from(error: InspectorError) -> Self {
        match error {
            InspectorError::Service(error) => Self::Service(error),
            other => Self::Inspection(other.into()),
        }
    }
}
