//! What the service asks of others: where employers log in, and Enhetsregisteret.

use std::sync::Arc;

use card::OrganisationNumber;
use registers::{Entities, Entry};

use super::Service;
use super::reply::run;
use crate::error::IssuerError;
use crate::login::Login;

/// Those whom the service asks; without one of them it does without.
#[derive(Default)]
pub struct Outside {
    /// Where employers log in.
    pub login: Option<Login>,
    /// Enhetsregisteret.
    pub entities: Option<Arc<dyn Entities>>,
}

impl Outside {
    /// Asks Enhetsregisteret about a company, if it wasn't asked today. Where it is silent, what is
    /// held stays.
    pub(super) async fn refresh(
        &self,
        Service { issuer, clock }: &Service,
        company: OrganisationNumber,
    ) -> Result<(), IssuerError> {
        let Some(entities) = &self.entities else { return Ok(()) };
        let (held, now) = (issuer.clone(), clock());
        if !run(move || held.company_is_stale(company, now)).await? {
            return Ok(());
        }
        let Ok(Some(Entry::Unit(unit))) = entities.main_unit(company).await.found() else {
            return Ok(());
        };
        let Ok(sub_units) = entities.sub_units(company).await.found() else { return Ok(()) };
        let held = issuer.clone();
        run(move || held.note_units(&unit, &sub_units.unwrap_or_default(), now)).await
    }
}

impl std::fmt::Debug for Outside {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { login, entities } = self;
        write!(f, "Outside({login:?}, {})", entities.is_some())
    }
}
