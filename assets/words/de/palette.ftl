# German of src/words/palette.rs: the palette: one field that finds what is in the plan, and everything that can be done.

palette-command = Suchen oder ausführen…
palette-field = Suche, Befehle
palette-results = Ergebnisse
palette-key_escape = Esc

palette-recent = Zuletzt benutzte Befehle
palette-fixes = Lösungen
palette-moments = Momente
palette-notes = Notizen
palette-creators = Creator
palette-findings = Befunde
palette-actions = Befehle
palette-plans = Zuletzt geöffnete Pläne
palette-templates = Vorlagen
palette-phases_and_blackouts = Phasen und Sperrzeiten
palette-phase = Phase
palette-blackout_dates = Sperrzeit
palette-more = { $n } weitere

palette-findings_change = Befunde { $before } → { $after }
palette-go_to_lane = { $name }, zur Spur
palette-open_page = { $name }, Seite öffnen
palette-go_to_lane_plain = Spur ohne Namen, zur Spur
palette-no_title = Ohne Titel
palette-add_for = { $what } für { $name }
palette-brief_of = Briefing von { $name } als PDF teilen
palette-creator_version = Fassung für den Creator
palette-start_from = Neuer Plan aus „{ $template }“
palette-open_plan = { $name } öffnen

palette-row = { $title }, { $rest }

palette-move_through = Bewegen
palette-run = Ausführen
palette-preview = Vorschau auf dem Board
palette-key_up = ↑
palette-key_down = ↓
palette-key_enter = ↵

palette-nothing = Nichts heißt so
palette-nothing_hint_start = Durchsucht werden die letzten Pläne, Vorlagen und Befehle.
palette-nothing_hint = Durchsucht werden Titel, Notizen, Phasen, Creator, Befunde, gemerkte Filter und Befehle.
palette-cannot = { $command }: { $why }
palette-no_results = Keine Ergebnisse
palette-results_found =
    { $n ->
        [one] 1 Ergebnis
       *[other] { $n } Ergebnisse
    }
palette-only = Nur { $what } zeigen
palette-use_preset = Gemerkten Filter „{ $name }“ zeigen
# Words by which a command is found, too; they are never shown.
palette-also_blackout = ruhetage frei urlaub feiertage keine posts
palette-also_search = filter finden suchen
palette-also_rules = regeln handbuch warum erklären
palette-also_tour = tour führung einführung demo
palette-also_guide = überspringen anleitung verlassen hilfe erste schritte
palette-also_quit = schließen ende programm
palette-also_preferences = einstellungen optionen währung sprache deutsch englisch datum
palette-also_shortcuts = tasten tastenkürzel hilfe
palette-also_present = vorführen folien bildschirm präsentation vollbild kunde
palette-also_share = exportieren deck folien powerpoint pdf drucken excel webseite bild kalenderdatei ics outlook senden kunde
palette-also_import = tabelle excel csv laden
palette-also_compare_lanes = reihenfolge andere reihenfolge nebeneinander vergleich
palette-also_show_hidden = alle spuren zeigen alles wieder einblenden
palette-also_ideas = ideen parken später
palette-also_note = haftnotiz klebezettel post-it kommentar anmerkung
palette-also_moment = post beitrag inhalt karte
palette-also_creator = influencer talent botschafter person
palette-also_calendar = monat frist fristen fällig termine
palette-also_table = liste tabellenblatt budget kosten
palette-also_campaign = budget ziel briefing name zeitraum der kampagne
palette-also_client = kunde kundin freigabe
palette-also_dark = dunkelmodus nacht
palette-also_light = heller modus tag
palette-also_zoom = zoom maßstab größer kleiner ganz
palette-also_hide = ausblenden verbergen unsichtbar
palette-also_versions = verlauf sicherung früher wiederherstellen
palette-also_brand_kit = logo farben schriften
palette-also_board = storyboard spuren zeitachse karten
palette-also_reach = monatsansicht wochenansicht monat woche
palette-also_pages = seite blättern voriger nächster monat woche
palette-also_start = willkommen start anfang vorlagen
palette-also_fill = zellen ausfüllen nach unten füllen
palette-also_duplicate = kopie kopieren verdoppeln wiederholen
palette-also_delete = entfernen papierkorb weg
palette-also_undo = zurück zurücknehmen schritt noch einmal
palette-also_rename = titel namen ändern
palette-also_open_moment = details bearbeiten eigenschaften
palette-also_paste = zeilen einfügen
palette-also_select = markieren alle
palette-also_picture = foto grafik bildschirmfoto
palette-also_phase = zeitraum abschnitt saison
palette-also_template = muster wiederverwenden ausgangspunkt
palette-also_size = schriftgröße text maßstab anzeige
palette-also_motion = animation ruhig still
palette-also_curve = beziehung vertrauen linie verlauf
palette-also_panels = leiste bereich rand
palette-also_findings = problem fehler warnung
palette-also_fix = beheben vorschlag reparieren
palette-also_accept = ignorieren ausnahme erlauben
palette-also_rule_settings = grenzwerte schwellen ausschalten einstellungen
palette-also_unsaved = entwürfe verloren wiederherstellen
palette-also_examples = beispiel muster
palette-also_limits = grenzen nicht sehen blind
palette-also_compare_values = passung marke gemeinsame werte
palette-also_copy_lane = spur kopieren für andere
palette-also_fold = zuklappen aufklappen einklappen
palette-also_sort = sortieren ordnen anordnen
palette-also_group = gruppieren zusammen
