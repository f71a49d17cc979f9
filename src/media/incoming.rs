use std::fs::File;
use std::io;
use std::path::Path;

use sha2::{Digest, Sha256};
use tokio::io::AsyncWriteExt as _;

use super::Type;

/// How many first bytes tell the type of a file.
pub const HEAD: usize = 4096;

/// A file on its way in, piece by piece. It is written to a file without a name, so that nothing of it stays whatever
/// becomes of the sender or of this process.
#[derive(Debug)]
pub struct Incoming {
    file: tokio::fs::File,
    head: Vec<u8>,
    size: u64,
    hash: Sha256,
}

/// A file that has come in whole.
#[derive(Debug)]
pub struct Received {
    /// What it is, by its content; `None` if that is not taken.
    pub kind: Option<Type>,
    /// Its bytes, from the beginning.
    pub file: File,
    /// How many they are.
    pub size: u64,
    /// SHA-256 of them, in hexadecimal.
    pub sha256: String,
}

impl Incoming {
    /// Begins a file in a folder, which is made if it is not there.
    pub fn begin(folder: &Path) -> io::Result<Self> {
        std::fs::create_dir_all(folder)?;
        let file = tokio::fs::File::from_std(tempfile::tempfile_in(folder)?);
        Ok(Self { file, head: Vec::new(), size: 0, hash: Sha256::new() })
    }

    /// Takes the next piece.
    pub async fn write(&mut self, piece: &[u8]) -> io::Result<()> {
        let missing = HEAD.saturating_sub(self.head.len()).min(piece.len());
        self.head.extend_from_slice(&piece[..missing]);
        self.size += piece.len() as u64;
        self.hash.update(piece);
        self.file.write_all(piece).await
    }

    /// Bytes so far.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// What it is; `None` before enough has come to tell, and `Some(None)` for what is not taken.
    pub fn kind(&self) -> Option<Option<Type>> {
        (self.head.len() >= HEAD).then(|| Type::of(&self.head))
    }

    /// The whole file.
    pub async fn finish(mut self) -> io::Result<Received> {
        self.file.flush().await?;
        let mut file = self.file.into_std().await;
        io::Seek::rewind(&mut file)?;
        let sha256 = format!("{:x}", self.hash.finalize());
        Ok(Received { kind: Type::of(&self.head), file, size: self.size, sha256 })
    }
}
