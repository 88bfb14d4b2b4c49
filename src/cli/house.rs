//! `--rules FILE`: the rules of an agency.

use std::path::Path;
use std::sync::Arc;

use super::Session;
use crate::check;
use crate::model::House;
use crate::store::{Known, open_house};

impl Session<'_> {
    /// The house rules that the command line names, if it does.
    pub(super) fn house(&mut self, path: Option<&Path>) -> Result<Option<Arc<House>>, u8> {
        let Some(path) = path else { return Ok(None) };
        let known = Known { rules: &check::rule_names(), markets: &check::market_names(), label: check::fold_label };
        let house = open_house(path, known).map_err(|error| self.unusable(&error.to_string(), error.hint()))?;
        Ok(Some(Arc::new(house)))
    }
}
