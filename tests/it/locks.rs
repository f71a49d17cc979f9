//! What Cargo.lock must hold: one of each library that must not be there twice, and none of the unwanted ones.

use std::collections::BTreeMap;

fn locked() -> BTreeMap<String, Vec<String>> {
    let lock = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.lock")).unwrap();
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for package in lock.split("[[package]]").skip(1) {
        let value = |key: &str| {
            let line = package.lines().find_map(|line| line.strip_prefix(key)?.trim().strip_prefix('='));
            line.unwrap_or_default().trim().trim_matches('"').to_owned()
        };
        found.entry(value("name")).or_default().push(value("version"));
    }
    found
}

#[test]
fn there_is_one_sql_library_one_sqlite_and_one_tls() {
    let locked = locked();
    for name in ["sqlx-core", "sqlx-sqlite", "libsqlite3-sys", "sea-orm", "rustls", "axum", "tokio", "hyper"] {
        assert_eq!(locked.get(name).map(Vec::len), Some(1), "{name}: {:?}", locked.get(name));
    }
    let sqlite: Vec<u32> = locked["libsqlite3-sys"][0].split('.').map(|part| part.parse().unwrap()).collect();
    assert!(sqlite >= vec![0, 37, 0], "libsqlite3-sys {sqlite:?} brings an older SQLite");
    // Two providers of cryptography behind rustls make it panic when it has to choose one.
    assert!(locked.contains_key("aws-lc-rs"));
    for name in ["openssl-sys", "native-tls", "tonic"] {
        assert!(!locked.contains_key(name), "{name} came in");
    }
}
