# German of src/words/preferences.rs: what this user prefers on this computer.

preferences-command = Einstellungen…
preferences-title = Einstellungen
preferences-intro = Diese Einstellungen gelten für alles, was auf diesem Computer geöffnet wird. Sie ändern keinen Plan und sind sofort gespeichert.
preferences-back = Alles zurücksetzen
preferences-back_tip = All dies wie beim ersten Start. Die Datei der Hausregeln bleibt.

preferences-part_look = Aussehen
preferences-language = Sprache
preferences-language_system = Wie das System
preferences-language_note = Die Sprache dieses Fensters. Die Seiten zu den Regeln sind englisch.
preferences-theme = Farben
preferences-theme_system = Wie das System
preferences-theme_light = Hell
preferences-theme_dark = Dunkel
preferences-size = Größe von allem
preferences-percent = { $number } %
preferences-motion = Bewegung
preferences-motion_system = Wie das System
preferences-motion_reduced = Weniger
preferences-motion_full = Voll
preferences-motion_note = Weniger: Was gleiten würde, ist gleich da.

preferences-part_written = Tage und Beträge
preferences-written_note = In diesem Fenster. Geteilte Dateien sind für ihre Lesenden geschrieben.
preferences-week = Woche beginnt am
preferences-week_usual = Wie hier üblich ({ $day })
preferences-dates = Tage
preferences-money = Beträge
preferences-currency = Währung
preferences-currency_note = Für Beträge ohne Währung, wenn das Budget des Plans keine nennt.

preferences-part_new = Neue Pläne
preferences-market = Markt
preferences-market_none = Keiner
preferences-market_note = Für ihn wird die Kennzeichnung geprüft. Ein Plan kann andere haben.

preferences-part_saving = Speichern
preferences-autosave = Nach einer Pause von selbst speichern
preferences-autosave_note = Nur bei einem Plan mit Datei, und nur solange niemand sonst sie ändert. In jedem Fall bleibt Arbeit, die in keiner Datei ist, als Entwurf.

preferences-part_house = Hausregeln
preferences-house_none = Auf diesem Computer gilt keine Datei mit Hausregeln.
preferences-house_used = Die Regeln von { $name }, aus { $file }.
preferences-house_closed = { $file } lässt sich jetzt nicht nutzen.
preferences-house_choose = Datei wählen…
preferences-house_show = Ordner zeigen
preferences-house_forget = Nicht mehr nutzen

# Weekdays in full.
preferences-market_named = { $name } ({ $code })
