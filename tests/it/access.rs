//! The first of the two tables of permissions: every route and who may use it at all.

use std::fmt::Write as _;

use crate::support::TestApp;

#[test]
fn every_route_says_who_may_use_it() {
    let mut table = greenbridge::app::route_table();
    table.sort_by_key(|route| (route.path, route.method));
    let mut text = String::new();
    for route in &table {
        writeln!(text, "{:4} {:48} {}", route.method, route.path, route.access).unwrap();
    }
    insta::assert_snapshot!(text);
}

#[tokio::test]
async fn nobody_passes_a_route_that_is_not_theirs() {
    use greenbridge::web::Access;
    let app = TestApp::start().await;
    let visitor = app.visitor();
    let person = app.sign_in(&app.person("Mei Lin").await).await;
    let member = app.sign_in(&app.owner("Bao Tran", "Red River Membranes", "VN").await).await;
    let moderator = app.sign_in(&app.moderator("Siti Noor").await).await;
    for route in greenbridge::app::route_table() {
        let path = super::security::filled(route.path);
        let ask = async |browser: &crate::support::Browser| {
            let answer = match route.method {
                "GET" => browser.get(&path).await,
                _ => browser.post(&path, &[]).await,
            };
            (answer.status(), answer.location().unwrap_or_default())
        };
        let name = format!("{} {}", route.method, route.path);
        if route.access == Access::Demo {
            assert_eq!(ask(&member).await.0, 404, "{name} outside the demonstration");
        }
        if !matches!(route.access, Access::Public | Access::Demo | Access::Local) {
            let (status, to) = ask(&visitor).await;
            assert!(status == 303 && to.starts_with("/sign-in"), "{name} signed out: {status} {to}");
        }
        if route.access == Access::Member {
            let (status, to) = ask(&person).await;
            assert!(
                status == 303 && to.starts_with("/organisations/new"),
                "{name} without organisation: {status} {to}"
            );
        }
        if matches!(route.access, Access::Moderator | Access::Administrator) {
            assert_eq!(ask(&member).await.0, 403, "{name} as a member");
        }
        if route.access == Access::Administrator {
            assert_eq!(ask(&moderator).await.0, 403, "{name} as a moderator");
        }
    }
}
