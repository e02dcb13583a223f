//! The decoder in a customer's browser. A file of its own, because most customers come with a code
//! that their phone's camera has read already.

use wasm_bindgen::prelude::wasm_bindgen;

/// [`scan::frame`] for JavaScript.
///
/// # Errors
/// More than one code in view.
#[wasm_bindgen]
pub fn frame(luma: Vec<u8>, width: u32, height: u32) -> Result<Option<String>, String> {
    scan::frame(luma, width, height).map_err(|several| several.to_string())
}
