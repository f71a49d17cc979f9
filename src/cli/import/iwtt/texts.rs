//! The words of an imported listing: composed from the source's texts and the names of the code lists, in every
//! language in which those have names.

use rust_decimal::Decimal;

use super::page::{Page, capital, cut, escape, markdown, sentences};
use super::source::System;
use crate::i18n::Locale;
use crate::listings::checks;
use crate::listings::content::{Measured, Performance, Texts};
use crate::taxonomy::{self, Bound, Entry, Lang};

/// Parameters named in a summary.
const NAMED: usize = 3;
/// Figures listed in a description that does not quote the source.
const LISTED: usize = 12;
/// Steps that prepare or polish; a title names them only where there is nothing more characteristic.
const COMMON: &[&str] = &[
    "aeration",
    "bag_cartridge_filtration",
    "centrifugal_separator",
    "chemical_disinfection",
    "clarification",
    "dechlorination",
    "degasification",
    "flow_equalization",
    "mechanical_pretreatment",
    "other_filtration",
    "surface_impoundment",
];

/// What the texts are about.
pub struct Subject<'a> {
    /// The row of the source.
    pub system: &'a System,
    /// The industry.
    pub industry: &'static Entry,
    /// The steps, in order.
    pub steps: &'a [&'static Entry],
    /// The figures.
    pub rows: &'a [Performance],
    /// Codes of parameters that were looked at without a published figure.
    pub silent: &'a [String],
}

/// The words of one language.
#[derive(Clone, Copy)]
pub struct Words {
    locale: &'static Locale,
}

impl Words {
    /// The words of an offered language.
    pub fn of(lang: Lang) -> Self {
        Self { locale: Locale::of(lang) }
    }

    /// The source's own language.
    pub fn english() -> Self {
        Self::of(Lang::En)
    }

    fn lang(self) -> Lang {
        self.locale.lang
    }

    /// Title, summary and description.
    pub fn texts(self, subject: &Subject<'_>) -> Texts {
        Texts {
            title: self.title(subject),
            summary: self.summary(subject),
            description: self.description(subject),
            ..Texts::default()
        }
    }

    /// A title with what tells it apart from others that say the same.
    pub fn told_apart(self, title: &str, id: &str) -> String {
        let full = t!(self, "import-title-told-apart", title = title, id = id);
        if full.chars().count() <= checks::TITLE {
            return full;
        }
        let room = checks::TITLE.saturating_sub(full.chars().count() - title.chars().count());
        t!(self, "import-title-told-apart", title = cut(title, room), id = id)
    }

    /// Name of the source.
    pub fn source_name(self) -> String {
        t!(self, "import-source-name")
    }

    /// The paper, or the number of the reference where nothing more is known.
    pub fn citation(self, system: &System) -> String {
        match &system.paper {
            Some(paper) => t!(
                self,
                "import-citation",
                authors = paper.authors.as_str(),
                title = paper.title.as_str(),
                journal = paper.journal.as_str(),
                year = paper.year.as_str()
            ),
            None => t!(self, "import-citation-unknown", number = system.reference.as_str()),
        }
    }

    /// Both costs in the words of the source.
    pub fn cost(self, system: &System) -> String {
        let mut lines = Vec::new();
        if !system.capital.is_empty() {
            lines.push(t!(self, "import-cost-capital", text = system.capital.as_str()));
        }
        if !system.operating.is_empty() {
            lines.push(t!(self, "import-cost-operating", text = system.operating.as_str()));
        }
        cut(&lines.join("\n"), checks::PASSAGE)
    }

    fn title(self, subject: &Subject<'_>) -> String {
        if let Some(paper) = subject.system.paper.as_ref().filter(|_| self.lang() == Lang::En) {
            return cut(&paper.title, checks::TITLE);
        }
        let chosen = characteristic(subject.steps);
        // Fewer steps are named when all of them are too long for a title.
        for count in (1..=chosen.len()).rev() {
            let names: Vec<&str> = chosen[..count].iter().map(|step| step.name(self.lang())).collect();
            let industry = subject.industry.name(self.lang());
            let steps = capital(&self.and(&names));
            let title =
                t!(self, "import-title", steps = steps, industry = industry, code = subject.industry.code.as_str());
            if title.chars().count() <= checks::TITLE {
                return title;
            }
        }
        cut(subject.industry.name(self.lang()), checks::TITLE)
    }

    fn summary(self, subject: &Subject<'_>) -> String {
        let steps: Vec<&str> = subject.steps.iter().map(|step| step.name(self.lang())).collect();
        let steps = match steps.split_last() {
            Some((last, first)) if !first.is_empty() => {
                t!(self, "import-then", first = first.join(&self.comma()), last = *last)
            }
            _ => steps.join(""),
        };
        let full = subject.system.scale == "Full";
        let industry = subject.industry.name(self.lang());
        let mut parts =
            vec![t!(self, "import-summary", scale = scale_code(full), industry = industry, steps = steps.as_str())];
        parts.extend(self.measured(subject.rows));
        let space = if self.lang() == Lang::Zh { "" } else { " " };
        let mut summary = cut(&parts.join(space), checks::SUMMARY);
        if self.lang() == Lang::En {
            for sentence in sentences(&subject.system.description) {
                if summary.chars().count() + 1 + sentence.chars().count() > checks::SUMMARY {
                    break;
                }
                summary.push(' ');
                summary.push_str(sentence);
            }
        }
        summary
    }

    /// The parameters with the best removals first, and how many more there are.
    fn measured(self, rows: &[Performance]) -> Option<String> {
        let mut best: Vec<(&str, Option<(bool, Decimal)>)> = Vec::new();
        for row in rows {
            let removal = row.removal_percent().filter(|removal| removal.percent > Decimal::ZERO);
            let removal = removal.map(|removal| (removal.bound == Some(Bound::Above), removal.percent));
            match best.iter_mut().find(|(parameter, _)| *parameter == row.parameter) {
                Some((_, known)) if removal.map(|r| r.1) > known.map(|k| k.1) => *known = removal,
                Some(_) => {}
                None => best.push((&row.parameter, removal)),
            }
        }
        best.sort_by_key(|(_, removal)| std::cmp::Reverse(removal.map(|removal| removal.1)));
        let named: Vec<String> = best.iter().take(NAMED).map(|(code, removal)| self.removed(code, *removal)).collect();
        let more = best.len().saturating_sub(NAMED);
        (!named.is_empty())
            .then(|| t!(self, "import-summary-measured", parameters = named.join(&self.comma()), more = more))
    }

    fn removed(self, code: &str, removal: Option<(bool, Decimal)>) -> String {
        let parameter = self.parameter(code);
        let Some((over, percent)) = removal else { return parameter };
        // 99.97 % must not become 100 %.
        let places = if percent > Decimal::from(99) { 2 } else { 1 };
        let percent = self.locale.formats().number(percent.trunc_with_scale(places));
        if over {
            t!(self, "import-removed-over", parameter = parameter, percent = percent)
        } else {
            t!(self, "import-removed", parameter = parameter, percent = percent)
        }
    }

    fn parameter(self, code: &str) -> String {
        taxonomy::parameters().name(code, self.lang()).to_owned()
    }

    fn description(self, subject: &Subject<'_>) -> String {
        let quotes = self.lang() == Lang::En;
        let system = subject.system;
        let mut page = Page::default();
        if quotes {
            page.section(&t!(self, "import-heading-system"), &markdown(&system.description));
        }
        let steps: Vec<String> = subject
            .steps
            .iter()
            .enumerate()
            .map(|(place, step)| format!("{}. {}", place + 1, capital(step.name(self.lang()))))
            .collect();
        page.section(&t!(self, "import-heading-steps"), &steps.join("\n"));
        page.section(&t!(self, "import-heading-operation"), &self.operation(subject, quotes));
        if quotes {
            page.section(&t!(self, "import-heading-cost"), &markdown(&self.cost(system)));
            if let Some(paper) = &system.paper {
                page.section(&t!(self, "import-heading-findings"), &markdown(&paper.findings));
            }
        } else {
            page.section(&t!(self, "import-heading-figures"), &self.figures(subject.rows));
        }
        let name = self.source_name();
        let mut source = t!(self, "import-source", id = system.name.as_str(), name = name);
        source.push_str(&format!("\n\n{}", escape(&self.citation(system))));
        if !quotes {
            source.push_str(&format!("\n\n{}", t!(self, "import-original")));
        }
        let end = Page::of(&t!(self, "import-heading-source"), &source);
        if let Some(paper) = system.paper.as_ref().filter(|_| quotes) {
            let heading = t!(self, "import-heading-abstract");
            let room = checks::DESCRIPTION.saturating_sub(page.len() + end.len() + heading.chars().count() + 8);
            page.section(&heading, &cut(&markdown(&paper.summary), room));
        }
        let room = checks::DESCRIPTION.saturating_sub(end.len() + 2);
        format!("{}\n\n{}", cut(page.text(), room), end.text())
    }

    fn operation(self, subject: &Subject<'_>, quotes: bool) -> String {
        let system = subject.system;
        let mut lines = Vec::new();
        let known = |ph: &str| ph.parse::<Decimal>().ok().filter(|ph| *ph > Decimal::ZERO);
        match (known(&system.ph.0), known(&system.ph.1)) {
            (Some(low), Some(high)) if low != high => {
                let (low, high) = (low.normalize().to_string(), high.normalize().to_string());
                lines.push(t!(self, "import-ph", low = low, high = high));
            }
            (Some(value), _) | (None, Some(value)) => {
                lines.push(t!(self, "import-ph-one", value = value.normalize().to_string()));
            }
            (None, None) => {}
        }
        for (text, said) in [
            (&system.additions, t!(self, "import-additions", text = escape(&system.additions))),
            (&system.media, t!(self, "import-media", text = escape(&system.media))),
            (&system.maker, t!(self, "import-maker", text = escape(&system.maker))),
            (&system.discharge, t!(self, "import-discharge", way = system.discharge.as_str())),
        ] {
            if !text.is_empty() {
                lines.push(said);
            }
        }
        if system.reuse == "Recycled/reused" {
            lines.push(t!(self, "import-reused"));
        }
        if !subject.silent.is_empty() {
            let names: Vec<String> = subject.silent.iter().map(|code| self.parameter(code)).collect();
            lines.push(t!(self, "import-silent", parameters = names.join(&self.comma())));
        }
        let list: Vec<String> = lines.iter().map(|line| format!("- {line}")).collect();
        let conditions = if quotes { markdown(&system.conditions) } else { String::new() };
        [list.join("\n"), conditions].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
    }

    /// The first figures as a list.
    fn figures(self, rows: &[Performance]) -> String {
        let mut lines = Vec::new();
        for row in rows {
            if let (Some(influent), Some(effluent)) = (row.influent, row.effluent) {
                let parameter = self.parameter(&row.parameter);
                let unit = taxonomy::units().get(&row.unit).map_or(row.unit.as_str(), |unit| unit.column("symbol"));
                let (from, to) = (self.figure(influent, unit), self.figure(effluent, unit));
                lines.push(format!("- {}", t!(self, "import-figure", parameter = parameter, from = from, to = to)));
            }
        }
        let more = lines.len().saturating_sub(LISTED);
        lines.truncate(LISTED);
        if more > 0 {
            lines.push(format!("- {}", t!(self, "import-figures-more", count = more)));
        }
        lines.join("\n")
    }

    fn figure(self, measured: Measured, unit: &str) -> String {
        let sign = match measured.bound {
            None => "",
            Some(Bound::Below) => "< ",
            Some(Bound::Above) => "> ",
            Some(Bound::About) => "≈ ",
            Some(Bound::NotDetected) => "ND ",
        };
        let value = measured.value.map(|value| format!("{} {unit}", self.locale.formats().number(value)));
        escape(format!("{sign}{}", value.unwrap_or_default()).trim())
    }

    fn comma(self) -> String {
        t!(self, "import-comma")
    }

    fn and(self, names: &[&str]) -> String {
        let Some((last, first)) = names.split_last().filter(|(_, first)| !first.is_empty()) else {
            return names.concat();
        };
        let first = first.join(&self.comma());
        // "Microfiltration and ultrafiltration" is one step.
        if names.iter().any(|name| name.contains(" and ")) {
            t!(self, "import-and-apart", first = first, last = *last)
        } else {
            t!(self, "import-and", first = first, last = *last)
        }
    }

    /// Note: the outlet as it was published.
    pub fn outlet_as_published(self, figure: &str) -> String {
        t!(self, "import-note-outlet", figure = figure)
    }

    /// Note: a removal that was reported and is not shown as one.
    pub fn reported_removal(self, figure: &str) -> String {
        t!(self, "import-note-removal", figure = figure)
    }

    /// Note: the analytical method.
    pub fn method(self, method: &str) -> String {
        t!(self, "import-note-method", method = method)
    }

    /// Note: the detection limit at the inlet.
    pub fn detection_inlet(self, figure: &str) -> String {
        t!(self, "import-note-detection-inlet", figure = figure)
    }

    /// Note: the detection limit at the outlet.
    pub fn detection_outlet(self, figure: &str) -> String {
        t!(self, "import-note-detection-outlet", figure = figure)
    }

    /// Note: a limit that had to be kept.
    pub fn limit(self, figure: &str) -> String {
        t!(self, "import-note-limit", figure = figure)
    }

    /// Note: a limit that had to be kept, and which one.
    pub fn named_limit(self, figure: &str, name: &str) -> String {
        t!(self, "import-note-named-limit", figure = figure, name = name)
    }

    /// What is said of an organisation that the import makes.
    pub fn organisation_description(self) -> String {
        t!(self, "import-organisation-description")
    }
}

const fn scale_code(full: bool) -> &'static str {
    if full { "full" } else { "pilot" }
}

/// The most characteristic steps, at most three, each once and in the order of treatment.
fn characteristic(steps: &[&'static Entry]) -> Vec<&'static Entry> {
    let weight = |step: &Entry| match step.column("category") {
        _ if COMMON.contains(&step.code.as_str()) => 0,
        "membrane" => 5,
        "biological" | "sorption" => 4,
        "chemical" => 3,
        "physical" => 2,
        _ => 1,
    };
    let mut once: Vec<&'static Entry> = Vec::new();
    for step in steps {
        if !once.iter().any(|known| known.code == step.code) {
            once.push(step);
        }
    }
    let mut ranked: Vec<(usize, &'static Entry)> = once.into_iter().enumerate().collect();
    ranked.sort_by_key(|(place, step)| (std::cmp::Reverse(weight(step)), *place));
    if ranked.first().is_some_and(|(_, step)| weight(step) > 0) {
        ranked.retain(|(_, step)| weight(step) > 0);
    }
    ranked.truncate(3);
    ranked.sort_by_key(|(place, _)| *place);
    ranked.into_iter().map(|(_, step)| step).collect()
}

#[cfg(test)]
mod tests;
