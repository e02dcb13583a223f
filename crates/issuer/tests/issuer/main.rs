//! The issuer through its front doors: the use cases of the crate, and the real service on
//! loopback with a real database. The clock is an argument; nothing sleeps.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod access;
mod acts;
mod approvals;
mod at_once;
mod audit;
mod backup;
mod employer;
mod enrolment;
mod forged;
mod http;
mod index;
mod keys;
mod login;
mod mails;
mod mails_tls;
mod mirror;
mod night;
mod office;
mod openapi;
mod operation;
mod over_http;
mod pack;
mod passes;
mod person;
mod photo;
mod publishing;
mod refresh;
mod reports;
mod retention;
mod root;
mod tables;
mod tips;
mod told;
mod typed;
mod waiting;
