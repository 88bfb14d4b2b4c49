# German of src/words/accept.rs: accepting a finding, what is said afterwards, and what was not checked.
# An acceptance is called “Entscheidung”: what is decided is to take a risk.

accept-title = Dieses Risiko in Kauf nehmen
accept-title_change = Diese Entscheidung ändern
accept-covers = Was in Kauf genommen wird
accept-this_moment = Dieser Moment
accept-like_in_lane = Alle dieser Art in der Spur von { $name }
accept-like_in_plan = Alle dieser Art im Plan
accept-scope_note_moment = Nur dieser Befund. Die Regel sieht sich alles andere weiter an.
accept-scope_note_lane = { $found } dieser Art in der Spur von { $name }. Was später dazukommt, gehört nicht dazu.
accept-scope_note_plan = { $found } dieser Art im Plan. Was später dazukommt, gehört nicht dazu.
accept-why = Warum ist das in Ordnung?
accept-why_hint = Ein Satz, der auch in drei Monaten noch verständlich ist
accept-reason_fan = Seit Langem echter Fan
accept-reason_date = Fester Termin im Handel
accept-reason_wish = Wunsch des Creators
accept-reason_other = Anderer
accept-why_missing = Ein Grund ist nötig: Wer den Plan später liest, fragt danach.
accept-owner = Zuständig
accept-owner_named = Zuständig für die Entscheidung
accept-owner_hint = Wer entschieden hat
accept-owner_missing = Ein Name ist nötig: Jemand steht dafür ein.
accept-known_owners = Namen in diesem Plan
accept-expires = Läuft ab
accept-no_end = Kein Ende
accept-plan_end = Ende des Plans, { $day }
accept-expires_past = Dieser Tag ist vorbei. Mit dieser Frist ist der Befund sofort wieder offen.
accept-to_client = Grund dem Kunden als Anmerkung zeigen
accept-note = Der Befund bleibt unter „In Kauf genommen“ in der Liste. Ändert der Post Datum, Creator oder Art, wird wieder gefragt.
accept-note_lane = Der Befund bleibt unter „In Kauf genommen“ in der Liste. Ändert sich, worauf er sich stützt, wird wieder gefragt.
accept-accept = In Kauf nehmen
accept-save_change = Änderung speichern
accept-accept_until = In Kauf nehmen bis { $day }
accept-curve = Die Kurve der Spur: { $marks }
accept-mark = { $kind } { $when }

accept-step_accept = „{ $title }“ in Kauf nehmen
accept-step_change = Entscheidung zu „{ $title }“ ändern
accept-step_withdraw = Entscheidung zu „{ $title }“ zurücknehmen
accept-said_accepted = Risiko in Kauf genommen
accept-said_accepted_all = { $n } { $n ->
        [one] Befund
       *[other] Befunde
    } in Kauf genommen
accept-said_changed = Entscheidung geändert
accept-said_withdrawn = Entscheidung zurückgenommen
accept-nothing_to_accept = Einen Moment oder eine Spur mit offenem Befund auswählen, dann lässt er sich in Kauf nehmen.

accept-accept_risk = In Kauf nehmen…
accept-accept_named = „{ $title }“ in Kauf nehmen…
accept-change = Ändern…
accept-take_back = Zurücknehmen
accept-until = { $owner }, bis { $day }

accept-not_checked = Nicht geprüft
accept-nothing_unchecked = Alles, was die Regeln betrachten, ist ausgefüllt.
accept-more_lists = Weitere Listen
accept-filter = Befunde filtern
accept-filter_by = Wörter in einem Befund
accept-filter_off = Filter: { $words }. Drücken zeigt wieder alle.
accept-filtered_none = Nichts in dieser Liste hat diese Wörter.
accept-part = { $what }: { $message }
accept-missing_card = { $severity }: { $message }

accept-head_lanes = Nicht ausgefüllt
accept-head_not_shared = Beim Teilen des Plans weggelassen
accept-head_off = Für diesen Plan ausgeschaltet
accept-head_off_house = In den Hausregeln ausgeschaltet
accept-head_stale = Einmal in Kauf genommen, jetzt nicht mehr
accept-unchecked_row = { $lanes }: { $reason }
accept-off_row = { $rule }. Ausgeschaltet von { $by }: { $reason }
accept-stale_row = { $rule }: { $why } ({ $owner }: { $reason })
accept-stale_of = { $rule }, { $place }
accept-stale_card = „{ $title }“ von { $lane }
accept-stale_changed = worauf sich die Entscheidung stützte, hat sich geändert
accept-stale_expired = ihr letzter Tag ist vorbei
accept-stale_nothing = dort wird nichts dieser Art mehr gefunden
accept-stale_moment = nennt einen Moment, den es nicht mehr gibt
accept-stale_lane = nennt eine Spur, die es nicht mehr gibt
accept-stale_rule = nennt eine Regel, die diese Version nicht kennt
accept-stale_off = ihre Regel ist für diesen Plan ausgeschaltet
accept-accept_again = Wieder in Kauf nehmen…
accept-remove = Entfernen
accept-remove_named = Entscheidung entfernen: { $rule }
accept-go_to = Zum Feld
accept-go_to_named = Zum Feld. { $text }
accept-show_lane = Spur zeigen
accept-show_lane_named = Spur zeigen. { $text }
accept-settings = Regeln und Grenzwerte…

accept-fact_creator = Creator: { $name }
accept-why_evidence = Wie gut die Regel belegt ist
accept-change_limit = Grenzwert ändern…
accept-set_by = In diesem Plan gesetzt von { $author }: { $reason }
accept-set_by_on = In diesem Plan gesetzt von { $author }, { $day }: { $reason }
accept-set_by_house = Gesetzt in den Regeln von { $name }

accept-of_lane = Alles dieser Art in der Spur von { $name }
accept-of_plan = Alles dieser Art im Plan
accept-for_good = Kein Ende
