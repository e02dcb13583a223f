//! What each register writes. Nothing here is shared with the clients that read it.

mod approvals;
mod assignments;
mod employments;
mod entities;
mod permits;
mod population;

use std::sync::Arc;

use axum::Router;
use registers::Register;

use crate::server::Server;

/// The routes of a register, without its name before them.
pub(crate) fn routes(register: Register) -> Router<Arc<Server>> {
    match register {
        Register::Entities => entities::routes(),
        Register::Employments => employments::routes(),
        Register::Assignments => assignments::routes(),
        Register::Population => population::routes(),
        Register::Permits => permits::routes(),
        Register::Staffing | Register::Cleaning | Register::CarCare => approvals::routes(register),
    }
}
