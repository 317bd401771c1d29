//! Wiping the stack beneath a caller.
//!
//! Freed heap memory wipes itself; what a function left on the stack stays there until another one
//! writes over it, on a thread that may idle for days. The server goes through [`wiping`] with every
//! connection and through [`wiped`] with all work on threads of its own that sees readable text or a
//! code. Registers, and a stack deeper than this, are not reached.

use std::{
    future::poll_fn,
    hint::black_box,
    pin::pin,
    task::{Context, Poll},
};

/// What a step of a connection uses of the stack at most, in bytes, with room to spare.
const CONNECTION_BYTES: usize = 160 * 1024;

/// What sealing, cleaning and stretching use, in bytes: whole blocks of a cipher lie there.
const WORK_BYTES: usize = 320 * 1024;

/// Does the work, and wipes the stack that it used.
pub fn wiped<T>(work: impl FnOnce() -> T) -> T {
    let done = work();
    wipe::<WORK_BYTES>();
    done
}

/// Does the work, and wipes the stack that it used after each step: the next step may be taken on
/// another thread.
pub async fn wiping<T>(work: impl Future<Output = T>) -> T {
    let mut work = pin!(work);
    let step = |context: &mut Context<'_>| -> Poll<T> {
        let polled = work.as_mut().poll(context);
        wipe::<CONNECTION_BYTES>();
        polled
    };
    poll_fn(step).await
}

/// Writes zeros over this many bytes beneath the caller's frame.
#[inline(never)]
fn wipe<const BYTES: usize>() {
    let mut beneath = [0_u8; BYTES];
    // Somebody may look at it: so it is written.
    black_box(&mut beneath);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_done_comes_back() {
        assert_eq!(wiped(|| 7), 7);
        let mut context = Context::from_waker(std::task::Waker::noop());
        assert_eq!(pin!(wiping(async { 7 })).poll(&mut context), Poll::Ready(7));
    }
}
