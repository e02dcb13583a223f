//! The app.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

fn main() {
    hmskort_app::run();
}
