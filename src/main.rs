//! The program: reads the command line and hands over to the library.

use std::process::ExitCode;

use clap::Parser as _;
use greenbridge::cli::{self, Cli};
use tracing_subscriber::EnvFilter;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let filter = EnvFilter::try_from_env("GREENBRIDGE_LOG").unwrap_or_else(|_| EnvFilter::new("warn,greenbridge=info"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    let cli = Cli::parse();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return refuse(&error.into()),
    };
    match runtime.block_on(cli::run(cli)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => refuse(&error),
    }
}

/// One sentence for the operator, and no backtrace.
#[allow(clippy::print_stderr, reason = "the last word of the program")]
fn refuse(error: &anyhow::Error) -> ExitCode {
    let text: Vec<String> = error.chain().map(ToString::to_string).collect();
    let mut said: Vec<&str> = Vec::new();
    for part in &text {
        // Many errors repeat their cause in their own words.
        if !said.iter().any(|earlier| earlier.contains(part.as_str())) {
            said.push(part);
        }
    }
    eprintln!("greenbridge: {}", said.join(": "));
    ExitCode::FAILURE
}
