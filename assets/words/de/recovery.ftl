# German of src/words/recovery.rs: work that no file has: how it is kept, and how it is offered again.

recovery-not_written = Die Sicherung wird nicht geschrieben: { $reason }
recovery-no_place = dieser Computer hat keinen Ordner dafür
recovery-looking = Nicht gespeicherte Arbeit wird gesucht
recovery-reading = Ein Entwurf wird gelesen
recovery-restoring = Ein Entwurf wird wiederhergestellt
recovery-discarding = Ein Entwurf kommt in den Papierkorb

recovery-one_not_saved = 1 Änderung seit { $time } ist nicht gespeichert
recovery-many_not_saved = { $edits } seit { $time } sind nicht gespeichert
recovery-broke_reading = im Programm ist etwas schiefgegangen.
recovery-broke_hint = Entwürfe bleiben, wo sie sind. Beim nächsten Start von Momentboard werden sie wieder gesucht.
recovery-several_drafts_not_saved = { $drafts } mit nicht gespeicherten Änderungen ({ $plans })
recovery-several_not_saved = { $plans } mit nicht gespeicherten Änderungen
recovery-after_crash = Momentboard wurde unerwartet beendet. Was bis dahin getan war, ist hier.
recovery-after_crash_nothing = Momentboard wurde unerwartet beendet
recovery-after_crash_nothing_text = Nichts ging verloren: Alle Änderungen sind gespeichert.
recovery-unreadable = Entwürfe, die sich nicht lesen lassen: { $n }
recovery-unreadable_text = Die Dateien sind beschädigt, hier lässt sich nichts davon wiederherstellen. Sie bleiben 30 Tage in { $folder }.
recovery-nothing_waits = Kein Entwurf wartet
recovery-nothing_waits_text = Änderungen werden laufend bewahrt. Was in den letzten 30 Tagen verworfen wurde, ist im Menü unter „Nicht gespeicherte Arbeit“.
recovery-file = Datei: { $path }
recovery-no_file = Nie in einer Datei gespeichert
recovery-from_to = Erste Änderung { $first }, letzte { $last }
recovery-row = { $name }, { $edits }, { $time }, { $place }, { $last }
recovery-row_detail = { $edits } · { $time }
recovery-row_last = Zuletzt: { $step }
recovery-file_in = { $file } in { $folder }
recovery-at = { $day } { $time }

recovery-file_merged = Ein anderes Programm oder Fenster hat die Datei seither geändert, aber an anderen Stellen. Wiederherstellen führt beides zusammen. Die Datei selbst bleibt bis zum Speichern, wie sie ist.
recovery-file_clash = Ein anderes Programm oder Fenster hat die Datei seither geändert, und das passt nicht zu dem, was hier geändert wurde.
recovery-file_other = In der Datei ist jetzt ein anderer Plan. Wiederherstellen öffnet Ihren ohne Datei.
recovery-file_closed = Die Datei lässt sich hier nur ansehen. Wiederherstellen öffnet den Plan ohne Datei.
recovery-both_text = Öffnet Ihren Entwurf als Kopie ohne Datei. „{ $file }“ bleibt, wie es ist.
recovery-theirs_text = Öffnet „{ $file }“, wie es jetzt ist. Wiederholen bringt Ihren Entwurf zurück. Ist der Plan geschlossen, liegt der Entwurf 30 Tage im Papierkorb unter „Nicht gespeicherte Arbeit“.
recovery-mine_text = Schreibt Ihren Entwurf in „{ $file }“. Was jetzt dort ist, wird vorher als Version bewahrt.
recovery-kept_both = Das ist Ihr Entwurf, als Kopie ohne Datei. „{ $file }“ ist so, wie das andere Programm es schrieb.
recovery-file_gone = Die Datei ist nicht mehr da. Wiederherstellen öffnet den Plan ohne Datei.
recovery-file_moved = Die Datei heißt jetzt „{ $file }“ oder liegt in einem anderen Ordner. Wiederherstellen macht dort weiter.
recovery-file_unreadable = Die Datei lässt sich jetzt nicht lesen. Wiederherstellen öffnet den Plan ohne Datei.
recovery-lost_pictures = In diesem Entwurf fehlen einige Bilder. Die Karten bleiben.
recovery-cut_short = Die letzte Änderung wurde abgeschnitten. Alles davor ist hier.
recovery-damaged_text = Dieser Entwurf lässt sich nicht lesen: { $reason } Er bleibt, wo er ist.
recovery-against_file = Zur Datei
recovery-what_you_did = Hier geändert
recovery-what_others_did = In der Datei geändert
recovery-side_file = In der Datei
recovery-side_before = Vor den Änderungen
recovery-side_draft = Wiederhergestellt
recovery-untitled = Plan ohne Titel

recovery-restore = Wiederherstellen
recovery-later = Später
recovery-discard = Verwerfen…
recovery-discard_title = Diesen Entwurf verwerfen?
# The English has no stop behind the place.
recovery-discard_text = Der Entwurf von „{ $name }“ ({ $edits }, in keiner Datei) kommt für 30 Tage in den Papierkorb. Im Menü holt ihn „Nicht gespeicherte Arbeit“ zurück. Er liegt in { $place }.
recovery-discard_of = Entwurf von „{ $name }“ verwerfen…
recovery-discard_yes = Verwerfen
recovery-discard_no = Behalten
recovery-cannot_discard = Der Entwurf konnte nicht verworfen werden

recovery-command = Nicht gespeicherte Arbeit…
recovery-listing = Nicht gespeicherte Arbeit wird gesucht
recovery-work_title = Nicht gespeicherte Arbeit
recovery-work_text = Änderungen, die in keiner Datei sind. Sie warten hier, bis sie wiederhergestellt oder verworfen werden.
recovery-work_none = Keine Entwürfe warten.
recovery-trash_title = Im Papierkorb
recovery-trash_none = Im Papierkorb liegt nichts.
recovery-trash_text = Verworfene Entwürfe bleiben 30 Tage in { $folder }.
recovery-trash_until = bleibt bis { $day }
recovery-look = Ansehen…
recovery-look_at = { $draft } ansehen
recovery-put_back = Zurückholen
recovery-put_back_of = { $draft } zurückholen
recovery-putting_back = Ein Entwurf wird zurückgeholt
recovery-cannot_put_back = Der Entwurf konnte nicht zurückgeholt werden
recovery-step_restored = Nicht Gespeichertes wiederherstellen
recovery-box_title = Entwurf gefunden
recovery-box_titles = { $n } Entwürfe gefunden
recovery-box_text = { $name }, { $edits } von { $time } nicht gespeichert
recovery-box_more = { $text }, und { $n } mehr
recovery-review = Ansehen

# How many.
recovery-others_wait = { $n ->
    [one] Nicht gespeicherte Arbeit an einem anderen Plan wartet.
   *[other] Nicht gespeicherte Arbeit an { $n } anderen Plänen wartet.
}
recovery-edits = { $n ->
    [one] 1 Änderung
   *[other] { $n } Änderungen
}
recovery-drafts = { $n ->
    [one] 1 Entwurf
   *[other] { $n } Entwürfe
}
recovery-plans = { $n ->
    [one] 1 Plan
   *[other] { $n } Pläne
}
