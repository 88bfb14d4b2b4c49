# German of src/words/picture.rs: pictures of a plan, and plans that came inside a document.

picture-no_lane = Diese Spur ist nicht im Plan, so wie diese Fassung ihn zeigt.
picture-no_lane_hint = Eine andere Spur oder das ganze Board wählen.
picture-in_document_not_shared = Dieser Plan kam in einem Dokument. Er enthält, was für dessen Lesende bestimmt war, und sonst nichts. Status, Belege und Honorare wurden nicht geteilt; daher ist nichts als fällig genannt, und Regeln, die darauf beruhen, stehen unter „Nicht geprüft“. Er hat noch keine eigene Datei.
picture-in_document = Dieser Plan kam in einem Dokument. Er enthält, was für dessen Lesende bestimmt war, und sonst nichts. Er hat noch keine eigene Datei.
# The kind of document stands in brackets, because its gender differs.
picture-no_plan_inside = In diesem Dokument ({ $what }) ist kein Plan.
picture-no_plan_inside_hint = Vielleicht wurde es ohne den Plan geteilt, oder ein anderes Programm hat es seither gespeichert. Die .moments-Datei, aus der es entstand, lässt sich öffnen.
picture-damaged_plan_inside = Der Plan in diesem Dokument ({ $what }) ist beschädigt: Ein Teil fehlt oder wurde geändert.
picture-damaged_plan_inside_hint = Eine frühere Kopie der Datei oder die .moments-Datei, aus der sie entstand, lässt sich öffnen.
picture-newer_plan_inside = Den Plan in diesem Dokument ({ $what }) hat eine neuere Version von Momentboard hineingelegt.
picture-newer_plan_inside_hint = Ein aktuelles Momentboard öffnet ihn; auch die .moments-Datei, aus der das Dokument entstand, lässt sich öffnen.
picture-broken_plan_inside = Der Plan in diesem Dokument ({ $what }) lässt sich nicht lesen. { $cause }
picture-needs_out = { $file } ist ein Dokument, in dem ein Plan liegt. Es wird nie mit einem Plan überschrieben.
picture-needs_out_hint = Erst ist der Plan als eigene Datei zu speichern: das Dokument im Fenster öffnen und speichern, oder mit -o eine Datei nennen.
picture-pdf = PDF
picture-presentation = Präsentation
picture-page = Webseite
