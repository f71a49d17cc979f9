use chrono::{DateTime, Utc};
use icu::normalizer::DecomposingNormalizer;

use crate::auth::MemberRole;
use crate::checks::{self, Problem, Problems};
use crate::taxonomy::{self, Sector, Size};

/// Most characters of a name.
const NAME: usize = 120;
/// Most characters of a legal name.
const LEGAL_NAME: usize = 200;
/// Most characters of a registration number.
const NUMBER: usize = 60;
/// Most characters of a description.
const DESCRIPTION: usize = 3_000;
/// Most domains of members' addresses.
const DOMAINS: usize = 10;
/// Most characters of a name in addresses.
const SLUG: usize = 60;
/// Most characters of the reason of a refusal.
const REASON: usize = 2_000;

crate::codes! {
    /// How far an organisation has been vouched for.
    pub enum Status {
        Unverified = "unverified", Pending = "pending", Verified = "verified", Refused = "refused", Suspended = "suspended",
    }
}

crate::codes! {
    /// What a moderator or focal point says of an organisation.
    pub enum Decision { Verify = "verify", Refuse = "refuse" }
}

/// What an organisation says of itself, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// Name.
    pub name: String,
    /// Name in its register.
    pub legal_name: String,
    /// Sector.
    pub sector: Sector,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// Number in its register.
    pub registration_number: String,
    /// Website; may be empty.
    pub website: String,
    /// Size.
    pub size: Size,
    /// Description in Markdown; may be empty.
    pub description: String,
    /// Domains of its members' addresses, in lower case.
    pub email_domains: Vec<String>,
}

/// What somebody entered of an organisation.
#[derive(Clone, Copy, Debug)]
pub struct Entered<'a> {
    /// Name.
    pub name: &'a str,
    /// Name in its register.
    pub legal_name: &'a str,
    /// Code of its sector.
    pub sector: &'a str,
    /// Code of its country.
    pub country: &'a str,
    /// Number in its register.
    pub registration_number: &'a str,
    /// Website.
    pub website: &'a str,
    /// Code of its size.
    pub size: &'a str,
    /// Description.
    pub description: &'a str,
    /// Domains, between commas, spaces or lines.
    pub email_domains: &'a str,
}

impl Profile {
    /// Checks what was entered.
    pub fn check(entered: Entered<'_>) -> Result<Self, Problems> {
        let mut problems = Problems::new();
        let name = line("name", entered.name, true, NAME, &mut problems);
        let legal_name = line("legal_name", entered.legal_name, true, LEGAL_NAME, &mut problems);
        let sector = entered.sector.parse::<Sector>().ok();
        problems.check("sector", sector.is_some(), Problem::UnknownChoice);
        problems.check("country", taxonomy::countries().has(entered.country), Problem::UnknownChoice);
        let registration_number = line("registration_number", entered.registration_number, true, NUMBER, &mut problems);
        let website = website(entered.website, &mut problems);
        let size = entered.size.parse::<Size>().ok();
        problems.check("size", size.is_some(), Problem::UnknownChoice);
        let description = entered.description.trim().replace('\0', "");
        problems.text("description", &description, false, DESCRIPTION);
        let email_domains = domains(entered.email_domains, &mut problems);
        let (sector, size) = (sector.unwrap_or(Sector::Private), size.unwrap_or(Size::Small));
        let country = entered.country.to_owned();
        problems.or(Self {
            name,
            legal_name,
            sector,
            country,
            registration_number,
            website,
            size,
            description,
            email_domains,
        })
    }
}

fn line(field: &str, text: &str, needed: bool, max: usize, problems: &mut Problems) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    problems.text(field, &text, needed, max);
    problems.check(field, !text.chars().any(char::is_control), Problem::Other("organisations-characters"));
    text
}

fn website(text: &str, problems: &mut Problems) -> String {
    if text.trim().is_empty() {
        return String::new();
    }
    let found = checks::web_address(text).filter(|url| url.as_str().len() <= 300 && url.username().is_empty());
    problems.check("website", found.is_some(), Problem::NotUrl);
    found.map_or_else(String::new, |url| url.as_str().trim_end_matches('/').to_owned())
}

fn domains(text: &str, problems: &mut Problems) -> Vec<String> {
    let parts = text.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '、' | '\u{ff0c}'));
    let parts = parts.map(|part| part.trim_start_matches('@').to_lowercase()).filter(|part| !part.is_empty());
    let mut domains: Vec<String> = parts.collect();
    domains.dedup();
    problems.check("email_domains", domains.len() <= DOMAINS, Problem::TooMany { max: DOMAINS });
    let right = domains.iter().all(|domain| domain.contains('.') && checks::email(&format!("a@{domain}")).is_some());
    problems.check("email_domains", right, Problem::Other("organisations-domain-wrong"));
    domains
}

/// Checks the reason of a decision; a refusal needs one.
pub fn check_reason(decision: Decision, reason: &str) -> Result<String, Problems> {
    let mut problems = Problems::new();
    let reason = reason.trim().replace('\0', "");
    problems.text("reason", &reason, decision == Decision::Refuse, REASON);
    problems.or(reason)
}

/// An organisation that is to be made.
#[derive(Clone, Debug)]
pub struct NewOrganisation {
    /// What it says of itself.
    pub profile: Profile,
    /// Its name in addresses; made from its name if there is none.
    pub slug: Option<String>,
    /// How far it has been vouched for.
    pub status: Status,
    /// The country for which it is the focal point.
    pub focal_country: Option<String>,
    /// Who verified it, and when.
    pub verified: Option<(i64, DateTime<Utc>)>,
    /// Its first members: accounts and roles.
    pub members: Vec<(i64, MemberRole)>,
}

/// A name as it may stand in an address: Latin letters without their marks, digits and hyphens; `None` for a name that
/// has too few of them, such as one in Chinese.
pub fn slug(name: &str) -> Option<String> {
    let plain = DecomposingNormalizer::new_nfkd().normalize(&name.to_lowercase()).into_owned();
    let mut slug = String::new();
    for c in plain.chars() {
        match c {
            'a'..='z' | '0'..='9' => slug.push(c),
            'đ' => slug.push('d'),
            'ø' => slug.push('o'),
            'ł' => slug.push('l'),
            'ß' => slug.push_str("ss"),
            'æ' => slug.push_str("ae"),
            // Marks that were taken off their letters, and apostrophes, part no words.
            '\u{300}'..='\u{36f}' | '\'' | '’' => {}
            _ if slug.is_empty() || slug.ends_with('-') => {}
            _ => slug.push('-'),
        }
    }
    let slug: String = slug.chars().take(SLUG).collect();
    let slug = slug.trim_end_matches('-');
    (slug.chars().filter(char::is_ascii_alphabetic).count() >= 2 && slug != "new").then(|| slug.to_owned())
}

/// Whether a text can be a name in addresses at all.
pub fn is_slug(text: &str) -> bool {
    text.len() <= 100 && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

/// Whether a change would leave an organisation without an owner: `role` is the member's, `becomes` the new one or
/// `None` if the member goes.
pub fn loses_last_owner(owners: u64, role: MemberRole, becomes: Option<MemberRole>) -> bool {
    role == MemberRole::Owner && becomes != Some(MemberRole::Owner) && owners <= 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_slugs_without_marks() {
        for (name, wanted) in [
            ("Lumen Water Systems Pte. Ltd.", "lumen-water-systems-pte-ltd"),
            ("Công ty Môi trường Đà Nẵng", "cong-ty-moi-truong-da-nang"),
            ("  St. John's — R&D  ", "st-johns-r-d"),
            ("溯澜膜 Suolan Membrane", "suolan-membrane"),
            ("FULLWIDTH 水", "fullwidth"),
        ] {
            assert_eq!(slug(name).as_deref(), Some(wanted), "{name}");
        }
        for name in ["溯澜膜工程有限公司", "บริษัท น้ำใส", "123", "New", "!?"] {
            assert_eq!(slug(name), None, "{name}");
        }
        let long = slug(&"green ".repeat(40)).unwrap();
        assert!(long.len() <= SLUG && !long.ends_with('-') && is_slug(&long));
    }

    #[test]
    fn the_last_owner_stays_one() {
        use MemberRole::{Editor, Owner, Viewer};
        assert!(loses_last_owner(1, Owner, Some(Editor)));
        assert!(loses_last_owner(1, Owner, None));
        assert!(!loses_last_owner(1, Owner, Some(Owner)));
        assert!(!loses_last_owner(2, Owner, None));
        assert!(!loses_last_owner(2, Owner, Some(Viewer)));
        assert!(!loses_last_owner(1, Editor, None));
        assert!(!loses_last_owner(1, Viewer, Some(Editor)));
    }

    fn entered() -> Entered<'static> {
        Entered {
            name: " Lumen   Water ",
            legal_name: "Lumen Water Pte. Ltd.",
            sector: "private",
            country: "SG",
            registration_number: "201912345K",
            website: "https://lumen.example/",
            size: "small",
            description: "Builds plants.",
            email_domains: "Lumen.example, @lumen-water.example",
        }
    }

    #[test]
    fn a_profile_is_tidied() {
        let profile = Profile::check(entered()).unwrap();
        assert_eq!(profile.name, "Lumen Water");
        assert_eq!(profile.website, "https://lumen.example");
        assert_eq!(profile.email_domains, ["lumen.example", "lumen-water.example"]);
    }

    #[test]
    fn what_is_wrong_is_named_at_its_field() {
        let wrong = Entered {
            name: "",
            legal_name: "",
            sector: "x",
            country: "XX",
            registration_number: "",
            website: "javascript:alert(1)",
            size: "",
            description: "",
            email_domains: "not a domain",
        };
        let problems = Profile::check(wrong).unwrap_err();
        let fields: Vec<&str> = problems.iter().map(|(field, _)| field).collect();
        let wanted =
            ["name", "legal_name", "sector", "country", "registration_number", "website", "size", "email_domains"];
        assert_eq!(fields, wanted);
    }

    #[test]
    fn a_refusal_needs_a_reason() {
        assert!(check_reason(Decision::Verify, "").is_ok());
        assert!(check_reason(Decision::Refuse, " ").is_err());
    }
}
