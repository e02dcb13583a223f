//! An empty window, built as the app is: what `make bench` holds the time to the first code
//! against.

#![allow(clippy::unwrap_used, clippy::unreachable, clippy::exit)]

use tauri::{WebviewUrl, WebviewWindowBuilder};

fn main() {
    tauri::Builder::default()
        .setup(|app| {
            let url = WebviewUrl::default();
            WebviewWindowBuilder::new(app, "empty", url).inner_size(420.0, 860.0).build()?;
            Ok(())
        })
        .run(tauri::generate_context!("src-tauri/examples/empty/tauri.conf.json"))
        .unwrap();
}
