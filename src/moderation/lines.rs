//! A content as lines that a moderator can read and a machine can compare.

use chrono_tz::Tz;
use rust_decimal::Decimal;

use crate::i18n::Locale;
use crate::labels::Claim;
use crate::listings::content::{
    Benefit, Body, Content, Cost, FileRef, Measured, Offer, Performance, Range, Reference, Request, Requirement,
};
use crate::taxonomy::{self, Bound, Comparator, Kind, Lang, List, Registers};
use crate::web::listed;

/// One text, or one row of a field with rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The field, named as in the content.
    pub field: &'static str,
    /// Language of a text that its owner wrote in a language.
    pub lang: Option<Lang>,
    /// What it says, with codes as names in the reader's language.
    pub text: String,
}

/// The fields of a kind of listing, in the order in which they are shown; a reason can be given for each.
pub fn fields(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Offer => &[
            "title",
            "summary",
            "description",
            "advantages",
            "partner_role",
            "themes",
            "keywords",
            "industries",
            "sdgs",
            "readiness",
            "ip",
            "patent_classes",
            "cooperation",
            "developed_in",
            "deployed_in",
            "offered_to",
            "cost",
            "benefits",
            "performance",
            "certificates",
            "references",
            "files",
        ],
        Kind::Request => &[
            "title",
            "summary",
            "description",
            "background",
            "themes",
            "keywords",
            "industries",
            "sdgs",
            "cooperation",
            "site",
            "budget",
            "timetable",
            "closes",
            "questions_until",
            "answers_until",
            "requirements",
            "files",
        ],
    }
}

/// All that a content says, field after field; empty fields are left out.
pub fn lines(content: &Content, locale: &Locale, registers: &Registers) -> Vec<Line> {
    let mut lines = Writer { locale, registers, lines: Vec::new() };
    lines.texts(content);
    lines.names("themes", taxonomy::themes(), &content.themes);
    lines.names("keywords", registers.keywords(), &content.keywords);
    lines.names("industries", taxonomy::industries(), &content.industries);
    lines.names("sdgs", taxonomy::sdgs(), &content.sdgs);
    lines.names("treatments", taxonomy::treatments(), &content.treatments);
    match &content.body {
        Body::Offer(offer) => lines.offer(offer),
        Body::Request(request) => lines.request(request),
    }
    lines.names("cooperation", taxonomy::cooperation(), &content.cooperation);
    for file in &content.files {
        let text = lines.file(file);
        lines.add("files", text);
    }
    if let Some(source) = &content.source {
        let year = source.year.map(|year| year.to_string()).unwrap_or_default();
        lines.add("source", listed([source.name.clone(), source.id.clone(), source.citation.clone(), year]));
    }
    let order = |field: &str| fields(content.kind()).iter().position(|known| *known == field).unwrap_or(usize::MAX);
    let mut lines = lines.lines;
    lines.sort_by_key(|line| order(line.field));
    lines
}

struct Writer<'a> {
    locale: &'a Locale,
    registers: &'a Registers,
    lines: Vec<Line>,
}

impl Writer<'_> {
    fn add(&mut self, field: &'static str, text: String) {
        if !text.trim().is_empty() {
            self.lines.push(Line { field, lang: None, text });
        }
    }

    fn texts(&mut self, content: &Content) {
        // The original language comes first, since the others follow it.
        let others = content.texts.iter().filter(|(lang, _)| **lang != content.original);
        for (lang, texts) in content.texts.get_key_value(&content.original).into_iter().chain(others) {
            for (field, text) in texts.fields().into_iter().filter(|(_, text)| !text.trim().is_empty()) {
                self.lines.push(Line { field, lang: Some(*lang), text: text.to_owned() });
            }
        }
    }

    fn name(&self, list: &List, code: impl std::fmt::Display) -> String {
        list.name(&code.to_string(), self.locale.lang).to_owned()
    }

    fn joined_names<C: std::fmt::Display>(&self, list: &List, codes: &[C]) -> String {
        listed(codes.iter().map(|code| self.name(list, code)))
    }

    fn names<C: std::fmt::Display>(&mut self, field: &'static str, list: &List, codes: &[C]) {
        let text = self.joined_names(list, codes);
        self.add(field, text);
    }

    fn word(&self, code: impl std::fmt::Display) -> String {
        self.locale.get(&format!("review-word-{code}").replace('_', "-"))
    }

    fn number(&self, number: Decimal) -> String {
        self.locale.formats().number(number)
    }

    fn unit(&self, code: &str) -> String {
        taxonomy::units().get(code).map_or(code, |entry| entry.column("symbol")).to_owned()
    }

    fn offer(&mut self, offer: &Offer) {
        if let Some(level) = offer.readiness {
            let text = format!("TRL {level} · {}", self.name(taxonomy::readiness(), level));
            self.add("readiness", text);
        }
        if let Some(ip) = offer.ip {
            let text = listed([self.name(taxonomy::ip(), ip), listed(offer.patents.iter().cloned())]);
            self.add("ip", text);
        }
        self.names("patent_classes", taxonomy::cpc(), &offer.patent_classes);
        let sectors = self.joined_names(taxonomy::sectors(), &offer.partner_sectors);
        let sizes = self.joined_names(taxonomy::sizes(), &offer.partner_sizes);
        self.add("partner_role", listed([sectors, sizes]));
        self.names("developed_in", taxonomy::countries(), &offer.developed_in);
        self.names("deployed_in", taxonomy::countries(), &offer.deployed_in);
        self.names("offered_to", taxonomy::countries(), &offer.offered_to);
        let cost = self.cost(&offer.cost);
        self.add("cost", cost);
        for row in &offer.benefits {
            let text = self.benefit(row);
            self.add("benefits", text);
        }
        for row in &offer.performance {
            let text = self.performance(row);
            self.add("performance", text);
        }
        for claim in &offer.certificates {
            let text = self.claim(claim);
            self.add("certificates", text);
        }
        for reference in &offer.references {
            let text = self.reference(reference);
            self.add("references", text);
        }
    }

    fn request(&mut self, request: &Request) {
        let site = listed([request.site.clone(), self.country(&request.country)]);
        self.add("site", site);
        let budget = self.range(request.budget, &request.currency);
        self.add("budget", budget);
        self.add("timetable", request.timetable.clone());
        let zone: Tz = request.zone.parse().unwrap_or(Tz::UTC);
        for (field, time) in [
            ("closes", request.closes),
            ("questions_until", request.questions_until),
            ("answers_until", request.answers_until),
        ] {
            if let Some(time) = time {
                let text = self.locale.formats().local_moment(time, zone);
                self.add(field, listed([text, request.zone.clone()]));
            }
        }
        for requirement in &request.requirements {
            let text = self.requirement(requirement);
            self.add("requirements", text);
        }
    }

    fn country(&self, code: &str) -> String {
        if code.is_empty() { String::new() } else { self.name(taxonomy::countries(), code) }
    }

    fn range(&self, range: Range, currency: &str) -> String {
        match (range.from, range.to) {
            (None, None) => String::new(),
            (Some(from), Some(to)) if from != to => {
                format!("{}–{}", self.locale.formats().money(from, currency), self.number(to))
            }
            (Some(from), Some(_)) => self.locale.formats().money(from, currency),
            (Some(from), None) => format!("≥ {}", self.locale.formats().money(from, currency)),
            (None, Some(to)) => format!("≤ {}", self.locale.formats().money(to, currency)),
        }
    }

    fn cost(&self, cost: &Cost) -> String {
        let labelled = |word: &str, text: String| {
            if text.is_empty() { text } else { format!("{} {text}", self.word(word)) }
        };
        let saving = cost.annual_saving.map(|saving| self.locale.formats().money(saving, &cost.currency));
        listed([
            labelled("capital", self.range(cost.capital, &cost.currency)),
            labelled("operating", self.range(cost.operating, &cost.currency)),
            cost.basis.clone(),
            labelled("saving", saving.unwrap_or_default()),
            cost.note.clone(),
        ])
    }

    fn benefit(&self, row: &Benefit) -> String {
        let change = row.change_percent().map(|change| self.locale.formats().percent_change(change));
        let values = format!("{} → {} {}", self.number(row.baseline), self.number(row.achieved), self.unit(&row.unit));
        listed([
            self.name(taxonomy::indicators(), &row.indicator),
            values,
            change.unwrap_or_default(),
            self.name(taxonomy::bases(), row.basis),
            row.product.clone(),
            row.baseline_year.map(|year| year.to_string()).unwrap_or_default(),
            row.period.clone(),
            row.output
                .map(|output| format!("{} → {}", self.number(output.baseline), self.number(output.achieved)))
                .unwrap_or_default(),
            self.name(taxonomy::evidence(), row.evidence),
            row.evidence_note.clone(),
            row.audit.map(|code| self.name(taxonomy::audits(), code)).unwrap_or_default(),
            row.option_class.map(|code| self.name(taxonomy::option_classes(), code)).unwrap_or_default(),
            row.option_type.map(|code| self.name(taxonomy::option_types(), code)).unwrap_or_default(),
            self.with_document(row.document.as_ref()),
        ])
    }

    fn measured(&self, measured: Measured) -> String {
        let value = measured.value.map(|value| self.number(value)).unwrap_or_default();
        let bound = match measured.bound {
            Some(bound @ (Bound::Below | Bound::Above)) => bound.code().to_owned(),
            Some(Bound::About) => "≈".to_owned(),
            Some(Bound::NotDetected) => self.word("not-detected"),
            None => String::new(),
        };
        format!("{bound} {value}").trim().to_owned()
    }

    fn performance(&self, row: &Performance) -> String {
        let ends = [row.influent, row.effluent].map(|end| end.map_or("?".to_owned(), |end| self.measured(end)));
        let values = if row.influent.is_some() || row.effluent.is_some() {
            format!("{} {}", ends.join(" → "), self.unit(&row.unit))
        } else {
            String::new()
        };
        let removal = row.removal_percent().map(|removal| {
            let removal = Measured { bound: removal.bound, value: Some(removal.percent.round_dp(1)) };
            format!("{} {} %", self.word("removal"), self.measured(removal))
        });
        listed([
            self.name(taxonomy::parameters(), &row.parameter),
            values,
            removal.unwrap_or_default(),
            self.name(taxonomy::statistics(), row.statistic),
            row.scale.map(|scale| self.name(taxonomy::scales(), scale)).unwrap_or_default(),
            row.conditions.clone(),
            self.name(taxonomy::evidence(), row.evidence),
            self.with_document(row.document.as_ref()),
        ])
    }

    fn with_document(&self, document: Option<&String>) -> String {
        document.map(|_| self.word("with-document")).unwrap_or_default()
    }

    fn claim(&self, claim: &Claim) -> String {
        let day = |day: Option<chrono::NaiveDate>| day.map(|day| self.locale.formats().day(day));
        let days = match (day(claim.issued), day(claim.valid_until)) {
            (None, None) => String::new(),
            (issued, until) => format!("{} – {}", issued.unwrap_or_default(), until.unwrap_or_default()),
        };
        listed([
            self.name(self.registers.schemes(), &claim.scheme),
            claim.number.clone(),
            claim.holder.clone(),
            claim.product.clone(),
            claim.product_group.clone(),
            claim.criteria.clone(),
            days,
            claim.verifier.clone(),
            claim.verified.clone(),
            self.with_document(claim.document.as_ref()),
        ])
    }

    fn reference(&self, reference: &Reference) -> String {
        listed([
            reference.site.clone(),
            self.country(&reference.country),
            reference.year.map(|year| year.to_string()).unwrap_or_default(),
            reference.scale.clone(),
            reference.result.clone(),
            if reference.contact_on_request { self.locale.get("listing-contact-on-request") } else { String::new() },
        ])
    }

    fn requirement(&self, requirement: &Requirement) -> String {
        let measure = requirement.measure.as_ref().map(|measure| {
            let sign = match measure.comparator {
                Comparator::AtMost => "≤",
                Comparator::AtLeast => "≥",
                Comparator::Equal => "=",
            };
            let parameter = self.name(taxonomy::parameters(), &measure.parameter);
            format!("{parameter} {sign} {} {}", self.number(measure.value), self.unit(&measure.unit))
        });
        let weight = self.word(if requirement.essential { "essential" } else { "desirable" });
        listed([weight, requirement.text.clone(), measure.unwrap_or_default()])
    }

    fn file(&self, file: &FileRef) -> String {
        let kind = self.word(file.kind);
        let link = file.link.clone().unwrap_or_default();
        listed([file.name.clone(), kind, self.word(file.visibility), file.caption.clone(), link])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::listings::content::Measure;

    #[test]
    fn codes_are_read_as_names_in_the_readers_language() {
        let mut content = Content::empty(Kind::Request, Lang::En);
        content.themes = vec!["water".to_owned()];
        content.texts.entry(Lang::En).or_default().title = "Cut COD".to_owned();
        if let Body::Request(request) = &mut content.body {
            let measure = Measure {
                parameter: "chemical_oxygen_demand".to_owned(),
                comparator: Comparator::AtMost,
                value: 80.into(),
                unit: "mg_L".to_owned(),
            };
            request.requirements.push(Requirement { essential: true, text: String::new(), measure: Some(measure) });
        }
        let read = |lang| {
            let lines = lines(&content, Locale::of(lang), &Registers::carried());
            lines.into_iter().map(|line| format!("{}: {}", line.field, line.text)).collect::<Vec<_>>()
        };
        let english = ["title: Cut COD", "themes: Water and wastewater"];
        assert_eq!(read(Lang::En)[..2], english);
        assert!(read(Lang::En)[2].contains("Chemical oxygen demand (COD) ≤ 80 mg/L"), "{:?}", read(Lang::En));
        assert_eq!(read(Lang::Zh)[1], "themes: 水与污水");
    }
}
