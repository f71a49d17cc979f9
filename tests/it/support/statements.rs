use std::cell::RefCell;
use std::fmt::Debug;
use std::future::Future;
use std::sync::Once;

use greenbridge::db::STATEMENTS;
use tracing::field::{Field, Visit};
use tracing::{Event, Metadata, Subscriber};
use tracing_subscriber::layer::{Context, Layer, SubscriberExt as _};

tokio::task_local! {
    static SENT: RefCell<Vec<String>>;
}

/// Hears of every statement; nothing else that the program says is even put together.
struct Listener;

impl<S: Subscriber> Layer<S> for Listener {
    fn enabled(&self, of: &Metadata<'_>, _: Context<'_, S>) -> bool {
        of.target() == STATEMENTS
    }

    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        struct Sql(String);
        impl Visit for Sql {
            fn record_str(&mut self, field: &Field, value: &str) {
                if field.name() == "sql" {
                    self.0 = value.to_owned();
                }
            }
            fn record_debug(&mut self, _: &Field, _: &dyn Debug) {}
        }
        let mut sql = Sql(String::new());
        event.record(&mut sql);
        // Whoever does not count is not heard.
        let _ = SENT.try_with(|sent| sent.borrow_mut().push(sql.0));
    }
}

/// What a piece of work answers, and the SQL statements that it sent to a database, in order. Beginning and ending a
/// transaction are no statements here.
pub async fn counted<T>(work: impl Future<Output = T>) -> (T, Vec<String>) {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        tracing::subscriber::set_global_default(tracing_subscriber::registry().with(Listener)).unwrap();
    });
    let work = async {
        let answer = work.await;
        (answer, SENT.with(|sent| sent.take()))
    };
    SENT.scope(RefCell::default(), work).await
}
