//! Documents are opened as the plan inside them: in the terminal and in the window, and never written over.

use momentboard::check::Report;
use momentboard::model::PlanId;
use momentboard::share::{Choice, Format, Reader, Watch, export, reduced};
use momentboard::store::{self, demo, open_plan};

use crate::scratch::{self, Scratch};
use crate::terminal_run::{args, run};

const DOCUMENTS: [(Format, &str); 3] = [(Format::Pdf, "deck.pdf"), (Format::Pptx, "deck.pptx"), (Format::Html, "page.html")];

fn made(format: Format, reader: Reader, embed: bool) -> Vec<u8> {
    let campaign = demo::fictional(PlanId::default());
    export(&campaign, &Report::default(), &Choice { embed, ..Choice::new(reader, format) }, Watch::none()).unwrap().bytes
}

#[test]
fn a_document_opens_as_the_plan_that_its_reader_may_see() {
    let folder = Scratch::new("reopen");
    let campaign = demo::fictional(PlanId::default());
    for (format, name) in DOCUMENTS {
        for reader in [Reader::Internal, Reader::Client, Reader::Creator(campaign.lanes[0].id)] {
            let path = folder.join(name);
            scratch::write(&path, &made(format, reader, true));
            let opened = open_plan(&path).unwrap();
            assert!(opened.from_document && opened.notices[0].message.contains("came inside a document"));
            let wanted = reduced(&campaign, reader);
            assert_eq!(store::write(&opened.campaign).unwrap(), store::write(&wanted).unwrap(), "{name} {reader:?}");
        }
    }
}

#[test]
fn a_document_without_a_plan_or_with_a_broken_one_says_so() {
    let folder = Scratch::new("reopen-none");
    for (format, name) in DOCUMENTS {
        let path = folder.join(name);
        scratch::write(&path, &made(format, Reader::Client, false));
        let error = open_plan(&path).unwrap_err();
        assert!(error.to_string().contains("There is no plan inside this"), "{error}");
        assert!(error.hint().contains(".moments"), "{}", error.hint());
    }
    let path = folder.join("broken.html");
    scratch::write(&path, format!("<!doctype html>{}", store::carried::html::element(b"(format: \"momentboard\"")).as_bytes());
    let error = open_plan(&path).unwrap_err().to_string();
    assert!(error.contains("The plan inside this web page cannot be read."), "{error}");
}

/// The bytes with the first of these places written over.
fn over(mut bytes: Vec<u8>, what: &[u8], with: &[u8]) -> Vec<u8> {
    let at = bytes.windows(what.len()).position(|window| window == what).unwrap();
    bytes.splice(at..at + what.len(), with.iter().copied());
    bytes
}

#[test]
fn a_damaged_plan_and_one_of_a_newer_version_are_told_from_none() {
    let folder = Scratch::new("reopen-damaged");
    let whole = |format| made(format, Reader::Client, true);
    let deck = whole(Format::Pptx);
    let cut = deck[..deck.len() - 400].to_vec();
    let page = whole(Format::Html);
    for (name, bytes, said) in [
        ("cut.pptx", cut, "The plan inside this presentation is damaged"),
        ("changed.pdf", over(whole(Format::Pdf), b"/Params<</Size ", b"/Params<</Size 9"), "The plan inside this PDF is damaged"),
        ("changed.html", over(page.clone(), b"</template>", b"</tomplate>"), "The plan inside this web page is damaged"),
        ("newer.html", over(page, b"momentboard-plan-1", b"momentboard-plan-2"), "by a newer version of Momentboard"),
    ] {
        let path = folder.join(name);
        scratch::write(&path, &bytes);
        let error = open_plan(&path).unwrap_err();
        assert!(error.to_string().contains(said), "{name}: {error}");
        assert!(error.hint().contains(".moments"), "{}", error.hint());
    }
}

#[test]
fn the_terminal_checks_a_document_and_never_writes_over_it() {
    let folder = Scratch::new("reopen-terminal");
    let path = folder.join("page.html");
    let bytes = made(Format::Html, Reader::Internal, true);
    scratch::write(&path, &bytes);
    let plan = folder.join("plan.moments");
    scratch::write(&plan, &store::write(&demo::fictional(PlanId::default())).unwrap());
    let (of_page, of_plan) = (run(args!["check", &path]), run(args!["check", &plan]));
    assert_eq!(of_page.code, of_plan.code);
    let fixed = run(args!["fix", &path]);
    assert_eq!(fixed.code, 2, "{}", fixed.err);
    assert!(fixed.err.contains("never written over"), "{}", fixed.err);
    assert_eq!(std::fs::read(&path).unwrap(), bytes);
}

#[cfg(feature = "gui")]
#[test]
fn the_window_opens_a_document_as_a_plan_without_a_file() {
    use egui::accesskit::Role;
    use egui_kittest::kittest::Queryable;
    let folder = Scratch::new("reopen-window");
    for (format, name) in DOCUMENTS {
        let path = folder.join(name);
        let bytes = made(format, Reader::Client, true);
        scratch::write(&path, &bytes);
        let mut window = crate::app_window::window_on(demo::two_cases(PlanId::default()));
        crate::app_window::drop_file(&mut window, &path);
        window.get_by_role_and_label(Role::Dialog, "The plan is open, with a note");
        let campaign = demo::fictional(PlanId::default());
        assert_eq!(window.state().document().campaign().name, campaign.name);
        crate::app_window::press(&mut window, egui::Modifiers::NONE, egui::Key::Escape);
        crate::app_window::press(&mut window, egui::Modifiers::COMMAND, egui::Key::S);
        window.get_by_role_and_label(Role::Dialog, "Save the plan");
        assert_eq!(std::fs::read(&path).unwrap(), bytes, "the document stays as it is");
    }
}
