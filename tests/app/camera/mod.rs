//! A camera for WebKit on a machine that has none, and what it sees.

use std::fs;
use std::io::{self, Read};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

use test_support::Running;

use crate::PATIENCE;
use crate::screen::Screen;
use crate::window::NO_BUS;

/// A device that GStreamer finds, and so WebKit (`device.c`). It films a screen while it is on.
pub struct Camera {
    plugins: PathBuf,
    port: u16,
    /// `true` when somebody has switched it on, `false` when nobody films any more.
    switched: Receiver<bool>,
}

impl Camera {
    /// Films the left of a screen, where a phone's window shows its code.
    pub fn before(screen: &Screen, folder: &Path) -> Self {
        let plugins = folder.join("camera");
        fs::create_dir_all(&plugins).unwrap();
        build(&plugins.join("libgsttestcamera.so"));
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let (switch, switched) = mpsc::channel();
        let display = screen.display().to_owned();
        thread::spawn(move || {
            for webkit in listener.incoming().map(Result::unwrap) {
                if switch.send(true).is_err() {
                    return;
                }
                let mut film = film(&display);
                let _ = io::copy(&mut film.child().stdout.take().unwrap(), &mut &webkit);
                // When the screen is gone there are no more pictures, but the camera is still on.
                let _ = (&webkit).read(&mut [0]);
                let _ = switch.send(false);
            }
        });
        Self { plugins, port, switched }
    }

    /// What an app must have in its environment to find this camera, and no other.
    pub fn environment(&self) -> [(&'static str, String); 4] {
        let others = "v4l2deviceprovider:NONE,pipewiredeviceprovider:NONE";
        [
            ("GST_PLUGIN_PATH", self.plugins.to_str().unwrap().to_owned()),
            ("GST_PLUGIN_FEATURE_RANK", others.to_owned()),
            ("FILM_PORT", self.port.to_string()),
            (NO_BUS.0, NO_BUS.1.to_owned()),
        ]
    }

    /// Waits until it is switched on.
    pub fn goes_on(&self) {
        assert!(self.goes_on_within(PATIENCE), "nobody switches the camera on");
    }

    /// Whether it is switched on before so much time has passed.
    pub fn goes_on_within(&self, patience: Duration) -> bool {
        self.switched.recv_timeout(patience) == Ok(true)
    }

    /// Waits until it is let go.
    pub fn goes_off(&self) {
        assert_eq!(self.switched.recv_timeout(PATIENCE), Ok(false), "nobody lets the camera go");
    }
}

fn build(plugin: &Path) {
    let flags = Command::new("pkg-config").args(["--cflags", "--libs", "gstreamer-1.0"]).output();
    let flags = String::from_utf8(flags.unwrap().stdout).unwrap();
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/app/camera/device.c");
    let mut compiler = Command::new("cc");
    compiler.args(["-Wall", "-Werror", "-shared", "-fPIC", "-o"]).arg(plugin).arg(source);
    let built = compiler.args(flags.split_whitespace()).status().unwrap();
    assert!(built.success(), "run `make setup` first: it installs GStreamer's headers");
}

/// Pictures of a screen without end, one after the other, in the format that `device.c` names.
fn film(display: &str) -> Running {
    let screen = format!("display-name={display}");
    let pipeline = "use-damage=false show-pointer=false endx=1066 starty=260 endy=859 \
                    ! video/x-raw,framerate=10/1 ! videoconvert ! videoscale \
                    ! video/x-raw,format=I420,width=1280,height=720 ! fdsink";
    let mut command = Command::new("gst-launch-1.0");
    command.args(["-q", "ximagesrc", &screen]).args(pipeline.split_whitespace());
    Running::start(command.stdout(Stdio::piped()).stderr(Stdio::null()))
}
