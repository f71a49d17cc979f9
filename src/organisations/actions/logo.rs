use super::subject;
use crate::app::App;
use crate::audit;
use crate::listings::files::{self, Refusal, Staging};
use crate::organisations::policy::Edit;
use crate::organisations::store;
use crate::web::{Can, Error};

/// What became of a logo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// It is the organisation's logo now.
    Changed,
    /// No file was sent.
    Nothing,
    /// It is a file of another kind than a picture.
    NoPicture,
    /// It was not taken.
    Refused(Refusal),
}

/// Takes a picture that came as the logo of an organisation. The one before stays in storage until the sweep of files,
/// since pages that are kept still show it.
pub async fn set_logo(app: &App, may: &Can<Edit>, sent: Staging) -> Result<Done, Error> {
    let done = keep(app, may, &sent).await;
    let kept: Vec<String> = match &done {
        Ok(Done::Changed) => sent.staged.iter().take(1).map(|staged| staged.file.key.clone()).collect(),
        _ => Vec::new(),
    };
    sent.clear_but(app, &kept).await;
    done
}

async fn keep(app: &App, may: &Can<Edit>, sent: &Staging) -> Result<Done, Error> {
    if let Some(refusal) = sent.fates.iter().find_map(|fate| fate.refusal) {
        return Ok(Done::Refused(refusal));
    }
    let Some(staged) = sent.staged.first() else { return Ok(Done::Nothing) };
    if staged.file.pixels.is_none() {
        return Ok(Done::NoPicture);
    }
    let now = app.clock.now();
    let tx = app.write_tx().await?;
    files::lock_organisation(&tx, may.id).await?;
    let quota = u64::from(app.config.files.quota_mb) * files::MEGABYTE;
    let used = files::bytes_of(&tx, may.actor()).await?.saturating_sub(may.logo_size.unsigned_abs());
    if used + staged.file.size > quota {
        return Ok(Done::Refused(Refusal::Quota));
    }
    store::set_logo(&tx, may, &staged.file.key, staged.file.size).await?;
    audit::append(&tx, may.actor(), "organisation.logo", &subject(may.thing()), serde_json::json!({}), now).await?;
    app.commit(tx).await?;
    Ok(Done::Changed)
}

/// Takes the logo of an organisation away.
pub async fn remove_logo(app: &App, may: &Can<Edit>) -> Result<(), Error> {
    let tx = app.write_tx().await?;
    store::set_logo(&tx, may, "", 0).await?;
    let (subject, none) = (subject(may.thing()), serde_json::json!({ "removed": true }));
    audit::append(&tx, may.actor(), "organisation.logo", &subject, none, app.clock.now()).await?;
    app.commit(tx).await?;
    Ok(())
}
