//! The mails about a listing itself; those about reviews are written where reviews are decided.

use chrono::{DateTime, Utc};

use super::Listing;
use crate::app::App;
use crate::mail::{Letter, Receiver};

/// Tells the owner that a moderator has taken a listing off, and why.
pub fn removed(app: &App, to: &Receiver, listing: &Listing, reason: &str) -> Letter {
    let title = listing.title.text(to.locale.lang);
    Letter {
        locale: to.locale,
        to: to.email.clone(),
        subject: t!(to, "listing-mail-removed", title = title.clone()),
        paragraphs: vec![t!(to, "listing-mail-removed-text", title = title, reference = listing.reference.clone())],
        quote: Some(reason.to_owned()),
        action: Some((t!(to, "listing-mail-help"), app.link(to.locale, "/help"))),
        reason: t!(to, "listing-mail-why"),
    }
}

/// Reminds the owner of the end of a listing's validity.
pub fn ends(app: &App, to: &Receiver, listing: &Listing, now: DateTime<Utc>, end: DateTime<Utc>) -> Letter {
    let (title, days) = (listing.title.text(to.locale.lang), (end.date_naive() - now.date_naive()).num_days());
    let day = to.locale.formats().day(end.date_naive());
    Letter {
        locale: to.locale,
        to: to.email.clone(),
        subject: t!(to, "listing-mail-ends", title = title.clone(), n = days),
        paragraphs: vec![t!(to, "listing-mail-ends-text", title = title, day = day)],
        quote: None,
        action: Some((
            t!(to, "listing-mail-renew"),
            app.link(to.locale, &format!("/listings/{}/edit", listing.reference)),
        )),
        reason: t!(to, "listing-mail-why"),
    }
}
