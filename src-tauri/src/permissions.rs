//! What a window may use of the device: the camera, and where it is.

use tauri::WebviewWindow;

use crate::windows::Role;

/// Answers the webview's questions. WebKitGTK says no unless it is told; elsewhere the operating
/// system asks the user. The camera is for both roles; the position is for workers, who are asked
/// in the app before it is used, and it never leaves the device.
#[cfg(target_os = "linux")]
pub(crate) fn answer(window: &WebviewWindow, role: Option<Role>) -> Result<(), tauri::Error> {
    use webkit2gtk::glib::prelude::{Cast, IsA, ObjectExt};
    use webkit2gtk::{
        GeolocationPermissionRequest, PermissionRequest, PermissionRequestExt,
        UserMediaPermissionRequest, UserMediaPermissionRequestExt, WebViewExt,
    };
    fn is_camera(request: &impl IsA<PermissionRequest>) -> bool {
        request
            .dynamic_cast_ref::<UserMediaPermissionRequest>()
            .is_some_and(|media| media.is_for_video_device() && !media.is_for_audio_device())
    }
    window.with_webview(move |webview| {
        webview.inner().connect_permission_request(move |_, request| {
            let camera = role.is_some() && is_camera(request);
            let position =
                role == Some(Role::Worker) && request.is::<GeolocationPermissionRequest>();
            if camera || position {
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
pub(crate) fn answer(_window: &WebviewWindow, _role: Option<Role>) -> Result<(), tauri::Error> {
    Ok(())
}
