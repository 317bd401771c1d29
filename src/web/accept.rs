//! Taking connections in, and serving each until it ends or the server stops.
//!
//! [`serve`](super::serve) calls [`accept`]. Each connection speaks HTTP/1.1 in a task of its own;
//! a stop lets requests that are under way be finished. How many there are at once is for
//! [`seats`](super::seats), and how long a client may take for [`patience`](super::patience). Nothing
//! about a connection is logged.

use super::{
    headers,
    listen::{Listener, Listeners},
    narrow::NarrowStream,
    patience::{Sending, paced},
    peer::Peer,
    seats::{Doing, Seat, Seats},
    tls::Certificates,
};
use crate::core::stack::wiping;
use axum::{Router, body::Body, http::Request, response::Response};
use hyper::{
    body::{Body as _, Incoming},
    server::conn::http1,
    service::service_fn,
};
use hyper_util::rt::{TokioIo, TokioTimer};
use std::{convert::Infallible, io, pin::pin, sync::Arc, time::Duration};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::{TcpListener, TcpStream, UnixListener, UnixStream},
    sync::watch,
    task::JoinSet,
    time::{Instant, interval_at, timeout},
};
use tower::ServiceExt;

/// Accepting is tried again after this long when the system has nothing left to accept with.
const RETRY: Duration = Duration::from_secs(1);

/// A handshake takes this long at most.
const HANDSHAKE: Duration = Duration::from_secs(20);

/// The head of a request takes this long at most, and a connection may wait this long for the next.
const HEAD: Duration = Duration::from_secs(30);

/// The most headers of a request, and the most bytes that they and its first line take together.
const MAX_HEADERS: usize = 100;
const MAX_HEAD_BYTES: usize = 32 * 1024;

/// The most of a connection that is held in memory, in bytes, each way.
const MAX_HELD_BYTES: usize = 64 * 1024;

/// When the server stops, requests that are under way have this long to be finished: less than the
/// system waits before it ends the program.
const FINISH: Duration = Duration::from_secs(50);

/// When it stops, an answer that is still on its way out has this long.
const FAREWELL: Duration = Duration::from_secs(1);

/// What is known of a connection when it comes in.
enum Coming {
    Tcp(TcpStream, Peer, Option<Arc<Certificates>>),
    Unix(UnixStream),
}

/// What runs over a connection: whether the line is closed to others by TLS of ours.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Line {
    Plain,
    Tls,
}

/// Serves until `stop` comes, and until the requests that are under way then are finished.
pub async fn accept(
    mut listeners: Listeners,
    (router, seats): (Router, Seats),
    stop: impl Future<Output = ()>,
) {
    let (stopping, stopped) = watch::channel(());
    let mut each = JoinSet::new();
    for listener in listeners.all.drain(..) {
        let serving = Serving { router: router.clone(), stopped: stopped.clone() };
        each.spawn(one(listener, serving, seats.clone()));
    }
    stop.await;
    drop((listeners, stopping));
    while each.join_next().await.is_some() {}
}

/// What each connection gets.
#[derive(Clone)]
struct Serving {
    router: Router,
    stopped: watch::Receiver<()>,
}

/// Takes in what comes at one listener, as far as there are seats; the others wait at the system.
async fn one(listener: Listener, serving: Serving, seats: Seats) {
    let mut connections = JoinSet::new();
    let mut stopped = serving.stopped.clone();
    let seated = async || {
        loop {
            let coming = next(&listener).await;
            // Who has enough of them is let go without a word.
            if let Some(seat) = seats.take(coming.peer()).await {
                return (coming, seat);
            }
        }
    };
    loop {
        let (coming, seat) = tokio::select! {
            // An error says that the sender is gone, which is the sign to stop.
            _ = stopped.changed() => break,
            seated = seated() => seated,
        };
        connections.spawn(wiping(connection(coming, serving.clone(), seat)));
        // Tasks that ended are let go of.
        while connections.try_join_next().is_some() {}
    }
    drop(listener);
    while connections.join_next().await.is_some() {}
}

impl Coming {
    fn peer(&self) -> Peer {
        match self {
            Self::Tcp(_, peer, _) => *peer,
            Self::Unix(_) => Peer::LOCAL,
        }
    }
}

/// The next connection. One that broke before it was taken in is passed over.
async fn next(listener: &Listener) -> Coming {
    loop {
        let coming = match listener {
            Listener::Plain(tcp) => from_tcp(tcp, None).await,
            Listener::Tls(tcp, certificates) => from_tcp(tcp, Some(certificates.clone())).await,
            Listener::Unix(unix) => from_unix(unix).await,
        };
        match coming {
            Ok(coming) => return coming,
            Err(error) if is_of_one_connection(&error) => {}
            Err(_) => {
                tracing::error!("connections cannot be taken in: too many open files?");
                interval_at(Instant::now() + RETRY, RETRY).tick().await;
            }
        }
    }
}

async fn from_tcp(tcp: &TcpListener, tls: Option<Arc<Certificates>>) -> io::Result<Coming> {
    let (stream, address) = tcp.accept().await?;
    Ok(Coming::Tcp(stream, Peer::at(address), tls))
}

async fn from_unix(unix: &UnixListener) -> io::Result<Coming> {
    Ok(Coming::Unix(unix.accept().await?.0))
}

fn is_of_one_connection(error: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset)
}

/// Serves one connection until it ends, or its seat is given to somebody else.
async fn connection(coming: Coming, serving: Serving, seat: Seat) {
    let (peer, seat) = (coming.peer(), Arc::new(seat));
    let serve = async {
        match coming {
            Coming::Unix(stream) => speak(stream, (peer, Line::Plain), (&serving, &seat)).await,
            Coming::Tcp(stream, _, None) => {
                speak(stream, (peer, Line::Plain), (&serving, &seat)).await;
            }
            Coming::Tcp(stream, _, Some(certificates)) => {
                let shaking = certificates.acceptor().accept(stream);
                // Who cannot shake hands in time, or at all, is let go without a word.
                if let Ok(Ok(stream)) = timeout(HANDSHAKE, shaking).await {
                    speak(stream, (peer, Line::Tls), (&serving, &seat)).await;
                }
            }
        }
    };
    tokio::select! {
        () = serve => {}
        () = seat.given_away() => {}
    }
}

/// Speaks HTTP over a stream until it ends, or until what is under way is finished when the server
/// stops.
async fn speak(
    stream: impl AsyncRead + AsyncWrite + Unpin,
    (peer, line): (Peer, Line),
    (serving, seat): (&Serving, &Arc<Seat>),
) {
    let service = service_fn(|mut request: Request<Incoming>| {
        request.extensions_mut().insert(peer);
        answer(request, line, (serving.router.clone(), seat.clone()))
    });
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(HEAD).max_headers(MAX_HEADERS);
    http.max_header_size(MAX_HEAD_BYTES).max_buf_size(MAX_HELD_BYTES);
    let stream = TokioIo::new(NarrowStream::new(stream));
    let mut connection = pin!(http.serve_connection(stream, service));
    let mut stopped = serving.stopped.clone();
    // How a connection ends is its client's business.
    tokio::select! {
        ended = connection.as_mut() => drop(ended),
        _ = stopped.changed() => {
            let patience = if seat.is_waiting() { FAREWELL } else { FINISH };
            connection.as_mut().graceful_shutdown();
            drop(timeout(patience, connection).await);
        }
    }
}

/// Answers one request. The seat knows all the while who waits for whom.
async fn answer(
    request: Request<Incoming>,
    line: Line,
    (router, seat): (Router, Arc<Seat>),
) -> Result<Response<Sending>, Infallible> {
    seat.is(Doing::Working);
    let request = match request.body().is_end_stream() {
        true => request.map(Body::new),
        false => request.map(|body| paced(Body::new(body), seat.clone())),
    };
    let mut response = router.oneshot(request).await?;
    if line == Line::Tls {
        headers::add_over_tls(&mut response);
    }
    Ok(response.map(|body| Sending::new(body, seat)))
}
