//! Plain text of the source as Markdown, and pages made of sections.

/// A Markdown page made of sections.
#[derive(Default)]
pub struct Page(String);

impl Page {
    /// A page of one section.
    pub fn of(heading: &str, text: &str) -> Self {
        let mut page = Self::default();
        page.section(heading, text);
        page
    }

    /// Adds a section, unless it is empty.
    pub fn section(&mut self, heading: &str, text: &str) {
        if !text.trim().is_empty() {
            let gap = if self.0.is_empty() { "" } else { "\n\n" };
            self.0.push_str(&format!("{gap}### {heading}\n\n{}", text.trim()));
        }
    }

    /// The text so far.
    pub fn text(&self) -> &str {
        &self.0
    }

    /// Characters so far, with the gap to what follows.
    pub fn len(&self) -> usize {
        self.0.chars().count() + 2
    }
}

/// A text with a capital first letter, where its script has one.
pub fn capital(text: &str) -> String {
    let mut signs = text.chars();
    signs.next().map_or_else(String::new, |first| first.to_uppercase().chain(signs).collect())
}

/// At most `room` characters of a text, cut between words and marked as cut.
pub fn cut(text: &str, room: usize) -> String {
    if text.chars().count() <= room {
        return text.to_owned();
    }
    let head: String = text.chars().take(room.saturating_sub(1)).collect();
    let end = head.rfind(char::is_whitespace).filter(|end| *end > head.len() / 2).unwrap_or(head.len());
    format!("{}…", head[..end].trim_end_matches(|sign: char| !sign.is_alphanumeric() && !matches!(sign, ')' | '%')))
}

/// The sentences of a text in one line.
pub fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.lines().flat_map(|line| line.split_inclusive(". ")).map(str::trim).filter(|sentence| !sentence.is_empty())
}

/// Plain text as Markdown that means the same: its lines are paragraphs, its bullets are lists.
pub fn markdown(text: &str) -> String {
    let mut page = String::new();
    let mut in_list = false;
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        // Some lines were broken in the middle of a sentence.
        let goes_on =
            line.starts_with(char::is_lowercase) && page.ends_with(|sign: char| sign.is_alphanumeric() || sign == ',');
        if goes_on {
            page.push(' ');
            page.push_str(&escape(line));
            continue;
        }
        let item = line.strip_prefix(['•', '·']).map(str::trim);
        if !page.is_empty() {
            page.push_str(if in_list && item.is_some() { "\n" } else { "\n\n" });
        }
        in_list = item.is_some();
        match item {
            Some(item) => page.push_str(&format!("- {}", escape(item))),
            None => page.push_str(&escape(line)),
        }
    }
    page
}

/// One line of plain text without anything that Markdown would take for a mark.
pub fn escape(line: &str) -> String {
    let mut text = String::with_capacity(line.len() + 8);
    let mut signs = line.char_indices().peekable();
    while let Some((place, sign)) = signs.next() {
        let next = signs.peek().map(|(_, next)| *next);
        let mark = match sign {
            '\\' | '*' | '_' | '`' | '[' | ']' | '~' | '|' => true,
            '<' => next.is_some_and(|next| next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?')),
            '&' => next.is_some_and(|next| next.is_ascii_alphabetic() || next == '#'),
            '#' | '+' | '-' | '>' | '=' => place == 0,
            '.' | ')' => {
                let number = place > 0 && line[..place].bytes().all(|byte| byte.is_ascii_digit());
                number && next.is_none_or(char::is_whitespace)
            }
            _ => false,
        };
        if mark {
            text.push('\\');
        }
        text.push(sign);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_cut_between_words_and_says_so() {
        assert_eq!(cut("one two three", 13), "one two three");
        assert_eq!(cut("one two three", 12), "one two…");
        assert_eq!(cut("膜生物反应器与反渗透", 5), "膜生物反…");
    }

    #[test]
    fn what_the_source_says_stays_as_it_is_in_markdown() {
        let source = "1. pH < 7 & cost <$1/gal, a*b*c\n• one_two\n• three\n# no heading <b>bold</b>";
        let drawn = crate::web::markdown::plain(&markdown(source));
        for said in ["1. pH < 7 & cost <$1/gal, a*b*c", "one_two", "three", "# no heading <b>bold</b>"] {
            assert!(drawn.contains(said), "{said:?} in {drawn:?}");
        }
    }
}
