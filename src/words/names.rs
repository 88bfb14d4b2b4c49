//! Names of the closed vocabularies: kinds, statuses, platforms, months, bands.

name! {
    /// The name of a kind of moment, by its key in the file.
    kind {
        "announcement" => "Announcement",
        "origin" => "Origin",
        "values" => "Values story",
        "community" => "Community story",
        "story" => "Story",
        "engage" => "Engage",
        "event" => "Event",
        "impact" => "Impact",
        "teaser" => "Teaser",
        "organic" => "Organic",
        "repair" => "Repair",
        "product" => "Product",
        "offer" => "Offer",
        _ => "Moment",
    }
}

name! {
    /// The name of a status, by its key in the file.
    status {
        "idea" => "Idea",
        "draft" => "Draft",
        "in_review" => "In review",
        "approved" => "Approved",
        "scheduled" => "Scheduled",
        "published" => "Published",
        _ => "Status",
    }
    /// The same where there is little room, as on a card: a word that is too long there is a shorter one.
    status_on_card {
        "idea" => "Idea",
        "draft" => "Draft",
        "in_review" => "In review",
        "approved" => "Approved",
        "scheduled" => "Scheduled",
        "published" => "Published",
        _ => "Status",
    }
}

say! {
    /// What stands in the place of a status that was left out before a plan was shared.
    status_not_shared = "Status not shared";
    /// The same where the room is that of a status.
    status_not_shared_on_card = "Not shared";
}

name! {
    /// The name of a platform, by its key in the file.
    platform {
        "instagram" => "Instagram",
        "tiktok" => "TikTok",
        "youtube" => "YouTube",
        "podcast" => "Podcast",
        "twitch" => "Twitch",
        "x" => "X",
        "facebook" => "Facebook",
        "pinterest" => "Pinterest",
        "linkedin" => "LinkedIn",
        "newsletter" => "Newsletter",
        "irl" => "In person",
        "press" => "Press",
        _ => "Other",
    }
}

name! {
    /// The name of any other closed choice, by its key in the file: relationship, call to action, control and so on.
    choice {
        "entertain" => "Entertain",
        "inspire" => "Inspire",
        "engage" => "Engage",
        "educate" => "Educate",
        "none" => "None",
        "soft" => "Soft",
        "hard" => "Hard",
        "dedicated" => "Dedicated",
        "embedded" => "Embedded",
        "gifted" => "Gifted",
        "affiliate" => "Affiliate",
        "paid" => "Paid",
        "own_brand" => "Own brand",
        "creator" => "Creator",
        "shared" => "Shared",
        "brand" => "Brand",
        "community" => "Community",
        "new" => "New",
        "warm" => "Warm",
        "established" => "Established",
        "owner" => "Owner",
        "genuine_user" => "Genuine user",
        "past_campaign" => "Past campaign",
        "ambassador" => "Ambassador",
        "employee_or_family" => "Employee or family",
        "investor" => "Investor",
        "founder" => "Founder",
        "partnership" => "Partnership",
        "slot" => "Recurring slot",
        "reel" => "Reel",
        "story" => "Story",
        "carousel" => "Carousel",
        "post" => "Post",
        "short" => "Short",
        "video" => "Video",
        "film" => "Film",
        "live" => "Live",
        "episode" => "Episode",
        "event" => "Event",
        "awareness" => "Awareness",
        "consideration" => "Consideration",
        "sales" => "Sales",
        "reputation" => "Reputation",
        "launch" => "Launch",
        "always_on" => "Always on",
        "repair" => "Repair",
        "health" => "Health",
        "finance" => "Finance",
        "alcohol" => "Alcohol",
        "gambling" => "Gambling",
        "minors" => "Minors",
        "hfss" => "High fat, salt or sugar",
        "cosmetic_procedure" => "Cosmetic procedure",
        "standard" => "Standard",
        "strict" => "Strict",
        _ => "Other",
    }
}

name! {
    /// What a card asks people to do, by its key in the file.
    cta {
        "none" => "No ask",
        "soft" => "Have a look",
        _ => "Buy now",
    }
}

name! {
    /// What each place of a card in a piece is called, by its key in the file.
    placement {
        "dedicated" => "The whole piece",
        _ => "A part of their own piece",
    }
}

numbered! {
    /// The short name of a month, 1 to 12.
    month {
        1 => "Jan",
        2 => "Feb",
        3 => "Mar",
        4 => "Apr",
        5 => "May",
        6 => "Jun",
        7 => "Jul",
        8 => "Aug",
        9 => "Sep",
        10 => "Oct",
        11 => "Nov",
        12 => "Dec",
    }
}

numbered! {
    /// The short name of a weekday, 0 is Monday.
    weekday {
        0 => "Mon",
        1 => "Tue",
        2 => "Wed",
        3 => "Thu",
        4 => "Fri",
        5 => "Sat",
        6 => "Sun",
    }
}

numbered! {
    /// The whole name of a month, 1 to 12.
    month_in_full {
        1 => "January",
        2 => "February",
        3 => "March",
        4 => "April",
        5 => "May",
        6 => "June",
        7 => "July",
        8 => "August",
        9 => "September",
        10 => "October",
        11 => "November",
        12 => "December",
    }
}

numbered! {
    /// The whole name of a weekday, 0 is Monday.
    weekday_in_full {
        0 => "Monday",
        1 => "Tuesday",
        2 => "Wednesday",
        3 => "Thursday",
        4 => "Friday",
        5 => "Saturday",
        6 => "Sunday",
    }
}

// How days are put together from their parts, in the order that the user chose.
say! {
    day_month(day, month) = "{day} {month}";
    day_month_year(day, month, year) = "{day} {month} {year}";
    month_of_year(month, year) = "{month} {year}";
    month_day(month, day) = "{month} {day}";
    /// "1–4 Mar", "Mar 1–4".
    days_of_month(first, last, month) = "{first}–{last} {month}";
    month_days(month, first, last) = "{month} {first}–{last}";
    month_day_year(month, day, year) = "{month} {day}, {year}";
    /// A day, or some, with the last two digits of their year: "7 Sep ’27".
    day_of_year(day, year) = "{day} ’{year}";
    /// A day whose month follows: "between 3 and 7 Sep".
    of_month(day) = "{day}";
    weekday_and_day(weekday, day) = "{weekday} {day}";
}

name! {
    /// The name of a language, by its code; empty where it is no code that is known here.
    language {
        "ar" => "Arabic",
        "bg" => "Bulgarian",
        "bn" => "Bengali",
        "ca" => "Catalan",
        "cs" => "Czech",
        "da" => "Danish",
        "de" => "German",
        "el" => "Greek",
        "en" => "English",
        "es" => "Spanish",
        "et" => "Estonian",
        "fa" => "Persian",
        "fi" => "Finnish",
        "fr" => "French",
        "he" => "Hebrew",
        "hi" => "Hindi",
        "hr" => "Croatian",
        "hu" => "Hungarian",
        "id" => "Indonesian",
        "it" => "Italian",
        "ja" => "Japanese",
        "ko" => "Korean",
        "lt" => "Lithuanian",
        "lv" => "Latvian",
        "nl" => "Dutch",
        "no" => "Norwegian",
        "pl" => "Polish",
        "pt" => "Portuguese",
        "ro" => "Romanian",
        "ru" => "Russian",
        "sk" => "Slovak",
        "sv" => "Swedish",
        "th" => "Thai",
        "tr" => "Turkish",
        "uk" => "Ukrainian",
        "zh" => "Chinese",
        _ => "",
    }
}

/// The name of a language, by its code of two letters in whatever case; none where it is no code that is known here.
#[must_use]
pub fn language_of(code: &str) -> Option<&'static str> {
    Some(language(&code.trim().to_ascii_lowercase())).filter(|name| !name.is_empty())
}

name! {
    /// What a field is called beside it, by its key in the file.
    field {
        "title" => "Title",
        "brand" => "Brand",
        "kind" => "Kind",
        "covers" => "Also covers",
        "lane" | "creator" => "Creator",
        "when" | "when_mode" => "When",
        "date" => "Date",
        "day" => "Day",
        "order" => "Place",
        "time" => "Time",
        "window" => "May move",
        "platform" => "Channel",
        "format" => "Format",
        "hook" => "Hook",
        "audience_value" => "What the audience gets",
        "shared_value" => "Shared value",
        "product" => "Product",
        "cta" => "Call to action",
        "placement" => "Placement",
        "compensation" => "Pay",
        "disclosure" => "Label",
        "spoken" => "Spoken",
        "platform_label" => "Platform label",
        "creative_control" => "Control",
        "status" => "Status",
        "owner" => "Owner",
        "cost" => "Fee",
        "duration" => "Length",
        "mode" => "Told as",
        "cause" => "Stand",
        "proof" => "Backed by",
        "must_say" => "Has to be said",
        "mentions_brand" => "Names the brand",
        "features" => "Names",
        "for_creator" => "Meant for",
        "kpis" => "Measures",
        "links" => "Links",
        "image" => "Picture",
        "notes" => "Notes",
        "name" => "Name",
        "line" => "Line",
        "objective" => "Objective",
        "start" => "First day",
        "end" => "Last day",
        "anchor" => "Day 0",
        "continues" => "Open end",
        "budget" => "Budget",
        "audience" | "audience_group" => "Audience",
        "relationship" => "Relationship",
        "basis" => "Connection",
        "since" => "Since",
        "last_visible" => "Seen together",
        "evidence" => "Evidence",
        "organic_per_week" => "Posts a week",
        "lane_kind" => "Whose lane",
        "recorded_by" => "Noted by",
        "recorded_on" => "Noted on",
        "anchor_date" => "Day 0 is on",
        "phases" => "Phases",
        "phase_kind" => "What it is",
        "blackouts" => "Blackout dates",
        "from" => "From",
        "to" => "To",
        "why" => "Why",
        "audience_values" => "Stands for",
        "markets" => "Markets",
        "time_zone" => "Time zone",
        "platforms" => "Channels",
        "voice" => "Voice",
        "never_says" => "Never says",
        "no_go" => "Rules out",
        "category" => "Category",
        "consent" => "Consent all the same",
        "past" => "Earlier deals",
        "deal_brand" => "Deal with",
        "exclusive_until" => "Exclusive until",
        "waived_by" => "Agreed to be no obstacle by",
        "audience_size" => "Followers",
        "followers_since" => "Follow since",
        "young_audience" => "Under 18",
        "contact" => "Contact",
        "languages" => "Languages",
        "available_from" => "Available",
        "delivery_proof" => "Delivery",
        "sensitive" => "Sensitive",
        "verified_note" => "Looked at",
        "brand_proof" => "Does for it",
        "proof_value" => "Value",
        "proof_does" => "What the brand does",
        "proof_link" => "Where it can be seen",
        "competitors" => "Competitors",
        "shift" => "Shift",
        "handle" => "Handle",
        "values" => "Values",
        "brand_values" => "It stands for",
        "about" => "About",
        "value_links" => "Same values",
        "values_compared" => "Compared by",
        "verified" => "Checked by",
        _ => "Field",
    }
}

/// The same inside a sentence: "title", "call to action". Where nouns keep their capital it stays.
#[must_use]
pub fn field_word(key: &str) -> String {
    super::begun_small(field(key))
}
