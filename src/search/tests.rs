//! What the search does, through its public interface.

mod counting;
mod finding;
mod keeping;

use super::{Change, Document, Found, Index, Query, TextFields};
use crate::taxonomy::Lang;

/// A document with a title in one language.
fn titled(id: i64, lang: Lang, title: &str) -> Document {
    written(id, lang, title, "", "")
}

fn written(id: i64, lang: Lang, title: &str, summary: &str, body: &str) -> Document {
    let texts = TextFields { title: title.into(), summary: summary.into(), body: body.into() };
    Document {
        id,
        reference: format!("TO-VN-2026-{id:05}"),
        texts: vec![(lang, texts)],
        kind: "offer".into(),
        published_at: id,
        card: format!("{{\"id\":{id}}}"),
        change: id,
        ..Document::default()
    }
}

fn index_of(documents: Vec<Document>) -> Index {
    let index = Index::in_memory().expect("an index in memory");
    put(&index, documents);
    index
}

fn put(index: &Index, documents: Vec<Document>) {
    index.apply(documents.into_iter().map(|document| Change::Put(Box::new(document))).collect()).expect("applied");
}

fn ask(index: &Index, text: &str) -> Found {
    let query = Query { text: text.into(), per_page: 100, ..Query::everything(Lang::En, 0) };
    index.search(&query).expect("an answer")
}

/// The numbers of the documents found, best first.
fn ids(index: &Index, text: &str) -> Vec<i64> {
    ask(index, text).hits.iter().map(|hit| hit.id).collect()
}

/// Fragments with the marked ones in brackets.
fn shown(fragments: &[(String, bool)]) -> String {
    fragments.iter().map(|(text, marked)| if *marked { format!("[{text}]") } else { text.clone() }).collect()
}
