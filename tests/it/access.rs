//! The first of the two tables of permissions: every route and who may use it at all.

use std::fmt::Write as _;
use std::net::{IpAddr, SocketAddr};

use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::Request;
use greenbridge::web::Access;
use tower::ServiceExt as _;

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

/// Asks as a client with an address of its own does, which sends what it likes as the address that it came from.
async fn ask_from(app: &TestApp, client: &str, path: &str, forwarded: &[&str]) -> u16 {
    let mut request = Request::builder().uri(path).header("host", "127.0.0.1:3000");
    for value in forwarded {
        request = request.header("x-forwarded-for", *value);
    }
    let mut request = request.body(Body::empty()).unwrap();
    request.extensions_mut().insert(ConnectInfo(SocketAddr::new(client.parse().unwrap(), 40_000)));
    app.service().oneshot(request).await.unwrap().status().as_u16()
}

const SPOOFED: &[&[&str]] =
    &[&[], &["127.0.0.1"], &["::1"], &["203.0.113.9, 127.0.0.1"], &["127.0.0.1", "127.0.0.1"], &["localhost"], &[""]];

fn local_routes() -> Vec<&'static str> {
    let table = greenbridge::app::route_table();
    let local: Vec<_> = table.iter().filter(|route| route.access == Access::Local).map(|route| route.path).collect();
    assert!(!local.is_empty());
    local
}

#[tokio::test]
async fn operators_routes_are_for_clients_of_the_same_machine_whatever_others_say_of_themselves() {
    let app = TestApp::start().await;
    for path in local_routes() {
        for client in ["203.0.113.9", "10.0.0.8", "2001:db8::7", "::ffff:203.0.113.9", "0.0.0.0"] {
            for forwarded in SPOOFED {
                assert_eq!(ask_from(&app, client, path, forwarded).await, 404, "{path} from {client} {forwarded:?}");
            }
        }
        // No proxy is trusted, so what a client here says of others changes nothing either.
        for client in ["127.0.0.1", "127.8.8.8", "::1"] {
            for forwarded in SPOOFED.iter().chain([&["203.0.113.9"] as &[&str]].iter()) {
                assert_ne!(ask_from(&app, client, path, forwarded).await, 404, "{path} from {client} {forwarded:?}");
            }
        }
    }
}

#[tokio::test]
async fn behind_a_trusted_proxy_the_last_address_that_is_no_proxy_counts() {
    let proxies: [IpAddr; 2] = ["127.0.0.1".parse().unwrap(), "10.0.0.8".parse().unwrap()];
    let app = TestApp::start_with(|config| config.trusted_proxies = proxies.to_vec()).await;
    for path in local_routes() {
        for proxy in ["127.0.0.1", "10.0.0.8"] {
            // The proxy adds the address of its client behind what the client sent.
            for sent in ["127.0.0.1, ", "127.0.0.1, ::1, ", "garbage, ", ""] {
                let forwarded = format!("{sent}203.0.113.9");
                assert_eq!(ask_from(&app, proxy, path, &[&forwarded]).await, 404, "{path} {proxy} {forwarded}");
                let twice = format!("{sent}203.0.113.9, 10.0.0.8");
                assert_eq!(ask_from(&app, proxy, path, &[&twice]).await, 404, "{path} {proxy} {twice}");
            }
            assert_eq!(ask_from(&app, proxy, path, &["127.0.0.1", "203.0.113.9"]).await, 404, "{path}: two headers");
            assert_ne!(ask_from(&app, proxy, path, &["::1"]).await, 404, "{path}: a client beside the proxy");
        }
        assert_eq!(ask_from(&app, "203.0.113.9", path, &["127.0.0.1"]).await, 404, "{path}: not a proxy");
    }
}
