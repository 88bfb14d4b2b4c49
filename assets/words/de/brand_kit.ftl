# German of src/words/brand_kit.rs: what a brand gives its decks.

# The dialog.
brand_kit-command = Marken-Set…
brand_kit-title = Marken-Set
brand_kit-text = Was Decks von der Marke übernehmen. Es bleibt in diesem Plan; als Datei lässt es sich in anderen nutzen. Dateien lassen sich hierher ziehen: Das erste Bild wird das Logo, das nächste das Titelbild; die erste Schrift ist für Überschriften, die nächste für Text.
brand_kit-logo = Logo
brand_kit-cover = Titelbild
brand_kit-heading_font = Titelschrift
brand_kit-body_font = Textschrift
brand_kit-accent = Akzent
brand_kit-paper = Hintergrund
brand_kit-ink = Schriftfarbe
brand_kit-footer = Fußzeile
brand_kit-footer_hint = Marke und Kampagne
brand_kit-prepared_by = Erstellt von
brand_kit-prepared_by_hint = Niemand ist genannt
brand_kit-none = Nicht gesetzt
brand_kit-inter = Inter
brand_kit-choose = Wählen…
brand_kit-choose_for = Wählen: { $name }
brand_kit-remove = Entfernen
brand_kit-remove_of = Entfernen: { $name }
brand_kit-pick_colour = Farbe wählen: { $name }
brand_kit-not_a_colour = „{ $text }“ ist keine Farbe. Eine Farbe besteht aus # und sechs Zeichen, etwa #4A48C4.
brand_kit-not_a_colour_yet = „{ $text }“ ist keine Farbe, daher bleibt es bei { $colour }. Eine Farbe besteht aus # und sechs Zeichen, etwa #4A48C4.
brand_kit-done = Fertig
brand_kit-save_kit = Set speichern…
brand_kit-load_kit = Set aus Datei…
brand_kit-remove_kit = Alles entfernen
brand_kit-nothing_to_save = Noch ist nichts gesetzt.
brand_kit-step_picture = Bild des Marken-Sets ändern
brand_kit-step_font = Schrift des Marken-Sets ändern
brand_kit-step_colour = Farbe des Marken-Sets ändern
brand_kit-step_words = Text des Marken-Sets ändern
brand_kit-step_load_kit = Anderes Marken-Set nutzen
brand_kit-step_remove_kit = Marken-Set entfernen
brand_kit-reading = Eine Datei des Marken-Sets wird gelesen
brand_kit-cannot_use = Diese Datei lässt sich nicht nutzen
brand_kit-font_hint = Möglich ist eine TrueType- oder OpenType-Datei (.ttf, .otf) bis 5 MiB.
brand_kit-picture_hint = Möglich ist ein Bild als PNG, JPEG, WebP oder GIF.
brand_kit-kit_hint = Möglich ist ein Set aus „Set speichern…“ oder ein Plan, der eines hat.
brand_kit-no_font = { $file } ist keine Schrift, mit der sich Buchstaben zeichnen lassen.
brand_kit-kit_files = Marken-Sets und Pläne
brand_kit-font_files = Schriften
brand_kit-picture_files = Bilder
brand_kit-path_read = Eine Datei für das Marken-Set
brand_kit-path_save = Wohin das Marken-Set geschrieben wird
# Files.
brand_kit-bad_colour = „{ $text }“ ist keine Farbe; eine Farbe sieht so aus: #4A48C4.
brand_kit-font_too_big = Eine Schrift des Marken-Sets ist größer als 5 MiB.
brand_kit-font_damaged = Eine Schrift des Marken-Sets ist beschädigt.
# What is used instead.
brand_kit-font_unreadable = Die Schrift { $family } des Marken-Sets lässt sich nicht lesen; an ihrer Stelle steht Inter.
brand_kit-picture_unreadable = Ein Bild des Marken-Sets lässt sich nicht lesen und ist weggelassen.
brand_kit-ink_unreadable = { $ink } auf { $paper } ist schlecht zu lesen ({ $ratio } : 1, nötig sind mindestens 4,5). Der Text steht in { $used }.
brand_kit-accent_unreadable = Der Akzent { $accent } ist auf { $paper } schlecht zu lesen ({ $ratio } : 1, nötig sind mindestens 4,5). Wörter darin stehen in { $used }.
# The terminal.
brand_kit-arg_kit = Das Marken-Set anstelle dessen im Plan: eine Datei aus „Set speichern…“ oder ein Plan, der eines hat
brand_kit-no_kit = { $file } enthält kein Marken-Set.
brand_kit-no_kit_hint = Eines lässt sich im Dialog Marken-Set speichern; auch ein Plan mit Set geht.
