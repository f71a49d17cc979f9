//! The documents behind what a sample offer says: a report for its claims, and a copy of each certificate that is more
//! than said. They come through the intake of all files.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use sea_orm::DatabaseTransaction;

use super::data::Listing as Sample;
use super::paper::{draws, pdf};
use crate::auth::Actor;
use crate::labels::{self, Status};
use crate::listings::actions::save_in;
use crate::listings::content::{Benefit, Body, Content, FileKind, FileRef, Measured, Offer, Performance, Visibility};
use crate::listings::files::{self, About, Staged, Whole};
use crate::listings::policy::{Edit, Inspect};
use crate::listings::{Listing, evidence, store, words};
use crate::taxonomy::{self, Basis, Evidence, Lang, Registers};
use crate::web::{Can, Error};

/// What stands under each document.
const SAMPLE: &str = "This is a sample of the demonstration. The organisation, the site and all figures are made up.";

/// The number of the certificate of which a document is the copy; none for the report.
pub(super) type Behind = Option<String>;

/// Puts the documents that were brought behind the claims and certificates of a sample, and saves its draft with them.
pub(super) async fn add(
    tx: &DatabaseTransaction,
    owner: &Actor,
    (listing, sample): (&Listing, &mut Sample),
    (behind, brought): (Vec<Behind>, &[Staged]),
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    if brought.is_empty() {
        return Ok(());
    }
    let may = Can::<Edit>::check(owner, listing.clone())?;
    files::enter_in(tx, &may, brought, now).await?;
    let named: BTreeMap<Behind, &FileRef> = behind.into_iter().zip(brought.iter().map(|staged| &staged.file)).collect();
    for content in std::iter::once(&mut sample.content).chain(&mut sample.revision) {
        name(content, &named);
    }
    let mut bare = sample.content.clone();
    evidence::checked(&mut bare);
    let inspect = Can::<Inspect>::check(owner, listing.clone())?;
    let (_, version, _) = store::draft(tx, &inspect).await?.ok_or(Error::NotFound)?;
    save_in(tx, &may, &bare, version, now).await?;
    Ok(())
}

/// The documents of a sample: the report, and the certificates.
pub(super) fn papers(listing: &Listing, owner: &Actor, sample: &Sample, now: DateTime<Utc>) -> Vec<(Behind, Whole)> {
    let name = owner.acting().map(|acting| acting.name.as_str()).unwrap_or_default();
    let Some(offer) = sample.content.offer() else { return Vec::new() };
    let mut papers = Vec::new();
    if let Some(step) = steps(offer).filter(|step| *step >= Evidence::DocumentProvided).max() {
        papers.push((None, report((listing, name), sample, offer, step, now)));
    }
    let states = sample.certificates.clone().unwrap_or_default();
    for claim in &offer.certificates {
        if states.get(&claim.number).is_some_and(|state| *state != Status::Claimed) {
            papers.push((Some(claim.number.clone()), certificate(claim, &sample.content)));
        }
    }
    papers
}

fn steps(offer: &Offer) -> impl Iterator<Item = Evidence> {
    let performance = offer.performance.iter().map(|row| row.evidence);
    offer.benefits.iter().map(|row| row.evidence).chain(performance)
}

/// Names the documents in a content.
fn name(content: &mut Content, named: &BTreeMap<Behind, &FileRef>) {
    content.files.extend(named.values().map(|file| (*file).clone()));
    let key = |number: Option<&str>| named.get(&number.map(str::to_owned)).map(|file| file.key.clone());
    let Body::Offer(offer) = &mut content.body else { return };
    for row in offer.benefits.iter_mut().filter(|row| row.evidence > Evidence::SelfDeclared) {
        row.document = key(None);
    }
    for row in offer.performance.iter_mut().filter(|row| row.evidence > Evidence::SelfDeclared) {
        row.document = key(None);
    }
    for claim in &mut offer.certificates {
        claim.document = key(Some(&claim.number));
    }
}

fn report(
    (listing, owner): (&Listing, &str),
    sample: &Sample,
    offer: &Offer,
    step: Evidence,
    now: DateTime<Utc>,
) -> Whole {
    let title = match step {
        Evidence::ThirdPartyVerified => "Verification report",
        Evidence::GovernmentOrMra => "Acceptance report",
        _ => "Measurement report",
    };
    let mut lines = vec![
        english(&sample.content).to_owned(),
        owner.to_owned(),
        format!("Offer {}, {}", listing.reference, now.format("%-d %B %Y")),
        String::new(),
        "What was measured:".to_owned(),
    ];
    let benefits = offer.benefits.iter().filter(|row| row.evidence > Evidence::SelfDeclared).flat_map(benefit);
    let performance =
        offer.performance.iter().filter(|row| row.evidence > Evidence::SelfDeclared).flat_map(performance);
    lines.extend(benefits.chain(performance));
    let verified = sample.checks.iter().filter(|check| !check.verifier.is_empty());
    lines
        .extend(verified.flat_map(|check| [String::new(), format!("Seen by {}.", check.verifier), check.note.clone()]));
    lines.extend([String::new(), SAMPLE.to_owned()]);
    let caption = match sample.content.original {
        Lang::Zh => "本报价所列数据的测量报告",
        _ => "Report on the measurements behind the claims",
    };
    let about = About {
        caption: caption.to_owned(),
        kind: FileKind::Report,
        visibility: sample.report.unwrap_or(Visibility::Public),
    };
    (format!("{title} {}.pdf", listing.reference), pdf(title, &lines).into(), about)
}

fn certificate(claim: &labels::Claim, content: &Content) -> Whole {
    let scheme = Registers::carried().schemes().name(&claim.scheme, Lang::En).to_owned();
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.format("%-d %B %Y").to_string()).unwrap_or_default();
    let rows = [
        ("Number", claim.number.clone()),
        ("Holder", claim.holder.clone()),
        ("Product", claim.product.clone()),
        ("Product group", claim.product_group.clone()),
        ("Criteria", claim.criteria.clone()),
        ("Issued", day(claim.issued)),
        ("Valid until", day(claim.valid_until)),
        ("Verification body", claim.verifier.clone()),
        ("Verified", claim.verified.clone()),
    ];
    let rows = rows.into_iter().filter(|(_, text)| !text.is_empty());
    let mut lines: Vec<String> = rows.map(|(name, text)| format!("{name}: {text}")).collect();
    lines.extend([String::new(), SAMPLE.to_owned()]);
    let caption = match content.original {
        Lang::Zh => "证书副本",
        _ => "Copy of the certificate",
    };
    let about = About { caption: caption.to_owned(), kind: FileKind::Certificate, visibility: Visibility::Public };
    (format!("{} {}.pdf", claim.scheme, claim.number.replace('/', "-")), pdf(&scheme, &lines).into(), about)
}

/// The English title, or the original one.
fn english(content: &Content) -> &str {
    let texts = content.texts.get(&Lang::En).or_else(|| content.texts.get(&content.original));
    texts.map(|texts| texts.title.as_str()).unwrap_or_default()
}

/// What a benefit says, and on what; words in a script that cannot be drawn are left out.
fn benefit(row: &Benefit) -> [String; 2] {
    let name = taxonomy::indicators().name(&row.indicator, Lang::En);
    let product = row.product.strip_prefix("Per ").unwrap_or(&row.product);
    let basis = match row.basis {
        Basis::PerUnit if draws(product) => format!("per {product}"),
        basis => taxonomy::bases().name(basis.code(), Lang::En).to_owned(),
    };
    let year = row.baseline_year.map(|year| format!(", baseline of {year}")).unwrap_or_default();
    let figures = format!("{} → {} {}", row.baseline, row.achieved, words::unit(&row.unit));
    [format!("- {name}: {figures} {basis}{year}."), row.evidence_note.clone()]
}

fn performance(row: &Performance) -> [String; 2] {
    let name = taxonomy::parameters().name(&row.parameter, Lang::En);
    let end = |end: Option<Measured>| {
        let value = end.and_then(|measured| measured.value).map(|value| value.to_string());
        value.unwrap_or_else(|| "–".to_owned())
    };
    let unit = words::unit(&row.unit);
    [format!("- {name}: {} → {} {unit}.", end(row.influent), end(row.effluent)), row.conditions.clone()]
}
