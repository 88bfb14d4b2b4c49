//! Tables of text whose letters were saved in an encoding that does not show by itself.

use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::cli::Tables;
use momentboard::import::{Encoding, Mapping, read, read_as};
use momentboard::store::open_plan;
use std::sync::atomic::AtomicBool;

use crate::app_window::has;
use crate::app_window::*;
use crate::import_run::{import, settled, titles};
use crate::import_tables::{empty, proposed};
use crate::scratch::{self, Scratch};
use crate::terminal_run::{args, run};

/// “Date,Creator,Title,Kind” with a Japanese name and title, in Shift-JIS.
const JAPANESE: &[u8] = b"Date,Creator,Title,Kind\r\n2027-05-03,\x8e\x52\x93\x63,\x93\xfa\x95\x74,Story\r\n";
/// “Frühling” and “Zoë” as an older Mac saved them.
const MAC: &[u8] = b"Date,Creator,Title,Kind\r2027-05-03,Zo\x91,Fr\x9fhling,Story\r";

#[test]
fn letters_that_cannot_be_read_are_never_brought_in_unseen() {
    let book = read(JAPANESE).unwrap();
    assert!(book.unread && book.notes[0].contains("cannot be read as Windows-1252"), "{:?}", book.notes);
    let book = read_as(JAPANESE, Some(Encoding::ShiftJis)).unwrap();
    assert_eq!((book.unread, book.encoding, book.notes.len()), (false, Some(Encoding::ShiftJis), 0));
    let proposal = proposed(&book, &Mapping::default(), &empty(), false);
    assert_eq!(proposal.counts.new_creators, ["山田"]);
    // What a machine wrote is no text in any of them.
    let machine: Vec<u8> = (0..2000_u32).map(|at| u8::try_from(at * 7 % 255 + 1).unwrap()).collect();
    assert!(read_as(&machine, Some(Encoding::ShiftJis)).unwrap_err().message.contains("neither a workbook nor text"));
    // The process that takes tables apart is told as well.
    let apart = Tables::Apart(env!("CARGO_BIN_EXE_momentboard").into());
    let read = apart.read_until(MAC.to_vec(), Some(Encoding::MacRoman), &AtomicBool::new(false)).unwrap();
    assert_eq!(read.sheets[0].rows[1].cells[2].value.shown(), "Frühling");
}

#[test]
fn the_terminal_says_how_an_encoding_is_chosen() {
    let folder = Scratch::new("import-encoding");
    let (table, map, plan) = (folder.join("t.csv"), folder.join("map.ron"), folder.join("p.moments"));
    scratch::write(&table, JAPANESE);
    let said = run(args!["import", &table, "-o", &plan]);
    assert_eq!(said.code, 2);
    for part in ["cannot be read as Windows-1252", "encoding: shift_jis", "mac_roman"] {
        assert!(said.err.contains(part), "{part}: {}", said.err);
    }
    scratch::write(&map, b"(encoding: shift_jis)");
    let said = run(args!["import", &table, "-o", &plan, "--map", &map]);
    assert_eq!((said.code, said.err.as_str()), (0, ""), "{}", said.out);
    assert_eq!(open_plan(&plan).unwrap().campaign.creators[0].name, "山田");
    scratch::write(&map, b"(encoding: shift_jiss)");
    let said = run(args!["import", &table, "-o", &plan, "--map", &map]);
    assert!(said.err.contains("shift_jis"), "{}", said.err);
}

#[test]
fn the_window_offers_the_encodings_beside_the_sheet() {
    let folder = Scratch::new("window-encoding");
    let table = folder.join("t.csv");
    scratch::write(&table, MAC);
    let mut window = window_on(empty());
    import(&mut window, &table);
    assert!(has(&window, "cannot be read as Windows-1252") && has(&window, "Choose the encoding first"));
    assert!(window.get_by_role_and_label(Role::Button, "Import").accesskit_node().is_disabled());
    window.get_by_role_and_label(Role::ComboBox, "Encoding").click();
    settled(&mut window);
    window.get_by_role_and_label(Role::MenuItem, "Mac Roman (older Macs)").click();
    settled(&mut window);
    settled(&mut window);
    assert!(!has(&window, "cannot be read as") && has(&window, "New creators: Zoë."));
    click(&mut window, "Import");
    assert_eq!(titles(window.state()), ["Frühling"]);
    // A text that shows by itself how it was saved has nothing to choose.
    scratch::write(&table, "Date,Creator,Title,Kind\n2027-05-03,Zoë,Frühling,Story\n".as_bytes());
    import(&mut window, &table);
    assert!(window.query_by_role_and_label(Role::ComboBox, "Encoding").is_none());
}
