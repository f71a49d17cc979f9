use axum::body::Body;
use axum::extract::{RawQuery, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use futures::StreamExt as _;

use super::{Export, Format, Which, begin};
use crate::app::App;
use crate::auth::limits::{self, Rate};
use crate::finding::Search;
use crate::web::{Access, Error, Page, Routes};

/// Exports that an account, or an address without one, may fetch in an hour.
const PER_HOUR: u32 = 10;

/// Routes of exports.
pub fn routes(routes: Routes) -> Routes {
    routes
        .get("/listings.csv", Access::Public, async |app, page, query| found(app, page, query, Format::Csv).await)
        .get("/listings.xlsx", Access::Public, async |app, page, query| found(app, page, query, Format::Xlsx).await)
        .get("/listings.jsonld", Access::Public, async |app, page, query| found(app, page, query, Format::JsonLd).await)
        .get("/workspace/listings.csv", Access::Member, async |app, page| own(app, page, Format::Csv).await)
        .get("/workspace/listings.xlsx", Access::Member, async |app, page| own(app, page, Format::Xlsx).await)
        .get("/workspace/listings.jsonld", Access::Member, async |app, page| own(app, page, Format::JsonLd).await)
}

/// Everything that a search finds.
async fn found(
    State(app): State<App>,
    page: Page,
    RawQuery(query): RawQuery,
    format: Format,
) -> Result<Response, Error> {
    let search = Search::read(query.as_deref().unwrap_or_default(), page.registers())?;
    take_one(&app, &page).await?;
    let ids = app.index.ids(&search.query(&page)).map_err(|error| Error::Internal(error.into()))?;
    Ok(answer(app, &page, Which::Found(ids), format))
}

/// Everything that the organisation acted for has, drafts among it.
async fn own(State(app): State<App>, page: Page, format: Format) -> Result<Response, Error> {
    let id = page.actor().organisation_id().ok_or(Error::NoOrganisation)?;
    take_one(&app, &page).await?;
    Ok(answer(app, &page, Which::Own(id), format))
}

async fn take_one(app: &App, page: &Page) -> Result<(), Error> {
    let who = limits::sender(page.actor(), page.context().client);
    let taken = limits::take(&app.db, &format!("export:{who}"), Rate::per_hour(PER_HOUR), page.now()).await?;
    taken.map_err(|wait| Error::TooMany(wait.num_seconds() + 1))
}

fn answer(app: App, page: &Page, which: Which, format: Format) -> Response {
    let name = format!("attachment; filename=\"greenbridge-{}.{format}\"", page.now().format("%Y-%m-%d"));
    let pieces = begin(Export { app, actor: page.actor().clone(), which, format, locale: page.locale });
    let pieces = futures::stream::unfold(pieces, async |mut pieces| Some((pieces.recv().await?, pieces)));
    // Compression asks a body once more after its end.
    let pieces = pieces.fuse();
    let headers = [
        (header::CONTENT_TYPE, format.media_type().to_owned()),
        (header::CONTENT_DISPOSITION, name),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    (headers, Body::from_stream(pieces)).into_response()
}
