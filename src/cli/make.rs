//! `momentboard new` and `momentboard templates`.

use super::args::NewArgs;
use super::out::Tone;
use super::{FINE, Session};
use crate::store::own::{self, Shelf};
use crate::store::template::{self, Template};
use crate::store::{Base, save_plan};
use crate::words::nearest::nearest;
use crate::words::{self, terminal as say};

impl Session<'_> {
    pub(super) fn templates(&mut self) -> u8 {
        let kept = self.shelf();
        let own = || kept.templates.iter().map(|own| &own.template);
        let width = template::all().iter().chain(own()).map(|template| template.key.chars().count()).max().unwrap_or(0);
        for template in template::all() {
            self.list(template, width);
        }
        if !kept.templates.is_empty() {
            self.out.text("");
            self.out.text(words::own::yours());
            own().for_each(|template| self.list(template, width));
        }
        FINE
    }

    fn list(&mut self, template: &Template, width: usize) {
        let key = format!("{:width$}  ", template.key);
        self.out.line(&[(Tone::Strong, &key), (Tone::Plain, &template.name)]);
        if !template.line.is_empty() {
            self.out.paragraph(&" ".repeat(width + 2), &template.line);
        }
    }

    /// The user's own templates. What is left out of them is said.
    fn shelf(&mut self) -> Shelf {
        let kept = self.templates.as_deref().map(own::read).unwrap_or_default();
        for notice in &kept.notices {
            self.err.text(notice);
        }
        kept
    }

    pub(super) fn make(&mut self, args: &NewArgs) -> u8 {
        let wanted = args.template.trim().to_lowercase();
        let built_in = template::all().iter().find(|template| template.key == wanted);
        // Whoever starts from a template of the program need not hear of their own.
        let kept = if built_in.is_some() { Shelf::default() } else { self.shelf() };
        let Some(template) = built_in.or_else(|| kept.get(&wanted).map(|own| &own.template)) else {
            let own = kept.templates.iter().map(|own| &own.template);
            let keys: Vec<&str> = template::all().iter().chain(own).map(|template| template.key.as_str()).collect();
            let near = nearest(&wanted, &keys);
            let hint = near.map_or_else(|| say::template_keys(words::list(&keys)), say::mean_template);
            return self.unusable(&say::no_such_template(&args.template), &hint);
        };
        if let Err(unusable) = self.plan_target(&args.out) {
            return unusable;
        }
        let campaign = template.plan(&mut self.ids, args.day_zero);
        match save_plan(&args.out, &campaign, base(args.force)) {
            Ok(_) => {
                let out = args.out.display();
                self.out.text(&say::made(&out, &template.name));
                self.out.text(&say::made_next(&out));
                FINE
            }
            Err(error) => self.not_saved(&error),
        }
    }
}

/// What a file that is written may replace.
pub(super) fn base(force: bool) -> Base {
    if force { Base::Overwrite } else { Base::New }
}
