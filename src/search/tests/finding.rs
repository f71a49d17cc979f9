use proptest::prelude::*;

use super::*;
use crate::search::Sort;

#[test]
fn a_word_in_the_middle_of_a_sentence_is_found_in_every_language() {
    let samples = [
        (Lang::En, "Pilot plant with membrane bioreactors for refinery wastewater", "membrane bioreactor"),
        (Lang::Zh, "采用膜生物反应器处理炼油厂含油废水的示范工程", "膜生物反应器"),
        (Lang::Zh, "煤矿排水生物除硒技术", "除硒 煤矿"),
        (Lang::Th, "ระบบบำบัดน้ำเสียจากโรงงานอุตสาหกรรมด้วยถังปฏิกรณ์ชีวภาพเมมเบรน", "บำบัดน้ำเสีย"),
        (Lang::Th, "เทคโนโลยีพลังงานแสงอาทิตย์สำหรับโรงงานขนาดเล็ก", "พลังงานแสงอาทิตย์"),
        (Lang::Lo, "ລະບົບບໍາບັດນໍ້າເສຍຂອງໂຮງງານອຸດສາຫະກໍາ", "ນໍ້າເສຍ"),
        (Lang::Km, "ប្រព័ន្ធប្រព្រឹត្តិកម្មទឹកកខ្វក់សម្រាប់រោងចក្រ", "ទឹកកខ្វក់"),
        (Lang::My, "စက်ရုံများအတွက် ရေဆိုးသန့်စင်စနစ် နည်းပညာ", "ရေဆိုးသန့်စင်"),
        (Lang::Vi, "Công nghệ xử lý nước thải dệt nhuộm bằng màng lọc", "xử lý nước thải"),
        (Lang::Id, "Pengolahan air limbah industri tekstil dengan membran", "air limbah"),
        (Lang::Ms, "Rawatan air sisa kilang minyak sawit", "air sisa"),
        (Lang::Fil, "Pagproseso ng maruming tubig mula sa pabrika", "maruming tubig"),
        (Lang::Ta, "கழிவுநீர் சுத்திகரிப்பு தொழில்நுட்பம்", "சுத்திகரிப்பு"),
    ];
    let documents = samples.iter().zip(1..).map(|((lang, text, _), id)| titled(id, *lang, text)).collect();
    let index = index_of(documents);
    for ((lang, text, query), id) in samples.iter().zip(1..) {
        assert_eq!(ids(&index, query).first(), Some(&id), "{query} in {text} ({lang})");
    }
}

#[test]
fn any_two_neighbouring_characters_of_a_chinese_text_are_found() {
    let text = "采用厌氧氨氧化工艺处理垃圾渗滤液的低碳脱氮技术";
    let index = index_of(vec![titled(1, Lang::Zh, text)]);
    let characters: Vec<char> = text.chars().collect();
    for pair in characters.windows(2) {
        let query: String = pair.iter().collect();
        assert_eq!(ids(&index, &query), [1], "{query}");
    }
}

#[test]
fn a_part_of_a_run_is_found_wherever_the_dictionary_divides() {
    let index = index_of(vec![titled(1, Lang::Th, "ระบบบำบัดน้ำเสียชุมชน"), titled(2, Lang::Zh, "石油炼制废水回用")]);
    assert_eq!(ids(&index, "น้ำ"), [1]);
    assert_eq!(ids(&index, "น้ำเสีย"), [1]);
    assert_eq!(ids(&index, "炼油 废水"), [2], "a word whose characters stand apart is a last resort");
}

#[test]
fn vietnamese_typed_without_marks_finds_what_is_written_with_them_and_exact_marks_come_first() {
    let index = index_of(vec![
        titled(1, Lang::Vi, "Xử lý nước thải dệt nhuộm"),
        titled(2, Lang::Vi, "Xu ly nuoc thai det nhuom"),
        titled(3, Lang::Vi, "Đất hiếm và điện mặt trời"),
    ]);
    let mut plain = ids(&index, "xu ly nuoc thai");
    plain.sort_unstable();
    assert_eq!(plain, [1, 2]);
    assert_eq!(ids(&index, "XỬ LÝ NƯỚC THẢI"), [1, 2]);
    assert_eq!(ids(&index, "dien mat troi"), [3]);
    assert_eq!(ids(&index, "xu\u{31b}\u{309} ly\u{301}").first(), Some(&1), "letters and marks apart");
}

#[test]
fn english_words_are_found_in_their_other_forms_and_other_languages_keep_theirs() {
    let index = index_of(vec![
        titled(1, Lang::En, "Membrane bioreactor"),
        titled(2, Lang::En, "Treated effluents are recycled"),
        titled(3, Lang::Id, "Universitas membran"),
    ]);
    assert_eq!(ids(&index, "membranes bioreactors"), [1]);
    assert_eq!(ids(&index, "treating effluent"), [2]);
    assert_eq!(ids(&index, "universitas"), [3]);
    assert_eq!(ids(&index, "universe"), Vec::<i64>::new(), "words of other languages have no English stem");
}

#[test]
fn an_identifier_is_found_whole_in_any_case_and_before_everything_else() {
    let mut documents = vec![
        titled(1, Lang::En, "System 41T1 41T1 41T1 described at length"),
        titled(2, Lang::En, "Dust filter for PM2.5 under standard HJ-2537"),
        titled(3, Lang::En, "HJ and 2537 apart"),
    ];
    documents.push(Document { source_id: "41T1".into(), ..titled(42, Lang::En, "Aerobic digestion") });
    let index = index_of(documents);
    assert_eq!(ids(&index, "41t1"), [42, 1]);
    assert_eq!(ids(&index, "４１Ｔ１").first(), Some(&42));
    assert_eq!(ids(&index, "TO-VN-2026-00042").first(), Some(&42));
    assert_eq!(ids(&index, "to-vn-2026-00002").first(), Some(&2));
    assert_eq!(ids(&index, "hj-2537").first(), Some(&2));
    assert_eq!(ids(&index, "HJ2537"), [2]);
    assert_eq!(ids(&index, "pm2.5"), [2]);
    assert_eq!(ids(&index, "PM25"), [2]);
}

#[test]
fn a_typing_error_is_forgiven_and_told() {
    let index = index_of(vec![titled(1, Lang::En, "Struvite recovery"), titled(2, Lang::En, "Selenium removal")]);
    let found = ask(&index, "seleinum remowal");
    assert_eq!(found.hits.first().map(|hit| hit.id), Some(2));
    assert_eq!(found.suggestion.as_deref(), Some("selenium removal"));
    assert_eq!(found.unknown, ["seleinum", "remowal"]);
    assert_eq!(ask(&index, "selenium removal").suggestion, None);
    assert_eq!(ids(&index, "struvit"), [1]);
}

#[test]
fn what_is_spelt_as_typed_comes_before_what_is_similar() {
    let index = index_of(vec![titled(1, Lang::En, "Phosphite salts"), titled(2, Lang::En, "Phosphate phosphate")]);
    assert_eq!(ids(&index, "phosphite").first(), Some(&1));
}

#[test]
fn quotes_ask_for_a_phrase() {
    let index = index_of(vec![
        titled(1, Lang::En, "Reverse osmosis for boiler water"),
        titled(2, Lang::En, "Osmosis in reverse order"),
        titled(3, Lang::Zh, "反渗透膜处理工艺"),
        titled(4, Lang::Zh, "处理工艺：膜反应后渗透"),
    ]);
    assert_eq!(ids(&index, "\"reverse osmosis\""), [1]);
    assert_eq!(ids(&index, "“Reverse Osmosis” water"), [1]);
    assert_eq!(ids(&index, "\"反渗透膜\""), [3]);
    assert_eq!(ids(&index, "\"reverse osmosis").len(), 2, "an open quote is only a character");
}

#[test]
fn words_that_stand_together_in_the_query_are_better_together_in_the_document() {
    let index = index_of(vec![
        titled(2, Lang::En, "Reverse osmosis for water"),
        titled(9, Lang::En, "Osmosis water reverse for"),
        titled(3, Lang::Zh, "生物处理废水"),
        titled(8, Lang::Zh, "废水处理生物"),
    ]);
    assert_eq!(ids(&index, "reverse osmosis"), [2, 9]);
    assert_eq!(ids(&index, "生物处理"), [3, 8]);
}

#[test]
fn a_minus_excludes() {
    let index = index_of(vec![
        titled(1, Lang::En, "Membrane filtration"),
        titled(2, Lang::En, "Membrane distillation"),
        titled(3, Lang::Zh, "膜蒸馏"),
        titled(4, Lang::En, "Zero-liquid discharge"),
    ]);
    assert_eq!(ids(&index, "membrane -distillation"), [1]);
    assert_eq!(ids(&index, "-membrane"), [4, 3]);
    assert_eq!(ids(&index, "-\"membrane distillation\" -蒸馏"), [4, 1]);
    assert_eq!(ids(&index, "zero-liquid"), [4], "a hyphen inside a word excludes nothing");
}

#[test]
fn all_words_come_before_some_and_a_rare_word_weighs_more_than_common_ones() {
    let mut documents: Vec<Document> =
        (10..40).map(|id| titled(id, Lang::En, "Water treatment plant water treatment plant")).collect();
    documents.push(written(1, Lang::En, "Struvite", "", "Struvite is made."));
    documents.push(written(2, Lang::En, "Sludge line", "", "Recovers struvite in a water treatment plant."));
    let index = index_of(documents);
    let found = ids(&index, "struvite water treatment plant");
    assert_eq!(found[..2], [2, 1]);
}

#[test]
fn the_title_weighs_more_than_the_names_the_summary_and_the_body() {
    let filler = "text ".repeat(30);
    let index = index_of(vec![
        written(1, Lang::En, "Nothing here", "", &format!("{filler} selenium {filler}")),
        written(2, Lang::En, "Nothing here", &format!("About selenium {filler}"), ""),
        Document { terms: vec!["selenium".into(), "硒".into()], ..written(3, Lang::En, "Nothing here", "", &filler) },
        written(4, Lang::En, "Selenium here", "", &filler),
    ]);
    assert_eq!(ids(&index, "selenium"), [4, 3, 2, 1]);
    assert_eq!(ids(&index, "硒"), [3], "a name in another language finds it");
}

#[test]
fn a_long_document_does_not_win_by_its_length() {
    let long = "Selenium in passing. ".to_owned() + &"Other matters are told here at great length. ".repeat(200);
    let index = index_of(vec![
        written(1, Lang::En, "Plant", "", &(long + "Selenium again.")),
        written(2, Lang::En, "Plant", "", "Removes selenium from water."),
    ]);
    assert_eq!(ids(&index, "selenium"), [2, 1]);
}

#[test]
fn the_snippet_shows_the_passage_that_answers_in_a_language_that_answers() {
    let body = format!(
        "{}The anoxic reactor removes selenium from coal mine water. {}",
        "Before. ".repeat(60),
        "After. ".repeat(60)
    );
    let english = TextFields { title: "Anoxic reactor".into(), summary: "A short summary.".into(), body };
    let chinese = TextFields {
        title: "缺氧反应器".into(),
        summary: "用于煤矿排水除硒的缺氧流化床。".into(),
        body: String::new(),
    };
    let document = Document { texts: vec![(Lang::Zh, chinese), (Lang::En, english)], ..titled(1, Lang::En, "") };
    let index = index_of(vec![document]);
    let found = ask(&index, "selenium coal reactors");
    let hit = &found.hits[0];
    assert_eq!(shown(&hit.title), "Anoxic [reactor]");
    let snippet = shown(&hit.snippet);
    assert!(snippet.starts_with('…') && snippet.ends_with('…'), "{snippet}");
    assert!(snippet.contains("The anoxic [reactor] removes [selenium] from [coal] mine water."), "{snippet}");
    assert_eq!(hit.card, "{\"id\":1}");
    let query = Query { text: "煤矿除硒".into(), ..Query::everything(Lang::En, 0) };
    let found = index.search(&query).expect("an answer");
    assert_eq!((found.hits[0].title_lang, found.hits[0].lang), (Lang::En, Lang::Zh));
    assert_eq!(shown(&found.hits[0].snippet), "用于[煤矿]排水[除][硒]的缺氧流化床。");
}

#[test]
fn a_hit_without_a_query_shows_the_beginning_of_its_summary() {
    let index = index_of(vec![written(1, Lang::En, "Title", &"word ".repeat(100), "")]);
    let found = ask(&index, "");
    assert_eq!(shown(&found.hits[0].title), "Title");
    let snippet = shown(&found.hits[0].snippet);
    assert!(snippet.ends_with("word…") && snippet.len() < 240, "{snippet}");
}

#[test]
fn results_can_be_ordered_by_time_by_closing_and_by_effect() {
    let request = |id, closes: i64, effect| Document {
        closes_at: (closes > 0).then_some(closes),
        effect,
        ..titled(id, Lang::En, "Request for filters")
    };
    let index = index_of(vec![
        request(1, 50, Some(12.5)),
        request(2, 300, None),
        request(3, 0, Some(80.0)),
        request(4, 200, Some(-3.0)),
        request(5, 90, Some(80.0)),
    ]);
    let order = |text: &str, sort| {
        let query = Query { text: text.into(), sort, ..Query::everything(Lang::En, 100) };
        index.search(&query).expect("an answer").hits.iter().map(|hit| hit.id).collect::<Vec<_>>()
    };
    for text in ["", "filters"] {
        assert_eq!(order(text, Sort::Newest), [5, 4, 3, 2, 1]);
        assert_eq!(order(text, Sort::ClosingSoon), [4, 2, 3, 5, 1]);
        assert_eq!(order(text, Sort::GreatestEffect), [5, 3, 1, 4, 2]);
    }
}

#[test]
fn pages_fit_together_and_one_behind_the_last_is_empty() {
    let index = index_of((1..=450).map(|id| titled(id, Lang::En, "Membrane filter")).collect());
    for text in ["", "membrane filter"] {
        let mut seen = Vec::new();
        for page in 1..=5 {
            let query = Query { text: text.into(), page, per_page: 100, ..Query::everything(Lang::En, 0) };
            let found = index.search(&query).expect("an answer");
            assert_eq!(found.total, 450);
            seen.extend(found.hits.iter().map(|hit| hit.id));
        }
        assert_eq!(seen, (1..=450).rev().collect::<Vec<_>>());
        let query = Query { text: text.into(), page: usize::MAX, ..Query::everything(Lang::En, 0) };
        assert!(index.search(&query).expect("an answer").hits.is_empty());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn no_text_is_an_error(texts in proptest::collection::vec("\\PC{0,80}", 1..4), query in "\\PC{0,60}", noise in any::<String>()) {
        let documents = texts.iter().zip(1..).map(|(text, id)| written(id, Lang::En, text, &query, &noise)).collect();
        let index = index_of(documents);
        for text in [&query, &noise, &format!("\"{query}\" -{noise}"), &format!("-\"{noise} {query}")] {
            let found = ask(&index, text);
            prop_assert!(found.hits.len() == found.total);
        }
    }

    #[test]
    fn mixtures_of_scripts_and_signs_are_no_error(query in "[a-z0-9\"\\-. 除硒膜นํ้าາກំရေ္က्ưở'“”」À-ÿ\u{300}\u{1}-\u{3}]{0,40}") {
        let index = index_of(vec![written(1, Lang::Th, &query, "", &query), titled(2, Lang::Zh, "除硒膜 นํ้า")]);
        ask(&index, &query);
    }
}

#[test]
fn a_word_that_only_a_broad_code_leads_to_stands_behind_the_word_itself() {
    let index = index_of(vec![
        Document { related: vec!["arsenic".into()], ..titled(1, Lang::En, "Metals from plating water") },
        Document { terms: vec!["arsenic".into()], ..titled(2, Lang::En, "Iron filter for village wells") },
    ]);
    assert_eq!(ids(&index, "arsenic"), [2, 1]);
}

#[test]
fn a_phrase_is_found_in_one_name_and_never_across_two() {
    let index = index_of(vec![
        Document { terms: vec!["Waste heat\nRecovery boiler".into()], ..titled(1, Lang::En, "Kiln") },
        Document { related: vec!["Waste heat recovery".into()], ..titled(2, Lang::En, "Kiln") },
    ]);
    assert_eq!(ids(&index, "\"heat recovery\""), [2]);
    assert_eq!(ids(&index, "\"waste heat\""), [1, 2]);
    assert_eq!(ids(&index, "kiln -\"heat recovery\""), [1]);
}

#[test]
fn words_beside_each_other_in_a_name_count_more_than_words_of_two_names() {
    let index = index_of(vec![
        Document { terms: vec!["Membrane".into(), "Reactor".into()], ..titled(2, Lang::En, "Plant") },
        Document { terms: vec!["Membrane reactor\n膜反应器".into()], ..titled(1, Lang::En, "Plant") },
    ]);
    assert_eq!(ids(&index, "membrane reactor"), [1, 2], "the newer would come first");
    assert_eq!(ids(&index, "膜反应器"), [1]);
}

#[test]
fn a_misspelt_name_of_a_code_is_found_and_suggested() {
    let index = index_of(vec![
        Document { terms: vec!["Biofiltration\n生物过滤".into()], ..titled(1, Lang::En, "Odour") },
        titled(2, Lang::En, "Kiln"),
    ]);
    let found = ask(&index, "biofiltraton");
    assert_eq!(found.hits.iter().map(|hit| hit.id).collect::<Vec<_>>(), [1]);
    assert_eq!(found.suggestion.as_deref(), Some("biofiltration"));
}

#[test]
fn traditional_and_simplified_characters_find_each_other() {
    let index = index_of(vec![titled(1, Lang::Zh, "离子交换树脂"), titled(2, Lang::Zh, "離子交換樹脂")]);
    let found = ask(&index, "離子交換");
    assert_eq!(found.total, 2);
    assert!(found.hits.iter().all(|hit| shown(&hit.title).starts_with('[')));
}
