//! The table that is printed at the end.

/// One line: what, what it must reach, what was measured, whether that is enough.
struct Line {
    what: String,
    target: String,
    measured: String,
    enough: Option<bool>,
}

/// The lines in their order.
#[derive(Default)]
pub struct Table(Vec<Line>);

impl Table {
    /// A figure that must not be above a bound.
    pub fn at_most(&mut self, what: &str, measured: f64, bound: f64, unit: &str) {
        self.add(what, format!("≤ {}", shown(bound, unit)), shown(measured, unit), Some(measured <= bound));
    }

    /// A figure that must not be below a bound.
    pub fn at_least(&mut self, what: &str, measured: f64, bound: f64, unit: &str) {
        self.add(what, format!("≥ {}", shown(bound, unit)), shown(measured, unit), Some(measured >= bound));
    }

    /// A figure without a bound.
    pub fn note(&mut self, what: &str, measured: f64, unit: &str) {
        self.add(what, "–".to_owned(), shown(measured, unit), None);
    }

    fn add(&mut self, what: &str, target: String, measured: String, enough: Option<bool>) {
        self.0.push(Line { what: what.to_owned(), target, measured, enough });
    }

    /// Prints it.
    pub fn print(&self) {
        println!("\n{:<76}{:>14}{:>14}  ", "what", "target", "measured");
        for line in &self.0 {
            let verdict = match line.enough {
                Some(true) => "ok",
                Some(false) => "misses",
                None => "",
            };
            println!("{:<76}{:>14}{:>14}  {verdict}", line.what, line.target, line.measured);
        }
        let missed = self.0.iter().filter(|line| line.enough == Some(false)).count();
        println!("\n{missed} of {} targets missed", self.0.iter().filter(|line| line.enough.is_some()).count());
    }
}

fn shown(value: f64, unit: &str) -> String {
    let number = match value {
        value if value >= 100.0 || value.fract() == 0.0 => format!("{value:.0}"),
        value if value >= 10.0 => format!("{value:.1}"),
        value => format!("{value:.2}"),
    };
    if unit.is_empty() { number } else { format!("{number} {unit}") }
}
