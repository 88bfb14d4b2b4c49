//! The window around the board: bars, menus, dialogs, inspector, save state.

say! {
    new_plan = "New plan";
    open = "Open…";
    save = "Save";
    save_as = "Save as…";
    open_demo = "Open the demo campaign";
    open_cases = "Open the two cases";
    share_client = "Share a page with the client…";
    share_internal = "Share a page with the team…";
    quit = "Quit";
    undo = "Undo";
    redo = "Redo";
    undo_step(step) = "Undo: {step}";
    redo_step(step) = "Redo: {step}";
    delete = "Delete";
    park = "Park in ideas";
    day_earlier = "One day earlier";
    day_later = "One day later";
    week_earlier = "One week earlier";
    week_later = "One week later";
    lane_up = "To the creator above";
    lane_down = "To the creator below";
    add_announcement = "Add an announcement";
    add_values = "Add a values story";
    add_community = "Add a community story";
    add_product = "Add a product";
    select_lane = "Select the whole lane";
    select_previous = "Select the moment before";
    select_next = "Select the moment after";
    select_up = "Select in the lane above";
    select_down = "Select in the lane below";
    next_finding = "Next finding";
    previous_finding = "Previous finding";
    zoom_out = "Show more days";
    zoom_in = "Show fewer days";
    zoom_fit = "Show the whole plan";
    go_to_today = "Go to today";
    toggle_inspector = "Show or hide the inspector";
    toggle_findings = "Show or hide the findings";
}
