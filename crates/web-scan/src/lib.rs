//! The decoder in a customer's browser. A file of its own, because most customers come with a code
//! that their phone's camera has read already.

use wasm_bindgen::prelude::wasm_bindgen;

/// [`scan::frame`] for JavaScript.
#[wasm_bindgen]
#[must_use]
pub fn frame(luma: Vec<u8>, width: u32, height: u32) -> Option<String> {
    scan::frame(luma, width, height)
}
