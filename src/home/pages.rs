use askama::Template;

use crate::web::{Access, Html, Page, Routes};

/// Routes of the home page.
pub fn routes(routes: Routes) -> Routes {
    routes.get("/", Access::Public, show)
}

#[derive(Template)]
#[template(path = "home/show.html")]
struct ShowPage {
    page: Page,
}

async fn show(page: Page) -> Html<impl Template> {
    Html(ShowPage { page })
}
