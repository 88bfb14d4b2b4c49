# German of src/words/calendar.rs: what stands in the calendar that a plan is written as.

calendar-of_lane = { $lane }: { $title }
calendar-draft_due = Entwurf fällig: { $title }
calendar-approval_due = Freigabe fällig: { $title }
calendar-draft_last = Letzter Tag für den Entwurf: { $title }
calendar-approval_last = Letzter Tag für die Freigabe: { $title }
calendar-window = Spielraum: { $title }
calendar-detail = { $label }: { $text }
calendar-comes_on = Der Moment ist am { $day }.
calendar-comes_on_or_done = Der Moment ist am { $day }. Der Freigabestand steht nicht in diesem Kalender, daher ist das hier vielleicht schon erledigt.
calendar-planned_on = Geplant für { $day }. { $moves }
calendar-may_move = Darf bis zu { $before } früher oder { $after } später kommen.
calendar-may_come_earlier = Darf bis zu { $before } früher kommen.
calendar-may_come_later = Darf bis zu { $after } später kommen.
calendar-in_zone = Um { $time } ({ $zone })
calendar-category_draft = Entwurf fällig
calendar-category_approval = Freigabe fällig
calendar-category_draft_last = Entwurf
calendar-category_approval_last = Freigabe
calendar-category_window = Spielraum
calendar-no_dates = In diesem Plan hat noch nichts ein Datum, also gibt es nichts für einen Kalender.
calendar-no_dates_hint = Sobald Momente ein Datum haben, oder Tag 0 das seine, lässt sich der Kalender teilen.
calendar-left_out = Ohne Datum und deshalb nicht im Kalender: { $moments }.
calendar-unknown_zone = „{ $zone }“ ist keine Zeitzone, die dieser Computer kennt: Uhrzeiten stehen im Kalender wie im Plan, für die Zone, in der er geöffnet wird.
