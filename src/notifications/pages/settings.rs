use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};

use crate::app::App;
use crate::checks::Problems;
use crate::notifications::forms::{SettingsForm, field};
use crate::notifications::policy::Choose;
use crate::notifications::{Delivery, Kind, actions, letters, store};
use crate::web::form::Errors;
use crate::web::{Can, Error, Form, Html, Page};

#[derive(Template)]
#[template(path = "notifications/settings.html")]
struct SettingsPage {
    page: Page,
    sent: SettingsForm,
    errors: Errors,
}

impl SettingsPage {
    fn new(page: Page, sent: SettingsForm, problems: &Problems) -> Self {
        let kinds = || Kind::optional().map(|kind| (field(kind), letters::name(page.locale, kind)));
        let name = |at: &str| {
            let kind = kinds().find(|(field, _)| field == at).map(|(_, name)| name);
            kind.unwrap_or_else(|| page.label("notice-field", &at.replace('_', "-")))
        };
        let errors = Errors::new(&page, problems, name);
        Self { page, sent, errors }
    }

    /// The kinds about which one can choose: field, name, who is told of what, and what is chosen.
    fn kinds(&self) -> Vec<(String, String, String, String)> {
        let chosen = |kind: Kind| self.sent.mail.get(kind.code()).cloned().unwrap_or_default();
        let line = |kind: Kind| {
            (field(kind), letters::name(self.page.locale, kind), self.page.text("notice-hint", kind), chosen(kind))
        };
        Kind::optional().map(line).collect()
    }

    fn deliveries(&self) -> Vec<(String, String)> {
        let name = |delivery: &Delivery| (delivery.to_string(), self.page.text("notice-delivery", delivery));
        Delivery::ALL.iter().map(name).collect()
    }

    fn hours(&self) -> Vec<(String, String)> {
        (0..24).map(|hour| (hour.to_string(), format!("{hour:02}:00"))).collect()
    }

    fn days(&self) -> Vec<(String, String)> {
        (1..=7).map(|day| (day.to_string(), self.page.text("notice-day", day))).collect()
    }

    fn zone(&self) -> String {
        self.page.person().map_or_else(String::new, |person| person.zone.name().replace('_', " "))
    }
}

pub async fn show(State(app): State<App>, page: Page, may: Can<Choose>) -> Result<Html<impl Template>, Error> {
    let settings = store::settings_of(app.db.conn(), page.actor(), may.account_id).await?.ok_or(Error::NotFound)?;
    Ok(Html(SettingsPage::new(page, SettingsForm::from(&settings), &Problems::new())))
}

/// Stores what was chosen.
pub async fn update(
    State(app): State<App>,
    page: Page,
    may: Can<Choose>,
    Form(sent): Form<SettingsForm>,
) -> Result<Response, Error> {
    let before = store::settings_of(app.db.conn(), page.actor(), may.account_id).await?.ok_or(Error::NotFound)?;
    match sent.check(&before) {
        Err(problems) => Ok(Html(SettingsPage::new(page, sent, &problems)).refused()),
        Ok(settings) => {
            actions::choose(&app, &may, &settings).await?;
            Ok(page.see("/account/notifications").with_notice("notifications-saved").into_response())
        }
    }
}
