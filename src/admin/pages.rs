use askama::Template;
use axum::extract::State;

use super::actions;
use super::policy::LookAfter;
use crate::app::App;
use crate::jobs::{self, Count, Stuck};
use crate::web::{Access, Can, Error, Html, Page, Redirect, Routes};

/// Routes of administration.
pub fn routes(routes: Routes) -> Routes {
    routes
        .get("/admin/jobs", Access::Administrator, index)
        .post("/admin/jobs/retry", Access::Administrator, retry)
        .post("/admin/jobs/{id}/retry", Access::Administrator, retry)
}

#[derive(Template)]
#[template(path = "admin/jobs.html")]
struct JobsPage {
    page: Page,
    counts: Vec<Count>,
    stuck: Vec<Stuck>,
}

impl JobsPage {
    fn number(&self, number: &i64) -> String {
        self.page.integer(*number)
    }

    fn parked(&self) -> i64 {
        self.counts.iter().map(|count| count.parked).sum()
    }
}

/// What waits, runs and is parked, and what went wrong. Nothing of what jobs hold for somebody else is shown.
async fn index(State(app): State<App>, page: Page, _: Can<LookAfter>) -> Result<Html<impl Template>, Error> {
    let counts = jobs::counts(app.db.conn(), page.now()).await?;
    let stuck = jobs::stuck(app.db.conn()).await?;
    Ok(Html(JobsPage { page, counts, stuck }))
}

/// Lets a parked job run again, or all.
async fn retry(State(app): State<App>, page: Page, may: Can<LookAfter>) -> Result<Redirect, Error> {
    let notice = if actions::retry(&app, &may).await? > 0 { "jobs-retried" } else { "jobs-none" };
    Ok(page.see("/admin/jobs").with_notice(notice))
}
