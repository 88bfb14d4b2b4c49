# German of src/words/keys.rs: names of keys as they stand on a German keyboard, and what they do in one view only.

keys-key-Ctrl = Strg
keys-key-Alt = Alt
keys-key-Shift = Umschalt
keys-key-Left = ←
keys-key-Right = →
keys-key-Up = ↑
keys-key-Down = ↓
keys-key-Enter = Eingabe
keys-key-Escape = Esc
keys-key-Space = Leertaste
keys-key-Tab = Tab
keys-key-Delete = Entf
keys-key-Backspace = Rücktaste
keys-key-Insert = Einfg
keys-key-Home = Pos 1
keys-key-End = Ende
keys-key-PageUp = Bild ↑
keys-key-PageDown = Bild ↓
keys-key-Menu = Menü
keys-key-Arrows = Pfeiltasten

keys-day_before = Zum Tag davor
keys-day_after = Zum Tag danach
keys-day_up = Am Tag nach oben, dann zur Woche davor
keys-day_down = Am Tag nach unten, dann zur Woche danach
keys-add_on_day = An diesem Tag hinzufügen
keys-page_before = Zum Monat oder zur Woche davor
keys-page_after = Zum Monat oder zur Woche danach

keys-cell_beside = Zur Zelle daneben
keys-next_cell = Zur nächsten Zelle
keys-previous_cell = Zur Zelle davor
keys-row_start = Zur ersten Zelle der Zeile
keys-row_end = Zur letzten Zelle der Zeile
keys-first_row = Zur ersten Zeile
keys-last_row = Zur letzten Zeile
keys-first_cell = Zur ersten Zelle der Tabelle
keys-last_cell = Zur letzten Zelle der Tabelle
keys-rows_up = Eine Seite nach oben
keys-rows_down = Eine Seite nach unten
keys-select_cells = Zellen auswählen
keys-edit_cell = In der Zelle schreiben oder wählen
keys-keep_down = Geschriebenes behalten und nach unten
keys-keep_up = Geschriebenes behalten und nach oben
keys-leave_cell = Zelle lassen, wie sie war
keys-empty_cells = Zellen leeren
keys-copy_cells = Zellen kopieren
keys-cut_cells = Zellen ausschneiden
keys-paste_cells = In die Zellen einfügen
keys-tick_row = Zeile an- oder abhaken
keys-tick_all = Alle Zeilen anhaken
keys-give_up = Auswahl aufheben

keys-narrower = Schmaler
keys-wider = Breiter

keys-moment_before = Zum Moment davor
keys-moment_after = Zum Moment danach
keys-creator_before = Zum Creator davor
keys-creator_after = Zum Creator danach
keys-first_moment = Zum ersten Moment
keys-last_moment = Zum letzten Moment
keys-read_on = In langem Text weiterlesen
keys-read_back = Darin zurückgehen
keys-present_notes = Notizen zeigen oder ausblenden
keys-present_compare = Spuren vergleichen
keys-present_blank = Bildschirm schwarz
keys-present_leave = Präsentation verlassen

keys-card_before = Zum Moment darüber
keys-card_after = Zum Moment darunter
keys-first_card = Zum ersten Moment der Spur
keys-last_card = Zum letzten Moment der Spur
keys-card_earlier = Einen Platz früher
keys-card_later = Einen Platz später
