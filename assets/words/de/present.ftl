# German of src/words/present.rs: showing the plan full screen, one moment at a time.

present-command = Präsentieren
present-all_hidden = Nichts zu präsentieren: Alle Momente sind in ausgeblendeten Spuren. „Ausgeblendete Spuren zeigen“ holt sie zurück.
present-all_filtered = Nichts zu präsentieren: Kein Moment passt zu Suche und Filter. „Suche und Filter aufheben“ zeigt sie wieder.

present-page = { $place }: { $kind }, „{ $title }“, { $day }
present-place = { $at } von { $of }
present-hidden = { $place } · { $count } durch den Filter ausgeblendet

present-before = Voriger Moment
present-after = Nächster Moment
present-first_already = Das ist der erste Moment
present-last_already = Das ist der letzte Moment
present-above = Voriger Creator
present-below = Nächster Creator
present-no_creator_above = Davor kommt niemand
present-no_creator_below = Danach kommt niemand
present-step = Schritt
present-creator = Creator
present-more = Mehr Text
present-notes = Notizen
present-compare = Vergleichen
present-blank = Schwarz
present-close = Schließen
present-blank_on = Der Bildschirm ist schwarz. Jede Taste bringt den Moment zurück.

present-notes_title = Notizen nur fürs Team
present-notes_hint = Zu sehen erst, wenn N gedrückt ist. Jede Präsentation beginnt ohne sie.
present-no_notes = Dieser Moment hat keine Notizen.

present-when = Wann
present-place_label = Wo
present-stands_for = Steht für
present-made_by = Gemacht von
present-asks_for = Aufforderung
present-quoted = „{ $text }“
present-no_picture = Noch kein Bild

present-day = { $weekday }, { $number }. { $month }
present-day_of_year = { $weekday }, { $number }. { $month } { $year }
present-around_both = { $day }, ± { $days }
present-around = { $day }, bis zu { $before } früher oder { $after } später
present-at_time = { $day }, { $time }
present-lasting = { $place }, { $minutes }
present-in_format = { $platform } · { $format }
present-together = { $creator } und { $brand } gemeinsam

# These stand beside “Aufforderung”.
present-asks_nothing = Keine
present-asks_look = Nur ansehen
present-asks_look_at = Nur ansehen: { $product }
present-asks_buy = Jetzt kaufen
present-asks_buy_it = Jetzt kaufen: { $product }
present-only_shows = Keine: zeigt nur { $product }
present-how_open = Art noch offen
present-how_open_of = { $product }, Art noch offen

present-trust = Vertrauen
present-ready_from_start = Von Anfang an über der Linie „Kaufbereit“.
present-ready_since = Über der Linie „Kaufbereit“ seit { $day }.
present-ready_with_this = Dieser Moment führt über die Linie „Kaufbereit“.
present-not_ready = Unter der Linie „Kaufbereit“.
present-ready_from = Unter der Linie „Kaufbereit“ bis { $day }.
present-ask_here = Das ist eine Aufforderung.
present-ask_next = Die Aufforderung kommt am { $day }.
present-ask_next_numbered = Die Aufforderung kommt an { $day }.
present-no_ask_next = Danach kommt keine Aufforderung.
present-undated = Ohne Datum, daher ohne Platz auf der Kurve.
present-ready_line = Kaufbereit

# Whole names of weekdays.
present-day_of_year_month_first = { $weekday }, { $month } { $number }, { $year }
present-day_month_first = { $weekday }, { $month } { $number }
present-day_year_first = { $weekday }, { $day }
