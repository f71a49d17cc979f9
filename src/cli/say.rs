/// What a command tells the person at the terminal.
#[derive(Clone, Copy, Debug)]
pub struct Say;

impl Say {
    /// One line.
    #[allow(clippy::print_stdout, reason = "the one place that writes to the terminal")]
    pub fn line(self, text: impl std::fmt::Display) {
        println!("{text}");
    }
}
