# German of src/words/moment_picture.rs: pictures on moments.

# Commands, and the row of the inspector.
moment_picture-add = Bild hinzufügen…
moment_picture-replace_menu = Bild ersetzen…
moment_picture-submenu = Bild
moment_picture-replace = Ändern
moment_picture-replace_named = Bild ersetzen
moment_picture-remove = Bild entfernen
moment_picture-view = Bild ansehen
moment_picture-view_named = Bild von „{ $title }“ ansehen
moment_picture-no_moment = Erst einen Moment auswählen
moment_picture-no_picture = Der Moment hat kein Bild

# Steps.
moment_picture-step_add = Bild zu „{ $title }“ hinzufügen
moment_picture-step_replace = Bild von „{ $title }“ ersetzen
moment_picture-step_remove = Bild von „{ $title }“ entfernen

# What is said quietly.
moment_picture-is_there = „{ $title }“ hat jetzt das Bild.
moment_picture-was_there = „{ $title }“ hat dieses Bild schon.
moment_picture-select_one = Erst einen Moment auswählen: Das Bild kommt auf ihn.
moment_picture-drop_on_card = Das Bild auf eine Karte ziehen oder vorher einen Moment auswählen.
moment_picture-one_at_a_time = Ein Moment nimmt ein Bild auf. Nur eine Datei auf einmal ist möglich; es wurde nichts hinzugefügt.
moment_picture-several_files = Eine Datei nach der anderen
moment_picture-several_files_text = Es waren mehrere Dateien, geöffnet wurde nichts. Die Datei, die geöffnet werden soll, allein hier ablegen.
moment_picture-covered = Nichts wurde übernommen. Erst schließen, was davor liegt, dann die Datei ablegen.
moment_picture-covered_hint = Erst schließen, was davor liegt, dann die Datei ablegen.
moment_picture-one_at_a_time_hint = Ein Moment nimmt ein Bild auf: nur eine Datei auf einmal.
moment_picture-gone = Der Moment ist nicht mehr im Plan; { $file } wurde daher nicht hinzugefügt.

# While it is being read.
moment_picture-reading = Ein Bild für einen Moment wird gelesen
moment_picture-reading_file = { $file } wird gelesen…
moment_picture-stop = Lesen von { $file } anhalten
moment_picture-pasted = Eingefügtes Bild
moment_picture-reading_pasted = Das eingefügte Bild wird gelesen…
moment_picture-stop_pasted = Lesen des eingefügten Bildes abbrechen
moment_picture-gone_pasted = Der Moment ist nicht mehr im Plan, darum wurde das eingefügte Bild nicht hinzugefügt.
moment_picture-path_title = Ein Bild für einen Moment

# While a file hovers over the window.
moment_picture-target = Bild für „{ $title }“
moment_picture-let_go_over_card = Über einer Karte loslassen gibt ihr das Bild.
moment_picture-let_go_or = Über einer Karte loslassen gibt ihr das Bild, überall sonst bekommt es „{ $title }“.

# What cannot be used.
moment_picture-not_added = Das Bild wurde nicht hinzugefügt
moment_picture-too_many = Der Plan hat { $limit } Bilder, mehr fasst er nicht.
moment_picture-too_large = Mit diesem Bild wären die Bilder des Plans zusammen größer als { $limit }.
moment_picture-no_text_pasted = In der Zwischenablage liegen weder Text noch Zeilen. Ein Bild kommt auf den einen Moment, der ausgewählt ist.
moment_picture-nothing_pasted = In der Zwischenablage liegt weder Text noch ein Bild, das Momentboard verwenden kann.
moment_picture-nothing_pasted_hint = Ein Bild kopieren und noch einmal einfügen; oder es als PNG oder JPEG speichern und die Datei hinzufügen.
moment_picture-pasted_unreadable = In der Zwischenablage liegt ein Bild, das sich nicht lesen lässt.
moment_picture-pasted_no_answer = Das Programm, in dem kopiert wurde, gibt den Inhalt nicht heraus.
moment_picture-pasted_hint = Als PNG oder JPEG gespeichert lässt sich das Bild als Datei hinzufügen.
moment_picture-no_room_hint = Wird ein nicht benötigtes Bild entfernt, ist wieder Platz für dieses.
moment_picture-broke = Das Bild wurde nicht hinzugefügt, weil der Teil von Momentboard, der es liest, ausfiel. Der Plan ist, wie er war. Als PNG oder JPEG gespeichert lässt sich das Bild noch einmal hinzufügen.
moment_picture-broken = { $name } lässt sich nicht zeigen: Das Bild ist beschädigt oder nicht lesbar. Es lässt sich ersetzen oder entfernen.

# Large.
moment_picture-before = Voriges Bild
moment_picture-after = Nächstes Bild
moment_picture-first_already = Das ist das erste Bild der Spur
moment_picture-last_already = Das ist das letzte Bild der Spur
moment_picture-place = { $at } von { $of }
moment_picture-size = { $width } × { $height }
