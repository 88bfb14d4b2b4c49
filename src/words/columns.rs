//! The headings of tables. They are what a table is recognised by when it comes back: once out, a heading stays as it is.

name! {
    /// The heading of a column of moments, by its key.
    heading {
        "title" => "Title",
        "lane" => "Lane",
        "creator" => "Creator",
        "handle" => "Handle",
        "brand" => "Brand",
        "date" => "Date",
        "time" => "Time",
        "day" => "Day",
        "order" => "Order",
        "earlier" => "Days earlier",
        "later" => "Days later",
        "kind" => "Kind",
        "covers" => "Also covers",
        "hook" => "Hook",
        "platform" => "Channel",
        "format" => "Format",
        "duration" => "Minutes",
        "audience_value" => "People get",
        "shared_value" => "Shared value",
        "product" => "Product",
        "cta" => "Call to action",
        "placement" => "Placement",
        "must_say" => "Has to be said",
        "disclosure" => "Label",
        "spoken" => "Label spoken",
        "platform_label" => "Platform label",
        "mentions_brand" => "Names the brand",
        "cause" => "Takes a stand",
        "kpis" => "Measures",
        "features" => "Names creators",
        "speaks_for" => "Speaks for brand",
        "picture" => "Picture",
        "proof" => "Stand backed by",
        "status" => "Status",
        "owner" => "Owner",
        "compensation" => "Pay",
        "creative_control" => "Last word",
        "fee" => "Fee",
        "currency" => "Currency",
        "notes" => "Notes",
        "links" => "Links",
        "id" => "ID",
        _ => "",
    }
}

say! {
    // Cells.
    yes = "Yes";
    no = "No";
    // Sheets.
    sheet_moments = "Moments";
    sheet_creators = "Creators";
    sheet_deliverables = "Deliverables";
    sheet_budget = "Budget";
    sheet_findings = "Findings";
    sheet_accepted = "Accepted";
    sheet_lists = "Lists";
    // Creators.
    channels = "Channels";
    followers = "Followers";
    languages = "Languages";
    values = "Stands for";
    about = "About";
    relationship = "Relationship";
    basis = "Connection";
    since = "Since";
    seen_together = "Seen together";
    told_as = "Told as";
    moments = "Moments";
    first = "First";
    last = "Last";
    evidence = "Evidence";
    recorded_by = "Noted by";
    contact = "Contact";
    // Deliverables.
    weekday = "Weekday";
    draft_due = "Draft due";
    approval_due = "Approval due";
    // Budget.
    planned = "Planned";
    with_fee = "With a fee";
    without_fee = "Without one";
    planned_in_all = "Planned in all";
    budget = "Budget";
    left = "Left";
    // Findings and risks.
    in_words = "In words";
    made_of = "Made of";
    risk = "Risk";
    // Around the cells.
    footer = "&L&A&RMomentboard · &P / &N";
    not_in_list = "Momentboard reads what is in the list or of this kind. Anything else is asked about when the table comes back.";
    // What goes wrong.
    cut(title, column, longest) = "“{title}”: a cell of a workbook holds {longest} characters, so the end of “{column}” is missing. CSV holds all of it.";
    workbook_failed(cause) = "The workbook could not be written: {cause}.";
    table_failed(cause) = "The table could not be written: {cause}.";
    failed_hint = "Choose another format; the plan is unchanged.";
}
