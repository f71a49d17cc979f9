//! Bulk: tables brought in and given out, in the workspace and on the command line.

use std::path::PathBuf;

use calamine::Reader as _;
use chrono::Duration;
use greenbridge::auth::{Actor, MemberRole};
use greenbridge::bulk::{Counts, Mode};
use greenbridge::cli::export;
use greenbridge::cli::import::table::{Options, table};
use greenbridge::labels;
use greenbridge::listings::actions;
use greenbridge::listings::content::{Body, Content};
use greenbridge::listings::policy::Inspect;
use greenbridge::listings::{Listing, Status, store};
use greenbridge::taxonomy::Lang;
use greenbridge::web::Can;

use crate::support::{Answer, Browser, File, Market, Person, TestApp, full_offer, offer};

const HEADINGS: &str = "No.,Title,Summary,Description,Theme,TRL,IP,Cooperation sought,Offered to,Indicator,Before,Achieved,\
    Unit,Counted over,Valid until,Label scheme,Certificate number,Year before";

/// A row with these cells changed, by heading.
fn row(changes: &[(&str, &str)]) -> String {
    let good = [
        "1",
        "Membranes",
        "In short.",
        "At length.",
        "水与污水",
        "TRL 8",
        "granted",
        "licence; sale",
        "Viet Nam | TH",
        "Water use",
        "1,234.5",
        "600",
        "m³",
        "per year",
        "",
        "",
        "",
        "2024",
    ];
    let headings: Vec<&str> = HEADINGS.split(',').map(str::trim).collect();
    let cell = |(place, heading): (usize, &&str)| {
        let changed = changes.iter().find(|(name, _)| name == heading).map(|(_, text)| *text);
        format!("\"{}\"", changed.unwrap_or(good[place]).replace('"', "\"\""))
    };
    headings.iter().enumerate().map(cell).collect::<Vec<_>>().join(",")
}

fn csv(rows: &[String]) -> Vec<u8> {
    format!("{HEADINGS}\n{}\n", rows.join("\n")).into_bytes()
}

fn text_of(answer: &Answer) -> String {
    String::from_utf8(answer.bytes().to_vec()).unwrap()
}

async fn editor() -> (TestApp, Person, Browser) {
    let app = TestApp::start().await;
    let person = app.owner("Bao Tran", "Red River Membranes", "VN").await;
    let browser = app.sign_in(&person).await;
    (app, person, browser)
}

async fn send(browser: &Browser, name: &str, bytes: &[u8]) -> Answer {
    let file = File { field: "file", name, media_type: "text/csv", bytes };
    let answer = browser.post_files("/workspace/import", &[], &[file]).await;
    browser.follow(answer).await
}

/// Sends a table, takes the guessed columns and tries the rows; gives the page of what would happen.
async fn tried(app: &TestApp, browser: &Browser, bytes: &[u8]) -> Answer {
    let columns = send(browser, "offers.csv", bytes).await.expect(200);
    let checking = browser.submit(&columns, "Try the rows", &[]).await.expect(200);
    assert!(checking.text().contains("Trying the rows"), "{}", checking.text());
    app.run_jobs().await;
    browser.get(checking.path()).await.expect(200)
}

async fn options(app: &TestApp, of: &Person, name: &str, bytes: &[u8]) -> Options {
    let path: PathBuf = app.config.data_dir.join(name);
    std::fs::write(&path, bytes).unwrap();
    Options {
        file: path,
        mapping: None,
        organisation: of.slug.clone(),
        sheet: None,
        mode: Mode::Drafts,
        dry_run: false,
        rejects: Some(app.config.data_dir.join("rejects.csv")),
    }
}

async fn imported(app: &TestApp, of: &Person, key: &str) -> (Listing, Content) {
    let organisation = of.organisation_id.unwrap();
    let found = store::find_imported(app.db.conn(), &Actor::System, organisation, &format!("table:{key}")).await;
    let listing = found.unwrap().unwrap();
    let inspect = Can::<Inspect>::check(&Actor::System, listing.clone()).unwrap();
    let work = actions::work(app, &inspect).await.unwrap();
    (listing, work.content)
}

#[tokio::test]
async fn a_table_becomes_drafts_and_the_same_table_changes_nothing() {
    let (app, person, _) = editor().await;
    let second = row(&[("No.", "2"), ("Title", "Filters")]);
    let options = options(&app, &person, "t.csv", &csv(&[row(&[]), second])).await;
    let dry = table(&app, &Options { dry_run: true, ..options.clone() }).await.unwrap();
    assert_eq!(dry, Counts { new: 2, ..Counts::default() });
    assert_eq!(table(&app, &options).await.unwrap(), Counts { new: 2, ..Counts::default() });
    let (listing, content) = imported(&app, &person, "1").await;
    assert_eq!((listing.status, &*listing.title), (Status::Draft, "Membranes"));
    assert_eq!(
        (content.themes.join(","), content.offer().unwrap().offered_to.join(",")),
        ("water".into(), "VN,TH".into())
    );
    let benefit = &content.offer().unwrap().benefits[0];
    assert_eq!((benefit.baseline.to_string().as_str(), benefit.unit.as_str()), ("1234.5", "m3"));

    assert_eq!(table(&app, &options).await.unwrap(), Counts { unchanged: 2, ..Counts::default() });
    std::fs::write(&options.file, csv(&[row(&[("Title", "Better membranes")])])).unwrap();
    assert_eq!(table(&app, &options).await.unwrap(), Counts { changed: 1, ..Counts::default() });
    assert_eq!(imported(&app, &person, "1").await.1.texts[&Lang::En].title, "Better membranes");

    let published = Options { mode: Mode::Publish, ..options.clone() };
    assert_eq!(table(&app, &published).await.unwrap(), Counts { changed: 1, ..Counts::default() });
    assert_eq!(imported(&app, &person, "1").await.0.status, Status::Published);
    assert_eq!(table(&app, &published).await.unwrap(), Counts { unchanged: 1, ..Counts::default() });
    std::fs::write(&options.file, csv(&[row(&[("Title", "Best membranes")])])).unwrap();
    assert_eq!(table(&app, &options).await.unwrap(), Counts { changed: 1, ..Counts::default() });
    let (listing, content) = imported(&app, &person, "1").await;
    assert_eq!((listing.status, &*listing.title), (Status::Published, "Better membranes"), "a draft revision");
    assert_eq!(content.texts[&Lang::En].title, "Best membranes");
}

/// Kinds of bad rows: cells that are changed, and what is said.
fn bad_rows() -> Vec<(Vec<(&'static str, &'static str)>, &'static str)> {
    vec![
        (vec![("Title", "")], "Title: This is needed"),
        (vec![("Title", Box::leak("x".repeat(121).into_boxed_str()))], "Title: At most 120 characters"),
        (vec![("Theme", "magic")], "Theme: Choose one of the list"),
        (vec![("Unit", "furlongs")], "Unit: Choose one of the list"),
        (vec![("Unit", "kWh")], "Unit: This unit does not fit the indicator"),
        (vec![("Achieved", "9000")], "Achieved: This is worse than before"),
        (vec![("Before", "1,234")], "Before: This can be read in two ways"),
        (vec![("Before", "many")], "Before: Give a number such as 12.5"),
        (
            vec![("Label scheme", "TH-TGL"), ("Certificate number", "1"), ("Valid until", "03/04/2027")],
            "Valid until: Give a day as year-month-day",
        ),
        (vec![("No.", "1")], "No.: This key stands in an earlier row"),
        (vec![("Summary", "a\u{fffd}b")], "Summary: There are signs that cannot be read"),
        (vec![("Summary", "a\0b")], "Summary: There are signs that no text has"),
        (vec![("Title", "=HYPERLINK(\"http://x\")")], "Title: A formula stands here"),
        (vec![("No.", "")], "No.: This is needed"),
        (vec![("TRL", "12")], "TRL: Choose one of the list"),
        (vec![("Year before", "1066")], "Year before: Give a number from 1950 to 2100"),
        (vec![("Offered to", "Atlantis")], "Offered to: Choose one of the list"),
        (vec![("Indicator", "joy")], "Indicator: Choose one of the list"),
    ]
}

#[tokio::test]
async fn every_kind_of_bad_row_is_told_by_row_and_column_and_the_good_ones_are_kept() {
    let (app, person, _) = editor().await;
    let bad = bad_rows();
    let mut rows = vec![row(&[])];
    for (number, (changes, _)) in bad.iter().enumerate() {
        let key = (number + 2).to_string();
        let mut changes = changes.clone();
        if !changes.iter().any(|(heading, _)| *heading == "No.") {
            changes.push(("No.", &key));
        }
        rows.push(row(&changes));
    }
    rows.push("100,Too few cells".to_owned());
    rows.push(row(&[("No.", "101")]));
    let options = options(&app, &person, "bad.csv", &csv(&rows)).await;
    let counts = table(&app, &options).await.unwrap();
    assert_eq!((counts.new, counts.refused), (2, bad.len() as i64 + 1));
    let rejects = std::fs::read_to_string(options.rejects.as_ref().unwrap()).unwrap();
    let mut reader =
        csv::ReaderBuilder::new().flexible(true).from_reader(rejects.trim_start_matches('\u{feff}').as_bytes());
    let reasons: Vec<String> =
        reader.records().map(|row| row.unwrap().iter().next_back().unwrap().to_owned()).collect();
    assert_eq!(reasons.len(), bad.len() + 1);
    for ((changes, said), reason) in bad.iter().zip(&reasons) {
        assert!(reason.contains(said), "{changes:?}: {reason:?} has not {said:?}");
    }
    assert!(reasons.last().unwrap().contains("2 cells, and there are 18 columns"), "{reasons:?}");
    assert!(rejects.contains("'=HYPERLINK"), "no formula runs where the refused rows are opened");
}

#[tokio::test]
async fn the_workspace_maps_tries_and_brings_in_and_the_refused_rows_can_be_sent_again() {
    let (app, person, browser) = editor().await;
    let rows = [row(&[]), row(&[("No.", "2"), ("Theme", "magic")]), row(&[("No.", "3"), ("Title", "Filters")])];
    let checked = tried(&app, &browser, &csv(&rows)).await;
    assert!(checked.text().contains("Nothing has been changed yet."));
    assert!(
        checked.text().contains("Choose one of the list") && checked.text().contains("Bring 2 listings in as drafts")
    );
    let id = person.organisation_id.unwrap();
    assert!(store::count_by_status(app.db.conn(), &Actor::System, id).await.unwrap().is_empty());

    let running = browser.submit(&checked, "Bring 2 listings in as drafts", &[]).await.expect(200);
    assert!(running.text().contains("0 of 3 rows") && running.html().contains("http-equiv=\"refresh\""));
    app.run_jobs().await;
    // Whoever has left comes back later and finds it done.
    let browser = app.sign_in(&person).await;
    let past = browser.get("/workspace/import").await.expect(200);
    assert!(
        past.text().contains("offers.csv") && past.text().contains("2 new, 0 changed, 1 refused"),
        "{}",
        past.text()
    );
    let done = browser.get(running.path()).await.expect(200);
    assert!(done.text().contains("Done") && done.text().contains("TO-VN-2026-00001"));
    let failed = browser.get(&format!("{}/failed.csv", running.path())).await.expect(200);
    assert!(text_of(&failed).starts_with('\u{feff}') && text_of(&failed).contains("Theme: Choose one of the list"));
    assert_eq!(text_of(&failed).lines().count(), 2);

    let corrected = text_of(&failed).replace("magic", "water");
    let checked = tried(&app, &browser, corrected.as_bytes()).await;
    let running = browser.submit(&checked, "Bring 1 listing in as a draft", &[]).await.expect(200);
    app.run_jobs().await;
    assert!(browser.get(running.path()).await.text().contains("Done"));
    assert_eq!(imported(&app, &person, "2").await.1.themes, ["water"]);
}

#[tokio::test]
async fn what_stands_in_a_bad_cell_is_shown_and_a_field_without_a_column_is_told_by_its_own_name() {
    let (app, _, browser) = editor().await;
    let rows = ["Title,Theme,Parameter,Unit,Influent,Country offered", "Reed beds,magic,COD,mg/L,,Viet Nam"];
    let sent = send(&browser, "offers.csv", rows.join("\n").as_bytes()).await;
    let page = browser.follow(sent).await.ok();
    let meant = ["#columns-4", "#columns-5"].map(|id| page.attribute(&format!("{id} option[selected]"), "value"));
    assert_eq!(meant, ["performance.influent", "offered_to"], "words that people use for a field are known");
    let checked = tried(&app, &browser, b"Title,Theme,Parameter,Unit\nReed beds,magic,COD,mg/L\n").await;
    let said = checked.text();
    assert!(said.contains("Choose one of the list“magic”"), "{said}");
    assert!(!said.contains("ParameterThis is needed"), "the parameter is there: {said}");
    assert!(said.contains("Measurement 1, StatisticThis is needed"), "{said}");
}

#[tokio::test]
async fn what_was_chosen_for_the_columns_is_remembered_for_tables_with_these_headings() {
    let (app, _, browser) = editor().await;
    let table = b"Nr,Bezeichnung,Kurz\n1,Membranen,Kurz gesagt\n";
    let columns = send(&browser, "a.csv", table).await.expect(200);
    let chosen = [("columns[]", "key"), ("columns[]", "title"), ("columns[]", "summary")];
    let answer = browser.submit(&columns, "Try the rows", &chosen).await.expect(200);
    app.run_jobs().await;
    let checked = browser.get(answer.path()).await.expect(200);
    assert!(checked.text().contains("Bring 1 listing in as a draft"), "{}", checked.text());
    let again = send(&browser, "b.csv", b"KURZ,nr,Bezeichnung,Reason\nx,2,y,\n").await.expect(200);
    let at = |path: &str| again.html().matches(&format!("value=\"{path}\" selected")).count();
    assert_eq!((at("key"), at("title"), at("summary")), (1, 1, 1));
}

#[tokio::test]
async fn rows_can_be_handed_in_for_review_at_once() {
    let (app, person, browser) = editor().await;
    let columns = send(&browser, "a.csv", &csv(&[row(&[]), row(&[("No.", "2"), ("Description", "")])])).await;
    let answer = browser.submit(&columns, "Try the rows", &[("mode", "submit")]).await.expect(200);
    app.run_jobs().await;
    let checked = browser.get(answer.path()).await.expect(200);
    assert!(checked.text().contains("This is needed"), "a submission must be whole");
    let answer = browser.submit(&checked, "Hand in 1 listing for review", &[]).await.expect(200);
    app.run_jobs().await;
    assert!(browser.get(answer.path()).await.text().contains("Done"));
    let (listing, _) = imported(&app, &person, "1").await;
    assert_eq!(listing.status, Status::Submitted);
}

#[tokio::test]
async fn nobody_else_sees_an_import_viewers_begin_none_and_one_works_at_a_time() {
    let (app, person, browser) = editor().await;
    let columns = send(&browser, "a.csv", &csv(&[row(&[])])).await.expect(200);
    let path = columns.path().to_owned();
    let other = app.owner("Mei Lin", "Straits Office", "SG").await;
    let other = app.sign_in(&other).await;
    let viewer = app.colleague("Ly Vu", &person, MemberRole::Viewer).await;
    let viewer = app.sign_in(&viewer).await;
    for (who, status) in [(&other, 404), (&viewer, 403)] {
        assert_eq!(who.get(&path).await.status(), status);
        assert_eq!(who.get(&format!("{path}/failed.csv")).await.status(), status);
        assert_eq!(who.post(&path, &[("action", "cancel")]).await.status(), status);
        assert_eq!(who.post(&format!("{path}/columns"), &[("mode", "drafts")]).await.status(), status);
    }
    assert_eq!(viewer.get("/workspace/import").await.status(), 403);
    assert!(!other.get("/workspace/import").await.text().contains("a.csv"));

    browser.submit(&columns, "Try the rows", &[]).await.expect(200);
    let second = send(&browser, "b.csv", &csv(&[row(&[])])).await.expect(200);
    let busy = browser.submit(&second, "Try the rows", &[]).await;
    assert_eq!(busy.status(), 409);
    assert!(busy.text().contains("Another table of your organisation"));
    let first = browser.get(&path).await.expect(200);
    let stopped = browser.submit(&first, "Stop this import", &[]).await.expect(200);
    assert!(stopped.text().contains("Stopped"));
    app.run_jobs().await;
    browser.submit(&second, "Try the rows", &[]).await.expect(200);
}

#[tokio::test]
async fn files_that_are_no_table_are_refused_at_the_field() {
    let (_app, _, browser) = editor().await;
    let large = vec![b'x'; 20 * 1024 * 1024 + 1];
    for (bytes, said) in [
        (b"".as_slice(), "This is needed"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".as_slice(), "neither CSV nor XLSX"),
        (b"Title,Summary\n".as_slice(), "nothing below the headings"),
        (b"PK\x03\x04broken".as_slice(), "damaged or is locked"),
        (large.as_slice(), "larger than 20 MB"),
    ] {
        let answer = send(&browser, "t.csv", bytes).await;
        assert_eq!(answer.status(), 422);
        assert!(answer.text().contains(said), "{}", answer.text());
    }
}

#[tokio::test]
async fn columns_that_make_no_listing_are_told_at_their_field() {
    let (_app, _, browser) = editor().await;
    let columns = send(&browser, "t.csv", b"A,B\n1,2\n").await.expect(200);
    for (changes, said) in [
        (vec![("columns[]", ""), ("columns[]", "")], "must be the title"),
        (vec![("columns[]", "title"), ("columns[]", "title")], "Another column fills this already"),
        (vec![("columns[]", "title"), ("columns[]", "nonsense")], "Choose one of the list"),
        (vec![("columns[]", "title"), ("columns[]", ""), ("kind", "")], "Say whether these are offers or requests"),
        (vec![("columns[]", "title"), ("columns[]", ""), ("mode", "publish")], "Choose one of the list"),
        (vec![("columns[]", "title"), ("columns[]", ""), ("language", "xx")], "Choose one of the list"),
    ] {
        let answer = browser.submit(&columns, "Try the rows", &changes).await;
        assert_eq!(answer.status(), 422, "{changes:?}");
        assert!(answer.text().contains(said), "{changes:?}: {}", answer.text());
    }
}

#[tokio::test]
async fn workbooks_bring_days_and_numbers_as_they_are() {
    use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
    let (app, person, _) = editor().await;
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write_string(0, 0, "Our requests").unwrap();
    let headings = ["key", "kind", "title", "country", "closes", "budget_from", "currency"];
    for (column, heading) in headings.iter().enumerate() {
        sheet.write_string(2, column as u16, *heading).unwrap();
    }
    sheet.write_number(3, 0, 7).unwrap();
    for (column, text) in [(1, "request"), (2, "Colour out of effluent"), (3, "越南"), (6, "VND")] {
        sheet.write_string(3, column, text).unwrap();
    }
    let day = Format::new().set_num_format("dd/mm/yyyy");
    let closes = chrono::NaiveDate::from_ymd_opt(2027, 4, 3).unwrap();
    sheet.write_datetime_with_format(3, 4, ExcelDateTime::from_ymd(2027, 4, 3).unwrap(), &day).unwrap();
    sheet.write_number(3, 5, 1.234).unwrap();
    let options = options(&app, &person, "t.xlsx", &workbook.save_to_buffer().unwrap()).await;
    assert_eq!(table(&app, &options).await.unwrap(), Counts { new: 1, ..Counts::default() });
    let (_, content) = imported(&app, &person, "7").await;
    let request = content.request().unwrap();
    assert_eq!(request.closes.unwrap().date(), closes);
    assert_eq!((request.zone.as_str(), request.country.as_str()), ("Asia/Ho_Chi_Minh", "VN"));
    assert_eq!(request.budget.from.unwrap().to_string(), "1.234");
}

/// A workbook with a sheet that explains, one with offers, and one with notes.
fn workbook() -> Vec<u8> {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheets: [(&str, &[&[&str]]); 3] = [
        ("Readme", &[&["This workbook holds our offers."], &["Ask Ms Tran about it."]]),
        ("Data", &[&["No.", "Title", "Summary"], &["1", "Ceramic membranes", "For dye houses."]]),
        ("Old", &[&["No.", "Title"], &["1", "Sand filters"], &["2", "Gravel filters"]]),
    ];
    for (name, rows) in sheets {
        let sheet = workbook.add_worksheet().set_name(name).unwrap();
        for (line, cells) in rows.iter().enumerate() {
            sheet.write_row(line as u32, 0, cells.iter().copied()).unwrap();
        }
    }
    workbook.save_to_buffer().unwrap()
}

#[tokio::test]
async fn of_a_workbook_the_sheet_with_known_headings_is_read_or_the_one_that_is_named() {
    let (_app, _, browser) = editor().await;
    let bytes = workbook();
    let send = async |sheet: &str| {
        let file = File { field: "file", name: "offers.xlsx", media_type: "application/octet-stream", bytes: &bytes };
        let answer = browser.post_files("/workspace/import", &[("sheet", sheet)], &[file]).await;
        browser.follow(answer).await
    };
    let found = send("").await.expect(200);
    assert!(found.says("Ceramic membranes") && !found.says("Sand filters"), "{}", found.text());
    let named = send(" old ").await.expect(200);
    assert!(named.says("Sand filters") && !named.says("Ceramic membranes"), "{}", named.text());
    let unknown = send("Offers").await.expect(422);
    assert_eq!(unknown.error("sheet"), "The workbook has no such sheet");
    assert_eq!(unknown.value("sheet"), "Offers");
}

#[tokio::test]
async fn what_a_row_is_refused_for_can_be_understood_from_the_file_of_refused_rows() {
    let (app, _, browser) = editor().await;
    let text = "No.,Title,Themes,Indicator,Before,Achieved,Unit,Counted over\n\
        1,Membranes,water/air,,,,,\n\
        2,Filters,water,water_use,100,60,m3,per_year\n\
        2,,,electricity,100,60,furlongs,per_year\n";
    let page = tried(&app, &browser, text.as_bytes()).await;
    assert!(page.says("Several values stand here. Name the sign between them"), "{}", page.text());
    let failed = text_of(&browser.get(&format!("{}/failed.csv", page.path())).await.expect(200));
    let lines: Vec<&str> = failed.lines().collect();
    assert!(lines[1].contains("water/air)"), "the cell is named: {failed}");
    assert!(lines[2].ends_with("Row 4 of the same listing is wrong"), "{failed}");
    assert!(lines[3].contains("furlongs)"), "{failed}");
}

#[tokio::test]
async fn a_heading_that_several_groups_have_is_taken_for_the_group_that_others_name() {
    let (_app, _, browser) = editor().await;
    let text = b"No.,Title,Parameter,Limit,Value,Unit\n1,Colour out of effluent,COD,at most,50,mg/L\n";
    let columns = send(&browser, "requests.csv", text).await.expect(200);
    let chosen = columns.attribute("#columns-2 option[selected]", "value");
    assert_eq!(chosen, "requirements.parameter", "{}", columns.html());
}

#[tokio::test]
async fn a_table_in_gb18030_is_read() {
    let (app, person, _) = editor().await;
    let text = "编号,标题,摘要,主题\n1,印染废水陶瓷膜处理技术,陶瓷膜组件可装入现有水池,水与污水\n";
    let bytes = encoding_rs::GB18030.encode(text).0.into_owned();
    let options = options(&app, &person, "t.csv", &bytes).await;
    assert_eq!(table(&app, &options).await.unwrap(), Counts { new: 1, ..Counts::default() });
    assert_eq!(imported(&app, &person, "1").await.1.texts[&Lang::En].title, "印染废水陶瓷膜处理技术");
}

#[tokio::test]
async fn a_long_table_works_in_steps_and_goes_on_where_it_was() {
    let (app, person, browser) = editor().await;
    let mut text = "key,title\n".to_owned();
    for number in 0..1_200 {
        text.push_str(&format!("{number},Technology {number}\n"));
    }
    let checked = tried(&app, &browser, text.as_bytes()).await;
    assert!(checked.text().contains("Bring 1200 listings in"), "{}", checked.text());
    browser.submit(&checked, "Bring 1200 listings in as drafts", &[]).await.expect(200);
    app.run_jobs().await;
    assert!(browser.get(checked.path()).await.text().contains("Done"));
    let counts = store::count_by_status(app.db.conn(), &Actor::System, person.organisation_id.unwrap()).await.unwrap();
    assert_eq!(counts, [(Status::Draft, 1_200)]);
    let kept = std::fs::read_dir(app.config.data_dir.join("files/imports")).map(Iterator::count).unwrap_or(0);
    assert_eq!(kept, 0, "a table of which nothing failed is not kept");
}

#[tokio::test]
async fn whoever_leaves_the_organisation_brings_nothing_in_any_more() {
    use greenbridge::entity::membership;
    use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
    let (app, person, browser) = editor().await;
    let checked = tried(&app, &browser, &csv(&[row(&[])])).await;
    browser.submit(&checked, "Bring 1 listing in as a draft", &[]).await.expect(200);
    let mine = membership::Column::AccountId.eq(person.account_id);
    membership::Entity::delete_many().filter(mine).exec(app.db.conn()).await.unwrap();
    let colleague = app.colleague("An Ho", &person, MemberRole::Editor).await;
    app.run_jobs().await;
    let page = app.sign_in(&colleague).await.get(checked.path()).await.expect(200);
    assert!(page.text().contains("may no longer edit"), "{}", page.text());
}

#[tokio::test]
async fn what_is_exported_can_be_brought_in_again_and_changes_nothing() {
    let market = Market::open().await;
    let app = &market.app;
    let draft = app.draft(&market.provider, &full_offer()).await;
    let path = app.config.data_dir.join("own.csv");
    let mut args = export::Args {
        format: "csv".parse().unwrap(),
        organisation: Some(market.provider.slug.clone()),
        output: Some(path.clone()),
    };
    export::export(app, &args).await.unwrap();
    let bytes = std::fs::read(&path).unwrap();
    let exported = options(app, &market.provider, "again.csv", &bytes).await;
    let exported = Options { mapping: Some("export".into()), ..exported };
    assert_eq!(table(app, &exported).await.unwrap(), Counts { unchanged: 3, ..Counts::default() });
    args.format = "xlsx".parse().unwrap();
    export::export(app, &args).await.unwrap();
    let bytes = std::fs::read(&path).unwrap();
    let workbook = Options { mapping: Some("export".into()), ..options(app, &market.provider, "x.xlsx", &bytes).await };
    assert_eq!(table(app, &workbook).await.unwrap(), Counts { unchanged: 3, ..Counts::default() });

    let foreign = Options { organisation: market.agency.slug.clone(), ..exported };
    assert_eq!(table(app, &foreign).await.unwrap().refused, 3, "another organisation changes none of them");
    assert_eq!(app.listing(draft.id).await.status, Status::Draft);
}

#[tokio::test]
async fn a_search_is_given_out_as_its_pages_show_it() {
    let market = Market::open().await;
    let visitor = market.app.visitor();
    let page = visitor.get("/listings?kind=offer").await.expect(200);
    assert!(page.html().contains("/listings.csv?kind=offer"));
    let csv = visitor.get("/listings.csv?kind=offer").await.expect(200);
    assert!(text_of(&csv).starts_with('\u{feff}') && text_of(&csv).contains(&market.offer.reference));
    for hidden in [&market.request.reference, &market.draft.reference, "Membrane module", "example.org"] {
        assert!(!text_of(&csv).contains(hidden), "{hidden}");
    }
    let packed = visitor.with("accept-encoding", "gzip").get("/listings.csv").await.expect(200);
    assert!(packed.bytes().starts_with(&[0x1f, 0x8b]) && packed.header("content-encoding") == "gzip");
    let own = market.app.sign_in(&market.provider).await.get("/workspace/listings.csv").await.expect(200);
    assert!(text_of(&own).contains(&market.draft.reference) && text_of(&own).contains("Membrane module"));
    assert_eq!(visitor.get("/workspace/listings.csv").await.status(), 303);

    let graph = visitor.get("/zh/listings.jsonld").await.expect(200);
    let graph: serde_json::Value = serde_json::from_slice(graph.bytes()).unwrap();
    let nodes = graph["@graph"].as_array().unwrap();
    let types: Vec<&str> = nodes.iter().map(|node| node["@type"].as_str().unwrap()).collect();
    assert!(types.contains(&"Offer") && types.contains(&"Demand") && types.len() == 2);
    assert!(nodes.iter().all(|node| node["url"].as_str().unwrap().contains("/zh/listings/T")));
    assert_eq!(visitor.get("/listings.csv?theme=nonsense").await.status(), 400);
}

/// What stands under a heading in the first row of an exported table.
fn cell_of(table: &str, heading: &str) -> String {
    let mut reader = ::csv::Reader::from_reader(table.trim_start_matches('\u{feff}').as_bytes());
    let place = reader.headers().unwrap().iter().position(|known| known == heading);
    let row = reader.records().next().unwrap().unwrap();
    row[place.unwrap_or_else(|| panic!("no column {heading}"))].to_owned()
}

#[tokio::test]
async fn what_is_given_out_says_on_what_claims_stand_and_in_which_state_certificates_are() {
    let market = Market::open().await;
    let app = &market.app;
    let visitor = app.visitor();
    let table = text_of(&visitor.get("/listings.csv?kind=offer").await.expect(200));
    let payback = full_offer().offer().unwrap().cost.payback_months().unwrap().to_string();
    for (heading, said) in [
        ("benefits.evidence", "document_provided"),
        ("benefits.change_percent", "-60"),
        ("benefits.saving", "60"),
        ("performance.evidence", ""),
        ("certificates.status", "claimed"),
        ("payback_months", payback.as_str()),
    ] {
        assert_eq!(cell_of(&table, heading), said, "{heading}");
    }
    let known = labels::store::find(app.db.conn(), 1).await.unwrap().unwrap();
    let may = Can::check(&Actor::System, known).unwrap();
    assert!(labels::actions::decide(app, &may, labels::Status::Verified, "").await.unwrap());
    let table = text_of(&visitor.get("/listings.csv?kind=offer").await.expect(200));
    assert_eq!(cell_of(&table, "certificates.status"), "verified");
    let graph = visitor.get("/listings.jsonld?kind=offer").await.expect(200);
    let graph: serde_json::Value = serde_json::from_slice(graph.bytes()).unwrap();
    let item = &graph["@graph"][0]["itemOffered"];
    assert_eq!(item["additionalProperty"][0]["valueReference"]["value"], "document_provided");
    assert_eq!(item["hasCertification"][0]["creativeWorkStatus"], "verified");
    assert_eq!(item["hasCertification"][0]["certificationStatus"], "https://schema.org/CertificationActive");
    app.advance(Duration::days(230));
    let table = text_of(&visitor.get("/listings.csv?kind=offer").await.expect(200));
    assert_eq!(cell_of(&table, "certificates.status"), "expired");
}

#[tokio::test]
async fn a_certificate_is_given_out_to_everybody_as_it_was_verified() {
    let market = Market::open().await;
    let app = &market.app;
    let mut other = full_offer();
    if let Body::Offer(offer) = &mut other.body {
        offer.certificates[0].valid_until = "2199-12-31".parse().ok();
    }
    let known = labels::store::find(app.db.conn(), 1).await.unwrap().unwrap();
    let may = Can::check(&Actor::System, known).unwrap();
    assert!(labels::actions::decide(app, &may, labels::Status::Verified, "").await.unwrap());
    let draft = app.draft(&market.provider, &other).await;
    let table = text_of(&app.visitor().get("/listings.csv?kind=offer").await.expect(200));
    assert_eq!(cell_of(&table, "certificates.valid_until"), "2027-06-30");
    let own = app.sign_in(&market.provider).await.get("/workspace/listings.csv").await.expect(200);
    assert!(text_of(&own).contains(&draft.reference) && text_of(&own).contains("2199-12-31"), "a draft is its owner's");
}

#[tokio::test]
async fn the_sheet_of_a_workbook_is_named_after_what_is_in_it() {
    let market = Market::open().await;
    let answer = market.app.visitor().get("/listings.xlsx").await.expect(200);
    let workbook: calamine::Xlsx<_> =
        calamine::open_workbook_from_rs(std::io::Cursor::new(answer.bytes().to_vec())).unwrap();
    assert_eq!(workbook.sheet_names(), ["listings"]);
}

#[tokio::test]
async fn formulas_that_somebody_wrote_are_no_formulas_in_what_is_given_out() {
    let app = TestApp::start().await;
    let person = app.owner("Bao Tran", "Red River Membranes", "VN").await;
    app.published(&person, &offer("=HYPERLINK(\"http://evil\")")).await;
    let csv = app.visitor().get("/listings.csv").await.expect(200);
    assert!(text_of(&csv).contains("'=HYPERLINK") && !text_of(&csv).contains(",\"=HYPERLINK"));
}

#[tokio::test]
async fn ten_exports_an_hour_are_enough() {
    let app = TestApp::start().await;
    let visitor = app.visitor();
    for _ in 0..10 {
        visitor.get("/listings.csv").await.expect(200);
    }
    let refused = visitor.get("/listings.jsonld").await;
    assert_eq!(refused.status(), 429);
    assert!(!refused.header("retry-after").is_empty());
    app.advance(chrono::Duration::minutes(7));
    visitor.get("/listings.csv").await.expect(200);
}
