//! Each command needs a permission; each window's capability file names its own.

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo:rerun-if-changed=src-tauri/capabilities");
    let commands = &[
        "app_state",
        "choose_role",
        "forget_role",
        "wallet_overview",
        "wallet_enrol",
        "wallet_read_activation_image",
        "wallet_frames",
        "wallet_refresh",
        "wallet_photo",
        "wallet_unlock",
        "wallet_leave",
        "wallet_brighten",
        "wallet_set_pin",
        "wallet_remove",
        "wallet_check",
        "wallet_scan_frame",
        "wallet_meet",
        "wallet_receipts",
        "wallet_choose",
        "wallet_remember_place",
        "wallet_employment_at",
        "wallet_forget_places",
        "wallet_paper",
        "wallet_google_pass",
        "inspector_overview",
        "inspector_enrol",
        "inspector_sync",
        "inspector_badge",
        "inspector_receipt",
        "inspector_new_challenge",
        "inspector_check_text",
        "inspector_check_image",
        "inspector_scan_frame",
        "inspector_check_typed",
        "inspector_acts",
        "inspector_decide",
        "inspector_take_back",
        "inspector_send_acts",
        "inspector_find",
        "inspector_workers",
        "inspector_person",
    ];
    let attributes = tauri_build::Attributes::new()
        .app_manifest(tauri_build::AppManifest::new().commands(commands))
        .capabilities_path_pattern("src-tauri/capabilities/**/*");
    tauri_build::try_build(attributes)?;
    Ok(())
}
