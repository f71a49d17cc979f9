//! A content in words: what the owner checks before it is handed in, and what differs when two people have changed it.

use rust_decimal::Decimal;

use super::section::Section;
use crate::listings::content::{Content, Range, Requirement};
use crate::listings::words;
use crate::taxonomy::{self, Lang};
use crate::web::{Page, listed};

/// One line of answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// The field to which "Change" leads.
    pub field: String,
    /// What was asked.
    pub label: String,
    /// What was answered; empty when nothing was.
    pub value: String,
    /// Language of the answer, when it is text of the owner.
    pub lang: Option<Lang>,
}

/// The answers of a section.
pub fn of_section(page: &Page, content: &Content, section: Section) -> Vec<Answer> {
    let mut answers = Answers { page, list: Vec::new() };
    answers.section(content, section);
    answers.list
}

/// The answers that two contents give differently.
pub fn differing(page: &Page, theirs: &Content, yours: &Content, section: Section) -> Vec<Difference> {
    let (theirs, yours) = (of_section(page, theirs, section), of_section(page, yours, section));
    let value = |answers: &[Answer], field: &str| {
        answers.iter().find(|answer| answer.field == field).map(|answer| answer.value.clone()).unwrap_or_default()
    };
    let mut differences: Vec<Difference> = Vec::new();
    for answer in theirs.iter().chain(&yours) {
        let difference = Difference {
            label: answer.label.clone(),
            theirs: value(&theirs, &answer.field),
            yours: value(&yours, &answer.field),
        };
        if difference.theirs != difference.yours && !differences.contains(&difference) {
            differences.push(difference);
        }
    }
    differences
}

/// An answer that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// What was asked.
    pub label: String,
    /// What the other person saved.
    pub theirs: String,
    /// What was sent now.
    pub yours: String,
}

struct Answers<'a> {
    page: &'a Page,
    list: Vec<Answer>,
}

impl Answers<'_> {
    fn add(&mut self, field: &str, value: String) {
        // The two ends of a range are one answer.
        let range = matches!(field, "capital_from" | "operating_from" | "budget_from");
        let page = self.page;
        let label = if range { page.text("listing-answer", field) } else { page.text("listing-field", field) };
        self.list.push(Answer { field: field.to_owned(), label, value, lang: None });
    }

    fn words(&mut self, field: &str, lang: Lang, value: &str) {
        self.add(field, value.to_owned());
        if let Some(answer) = self.list.last_mut() {
            answer.lang = Some(lang);
        }
    }

    fn row(&mut self, kind: &str, row: usize, first: &str, value: String) {
        let label = format!("{} {}", self.page.text("listing-row", kind), self.page.integer(row as i64 + 1));
        self.list.push(Answer { field: format!("{kind}-{row}-{first}"), label, value, lang: None });
    }

    fn section(&mut self, content: &Content, section: Section) {
        match section {
            Section::Texts => self.texts(content, &["title", "summary", "description", "advantages"]),
            Section::Themes => self.themes(content),
            Section::Treatments => {
                self.add("treatments", self.page.names(taxonomy::treatments(), &content.treatments));
            }
            Section::Cooperation => {
                self.add("cooperation", self.page.names(taxonomy::cooperation(), &content.cooperation));
                self.texts(content, &["partner_role"]);
                self.offer(content, section);
            }
            Section::Files => self.files(content),
            Section::Languages => self.languages(content),
            Section::Request => self.request(content),
            _ => self.offer(content, section),
        }
    }

    fn texts(&mut self, content: &Content, fields: &[&str]) {
        let texts = content.texts.get(&content.original).cloned().unwrap_or_default();
        for field in fields {
            let value = match *field {
                "title" => &texts.title,
                "summary" => &texts.summary,
                "description" => &texts.description,
                "advantages" => &texts.advantages,
                "background" => &texts.background,
                _ => &texts.partner_role,
            };
            self.words(field, content.original, value);
        }
    }

    fn themes(&mut self, content: &Content) {
        self.add("themes", self.page.names(taxonomy::themes(), &content.themes));
        self.add("keywords", self.page.names(self.page.keywords(), &content.keywords));
        self.add("industries", self.page.names(taxonomy::industries(), &content.industries));
        self.add("sdgs", self.page.names(taxonomy::sdgs(), &content.sdgs));
    }

    fn offer(&mut self, content: &Content, section: Section) {
        let Some(offer) = content.offer() else { return };
        let page = self.page;
        match section {
            Section::Readiness => {
                let level = offer.readiness.map(|level| self.level(level)).unwrap_or_default();
                self.add("readiness", level);
            }
            Section::Ip => {
                self.add("ip", offer.ip.map(|ip| page.name(taxonomy::ip(), ip)).unwrap_or_default());
                self.add("patents", offer.patents.join("\n"));
                self.add("patent_classes", page.names(taxonomy::cpc(), &offer.patent_classes));
            }
            Section::Cooperation => {
                self.add("partner_sectors", page.names(taxonomy::sectors(), &offer.partner_sectors));
                self.add("partner_sizes", page.names(taxonomy::sizes(), &offer.partner_sizes));
            }
            Section::Countries => {
                self.add("developed_in", page.names(taxonomy::countries(), &offer.developed_in));
                self.add("deployed_in", page.names(taxonomy::countries(), &offer.deployed_in));
                self.add("offered_to", page.names(taxonomy::countries(), &offer.offered_to));
            }
            Section::Cost => {
                let cost = &offer.cost;
                self.add("capital_from", self.range(&cost.capital, &cost.currency));
                self.add("operating_from", self.range(&cost.operating, &cost.currency));
                self.add("basis", cost.basis.clone());
                let saving = cost.annual_saving.map(|saving| page.money(&saving, &cost.currency));
                self.add("annual_saving", saving.unwrap_or_default());
                if let Some(range) = cost.payback_range() {
                    self.add("payback", words::months(page, range));
                }
                self.add("note", cost.note.clone());
            }
            Section::Benefits => {
                for (row, one) in offer.benefits.iter().enumerate() {
                    self.row("benefits", row, "indicator", words::benefit(page, one));
                }
            }
            Section::Performance => {
                for (row, one) in offer.performance.iter().enumerate() {
                    self.row("performance", row, "parameter", words::performance(page, one));
                }
            }
            Section::References => {
                for (row, one) in offer.references.iter().enumerate() {
                    let country = page.country(&one.country);
                    let year = one.year.map(|year| year.to_string()).unwrap_or_default();
                    let contact = one.contact_on_request.then(|| t!(page, "listing-contact-on-request"));
                    let parts = [country, year, one.scale.clone(), one.result.clone(), contact.unwrap_or_default()];
                    self.row("references", row, "site", listed(std::iter::once(one.site.clone()).chain(parts)));
                }
            }
            _ => {
                for (row, claim) in offer.certificates.iter().enumerate() {
                    let until = claim.valid_until.map(|day| t!(page, "listing-valid-until", day = page.day(&day)));
                    let scheme = page.name(page.schemes(), &claim.scheme);
                    let parts = [scheme, claim.number.clone(), claim.product.clone(), until.unwrap_or_default()];
                    self.row("certificates", row, "scheme", listed(&parts));
                }
            }
        }
    }

    fn level(&self, level: u8) -> String {
        format!("TRL {level} · {}", self.page.name(taxonomy::readiness(), level))
    }

    fn range(&self, range: &Range, currency: &str) -> String {
        let money = |amount: &Decimal| self.page.money(amount, currency);
        match (&range.from, &range.to) {
            (Some(from), Some(to)) => format!("{} – {}", money(from), self.page.number(to)),
            (Some(from), None) => t!(self.page, "listing-range-from", amount = money(from)),
            (None, Some(to)) => t!(self.page, "listing-range-to", amount = money(to)),
            (None, None) => String::new(),
        }
    }

    fn files(&mut self, content: &Content) {
        for file in &content.files {
            let visibility = self.page.text("listing-visibility", file.visibility);
            let value = listed([file.name.clone(), file.caption.clone(), visibility]);
            let label = self.page.text("listing-file-kind", file.kind);
            self.list.push(Answer { field: format!("files-{}", file.key), label, value, lang: None });
        }
    }

    fn languages(&mut self, content: &Content) {
        for (lang, texts) in content.texts.iter().filter(|(lang, _)| **lang != content.original) {
            let label = self.page.native(*lang);
            let whole = [&texts.title, &texts.summary, &texts.description, &texts.advantages, &texts.background];
            let value = whole.into_iter().chain([&texts.partner_role]).filter(|text| !text.is_empty());
            let value = value.cloned().collect::<Vec<_>>().join("\n");
            self.list.push(Answer { field: format!("{lang}-title"), label, value, lang: Some(*lang) });
        }
    }

    fn request(&mut self, content: &Content) {
        let Some(request) = content.request() else { return };
        let page = self.page;
        self.texts(content, &["title", "summary", "description", "background"]);
        self.add("site", request.site.clone());
        self.add("country", page.country(&request.country));
        self.themes(content);
        self.add("budget_from", self.range(&request.budget, &request.currency));
        self.add("timetable", request.timetable.clone());
        let zone = request.zone.parse().unwrap_or(chrono_tz::UTC);
        for (field, time) in [
            ("closes", request.closes),
            ("questions_until", request.questions_until),
            ("answers_until", request.answers_until),
        ] {
            let shown = time.map(|time| page.locale.formats().local_moment(time, zone));
            self.add(field, shown.map(|shown| format!("{shown} · {}", request.zone)).unwrap_or_default());
        }
        self.add("cooperation", page.names(taxonomy::cooperation(), &content.cooperation));
        for (row, one) in request.requirements.iter().enumerate() {
            self.row("requirements", row, "text", requirement(page, one));
        }
    }
}

fn requirement(page: &Page, row: &Requirement) -> String {
    let weight = if row.essential { "essential" } else { "desirable" };
    let measure = row.measure.as_ref().map(|measure| {
        let comparator = page.text("listing-comparator", measure.comparator);
        let limit = format!("{} {}", page.number(&measure.value), words::unit(&measure.unit));
        format!("{} {comparator} {limit}", page.name(taxonomy::parameters(), &measure.parameter))
    });
    listed([row.text.clone(), measure.unwrap_or_default(), page.text("listing-importance", weight)])
}
