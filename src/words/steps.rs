//! Names of undo steps, and what is said when a change cannot be made.

say! {
    gone_moment = "That moment is no longer in the plan.";
    gone_lane = "That lane is no longer in the plan.";
    gone_creator = "That creator is no longer in the plan.";
    gone_brand = "That brand is no longer in the plan.";
    gone_product = "That product is no longer in the plan.";
    gone_picture = "That picture is no longer in the plan.";
    picture_in_use(name) = "{name} is still on a moment.";
    lane_needs_creator = "A creator’s lane needs a creator. Choose one first.";
    lane_takes_no_creator = "Only a creator’s lane has a creator.";
    time_needs_day = "A time of day needs a day. Set the day first.";
    gone_acceptance = "That accepted risk is no longer in the plan.";
    too_many_notes(most) = "A lane holds at most {most} notes.";
    id_taken(id) = "Something in the plan already has the id “{id}”.";
    creator_in_use(name) = "{name} still has a lane. Delete the lane first.";
    brand_in_use(name) = "{name} is still used by a lane or is the only brand.";
    product_in_use(name) = "{name} is still named by a moment.";
    step_edit(field, title) = "Change {field} of “{title}”";
    step_move(title) = "Move “{title}”";
    step_add(title) = "Add “{title}”";
    step_delete(title) = "Delete “{title}”";
    step_park(title) = "Park “{title}” in ideas";
    step_unpark(title) = "Bring “{title}” onto the board";
    step_fix(title) = "Fix: {title}";
    step_campaign(field) = "Change {field} of the campaign";
    step_add_lane(name) = "Add a lane for {name}";
    step_lane(field, name) = "Change {field} of {name}’s lane";
    step_creator(field, name) = "Change {field} of {name}";
    untitled = "Untitled";
}
