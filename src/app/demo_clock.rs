//! The clock of the demonstration: it can be moved ahead, to see what comes with time: reminders, ends, lapses.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse as _, Response};
use chrono::Duration;
use serde::Deserialize;

use crate::app::App;
use crate::checks::{Problem, Problems};
use crate::web::form::Errors;
use crate::web::{Access, Error, Form, Html, Page, Routes};

/// File of the data folder that keeps by how many seconds the clock is ahead, so that a restart does not turn it back.
pub const FILE: &str = "clock";
/// Most days at once: what comes only once a year can be reached with one step.
const MOST: i64 = 400;

/// Routes of the clock; they exist only in the demonstration.
pub fn routes(routes: Routes) -> Routes {
    routes.get("/demo/clock", Access::Demo, show).post("/demo/clock", Access::Demo, advance)
}

#[derive(Template)]
#[template(path = "demo/clock.html")]
struct ClockPage {
    page: Page,
    form: ClockForm,
    errors: Errors,
}

/// The form of the clock.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct ClockForm {
    days: String,
}

impl ClockForm {
    fn days(&self) -> Result<i64, Problems> {
        let days = self.days.trim().parse().ok().filter(|days| (1..=MOST).contains(days));
        days.ok_or_else(|| Problems::one("days", Problem::OutOfRange { min: 1, max: MOST }))
    }
}

async fn show(page: Page) -> Html<impl Template> {
    let form = ClockForm { days: "1".to_owned() };
    Html(ClockPage { page, form, errors: Errors::default() })
}

async fn advance(State(app): State<App>, page: Page, Form(form): Form<ClockForm>) -> Result<Response, Error> {
    let days = match form.days() {
        Ok(days) => days,
        Err(problems) => {
            let errors = Errors::new(&page, &problems, |_| t!(page, "clock-days"));
            return Ok(Html(ClockPage { page, form, errors }).refused());
        }
    };
    let ahead = app.clock.advance(Duration::days(days));
    let file = app.config.data_dir.join(FILE);
    tokio::fs::write(file, ahead.num_seconds().to_string()).await.map_err(anyhow::Error::from)?;
    // What is kept shows ages and deadlines of before, and the calendar has work to do.
    app.generation.advance();
    app.jobs_wake.notify_one();
    Ok(page.see("/demo/clock").with_notice("clock-moved").into_response())
}
