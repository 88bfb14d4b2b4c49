//! Plans as earlier versions wrote them, frozen: they are never made anew, and every later version opens them.

use std::fmt::Write as _;
use std::path::Path;

use momentboard::model::faults;
use momentboard::store;
use sha2::{Digest as _, Sha256};

/// What stands in `tests/fixtures/format/v1`, by SHA-256. A line here never changes: the files stand for those that people
/// have. Where a test fails because one of them reads or writes differently, the program is wrong and not the file.
const V1: [(&str, &str); 16] = [
    ("everything.moments", "f733d491d88961150d566188c27e388157142605270b0068054a47daca1878d2"),
    ("full.moments", "1fc10df6cfeabb107e8a029d8f4c479db1cb80dac1b51c81509eb3daea74bde3"),
    ("long-way-round.moments", "c12dd4675fc060fd9f7a15fe84abf37fad441d497c85ae83368612702eb50503"),
    ("small.moments", "c81a162b10f310b53599f1600a4321176b6217c7bab948bad3b21e03c1337e5a"),
    ("template-always-on.moments", "7fc8e721924ffa487fc30ccfde8fe30e71400263cf2ea088c7b86693134b9819"),
    ("template-ambassador-launch.moments", "66abf6d0042db0e9855cc7a30832b42b6e320648020e72adb7c8a07c3b2f9794"),
    ("template-ambassador-year.moments", "efdd561c776cb30ea9870e4504ca398977103b19359e9bcfc7b5ef72cfcc3b75"),
    ("template-blank.moments", "109b5eeaf444eb3c7fca2280c5dad2949ab33cf6a090d26537d3924c102665bd"),
    ("template-cause.moments", "0e2ed5f53576ab3e35fa091cdce317b1681b33b42def9bed4bb9e589d7246544"),
    ("template-co-creation.moments", "461be27d501f5cfaebca6af4d833e084cfcd25d3f39f9d710008c744605e79ba"),
    ("template-community-challenge.moments", "b49e090034054e31ebe8c5ec3c9af71cc15240f59374529d9b4272cefef9340a"),
    ("template-event.moments", "8c2e072185f5ed471f95fa85238ac8f50a91cba3a415228d200103e1925e1dca"),
    ("template-repair.moments", "cf5dfdade3c79f3c6fbfea933a4798f4e88cd0a9309e959c2f58f729b482ea77"),
    ("template-sponsor-slot.moments", "fe36ed5d159f186dc6b7702c603fce61b478405a43c27519783f31119726ca64"),
    ("template-values-led.moments", "6150af45e2d27a96ff5c6916a8467db890842491033315884f0365e24ba5c947"),
    ("two-cases.moments", "41b3976dd892668dae60b05eaf1bddef3e993f46c8ec3d6a70ce3c889a7670ce"),
];

#[test]
fn plans_of_version_1_open_and_save_to_the_same_bytes() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/format/v1");
    let mut names: Vec<String> =
        std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    assert_eq!(names, V1.map(|(name, _)| name), "every frozen plan is in the list, and none is missing");
    for (name, hash) in V1 {
        let bytes = std::fs::read(folder.join(name)).unwrap();
        let mut found = String::new();
        for byte in Sha256::digest(&bytes) {
            write!(found, "{byte:02x}").unwrap();
        }
        assert_eq!(found, hash, "{name} was changed: take the change back");
        let loaded = store::read(&bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(faults(&loaded.campaign), [], "{name}");
        assert_eq!(loaded.notices, [], "{name}");
        // The program that saved last is the one thing that changes.
        let ours =
            String::from_utf8(bytes).unwrap().replacen("app: \"0.1.0\"", concat!("app: \"", env!("CARGO_PKG_VERSION"), "\""), 1);
        assert!(store::write(&loaded.campaign).unwrap() == ours.as_bytes(), "{name} is written differently");
    }
}
