//! The tour through the demo campaign, and the page of what the program cannot see.

say! {
    command = "Take the tour";
    name = "Tour";
    next = "Next";
    back = "Back";
    leave = "Leave";
    done = "Done";
    step(at, all) = "{at} of {all}";
    of_board(keys) = "This is about the board. {keys} brings it to the front, and so does the next card.";
    /// On the first card, where another view was in front.
    comes_back = "The tour goes over the board. The view that was in front comes back when it ends.";
    keys_hint = "← and → go through it, Esc leaves.";

    offer_title = "The tour goes through the demo campaign";
    offer = "It shows what is where, on a plan that is there to be tried out. Nothing in it is changed by the tour.";
    offer_open = "Open the demo campaign";
    offer_not = "Not now";

    board_title = "One plan, in the order in which people meet it";
    board = "Each row is a creator, each card a moment: an announcement, a story, an ask. Time runs from left to right. Cards can be dragged to another day or another creator.";
    side_title = "What it is for, and who is in it";
    side = "The brief, the creators, and ideas that have no day yet. A kind of moment can be dragged from here onto the board.";
    curve_title = "How near the audience feels";
    curve = "The line under a row rises where a moment gives something and falls where it asks. Below the dashed line an ask comes early. It is an estimate for the eye and never a finding.";
    findings_title = "What may go wrong";
    findings = "The checker reads the order as an audience would: asks that come before anything was given, long silences, missing labels. A press on a line shows what it is about.";
    mend_title = "Every finding has a way out";
    mend = "A fix can be looked at on the board before it is done. Where a risk is wanted, it can be accepted with a reason, which is kept with the plan.";
    inspector_title = "Everything about one moment";
    inspector = "What is selected is shown here: its words, its day, what the audience gets, who pays, and how it is labelled.";
    views_title = "Other ways to look at it";
    views = "The same plan as a calendar or as a table. What is selected, and what is filtered, stays.";
    share_title = "What others get";
    share = "A deck, a page, a table or a calendar, for the client, the team, or one creator. Each shows only what its readers may see.";

    limits_command = "What this tool cannot see";
    limits_order = "Findings are planning rules";
    limits_order_text = "No published study tests this exact order of announcement, values, community and product. A finding is a planning rule with the evidence that there is, never a prediction.";
    limits_people = "Culture, taste, politics, and the product";
    limits_people_text = "The checker reads what a card says it is. Whether a story is moving, a joke lands, a day is the wrong one for a people or a place, or a product is any good, it cannot see.";
    limits_curve = "The curve";
    limits_curve_text = "It is a second opinion for the eye, made of rules of thumb. Nobody measured this audience, the line has no unit, and being below the dashed line is never a finding.";
    limits_labels = "Labels";
    limits_labels_text = "For each market the table lists what is commonly accepted and commonly too vague. It is a planner’s list with the day on which it was checked, and not legal advice.";
    limits_fields = "What nobody filled in";
    limits_fields_text = "A field that is not set is not guessed. What could not be checked for that reason is listed beside the findings, under “Not checked”.";
    limits_outside = "What happens outside the plan";
    limits_outside_text = "What else a creator posts, what other brands do, and what people write below a post are seen only where somebody wrote it into the plan.";
}
