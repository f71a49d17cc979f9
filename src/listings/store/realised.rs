//! What everybody may see of realised effects. The ledger and the page of a listing ask for the same.

use sea_orm::ColumnTrait;
use sea_orm::sea_query::{Condition, Expr, ExprTrait as _, Order, Query, SelectStatement};

use crate::entity::{effect_consent, effect_report, interest, listing, organisation};

fn of_interest(column: interest::Column) -> Expr {
    Expr::col((interest::Entity, column))
}

/// Whether the organisation in a column of the exchange consents now.
fn consents(side: interest::Column) -> SelectStatement {
    let consent = |column: effect_consent::Column| Expr::col((effect_consent::Entity, column));
    Query::select()
        .expr(Expr::val(1))
        .from(effect_consent::Entity)
        .and_where(consent(effect_consent::Column::InterestId).equals((interest::Entity, interest::Column::Id)))
        .and_where(consent(effect_consent::Column::OrganisationId).equals((interest::Entity, side)))
        .and_where(consent(effect_consent::Column::WithdrawnAt).is_null())
        .to_owned()
}

/// Whether a report is confirmed and not replaced, both sides of its agreement consent now, and neither is suspended.
/// It holds in a query over `effect_report` and `interest`.
pub fn is_public_effect() -> Condition {
    let sides = [interest::Column::SenderOrganisationId, interest::Column::ReceiverOrganisationId];
    let suspended = Query::select()
        .expr(Expr::val(1))
        .from(organisation::Entity)
        .and_where(Expr::col((organisation::Entity, organisation::Column::Id)).is_in(sides.map(of_interest)))
        .and_where(Expr::col((organisation::Entity, organisation::Column::Status)).eq("suspended"))
        .to_owned();
    let [sender, receiver] = sides.map(consents);
    Condition::all()
        .add(effect_report::Column::ConfirmedAt.is_not_null())
        .add(effect_report::Column::ReplacedAt.is_null())
        .add(Expr::exists(sender))
        .add(Expr::exists(receiver))
        .add(Expr::exists(suspended).not())
}

/// The figures of the newest effect with a listing that everybody may see, in a query over `listing`.
pub(super) fn newest() -> SelectStatement {
    let report = |column: effect_report::Column| Expr::col((effect_report::Entity, column));
    Query::select()
        .expr(report(effect_report::Column::Figures))
        .from(effect_report::Entity)
        .inner_join(
            interest::Entity,
            of_interest(interest::Column::Id).equals((effect_report::Entity, effect_report::Column::InterestId)),
        )
        .and_where(of_interest(interest::Column::ListingId).equals((listing::Entity, listing::Column::Id)))
        // Where there is no effect yet, there are no figures; the list is kept as text or as binary JSON.
        .and_where(report(effect_report::Column::Figures).cast_as("text").ne("[]"))
        .cond_where(is_public_effect())
        .order_by((effect_report::Entity, effect_report::Column::ConfirmedAt), Order::Desc)
        .order_by((effect_report::Entity, effect_report::Column::Id), Order::Desc)
        .limit(1)
        .to_owned()
}
