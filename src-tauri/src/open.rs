//! What a role keeps open between commands: its wallet or its device, opened once and on demand.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use inspector::{Inspector, InspectorError};
use serde::Serialize;
use tauri::AppHandle;
use wallet::{Door, WalletError};

use crate::error::AppError;
use crate::windows::{Role, store};

/// What a role's store holds.
pub(crate) trait Held: Sized + Send + 'static {
    const ROLE: Role;
    type Error: Into<AppError>;

    fn open(folder: &Path) -> Result<Self, Self::Error>;
}

impl Held for Door {
    const ROLE: Role = Role::Worker;
    type Error = WalletError;

    fn open(folder: &Path) -> Result<Self, WalletError> {
        Self::open(folder)
    }
}

impl Held for Inspector {
    const ROLE: Role = Role::Inspector;
    type Error = InspectorError;

    fn open(folder: &Path) -> Result<Self, InspectorError> {
        Self::open(folder)
    }
}

/// A role's store, once it is open.
pub(crate) struct Open<T>(Arc<Mutex<Option<T>>>, Arc<Mutex<()>>);

impl<T> Default for Open<T> {
    fn default() -> Self {
        Self(Arc::default(), Arc::default())
    }
}

impl<T: Held> Open<T> {
    /// Runs `work` with what is open, off the window's thread.
    pub(crate) async fn with<R: Send + 'static>(
        &self,
        app: AppHandle,
        work: impl FnOnce(&mut T) -> Result<R, AppError> + Send + 'static,
    ) -> Result<R, AppError> {
        let held = Arc::clone(&self.0);
        blocking(move || {
            let mut held = held.lock().unwrap_or_else(PoisonError::into_inner);
            let mut open = take(&mut held, &app)?;
            let done = work(&mut open);
            *held = Some(open);
            done
        })
        .await
    }

    /// Runs long `work` with what is opened once more, while others go on with what is open; then
    /// that takes its place, whatever came of the work.
    pub(crate) async fn beside<R: Send + 'static>(
        &self,
        app: AppHandle,
        work: impl FnOnce(&mut T) -> Result<R, AppError> + Send + 'static,
    ) -> Result<R, AppError> {
        let (held, beside) = (Arc::clone(&self.0), Arc::clone(&self.1));
        blocking(move || {
            let _one_at_a_time = beside.lock().unwrap_or_else(PoisonError::into_inner);
            let mut open = take(&mut None, &app)?;
            let done = work(&mut open);
            *held.lock().unwrap_or_else(PoisonError::into_inner) = Some(open);
            done
        })
        .await
    }

    /// Does the last thing that is done with what is open.
    pub(crate) async fn close(
        &self,
        app: AppHandle,
        last: impl FnOnce(&mut T) -> Result<(), T::Error> + Send + 'static,
    ) -> Result<(), AppError> {
        let held = Arc::clone(&self.0);
        blocking(move || {
            let mut held = held.lock().unwrap_or_else(PoisonError::into_inner);
            let mut open = take(&mut held, &app)?;
            last(&mut open).map_err(Into::into)
        })
        .await
    }

    /// Enrols in the role's folder, and keeps open what comes of it.
    pub(crate) async fn enrol(
        &self,
        app: AppHandle,
        enrol: impl FnOnce(&Path) -> Result<T, T::Error> + Send + 'static,
    ) -> Result<(), AppError> {
        let held = Arc::clone(&self.0);
        blocking(move || {
            let enrolled = enrol(&store(&app, T::ROLE)?).map_err(Into::into)?;
            *held.lock().unwrap_or_else(PoisonError::into_inner) = Some(enrolled);
            Ok(())
        })
        .await
    }
}

/// What is open, or opened now.
fn take<T: Held>(held: &mut Option<T>, app: &AppHandle) -> Result<T, AppError> {
    match held.take() {
        Some(open) => Ok(open),
        None => T::open(&store(app, T::ROLE)?).map_err(Into::into),
    }
}

/// What the screen gets: an overview, or that nothing is enrolled here.
#[derive(Serialize)]
#[serde(untagged)]
pub(crate) enum Shown<T> {
    Enrolled(T),
    Nothing { enrolled: bool },
}

impl<T> Shown<T> {
    /// Not to be enrolled yet is no error.
    pub(crate) fn of(overview: Result<T, AppError>) -> Result<Self, AppError> {
        match overview {
            Ok(overview) => Ok(Self::Enrolled(overview)),
            Err(error) if error.is_not_enrolled() => Ok(Self::Nothing { enrolled: false }),
            Err(error) => Err(error),
        }
    }
}

/// Runs work that blocks.
pub(crate) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, AppError> + Send + 'static,
) -> Result<T, AppError> {
    tauri::async_runtime::spawn_blocking(work).await?
}
