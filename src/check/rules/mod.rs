//! The rules, one file each, named for the bad pattern.

mod ask_burst;
mod ask_heavy_lane;
mod ask_without_audience_value;
mod asks_for_unready_product;
mod borrowed_trust;
mod cause_without_proof;
mod cold_relaunch;
mod competitor_conflict;
mod disclosure_missing;
mod disclosure_not_repeated;
mod ends_on_an_ask;
mod exception_gone_stale;
mod exception_without_evidence;
mod hard_ask_opens;
mod label_too_vague;
mod no_background_before_product;
mod no_community_before_product;
mod no_shared_value;
mod no_values_before_product;
mod nothing_given_since_last_ask;
mod off_limits_topic;
mod order_only_lane;
mod paid_creator_unlabelled_mention;
mod platform_label_unset;
mod product_first;
mod product_too_soon;
mod restricted_product_young_audience;
mod same_day_tie;
mod scripted_voice;
mod stand_without_follow_up;
mod synchronised_asks;
mod thin_run_up;
mod unchecked_sensitive_product;
mod undated_moments;
mod values_story_names_no_value;

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
    ask_heavy_lane::RULE,
    hard_ask_opens::RULE,
    ask_burst::RULE,
    synchronised_asks::RULE,
    ends_on_an_ask::RULE,
    no_shared_value::RULE,
    ask_without_audience_value::RULE,
    values_story_names_no_value::RULE,
    scripted_voice::RULE,
    competitor_conflict::RULE,
    off_limits_topic::RULE,
    cause_without_proof::RULE,
    unchecked_sensitive_product::RULE,
    stand_without_follow_up::RULE,
    disclosure_missing::RULE,
    label_too_vague::RULE,
    platform_label_unset::RULE,
    paid_creator_unlabelled_mention::RULE,
    disclosure_not_repeated::RULE,
    restricted_product_young_audience::RULE,
    asks_for_unready_product::RULE,
];
