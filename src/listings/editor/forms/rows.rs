use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::choices::offer;
use super::{SectionForm, Spot};
use crate::checks::{Problem, Problems};
use crate::labels::Claim;
use crate::listings::content::{Benefit, Content, Measured, Output, Performance};
use crate::listings::editor::options;
use crate::listings::editor::section::Section;
use crate::listings::editor::{numbers, typed};
use crate::listings::{checks, words};
use crate::taxonomy::{self, Bound, Evidence, Lang};

macro_rules! row_form {
    ($(#[$meta:meta])* $form:ident.$rows:ident: $(#[$row_meta:meta])* $row:ident { $($field:ident),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(default)]
        pub struct $form {
            /// The rows.
            pub $rows: Vec<$row>,
        }

        $(#[$row_meta])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(default)]
        #[allow(missing_docs)]
        pub struct $row {
            $(pub $field: String),+
        }

        impl $form {
            fn filled(rows: Vec<$row>) -> Self {
                Self { $rows: if rows.is_empty() { vec![$row::default()] } else { rows } }
            }
        }
    };
}
pub(super) use row_form;

row_form! {
    /// Benefits.
    BenefitsForm.benefits:
    /// One benefit as it is typed.
    BenefitRow {
        indicator, baseline, achieved, unit, basis, product, baseline_year, period, output_baseline, output_achieved,
        evidence_note, document, audit, option_class, option_type,
    }
}

row_form! {
    /// Measured performance.
    PerformanceForm.performance:
    /// One measured performance as it is typed.
    PerformanceRow {
        parameter, influent_flag, influent, effluent_flag, effluent, unit, removal_flag, removal, statistic, scale,
        conditions, document,
    }
}

row_form! {
    /// Certificates.
    CertificatesForm.certificates:
    /// One certificate as it is typed.
    CertificateRow {
        scheme, number, holder, product, product_group, criteria, issued, valid_until, document, verifier, verified,
    }
}

impl BenefitRow {
    /// The row of a benefit.
    pub fn of(benefit: &Benefit) -> Self {
        Self {
            indicator: benefit.indicator.clone(),
            baseline: numbers::write(benefit.baseline),
            achieved: numbers::write(benefit.achieved),
            unit: benefit.unit.clone(),
            basis: benefit.basis.to_string(),
            product: benefit.product.clone(),
            baseline_year: typed::sent_some(benefit.baseline_year),
            period: benefit.period.clone(),
            output_baseline: benefit.output.map(|output| numbers::write(output.baseline)).unwrap_or_default(),
            output_achieved: benefit.output.map(|output| numbers::write(output.achieved)).unwrap_or_default(),
            evidence_note: benefit.evidence_note.clone(),
            document: benefit.document.clone().unwrap_or_default(),
            audit: typed::sent_some(benefit.audit),
            option_class: typed::sent_some(benefit.option_class),
            option_type: typed::sent_some(benefit.option_type),
        }
    }

    /// The benefit of a row; `None` while something needed is missing or wrong.
    pub fn read(&self, row: usize, problems: &mut Problems) -> Option<Benefit> {
        let at = |name: &str| format!("benefits-{row}-{name}");
        problems.check(&at("indicator"), !self.indicator.is_empty(), Problem::Missing);
        let baseline = typed::needed(problems, &at("baseline"), &self.baseline);
        let achieved = typed::needed(problems, &at("achieved"), &self.achieved);
        problems.check(&at("unit"), !self.unit.is_empty(), Problem::Missing);
        let basis = typed::needed_code(problems, &at("basis"), &self.basis);
        let baseline_year = typed::year(problems, &at("baseline_year"), &self.baseline_year);
        let output = self.output(&at, problems);
        let audit = typed::code(problems, &at("audit"), &self.audit);
        let option_class = typed::code(problems, &at("option_class"), &self.option_class);
        let option_type = typed::code(problems, &at("option_type"), &self.option_type);
        if self.indicator.is_empty() || self.unit.is_empty() {
            return None;
        }
        Some(Benefit {
            indicator: self.indicator.clone(),
            baseline: baseline?,
            achieved: achieved?,
            unit: self.unit.clone(),
            basis: basis?,
            product: typed::line(&self.product),
            baseline_year,
            period: typed::line(&self.period),
            output,
            evidence: Evidence::default(),
            compared: false,
            evidence_note: typed::line(&self.evidence_note),
            document: chosen(&self.document),
            audit,
            option_class,
            option_type,
        })
    }

    /// The output before and after: both or none.
    fn output(&self, at: &impl Fn(&str) -> String, problems: &mut Problems) -> Option<Output> {
        let baseline = typed::number(problems, &at("output_baseline"), &self.output_baseline);
        let achieved = typed::number(problems, &at("output_achieved"), &self.output_achieved);
        let given = |typed: &str| !typed.trim().is_empty();
        let (before, after) = (given(&self.output_baseline), given(&self.output_achieved));
        problems.check(&at("output_baseline"), before || !after, Problem::Missing);
        problems.check(&at("output_achieved"), after || !before, Problem::Missing);
        Some(Output { baseline: baseline?, achieved: achieved? })
    }

    /// Change in percent of what is typed, if it can be computed.
    pub fn change(&self) -> Option<Decimal> {
        self.claim()?.change_percent()
    }

    /// The benefit that is typed, if nothing needed is missing or wrong.
    pub fn claim(&self) -> Option<Benefit> {
        self.read(0, &mut Problems::new())
    }
}

fn chosen(code: &str) -> Option<String> {
    (!code.is_empty()).then(|| code.to_owned())
}

/// Notes a document that is none of the listing's files.
fn check_document(problems: &mut Problems, field: &str, document: Option<&String>, files: &[String]) {
    problems.check(field, document.is_none_or(|key| files.contains(key)), Problem::UnknownChoice);
}

fn files(content: &Content) -> Vec<String> {
    content.files.iter().map(|file| file.key.clone()).collect()
}

impl SectionForm for BenefitsForm {
    const SECTION: Section = Section::Benefits;

    fn of(content: &Content, _: Spot) -> Self {
        let benefits = content.offer().map(|offer| offer.benefits.as_slice()).unwrap_or_default();
        Self::filled(benefits.iter().map(BenefitRow::of).collect())
    }

    fn put(&self, content: &mut Content, _: Spot) -> Problems {
        let mut problems = Problems::new();
        let files = files(content);
        let Some(offer) = offer(content) else { return problems };
        let mut benefits = Vec::new();
        for (row, typed) in self.benefits.iter().enumerate() {
            if let Some(benefit) = typed.read(row, &mut problems) {
                problems.extend(checks::benefit(row, &benefit));
                let field = format!("benefits-{row}-document");
                check_document(&mut problems, &field, benefit.document.as_ref(), &files);
                benefits.push(benefit);
            }
        }
        offer.benefits = benefits;
        problems
    }

    fn rework(&mut self, action: &str) -> bool {
        typed::rework(&mut self.benefits, action, checks::ROWS)
    }

    fn tidy(&mut self) {
        self.benefits.retain(|row| *row != BenefitRow::default());
    }
}

fn written(measured: Option<Measured>) -> (String, String) {
    let flag = typed::sent_some(measured.and_then(|measured| measured.bound));
    (flag, numbers::write_some(measured.and_then(|measured| measured.value)))
}

/// A measured value: a number with or without a flag, or "not detected" alone.
fn measured(problems: &mut Problems, field: &str, flag: &str, typed: &str) -> Option<Measured> {
    let bound: Option<Bound> = typed::code(problems, &format!("{field}_flag"), flag);
    let value = typed::number(problems, field, typed);
    let alone = value.is_none() && typed.trim().is_empty() && bound.is_some_and(|bound| bound != Bound::NotDetected);
    problems.check(field, !alone, Problem::Missing);
    (bound.is_some() || value.is_some()).then_some(Measured { bound, value })
}

impl PerformanceRow {
    /// The row of a performance, with names in the reader's language.
    pub fn of(performance: &Performance, reader: Lang) -> Self {
        let (influent_flag, influent) = written(performance.influent);
        let (effluent_flag, effluent) = written(performance.effluent);
        let (removal_flag, removal) = written(performance.removal);
        Self {
            parameter: taxonomy::parameters().name(&performance.parameter, reader).to_owned(),
            influent_flag,
            influent,
            effluent_flag,
            effluent,
            unit: words::unit(&performance.unit).to_owned(),
            removal_flag,
            removal,
            statistic: performance.statistic.to_string(),
            scale: typed::sent_some(performance.scale),
            conditions: performance.conditions.clone(),
            document: performance.document.clone().unwrap_or_default(),
        }
    }

    /// The performance of a row; `None` while something needed is missing or wrong.
    pub fn read(&self, row: usize, problems: &mut Problems) -> Option<Performance> {
        let at = |name: &str| format!("performance-{row}-{name}");
        let parameter = options::parameter(problems, &at("parameter"), &self.parameter);
        let influent = measured(problems, &at("influent"), &self.influent_flag, &self.influent);
        let effluent = measured(problems, &at("effluent"), &self.effluent_flag, &self.effluent);
        let removal = measured(problems, &at("removal"), &self.removal_flag, &self.removal);
        let unit = typed::line(&self.unit);
        let needs_unit = influent.or(effluent).is_some_and(|measured| measured.value.is_some());
        problems.check(&at("unit"), !needs_unit || !unit.is_empty(), Problem::Missing);
        problems.text(&at("unit"), &unit, false, 40);
        problems.text(&at("conditions"), &self.conditions, false, checks::LINE);
        let statistic = typed::needed_code(problems, &at("statistic"), &self.statistic);
        let scale = typed::code(problems, &at("scale"), &self.scale);
        Some(Performance {
            parameter: parameter?,
            influent,
            effluent,
            unit: options::unit(&unit),
            removal,
            statistic: statistic?,
            scale,
            conditions: typed::line(&self.conditions),
            evidence: Evidence::default(),
            compared: false,
            document: chosen(&self.document),
        })
    }
}

impl SectionForm for PerformanceForm {
    const SECTION: Section = Section::Performance;

    fn of(content: &Content, spot: Spot) -> Self {
        let rows = content.offer().map(|offer| offer.performance.as_slice()).unwrap_or_default();
        Self::filled(rows.iter().map(|row| PerformanceRow::of(row, spot.reader)).collect())
    }

    fn put(&self, content: &mut Content, _: Spot) -> Problems {
        let mut problems = Problems::new();
        let files = files(content);
        let mut rows = Vec::new();
        for (row, typed) in self.performance.iter().enumerate() {
            if let Some(performance) = typed.read(row, &mut problems) {
                problems.extend(checks::performance(row, &performance, content.source.is_some()));
                let field = format!("performance-{row}-document");
                check_document(&mut problems, &field, performance.document.as_ref(), &files);
                rows.push(performance);
            }
        }
        if let Some(offer) = offer(content) {
            offer.performance = rows;
        }
        problems
    }

    fn rework(&mut self, action: &str) -> bool {
        typed::rework(&mut self.performance, action, checks::ROWS)
    }

    fn tidy(&mut self) {
        self.performance.retain(|row| *row != PerformanceRow::default());
    }
}

impl CertificateRow {
    fn of(claim: &Claim) -> Self {
        let claim = claim.clone();
        Self {
            scheme: claim.scheme,
            number: claim.number,
            holder: claim.holder,
            product: claim.product,
            product_group: claim.product_group,
            criteria: claim.criteria,
            issued: typed::sent_some(claim.issued),
            valid_until: typed::sent_some(claim.valid_until),
            document: claim.document.unwrap_or_default(),
            verifier: claim.verifier,
            verified: claim.verified,
        }
    }

    /// The claim that is typed; what is wrong with it is left out.
    pub fn claim(&self) -> Claim {
        self.read(0, &mut Problems::new())
    }

    fn read(&self, row: usize, problems: &mut Problems) -> Claim {
        let at = |name: &str| format!("certificates-{row}-{name}");
        Claim {
            scheme: self.scheme.clone(),
            number: typed::line(&self.number),
            holder: typed::line(&self.holder),
            product: typed::line(&self.product),
            product_group: typed::line(&self.product_group),
            criteria: typed::line(&self.criteria),
            issued: typed::day(problems, &at("issued"), &self.issued),
            valid_until: typed::day(problems, &at("valid_until"), &self.valid_until),
            document: chosen(&self.document),
            verifier: typed::line(&self.verifier),
            verified: typed::text(&self.verified),
        }
    }
}

impl SectionForm for CertificatesForm {
    const SECTION: Section = Section::Certificates;

    fn of(content: &Content, _: Spot) -> Self {
        let claims = content.offer().map(|offer| offer.certificates.as_slice()).unwrap_or_default();
        Self::filled(claims.iter().map(CertificateRow::of).collect())
    }

    fn put(&self, content: &mut Content, _: Spot) -> Problems {
        let mut problems = Problems::new();
        let files = files(content);
        let mut claims: Vec<Claim> = Vec::new();
        for (row, typed) in self.certificates.iter().enumerate() {
            let at = |name: &str| format!("certificates-{row}-{name}");
            let claim = typed.read(row, &mut problems);
            problems.check(&at("scheme"), !claim.scheme.is_empty(), Problem::Missing);
            problems.extend(checks::certificate(row, &claim));
            check_document(&mut problems, &at("document"), claim.document.as_ref(), &files);
            let twice = claims.iter().any(|other| (&other.scheme, &other.number) == (&claim.scheme, &claim.number));
            problems.check(&at("number"), !twice, Problem::Other("problem-certificate-twice"));
            claims.push(claim);
        }
        if let Some(offer) = offer(content) {
            offer.certificates = claims;
        }
        problems
    }

    fn rework(&mut self, action: &str) -> bool {
        typed::rework(&mut self.certificates, action, 20)
    }

    fn tidy(&mut self) {
        self.certificates.retain(|row| *row != CertificateRow::default());
    }
}
