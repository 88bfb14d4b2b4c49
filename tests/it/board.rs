//! The board by accessible label: what is on it, what a click and a drag do, and that it rests when nothing moves.

use egui::{Key, Pos2, Theme, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::model::{Day, PlanId};
use momentboard::store::demo;

use crate::host::Host;
use crate::raster;

const SIZE: [f32; 2] = [908.0, 720.0];

fn today() -> Day {
    Day::new(2027, 9, 2).expect("a day")
}

fn window(host: Host) -> Harness<'static, Host> {
    let mut harness = raster::builder(Theme::Light, SIZE).build_ui_state(|ui, host: &mut Host| host.ui(ui), host);
    harness.run();
    harness
}

fn demo_window() -> Harness<'static, Host> {
    window(Host::new(demo::fictional(PlanId::default()), today()))
}

#[test]
fn look() {
    for (theme, name) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        let mut host = Host::new(demo::fictional(PlanId::default()), today());
        host.selection.moments = host.document.campaign().lanes[1].moments.first().map(|m| m.id).into_iter().collect();
        host.selection.lane = Some(host.document.campaign().lanes[1].id);
        let mut harness = raster::builder(theme, SIZE).build_ui_state(
            |ui, host: &mut Host| {
                if host.pictures.is_empty() {
                    for picture in &host.document.campaign().pictures {
                        let img = image::load_from_memory(&picture.bytes).unwrap().to_rgba8();
                        let c = egui::ColorImage::from_rgba_unmultiplied([img.width() as usize, img.height() as usize], &img);
                        let handle = ui.ctx().load_texture(picture.name.clone(), c, egui::TextureOptions::LINEAR);
                        host.pictures.insert(picture.id, handle);
                    }
                }
                host.ui(ui);
            },
            host,
        );
        harness.run();
        raster::shot(&mut harness, format!("/tmp/board-{name}.png"));
        println!("{:?}", harness.state().asked);
        for node in harness.root().children_recursive() {
            if let Some(l) = node.accesskit_node().label() {
                println!("{:?} {l}", node.accesskit_node().role());
            }
        }
    }
}
