# German of src/words/spans.rs: phases and blackout dates on the board.

spans-new_phase = Neue Phase
spans-name_phase = Name der Phase
spans-name_blackout = Warum nichts veröffentlicht wird
spans-phase_menu = Möglichkeiten für die Phase „{ $name }“
spans-blackout_menu = Möglichkeiten für diese Sperrzeit
spans-strip = Phasen
spans-add_phase = Phase hinzufügen
spans-add_blackout = Sperrzeit hinzufügen
spans-add_phase_here = Hier eine Phase hinzufügen
spans-add_blackout_here = Hier eine Sperrzeit hinzufügen
spans-rename = Umbenennen
spans-write_why = Grund angeben
spans-no_kind = Keine besondere Art
spans-delete = Löschen
spans-keys = Ganz oder an den Enden ziehen. Die Pfeiltasten können es auch: mit { $whole } für alles, mit { $last } für den letzten Tag, mit { $first } für den ersten.
spans-step_phase_days = Tage von „{ $name }“ ändern
spans-step_blackout_days = Sperrzeit ändern
spans-step_blackout_why = Grund der Sperrzeit ändern
spans-step_add_phase = Phase hinzufügen
spans-step_add_blackout = Sperrzeit hinzufügen
spans-step_delete_phase = Phase „{ $name }“ löschen
spans-step_delete_blackout = Sperrzeit löschen
spans-step_phase_kind = Art von „{ $name }“ ändern
