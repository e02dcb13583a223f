//! The icons beside what is told are drawn, under the policy that the window has: one that the policy
//! keeps out is a hole that nobody misses until they can't tell colours apart.

use std::process::Command;

use serde_json::Value;

use crate::window::Window;

/// The margins in which the icons of what is told stand, and how many pixels of the picture a pixel
/// of the page has.
const MARGINS: &str = "
    const margin = (told) => {
        const box = told.getBoundingClientRect();
        const wide = parseFloat(getComputedStyle(told).paddingLeft);
        return [box.x + 4, box.y + 4, wide - 8, Math.min(box.height, 60) - 8];
    };
    const told = [...document.querySelectorAll('.ds-alert, .ds-validation-message')]
        .filter((e) => e.checkVisibility());
    told[0]?.scrollIntoView({ block: 'start', behavior: 'instant' });
    requestAnimationFrame(() => requestAnimationFrame(() => arguments[0](told.map(margin)
        .filter(([, y, , high]) => y >= 0 && y + high <= innerHeight)
        .map((box) => box.map((length) => Math.round(length * devicePixelRatio))))));";

/// Looks at a picture of the window: a margin without an icon has one colour, or two with an icon
/// whose shape didn't come.
#[track_caller]
pub fn assert_drawn(window: &Window, screen: &str) {
    let folder = tempfile::tempdir().unwrap();
    let picture = folder.path().join("window.png");
    let margins = window.run(MARGINS);
    window.picture(&picture);
    let margins = margins.as_array().unwrap();
    assert!(!margins.is_empty(), "{screen}: nothing is told");
    for margin in margins {
        let [x, y, width, height] = [0, 1, 2, 3].map(|side| margin[side].as_i64().unwrap());
        let counted = Command::new("convert")
            .arg(&picture)
            .args(["-crop", &format!("{width}x{height}+{x}+{y}"), "-format", "%k", "info:"])
            .output()
            .unwrap();
        let colours: Value = serde_json::from_slice(&counted.stdout).unwrap();
        assert!(colours.as_u64().unwrap() > 4, "{screen}: no icon at {margin}: {colours} colours");
    }
}
