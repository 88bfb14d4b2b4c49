# German of src/words/hand.rs: working on the board: what its menus offer, what is said quietly, and how the steps are called.

hand-step_delete_lane = Spur von { $name } löschen
hand-step_move_lane = Spur von { $name } verschieben
hand-step_rename = „{ $title }“ umbenennen
hand-step_duplicate = „{ $title }“ duplizieren
hand-step_copy = „{ $title }“ kopieren
hand-step_cut = „{ $title }“ ausschneiden
hand-step_paste = „{ $title }“ einfügen
hand-step_status = Status von „{ $title }“: { $status }
hand-step_to_lane = „{ $title }“ zu { $name } verschieben
hand-step_add_idea = Idee „{ $title }“ hinzufügen

hand-rename_moment = Neuer Titel
hand-rename_lane = Neuer Name
hand-new_idea = Neue Idee
hand-new_brand = Neue Marke

hand-more = Mehr
hand-fixes = Beheben
hand-set_status = Status
hand-move_to_lane = In andere Spur
hand-paste_here = Hier einfügen
hand-card_menu = Möglichkeiten für „{ $title }“
hand-cards_menu = Möglichkeiten für { $count }
hand-lane_menu = Möglichkeiten für die Spur von { $name }
hand-fold = Spur einklappen
hand-unfold = Spur ausklappen

hand-lane_deleted = Spur von { $name } gelöscht
hand-lane_deleted_with = Spur von { $name } gelöscht, darin { $moments }
hand-moments_deleted = { $moments } gelöscht
hand-notes_deleted = { $notes } gelöscht
hand-moments_cut = { $moments } ausgeschnitten
hand-one_published_stays = Ein Moment ist veröffentlicht und bleibt, wo er ist.
hand-published_stay = { $count } Momente sind veröffentlicht und bleiben, wo sie sind.
hand-far_before = Der neue Moment liegt { $distance } vor dem bisher ersten Tag des Plans, { $day }.
hand-far_after = Der neue Moment liegt { $distance } nach dem bisher letzten Tag des Plans, { $day }.
hand-copied = { $moments } kopiert.
hand-pasted_too_long = Das sind mehr als { $most } MB Text, zu viel zum Einfügen. Als Datei gespeichert kann die Tabelle importiert werden.
hand-not_moments = Die Zwischenablage enthält weder Momente eines Plans noch Zeilen einer Tabelle: mindestens zwei Zeilen mit Tabs zwischen den Zellen.
hand-unread_moments = Das Kopierte ist nicht lesbar: { $why }
hand-too_many = Ein Plan fasst höchstens { $most } Momente; es wurde nichts eingefügt.
hand-too_many_pictures = Ein Plan fasst höchstens { $most } Bilder; es wurde nichts eingefügt.
hand-no_lane_selected = Keine Spur ist ausgewählt
hand-only_one_lane = Es gibt nur eine Spur
hand-lane_is_first = Es ist die erste Spur
hand-lane_is_last = Es ist die letzte Spur
hand-nothing_parked_selected = Keine Idee ist ausgewählt
hand-no_card_focused = Kein Moment hat den Fokus
hand-lanes_above_missing = Nicht jeder ausgewählte Moment hat eine Spur über sich
hand-lanes_below_missing = Nicht jeder ausgewählte Moment hat eine Spur unter sich
hand-nothing_to_rename = Erst einen Moment oder eine Spur auswählen
hand-before_after = { $before } → { $after }
hand-lane_before = Vor { $name }
hand-lane_last = Ans Ende

hand-reading_clipboard = Die Zwischenablage wird gelesen
hand-writing_clipboard = Momente werden in die Zwischenablage gelegt
hand-not_copied = Die Momente ließen sich nicht kopieren.
hand-pasting = Kopiertes wird eingefügt…
hand-stop_pasting = Einfügen abbrechen
hand-copying = Wird kopiert…
hand-stop_copying = Kopieren abbrechen
hand-broke_clipboard = Es wurde nichts kopiert oder eingefügt, weil der Teil von Momentboard, der das tut, ausfiel. Der Plan ist, wie er war.

hand-lanes_up = Eine Seite Spuren nach oben
hand-lanes_down = Eine Seite Spuren nach unten
hand-days_back = Eine Seite Tage zurück
hand-days_on = Eine Seite Tage weiter
