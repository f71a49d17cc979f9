use super::*;

fn steps(codes: &[&str]) -> Vec<&'static Entry> {
    codes.iter().map(|code| taxonomy::treatments().get(code).unwrap()).collect()
}

fn subject<'a>(system: &'a System, industry: &str, steps: &'a [&'static Entry]) -> Subject<'a> {
    let industry = taxonomy::iwtt_industries().get(industry).unwrap();
    Subject { system, industry, steps, rows: &[], silent: &[] }
}

#[test]
fn a_title_names_the_most_characteristic_steps_once_and_the_industry() {
    let system = System::default();
    let steps =
        steps(&["flow_equalization", "membrane_bioreactor", "clarification", "reverse_osmosis", "reverse_osmosis"]);
    let subject = subject(&system, "petroleum_refining", &steps);
    assert_eq!(Words::english().title(&subject), "Membrane bioreactor and reverse osmosis for petroleum refining");
    assert_eq!(Words::of(Lang::Zh).title(&subject), "膜生物反应器与反渗透处理石油炼制废水");
}

#[test]
fn what_only_prepares_is_named_where_there_is_nothing_else() {
    let system = System::default();
    let steps = steps(&["flow_equalization", "clarification"]);
    let subject = subject(&system, "drinking_water", &steps);
    assert_eq!(Words::of(Lang::Zh).title(&subject), "均质调节与沉淀澄清用于饮用水处理");
}

#[test]
fn a_title_that_is_told_apart_keeps_its_limit() {
    let told_apart = Words::english().told_apart(&"word ".repeat(24), "40T2");
    assert!(told_apart.ends_with("… (40T2)") && told_apart.chars().count() <= checks::TITLE, "{told_apart}");
}

#[test]
fn a_removal_is_never_rounded_up_to_all() {
    let words = Words::english();
    assert_eq!(words.removed("selenium", Some((true, "99.999".parse().unwrap()))), "Selenium (over 99.99 % removed)");
}
