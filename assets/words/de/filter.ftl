# German of src/words/filter.rs: searching the plan and filtering it, and what is said of what is hidden.

filter-search = Dieses Storyboard durchsuchen
filter-search_hint = Titel, Notizen, Menschen suchen
filter-clear = Suche und Filter aufheben
filter-nothing_filtered = Nichts wird gesucht und nichts gefiltert
filter-bar = Suche und Filter
filter-close = Suchleiste schließen
filter-clear_words = Suchwörter löschen
filter-filters = Filter
filter-filters_on = Filter: { $count } aktiv

filter-creator = Creator
filter-kind = Art
filter-platform = Plattform
filter-status = Status
filter-owner = Zuständig
filter-found = Befunde
filter-dates = Zeitraum
filter-facet_on = { $facet }: { $count }
filter-all_creators = Alle Creator
filter-all_kinds = Alle Arten
filter-only_spoken = Zu sehen nach { $facet }: { $shown }
filter-facet_spoken = Filtern nach: { $facet }
filter-facet_spoken_on = Filtern nach: { $facet }, jetzt { $chosen }
filter-find_in = In der Liste finden: { $facet }
filter-option = { $name }, { $count }
filter-none_found = Nichts in der Liste hat diese Buchstaben.

filter-brand_lane = Kanal der Marke
filter-community_lane = Community
filter-for_anybody = Für alle
filter-no_platform = Noch keine Plattform
filter-no_owner = Noch niemand
filter-gone = Nicht mehr im Plan
filter-has_error = Fehler
filter-has_warning = Warnung
filter-has_hint = Hinweis
filter-has_accepted = In Kauf genommen
filter-has_nothing = Ohne Befund

filter-from = Von
filter-to = Bis
filter-any_day = Jeder Tag
filter-not_a_day-month_first = Einen Tag wie Sep 7 eintragen
filter-not_a_day-year_first = Einen Tag wie 09-07 eintragen
filter-not_a_day-other = Einen Tag wie 7. Sep eintragen
filter-runs_backwards = Diese Tage laufen rückwärts; dazwischen liegt kein Moment.
filter-this_month = Dieser Monat
filter-next_month = Nächster Monat
filter-asks_only_dated = Momente ohne Datum sind ausgeblendet, solange Tage gesetzt sind.
filter-clear_days = Wieder jeder Tag
filter-since = Ab { $day }
filter-until = Bis { $day }
filter-between = { $from } – { $to }

filter-chip_of = { $facet }: { $value }
filter-remove = Filter entfernen: { $chip }
filter-clear_all = Alle aufheben
filter-also_shown = { $count } trotzdem zu sehen
filter-hide_also = { $shown }: ausblenden, was nicht passt

filter-shown = { $shown } von { $all } zu sehen
filter-shown_of = { $shown } von { $all }
filter-shown_ideas = { $shown } von { $all } Ideen
filter-shown_spoken = { $shown } von { $all } Momenten zu sehen
filter-shown_spoken_ideas = { $shown } von { $all } Momenten und { $ideas } von { $all_ideas } Ideen zu sehen
filter-hidden_by_filter = { $count } durch den Filter ausgeblendet
filter-kept_in_sight = „{ $title }“ passt nicht zum Filter und ist trotzdem zu sehen.
filter-kept_many_in_sight = { $count } passen nicht zum Filter und sind trotzdem zu sehen.

filter-presets = Gespeichert
filter-presets_menu = Gespeicherte Filter
filter-no_presets = Hier gespeicherte Filter sind wieder da, wenn dieser Plan auf diesem Computer geöffnet wird.
filter-save_preset = Filter speichern…
filter-nothing_to_save = Zuerst etwas suchen oder filtern
filter-too_many_presets = Ein Plan fasst höchstens { $most } gespeicherte Filter
filter-preset_name = Name des Filters
filter-preset_save = Speichern
filter-preset_replace = Ersetzen
filter-preset_rename = Filter „{ $name }“ umbenennen
filter-preset_remove = Filter „{ $name }“ entfernen
filter-preset_taken = Ein anderer Filter heißt schon so
filter-filter = Filter
filter-filter_shows = Filter · { $shown } zu sehen
filter-in_hidden_lanes = { $count } weitere in ausgeblendeten Spuren
filter-command = Suchen und filtern
