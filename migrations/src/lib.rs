//! The steps that bring a Greenbridge database from empty to current, one file per step, expand before contract.

// The trait of sea-orm-migration elides this lifetime, and an implementation must do as it does.
#![allow(elided_lifetimes_in_paths)]

pub use sea_orm_migration::MigratorTrait;
use sea_orm_migration::prelude::*;

mod m20261123_000001_first_layer;
mod m20261124_000010_requests;
mod m20261124_000020_files;
mod m20261124_000030_bulk;
mod m20261124_000040_registers;
mod m20261124_000050_evidence;
mod m20261126_000010_statements;
mod m20261126_000020_logos;
mod m20261126_000030_notices;
mod m20261126_000040_answer_clock;
mod m20261126_000050_messages;
mod m20261126_000060_effects;
mod m20261126_000070_answers;
mod m20261126_000080_desk;
mod m20261126_000090_opening_files;
mod m20261126_000100_titles;
mod m20261127_000110_reported_steps;
mod m20261127_000120_unfinished;

/// All steps in their order.
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m20261123_000001_first_layer::Migration),
            Box::new(m20261124_000010_requests::Migration),
            Box::new(m20261124_000020_files::Migration),
            Box::new(m20261124_000030_bulk::Migration),
            Box::new(m20261124_000040_registers::Migration),
            Box::new(m20261124_000050_evidence::Migration),
            Box::new(m20261126_000010_statements::Migration),
            Box::new(m20261126_000020_logos::Migration),
            Box::new(m20261126_000030_notices::Migration),
            Box::new(m20261126_000040_answer_clock::Migration),
            Box::new(m20261126_000050_messages::Migration),
            Box::new(m20261126_000060_effects::Migration),
            Box::new(m20261126_000070_answers::Migration),
            Box::new(m20261126_000080_desk::Migration),
            Box::new(m20261126_000090_opening_files::Migration),
            Box::new(m20261126_000100_titles::Migration),
            Box::new(m20261127_000110_reported_steps::Migration),
            Box::new(m20261127_000120_unfinished::Migration),
        ]
    }
}
