//! The import of the Industrial Wastewater Treatment Technology database, on its real files where they are there.

use std::path::{Path, PathBuf};

use greenbridge::auth::Actor;
use greenbridge::cli::import::{Counts, Options, iwtt};
use greenbridge::listings::policy::Inspect;
use greenbridge::listings::{Listing, Status, checks, store};
use greenbridge::taxonomy::{Bound, Lang};
use greenbridge::web::Can;

use crate::support::TestApp;

/// Where the real files lie beside the project, if they do.
fn real_files() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/iwtt");
    if folder.join("TREATMENT_SYSTEM.csv").is_file() {
        return Some(folder);
    }
    eprintln!("skipped: the real files are not in ../shared/data/iwtt");
    None
}

fn options(folder: PathBuf) -> Options {
    Options {
        folder,
        organisation: "public-water-data".to_owned(),
        organisation_country: "US".to_owned(),
        organisation_sector: "research".to_owned(),
        dry_run: false,
        rejects: None,
    }
}

async fn imported(app: &TestApp, id: &str) -> Listing {
    let key = format!("iwtt:{id}");
    let organisation = store::changed_after(app.db.conn(), &Actor::System, 0, 1).await.unwrap()[0].organisation_id;
    store::find_imported(app.db.conn(), &Actor::System, organisation, &key).await.unwrap().unwrap()
}

#[tokio::test]
async fn the_real_files_become_325_offers_and_a_second_run_changes_nothing() {
    let Some(folder) = real_files() else { return };
    let app = TestApp::start().await;
    let options = options(folder);
    let counts = iwtt(&app, &Options { dry_run: true, ..options.clone() }).await.unwrap();
    assert_eq!((counts.new, counts.refused), (325, 0));
    assert!(store::changed_after(app.db.conn(), &Actor::System, 0, 1).await.unwrap().is_empty());

    let rejects = app.config.data_dir.join("rejects.csv");
    let counts = iwtt(&app, &Options { rejects: Some(rejects.clone()), ..options.clone() }).await.unwrap();
    assert_eq!((counts.new, counts.changed, counts.unchanged, counts.refused), (325, 0, 0, 0));
    let rejects = std::fs::read_to_string(rejects).unwrap();
    for orphan in ["1T1", "5T1", "128T4", "224T1", "297T1", "309T1", "314T2"] {
        assert!(rejects.contains(&format!(",{orphan},")), "{orphan}");
    }

    // What was published with both ends and a removal that follows from them counts as checked against its source.
    app.follow_changes().await;
    let visitor = app.visitor();
    let found = async |query: &str| {
        let page = visitor.get(&format!("/listings?indicator=chemical_oxygen_demand{query}")).await.ok();
        page.first("h1.count").split_whitespace().find_map(|word| word.parse::<usize>().ok()).unwrap_or_default()
    };
    let (any, documented, checked) = (
        found("&least=95").await,
        found("&least=95&scale=full_scale&evidence=2").await,
        found("&least=95&scale=full_scale&evidence=3").await,
    );
    assert!(any > documented && documented > checked && checked >= 5, "{any} {documented} {checked}");

    let all = store::changed_after(app.db.conn(), &Actor::System, 0, 1000).await.unwrap();
    assert_eq!(all.len(), 325);
    let contents = store::published_many(app.db.conn(), &all).await.unwrap();
    for (_, content) in &contents {
        assert!(checks::submission(content).is_empty());
        for texts in content.texts.values() {
            assert!(!texts.title.is_empty() && !texts.description.contains(['\u{fffd}', '\u{81}', '\t']));
        }
        assert!(content.texts.contains_key(&Lang::Zh));
    }
    let mut titles: Vec<&str> = contents.iter().map(|(_, content)| content.texts[&Lang::En].title.as_str()).collect();
    titles.sort_unstable();
    titles.dedup();
    assert_eq!(titles.len(), 325);
    let rows: usize = contents.iter().map(|(_, content)| content.offer().unwrap().performance.len()).sum();
    assert!((1_640..=1_700).contains(&rows), "{rows}");

    let before = all.last().unwrap().changed;
    let again = iwtt(&app, &options).await.unwrap();
    assert_eq!(Counts { unused_rows: 0, ..again }, Counts { unchanged: 325, ..Counts::default() });
    assert!(store::changed_after(app.db.conn(), &Actor::System, before, 1).await.unwrap().is_empty());
}

#[tokio::test]
async fn damaged_rows_and_odd_figures_survive() {
    let Some(folder) = real_files() else { return };
    let app = TestApp::start().await;
    iwtt(&app, &options(folder)).await.unwrap();
    let content = async |id: &str| store::published(app.db.conn(), &imported(&app, id).await).await.unwrap().unwrap();

    assert!(content("192T1").await.texts[&Lang::En].description.contains("20 °C"));
    let three_lines = content("234T1").await;
    assert!(three_lines.offer().unwrap().performance.iter().any(|row| row.conditions.contains("Nitrogen, organic")));
    let increase = content("284T2").await;
    let ammonia = increase.offer().unwrap().performance.iter().find(|row| row.conditions.contains("Ammonia")).unwrap();
    assert_eq!(ammonia.removal_percent().unwrap().percent, (-160).into());
    let zero_discharge = content("313T2").await;
    let kept = zero_discharge.offer().unwrap().performance.iter().find_map(|row| row.removal).unwrap();
    assert_eq!(kept.bound, Some(Bound::Below));
    assert_eq!(content("41T1").await.source.unwrap().id, "41T1");
}

#[tokio::test]
async fn what_changed_in_the_source_becomes_a_new_revision_and_what_somebody_edits_is_left_alone() {
    let app = TestApp::start().await;
    let folder = app.config.data_dir.join("source");
    std::fs::create_dir(&folder).unwrap();
    let write = |name: &str, text: &str| std::fs::write(folder.join(name), text).unwrap();
    let systems = |maker: &str| {
        let head = "REF_ID,SYSTEM_NAME,PSC_CODE,SCALE,TREATMENT_TECH_DESCRIPTION,MANUFACTURER\n";
        format!("{head}1,1T1,419,Full,A plant.,{maker}\n1,1T2,419,Lab,A plant.,x\n")
    };
    write("TREATMENT_SYSTEM.csv", &systems("Anna"));
    write("TREATMENT_UNITS.csv", "REF_ID,SYSTEM_NAME,TT_CODE_ORDER,TT_CODE\n1,1T1,1,MBR\n1,1T2,1,RO\n");
    write("PARAMETER.csv", "REF_ID,SYSTEM_NAME,PARAMID,PARAMETER\n");
    write("REFERENCE_INFO.csv", "REF_ID,TITLE\n");
    let options = options(folder.clone());
    let run = async || iwtt(&app, &options).await.unwrap();
    assert_eq!(run().await, Counts { new: 1, refused: 1, ..Counts::default() });

    write("TREATMENT_SYSTEM.csv", &systems("Bruno"));
    assert_eq!(run().await, Counts { changed: 1, refused: 1, ..Counts::default() });
    let listing = imported(&app, "1T1").await;
    assert_eq!(listing.status, Status::Published);
    let content = store::published(app.db.conn(), &listing).await.unwrap().unwrap();
    assert!(content.texts[&Lang::En].description.contains("Bruno"));

    let tx = app.write_tx().await.unwrap();
    store::put_draft(&tx, listing.id, &content, &Actor::System, app.now()).await.unwrap();
    app.commit(tx).await.unwrap();
    write("TREATMENT_SYSTEM.csv", &systems("Clara"));
    assert_eq!(run().await, Counts { refused: 2, ..Counts::default() });
    let inspect = Can::<Inspect>::check(&Actor::System, imported(&app, "1T1").await).unwrap();
    assert_eq!(store::newest_revision(app.db.conn(), &inspect).await.unwrap().unwrap().number, 2);
}

#[tokio::test]
async fn what_an_import_compared_says_so_and_what_a_moderator_checked_says_moderator() {
    const COMPARED: &str = "Checked against its published source";
    const CHECKED: &str = "Checked by a moderator";
    let app = TestApp::start().await;
    let folder = app.config.data_dir.join("source");
    std::fs::create_dir(&folder).unwrap();
    let write = |name: &str, text: &str| std::fs::write(folder.join(name), text).unwrap();
    let head = "REF_ID,SYSTEM_NAME,PSC_CODE,SCALE,TREATMENT_TECH_DESCRIPTION\n";
    write("TREATMENT_SYSTEM.csv", &format!("{head}1,1T1,419,Full,A plant.\n"));
    write("TREATMENT_UNITS.csv", "REF_ID,SYSTEM_NAME,TT_CODE_ORDER,TT_CODE\n1,1T1,1,MBR\n");
    write("REFERENCE_INFO.csv", "REF_ID,TITLE\n1,A plant that was measured\n");
    let head = "REF_ID,SYSTEM_NAME,PARAMID,PARAMETER,INFLUENTCONCENTRATION,INFLUENTUNITS,EFFLUENTCONCENTRATION,\
        EFFLUENTUNITS,REPORTEDREMOVAL\n";
    let rows = "1,1T1,554,Carbon,1600,mg/L,400,mg/L,75\n1,1T1,806,Dichloromethane,22,mg/L,4.6,mg/L,79.1\n";
    write("PARAMETER.csv", &format!("{head}{rows}"));
    assert_eq!(iwtt(&app, &options(folder.clone())).await.unwrap(), Counts { new: 1, ..Counts::default() });
    app.follow_changes().await;
    let listing = imported(&app, "1T1").await;
    let address = format!("/listings/{}", listing.reference);

    let visitor = app.visitor();
    let page = visitor.get(&address).await.ok();
    assert_eq!(page.all("td .evidence"), [COMPARED, COMPARED]);
    assert!(page.says("no moderator has looked at them") && !page.says(CHECKED), "{}", page.text());
    let chinese = visitor.get(&format!("/zh{address}")).await.ok();
    assert!(chinese.says("已与发表的来源比对") && chinese.says("审核员未曾查看") && !chinese.says("经平台审核"));
    let found = visitor.get("/listings?evidence=3").await.ok();
    assert_eq!(found.all(".proof .evidence"), [COMPARED]);
    assert!(found.says("Evidence at least: Checked by a moderator, or against the published source"));
    assert!(visitor.get("/zh/listings?evidence=3").await.ok().says("经平台审核或与已发表的来源比对"));
    let graph = visitor.get("/listings.jsonld").await.expect(200);
    let told = String::from_utf8_lossy(graph.bytes());
    assert!(told.contains(COMPARED) && !told.contains(CHECKED), "{told}");

    let moderator = app.sign_in(&app.moderator("Siti Noor").await).await;
    let evidence = moderator.get(&format!("{address}/evidence")).await.ok();
    assert!(evidence.says("By the import, which compared the figures with the source that is named"));
    let key = evidence.attribute("input[name='claims[]']", "value");
    let done = moderator.submit(&evidence, "Note the check", &[("claims[]", &key), ("step", "checked")]).await.ok();
    assert!(done.says("Siti Noor") && done.says("By the import"), "both are told: {}", done.text());
    app.follow_changes().await;
    let page = visitor.get(&address).await.ok();
    let marks = page.all("td .evidence");
    assert_eq!(marks.iter().filter(|mark| *mark == CHECKED).count(), 1, "{marks:?}");
    assert_eq!(marks.iter().filter(|mark| *mark == COMPARED).count(), 1, "{marks:?}");
}
