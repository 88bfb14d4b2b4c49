# German of src/words/notes.rs: notes on lanes, thoughts of the team.

notes-note = Notiz
notes-add_note = Notiz hinzufügen
notes-add_note_here = Hier eine Notiz hinzufügen
notes-field = Text der Notiz
notes-hint = Ein Gedanke für das Team
notes-menu = Was mit der Notiz „{ $text }“ möglich ist
notes-write = Schreiben
notes-pin_to_lane = An die ganze Spur heften
notes-delete = Löschen
notes-delete_named = Die Notiz „{ $text }“ löschen
notes-of_day = Notizen am { $day }
notes-keys = Doppelklick zum Schreiben. Verschieben mit der Maus oder mit Alt und den Pfeiltasten.
notes-sign_keys = Drücken zum Lesen und Schreiben. Ziehen verschiebt sie auf einen anderen Tag.
notes-list_keys = Eine Notiz drücken, um sie zu schreiben. Verschieben auf einen anderen Tag mit der Maus oder mit Alt und den Pfeiltasten.
notes-team_only = Notizen bleiben im Team. Niemand sonst bekommt sie.
notes-far_before = Die Notiz liegt { $distance } vor dem ersten Tag des Plans, { $day }.
notes-far_after = Die Notiz liegt { $distance } nach dem letzten Tag des Plans, { $day }.
notes-stay = Notizen an der Spur bleiben bei { $name }.
notes-of_lane = Die ganze Spur
notes-step_add = Notiz an der Spur von { $name } hinzufügen
notes-step_write = Notiz an der Spur von { $name } schreiben
notes-step_move = Notiz an der Spur von { $name } verschieben
notes-step_delete = Notiz an der Spur von { $name } löschen
notes-spoken = Notiz, { $name }, { $when }: { $text }
notes-spoken_of_lane = Notiz, { $name }, die ganze Spur: { $text }
