use super::*;

const HEAD: &str = "\"REF_ID\",\"SYSTEM_NAME\",\"PSC_CODE\",\"SCALE\"\n";

fn folder(systems: &[u8], units: &str, parameters: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("TREATMENT_SYSTEM.csv"), systems).unwrap();
    let units = format!("REF_ID,SYSTEM_NAME,TT_CODE_ORDER,TT_CODE\n{units}");
    std::fs::write(folder.path().join("TREATMENT_UNITS.csv"), units).unwrap();
    let parameters = format!("REF_ID,SYSTEM_NAME,PARAMID,PARAMETER\n{parameters}");
    std::fs::write(folder.path().join("PARAMETER.csv"), parameters).unwrap();
    std::fs::write(folder.path().join("REFERENCE_INFO.csv"), "REF_ID,TITLE\n9,Lost\n").unwrap();
    folder
}

#[test]
fn damaged_characters_do_not_stop_it_and_are_mended_where_that_is_certain() {
    assert_eq!(clean("kept at 20 ¿C. 5\u{fffd}mg\u{81}\t(x)"), "kept at 20 °C. 5mg (x)");
    assert_eq!(clean("¿Que?"), "¿Que?");
    assert_eq!(decode(b"10 \xb5g/L \x9d"), "10 µg/L \u{9d}");
    assert_eq!(decode("\u{feff}µg".as_bytes()), "µg");
}

#[test]
fn steps_are_keyed_by_their_order_and_may_come_twice() {
    let units = "1,1T1,2,ASG\n1,1T1,1,EQ\n1,1T1,3,ASG\n";
    let folder = folder(format!("{HEAD}1,1T1,419,Full\n").as_bytes(), units, "");
    let source = read(folder.path()).unwrap();
    assert_eq!(source.systems[0].steps, ["EQ", "ASG", "ASG"]);
}

#[test]
fn rows_that_belong_to_nothing_and_broken_rows_are_refused_with_a_reason() {
    let systems = format!("{HEAD}1,1T1,419,Full\n1,1T1,419,Full\n1,,419,Full\n2,2T1\n");
    let folder = folder(systems.as_bytes(), "5,5T1,1,BIO\n", "6,6T1,1,\"three\nlines\"\n");
    let source = read(folder.path()).unwrap();
    assert_eq!(source.systems.len(), 1);
    let reasons: Vec<&str> = source.rejects.iter().map(|reject| reject.reason.as_str()).collect();
    assert_eq!(
        reasons,
        [
            "it has 2 fields instead of 4",
            "this system stands in the table already",
            "it has no SYSTEM_NAME",
            "no treatment system has this REF_ID and SYSTEM_NAME",
            "no treatment system has this REF_ID and SYSTEM_NAME",
            "no treatment system has this REF_ID",
        ]
    );
}

#[test]
fn a_missing_file_or_column_is_named() {
    let folder = folder(b"REF_ID,SYSTEM_NAME\n", "", "");
    assert_eq!(read(folder.path()).unwrap_err().to_string(), "TREATMENT_SYSTEM.csv has no column PSC_CODE");
    std::fs::remove_file(folder.path().join("TREATMENT_SYSTEM.csv")).unwrap();
    assert!(read(folder.path()).unwrap_err().to_string().ends_with("TREATMENT_SYSTEM.csv cannot be read"));
}
