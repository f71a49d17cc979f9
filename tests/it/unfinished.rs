//! Sections of the editor that somebody cannot finish yet: what was typed is kept, and handing in is what is refused.

use greenbridge::auth::MemberRole;
use greenbridge::listings::{actions, policy};
use greenbridge::taxonomy::Lang;
use greenbridge::web::Can;

use crate::support::{Browser, File, Person, TestApp, offer};

const SAVE: &str = "Save and return to the list";
const KEEP: &str = "Save as unfinished";
const COD: &str = "Chemical oxygen demand (COD)";
const TYPED: [(&str, &str); 4] = [
    ("performance[0][parameter]", COD),
    ("performance[0][influent]", "1 200"),
    ("performance[0][effluent]", "a few"),
    ("performance[0][conditions]", "Ask Linh\0 for the unit"),
];
/// What the row still lacks.
const REST: [(&str, &str); 3] =
    [("performance[0][effluent]", "40"), ("performance[0][unit]", "mg/L"), ("performance[0][statistic]", "average")];

struct Desk {
    app: TestApp,
    owner: Person,
    browser: Browser,
    listing: greenbridge::listings::Listing,
}

impl Desk {
    async fn open() -> Self {
        let app = TestApp::start().await;
        let owner = app.owner("Bao Tran", "Red River Membranes", "VN").await;
        let listing = app.draft(&owner, &offer("Ceramic membranes")).await;
        let browser = app.sign_in(&owner).await;
        Self { app, owner, browser, listing }
    }

    fn at(&self, part: &str) -> String {
        format!("/listings/{}{part}", self.listing.reference)
    }

    /// Keeps the half-filled row as unfinished.
    async fn keep(&self) {
        let page = self.browser.get(&self.at("/edit/performance")).await.ok();
        assert_eq!(page.count("button[value=unfinished]"), 0, "nobody keeps faults unseen");
        let refused = self.browser.press(&page, SAVE, &TYPED).await.expect(422);
        let list = self.browser.submit(&refused, KEEP, &TYPED[3..]).await.ok();
        assert!(list.notice().starts_with("Kept as unfinished"), "{}", list.notice());
    }

    /// How far the task list says that performance is.
    async fn standing(&self) -> String {
        let list = self.browser.get(&self.at("/edit")).await.ok();
        list.first("a[href$='/edit/performance'] + .state")
    }
}

#[tokio::test]
async fn a_half_filled_row_is_there_again_with_what_it_lacks_for_colleagues_too() {
    let desk = Desk::open().await;
    desk.keep().await;
    assert_eq!(desk.standing().await, "To finish");
    let colleague = desk.app.colleague("Linh Vo", &desk.owner, MemberRole::Editor).await;
    let colleague = desk.app.sign_in(&colleague).await;
    let page = colleague.get(&desk.at("/edit/performance")).await.ok();
    assert!(page.title().starts_with("Error:") && page.says("This section is unfinished"), "{}", page.text());
    assert_eq!(page.value("performance[0][parameter]"), COD);
    assert_eq!(page.value("performance[0][effluent]"), "a few");
    assert_eq!(page.value("performance[0][conditions]"), "Ask Linh for the unit");
    assert_eq!(page.error("performance-0-unit"), "This is needed");
    assert!(!page.error("performance-0-effluent").is_empty());
    assert!(page.dangling_errors().is_empty());
    let chinese = colleague.get(&format!("/zh{}", desk.at("/edit/performance"))).await.ok();
    assert_eq!(chinese.error("performance-0-unit"), "此项必填");

    // What else is saved leaves it as it is, and so do files.
    let texts = colleague.get(&desk.at("/edit/texts")).await.ok();
    colleague.press(&texts, SAVE, &[("title", "Finer membranes")]).await.expect(303);
    let file = File { field: "file", name: "a.pdf", media_type: "application/pdf", bytes: b"%PDF-1.7\n%%EOF" };
    let said = [("kind", "report"), ("visibility", "public")];
    colleague.post_files(&desk.at("/edit/files"), &said, &[file]).await.expect(303);
    assert_eq!(desk.standing().await, "To finish");

    // The same kept again changes nothing; more of it is kept in its place.
    let again = colleague.press(&page, KEEP, &[]).await.expect(303);
    assert_eq!(again.location(), Some(desk.at("/edit")));
    let page = colleague.get(&desk.at("/edit/performance")).await.ok();
    colleague.press(&page, KEEP, &[("performance[0][unit]", "mg/L")]).await.expect(303);
    assert_eq!(desk.browser.get(&desk.at("/edit/performance")).await.value("performance[0][unit]"), "mg/L");
}

#[tokio::test]
async fn a_listing_is_handed_in_once_everything_in_it_is_finished() {
    let desk = Desk::open().await;
    desk.keep().await;
    let preview = desk.browser.get(&desk.at("/preview")).await.ok();
    assert!(preview.says("as it was saved before: Measured performance"), "{}", preview.text());
    let refused = desk.browser.post(&desk.at("/submit"), &[]).await.expect(422);
    let way = refused.link("Measured performance – This section was kept as unfinished: finish it first");
    assert_eq!(way, Some(desk.at("/edit/performance")), "{:?}", refused.errors());

    let page = desk.browser.get(&way.unwrap()).await.ok();
    let list = desk.browser.submit(&page, SAVE, &REST).await.ok();
    assert!(list.notice().starts_with("Saved"), "{}", list.notice());
    assert_eq!(desk.standing().await, "Done");
    let page = desk.browser.get(&desk.at("/edit/performance")).await.ok();
    assert!(page.errors().is_empty() && page.count("button[value=discard]") == 0, "{}", page.text());
    desk.browser.post(&desk.at("/submit"), &[]).await.expect(303);
}

#[tokio::test]
async fn what_is_unfinished_can_be_thrown_away() {
    let desk = Desk::open().await;
    desk.keep().await;
    let page = desk.browser.get(&desk.at("/edit/performance")).await.ok();
    let page = desk.browser.submit(&page, "Throw it away", &[]).await.ok();
    assert!(page.notice().starts_with("What was unfinished is thrown away"), "{}", page.notice());
    assert_eq!((page.value("performance[0][parameter]").as_str(), page.errors().len()), ("", 0));
    assert_eq!(desk.standing().await, "Optional");
    desk.browser.post(&desk.at("/submit"), &[]).await.expect(303);
}

#[tokio::test]
async fn nobody_overwrites_unseen_what_somebody_else_kept_as_unfinished() {
    let desk = Desk::open().await;
    let performance = desk.at("/edit/performance");
    let early = desk.browser.get(&performance).await.ok();
    desk.keep().await;
    let mine = [("performance[0][parameter]", COD), ("performance[0][influent]", "300")];
    // A right save, and one that is to be kept as unfinished.
    let right: Vec<_> = mine.into_iter().chain(REST).collect();
    let conflict = desk.browser.press(&early, SAVE, &right).await.expect(409);
    assert!(conflict.says("They have kept what they typed as unfinished"), "{}", conflict.text());
    assert_eq!(conflict.value("performance[0][influent]"), "300");
    let refused = desk.browser.press(&early, SAVE, &mine).await.expect(422);
    let conflict = desk.browser.press(&refused, KEEP, &[]).await.expect(409);
    assert_eq!(desk.browser.get(&performance).await.value("performance[0][influent]"), "1 200");
    // Whoever has seen it decides; and what was thought to be thrown away is not what stands there now.
    let seen = desk.browser.get(&performance).await.ok();
    desk.browser.press(&conflict, KEEP, &[]).await.expect(303);
    assert_eq!(desk.browser.get(&performance).await.value("performance[0][influent]"), "300");
    desk.browser.press(&seen, "Throw it away", &[]).await.expect(409);
    assert_eq!(desk.standing().await, "To finish");
}

#[tokio::test]
async fn what_came_under_something_unfinished_by_another_way_is_shown_beside_it() {
    let desk = Desk::open().await;
    let texts = desk.at("/edit/texts");
    let long = "long ".repeat(40);
    let page = desk.browser.get(&texts).await.ok();
    let refused = desk.browser.press(&page, SAVE, &[("title", &long)]).await.expect(422);
    desk.browser.press(&refused, KEEP, &[]).await.expect(303);
    assert_eq!(desk.browser.get(&texts).await.count(".diff"), 0);
    let listing = desk.app.listing(desk.listing.id).await;
    let actor = desk.app.actor(&desk.owner).await;
    let inspect = Can::<policy::Inspect>::check(&actor, listing.clone()).unwrap();
    let mut work = actions::work(&desk.app, &inspect).await.unwrap();
    work.content.texts.get_mut(&Lang::En).unwrap().title = "Words of a table".to_owned();
    let may = Can::<policy::Edit>::check(&actor, listing).unwrap();
    actions::save(&desk.app, &may, &work).await.unwrap();
    let page = desk.browser.get(&texts).await.ok();
    assert!(page.says("Somebody else has saved this section"), "{}", page.text());
    assert!(page.first(".diff").contains("Words of a table"), "{}", page.text());
    assert_eq!(page.value("title").trim(), long.trim());
    desk.browser.press(&page, SAVE, &[("title", "Finer membranes")]).await.expect(303);
    assert_eq!(desk.browser.get(&texts).await.value("title"), "Finer membranes");
}

#[tokio::test]
async fn changes_of_a_published_listing_can_be_unfinished_as_well() {
    let app = TestApp::start().await;
    let owner = app.owner("Bao Tran", "Red River Membranes", "VN").await;
    let listing = app.published(&owner, &offer("Ceramic membranes")).await;
    let browser = app.sign_in(&owner).await;
    let at = format!("/listings/{}/edit/languages/th", listing.reference);
    let page = browser.get(&at).await.ok();
    let long = "ยาว".repeat(200);
    let refused = browser.press(&page, "Save", &[("title", &long)]).await.expect(422);
    browser.press(&refused, KEEP, &[]).await.expect(303);
    let again = browser.get(&at).await.ok();
    assert_eq!(again.value("title"), long);
    assert!(!again.error("th-title").is_empty());
    let refused = browser.post(&format!("/listings/{}/submit", listing.reference), &[]).await.expect(422);
    assert!(refused.errors().iter().any(|said| said.starts_with("Thai")), "{:?}", refused.errors());
    assert!(app.visitor().get(&format!("/listings/{}", listing.reference)).await.ok().says("Ceramic membranes"));
}
