//! The list as a table that opens in a spreadsheet.

use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};

use super::View;
use crate::app::App;
use crate::interest::Agreement;
use crate::interest::desk::forms::{ListQuery, day_ends};
use crate::interest::desk::store::{self, Entry};
use crate::taxonomy;
use crate::web::tables::{guarded, open};
use crate::web::{Error, Page, Query};

/// Most lines; an organisation that has more filters by state.
const MOST: u64 = 20_000;

const COLUMNS: [&str; 17] = [
    "reference",
    "listing",
    "title",
    "organisation",
    "country",
    "state",
    "sent",
    "changed",
    "due",
    "assignee",
    "labels",
    "kind",
    "value",
    "currency",
    "starts",
    "parties",
    "further",
];

fn row(page: &Page, view: &View<'_>, entry: &Entry) -> [String; 17] {
    let agreement: Option<Agreement> = entry.agreement.clone().and_then(|stored| serde_json::from_value(stored).ok());
    let of = |read: fn(&Agreement) -> String| agreement.as_ref().map(read).unwrap_or_default();
    let parties = |agreed: &Agreement| agreed.parties_or(&entry.sender_name, &entry.receiver_name).join("; ");
    let day = |at: chrono::DateTime<chrono::Utc>| at.with_timezone(&page.context().zone).date_naive().to_string();
    [
        entry.reference.clone(),
        entry.listing_reference.clone(),
        entry.title().text(page.lang()),
        view.other(entry).to_owned(),
        if entry.country.is_empty() { String::new() } else { page.country(&entry.country) },
        page.text("interest-state", &entry.state),
        entry.sent_at.map(day).unwrap_or_default(),
        day(entry.updated_at),
        entry.due().map(|due| day(due - chrono::Duration::minutes(1))).unwrap_or_default(),
        entry.assignee.clone().unwrap_or_default(),
        entry.labels().join(", "),
        agreement.as_ref().map(|agreed| page.name(taxonomy::cooperation(), agreed.kind)).unwrap_or_default(),
        of(|agreed| agreed.value.map(|value| value.to_string()).unwrap_or_default()),
        of(|agreed| agreed.currency.clone()),
        of(|agreed| agreed.starts.to_string()),
        agreement.as_ref().map(parties).unwrap_or_default(),
        of(|agreed| agreed.further.clone()),
    ]
}

/// What the list shows, all of it.
pub async fn csv(State(app): State<App>, page: Page, Query(query): Query<ListQuery>) -> Result<Response, Error> {
    let sought = query.sought();
    let times = (page.now(), day_ends(page.now(), page.context().zone));
    let entries = store::newest(app.db.conn(), page.actor(), &sought, times, MOST).await?;
    let view = View { page: &page, sought: &sought };
    let broken = |error: csv::Error| Error::from(anyhow::Error::from(error));
    let mut writer = open(Vec::new()).map_err(anyhow::Error::from)?;
    writer.write_record(COLUMNS.map(|column| page.text("interest-csv", column))).map_err(broken)?;
    for entry in &entries {
        writer.write_record(row(&page, &view, entry).iter().map(|cell| guarded(cell).into_owned())).map_err(broken)?;
    }
    let table = writer.into_inner().map_err(|error| anyhow::anyhow!("{error}"))?;
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"interests.csv\""),
        (header::CACHE_CONTROL, "private, no-store"),
    ];
    Ok((headers, table).into_response())
}
