//! Ground: randomness for tokens and generated names. Tests seed it, so what they see repeats.

use std::sync::{Arc, Mutex, PoisonError};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rand::rngs::StdRng;
use rand::{Rng as _, SeedableRng};
use sha2::{Digest, Sha256};

/// The app's source of randomness.
#[derive(Clone)]
pub struct Ids(Arc<Mutex<StdRng>>);

impl std::fmt::Debug for Ids {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Ids")
    }
}

impl Ids {
    /// Seeded by the operating system.
    pub fn system() -> Self {
        Self(Arc::new(Mutex::new(rand::make_rng())))
    }

    /// Repeats for the same seed.
    pub fn seeded(seed: u64) -> Self {
        Self(Arc::new(Mutex::new(StdRng::seed_from_u64(seed))))
    }

    fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.0.lock().unwrap_or_else(PoisonError::into_inner).fill_bytes(&mut bytes);
        bytes
    }

    /// A secret of 256 bits for links and cookies, safe in addresses.
    pub fn token(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.bytes::<32>())
    }

    /// A number below `end`, for pauses that must not be alike; 0 if there is none.
    pub fn below(&self, end: u32) -> u32 {
        // Scaling loses less than one in four thousand millions of evenness, which no pause notices.
        ((u64::from(u32::from_be_bytes(self.bytes())) * u64::from(end)) >> 32) as u32
    }

    /// A name of 128 bits for files and requests, in hexadecimal.
    pub fn name(&self) -> String {
        format!("{:032x}", u128::from_be_bytes(self.bytes()))
    }
}

/// The form in which a token is stored: SHA-256 in URL-safe base64. A token has 256 random bits, so no salt is needed.
pub fn token_hash(token: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(token.as_bytes()))
}
