//! Makes a change of a language file rebuild the crate, so that `fl!` checks its messages again.

fn main() {
    println!("cargo:rerun-if-changed=i18n");
    println!("cargo:rerun-if-changed=static");
}
