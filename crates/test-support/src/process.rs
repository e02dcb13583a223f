//! Processes that end with the test.

use std::process::{Child, Command, ExitStatus};

/// A process, and all that it started, ended when dropped.
#[derive(Debug)]
pub struct Running(Child);

impl Running {
    /// Starts it.
    #[must_use]
    pub fn start(command: &mut Command) -> Self {
        use std::os::unix::process::CommandExt;
        // A group of its own, so that what the process starts ends with it.
        Self(command.process_group(0).spawn().unwrap_or_else(|e| panic!("{command:?}: {e}")))
    }

    /// The process, for its output.
    pub fn child(&mut self) -> &mut Child {
        &mut self.0
    }

    /// Ends it as a flat battery does.
    pub fn kill(mut self) -> ExitStatus {
        self.end()
    }

    fn end(&mut self) -> ExitStatus {
        let group = format!("-{}", self.0.id());
        let _ = Command::new("kill").args(["-KILL", "--", &group]).output();
        self.0.wait().unwrap()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.end();
    }
}
