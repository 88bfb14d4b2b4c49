# German of src/words/crash.rs: when the program itself broke, or does not come up.

crash-title = Momentboard musste neu starten
crash-text = Es wurde durch einen eigenen Fehler beendet. Jede Plandatei ist so, wie sie zuletzt gespeichert wurde, und nichts wurde irgendwohin gesendet. { $kept }
crash-graphics_text = Es wurde beendet, vielleicht wegen der Grafik dieses Computers, und zeichnet das Fenster nun ohne deren Hilfe, was langsamer ist. Jede Plandatei ist so, wie sie zuletzt gespeichert wurde, und nichts wurde irgendwohin gesendet. { $kept }
crash-kept = Noch nicht gespeicherte Änderungen sind bewahrt und kommen als Nächstes zur Auswahl.
crash-not_kept = Dieser Computer hat keinen Platz für Entwürfe, daher konnten noch nicht gespeicherte Änderungen nicht bewahrt werden.
crash-text_note = Eine Notiz über den Vorfall, für alle, die ihm nachgehen, liegt in { $path }. Sie enthält keinen Text aus einem Plan.
crash-safe_title = Vorsichtig gestartet
crash-safe_text = Momentboard kam zweimal hintereinander nicht hoch. Nun hat es nichts von selbst geöffnet, Seitenleisten und Einstellungen wie am Anfang gelassen und zeichnet das Fenster ohne Hilfe der Grafik.
crash-safe_plan = Der Plan { $path } wurde nicht geöffnet. Er lässt sich von hier öffnen.
crash-safe_hint = Der nächste Start ist wieder ein gewöhnlicher.

crash-note = Momentboard { $version } auf { $system }, { $time } UTC, gezeichnet von { $drawing }.
crash-note_what = Was: { $what }
crash-note_job = { $doing }: { $what }
crash-note_place = Wo: { $place }
crash-note_private = Diese Notiz enthält keinen Text aus einem Plan. Sie wurde niemandem gesendet.
crash-graphics_lost = die Grafik hat nicht mehr geantwortet
crash-kept_back = (der Rest könnte einen Plan zitieren und ist weggelassen)
crash-unknown = unbekannt

crash-did_not_start = Momentboard ist ausgefallen und konnte nicht von selbst neu starten ({ $cause }). Nicht gespeicherte Änderungen kommen beim nächsten Start zur Auswahl.
crash-broke_again = Momentboard ist gleich nach dem Start noch einmal ausgefallen und bleibt daher geschlossen. Nicht gespeicherte Änderungen sind bewahrt.
