use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use super::rows::row_form;
use super::{SectionForm, Spot};
use crate::checks::{Problem, Problems};
use crate::listings::content::{Body, Content, Measure, Range, Requirement};
use crate::listings::editor::options;
use crate::listings::editor::section::Section;
use crate::listings::editor::{numbers, typed};
use crate::listings::{checks, words};
use crate::taxonomy::{self, Lang};

row_form! {
    /// Requirements of a request.
    RequirementsForm.requirements:
    /// One requirement as it is typed.
    RequirementRow { importance, text, parameter, comparator, value, unit }
}

/// A whole request.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RequestForm {
    /// Title.
    pub title: String,
    /// Summary: the problem.
    pub summary: String,
    /// Description.
    pub description: String,
    /// Background.
    pub background: String,
    /// Site.
    pub site: String,
    /// Country of the site.
    pub country: String,
    /// Codes of themes.
    pub themes: Vec<String>,
    /// Codes of keywords.
    pub keywords: Vec<String>,
    /// Codes of industries.
    pub industries: Vec<String>,
    /// Numbers of SDGs.
    pub sdgs: Vec<String>,
    /// Currency of the budget.
    pub currency: String,
    /// Lower budget.
    pub budget_from: String,
    /// Upper budget.
    pub budget_to: String,
    /// Timetable.
    pub timetable: String,
    /// Closing day.
    pub closes: String,
    /// Closing time.
    pub closes_time: String,
    /// Last day for questions.
    pub questions_until: String,
    /// Time on it.
    pub questions_until_time: String,
    /// Last day for answers.
    pub answers_until: String,
    /// Time on it.
    pub answers_until_time: String,
    /// Zone of these times.
    pub zone: String,
    /// Codes of cooperation.
    pub cooperation: Vec<String>,
    /// Requirements.
    pub requirements: Vec<RequirementRow>,
}

impl RequirementRow {
    fn of(requirement: &Requirement, reader: Lang) -> Self {
        let measure = requirement.measure.as_ref();
        let of = |part: fn(&Measure) -> String| measure.map(part).unwrap_or_default();
        Self {
            importance: if requirement.essential { "essential" } else { "desirable" }.to_owned(),
            text: requirement.text.clone(),
            parameter: measure
                .map(|measure| taxonomy::parameters().name(&measure.parameter, reader).to_owned())
                .unwrap_or_default(),
            comparator: of(|measure| measure.comparator.to_string()),
            value: of(|measure| numbers::write(measure.value)),
            unit: of(|measure| words::unit(&measure.unit).to_owned()),
        }
    }

    fn read(&self, row: usize, problems: &mut Problems) -> Option<Requirement> {
        let at = |name: &str| format!("requirements-{row}-{name}");
        let parts = [&self.parameter, &self.comparator, &self.value, &self.unit];
        let measures = parts.iter().any(|part| !part.trim().is_empty());
        let measure = if measures { Some(self.measure(row, problems)?) } else { None };
        problems.check(
            &at("importance"),
            matches!(self.importance.as_str(), "" | "essential" | "desirable"),
            Problem::UnknownChoice,
        );
        Some(Requirement { essential: self.importance != "desirable", text: typed::line(&self.text), measure })
    }

    fn measure(&self, row: usize, problems: &mut Problems) -> Option<Measure> {
        let at = |name: &str| format!("requirements-{row}-{name}");
        let parameter = options::parameter(problems, &at("parameter"), &self.parameter);
        let comparator = typed::needed_code(problems, &at("comparator"), &self.comparator);
        let value = typed::needed(problems, &at("value"), &self.value);
        let unit = typed::line(&self.unit);
        problems.check(&at("unit"), !unit.is_empty(), Problem::Missing);
        Some(Measure {
            parameter: parameter?,
            comparator: comparator?,
            value: value?,
            unit: Some(options::unit(&unit)).filter(|unit| !unit.is_empty())?,
        })
    }
}

/// The day and the time of a moment, as a form sends them.
fn sent_moment(moment: Option<NaiveDateTime>) -> (String, String) {
    let time = moment.map(|moment| moment.format("%H:%M:%S").to_string()).unwrap_or_default();
    let short = time.strip_suffix(":00").map(str::to_owned);
    (typed::sent_some(moment.map(|moment| moment.date())), short.unwrap_or(time))
}

impl SectionForm for RequestForm {
    const SECTION: Section = Section::Request;

    fn of(content: &Content, spot: Spot) -> Self {
        let Some(request) = content.request() else { return Self::default() };
        let texts = content.texts.get(&content.original).cloned().unwrap_or_default();
        let rows = request.requirements.iter().map(|row| RequirementRow::of(row, spot.reader)).collect();
        let (closes, closes_time) = sent_moment(request.closes);
        let (questions_until, questions_until_time) = sent_moment(request.questions_until);
        let (answers_until, answers_until_time) = sent_moment(request.answers_until);
        Self {
            title: texts.title,
            summary: texts.summary,
            description: texts.description,
            background: texts.background,
            site: request.site.clone(),
            country: request.country.clone(),
            themes: content.themes.clone(),
            keywords: content.keywords.clone(),
            industries: content.industries.clone(),
            sdgs: typed::sent(&content.sdgs),
            currency: request.currency.clone(),
            budget_from: numbers::write_some(request.budget.from),
            budget_to: numbers::write_some(request.budget.to),
            timetable: request.timetable.clone(),
            closes,
            closes_time,
            questions_until,
            questions_until_time,
            answers_until,
            answers_until_time,
            zone: request.zone.clone(),
            cooperation: typed::sent(&content.cooperation),
            requirements: RequirementsForm::filled(rows).requirements,
        }
    }

    fn put(&self, content: &mut Content, _: Spot) -> Problems {
        let mut problems = Problems::new();
        let texts = content.texts.entry(content.original).or_default();
        texts.title = typed::line(&self.title);
        texts.summary = typed::text(&self.summary);
        texts.description = typed::text(&self.description);
        texts.background = typed::text(&self.background);
        content.themes = typed::codes(&mut problems, "themes", &self.themes, &content.themes);
        content.keywords = typed::codes(&mut problems, "keywords", &self.keywords, &content.keywords);
        content.industries = typed::codes(&mut problems, "industries", &self.industries, &content.industries);
        content.sdgs = typed::codes(&mut problems, "sdgs", &self.sdgs, &content.sdgs);
        content.cooperation = typed::codes(&mut problems, "cooperation", &self.cooperation, &content.cooperation);
        let Body::Request(request) = &mut content.body else { return problems };
        request.site = typed::line(&self.site);
        request.country.clone_from(&self.country);
        request.currency.clone_from(&self.currency);
        request.budget = Range {
            from: typed::number(&mut problems, "budget_from", &self.budget_from),
            to: typed::number(&mut problems, "budget_to", &self.budget_to),
        };
        request.timetable = typed::line(&self.timetable);
        request.closes = typed::moment(&mut problems, "closes", &self.closes, &self.closes_time);
        request.questions_until =
            typed::moment(&mut problems, "questions_until", &self.questions_until, &self.questions_until_time);
        request.answers_until =
            typed::moment(&mut problems, "answers_until", &self.answers_until, &self.answers_until_time);
        request.zone.clone_from(&self.zone);
        request.requirements.clear();
        for (row, typed) in self.requirements.iter().enumerate() {
            if let Some(requirement) = typed.read(row, &mut problems) {
                problems.extend(checks::requirement(row, &requirement));
                request.requirements.push(requirement);
            }
        }
        problems
    }

    fn rework(&mut self, action: &str) -> bool {
        typed::rework(&mut self.requirements, action, checks::REQUIREMENTS)
    }

    fn tidy(&mut self) {
        self.requirements.retain(|row| {
            let blank = RequirementRow { importance: row.importance.clone(), ..RequirementRow::default() };
            *row != blank
        });
    }
}
