# German of src/words/conflict.rs: when a plan is open twice, or another program changes its file.

conflict-gone = Die Datei ist weg
conflict-folder_gone = Der Ordner ist weg
conflict-compare = Vergleichen…
conflict-save_anew = Neu speichern…
conflict-open_it = Öffnen
conflict-ignore = Ignorieren
conflict-hide = Diese Meldung ausblenden
conflict-edit_here = Hier bearbeiten

conflict-notice_gone = „{ $file }“ ist nicht mehr da. Der Plan ist noch hier, und Speichern legt die Datei neu an.
conflict-notice_folder_gone = Der Ordner von „{ $file }“ ist nicht mehr da. Der Plan ist noch hier. Der Ordner wurde umbenannt oder verschoben, oder sein Laufwerk ist nicht verbunden.
conflict-notice_kept_both = „{ $copy }“ ist jetzt offen, mit dem, was zu sehen war. „{ $file }“ ist so, wie das andere Programm es schrieb.
conflict-notice_changed = Ein anderes Programm hat „{ $file }“ geändert, während hier noch ungespeicherte Änderungen sind. Nichts wurde überschrieben.
conflict-notice_changed_unread = Ein anderes Programm hat „{ $file }“ geändert. Nichts wurde überschrieben.
conflict-notice_unreadable = Ein anderes Programm hat „{ $file }“ geändert, und die Datei lässt sich jetzt nicht als dieser Plan lesen. Nichts wurde überschrieben.
conflict-notice_reloaded = Ein anderes Programm hat „{ $file }“ geändert. Zu sehen ist der Stand von jetzt; Rückgängig bringt zurück, was hier war.
conflict-notice_copy = „{ $copy }“ neben diesem Plan enthält denselben Plan: Das sieht nach einer Konfliktkopie von { $maker } aus.
conflict-notice_original = „{ $copy }“ liegt neben diesem Plan, und dieser sieht nach einer Konfliktkopie davon aus.
conflict-dropbox = Dropbox
conflict-one_drive = OneDrive
conflict-google_drive = Google Drive
conflict-syncthing = Syncthing
conflict-nextcloud = Nextcloud
conflict-icloud = iCloud
conflict-ours = Momentboard
conflict-notice_in_place = Gespeichert. Der Ordner von „{ $file }“ nimmt keine neuen Dateien auf, daher wurde die Datei selbst überschrieben. Ihr voriger Inhalt ist im Menü unter „Versionen“.
conflict-notice_fleeting = Dieser Ordner wird von Zeit zu Zeit geleert. Bei den eigenen Dokumenten ist ein Plan sicherer.
conflict-notice_program_folder = Dieser Ordner gehört installierten Programmen, und ein Update kann ihn leeren. Bei den eigenen Dokumenten ist ein Plan sicherer.

conflict-look_only_twice = Nur zum Ansehen: Dieser Plan ist { $since } in einem anderen Fenster offen.
conflict-look_only_left = Nur zum Ansehen: Das andere Fenster hat diesen Plan nicht mehr offen. Er lässt sich hier bearbeiten, so wie er jetzt in der Datei ist.
conflict-look_only_newer = Nur zum Ansehen: Dieser Plan braucht { $needs }.
conflict-look_only_marked = Nur zum Ansehen: Die Datei ist schreibgeschützt. Änderungen sind möglich, wenn sie als andere Datei gespeichert wird.
conflict-look_only_closed = Nur zum Ansehen: Die Datei darf hier nicht geändert werden. Änderungen sind möglich, wenn sie als andere Datei gespeichert wird.
conflict-why_twice = Der Plan ist in einem anderen Fenster offen und lässt sich hier nur ansehen
conflict-why_left = Der Plan war in einem anderen Fenster offen und lässt sich nur ansehen, bis „Hier bearbeiten“ gedrückt wird
conflict-why_newer = Der Plan braucht eine neuere Version des Programms und lässt sich hier nur ansehen
conflict-why_marked = Die Datei ist schreibgeschützt, daher lässt sich der Plan hier nur ansehen
conflict-why_closed = Die Datei darf nicht geändert werden, daher lässt sich der Plan hier nur ansehen
# Goes into “ist … in einem anderen Fenster offen”.
conflict-since_time = seit { $time }
conflict-since_time_on = seit { $time } auf { $host }
conflict-day_and_time = { $day }, { $time }
conflict-still_open = bereits

conflict-twice_title = In einem anderen Fenster offen
conflict-twice_text = „{ $file }“ ist { $since } in einem anderen Fenster offen.
conflict-twice_hint = Nur ansehen ändert nichts. Eine Kopie ist ein eigener Plan, ohne Datei, bis sie gespeichert wird.
conflict-look_only = Nur ansehen
conflict-open_copy = Kopie öffnen

conflict-gone_title = Plan neu speichern?
conflict-gone_text = Unter { $path } ist keine Datei mehr. Speichern legt sie dort neu an, mit dem, was zu sehen ist.
conflict-file_back = Die Datei ist wieder da
conflict-file_back_text = Unter { $path } ist wieder eine Datei. Enthält sie, was hier zuletzt gelesen oder gespeichert wurde, wird sie durch das ersetzt, was zu sehen ist; andernfalls kommt vorher eine Frage.

conflict-folder_gone_text = Unter { $folder } ist kein Ordner mehr. Er wurde vielleicht umbenannt oder verschoben, oder sein Laufwerk ist nicht verbunden. Der Plan ist noch hier.
conflict-folder_back = Der Ordner ist wieder da
conflict-folder_back_text = Der Ordner { $folder } ist wieder da. Der Plan ist noch nicht gespeichert.
conflict-folder_back_hint = Ein neuer Versuch speichert ihn dort.
conflict-folder_gone_hint = Ein neuer Versuch lohnt sich, wenn der Ordner wieder da ist; sonst lässt sich der Plan anderswo speichern.

conflict-conflict_title = Die Datei hat sich inzwischen geändert
conflict-conflict_text = Ein anderes Programm hat „{ $file }“ geändert, seit die Datei hier gelesen wurde, und der Plan hier hat eigene Änderungen.
conflict-conflict_text_unedited = Ein anderes Programm hat „{ $file }“ geändert, seit die Datei hier gelesen wurde. Hier wurde seither nichts geändert.
conflict-conflict_again = Die Datei hat sich noch einmal geändert. So ist sie jetzt.
conflict-conflict_unreadable = Was jetzt in der Datei ist, lässt sich nicht als dieser Plan lesen: { $reason }
conflict-conflict_versions = Was frühere Speicherungen schrieben, ist im Menü unter „Versionen“.
conflict-other_plan_there = In der Datei ist jetzt ein anderer Plan
conflict-both_title = Beide behalten
conflict-both_text = Speichert, was zu sehen ist, als „{ $copy }“ und macht dort weiter. „{ $file }“ bleibt, wie das andere Programm es schrieb.
conflict-theirs_title = Fassung der Datei
conflict-theirs_text = Zeigt, was in der Datei ist. Rückgängig bringt zurück, was jetzt zu sehen ist; nicht gespeicherte Änderungen kommen in den Papierkorb unter „Nicht gespeicherte Arbeit“.
conflict-mine_title = Eigene Fassung
conflict-mine_text = Schreibt, was zu sehen ist, in „{ $file }“, anstelle dessen, was dort ist.
conflict-choice = { $title }: { $text }
conflict-in_file = In der Datei
conflict-on_screen = Hier im Fenster

conflict-copy_title = Mit „{ $copy }“ vergleichen
conflict-in_copy = In der Kopie
conflict-take_copy = Fassung der Kopie
conflict-take_copy_text = Setzt den Inhalt der Kopie an die Stelle dessen, was zu sehen ist. Rückgängig nimmt es zurück; nicht gespeicherte Änderungen kommen in den Papierkorb unter „Nicht gespeicherte Arbeit“.
conflict-taken_kept = Die nicht gespeicherten Änderungen liegen 30 Tage im Papierkorb unter „Nicht gespeicherte Arbeit“. Auch Rückgängig bringt sie zurück.
conflict-aside_failed = Nichts wurde ersetzt
conflict-aside_failed_hint = Hier sind Änderungen, die in keiner Datei sind, und sie konnten vorher nicht als Entwurf bewahrt werden. Nach dem Speichern in eine andere Datei ist ein neuer Versuch möglich.
conflict-cannot_take = Übernehmen lässt sich nur, was dieser Plan ist
conflict-keeping_edits = Änderungen ohne Datei werden behalten
conflict-keeping_first = Ihre Änderungen werden zuerst bewahrt…
conflict-stop_keeping = Behalten abbrechen

conflict-step_reload = Änderungen eines anderen Programms übernehmen
conflict-step_take = Inhalt von „{ $file }“ übernehmen
conflict-reading_again = Der Plan wird neu gelesen

conflict-keep_draft = Entwurf behalten
conflict-draft_text = „{ $name }“ hat Änderungen, die in keiner Datei sind. Ein Entwurf bewahrt sie hier, bis sie gebraucht werden.
conflict-no_draft_text = „{ $name }“ hat Änderungen, die in keiner Datei sind, und ein Entwurf davon lässt sich jetzt nicht behalten: { $reason }. Ohne Speichern sind sie verloren.
conflict-draft_failed = Der Entwurf konnte nicht behalten werden
conflict-draft_failed_why = Entwürfe liegen in { $folder }, und das geht jetzt nicht: { $reason }.
conflict-draft_failed_text = Nichts wurde geschlossen. Auch Speichern in eine Datei bewahrt den Plan.
