//! Which label scheme recognises which other one: carried in `data/recognitions.csv`, changed by administrators.

use super::{Columns, Lang};

/// That one scheme recognises the certificates of another.
#[derive(Clone, Debug)]
pub struct Recognition {
    /// Its code: both schemes, such as `CN-CEL.TH-TGL`; further ones of the same two with a number behind.
    pub code: String,
    /// The scheme whose certificates are recognised.
    pub scheme: String,
    /// The scheme that recognises them.
    pub recognised_by: String,
    /// `bilateral` or `multilateral`.
    pub kind: String,
    /// Year or day from which it holds, as the source gives it.
    pub since: String,
    /// Year or day with which it ended; empty while it holds.
    pub ended: String,
    /// Whether the source itself was read.
    pub seen: bool,
    /// Where it is written.
    pub source: String,
    /// Whether it covers only the product groups that its scope names.
    pub limited: bool,
    columns: Columns,
}

impl Recognition {
    /// Reads the columns of a row.
    pub(super) fn new(code: String, columns: Columns) -> Self {
        let take = |name: &str| columns.get(name).cloned().unwrap_or_default();
        Self {
            code,
            scheme: take("scheme"),
            recognised_by: take("recognised_by"),
            kind: take("kind"),
            since: take("since"),
            ended: take("ended"),
            seen: take("confidence") == "seen",
            source: take("source"),
            limited: take("limited") == "yes",
            columns,
        }
    }

    /// Whether it holds: not once it has ended.
    pub fn holds(&self) -> bool {
        self.ended.is_empty()
    }

    /// Product groups or kinds of work that it covers; empty where the source does not say.
    pub fn scope(&self, lang: Lang) -> &str {
        self.text("scope", lang)
    }

    /// Whether it covers what a certificate calls its product group or its product. One that is limited covers only what
    /// names one of its groups; a certificate that says neither is not covered.
    pub fn covers(&self, products: &[&str]) -> bool {
        let products: Vec<String> = products.iter().map(|product| product.to_lowercase()).collect();
        let scopes = Lang::ALL.iter().filter_map(|lang| self.columns.get(&format!("scope_{lang}")));
        let mut groups = scopes.flat_map(|scope| groups(scope));
        !self.limited || groups.any(|group| products.iter().any(|product| product.contains(&group)))
    }

    /// Name of the agreement.
    pub fn agreement(&self, lang: Lang) -> &str {
        self.text("agreement", lang)
    }

    /// All that it says.
    pub fn columns(&self) -> &Columns {
        &self.columns
    }

    fn text(&self, what: &str, lang: Lang) -> &str {
        let of = |lang: Lang| self.columns.get(&format!("{what}_{lang}")).filter(|text| !text.is_empty());
        of(lang).or_else(|| of(Lang::En)).map_or("", String::as_str)
    }
}

/// The product groups of a scope, in small letters and without the plural's ending, so that "Tile carpet" names one too.
fn groups(scope: &str) -> Vec<String> {
    let scope = scope.to_lowercase().replace(" and ", ",");
    let groups = scope.split([',', ';', '，', '；', '、', '与', '和']).map(str::trim);
    let groups = groups.map(|group| group.strip_suffix('s').unwrap_or(group));
    groups.filter(|group| !group.is_empty()).map(str::to_owned).collect()
}

/// The recognitions as they were carried, in the order of the file.
pub(super) fn carried() -> Vec<Recognition> {
    let mut reader = csv::Reader::from_reader(include_str!("data/recognitions.csv").as_bytes());
    let rows = reader.deserialize::<Columns>().filter_map(Result::ok);
    rows.map(|columns| {
        let part = |name: &str| columns.get(name).map_or("", String::as_str);
        Recognition::new(format!("{}.{}", part("scheme"), part("recognised_by")), columns)
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn between(scheme: &str, recognised_by: &str) -> Recognition {
        let found = carried().into_iter().find(|one| one.scheme == scheme && one.recognised_by == recognised_by);
        found.unwrap()
    }

    #[test]
    fn a_recognition_for_some_product_groups_covers_what_names_one_of_them() {
        let flooring = between("SG-SGLS", "JP-EM");
        for product in ["Tile carpet Tatami", "Interior FLOORING PRODUCTS", "拼块地毯"] {
            assert!(flooring.covers(&["", product]), "{product}");
        }
        for product in ["Heat pump", "Carpet", ""] {
            assert!(!flooring.covers(&["", product]), "{product}");
        }
    }

    #[test]
    fn a_recognition_of_the_work_of_a_body_covers_every_product() {
        assert!(between("TH-TGL", "CN-CEL").covers(&["Heat pump"]) && between("TH-TGL", "CN-CEL").covers(&[]));
    }
}
