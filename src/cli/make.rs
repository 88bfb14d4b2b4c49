//! `momentboard new` and `momentboard templates`.

use super::args::NewArgs;
use super::nearest::nearest;
use super::out::Tone;
use super::{FINE, Session};
use crate::store::{Base, save_plan, template};
use crate::words::{self, terminal as say};

impl Session<'_> {
    pub(super) fn templates(&mut self) -> u8 {
        let width = template::all().iter().map(|template| template.key.chars().count()).max().unwrap_or(0);
        for template in template::all() {
            let key = format!("{:width$}  ", template.key);
            self.out.line(&[(Tone::Strong, &key), (Tone::Plain, &template.name)]);
            self.out.text(&format!("{:width$}  {}", "", template.line));
        }
        FINE
    }

    pub(super) fn make(&mut self, args: &NewArgs) -> u8 {
        let wanted = args.template.trim().to_lowercase();
        let Some(template) = template::all().iter().find(|template| template.key == wanted) else {
            let keys: Vec<&str> = template::all().iter().map(|template| template.key.as_str()).collect();
            let near = nearest(&wanted, &keys);
            let hint = near.map_or_else(|| say::template_keys(words::list(&keys)), say::mean_template);
            return self.unusable(&say::no_such_template(&args.template), &hint);
        };
        let Some(campaign) = template::instantiate(&template.key, &mut self.ids, args.day_zero) else {
            return self.unusable(&say::no_such_template(&args.template), "");
        };
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
