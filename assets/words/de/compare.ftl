# German of src/words/compare.rs: what differs between two states of a plan.

compare-nothing_differs = Beide sind gleich.
compare-from_to = { $before } → { $after }
compare-findings_from_to = Befunde { $before } → { $after }
compare-findings_same = Befunde { $n }, wie zuvor
compare-differences = Was sich unterscheidet: { $before } und { $after }
compare-nothing = nichts
compare-yes = ja
compare-no = nein
compare-shortened = { $text }…
compare-continued = …{ $text }
compare-more_rows = und { $n } weitere

compare-the_campaign = Die Kampagne
compare-brands_and_products = Marken und Produkte
compare-creators = Creator
compare-lane_of = Spur von { $name }
compare-ideas = Ideen
compare-accepted_findings = In Kauf genommen
compare-pictures = Bilder
compare-whole_lane = Die Spur
compare-unnamed = Ohne Namen
compare-quoted = { $kind } „{ $title }“
compare-brand = Marke { $name }
compare-product = Produkt { $name }

compare-added = hinzugefügt
compare-removed = entfernt
compare-moved = verschoben
compare-changed = geändert
compare-what_happened = { $name }: { $what }
compare-moved_from = vorher: { $place }
compare-added_with = darin { $moments }
compare-field = { $name }: { $before } → { $after }
compare-field_differs = { $name } geändert
compare-later_fields = Felder einer späteren Version
compare-lane_order = Reihenfolge der Spuren
compare-brand_order = Reihenfolge der Marken
compare-settings = Grenzwerte der Regeln
compare-rules_off = Ausgeschaltete Regeln
compare-house = Hausregeln
compare-brand_kit = Marken-Set
compare-own_pages = Eigene Seiten
compare-shared_with = Geteilt mit
compare-facts = Grundlage
compare-rule = Regel
compare-reason = Grund
compare-until = Bis
compare-show_to_client = Für den Kunden sichtbar
compare-deadline_target = Betrifft
compare-later_or_earlier = { $before } früher, { $after } später
compare-minutes = { $n } min
compare-percent = { $n } %
compare-span = { $from } – { $to }
compare-named_span = { $name } ({ $from } – { $to })
compare-with_note = { $text } ({ $note })

# How many.
compare-count_added = { $n } hinzugefügt
compare-count_removed = { $n } entfernt
compare-count_changed = { $n } geändert
