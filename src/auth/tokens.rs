//! Access tokens: short-lived JWTs that name a session. They save nothing but a look-up by name: the session's row
//! decides on every request, so that revocation holds at once.

use std::fmt;

use chrono::{DateTime, Duration, Utc};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use serde::{Deserialize, Serialize};

const AUDIENCE: &str = "greenbridge-browser";
const TYPE: &str = "at+jwt";

const DEVICE_AUDIENCE: &str = "greenbridge-device";
const DEVICE_TYPE: &str = "device+jwt";

/// How long a browser is known after it has signed in.
pub fn device_life() -> Duration {
    Duration::days(180)
}

/// How long an access token lives; after it the refresh token is exchanged.
pub fn access_life() -> Duration {
    Duration::minutes(15)
}

/// Claims of an access token.
#[derive(Debug, Serialize, Deserialize)]
pub struct Claims {
    /// The account.
    pub sub: String,
    /// The session.
    pub sid: i64,
    aud: String,
    iat: i64,
    nbf: i64,
    exp: i64,
}

/// Keys that sign and check access tokens (HMAC SHA-256 from the configured secret).
#[derive(Clone)]
pub struct Keys {
    encoding: EncodingKey,
    decoding: DecodingKey,
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Keys")
    }
}

impl Keys {
    /// Keys from the secret of the settings.
    pub fn new(secret: &str) -> Self {
        Self {
            encoding: EncodingKey::from_secret(secret.as_bytes()),
            decoding: DecodingKey::from_secret(secret.as_bytes()),
        }
    }

    /// Signs an access token for a session.
    pub fn sign(&self, account_id: i64, session_id: i64, now: DateTime<Utc>) -> anyhow::Result<String> {
        let header = Header { typ: Some(TYPE.to_owned()), ..Header::new(Algorithm::HS256) };
        let claims = Claims {
            sub: account_id.to_string(),
            sid: session_id,
            aud: AUDIENCE.to_owned(),
            iat: now.timestamp(),
            nbf: now.timestamp(),
            exp: (now + access_life()).timestamp(),
        };
        Ok(jsonwebtoken::encode(&header, &claims, &self.encoding)?)
    }

    /// Signs the mark of a browser that has signed in to an account. It opens nothing: it only lets its holder try the
    /// password when strangers have used up the account's attempts.
    pub fn sign_device(&self, account_id: i64, now: DateTime<Utc>) -> anyhow::Result<String> {
        let header = Header { typ: Some(DEVICE_TYPE.to_owned()), ..Header::new(Algorithm::HS256) };
        let claims = Claims {
            sub: account_id.to_string(),
            sid: 0,
            aud: DEVICE_AUDIENCE.to_owned(),
            iat: now.timestamp(),
            nbf: now.timestamp(),
            exp: (now + device_life()).timestamp(),
        };
        Ok(jsonwebtoken::encode(&header, &claims, &self.encoding)?)
    }

    /// The account to which the holder of a mark has signed in before.
    pub fn device(&self, token: &str, now: DateTime<Utc>) -> Option<i64> {
        self.claims(token, DEVICE_AUDIENCE, DEVICE_TYPE, now)?.sub.parse().ok()
    }

    /// The signature of what an address of the site says, for links in mails that work for years and for nobody in
    /// particular. `purpose` keeps a signature from being taken for that of something else, an access token above all.
    pub fn sign_link(&self, purpose: &str, says: &str) -> anyhow::Result<String> {
        let message = format!("link\n{purpose}\n{says}");
        Ok(jsonwebtoken::crypto::sign(message.as_bytes(), &self.encoding, Algorithm::HS256)?)
    }

    /// Whether a signature is the one that this site gave.
    pub fn signed_link(&self, purpose: &str, says: &str, signature: &str) -> bool {
        let message = format!("link\n{purpose}\n{says}");
        jsonwebtoken::crypto::verify(signature, message.as_bytes(), &self.decoding, Algorithm::HS256).unwrap_or(false)
    }

    /// The session of a token that is genuine and valid now. The times are checked against the app's clock.
    pub fn session(&self, token: &str, now: DateTime<Utc>) -> Option<i64> {
        self.claims(token, AUDIENCE, TYPE, now).map(|claims| claims.sid)
    }

    fn claims(&self, token: &str, audience: &str, kind: &str, now: DateTime<Utc>) -> Option<Claims> {
        let mut validation = Validation::new(Algorithm::HS256);
        validation.set_audience(&[audience]);
        validation.validate_exp = false;
        validation.validate_nbf = false;
        let data = jsonwebtoken::decode::<Claims>(token, &self.decoding, &validation).ok()?;
        let timely = data.claims.nbf <= now.timestamp() && now.timestamp() < data.claims.exp;
        (timely && data.header.typ.as_deref() == Some(kind)).then_some(data.claims)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeZone;

    const SECRET: &str = "a secret for this test of forty characters";

    fn noon() -> DateTime<Utc> {
        Utc.with_ymd_and_hms(2026, 11, 23, 12, 0, 0).unwrap()
    }

    #[test]
    fn a_token_names_its_session_until_it_expires() {
        let keys = Keys::new(SECRET);
        let token = keys.sign(7, 42, noon()).unwrap();
        assert_eq!(keys.session(&token, noon()), Some(42));
        assert_eq!(keys.session(&token, noon() + access_life() - Duration::seconds(1)), Some(42));
        assert_eq!(keys.session(&token, noon() + access_life()), None);
        assert_eq!(keys.session(&token, noon() - Duration::seconds(1)), None, "not before it was issued");
    }

    #[test]
    fn a_token_of_another_key_algorithm_type_or_audience_is_refused() {
        let keys = Keys::new(SECRET);
        let encoding = EncodingKey::from_secret(SECRET.as_bytes());
        let claims = |aud: &str| Claims {
            sub: "7".to_owned(),
            sid: 42,
            aud: aud.to_owned(),
            iat: noon().timestamp(),
            nbf: noon().timestamp(),
            exp: noon().timestamp() + 60,
        };
        let header = |typ: &str, alg| Header { typ: Some(typ.to_owned()), ..Header::new(alg) };
        let encode = |header: &Header, aud: &str| jsonwebtoken::encode(header, &claims(aud), &encoding).unwrap();

        assert_eq!(keys.session(&encode(&header(TYPE, Algorithm::HS256), AUDIENCE), noon()), Some(42));
        assert_eq!(keys.session(&encode(&header(TYPE, Algorithm::HS512), AUDIENCE), noon()), None);
        assert_eq!(keys.session(&encode(&header("refresh", Algorithm::HS256), AUDIENCE), noon()), None);
        assert_eq!(keys.session(&encode(&header(TYPE, Algorithm::HS256), "elsewhere"), noon()), None);
        assert_eq!(
            Keys::new("another secret of more than thirty-two letters")
                .session(&keys.sign(7, 42, noon()).unwrap(), noon()),
            None
        );
        let token = keys.sign(7, 42, noon()).unwrap();
        let unsigned = token.rsplit_once('.').unwrap().0.to_owned() + ".";
        assert_eq!(keys.session(&unsigned, noon()), None, "an empty signature is none");
    }

    #[test]
    fn the_mark_of_a_browser_is_no_session_and_a_session_no_mark() {
        let keys = Keys::new(SECRET);
        let mark = keys.sign_device(7, noon()).unwrap();
        assert_eq!(keys.device(&mark, noon()), Some(7));
        assert_eq!(keys.device(&mark, noon() + device_life()), None);
        assert_eq!(keys.session(&mark, noon()), None);
        assert_eq!(keys.device(&keys.sign(7, 42, noon()).unwrap(), noon()), None);
    }
}
