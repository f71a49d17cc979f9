use crate::taxonomy::{self, Entry, Recognition, Registers};

/// What a scheme's certificate is worth in a country.
#[derive(Clone, Debug)]
pub enum Worth<'a> {
    /// It is a scheme of that country.
    Direct,
    /// Schemes of that country recognise it, each under an agreement.
    Recognised(Vec<&'a Recognition>),
    /// Schemes of that country recognise it for some product groups, and it is not known to be of one of them.
    Limited(Vec<&'a Recognition>),
    /// Nothing is known by which it would count there.
    None,
}

impl<'a> Worth<'a> {
    /// The code under which the language files describe it.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Recognised(_) => "recognised",
            Self::Limited(_) => "limited",
            Self::None => "none",
        }
    }

    /// The recognitions behind it.
    pub fn recognitions(&self) -> &[&'a Recognition] {
        match self {
            Self::Recognised(list) | Self::Limited(list) => list,
            Self::Direct | Self::None => &[],
        }
    }
}

fn home<'a>(registers: &'a Registers, scheme: &str) -> Option<&'a str> {
    registers.schemes().get(scheme).map(|entry| entry.column("country"))
}

/// What a certificate of `scheme` for some products is worth in a country (ISO 3166-1), by what the registers say.
/// `products` is what it calls its product group and its product; nothing where no certificate is meant.
pub fn worth<'a>(registers: &'a Registers, scheme: &str, country: &str, products: &[&str]) -> Worth<'a> {
    if country.is_empty() {
        return Worth::None;
    }
    if home(registers, scheme) == Some(country) {
        return Worth::Direct;
    }
    let standing = registers.recognitions().iter().filter(|known| known.holds() && known.scheme == scheme);
    let here = standing.filter(|known| home(registers, &known.recognised_by) == Some(country));
    let (covering, limited): (Vec<_>, Vec<_>) = here.partition(|known| known.covers(products));
    match (covering.is_empty(), limited.is_empty()) {
        (false, _) => Worth::Recognised(covering),
        (true, false) => Worth::Limited(limited),
        (true, true) => Worth::None,
    }
}

/// The countries in which a certificate of `scheme` for some products counts: its own, and those whose schemes recognise
/// it for these. Regions and schemes of no single country are left out.
pub fn counts_in(registers: &Registers, scheme: &str, products: &[&str]) -> Vec<String> {
    let standing = registers.recognitions().iter().filter(|known| known.holds() && known.scheme == scheme);
    let recognitions = standing.filter(|known| known.covers(products));
    let by = recognitions.filter_map(|known| home(registers, &known.recognised_by));
    let all = home(registers, scheme).into_iter().chain(by);
    let mut codes: Vec<String> = all.filter(|code| taxonomy::countries().has(code)).map(str::to_owned).collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

/// The eleven countries of the region with what a certificate of `scheme` for some products is worth there: `first` (the reader's own)
/// before all others, then those where it counts.
pub fn in_the_region<'a>(
    registers: &'a Registers,
    scheme: &str,
    products: &[&str],
    first: Option<&str>,
) -> Vec<(&'static Entry, Worth<'a>)> {
    let members = taxonomy::member_countries();
    let mut all: Vec<_> = members.map(|country| (country, worth(registers, scheme, &country.code, products))).collect();
    all.sort_by_key(|(country, worth)| match worth {
        _ if first == Some(country.code.as_str()) => 0,
        Worth::Direct => 1,
        Worth::Recognised(_) => 2,
        Worth::Limited(_) => 3,
        Worth::None => 4,
    });
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::taxonomy::{Overlay, Register};

    fn said(scheme: &str, country: &str) -> &'static str {
        worth(&Registers::carried(), scheme, country, &[]).code()
    }

    #[test]
    fn a_label_is_worth_most_at_home() {
        assert_eq!(said("TH-TGL", "TH"), "direct");
        assert_eq!(said("CN-CEL", "CN"), "direct");
    }

    #[test]
    fn a_recognised_label_says_under_which_agreement() {
        let registers = Registers::carried();
        let worth = worth(&registers, "CN-CEL", "TH", &[]);
        let [recognition] = worth.recognitions() else { panic!("{worth:?}") };
        assert_eq!((recognition.recognised_by.as_str(), recognition.since.as_str()), ("TH-TGL", "2007"));
    }

    #[test]
    fn a_recognition_for_some_product_groups_counts_for_these_only() {
        let registers = Registers::carried();
        let in_japan = |products: &[&str]| worth(&registers, "SG-SGLS", "JP", products).code();
        assert_eq!(
            [in_japan(&[]), in_japan(&["Heat pumps", ""]), in_japan(&["", "Tile carpet"])],
            ["limited", "limited", "recognised"]
        );
        assert_eq!(counts_in(&registers, "SG-SGLS", &["Heat pumps"]), ["SG"]);
        assert_eq!(counts_in(&registers, "SG-SGLS", &["Flooring products"]), ["JP", "SG"]);
    }

    #[test]
    fn recognition_goes_one_way_only_where_only_one_way_is_written() {
        assert_eq!(said("CN-CEL", "AU"), "recognised");
        assert_eq!(said("AU-GECA", "CN"), "none");
    }

    #[test]
    fn what_nobody_recognises_or_knows_is_worth_nothing_that_could_be_said() {
        assert_eq!(said("VN-VGL", "TH"), "none");
        assert_eq!(said("unknown", "TH"), "none");
        assert_eq!(said("CN-CEL", ""), "none");
    }

    #[test]
    fn a_label_counts_at_home_and_where_it_is_recognised_until_that_ends() {
        assert_eq!(counts_in(&Registers::carried(), "TH-TGL", &[]), ["CN", "TH"]);
        assert_eq!(counts_in(&Registers::carried(), "EU-EL", &[]), [""; 0], "a region is no country");
        let columns = [("scheme", "TH-TGL"), ("recognised_by", "CN-CEL"), ("ended", "2026-11-01")];
        let columns = columns.map(|(name, text)| (name.to_owned(), text.to_owned())).into_iter().collect();
        let ended = Overlay { register: Register::Recognition, code: "TH-TGL.CN-CEL".to_owned(), columns };
        assert_eq!(counts_in(&Registers::with(vec![ended], 1), "TH-TGL", &[]), ["TH"]);
    }

    #[test]
    fn the_readers_country_comes_first_and_then_where_the_label_counts() {
        let registers = Registers::carried();
        let codes = |first| {
            let all = in_the_region(&registers, "CN-CEL", &[], first);
            all.into_iter().map(|(country, _)| country.code.clone()).collect::<Vec<_>>()
        };
        assert_eq!(codes(None).len(), 11);
        assert_eq!(codes(None)[..2], ["CN", "TH"]);
        assert_eq!(codes(Some("VN"))[..3], ["VN", "CN", "TH"]);
    }
}
