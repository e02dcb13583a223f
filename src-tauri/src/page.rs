//! A window whose page died shows it again.

use tauri::WebviewWindow;

/// A page that dies as soon as it is there isn't loaded for ever.
#[cfg(target_os = "linux")]
const MOST_LIVES: u32 = 10;

/// Loads the page again when its process is gone. GStreamer opens the camera in that process, and
/// PipeWire's plugin in Debian 12 (0.3.65) brings it down every now and then.
#[cfg(target_os = "linux")]
pub(crate) fn revive(window: &WebviewWindow) -> Result<(), tauri::Error> {
    use std::cell::Cell;

    use webkit2gtk::WebViewExt;

    window.with_webview(|webview| {
        let lives = Cell::new(MOST_LIVES);
        webview.inner().connect_web_process_terminated(move |view, _| {
            if let Some(left) = lives.get().checked_sub(1) {
                lives.set(left);
                view.reload();
            }
        });
    })
}

/// Elsewhere the operating system's webview does it, or tells nobody.
#[cfg(not(target_os = "linux"))]
#[expect(clippy::unnecessary_wraps, reason = "fails on Linux")]
pub(crate) fn revive(_window: &WebviewWindow) -> Result<(), tauri::Error> {
    Ok(())
}
