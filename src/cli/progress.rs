use indicatif::{ProgressBar, ProgressStyle};

/// A bar for so many steps; where the output is no terminal it stays silent.
pub(super) fn progress(steps: usize) -> ProgressBar {
    let bar = ProgressBar::new(u64::try_from(steps).unwrap_or(u64::MAX));
    if let Ok(style) = ProgressStyle::with_template("{bar:40} {pos}/{len} {eta}") {
        bar.set_style(style);
    }
    bar
}
