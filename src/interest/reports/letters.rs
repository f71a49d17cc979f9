//! The letters about a decision on a reported message: to the side that reported it, and to the author's side if the
//! message was hidden. Only the author reads its words again, and nobody is told who reported it.

use chrono::{DateTime, Utc};
use sea_orm::{DatabaseTransaction, DbErr};

use super::{Report, Verdict};
use crate::app::App;
use crate::i18n::{At, Locale};
use crate::interest::store::{self, Recipient};
use crate::interest::{Party, letters};
use crate::mail::Letter;
use crate::notifications::{self, Kind, Notice};

/// Writes the letters.
pub async fn tell(
    app: &App,
    tx: &DatabaseTransaction,
    report: &Report,
    verdict: Verdict,
    reason: &str,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    for party in [&report.interest.sender, &report.interest.receiver] {
        let wrote = party.organisation_id == report.passage.organisation_id;
        if wrote && verdict == Verdict::Keep {
            continue;
        }
        for recipient in store::recipients(tx, party).await? {
            let letter = letter(app, report, (party, wrote), verdict, reason, &recipient);
            notifications::send(app, tx, Notice::new(Kind::Message, letter), now).await?;
        }
    }
    Ok(())
}

fn letter(
    app: &App,
    report: &Report,
    (party, wrote): (&Party, bool),
    verdict: Verdict,
    reason: &str,
    to: &Recipient,
) -> Letter {
    let at = At { locale: Locale::of_code(&to.locale) };
    let (reference, title) = (report.interest.reference.clone(), report.interest.listing_title.text(at.locale.lang));
    let case = match (wrote, verdict) {
        (true, _) => "author",
        (false, Verdict::Hide) => "hidden",
        (false, Verdict::Keep) => "kept",
    };
    let why = t!(at, "interest-report-mail-why", reason = reason);
    let text = t!(at, "interest-report-mail-text", case = case, reference = reference.clone(), title = title.clone());
    let quote = letters::shown(at, &report.interest, &report.passage.body);
    Letter {
        locale: at.locale,
        to: to.email.clone(),
        subject: t!(at, "interest-report-mail-subject", case = case, reference = reference.clone(), title = title),
        paragraphs: vec![text, why],
        quote: (wrote && !quote.is_empty()).then_some(quote),
        action: Some((t!(at, "interest-mail-open"), app.link(at.locale, &format!("/interests/{reference}")))),
        reason: t!(at, "interest-mail-reason", organisation = party.name.clone()),
    }
}
