use super::*;
use crate::search::Error;

fn put_one(index: &Index, id: i64) {
    put(index, vec![titled(id, Lang::En, "Membrane filter")]);
}

#[test]
fn a_change_can_be_found_when_apply_returns() {
    let index = index_of(vec![titled(1, Lang::En, "Membrane filter")]);
    put(&index, vec![Document { change: 7, ..titled(1, Lang::En, "Sludge dryer") }]);
    assert_eq!(ids(&index, "membrane"), Vec::<i64>::new());
    assert_eq!(ids(&index, "sludge"), [1]);
    assert_eq!((index.len(), index.last_change()), (1, 7));
    index.apply(vec![Change::Remove { id: 1, change: 8 }, Change::Remove { id: 5, change: 9 }]).expect("removed");
    assert!(index.is_empty() && ids(&index, "sludge").is_empty());
    assert!(ask(&index, "").facets.values().all(Vec::is_empty));
    assert_eq!(index.last_change(), 9);
}

#[test]
fn of_several_changes_of_one_listing_in_one_go_the_last_holds() {
    let index = Index::in_memory().expect("an index");
    let change = |title: &str, change| Change::Put(Box::new(Document { change, ..titled(1, Lang::En, title) }));
    index.apply(vec![change("First", 1), Change::Remove { id: 1, change: 2 }, change("Third", 3)]).expect("applied");
    assert_eq!(ids(&index, "third"), [1]);
    assert_eq!((index.len(), index.last_change()), (1, 3));
}

#[test]
fn documents_and_the_last_change_outlive_the_process() {
    let folder = tempfile::tempdir().expect("a folder");
    let index = Index::open(folder.path()).expect("opened");
    assert_eq!((index.len(), index.last_change()), (0, 0));
    put_one(&index, 12);
    assert!(matches!(Index::open(folder.path()), Err(Error::InUse(_))), "one process at a time");
    drop(index);
    let index = Index::open(folder.path()).expect("opened again");
    assert_eq!((index.len(), index.last_change()), (1, 12));
    assert_eq!(ids(&index, "membranes"), [12]);
    assert!(index.damaged_files().expect("checked").is_empty());
}

#[test]
fn a_deleted_folder_is_an_empty_index_that_asks_to_be_built() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("index");
    put_one(&Index::open(&path).expect("opened"), 12);
    std::fs::remove_dir_all(&path).expect("deleted");
    let index = Index::open(&path).expect("opened again");
    assert_eq!((index.len(), index.last_change()), (0, 0));
    put_one(&index, 3);
    std::fs::remove_dir_all(&path).expect("deleted while in use");
    assert_eq!(ids(&index, "membrane"), [3], "what was open is still served");
    let again = Change::Put(Box::new(titled(4, Lang::En, "Membrane")));
    assert!(matches!(index.apply(vec![again.clone()]), Err(Error::Lost)));
    assert_eq!(index.last_change(), 0);
    index.apply(vec![again]).expect("applied");
    assert_eq!(ids(&index, "membrane"), [4]);
}

#[test]
fn a_damaged_index_or_one_of_another_version_is_built_anew() {
    let folder = tempfile::tempdir().expect("a folder");
    let meta = folder.path().join("meta.json");
    for damage in ["greenbridge-0.0", "not json at all"] {
        put_one(&Index::open(folder.path()).expect("opened"), 12);
        let text = std::fs::read_to_string(&meta).expect("read");
        let damaged = if damage.starts_with("green") {
            text.replace(&crate::search::schema::version(), damage)
        } else {
            damage.to_owned()
        };
        std::fs::write(&meta, damaged).expect("damaged");
        let index = Index::open(folder.path()).expect("opened again");
        assert_eq!((index.len(), index.last_change()), (0, 0), "{damage}");
    }
    put_one(&Index::open(folder.path()).expect("opened"), 12);
    for entry in std::fs::read_dir(folder.path()).expect("listed").flatten() {
        if entry.path().extension().is_some_and(|extension| extension == "store" || extension == "fast") {
            std::fs::remove_file(entry.path()).expect("removed");
        }
    }
    assert_eq!(Index::open(folder.path()).expect("opened").last_change(), 0, "files are missing");
}

#[test]
fn clearing_takes_everything_out() {
    let index = index_of(vec![titled(1, Lang::En, "Membrane filter")]);
    index.clear().expect("cleared");
    assert_eq!((index.len(), index.last_change()), (0, 0));
    put_one(&index, 2);
    assert_eq!(ids(&index, "membrane"), [2]);
}

#[test]
fn many_small_changes_and_the_merging_they_cause_lose_nothing() {
    let index = Index::in_memory().expect("an index");
    for id in 1..=40 {
        put_one(&index, id);
        put_one(&index, (id + 1) / 2);
    }
    assert_eq!(ask(&index, "membrane").total, 40);
    assert_eq!(index.len(), 40);
}

#[test]
fn what_is_prepared_is_found_after_the_commit_and_once() {
    let index = index_of(Vec::new());
    let put = |document| vec![Change::Put(Box::new(document))];
    index.prepare(put(titled(1, Lang::En, "Old membrane"))).expect("prepared");
    index.prepare(put(Document { change: 2, ..titled(1, Lang::En, "New membrane") })).expect("prepared");
    assert_eq!((index.len(), index.last_change()), (0, 0));
    index.commit().expect("committed");
    assert_eq!((ids(&index, "membrane"), index.last_change()), (vec![1], 2));
    assert!(ids(&index, "old").is_empty());
}
