//! Inspectors.

use axum::extract::State;
use wire::{InviteInspector, Link, RevokeInspector};

use crate::http::Service;
use crate::http::body::Json;
use crate::http::reply::{Answer, blocking};
use crate::http::token::Office;

pub(crate) async fn invite(
    State(Service { issuer, clock }): State<Service>,
    Office { by }: Office,
    Json(InviteInspector { name, authority }): Json<InviteInspector>,
) -> Answer<Link> {
    blocking(move || {
        let link = issuer.enrol_inspector(name.as_str(), &authority, &by, clock())?;
        Ok(Link { link: link.to_string() })
    })
    .await
}

pub(crate) async fn revoke(
    State(Service { issuer, clock }): State<Service>,
    _: Office,
    Json(inspector): Json<RevokeInspector>,
) -> Answer<RevokeInspector> {
    blocking(move || {
        issuer.revoke_inspector(inspector.name.as_str(), clock())?;
        Ok(inspector)
    })
    .await
}
