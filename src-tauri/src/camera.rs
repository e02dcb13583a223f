//! The camera's permission.

use tauri::WebviewWindow;

/// Answers the webview's question whether this window may use the camera. WebKitGTK says no
/// unless it is told; elsewhere the operating system asks the user.
#[cfg(target_os = "linux")]
pub(crate) fn allow(window: &WebviewWindow, may: bool) -> Result<(), tauri::Error> {
    use webkit2gtk::glib::prelude::Cast;
    use webkit2gtk::{
        PermissionRequestExt, UserMediaPermissionRequest, UserMediaPermissionRequestExt, WebViewExt,
    };
    window.with_webview(move |webview| {
        webview.inner().connect_permission_request(move |_, request| {
            let camera = request
                .downcast_ref::<UserMediaPermissionRequest>()
                .is_some_and(|media| media.is_for_video_device() && !media.is_for_audio_device());
            if may && camera {
                request.allow();
            } else {
                request.deny();
            }
            true
        });
    })
}

/// Elsewhere there is nothing to do.
#[cfg(not(target_os = "linux"))]
#[expect(clippy::unnecessary_wraps, reason = "fails on Linux")]
pub(crate) fn allow(_window: &WebviewWindow, _may: bool) -> Result<(), tauri::Error> {
    Ok(())
}
