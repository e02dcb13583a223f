//! Not more than a register can take, and nothing while it rests.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::{Semaphore, SemaphorePermit};
use tokio::time::{Instant, sleep_until};

use crate::{Limits, Silence};

/// Where questions wait their turn.
#[derive(Debug)]
pub(super) struct Gate {
    at_once: Semaphore,
    /// Time between two requests.
    apart: Duration,
    rest_after: u32,
    rest: Duration,
    state: Mutex<State>,
}

#[derive(Debug)]
struct State {
    /// When the next request may go.
    next: Instant,
    /// How many questions in a row got no answer.
    silent: u32,
    /// Until when the register is left alone, and why.
    resting: Option<(Instant, Silence)>,
}

impl Gate {
    pub(super) fn new(limits: Limits, rest_after: u32, rest: Duration) -> Self {
        let at_once = usize::try_from(limits.at_once.get()).unwrap_or(usize::MAX);
        let state = State { next: Instant::now(), silent: 0, resting: None };
        Self {
            at_once: Semaphore::new(at_once.min(Semaphore::MAX_PERMITS)),
            apart: Duration::from_secs(1) / limits.per_second.get(),
            rest_after,
            rest,
            state: Mutex::new(state),
        }
    }

    /// Waits for a place. It is kept until it is dropped.
    pub(super) async fn enter(&self) -> Result<SemaphorePermit<'_>, Silence> {
        self.awake()?;
        // Never closed, so never an error.
        let place = self.at_once.acquire().await.map_err(|_| Silence::Unreachable)?;
        self.awake()?;
        Ok(place)
    }

    /// Waits until a request may go.
    pub(super) async fn turn(&self) {
        let turn = {
            let mut state = self.state();
            let turn = state.next.max(Instant::now());
            state.next = turn + self.apart;
            turn
        };
        sleep_until(turn).await;
    }

    /// Notes how a question ended. After the rest, one more silence is enough for another.
    pub(super) fn note(&self, silence: Option<Silence>) {
        let mut state = self.state();
        let Some(silence) = silence else {
            (state.silent, state.resting) = (0, None);
            return;
        };
        state.silent = state.silent.saturating_add(1);
        if state.silent >= self.rest_after {
            state.resting = Some((Instant::now() + self.rest, silence));
        }
    }

    fn awake(&self) -> Result<(), Silence> {
        match self.state().resting {
            Some((until, silence)) if Instant::now() < until => Err(silence),
            _ => Ok(()),
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    /// The clock of these tests stands still and jumps to the next thing that is waited for.
    #[tokio::test(start_paused = true)]
    async fn requests_are_kept_apart() {
        let gate = Gate::new(Limits::new(10, 4, 1), 20, SECOND);
        let start = Instant::now();
        for _ in 0..9 {
            gate.turn().await;
        }
        assert_eq!((Instant::now() - start).as_millis() / 100, 20, "eight times a quarter second");
    }

    #[tokio::test(start_paused = true)]
    async fn no_more_are_inside_than_may_be() {
        let gate = Gate::new(Limits::new(2, 100, 1), 20, SECOND);
        let places = (gate.enter().await.unwrap(), gate.enter().await.unwrap());
        let third = tokio::time::timeout(SECOND, gate.enter()).await;
        assert!(third.is_err(), "the third waits");
        drop(places);
        assert!(gate.enter().await.is_ok());
    }

    #[tokio::test(start_paused = true)]
    async fn a_silent_register_rests_and_then_is_asked_again() {
        let gate = Gate::new(Limits::new(2, 100, 1), 3, 30 * SECOND);
        for _ in 0..2 {
            gate.note(Some(Silence::Timeout));
            assert!(gate.enter().await.is_ok());
        }
        gate.note(Some(Silence::Failed(503)));
        assert_eq!(gate.enter().await.err(), Some(Silence::Failed(503)));
        tokio::time::advance(31 * SECOND).await;
        assert!(gate.enter().await.is_ok());
        gate.note(Some(Silence::Timeout));
        assert_eq!(gate.enter().await.err(), Some(Silence::Timeout), "one try was enough");
        tokio::time::advance(31 * SECOND).await;
        gate.note(None);
        gate.note(Some(Silence::Timeout));
        assert!(gate.enter().await.is_ok(), "an answer begins the count anew");
    }
}
