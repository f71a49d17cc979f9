use chrono::{DateTime, Duration, Offset as _, TimeZone as _, Utc};
use chrono_tz::{TZ_VARIANTS, Tz};

use crate::auth::{PlatformRole, passwords};
use crate::checks::{self, Problem, Problems};
use crate::i18n::OFFERED;
use crate::taxonomy::Lang;

/// Most characters of a person's name.
const NAME: usize = 100;
/// Longest address to which somebody is sent back.
const LONGEST_PATH: usize = 1_500;

crate::codes! {
    /// What a link in a mail is for.
    pub enum Purpose { VerifyEmail = "verify_email", ResetPassword = "reset_password" }
}

impl Purpose {
    /// How long such a link is valid.
    pub fn life(self) -> Duration {
        match self {
            Self::VerifyEmail => Duration::hours(48),
            Self::ResetPassword => Duration::hours(2),
        }
    }
}

/// An account that is to be made; its parts are checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAccount {
    /// Name.
    pub name: String,
    /// Address in lower case.
    pub email: String,
    /// Language of pages and mails.
    pub locale: Lang,
    /// Zone in which dates are shown.
    pub time_zone: Tz,
    /// Role on the platform.
    pub role: PlatformRole,
    /// Whether the address is proved already.
    pub verified: bool,
}

/// What somebody enters to sign up, checked.
#[derive(Clone, Debug)]
pub struct SignUp {
    /// The account.
    pub account: NewAccount,
    /// The password in clear, to be hashed.
    pub password: String,
}

impl SignUp {
    /// Checks what was entered; `locale` is the language of the page.
    pub fn check(name: &str, email: &str, password: &str, terms: bool, locale: Lang) -> Result<Self, Problems> {
        let mut problems = Problems::new();
        let name = check_name(name, &mut problems);
        let address = checks::email(email);
        let missing = if email.trim().is_empty() { Problem::Missing } else { Problem::NotEmail };
        problems.check("email", address.is_some(), missing);
        check_password("password", password, &name, email, &mut problems);
        problems.check("terms", terms, Problem::Other("accounts-terms-needed"));
        let (role, verified) = (PlatformRole::None, false);
        let account =
            NewAccount { name, email: address.unwrap_or_default(), locale, time_zone: zone_of(locale), role, verified };
        problems.or(Self { account, password: password.to_owned() })
    }
}

/// What a person may change of the account, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// Name.
    pub name: String,
    /// Language of pages and mails.
    pub locale: Lang,
    /// Zone in which dates are shown.
    pub time_zone: Tz,
}

impl Profile {
    /// Checks what was entered.
    pub fn check(name: &str, locale: &str, time_zone: &str) -> Result<Self, Problems> {
        let mut problems = Problems::new();
        let name = check_name(name, &mut problems);
        let locale = locale.parse().ok().filter(|lang| OFFERED.contains(lang));
        let time_zone = time_zone.parse().ok();
        problems.check("locale", locale.is_some(), Problem::UnknownChoice);
        problems.check("time_zone", time_zone.is_some(), Problem::UnknownChoice);
        let (locale, time_zone) = (locale.unwrap_or(Lang::En), time_zone.unwrap_or(Tz::UTC));
        problems.or(Self { name, locale, time_zone })
    }
}

fn check_name(name: &str, problems: &mut Problems) -> String {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    problems.text("name", &name, true, NAME);
    problems.check("name", !name.chars().any(char::is_control), Problem::Other("accounts-name-characters"));
    name
}

/// Checks a new password against its owner's name and address.
pub fn check_password(field: &str, password: &str, name: &str, email: &str, problems: &mut Problems) {
    let words = email.split(['@', '.', '-', '_', '+']).chain(name.split(' ')).filter(|word| word.len() > 2);
    let context: Vec<&str> = words.chain([email, name, "greenbridge"]).collect();
    if let Err(problem) = passwords::check(password, &context) {
        problems.add(field, problem);
    }
}

/// The zone that most readers of a language live in, until a person chooses.
pub fn zone_of(lang: Lang) -> Tz {
    match lang {
        Lang::Zh => Tz::Asia__Shanghai,
        Lang::Th => Tz::Asia__Bangkok,
        Lang::Vi => Tz::Asia__Ho_Chi_Minh,
        Lang::Id => Tz::Asia__Jakarta,
        Lang::Ms => Tz::Asia__Kuala_Lumpur,
        Lang::Km => Tz::Asia__Phnom_Penh,
        Lang::Lo => Tz::Asia__Vientiane,
        Lang::My => Tz::Asia__Yangon,
        Lang::Fil => Tz::Asia__Manila,
        Lang::En | Lang::Ta => Tz::Asia__Singapore,
    }
}

/// Zones of the eleven countries, which stand first in the list.
const REGION: [Tz; 14] = [
    Tz::UTC,
    Tz::Asia__Shanghai,
    Tz::Asia__Brunei,
    Tz::Asia__Phnom_Penh,
    Tz::Asia__Jakarta,
    Tz::Asia__Makassar,
    Tz::Asia__Jayapura,
    Tz::Asia__Vientiane,
    Tz::Asia__Kuala_Lumpur,
    Tz::Asia__Yangon,
    Tz::Asia__Manila,
    Tz::Asia__Singapore,
    Tz::Asia__Bangkok,
    Tz::Asia__Ho_Chi_Minh,
];

/// The zones to choose from, those of the region first: their IANA names, and the names with the offset of now.
pub fn zones(now: DateTime<Utc>) -> Vec<(String, String)> {
    let continents = ["Africa/", "America/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Indian/", "Pacific/"];
    let others = TZ_VARIANTS
        .iter()
        .filter(|zone| !REGION.contains(zone) && continents.iter().any(|continent| zone.name().starts_with(continent)));
    REGION.iter().chain(others).map(|zone| (zone.name().to_owned(), zone_name(*zone, now))).collect()
}

fn zone_name(zone: Tz, now: DateTime<Utc>) -> String {
    let offset = zone.offset_from_utc_datetime(&now.naive_utc()).fix();
    format!("{} (UTC{offset})", zone.name().replace('_', " "))
}

/// Browser and system of a user agent, by their own names; `None` for what is neither.
pub fn browser(user_agent: &str) -> Option<(&'static str, &'static str)> {
    let find = |names: &[(&str, &'static str)]| {
        names.iter().find(|(mark, _)| user_agent.contains(mark)).map(|(_, name)| *name)
    };
    // The order counts: later ones are claimed by the browsers before them too.
    let browser = find(&[
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("SamsungBrowser", "Samsung Internet"),
        ("MicroMessenger", "WeChat"),
        ("Firefox/", "Firefox"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ])?;
    let system = find(&[
        ("Windows", "Windows"),
        ("Android", "Android"),
        ("HarmonyOS", "HarmonyOS"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Mac OS X", "macOS"),
        ("Linux", "Linux"),
    ])?;
    Some((browser, system))
}

/// The path to which somebody is sent back after signing in, if it stays on this site: not `//elsewhere`, not
/// `/\elsewhere`, nothing encoded or hidden by control characters that a browser reads as such.
pub fn local_path(next: &str) -> Option<&str> {
    let path = next.split(['?', '#']).next().unwrap_or_default().to_ascii_lowercase();
    let plain = next.len() <= LONGEST_PATH && next.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    let hidden = ["//", "%2f", "%5c", "%0", "%1", "%7f", "%25", "/.."].iter().any(|part| path.contains(part));
    (plain && path.starts_with('/') && !hidden).then_some(next)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_paths_of_this_site_are_gone_back_to() {
        for path in ["/", "/listings?q=a%2Fb&page=2", "/invitations/Ab_-9", "/listings/TO-VN-2026-00042#files"] {
            assert_eq!(local_path(path), Some(path));
        }
        for path in [
            "",
            "listings",
            "//evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "/%2fevil.example",
            "%2f%2fevil.example",
            "/%5cevil.example",
            "/\t/evil.example",
            "\t//evil.example",
            "/%09/evil.example",
            "/%0d%0aSet-Cookie:x=1",
            "/%252fevil.example",
            "/a//evil.example",
            "/../..//evil.example",
            "https://evil.example/",
            "https:evil.example",
            "javascript:alert(1)",
            " /listings",
            "/列表",
        ] {
            assert_eq!(local_path(path), None, "{path:?}");
        }
        assert_eq!(local_path(&format!("/{}", "a".repeat(LONGEST_PATH))), None);
    }

    #[test]
    fn a_sign_up_keeps_what_is_right_and_names_what_is_not() {
        let right = SignUp::check("  Lin   Mei ", " Lin.Mei@Example.ORG ", "orchid tram lantern", true, Lang::Zh);
        let account = right.unwrap().account;
        assert_eq!((account.name.as_str(), account.email.as_str()), ("Lin Mei", "lin.mei@example.org"));
        assert_eq!((account.role, account.verified), (PlatformRole::None, false));
        assert_eq!(account.time_zone, Tz::Asia__Shanghai);

        let problems = SignUp::check("", "nobody", "password1", false, Lang::En).unwrap_err();
        let fields: Vec<&str> = problems.iter().map(|(field, _)| field).collect();
        assert_eq!(fields, ["name", "email", "password", "terms"]);
    }

    #[test]
    fn a_name_or_address_is_no_password() {
        for password in ["lin.mei@example.org", "linmei2026", "greenbridge"] {
            let mut problems = Problems::new();
            check_password("password", password, "Linmei", "lin.mei@example.org", &mut problems);
            assert!(!problems.is_empty(), "{password}");
        }
    }

    #[test]
    fn only_offered_languages_and_known_zones_are_taken() {
        assert!(Profile::check("Lin", "zh", "Asia/Shanghai").is_ok());
        let problems = Profile::check("Lin", "xx", "Asia/Nowhere").unwrap_err();
        assert_eq!(problems.of("locale"), Some(&Problem::UnknownChoice));
        assert_eq!(problems.of("time_zone"), Some(&Problem::UnknownChoice));
    }

    #[test]
    fn browsers_are_told_by_what_they_say() {
        let edge = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0";
        assert_eq!(browser(edge), Some(("Edge", "Windows")));
        let phone =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Safari/604.1";
        assert_eq!(browser(phone), Some(("Safari", "iPhone")));
        assert_eq!(browser("curl/8.9"), None);
    }

    #[test]
    fn the_zones_begin_with_the_region_and_name_their_offset() {
        let zones = zones(DateTime::UNIX_EPOCH);
        assert_eq!(zones[1].0, "Asia/Shanghai");
        assert!(zones[1].1.starts_with("Asia/Shanghai (UTC+"), "{}", zones[1].1);
        assert!(zones.len() > 300 && zones.iter().any(|(zone, _)| zone == "Europe/Paris"));
    }
}
