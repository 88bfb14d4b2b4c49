# German of src/words/slides.rs: names of things in the list of a slide editor.

slides-title = Titel { $n }
slides-text = Text { $n }
slides-shape = Form { $n }
slides-line = Linie { $n }
slides-picture = Bild { $n }
slides-table = Tabelle { $n }
slides-figure = Zeichnung { $n }
slides-part = Teil { $n }
slides-list = Liste { $n }
slides-entry = Eintrag { $n }
slides-decoration = Schmuck { $n }
slides-footer = Fußzeile { $n }
slides-number = Foliennummer { $n }
slides-notes_slide = Folienbild
slides-notes_text = Notizen
slides-beginning = Anfang
slides-theme = Momentboard
slides-failed = Die Folien konnten nicht geschrieben werden: { $cause }.
slides-failed_hint = Weniger Abschnitte oder ein anderes Format helfen.
slides-too_large = Die Folien sind größer als { $largest } und lassen sich daher nicht wieder als Plan öffnen.
