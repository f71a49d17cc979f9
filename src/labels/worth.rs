use crate::taxonomy::{self, Recognition};

/// What a scheme's certificate is worth in a country.
#[derive(Clone, Debug)]
pub enum Worth {
    /// It is a scheme of that country.
    Direct,
    /// Schemes of that country recognise it, each under an agreement.
    Recognised(Vec<&'static Recognition>),
    /// Nothing is known by which it would count there.
    None,
}

impl Worth {
    /// The code under which the language files describe it.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Recognised(_) => "recognised",
            Self::None => "none",
        }
    }

    /// The recognitions behind it.
    pub fn recognitions(&self) -> &[&'static Recognition] {
        match self {
            Self::Recognised(list) => list,
            Self::Direct | Self::None => &[],
        }
    }
}

/// What a certificate of `scheme` is worth in a country (ISO 3166-1).
pub fn worth(scheme: &str, country: &str) -> Worth {
    let home = |scheme: &str| taxonomy::schemes().get(scheme).map(|entry| entry.column("country"));
    if home(scheme) == Some(country) {
        return Worth::Direct;
    }
    let recognised = taxonomy::recognitions().iter();
    let recognised: Vec<_> = recognised
        .filter(|recognition| recognition.scheme == scheme && home(&recognition.recognised_by) == Some(country))
        .collect();
    if recognised.is_empty() { Worth::None } else { Worth::Recognised(recognised) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_worth_most_at_home() {
        assert!(matches!(worth("TH-TGL", "TH"), Worth::Direct));
        assert!(matches!(worth("CN-CEL", "CN"), Worth::Direct));
    }

    #[test]
    fn a_recognised_label_says_under_which_agreement() {
        let worth = worth("CN-CEL", "TH");
        let [recognition] = worth.recognitions() else { panic!("{worth:?}") };
        assert_eq!((recognition.recognised_by.as_str(), recognition.since.as_str()), ("TH-TGL", "2007"));
    }

    #[test]
    fn recognition_goes_one_way_only_where_only_one_way_is_written() {
        assert!(matches!(worth("CN-CEL", "AU"), Worth::Recognised(_)));
        assert!(matches!(worth("AU-GECA", "CN"), Worth::None));
    }

    #[test]
    fn what_nobody_recognises_or_knows_is_worth_nothing_that_could_be_said() {
        assert!(matches!(worth("VN-VGL", "TH"), Worth::None));
        assert!(matches!(worth("unknown", "TH"), Worth::None));
        assert!(matches!(worth("CN-CEL", ""), Worth::None));
    }
}
