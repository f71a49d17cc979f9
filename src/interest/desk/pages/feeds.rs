//! Calendar feeds: made and taken back by their person, read by calendar programs without signing in.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Duration, Utc};
use icalendar::{Alarm, Calendar, Component as _, Event, EventLike as _};

use crate::app::App;
use crate::i18n::{At, Locale};
use crate::interest::Side;
use crate::interest::desk::Feed;
use crate::interest::desk::actions::{self, MOST_FEEDS};
use crate::interest::desk::policy::Revoke;
use crate::interest::desk::store::{self, Entry, Subscriber};
use crate::web::{Can, Error, Html, Page};

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
pub async fn create(State(app): State<App>, page: Page) -> Result<Response, Error> {
    let Some(token) = actions::subscribe(&app, page.actor()).await? else {
        return Ok((axum::http::StatusCode::CONFLICT, drawn(&app, page, None).await?).into_response());
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

/// What a calendar program reads: when answers are due, and when what is not answered lapses.
pub async fn read(State(app): State<App>, Path(token): Path<String>) -> Result<Response, Error> {
    let token = token.strip_suffix(".ics").unwrap_or(&token);
    let now = app.clock.now();
    let subscriber = actions::subscriber(&app, token, now).await?.ok_or(Error::NotFound)?;
    let awaited = store::awaited(app.db.conn(), &subscriber).await?;
    let calendar = calendar(&app, &subscriber, &awaited, now);
    let headers =
        [(header::CONTENT_TYPE, "text/calendar; charset=utf-8"), (header::CACHE_CONTROL, "private, no-store")];
    Ok((headers, calendar.to_string()).into_response())
}

fn calendar(app: &App, subscriber: &Subscriber, awaited: &[(Side, Entry)], now: DateTime<Utc>) -> Calendar {
    let reader = At { locale: Locale::of_code(&subscriber.locale) };
    let mut calendar = Calendar::new();
    calendar.name(&t!(reader, "interest-feed-name", organisation = subscriber.organisation.clone()));
    calendar.ttl(&Duration::hours(4));
    for (side, entry) in awaited {
        let Some(due) = entry.due() else { continue };
        let link = app.link(reader.locale, &format!("/interests/{}", entry.reference));
        let other = if *side == Side::Sender { &entry.receiver_name } else { &entry.sender_name };
        let summary = t!(
            reader,
            "interest-feed-due",
            side = side.code(),
            organisation = other.clone(),
            title = entry.title().text(reader.locale.lang)
        );
        let last = due - Duration::minutes(1);
        let mut event = Event::with_uid(&format!("{}-due@greenbridge", entry.reference));
        event
            .summary(&summary)
            .description(&t!(reader, "interest-feed-text", reference = entry.reference.clone(), link = link.clone()))
            .url(&link)
            .timestamp(now)
            .last_modified(entry.updated_at)
            .starts(last - Duration::minutes(30))
            .ends(last);
        if *side == Side::Receiver {
            event.alarm(Alarm::display(&summary, -Duration::days(1)));
        }
        calendar.push(event);
    }
    calendar
}
