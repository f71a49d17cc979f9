//! Passwords: argon2id at its recommended cost (19 MiB, 2 passes, 1 lane), and which ones are refused.

use argon2::Argon2;
use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _, phc::PasswordHash};
use tokio::sync::Semaphore;

use crate::checks::Problem;

/// Fewest characters of a password.
pub const MIN: usize = 8;
/// Most characters of a password.
pub const MAX: usize = 128;

/// A hash in the same form that no password has.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$P1kRzTZvL1Z5mO4nq0Yv6m1nJ5f4Jp2hJ4eXk0m3u2E";

/// Lets only a few hashes run at once, since each takes 19 MiB and some milliseconds of a core.
#[derive(Debug)]
pub struct Hashing(Semaphore);

impl Default for Hashing {
    fn default() -> Self {
        Self(Semaphore::new(std::thread::available_parallelism().map_or(2, usize::from)))
    }
}

impl Hashing {
    /// The hash of a password, in PHC form.
    pub async fn hash(&self, password: String) -> anyhow::Result<String> {
        let _permit = self.0.acquire().await?;
        let hash = tokio::task::spawn_blocking(move || {
            Argon2::default().hash_password(password.as_bytes()).map(|hash| hash.to_string())
        });
        hash.await?.map_err(|error| anyhow::anyhow!("password hash: {error}"))
    }

    /// Whether a password is the one behind a hash. Without a hash the same work is done against a hash that no
    /// password has, so that the time does not tell whether an account exists.
    pub async fn verify(&self, password: String, hash: Option<String>) -> anyhow::Result<bool> {
        let _permit = self.0.acquire().await?;
        let known = hash.is_some();
        let hash = hash.unwrap_or_else(|| NOBODY.to_owned());
        let holds = tokio::task::spawn_blocking(move || {
            PasswordHash::new(&hash)
                .is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok())
        });
        Ok(holds.await? && known)
    }
}

/// What is wrong with a new password; `context` are words that must not make it up, such as name and address.
pub fn check(password: &str, context: &[&str]) -> Result<(), Problem> {
    let length = password.chars().count();
    if length == 0 {
        return Err(Problem::Missing);
    }
    if length < MIN {
        return Err(Problem::TooShort { min: MIN });
    }
    if length > MAX {
        return Err(Problem::TooLong { max: MAX });
    }
    let strength = zxcvbn::zxcvbn(password, context);
    if u8::from(strength.score()) < 2 || is_made_of(password, context) {
        Err(Problem::Other("problem-password-weak"))
    } else {
        Ok(())
    }
}

/// Whether hardly anything is left of a password without the words of its context.
fn is_made_of(password: &str, context: &[&str]) -> bool {
    let whole = password.to_lowercase();
    let words = context.iter().map(|word| word.to_lowercase()).filter(|word| word.len() > 2);
    let rest = words.fold(whole.clone(), |rest, word| rest.replace(&word, ""));
    rest.len() < whole.len() && rest.chars().filter(|c| c.is_alphanumeric()).count() < 5
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_is_checked_with_and_without_an_account() {
        let hashing = Hashing::default();
        let hash = hashing.hash("a long walk by the river".to_owned()).await.unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert!(hashing.verify("a long walk by the river".to_owned(), Some(hash.clone())).await.unwrap());
        assert!(!hashing.verify("a long walk by the sea".to_owned(), Some(hash)).await.unwrap());
        assert!(!hashing.verify("a long walk by the river".to_owned(), None).await.unwrap());
    }

    #[test]
    fn the_hash_of_nobody_costs_as_much_as_a_real_one() {
        let hash = PasswordHash::new(NOBODY).expect("it is well formed, so it is really computed");
        assert!(NOBODY.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert_eq!(hash.hash.map(|output| output.as_ref().len()), Some(32));
    }

    #[test]
    fn short_common_and_contextual_passwords_are_refused() {
        assert_eq!(check("", &[]), Err(Problem::Missing));
        assert_eq!(check("k7#qw", &[]), Err(Problem::TooShort { min: MIN }));
        assert_eq!(check(&"x7".repeat(65), &[]), Err(Problem::TooLong { max: MAX }));
        assert_eq!(check("password1", &[]), Err(Problem::Other("problem-password-weak")));
        assert_eq!(check("somchai-lumen", &["somchai", "lumen"]), Err(Problem::Other("problem-password-weak")));
        assert_eq!(check("Mei.Lin1", &["mei", "lin"]), Err(Problem::Other("problem-password-weak")));
        assert_eq!(check("orchid tram lantern", &["somchai"]), Ok(()));
    }
}
