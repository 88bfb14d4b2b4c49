//! The rules, one file each, named for the bad pattern.

mod ask_without_audience_value;
mod borrowed_trust;
mod cause_without_proof;
mod cold_relaunch;
mod disclosure_missing;
mod disclosure_not_repeated;
mod exception_gone_stale;
mod exception_without_evidence;
mod label_too_vague;
mod no_background_before_product;
mod no_community_before_product;
mod no_shared_value;
mod no_values_before_product;
mod nothing_given_since_last_ask;
mod order_only_lane;
mod paid_creator_unlabelled_mention;
mod platform_label_unset;
mod product_first;
mod product_too_soon;
mod restricted_product_young_audience;
mod same_day_tie;
mod stand_without_follow_up;
mod thin_run_up;
mod unchecked_sensitive_product;
mod undated_moments;

use super::rule::{Rule, define};

/// All rules, by code within their family.
pub(super) static ALL: &[Rule] = &[
    product_first::RULE,
    no_background_before_product::RULE,
    no_values_before_product::RULE,
    no_community_before_product::RULE,
    product_too_soon::RULE,
    thin_run_up::RULE,
    nothing_given_since_last_ask::RULE,
    borrowed_trust::RULE,
    same_day_tie::RULE,
    undated_moments::RULE,
    order_only_lane::RULE,
    exception_without_evidence::RULE,
    exception_gone_stale::RULE,
    cold_relaunch::RULE,
    no_shared_value::RULE,
    ask_without_audience_value::RULE,
    cause_without_proof::RULE,
    unchecked_sensitive_product::RULE,
    stand_without_follow_up::RULE,
    disclosure_missing::RULE,
    label_too_vague::RULE,
    platform_label_unset::RULE,
    paid_creator_unlabelled_mention::RULE,
    disclosure_not_repeated::RULE,
    restricted_product_young_audience::RULE,
];
