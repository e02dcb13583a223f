//! What the command line of wasm-bindgen does, at the version that `Cargo.lock` names.
//!
//! usage: web-bindings WASM FOLDER

#![allow(clippy::unwrap_used, reason = "a tool of the build")]

fn main() {
    let [wasm, folder] = std::env::args_os().skip(1).collect::<Vec<_>>().try_into().unwrap();
    let mut bindings = wasm_bindgen_cli_support::Bindgen::new();
    bindings.input_path(wasm).web(true).unwrap().typescript(true).remove_name_section(true);
    bindings.generate(folder).unwrap();
}
