//! The part of the form of interest that answers a request.

use crate::app::App;
use crate::interest::Interest;
use crate::interest::answers::actions::{offer_of, required_then};
use crate::interest::answers::forms::AnswerForm;
use crate::interest::answers::words::Drawn;
use crate::interest::answers::{model, store};
use crate::interest::policy::{See, Send};
use crate::listings::content::Content;
use crate::matching;
use crate::web::{Can, Error, Page};

/// A requirement as the form asks about it.
pub struct Row {
    /// Its place, from 0.
    pub place: usize,
    /// What was found.
    pub drawn: Drawn,
    /// Code of the provider's word.
    pub word: String,
    /// What the provider wrote.
    pub text: String,
}

/// What the form of interest in a request asks besides.
pub struct Asked {
    /// Key of the revision of the request that is shown.
    pub revision: String,
    /// The offers among which to choose: number, title.
    pub offers: Vec<(String, String)>,
    /// The number that was chosen.
    pub chosen: String,
    /// Whether the chosen offer was compared.
    pub compared: bool,
    /// The requirements.
    pub rows: Vec<Row>,
    /// The words among which to choose.
    pub words: Vec<(String, String)>,
}

impl Asked {
    /// What the form of a request asks, filled with what was entered; `None` for an offer. What was entered for another
    /// revision of the request follows its requirements.
    pub async fn of(
        app: &App,
        page: &Page,
        may: &Can<Send>,
        content: Option<&Content>,
        form: &AnswerForm,
    ) -> Result<Option<Self>, Error> {
        let Some(needs) = content.and_then(Content::request) else { return Ok(None) };
        let db = app.db.conn();
        let shown = form.revision().filter(|shown| Some(*shown) != may.published_revision_id);
        let form = match shown {
            Some(shown) => {
                let then = required_then(db, may, shown).await?;
                form.moved(&then, &needs.requirements, may.published_revision_id)
            }
            None => form.clone(),
        };
        let offer = match form.offer.trim() {
            "" => None,
            reference => offer_of(db, may.actor().organisation_id(), reference, page.now()).await?,
        };
        let lines = matching::compare(needs, offer.as_ref().map(|(_, content)| content));
        let rows = model::answered(lines, &form.said()).into_iter().enumerate().map(|(place, answered)| Row {
            place,
            drawn: Drawn::of(page, &answered),
            word: answered.said.word.map(|word| word.to_string()).unwrap_or_default(),
            text: form.said.get(place).map(|said| said.text.clone()).unwrap_or_default(),
        });
        Ok(Some(Self {
            revision: may.published_revision_id.map(|id| id.to_string()).unwrap_or_default(),
            offers: store::own_offers(db, may.actor(), page.now()).await?,
            chosen: offer.as_ref().map(|(listing, _)| listing.reference.clone()).unwrap_or_default(),
            compared: offer.is_some(),
            rows: rows.collect(),
            words: super::words(page),
        }))
    }

    /// What a draft answers so far.
    pub async fn of_draft(app: &App, may: &Can<Send>, draft: &Interest) -> Result<AnswerForm, Error> {
        let see = Can::<See>::check(may.actor(), draft.clone())?;
        let Some(answer) = store::of_interest(app.db.conn(), &see).await? else { return Ok(AnswerForm::default()) };
        let requirements: Vec<_> = answer.lines.iter().map(|answered| answered.line.requirement.clone()).collect();
        Ok(AnswerForm::of(&answer, &requirements, answer.request_revision_id))
    }
}
