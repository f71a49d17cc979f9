//! Loads what happened to a sample request after it was published, each step at its time.

use sea_orm::DatabaseTransaction;

use super::data::After;
use super::loader::Cast;
use crate::auth::Actor;
use crate::listings::requests::policy::{Amend, Answer, Ask, Asked, Conclude, Endorse};
use crate::listings::requests::{Ending, Request, actions, store};
use crate::web::{Can, Error};

/// Loads what happened to a request.
pub(super) async fn load(
    tx: &DatabaseTransaction,
    cast: &Cast,
    owner: &Actor,
    listing_id: i64,
    after: After,
    number: usize,
) -> anyhow::Result<()> {
    for question in after.questions {
        let asker = cast.editor(&question.from)?;
        let may = Can::<Ask>::check(&asker, again(tx, listing_id).await?)?;
        actions::ask_in(tx, &may, &question.text, cast.moment(question.days_ago, number)).await?;
        if let Some((days_ago, answer)) = question.answer {
            let request = again(tx, listing_id).await?;
            let asked = store::added(tx, &Actor::System, &request.listing).await?.questions.pop();
            let question = asked.ok_or(Error::NotFound)?;
            let may = Can::<Answer>::check(owner, Asked { request, question })?;
            actions::reply_in(tx, &may, true, &answer, cast.moment(days_ago, number)).await?;
        }
    }
    if let Some(endorsement) = after.endorsement {
        let may = Can::<Endorse>::check(&cast.editor(&endorsement.by)?, again(tx, listing_id).await?)?;
        actions::endorse_in(tx, &may, &endorsement.text, cast.moment(endorsement.days_ago, number)).await?;
    }
    for addendum in after.addenda {
        let may = Can::<Amend>::check(owner, again(tx, listing_id).await?)?;
        let closes_at = may.needs.moment(addendum.closes);
        actions::amend_in(tx, &may, &addendum.text, closes_at, cast.moment(addendum.days_ago, number)).await?;
    }
    if let Some(end) = after.outcome {
        let may = Can::<Conclude>::check(owner, again(tx, listing_id).await?)?;
        let ending = Ending {
            outcome: end.outcome,
            value: end.value,
            currency: end.currency,
            day: end.day,
            text: end.text,
            organisation: end.organisation,
            offer: String::new(),
        };
        actions::conclude_in(tx, &may, ending, cast.moment(end.days_ago, number)).await?;
    }
    Ok(())
}

async fn again(tx: &DatabaseTransaction, listing_id: i64) -> Result<Request, Error> {
    store::hold(tx, listing_id).await?.ok_or(Error::NotFound)
}
