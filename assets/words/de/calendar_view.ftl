# German of src/words/calendar_view.rs: the calendar in the window: its head, its days, what stands on them and beside it.

calendar_view-days = Tage des Plans
calendar_view-title = { $month } { $year }
calendar_view-week_of = { $from } – { $to }
calendar_view-month_before = Vorheriger Monat
calendar_view-month_after = Nächster Monat
calendar_view-week_before = Vorherige Woche
calendar_view-week_after = Nächste Woche
calendar_view-today = Heute
calendar_view-month = Monat
calendar_view-week = Woche
calendar_view-how_much = Wie viel zu sehen ist
calendar_view-see_month = Kalender nach Monaten
calendar_view-see_week = Kalender nach Wochen
calendar_view-who_is_shown = Wer gezeigt wird
calendar_view-more_people = +{ $count }
calendar_view-more_people_named = { $count } weitere Creator
calendar_view-moments_of = Momente von { $name }
calendar_view-hide_hint = Drücken blendet aus, was { $name } hier postet. Im Plan bleibt alles.
calendar_view-show_hint = Drücken zeigt, was { $name } postet.
calendar_view-only_the_board_zooms = Nur das Board lässt sich zoomen
calendar_view-some_shown = { $shown } von { $all } zu sehen
calendar_view-some_shown_hint = Eine Suche, ein Filter oder ein ausgeblendeter Creator blendet die übrigen aus.

calendar_view-plan_runs = Der Plan läuft { $from } – { $to }.
calendar_view-plan_is_on = Der Plan hat einen einzigen Tag: { $day }.
calendar_view-go_to_the_plan = Zum Plan

calendar_view-day_empty = { $day }, nichts geplant
calendar_view-day_with = { $day }, { $what }
calendar_view-day_today = { $day }, heute
calendar_view-quiet_day = { $day }, { $why }
calendar_view-blacked_out = Sperrzeit

calendar_view-card_may_move = { $card }. { $moves }
calendar_view-window_both = −{ $before } +{ $after }
calendar_view-window_same = ±{ $days }
calendar_view-window_before = −{ $before }
calendar_view-window_after = +{ $after }
calendar_view-who_title = { $who } · { $title }
calendar_view-at_time = { $day }, { $time }

calendar_view-draft_due = { $who }, Entwurf fällig
calendar_view-approval_due = { $who }, Freigabe fällig
calendar_view-draft_short = { $who }, Entwurf
calendar_view-approval_short = { $who }, Freigabe
calendar_view-draft_alone = Entwurf fällig
calendar_view-approval_alone = Freigabe fällig
calendar_view-draft_word = Entwurf
calendar_view-approval_word = Freigabe
calendar_view-draft_of = Entwurf fällig: { $title }
calendar_view-approval_of = Freigabe fällig: { $title }
calendar_view-due_for = { $what }. Der Moment ist am { $day }.

calendar_view-quiet_from = { $who } still ab { $day }
calendar_view-quiet_until = { $who } still bis { $day }, { $days }
calendar_view-quiet_falls = { $quiet }. Vertrauen fällt von { $from } auf { $to }.
calendar_view-phase_days = { $name }, { $days }

calendar_view-more = +{ $count } weitere
calendar_view-more_on = { $count } weitere am { $day }
calendar_view-more_on_found = { $count } weitere am { $day }, schwerster Befund: { $worst }
calendar_view-listed = { $card }, { $kind }
calendar_view-listed_found = { $card }, { $found }
calendar_view-accepted_risk = bewusst in Kauf genommen
calendar_view-all_on = Alles am { $day }
calendar_view-more_stretches = { $count } weitere diese Woche
calendar_view-more_stretches_title = Phasen, Sperrzeiten und stille Tage dieser Woche

calendar_view-without_date = Ohne Datum: { $count }
calendar_view-without_date_hint = Auf einen Tag gezogen, bekommt ein Moment ein Datum.
calendar_view-without_date_more = { $count } weitere ohne Datum

calendar_view-drop_on = { $day }

calendar_view-add_on = Hinzufügen am { $day }
calendar_view-for_whom = Für wen

calendar_view-empty = Noch keine Spuren
calendar_view-empty_hint = Links lässt sich ein Creator hinzufügen, oder mit { $keys } und dem Wort „Creator“. Was ein Datum hat, steht dann an seinem Tag.

calendar_view-glance = { $month } auf einen Blick
calendar_view-glance_week = Die Woche auf einen Blick
calendar_view-gives_to_asks = { $gives } : { $asks }
calendar_view-gives_to_asks_spoken = { $gives }, die geben, zu { $asks }, die auffordern
calendar_view-gives_label = Geben zu Auffordern
calendar_view-errors_on = { $word }, { $day }
calendar_view-errors_hidden = { $errors }, { $count } verborgen
calendar_view-no_fees = Keine
calendar_view-fees_label = Honorare
calendar_view-month_end = Vertrauen am Monatsende
calendar_view-week_end = Vertrauen am Ende der Woche
calendar_view-trust_of = { $name }, { $band }
calendar_view-no_curve = Noch keine Kurve
calendar_view-ready_line = Kaufbereit
calendar_view-needs_you = In den nächsten 7 Tagen zu klären
calendar_view-nothing_needed = In den nächsten 7 Tagen ist nichts zu klären.
calendar_view-needs_more = { $count } weitere bei den Befunden
calendar_view-next_up = Als Nächstes
calendar_view-nothing_next = Nach heute kommt nichts mit Datum.
calendar_view-next_hidden = Was nach heute kommt, ist hier ausgeblendet: { $moments }.
calendar_view-next_row = { $title }, { $day }
calendar_view-finding_of = { $who }: { $title }
calendar_view-people_more = und { $count } weitere


calendar_view-due = { $n } { $n ->
        [one] Sache fällig
       *[other] Sachen fällig
    }
calendar_view-moments_word = { $n ->
        [one] Moment
       *[other] Momente
    }
calendar_view-errors_word = Fehler
