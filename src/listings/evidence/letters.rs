use super::Raised;
use crate::app::App;
use crate::listings::{Listing, words};
use crate::mail::{Letter, Receiver};

/// Tells the owner that claims reached a step.
pub fn raised(app: &App, to: &Receiver, listing: &Listing, raised: &Raised) -> Letter {
    let step = words::mark(to.locale, raised.step, false);
    let title = listing.title.text(to.locale.lang);
    let count = raised.claims.len();
    Letter {
        locale: to.locale,
        to: to.email.clone(),
        subject: t!(to, "evidence-mail-raised", title = title.clone()),
        paragraphs: vec![t!(to, "evidence-mail-raised-text", n = count, title = title, step = step)],
        quote: (!raised.note.is_empty()).then(|| raised.note.clone()),
        action: Some((
            t!(to, "evidence-mail-open"),
            app.link(to.locale, &format!("/listings/{}/evidence", listing.reference)),
        )),
        reason: t!(to, "evidence-mail-why"),
    }
}
