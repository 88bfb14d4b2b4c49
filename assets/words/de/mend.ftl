# German of src/words/mend.rs: the list of findings, why one is there, what a fix would do before it is done, and the pages of the rules.

mend-group_list = Liste
mend-group_severity = Nach Schwere
mend-group_lane = Nach Spur
mend-grouping = Ordnung: { $how }
mend-group = { $name }, { $findings }
mend-no_lane = Der ganze Plan
mend-errors = Fehler
mend-warnings = Warnungen
mend-hints = Hinweise
mend-up_to_date = Aktuell
mend-up_to_date_note = Befunde folgen jeder Änderung des Plans.
mend-fix_done = Erledigt: { $title }
mend-no_findings = Keine Befunde
mend-nothing_too_early = Jede Änderung wird geprüft. Keine Aufforderung kommt zu früh.
mend-place = { $at } von { $all }
mend-place_spoken = Befund { $at } von { $all }. { $finding }
mend-unfold = Alle Befunde zeigen

mend-preview_fix = Lösung ansehen
mend-go_to_field = Zum Feld
mend-preview_of = „{ $fix }“ ansehen
mend-adds_drafts = Fügt nur Entwürfe hinzu
mend-shown_first = Erst ansehen
mend-fix_safe = { $fix }. Fügt nur Entwürfe hinzu: Kein Datum und kein Wort ändert sich. { $effect }
mend-appeared = Neu: { $tone }. { $message }
mend-several_appeared = { $count } neue Befunde. { $tone }: { $message }
mend-one_gone = Ein Befund ist weg.
mend-several_gone = { $count } Befunde sind weg.
mend-fix_suggested = { $fix }. Wird erst gezeigt, die Entscheidung folgt danach. { $effect }
mend-fix_jump = { $fix }. Öffnet das Feld: Nur ein Mensch kann es ausfüllen.
mend-resolved = Durch diese Lösung erledigt
mend-resolved_row = Durch diese Lösung erledigt: { $finding }
mend-new = Neu
mend-new_row = Neu mit dieser Lösung: { $finding }
mend-nothing_offered = Hier wird keine Lösung angeboten
mend-nothing_offered_text = Das muss ein Mensch abwägen. Weshalb der Befund hier steht und was ihn klären würde, steht unter „Erklären“.

mend-why_of = Warum: { $title }
mend-why_facts = Was betrachtet wurde
mend-why_limit = Der verwendete Grenzwert
mend-why_clears = Was den Befund klären würde
mend-explain_rule = Die ganze Regel
mend-card_on = { $kind } „{ $title }“, { $day }
mend-fact_brand = Marke: { $name }
mend-fact_product = Produkt: { $name }
mend-fact_marked = { $name } ist als „{ $why }“ markiert
mend-fact_approved = Die Karte ist freigegeben oder weiter
mend-fact_live = Es ist ein Livestream
mend-fact_heard = Man hört es, sieht es aber nicht
mend-fact_long = Es ist ein langes Video
mend-fact_event = Die Aufforderung liegt in der Phase eines Events
mend-fact_deal_on = Vertrag: { $day }
mend-fact_deal = Vertrag: { $from } bis { $to }
mend-fact_deal_with = Vertrag mit { $rival }
mend-fact_deal_from = { $deal }, ab { $day }
mend-fact_deal_to = { $deal }, bis { $day }
mend-fact_deal_exclusive = { $deal }, exklusiv bis { $day }
mend-relationship_before = { $name } vor dem Plan: { $status }
mend-limit_default = Der Standard der Regel
mend-limit_of_plan = In diesem Plan gesetzt
mend-limit_of_house = In den Hausregeln gesetzt
mend-limit_min_value_before = Mindestens { $n } { $n ->
        [one] Tag, der
       *[other] Tage, die
    } vor der Aufforderung etwas { $n ->
        [one] gibt
       *[other] geben
    }
mend-limit_min_lead_days = Mindestens { $n } { $n ->
        [one] Tag
       *[other] Tage
    } von der ersten Karte bis zur ersten Aufforderung, bei einer neuen Beziehung
mend-limit_min_lead_days_warm = Mindestens { $n } { $n ->
        [one] Tag
       *[other] Tage
    } von der ersten Karte bis zur ersten Aufforderung, bei Menschen, die sich kennen
mend-limit_value_between_soft = Mindestens { $n } { $n ->
        [one] Karte, die
       *[other] Karten, die
    } zwischen zwei Aufforderungen etwas { $n ->
        [one] gibt
       *[other] geben
    }, wenn die spätere sanft ist
mend-limit_value_between_hard = Mindestens { $n } { $n ->
        [one] Karte, die
       *[other] Karten, die
    } zwischen zwei Aufforderungen etwas { $n ->
        [one] gibt
       *[other] geben
    }, wenn die spätere direkt ist
mend-limit_stale_days = Nach { $n } { $n ->
        [one] Tag
       *[other] Tagen
    } ohne gemeinsamen Auftritt muss eine Beziehung neu gezeigt werden
mend-limit_silence_days = Nach { $n } { $n ->
        [one] stillen Tag
       *[other] stillen Tagen
    } gilt eine Rückkehr als kalt
mend-limit_same_drop_days = Aufforderungen für ein Produkt innerhalb von { $n } { $n ->
        [one] Tag
       *[other] Tagen
    } nach der ersten zählen als eine
mend-limit_event_lead_percent = Rund um ein Event genügen { $n } Prozent der Tage vor der ersten Aufforderung
mend-limit_keep_warm_days = Eine leichte Karte alle { $n } { $n ->
        [one] Tag
       *[other] Tage
    } hält eine stille Spur warm
mend-limit_ask_share_percent = Höchstens { $n } Prozent der Karten einer Spur sind Aufforderungen
mend-limit_ask_share_cards = Der Anteil der Aufforderungen zählt ab { $n } { $n ->
        [one] Karte
       *[other] Karten
    }
mend-limit_ask_burst = { $n } verschiedene Aufforderungen oder mehr dicht beieinander sind zu viele
mend-limit_ask_burst_launch = In einer Launch-Phase sind { $n } verschiedene Aufforderungen oder mehr zu viele
mend-limit_ask_burst_days = Aufforderungen innerhalb von { $n } { $n ->
        [one] Tag
       *[other] Tagen
    } liegen dicht beieinander
mend-limit_synchronised_lanes = { $n } neue Spuren oder mehr, die am selben Tag für ein Produkt auffordern, wirken abgesprochen
mend-limit_competitor_days = Bis { $n } { $n ->
        [one] Tag
       *[other] Tage
    } nach dem Vertrag mit einem Konkurrenten gerät eine Aufforderung damit in Konflikt
mend-limit_follow_up_days = Auf eine Karte, die Haltung zeigt, folgt innerhalb von { $n } { $n ->
        [one] Tag
       *[other] Tagen
    } etwas
mend-limit_mention_days = Bis { $n } { $n ->
        [one] Tag
       *[other] Tage
    } nach einem bezahlten Vertrag braucht eine Erwähnung noch eine Kennzeichnung
mend-limit_long_video_minutes = Ein Video ab { $n } { $n ->
        [one] Minute
       *[other] Minuten
    } wiederholt seine Kennzeichnung
mend-limit_young_percent = Ein Publikum zählt als jung, wenn { $n } Prozent oder mehr unter 18 sind
mend-limit_other = { $setting }: { $value }

mend-previewing = Vorschau einer Lösung · noch ist nichts geändert
mend-preview_bar = Vorschau: { $title }. { $effect }
mend-bar_findings = Befunde
mend-bar_errors = Fehler
mend-bar_warnings = Warnungen
mend-bar_hints = Hinweise
mend-bar_at_ask = Publikum
mend-bar_ends = { $name } endet bei
mend-bar_change = { $label }: { $before } → { $after }
mend-keep = So lassen
mend-apply = Anwenden
mend-other_fix = Nächste Lösung
mend-fix_before = Vorige Lösung
mend-key_escape = Esc
mend-key_enter = ↵

mend-kept_order = Die { $n } Termine neu geordnet
mend-kept_shift = { $n } um { $days } verschoben, Abstände bleiben
mend-kept_moved = { $n } mit neuem Datum, alle Texte bleiben
mend-kept_moved_one = Ein Moment bekommt ein neues Datum, alle Texte bleiben
mend-kept_place = { $n } an neuem Platz, alle Texte bleiben
mend-kept_place_one = Ein Moment bekommt einen neuen Platz, alle Texte bleiben
mend-kept_added = { $n } als Entwurf dazu, alles andere bleibt
mend-kept_moved_added = { $moved } verschoben, { $added } als Entwurf dazu
mend-kept_parked = { $n } zu den Ideen, alle Termine bleiben
mend-kept_changed = { $n } geändert, alle Termine bleiben
mend-kept_plan = Kein Moment ändert sich

mend-arc_ask = Die Aufforderung: { $from } → { $to }
mend-arc_card = „{ $title }“: { $from } → { $to }
mend-was = war { $when }
mend-to_ideas = zu den Ideen
mend-after = nachher
mend-before = vorher
mend-ghost = Vorschau: { $card }
mend-ghost_was = Vorschau: { $card }, vorher { $when }
mend-ghost_new = Vorschau: { $card }, neu
mend-ghost_parked = Vorschau: { $card }, zu den Ideen

mend-rules_intro = Worauf die Prüfung achtet und wie gut jede Regel belegt ist. Es sind Planungsregeln: Keine veröffentlichte Studie prüft die genaue Reihenfolge einer Creator-Kampagne.
mend-all_rules = Alle Regeln
mend-rule_row = { $code }: { $title }. { $evidence }
mend-evidence_letter = Beleg { $letter }
mend-evidence_a = A: eine Metaanalyse oder mehrere Experimente
mend-evidence_b = B: eine einzelne Studie oder Beobachtung
mend-evidence_c = C: Fachpresse, ein Artikel, Einschätzung
mend-evidence_r = R: Vorschrift
mend-evidence_judgement = Einschätzung: ein Standard, über den sich streiten lässt
mend-planning_rule = Eine Planungsregel, keine Vorhersage.
