//! The headings of tables. They are what a table is recognised by when it comes back: once out, a heading stays as it is.

say! {
    // Moments.
    title = "Title";
    lane = "Lane";
    creator = "Creator";
    handle = "Handle";
    brand = "Brand";
    date = "Date";
    time = "Time";
    day = "Day";
    order = "Order";
    earlier = "Days earlier";
    later = "Days later";
    kind = "Kind";
    covers = "Also covers";
    hook = "Hook";
    platform = "Channel";
    format = "Format";
    duration = "Minutes";
    audience_value = "People get";
    shared_value = "Shared value";
    product = "Product";
    cta = "Call to action";
    placement = "Placement";
    must_say = "Has to be said";
    disclosure = "Label";
    spoken = "Label spoken";
    platform_label = "Platform label";
    mentions_brand = "Names the brand";
    cause = "Takes a stand";
    kpis = "Measures";
    features = "Names creators";
    speaks_for = "Speaks for brand";
    picture = "Picture";
    proof = "Stand backed by";
    status = "Status";
    owner = "Owner";
    compensation = "Pay";
    creative_control = "Last word";
    fee = "Fee";
    currency = "Currency";
    notes = "Notes";
    links = "Links";
    id = "ID";
    // Cells.
    yes = "Yes";
    no = "No";
}
