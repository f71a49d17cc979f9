//! Taking an address to listen on, with errors an operator can act upon.

use std::io;

use tokio::net::TcpListener;

/// Why an address cannot be listened on, in one sentence for the operator.
#[derive(Debug, thiserror::Error)]
pub enum BindError {
    /// Another process listens there.
    #[error("{address} is already in use by another program: stop it, or choose another address with --listen")]
    InUse {
        /// The address as it was given.
        address: String,
    },
    /// The process may not listen there (ports below 1024 need a privilege).
    #[error("listening on {address} is not permitted: choose a port of 1024 or more, or grant the privilege")]
    Forbidden {
        /// The address as it was given.
        address: String,
    },
    /// The text is not an address and a port, or the name is unknown.
    #[error("{address:?} is not an address to listen on: write it as host:port, for example 127.0.0.1:3000")]
    Malformed {
        /// The address as it was given.
        address: String,
    },
    /// The address belongs to another machine.
    #[error("{address} is not an address of this machine: choose one of its own, or 0.0.0.0 for all of them")]
    Foreign {
        /// The address as it was given.
        address: String,
    },
    /// Anything else the system says.
    #[error("cannot listen on {address}: {source}")]
    Other {
        /// The address as it was given.
        address: String,
        /// What the system said.
        source: io::Error,
    },
}

/// Listens on `address`, written as `host:port`; port 0 lets the system choose.
///
/// # Errors
/// See [`BindError`].
pub async fn bind(address: &str) -> Result<TcpListener, BindError> {
    // Whether the text resolves at all is asked apart: the kinds of error a resolver gives say too little.
    let resolved = match tokio::net::lookup_host(address).await {
        Ok(resolved) => resolved.collect::<Vec<_>>(),
        Err(_) => return Err(BindError::Malformed { address: address.to_owned() }),
    };
    TcpListener::bind(&resolved[..]).await.map_err(|source| {
        let address = address.to_owned();
        match source.kind() {
            io::ErrorKind::AddrInUse => BindError::InUse { address },
            io::ErrorKind::PermissionDenied => BindError::Forbidden { address },
            io::ErrorKind::AddrNotAvailable => BindError::Foreign { address },
            _ => BindError::Other { address, source },
        }
    })
}
