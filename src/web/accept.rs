//! Taking connections in, and serving each until it ends or the server stops.
//!
//! [`serve`](super::serve) calls [`accept`]. Each connection speaks HTTP/1.1 in a task of its own;
//! a stop lets requests that are under way be finished. Nothing about a connection is logged.

use super::{narrow::NarrowStream, peer::Peer};
use axum::{Router, body::Body, http::Request};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use std::{pin::pin, time::Duration};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::watch,
    task::JoinSet,
    time::interval_at,
};
use tower::ServiceExt;

/// Accepting is tried again after this long when the system has nothing left to accept with.
const RETRY: Duration = Duration::from_secs(1);

/// Serves until `stop` comes, and until the requests that are under way then are finished.
pub async fn accept(listener: TcpListener, router: Router, stop: impl Future<Output = ()>) {
    let (stopping, stopped) = watch::channel(());
    let mut connections = JoinSet::new();
    let mut stop = pin!(stop);
    loop {
        let (stream, peer) = tokio::select! {
            () = &mut stop => break,
            accepted = next(&listener) => accepted,
            // Tasks that ended are let go of.
            Some(_) = connections.join_next() => continue,
        };
        connections.spawn(connection(stream, peer, router.clone(), stopped.clone()));
    }
    drop((listener, stopping));
    while connections.join_next().await.is_some() {}
}

/// The next connection. One that broke before it was taken in is passed over.
async fn next(listener: &TcpListener) -> (TcpStream, Peer) {
    loop {
        match listener.accept().await {
            Ok((stream, address)) => return (stream, Peer::at(address)),
            Err(error) if is_of_one_connection(&error) => {}
            Err(_) => {
                tracing::error!("connections cannot be taken in: too many open files?");
                interval_at(tokio::time::Instant::now() + RETRY, RETRY).tick().await;
            }
        }
    }
}

fn is_of_one_connection(error: &std::io::Error) -> bool {
    use std::io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset)
}

/// Serves one connection to its end.
async fn connection(
    stream: TcpStream,
    peer: Peer,
    router: Router,
    mut stopped: watch::Receiver<()>,
) {
    let service = service_fn(|mut request: Request<Incoming>| {
        request.extensions_mut().insert(peer);
        router.clone().oneshot(request.map(Body::new))
    });
    let stream = TokioIo::new(NarrowStream(stream));
    let mut http = http1::Builder::new();
    let mut connection = pin!(http.timer(TokioTimer::new()).serve_connection(stream, service));
    let ended = tokio::select! {
        ended = connection.as_mut() => ended,
        // An error says that the sender is gone, which is the sign to stop.
        _ = stopped.changed() => {
            connection.as_mut().graceful_shutdown();
            connection.await
        }
    };
    // How a connection ends is its client's business.
    drop(ended);
}
