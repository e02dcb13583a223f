//! The shell: windows, permissions, and commands that are one call into a role crate each.
//!
//! **Threat.** The webview shows text from strangers' codes. So it loads nothing remote, each
//! window may call its own role's commands only (`src-tauri/capabilities`), and no private key or
//! secret ever crosses into JavaScript.

#![allow(clippy::unreachable, clippy::exit, reason = "in what Tauri's macros generate")]

mod act;
mod brightness;
mod clock;
mod downloads;
mod error;
mod find;
mod frame;
mod inspect;
mod inspection;
mod open;
mod own;
mod pack;
mod page;
mod permissions;
mod photo;
mod report;
mod windows;
mod worker;

use std::sync::Arc;

use clap::Parser;
use tauri::Manager;

/// Starts the app.
pub fn run() {
    let args = windows::Args::parse();
    clock::start(&args);
    let result = tauri::Builder::default()
        .plugin(tauri_plugin_opener::init())
        .manage(open::Open::<wallet::Door>::default())
        .manage(open::Open::<inspector::Inspector>::default())
        .manage(Arc::new(brightness::Brightness::default()))
        .manage(photo::Reading::default())
        .manage(args)
        .invoke_handler(tauri::generate_handler![
            windows::app_state,
            windows::choose_role,
            windows::forget_role,
            worker::wallet_overview,
            worker::wallet_enrol,
            worker::wallet_read_activation_image,
            worker::wallet_frames,
            worker::wallet_refresh,
            worker::wallet_photo,
            photo::wallet_photo_frames,
            own::wallet_unlock,
            own::wallet_leave,
            own::wallet_brighten,
            own::wallet_set_pin,
            own::wallet_remove,
            own::wallet_check,
            own::wallet_scan_frame,
            own::wallet_meet,
            own::wallet_receipts,
            own::wallet_choose,
            own::wallet_remember_place,
            own::wallet_employment_at,
            own::wallet_forget_places,
            own::wallet_paper,
            own::wallet_google_pass,
            inspect::inspector_overview,
            inspect::inspector_enrol,
            inspect::inspector_sync,
            inspect::inspector_badge,
            inspect::inspector_receipt,
            inspect::inspector_new_challenge,
            inspect::inspector_check_text,
            inspect::inspector_check_image,
            inspect::inspector_scan_frame,
            inspect::inspector_check_typed,
            pack::inspector_want_pack,
            pack::inspector_small_picture,
            photo::inspector_find_photo,
            photo::inspector_photo,
            photo::inspector_photo_frame,
            photo::inspector_photo_image,
            act::inspector_acts,
            act::inspector_decide,
            act::inspector_take_back,
            act::inspector_send_acts,
            find::inspector_find,
            find::inspector_workers,
            find::inspector_person,
            inspection::inspections,
            inspection::inspection_begin,
            inspection::inspection_pause,
            inspection::inspection_resume,
            inspection::inspection_end,
            inspection::inspection_discard,
            inspection::inspection_news_seen,
            inspection::inspection_view,
            inspection::inspection_note,
            inspection::inspection_look_at,
            inspection::inspection_expect,
            inspection::inspection_meet_known,
            inspection::inspection_meet_told,
            inspection::inspection_change,
            inspection::inspection_remove,
            inspection::inspection_restore,
            inspection::inspection_add_picture,
            inspection::inspection_caption,
            inspection::inspection_remove_picture,
            inspection::inspection_picture,
            report::report_view,
            report::report_crew_list,
            report::report_no_crew_list,
            report::report_save,
            report::report_send,
        ])
        .setup(|app| {
            let role = windows::role(app.handle());
            Ok(windows::open(app.handle(), role)?)
        })
        .build(tauri::generate_context!());
    let result = result.map(|app| {
        app.run(|app, event| {
            if matches!(event, tauri::RunEvent::Exit) {
                app.state::<Arc<brightness::Brightness>>().restore();
            }
        });
    });
    if let Err(error) = result {
        #[expect(clippy::print_stderr, reason = "there is no window to say it in")]
        {
            eprintln!("hmskort: the window can't be opened: {error}");
        }
    }
}
