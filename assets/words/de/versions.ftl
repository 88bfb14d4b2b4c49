# German of src/words/versions.rs: earlier versions of a plan.

versions-command = Versionen…
versions-title = Versionen
versions-about = Jedes Speichern bewahrt eine Version auf diesem Computer, nicht im Ordner des Plans. Ältere werden nach und nach ausgedünnt; benannte bleiben.
versions-none = Noch keine Versionen
versions-none_text = Die erste entsteht mit dem nächsten Speichern.
versions-nowhere = Dieser Computer hat keinen Ordner, in dem Versionen liegen könnten. Speichern geht wie immer.
versions-cannot_list = Die Versionen lassen sich nicht auflisten
versions-not_kept = Das letzte Speichern hat keine Version bewahrt: { $why }
versions-not_kept_title = Keine Version wurde bewahrt
versions-not_kept_hint = Der Plan selbst ist gespeichert. Versionen liegen in { $folder }. Diese Meldung kommt einmal; „Versionen“ im Menü zeigt, ob es dabei bleibt.

versions-reading = Die Versionen werden gelesen
versions-looking = Eine Version wird gelesen
versions-keeping = Eine Version wird bewahrt
versions-list = Versionen dieses Plans
versions-row = { $when }, { $what }, { $figures }
versions-on_day = { $day }, { $time }
versions-one_of = { $when } ({ $number } von { $count })
versions-yesterday_at = Gestern { $time }
versions-first = Erste Version
versions-before_first_save = So war es davor
versions-nothing_changed = Nichts geändert
versions-newer_row = Von einem neueren Momentboard geschrieben
versions-in_part_row = Zum Teil lesbar
versions-unreadable_row = Nicht als Plan lesbar
versions-damaged_row = Die Datei ist beschädigt und nicht lesbar
versions-file_of = Datei: { $when }
versions-name_unreadable = Benannte Version
versions-changed = { $what } geändert
versions-added = { $what } hinzugefügt
versions-removed = { $what } entfernt
versions-figures = { $moments }, { $size }

versions-cut_off = Ein Speichern dieses Plans wurde abgebrochen, und die Datei ist seither neu geschrieben. Was gespeichert werden sollte, ist im Menü unter „Versionen“.
versions-now = Jetzt
versions-cannot_look = Diese Version lässt sich nicht öffnen
versions-gone = Diese Version ist nicht mehr da.
versions-newer = Ein neueres Momentboard hat diese Version geschrieben.
versions-damaged = Diese Version ist beschädigt.
versions-part_damaged = Ein Teil dieser Version ist beschädigt.
versions-hint_another = Vielleicht enthält eine andere Version das Gesuchte.

versions-restore = Wiederherstellen
versions-restore_why = Setzt den ganzen Plan auf diese Version zurück. Ein Rückgängig nimmt das zurück. Nicht gespeicherte Änderungen kommen in den Papierkorb unter „Nicht gespeicherte Arbeit“.
versions-open_copy = Als Kopie öffnen
versions-copy_called = { $plan } ({ $version })
versions-open_copy_why = Öffnet diese Version als eigenen Plan, der noch keine Datei hat
versions-open_this = Diese Version öffnen
versions-open_this_why = Öffnet diese Version anstelle der Datei, die sich nicht lesen lässt. Die Datei bleibt, wie sie ist, bis sie beim Speichern überschrieben wird.
versions-can_be_read = Was lesbar ist
versions-nothing_to_compare = Von der beschädigten Datei ist nichts lesbar, womit sich diese Version vergleichen ließe. Sie lässt sich öffnen, wie sie ist.
versions-rename = Benennen…
versions-forget = Alle Versionen löschen…
versions-still_reading = Sie wird noch gelesen
versions-cannot_be_used = Sie lässt sich nicht lesen
versions-cannot_be_named = Sie lässt sich nicht lesen; ein Name würde nichts bewahren
versions-nothing_to_restore = Der Plan ist so, wie er damals war
versions-no_versions = Noch gibt es keine Version

versions-step = Version wiederherstellen: { $when }
versions-step_named = „{ $name }“ wiederherstellen
versions-restored = Der Plan ist so, wie er damals war. Rückgängig bringt den Stand davor zurück.
versions-restored_kept = Der Plan ist so, wie er damals war. Rückgängig bringt den Stand davor zurück; die nicht gespeicherten Änderungen liegen auch im Papierkorb unter „Nicht gespeicherte Arbeit“.
versions-cannot_restore = Die Version wurde nicht wiederhergestellt
versions-other_plan = Sie ist die Version eines anderen Plans.

versions-name_title = Version benennen
versions-name = Name der Version
versions-name_hint = Zum Beispiel „v3 an den Kunden“
versions-name_text = Eine Version mit Namen bleibt für immer. Ein leeres Feld nimmt den Namen weg.
versions-name_it = Namen speichern
versions-proposal = An den Kunden geschickt, { $day }
versions-named = „{ $name }“ steht jetzt unter Versionen.
versions-cannot_name = Die Version wurde nicht benannt
versions-name_shared = Version benennen

versions-forget_title = Alle Versionen löschen?
versions-forget_text = Jede frühere Version von „{ $name }“ auf diesem Computer wird endgültig gelöscht, auch die benannten. Der Plan und seine Datei bleiben, wie sie sind.
versions-forget_it = Löschen
versions-keep_them = Behalten
versions-cannot_forget = Nicht alle Versionen konnten gelöscht werden
