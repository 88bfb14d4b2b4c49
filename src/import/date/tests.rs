//! Days as they stand in real calendars.

use super::*;

fn on(text: &str, order: Option<DateOrder>, year: Option<i16>) -> Result<String, Need> {
    let (reading, time) = read(text).ok_or(Need::NoSuchDay)?;
    let context = Context { orders: Orders::all(order), year, ..Context::default() };
    let shown = match resolve(reading, context)? {
        Resolved::On(first, last) if first == last => first.to_string(),
        Resolved::On(first, last) => format!("{first}..{last}"),
        Resolved::Relative(days) => format!("day {days}"),
        Resolved::Order(place) => format!("#{place}"),
    };
    Ok(time.map_or(shown.clone(), |time| format!("{shown} {time}")))
}

#[test]
fn days_with_a_year_need_no_answer() {
    for text in [
        "2027-05-03",
        "2027/05/03",
        "2027.5.3",
        "20270503",
        "3 May 2027",
        "3. Mai 2027",
        "May 3, 2027",
        "Mon 3 May 2027",
        "Monday, 3rd of May 2027",
        "3-May-27",
        "3 mai 2027",
        "lun. 3 mayo 2027",
        "mar 3 may 2027x",
    ] {
        let wanted = if text.ends_with('x') { Err(Need::NoSuchDay) } else { Ok("2027-05-03".to_owned()) };
        assert_eq!(on(text, None, None), wanted, "{text}");
    }
    assert_eq!(on("31/05/2027", Some(DateOrder::Dmy), None).as_deref(), Ok("2027-05-31"));
    assert_eq!(on("05/05/2027", None, None).as_deref(), Ok("2027-05-05"), "equal numbers need no order");
    assert_eq!(on("2027-05-03T09:30:00Z", None, None).as_deref(), Ok("2027-05-03 09:30"));
    assert_eq!(on("3 May 2027 at 6pm", None, None).as_deref(), Ok("2027-05-03 18:00"));
    assert_eq!(on("3. Mai 2027 um 18:00 Uhr", None, None).as_deref(), Ok("2027-05-03 18:00"));
}

#[test]
fn which_number_is_the_month_is_asked() {
    for text in ["3/4/2027", "03.04.2027", "3/4/27", "03/04"] {
        assert_eq!(on(text, None, Some(2027)), Err(Need::Order), "{text}");
        assert_eq!(on(text, Some(DateOrder::Dmy), Some(2027)).as_deref(), Ok("2027-04-03"), "{text}");
        assert_eq!(on(text, Some(DateOrder::Mdy), Some(2027)).as_deref(), Ok("2027-03-04"), "{text}");
    }
    let orders = |text: &str| read(text).and_then(|(reading, _)| reading.orders().pop()).map(|(_, orders)| orders);
    assert_eq!(orders("31/4/2027"), Some(vec![]), "no such day in either order");
    assert_eq!(orders("30/4/2027"), Some(vec![DateOrder::Dmy]));
    assert_eq!(orders("4/30/2027"), Some(vec![DateOrder::Mdy]));
    assert_eq!(orders("3 May 2027"), None);
    assert_eq!(orders("5/5/2027"), None);
    // 3 May 2027 is a Monday, 5 March 2027 is a Friday.
    assert_eq!(orders("Mon 3/5/2027"), Some(vec![DateOrder::Dmy]));
    assert_eq!(orders("Fri 3/5/2027"), Some(vec![DateOrder::Mdy]));
    assert_eq!(on("27/05/03", Some(DateOrder::Ymd), None).as_deref(), Ok("2027-05-03"));
}

#[test]
fn a_year_that_is_missing_is_asked() {
    for text in ["3 May", "Mon 3 May", "May 3rd", "3. Mai", "w/c 3 May", "3–5 May", "KW 18"] {
        assert_eq!(on(text, None, None), Err(Need::Year), "{text}");
        assert!(read(text).is_some_and(|(reading, _)| reading.needs_year()), "{text}");
    }
    assert_eq!(on("3 May", None, Some(2027)).as_deref(), Ok("2027-05-03"));
    assert_eq!(on("Tue 3 May", None, Some(2027)), Err(Need::OtherWeekday(0)));
    assert_eq!(on("29 Feb", None, Some(2027)), Err(Need::NoSuchDay));
}

#[test]
fn weeks_and_ranges_are_a_first_and_a_last_day() {
    for (text, days) in [
        ("w/c 3 May", "2027-05-03..2027-05-09"),
        ("Week commencing 3rd May 2027", "2027-05-03..2027-05-09"),
        ("KW 18", "2027-05-03..2027-05-09"),
        ("week 18/2027", "2027-05-03..2027-05-09"),
        ("3–5 May", "2027-05-03..2027-05-05"),
        ("3-5 May 2027", "2027-05-03..2027-05-05"),
        ("May 3-5", "2027-05-03..2027-05-05"),
        ("3 May - 5 June", "2027-05-03..2027-06-05"),
        ("28 – 3 May", "2027-04-28..2027-05-03"),
        ("30 Dec – 2 Jan 2028", "2027-12-30..2028-01-02"),
        ("30 Dec 2027 to 2 Jan", "2027-12-30..2028-01-02"),
        ("2027-05-03 – 2027-05-05", "2027-05-03..2027-05-05"),
        ("Mon 3 – Wed 5 May", "2027-05-03..2027-05-05"),
        ("03.05. - 05.05.", "2027-05-03..2027-05-05"),
    ] {
        assert_eq!(on(text, Some(DateOrder::Dmy), Some(2027)).as_deref(), Ok(days), "{text}");
    }
    assert_eq!(on("5 May 2027 – 3 May 2027", None, None), Err(Need::NoSuchDay));
}

#[test]
fn weekdays_need_their_week_and_counted_days_need_nothing() {
    let monday = Day::new(2027, 5, 3);
    let (reading, _) = read("Wednesday").unwrap();
    assert_eq!(resolve(reading, Context::default()), Err(Need::Week));
    let wednesday = Day::new(2027, 5, 5).unwrap();
    assert_eq!(resolve(reading, Context { week: monday, ..Context::default() }), Ok(Resolved::On(wednesday, wednesday)));
    for (text, shown) in [("D-14", "day -14"), ("day 3", "day 3"), ("T−7", "day -7"), ("+3 days", "day 3"), ("#4", "#4")] {
        assert_eq!(on(text, None, None).as_deref(), Ok(shown), "{text}");
    }
}

#[test]
fn what_is_no_day_is_none() {
    for text in [
        "",
        "soonish",
        "3",
        "3-5",
        "1.200",
        "3.5",
        "12 moments",
        "32 May",
        "Q2",
        "earlyish May",
        "early",
        "2027",
        "3 May 4 May",
        "W",
    ] {
        assert_eq!(read(text), None, "{text}");
    }
    assert_eq!(serial(46_510.0, false), Day::new(2027, 5, 3));
    assert_eq!(serial(45_048.4, true), Day::new(2027, 5, 3));
    assert_eq!((serial(1200.0, false), serial(f64::NAN, false)), (None, None));
    for (text, shown) in [("9:30", "09:30"), ("9.30", "09:30"), ("6 pm", "18:00"), ("18h", "18:00"), ("12am", "00:00")] {
        assert_eq!(time(text).map(|time| time.to_string()).as_deref(), Some(shown), "{text}");
    }
    assert_eq!((time("soon"), time("25:00"), time("9")), (None, None, None));
}

#[test]
fn the_year_turns_over_in_december() {
    let (reading, _) = read("4 Jan").unwrap();
    let fourth = Day::new(2028, 1, 4).unwrap();
    let context = Context { year: Some(2027), begins: Some(11), ..Context::default() };
    assert_eq!(resolve(reading, context), Ok(Resolved::On(fourth, fourth)));
}

#[test]
fn a_month_is_no_day_and_a_day_of_a_month_needs_one() {
    for text in ["May", "MAY 2027", "Mai 2027", "May '27", "2027 May", "mayo de 2027x"] {
        let is_month = !text.ends_with('x');
        assert_eq!(matches!(read(text), Some((Reading::Month(5, _), None))), is_month, "{text}");
    }
    assert_eq!(on("May 27", None, Some(2027)).as_deref(), Ok("2027-05-27"));
    assert_eq!(on("May", None, Some(2027)), Err(Need::Day));
    let (reading, _) = read("Mon 3rd").unwrap();
    let under = |month| resolve(reading, Context { month, ..Context::default() });
    assert_eq!(under(None), Err(Need::Month));
    assert_eq!(under(Some((5, None))), Err(Need::Year));
    let day = Day::new(2027, 5, 3).unwrap();
    assert_eq!(under(Some((5, Some(2027)))), Ok(Resolved::On(day, day)));
    assert_eq!(under(Some((6, Some(2027)))), Err(Need::OtherWeekday(3)));
    assert!(read("3").is_none(), "a number alone may be anything");
}

#[test]
fn a_full_date_says_the_year() {
    for (text, year) in [
        ("2027-05-03", Some(2027)),
        ("20270503", Some(2027)),
        ("3 May 2028", Some(2028)),
        ("3/4/2029", Some(2029)),
        ("2027-05-03 – 2027-05-09", Some(2027)),
        ("w/c 2027-05-03", Some(2027)),
        ("May 2030", Some(2030)),
        ("3 May", None),
        ("3rd", None),
    ] {
        assert_eq!(read(text).unwrap().0.year(), year, "{text}");
    }
}
