//! The tables of the first layer: accounts, organisations, listings, reviews, certificates, files, interest, jobs.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in tables() {
            manager.create_table(table).await?;
        }
        for index in indexes() {
            manager.create_index(index).await?;
        }
        // The counter has one row for ever; taking its lock puts changes into one order on every node.
        let row = Query::insert()
            .into_table("change_counter")
            .columns(["id", "value"])
            .values_panic([1.into(), 0.into()])
            .to_owned();
        manager.get_connection().execute(&row).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for name in NAMES.iter().rev() {
            manager.drop_table(Table::drop().table(*name).if_exists().to_owned()).await?;
        }
        Ok(())
    }
}

const NAMES: &[&str] = &[
    "account",
    "session",
    "refresh_token",
    "one_time_token",
    "organisation",
    "membership",
    "invitation",
    "reference_counter",
    "change_counter",
    "listing",
    "draft",
    "revision",
    "review_case",
    "certificate",
    "file",
    "interest",
    "interest_event",
    "interest_message",
    "job",
    "audit",
    "limit_bucket",
];

fn tables() -> Vec<TableCreateStatement> {
    vec![
        account(),
        session(),
        refresh_token(),
        one_time_token(),
        organisation(),
        membership(),
        invitation(),
        reference_counter(),
        change_counter(),
        listing(),
        draft(),
        revision(),
        review_case(),
        certificate(),
        file(),
        interest(),
        interest_event(),
        interest_message(),
        job(),
        audit(),
        limit_bucket(),
    ]
}

fn account() -> TableCreateStatement {
    Table::create()
        .table("account")
        .col(pk_auto("id").big_integer())
        .col(string("email").unique_key())
        .col(string("name"))
        .col(string("password_hash"))
        .col(string("role").check(Expr::col("role").is_in(["none", "moderator", "administrator"])))
        .col(string("status").check(Expr::col("status").is_in(["active", "suspended", "closed"])))
        .col(string("locale"))
        .col(string("time_zone"))
        .col(timestamp_with_time_zone_null("email_verified_at"))
        .col(timestamp_with_time_zone("terms_accepted_at"))
        .col(big_integer_null("acting_organisation_id"))
        .col(timestamp_with_time_zone("created_at"))
        .col(big_integer("version"))
        .to_owned()
}

fn session() -> TableCreateStatement {
    Table::create()
        .table("session")
        .col(pk_auto("id").big_integer())
        .col(big_integer("account_id"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("expires_at"))
        .col(timestamp_with_time_zone_null("revoked_at"))
        .col(string("user_agent"))
        .foreign_key(
            ForeignKey::create().from("session", "account_id").to("account", "id").on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}

fn refresh_token() -> TableCreateStatement {
    Table::create()
        .table("refresh_token")
        .col(pk_auto("id").big_integer())
        .col(big_integer("session_id"))
        .col(string("hash").unique_key())
        .col(timestamp_with_time_zone("issued_at"))
        .col(timestamp_with_time_zone_null("used_at"))
        .foreign_key(
            ForeignKey::create()
                .from("refresh_token", "session_id")
                .to("session", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}

fn one_time_token() -> TableCreateStatement {
    Table::create()
        .table("one_time_token")
        .col(pk_auto("id").big_integer())
        .col(string("purpose"))
        .col(string("hash").unique_key())
        .col(big_integer("account_id"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("expires_at"))
        .col(timestamp_with_time_zone_null("used_at"))
        .foreign_key(
            ForeignKey::create()
                .from("one_time_token", "account_id")
                .to("account", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}

fn organisation() -> TableCreateStatement {
    Table::create()
        .table("organisation")
        .col(pk_auto("id").big_integer())
        .col(string("slug").unique_key())
        .col(string("name"))
        .col(string("legal_name"))
        .col(string("sector"))
        .col(string("country"))
        .col(string("registration_number"))
        .col(string("website"))
        .col(string("size"))
        .col(text("description"))
        .col(json_binary("email_domains"))
        .col(string("status").check(Expr::col("status").is_in([
            "unverified",
            "pending",
            "verified",
            "refused",
            "suspended",
        ])))
        .col(string_null("focal_country"))
        .col(timestamp_with_time_zone_null("verified_at"))
        .col(big_integer_null("verified_by"))
        .col(timestamp_with_time_zone("created_at"))
        .col(big_integer("version"))
        .to_owned()
}

fn membership() -> TableCreateStatement {
    Table::create()
        .table("membership")
        .col(pk_auto("id").big_integer())
        .col(big_integer("organisation_id"))
        .col(big_integer("account_id"))
        .col(string("role").check(Expr::col("role").is_in(["owner", "editor", "viewer"])))
        .col(timestamp_with_time_zone("created_at"))
        .foreign_key(
            ForeignKey::create()
                .from("membership", "organisation_id")
                .to("organisation", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .foreign_key(
            ForeignKey::create()
                .from("membership", "account_id")
                .to("account", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}

fn invitation() -> TableCreateStatement {
    Table::create()
        .table("invitation")
        .col(pk_auto("id").big_integer())
        .col(big_integer("organisation_id"))
        .col(string("email"))
        .col(string("role").check(Expr::col("role").is_in(["owner", "editor", "viewer"])))
        .col(string("token_hash").unique_key())
        .col(big_integer("invited_by"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("expires_at"))
        .col(timestamp_with_time_zone_null("accepted_at"))
        .col(timestamp_with_time_zone_null("revoked_at"))
        .foreign_key(
            ForeignKey::create()
                .from("invitation", "organisation_id")
                .to("organisation", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .foreign_key(
            ForeignKey::create()
                .from("invitation", "invited_by")
                .to("account", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}

fn reference_counter() -> TableCreateStatement {
    Table::create().table("reference_counter").col(string("name").primary_key()).col(big_integer("value")).to_owned()
}

fn change_counter() -> TableCreateStatement {
    Table::create().table("change_counter").col(pk_auto("id").big_integer()).col(big_integer("value")).to_owned()
}

fn listing() -> TableCreateStatement {
    Table::create()
        .table("listing")
        .col(pk_auto("id").big_integer())
        .col(string("reference").unique_key())
        .col(string("kind").check(Expr::col("kind").is_in(["offer", "request"])))
        .col(big_integer("organisation_id"))
        .col(string("status").check(Expr::col("status").is_in([
            "draft",
            "submitted",
            "in_review",
            "changes_requested",
            "rejected",
            "published",
            "paused",
            "expired",
            "archived",
            "removed",
        ])))
        .col(string("country"))
        .col(string("title"))
        .col(boolean("accepting_interest"))
        .col(big_integer_null("published_revision_id"))
        .col(string_null("source_key"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("updated_at"))
        .col(timestamp_with_time_zone_null("submitted_at"))
        .col(timestamp_with_time_zone_null("published_at"))
        .col(timestamp_with_time_zone_null("expires_at"))
        .col(big_integer("changed"))
        .col(big_integer("version"))
        .foreign_key(
            ForeignKey::create()
                .from("listing", "organisation_id")
                .to("organisation", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}

fn draft() -> TableCreateStatement {
    Table::create()
        .table("draft")
        .col(big_integer("listing_id").primary_key())
        .col(json_binary("content"))
        .col(big_integer("version"))
        .col(timestamp_with_time_zone("saved_at"))
        .col(big_integer_null("saved_by"))
        .foreign_key(
            ForeignKey::create().from("draft", "listing_id").to("listing", "id").on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}

fn revision() -> TableCreateStatement {
    Table::create()
        .table("revision")
        .col(pk_auto("id").big_integer())
        .col(big_integer("listing_id"))
        .col(big_integer("number"))
        .col(json_binary("content"))
        .col(timestamp_with_time_zone("created_at"))
        .col(big_integer_null("created_by"))
        .foreign_key(
            ForeignKey::create()
                .from("revision", "listing_id")
                .to("listing", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}

fn review_case() -> TableCreateStatement {
    Table::create()
        .table("review_case")
        .col(pk_auto("id").big_integer())
        .col(big_integer("listing_id"))
        .col(big_integer("revision_id"))
        .col(string("state").check(Expr::col("state").is_in(["waiting", "claimed", "decided", "withdrawn"])))
        .col(big_integer("risk"))
        .col(timestamp_with_time_zone("opened_at"))
        .col(big_integer_null("claimed_by"))
        .col(timestamp_with_time_zone_null("claimed_until"))
        .col(string_null("decision").check(Expr::col("decision").is_in(["approved", "changes_requested", "rejected"])))
        .col(json_binary("reasons"))
        .col(big_integer_null("decided_by"))
        .col(timestamp_with_time_zone_null("decided_at"))
        .col(big_integer("version"))
        .foreign_key(
            ForeignKey::create()
                .from("review_case", "listing_id")
                .to("listing", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .foreign_key(
            ForeignKey::create()
                .from("review_case", "revision_id")
                .to("revision", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}

fn certificate() -> TableCreateStatement {
    Table::create()
        .table("certificate")
        .col(pk_auto("id").big_integer())
        .col(big_integer("organisation_id"))
        .col(string("scheme"))
        .col(string("number"))
        .col(string("holder"))
        .col(string("product"))
        .col(string("product_group"))
        .col(string("criteria"))
        .col(date_null("issued"))
        .col(date_null("valid_until"))
        .col(string_null("document_key"))
        .col(string("status").check(Expr::col("status").is_in([
            "claimed",
            "document_uploaded",
            "verified",
            "refused",
            "expired",
            "revoked",
            "superseded",
        ])))
        .col(big_integer_null("verified_by"))
        .col(timestamp_with_time_zone_null("verified_at"))
        .col(timestamp_with_time_zone("created_at"))
        .col(big_integer("version"))
        .foreign_key(
            ForeignKey::create()
                .from("certificate", "organisation_id")
                .to("organisation", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}

fn file() -> TableCreateStatement {
    Table::create()
        .table("file")
        .col(pk_auto("id").big_integer())
        .col(string("key").unique_key())
        .col(big_integer("organisation_id"))
        .col(big_integer("listing_id"))
        .col(string("kind"))
        .col(string("name"))
        .col(string("media_type"))
        .col(big_integer("size"))
        .col(string("sha256"))
        .col(big_integer_null("created_by"))
        .col(timestamp_with_time_zone("created_at"))
        .foreign_key(
            ForeignKey::create()
                .from("file", "organisation_id")
                .to("organisation", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .foreign_key(
            ForeignKey::create().from("file", "listing_id").to("listing", "id").on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}

fn interest() -> TableCreateStatement {
    Table::create()
        .table("interest")
        .col(pk_auto("id").big_integer())
        .col(string("reference").unique_key())
        .col(big_integer("listing_id"))
        .col(big_integer("sender_organisation_id"))
        .col(big_integer("receiver_organisation_id"))
        .col(string("state").check(Expr::col("state").is_in([
            "draft",
            "sent",
            "acknowledged",
            "in_discussion",
            "info_requested",
            "accepted",
            "negotiating",
            "agreement",
            "no_agreement",
            "declined",
            "withdrawn",
            "lapsed",
        ])))
        .col(string_null("open_key").unique_key())
        .col(json_binary("purpose"))
        .col(string("country"))
        .col(string("site"))
        .col(text("message"))
        .col(string("budget"))
        .col(string("timetable"))
        .col(boolean("nda"))
        .col(json_binary_null("agreement"))
        .col(big_integer_null("created_by"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone_null("sent_at"))
        .col(timestamp_with_time_zone("updated_at"))
        .col(big_integer("version"))
        .foreign_key(
            ForeignKey::create()
                .from("interest", "listing_id")
                .to("listing", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .foreign_key(
            ForeignKey::create()
                .from("interest", "sender_organisation_id")
                .to("organisation", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .foreign_key(
            ForeignKey::create()
                .from("interest", "receiver_organisation_id")
                .to("organisation", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}

fn interest_event() -> TableCreateStatement {
    Table::create()
        .table("interest_event")
        .col(pk_auto("id").big_integer())
        .col(big_integer("interest_id"))
        .col(timestamp_with_time_zone("at"))
        .col(big_integer_null("actor_account_id"))
        .col(big_integer_null("actor_organisation_id"))
        .col(string("action"))
        .col(string("from_state"))
        .col(string("to_state"))
        .col(text("reason"))
        .foreign_key(
            ForeignKey::create()
                .from("interest_event", "interest_id")
                .to("interest", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}

fn interest_message() -> TableCreateStatement {
    Table::create()
        .table("interest_message")
        .col(pk_auto("id").big_integer())
        .col(big_integer("interest_id"))
        .col(timestamp_with_time_zone("at"))
        .col(big_integer("account_id"))
        .col(big_integer("organisation_id"))
        .col(text("body"))
        .col(timestamp_with_time_zone_null("read_at"))
        .foreign_key(
            ForeignKey::create()
                .from("interest_message", "interest_id")
                .to("interest", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}

fn job() -> TableCreateStatement {
    Table::create()
        .table("job")
        .col(pk_auto("id").big_integer())
        .col(string("kind"))
        .col(json_binary("payload"))
        .col(string_null("dedupe_key").unique_key())
        .col(timestamp_with_time_zone("run_at"))
        .col(big_integer("attempts"))
        .col(timestamp_with_time_zone_null("leased_until"))
        .col(timestamp_with_time_zone_null("done_at"))
        .col(timestamp_with_time_zone_null("parked_at"))
        .col(text("last_error"))
        .col(timestamp_with_time_zone("created_at"))
        .to_owned()
}

fn audit() -> TableCreateStatement {
    Table::create()
        .table("audit")
        .col(pk_auto("id").big_integer())
        .col(timestamp_with_time_zone("at"))
        .col(big_integer_null("account_id"))
        .col(string("action"))
        .col(string("subject"))
        .col(json_binary("detail"))
        .to_owned()
}

fn limit_bucket() -> TableCreateStatement {
    Table::create().table("limit_bucket").col(string("name").primary_key()).col(big_integer("tat")).to_owned()
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        Index::create()
            .unique()
            .name("ux_membership_organisation_id_account_id")
            .table("membership")
            .col("organisation_id")
            .col("account_id")
            .to_owned(),
        Index::create().name("ix_invitation_organisation_id").table("invitation").col("organisation_id").to_owned(),
        Index::create()
            .unique()
            .name("ux_listing_organisation_id_source_key")
            .table("listing")
            .col("organisation_id")
            .col("source_key")
            .to_owned(),
        Index::create()
            .name("ix_listing_organisation_id_status")
            .table("listing")
            .col("organisation_id")
            .col("status")
            .to_owned(),
        Index::create().name("ix_listing_changed").table("listing").col("changed").to_owned(),
        Index::create()
            .unique()
            .name("ux_revision_listing_id_number")
            .table("revision")
            .col("listing_id")
            .col("number")
            .to_owned(),
        Index::create()
            .name("ix_review_case_state_opened_at")
            .table("review_case")
            .col("state")
            .col("opened_at")
            .to_owned(),
        Index::create().name("ix_review_case_listing_id").table("review_case").col("listing_id").to_owned(),
        Index::create()
            .unique()
            .name("ux_certificate_organisation_id_scheme_number")
            .table("certificate")
            .col("organisation_id")
            .col("scheme")
            .col("number")
            .to_owned(),
        Index::create().name("ix_file_listing_id").table("file").col("listing_id").to_owned(),
        Index::create()
            .name("ix_interest_sender_organisation_id_state")
            .table("interest")
            .col("sender_organisation_id")
            .col("state")
            .to_owned(),
        Index::create()
            .name("ix_interest_receiver_organisation_id_state")
            .table("interest")
            .col("receiver_organisation_id")
            .col("state")
            .to_owned(),
        Index::create().name("ix_interest_listing_id").table("interest").col("listing_id").to_owned(),
        Index::create().name("ix_interest_event_interest_id").table("interest_event").col("interest_id").to_owned(),
        Index::create().name("ix_interest_message_interest_id").table("interest_message").col("interest_id").to_owned(),
        Index::create()
            .name("ix_job_done_at_parked_at_run_at")
            .table("job")
            .col("done_at")
            .col("parked_at")
            .col("run_at")
            .to_owned(),
        Index::create().name("ix_audit_at").table("audit").col("at").to_owned(),
    ]
}
