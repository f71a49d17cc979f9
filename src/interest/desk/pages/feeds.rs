//! Calendar feeds: made and taken back by their person, read by calendar programs without signing in.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Duration, Utc};
use icalendar::{Alarm, Calendar, Component as _, Event, EventLike as _};

use crate::app::App;
use crate::i18n::{At, Locale};
use crate::interest::desk::Feed;
use crate::interest::desk::actions::{self, MOST_FEEDS, Subscribed};
use crate::interest::desk::forms::FeedForm;
use crate::interest::desk::policy::Revoke;
use crate::interest::desk::store::{self, Entry, Subscriber};
use crate::interest::effects::Period;
use crate::interest::{Agreement, Side};
use crate::web::{Can, Error, Form, Html, Page};

#[derive(Template)]
#[template(path = "interest/desk/calendar.html")]
struct CalendarPage {
    page: Page,
    feeds: Vec<Feed>,
    /// The address of the feed that was just made; it is shown once.
    made: Option<String>,
    /// Whether there are as many as there may be.
    full: bool,
}

impl CalendarPage {
    /// Key of the newest feed; 0 if there is none.
    fn newest(&self) -> i64 {
        self.feeds.last().map_or(0, |feed| feed.id)
    }
}

async fn drawn(app: &App, page: Page, made: Option<String>) -> Result<Html<CalendarPage>, Error> {
    let feeds = store::feeds(app.db.conn(), page.actor()).await?;
    let full = feeds.len() >= MOST_FEEDS;
    Ok(Html(CalendarPage { page, feeds, made, full }))
}

/// The feeds of the reader.
pub async fn index(State(app): State<App>, page: Page) -> Result<Html<impl Template>, Error> {
    drawn(&app, page, None).await
}

/// Makes a feed and shows its address, which nobody can see again.
pub async fn create(State(app): State<App>, page: Page, Form(form): Form<FeedForm>) -> Result<Response, Error> {
    let token = match actions::subscribe(&app, page.actor(), form.seen.parse().ok()).await? {
        Subscribed::Made(token) => token,
        Subscribed::Before => return Ok(page.see("/interests/calendar").into_response()),
        Subscribed::Full => {
            return Ok((axum::http::StatusCode::CONFLICT, drawn(&app, page, None).await?).into_response());
        }
    };
    let base = app.config.public_url();
    let mut response = drawn(&app, page, Some(format!("{base}/calendar/{token}.ics"))).await?.into_response();
    response.headers_mut().insert(header::CACHE_CONTROL, header::HeaderValue::from_static("private, no-store"));
    Ok(response)
}

/// Takes a feed back.
pub async fn revoke(State(app): State<App>, page: Page, may: Can<Revoke>) -> Result<Response, Error> {
    actions::revoke(&app, &may).await?;
    Ok(page.see("/interests/calendar").with_notice("interest-feed-revoked").into_response())
}

/// What a calendar program reads: when answers are due, when what is not answered lapses, and when the realised effect
/// of an agreement is asked for.
pub async fn read(State(app): State<App>, Path(token): Path<String>) -> Result<Response, Error> {
    let token = token.strip_suffix(".ics").unwrap_or(&token);
    let now = app.clock.now();
    let subscriber = actions::subscriber(&app, token, now).await?.ok_or(Error::NotFound)?;
    let awaited = store::awaited(app.db.conn(), &subscriber).await?;
    let agreed = store::agreed(app.db.conn(), &subscriber).await?;
    let dates = Dates { app: &app, reader: At { locale: Locale::of_code(&subscriber.locale) }, now };
    let calendar = dates.calendar(&subscriber, &awaited, &agreed);
    let headers =
        [(header::CONTENT_TYPE, "text/calendar; charset=utf-8"), (header::CACHE_CONTROL, "private, no-store")];
    Ok((headers, calendar.to_string()).into_response())
}

/// Draws the dates of a feed.
struct Dates<'a> {
    app: &'a App,
    reader: At,
    now: DateTime<Utc>,
}

impl Dates<'_> {
    fn calendar(&self, subscriber: &Subscriber, awaited: &[(Side, Entry)], agreed: &[(Side, Entry)]) -> Calendar {
        let mut calendar = Calendar::new();
        calendar.name(&t!(self.reader, "interest-feed-name", organisation = subscriber.organisation.clone()));
        calendar.ttl(&Duration::hours(4));
        for (side, entry) in awaited {
            let organisation = other(*side, entry).to_owned();
            let title = entry.title().text(self.reader.locale.lang);
            if let Some(due) = entry.due() {
                let summary = t!(
                    self.reader,
                    "interest-feed-due",
                    side = side.code(),
                    organisation = organisation.clone(),
                    title = title.clone()
                );
                calendar.push(self.deadline(*side, entry, "due", &summary, due));
            }
            if let Some(lapses) = entry.lapses_at {
                let summary = t!(self.reader, "interest-feed-lapses", organisation = organisation, title = title);
                calendar.push(self.deadline(*side, entry, "lapse", &summary, lapses));
            }
        }
        for (side, entry) in agreed {
            let agreement: Option<Agreement> = entry.agreement.clone().and_then(|it| serde_json::from_value(it).ok());
            let Some(agreement) = agreement else { continue };
            for period in Period::ALL {
                let Some(day) = period.due(agreement.starts) else { continue };
                let summary = t!(
                    self.reader,
                    "interest-feed-effect",
                    months = period.months(),
                    organisation = other(*side, entry).to_owned(),
                    title = entry.title().text(self.reader.locale.lang)
                );
                let mut event = self.event(entry, &format!("effect-{period}"), &summary);
                event.starts(day);
                calendar.push(event);
            }
        }
        calendar
    }

    /// The last half hour before a deadline; the side that is to answer is reminded the day before.
    fn deadline(&self, side: Side, entry: &Entry, what: &str, summary: &str, over: DateTime<Utc>) -> Event {
        let last = over - Duration::minutes(1);
        let mut event = self.event(entry, what, summary);
        event.starts(last - Duration::minutes(30)).ends(last);
        if side == Side::Receiver {
            let mut alarm = Alarm::display(summary, -Duration::days(1));
            // The same at each reading, so that a dismissed one stays dismissed.
            alarm.uid(&uid(entry, &format!("{what}-alarm"))).timestamp(entry.updated_at);
            event.alarm(alarm);
        }
        event
    }

    fn event(&self, entry: &Entry, what: &str, summary: &str) -> Event {
        let link = self.app.link(self.reader.locale, &format!("/interests/{}", entry.reference));
        let text = t!(self.reader, "interest-feed-text", reference = entry.reference.clone(), link = link.clone());
        let mut event = Event::with_uid(&uid(entry, what));
        event.summary(summary).description(&text).url(&link).timestamp(self.now).last_modified(entry.updated_at);
        event
    }
}

/// What tells something of a calendar from all else, the same at each reading.
fn uid(entry: &Entry, what: &str) -> String {
    format!("{}-{what}@greenbridge", entry.reference)
}

/// The name of the other organisation.
fn other(side: Side, entry: &Entry) -> &str {
    if side == Side::Sender { &entry.receiver_name } else { &entry.sender_name }
}
