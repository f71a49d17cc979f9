//! Markdown of listings and messages: drawn and then cleaned, so that nothing but plain structure remains.

use std::collections::HashSet;
use std::sync::{Arc, LazyLock};

use ammonia::Builder;
use askama::filters::Safe;
use comrak::arena_tree::NodeEdge;
use comrak::nodes::NodeValue;
use comrak::{Arena, Options};

static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::empty();
    let tags = [
        "p",
        "br",
        "strong",
        "em",
        "del",
        "ul",
        "ol",
        "li",
        "h3",
        "h4",
        "h5",
        "blockquote",
        "code",
        "pre",
        "a",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "hr",
        "sub",
        "sup",
    ];
    builder
        .tags(HashSet::from(tags))
        .tag_attributes([("a", HashSet::from(["href"])), ("ol", HashSet::from(["start"]))].into())
        .url_schemes(HashSet::from(["http", "https"]))
        .url_relative(ammonia::UrlRelative::Deny)
        .link_rel(Some("ugc nofollow noopener"));
    builder
});

/// What of Markdown is understood.
fn options() -> Options<'static> {
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    options.extension.autolink = true;
    options
}

/// Draws Markdown as HTML that templates show as it is. Headings begin at the third level, under those of the page;
/// pictures are refused.
pub fn html(markdown: &str) -> Safe<String> {
    draw(markdown, &options())
}

/// Draws a message: Markdown whose lines end where the writer ended them.
pub fn message(markdown: &str) -> Safe<String> {
    let mut options = options();
    options.render.hardbreaks = true;
    draw(markdown, &options)
}

fn draw(markdown: &str, options: &Options<'_>) -> Safe<String> {
    let drawn = comrak::markdown_to_html(markdown, options);
    let lowered =
        drawn.replace("<h2>", "<h4>").replace("</h2>", "</h4>").replace("<h1>", "<h3>").replace("</h1>", "</h3>");
    Safe(CLEANER.clean(&lowered).to_string())
}

/// Draws a document of the site itself. `prefix`, the reader's language, goes before its links to pages.
pub fn document(markdown: &str, prefix: &str) -> Safe<String> {
    let mut options = Options::default();
    let rewrite = |url: &str| if url.starts_with('/') { format!("{prefix}{url}") } else { url.to_owned() };
    options.extension.link_url_rewriter = Some(Arc::new(rewrite));
    options.extension.autolink = true;
    Safe(comrak::markdown_to_html(markdown, &options))
}

/// The words of a Markdown text without its marks, for search and summaries.
pub fn plain(markdown: &str) -> String {
    let arena = Arena::new();
    let mut text = String::with_capacity(markdown.len());
    let mut pictures = 0_usize;
    for edge in comrak::parse_document(&arena, markdown, &options()).traverse() {
        let (node, starts) = match edge {
            NodeEdge::Start(node) => (node, true),
            NodeEdge::End(node) => (node, false),
        };
        match &node.data().value {
            // Pictures are refused, so nobody reads their words.
            NodeValue::Image(_) if starts => pictures += 1,
            NodeValue::Image(_) => pictures -= 1,
            _ if pictures > 0 => {}
            NodeValue::Text(words) if starts => text.push_str(words),
            NodeValue::Code(code) if starts => text.push_str(&code.literal),
            NodeValue::CodeBlock(code) if starts => {
                text.push(' ');
                text.push_str(&code.literal);
            }
            NodeValue::SoftBreak | NodeValue::LineBreak => text.push(' '),
            value if value.block() => text.push(' '),
            _ => {}
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_pictures_and_foreign_links_do_not_survive() {
        for text in [
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "![x](https://elsewhere.example/x.png)",
            "[x](javascript:alert(1))",
            "<a href=\"data:text/html,x\">x</a>",
            "[x](//elsewhere.example)",
        ] {
            let drawn = html(text).0;
            for bad in ["<script", "<img", "javascript:", "data:", "onerror=", "href=\"//"] {
                assert!(!drawn.contains(bad), "{text} became {drawn}");
            }
        }
    }

    #[test]
    fn structure_survives_and_headings_go_below_those_of_the_page() {
        let drawn = html("# Head\n\n- *one*\n\n| a | b |\n|---|---|\n| 1 | 2 |\n").0;
        assert!(
            drawn.contains("<h3>Head</h3>") && drawn.contains("<em>one</em>") && drawn.contains("<td>1</td>"),
            "{drawn}"
        );
    }

    #[test]
    fn the_lines_of_a_message_end_where_its_writer_ended_them() {
        let drawn = message("**Yes.**\nTwo units.\n\n<script>alert(1)</script>").0;
        assert!(drawn.contains("<strong>Yes.</strong><br>") && !drawn.contains("<script"), "{drawn}");
    }

    #[test]
    fn plain_words_are_what_a_reader_sees() {
        assert_eq!(plain("## Why\n\nLess **COD** & < 5 mg/L"), "Why Less COD & < 5 mg/L");
        assert_eq!(
            plain("- waste**water**\n- sludge\n\n| in | out |\n|---|---|\n| 9 | 1 |"),
            "wastewater sludge in out 9 1"
        );
        assert_eq!(
            plain("See [the report](https://a.example), `pH` 7.\nNext\\\nline"),
            "See the report, pH 7. Next line"
        );
        assert_eq!(plain("![a picture](x.png) <b>CO</b><sub>2</sub>\n\n    code\n"), "CO2 code");
    }
}
