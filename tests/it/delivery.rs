//! Jobs and mails when things go wrong: a mail server that is down, busy, slow, refuses or breaks off; workers that lose
//! what they hold. The clock is moved; nothing sleeps.

use std::sync::Arc;

use chrono::Duration;
use greenbridge::app::App;
use greenbridge::clock::Clock;
use greenbridge::db::Db;
use greenbridge::entity::{audit, job};
use greenbridge::i18n::Locale;
use greenbridge::ids::Ids;
use greenbridge::jobs::{self, Failure, JobRow, Lane, Runner};
use greenbridge::mail::Letter;
use greenbridge::notifications::{self, Kind, Notice};
use greenbridge::taxonomy::Lang;
use sea_orm::{EntityTrait, QueryFilter, QueryOrder};
use tokio::sync::Notify;

use crate::support::{Mood, Person, SmtpServer, TestApp};

/// A letter to somebody.
fn letter(to: &Person, subject: &str) -> Letter {
    Letter {
        locale: Locale::of(Lang::En),
        to: to.email.clone(),
        subject: subject.to_owned(),
        paragraphs: vec!["Something happened.".to_owned()],
        quote: None,
        action: None,
        reason: "You are in a test.".to_owned(),
    }
}

async fn notify(app: &App, to: &Person, subjects: impl Iterator<Item = String>) {
    let tx = app.write_tx().await.unwrap();
    for subject in subjects {
        let notice = Notice::new(Kind::Interest, letter(to, &subject));
        notifications::send(app, &tx, notice, app.clock.now()).await.unwrap();
    }
    app.commit(tx).await.unwrap();
}

async fn mails(app: &App) -> Vec<job::Model> {
    job::Entity::find()
        .filter(job::COLUMN.kind.eq(jobs::MAIL))
        .order_by_asc(job::Column::Id)
        .all(app.db.conn())
        .await
        .unwrap()
}

async fn open(app: &App) -> usize {
    mails(app).await.iter().filter(|job| job.done_at.is_none() && job.parked_at.is_none()).count()
}

#[tokio::test]
async fn five_hundred_notifications_for_a_mail_server_that_is_down_arrive_once_each_when_it_is_back() {
    let mut server = SmtpServer::down().await;
    let url = server.url();
    let app = TestApp::start_with(|config| config.mail.smtp_url = url).await;
    let (reader, gone) = (app.person("Mei Lin").await, app.person("Gone Away").await);
    server.knows(&gone.email, false);
    notify(&app, &reader, (0..499).map(|number| format!("News {number}"))).await;
    notify(&app, &gone, ["For nobody".to_owned()].into_iter()).await;

    // Down: users notice nothing, and nothing is given up for a day.
    for hours in [0, 24] {
        app.advance(Duration::hours(hours));
        app.run_jobs().await;
        assert_eq!(open(&app).await, 500);
    }
    let browser = app.sign_in(&reader).await;
    let page = browser.get("/notifications").await.ok();
    assert!(page.says("499 notifications, 99+ unread"), "{}", page.text());
    let waiting = mails(&app).await;
    assert!(waiting.iter().all(|job| job.attempts == 2 && job.last_error.contains("onnection")), "{:?}", waiting[0]);
    let again: std::collections::BTreeSet<_> = waiting.iter().map(|job| job.run_at).collect();
    assert!(again.len() > 400, "they do not all come again at once: {}", again.len());

    // Back, but busy; then it breaks off at each mail that it takes; then it is well.
    server.start().await;
    for mood in [Mood::Busy, Mood::Breaks, Mood::Well] {
        server.is(mood);
        app.advance(Duration::hours(1));
        app.run_jobs().await;
    }
    assert_eq!(open(&app).await, 0);
    let taken = server.mails();
    assert_eq!(taken.len(), 499, "one for each Message-ID");
    assert!(taken.iter().all(|(_, to, _)| *to == reader.email));
    // What was taken without an answer came again under the same Message-ID, and all else once.
    assert!(taken.iter().all(|(_, _, count)| *count == 2), "each was broken off once");

    // The one that was refused for good is parked, with the server's words.
    let parked: Vec<_> = mails(&app).await.into_iter().filter(|job| job.parked_at.is_some()).collect();
    assert_eq!(parked.len(), 1);
    assert!(parked[0].last_error.contains("nobody of this name"), "{}", parked[0].last_error);
}

#[tokio::test]
async fn a_mail_server_that_is_well_gets_each_mail_once() {
    let mut server = SmtpServer::down().await;
    let url = server.url();
    let app = TestApp::start_with(|config| config.mail.smtp_url = url).await;
    let reader = app.person("Mei Lin").await;
    server.start().await;
    notify(&app, &reader, (0..20).map(|number| format!("News {number}"))).await;
    for _ in 0..3 {
        app.run_jobs().await;
        app.advance(Duration::hours(1));
    }
    let taken = server.mails();
    assert_eq!(taken.iter().map(|(_, _, count)| *count).collect::<Vec<_>>(), [1; 20]);
}

#[tokio::test]
async fn a_mail_server_that_hangs_stops_mails_only() {
    let mut server = SmtpServer::down().await;
    let url = server.url();
    let app = TestApp::start_with(|config| config.mail.smtp_url = url).await;
    let reader = app.person("Mei Lin").await;
    app.run_jobs().await;
    server.start().await;
    server.is(Mood::Hangs);
    notify(&app, &reader, ["News".to_owned()].into_iter()).await;
    let sending = tokio::spawn({
        let app = App::clone(&app);
        async move { jobs::run_lane(&app, Lane::Mails).await.unwrap() }
    });
    server.connected(1).await;
    app.advance(Duration::hours(1));
    app.schedule().await.unwrap();
    let done = jobs::run_lane::<App>(&app, Lane::Work).await.unwrap();
    assert!(done > 0, "the tasks of the hour are done meanwhile");
    assert!(server.mails().is_empty());
    server.is(Mood::Well);
    assert_eq!(sending.await.unwrap(), 1);
    assert_eq!(server.mails().len(), 1);
}

#[tokio::test]
async fn administrators_see_parked_jobs_and_let_them_run_again() {
    let mut server = SmtpServer::down().await;
    let url = server.url();
    let app = TestApp::start_with(|config| config.mail.smtp_url = url).await;
    let (reader, administrator) = (app.person("Mei Lin").await, app.administrator("Ada Admin").await);
    let browser = app.sign_in(&administrator).await;
    let page = browser.get("/admin/jobs").await.ok();
    assert!(page.says("Nothing failed"), "{}", page.text());

    server.start().await;
    server.knows(&reader.email, false);
    notify(&app, &reader, ["A secret matter".to_owned(), "Another".to_owned()].into_iter()).await;
    app.run_jobs().await;
    let page = browser.open("/admin").await.ok();
    let page = browser.get(&page.link("See jobs").unwrap()).await.ok();
    assert_eq!(page.count(".state[data-state=error]"), 2);
    assert!(page.says("550") || page.says("nobody of this name"), "{}", page.text());
    assert!(page.says("example.org") && !page.says(&reader.email), "of a mail only the place is shown");
    assert!(!page.says("secret matter"));

    server.knows(&reader.email, true);
    let page = browser.submit(&page, "Try again mail 2", &[]).await.ok();
    assert_eq!(page.notice(), "Parked jobs run again.");
    app.run_jobs().await;
    assert_eq!(server.mails().len(), 1);
    let page = browser.get("/admin/jobs").await.ok();
    assert_eq!(page.count(".state[data-state=error]"), 1);
    browser.submit(&page, "Try the parked job again", &[]).await.ok();
    app.run_jobs().await;
    assert_eq!(server.mails().len(), 2);
    // Sent again, the form does nothing and says so.
    let again = browser.post("/admin/jobs/retry", &[]).await.expect(303);
    assert_eq!(browser.follow(again).await.notice(), "There was nothing parked to run again.");
    let noted = audit::Entity::find().filter(audit::COLUMN.action.eq("job.retry")).all(app.db.conn()).await.unwrap();
    assert_eq!(noted.iter().map(|row| row.subject.contains("all")).collect::<Vec<_>>(), [false, true]);
}

/// Runs jobs when the test lets it.
#[derive(Clone)]
struct Slow {
    app: App,
    begun: Arc<Notify>,
    go_on: Arc<Notify>,
}

impl Runner for Slow {
    async fn run(&self, _: &JobRow) -> Result<(), Failure> {
        self.begun.notify_one();
        self.go_on.notified().await;
        Ok(())
    }

    async fn schedule(&self) -> anyhow::Result<()> {
        Ok(())
    }

    fn db(&self) -> &Db {
        &self.app.db
    }

    fn clock(&self) -> &Clock {
        &self.app.clock
    }

    fn ids(&self) -> &Ids {
        &self.app.ids
    }
}

/// Runs jobs that panic or cannot succeed.
#[derive(Clone)]
struct Broken {
    app: App,
    panics: bool,
}

impl Runner for Broken {
    async fn run(&self, _: &JobRow) -> Result<(), Failure> {
        assert!(!self.panics, "the job is broken");
        Err(Failure::Hopeless(anyhow::anyhow!("it cannot be done")))
    }

    async fn schedule(&self) -> anyhow::Result<()> {
        Ok(())
    }

    fn db(&self) -> &Db {
        &self.app.db
    }

    fn clock(&self) -> &Clock {
        &self.app.clock
    }

    fn ids(&self) -> &Ids {
        &self.app.ids
    }
}

async fn one_job(app: &App) {
    app_is_idle(app).await;
    let tx = app.write_tx().await.unwrap();
    jobs::enqueue(&tx, "try", &"payload", None, app.clock.now()).await.unwrap();
    app.commit(tx).await.unwrap();
}

async fn app_is_idle(app: &App) {
    jobs::run_due(app).await.unwrap();
}

async fn the_job(app: &App) -> job::Model {
    job::Entity::find().filter(job::COLUMN.kind.eq("try")).one(app.db.conn()).await.unwrap().unwrap()
}

#[tokio::test]
async fn a_worker_that_lost_its_lease_cannot_finish_what_another_has_taken_over() {
    let app = TestApp::start().await;
    one_job(&app).await;
    let slow = Slow { app: App::clone(&app), begun: Arc::default(), go_on: Arc::default() };
    let working = tokio::spawn({
        let slow = slow.clone();
        async move { jobs::run_due(&slow).await.unwrap() }
    });
    slow.begun.notified().await;
    let other = Broken { app: App::clone(&app), panics: false };
    assert_eq!(jobs::run_due(&other).await.unwrap(), 0, "it is held");
    app.advance(Duration::minutes(3));
    assert_eq!(jobs::run_due(&other).await.unwrap(), 1, "its worker is taken for dead");
    assert!(the_job(&app).await.parked_at.is_some());
    slow.go_on.notify_one();
    working.await.unwrap();
    let job = the_job(&app).await;
    assert!(job.done_at.is_none() && job.parked_at.is_some(), "{job:?}");
    assert_eq!(job.last_error, "it cannot be done");
}

#[tokio::test]
async fn a_job_that_panics_is_tried_again_and_parked_and_stops_no_other() {
    let app = TestApp::start().await;
    one_job(&app).await;
    let broken = Broken { app: App::clone(&app), panics: true };
    for tries in 1..=8 {
        assert_eq!(jobs::run_due(&broken).await.unwrap(), 1);
        let job = the_job(&app).await;
        assert_eq!((job.attempts, job.parked_at.is_some()), (tries, tries == 8));
        app.advance(Duration::hours(1));
    }
    assert_eq!(jobs::run_due(&broken).await.unwrap(), 0);
}

#[tokio::test]
async fn jobs_that_were_done_are_swept_away_and_keys_that_still_matter_stay() {
    let app = TestApp::start().await;
    let reader = app.person("Mei Lin").await;
    let tx = app.write_tx().await.unwrap();
    for key in ["a", "a"] {
        let notice = Notice::new(Kind::Reminder, letter(&reader, "Reminder")).once(format!("reminder:{key}"));
        notifications::send(&app, &tx, notice, app.now()).await.unwrap();
    }
    app.commit(tx).await.unwrap();
    notify(&app, &reader, ["News".to_owned()].into_iter()).await;
    assert_eq!(app.mails().await.len(), 2, "the reminder with a key came once");
    app.advance(Duration::days(8));
    app.run_jobs().await;
    let left = mails(&app).await;
    assert_eq!(left.iter().map(|job| job.dedupe_key.clone()).collect::<Vec<_>>(), [Some("reminder:a".to_owned())]);
}

#[tokio::test]
async fn a_task_of_the_calendar_runs_once_however_many_nodes_ask() {
    let app = TestApp::start().await;
    app.run_jobs().await;
    app.advance(Duration::hours(1));
    let nodes: Vec<App> = (0..8).map(|_| App::clone(&app)).collect();
    let asked = nodes.iter().map(|node| async move { jobs::run_due(node).await.unwrap() });
    futures::future::join_all(asked).await;
    let done = job::Entity::find().filter(job::COLUMN.kind.eq("expire-listings")).all(app.db.conn()).await.unwrap();
    let tries: Vec<_> = done.iter().map(|job| (job.attempts, job.done_at.is_some())).collect();
    assert_eq!(tries, [(1, true), (1, true)], "one for each hour");
}
