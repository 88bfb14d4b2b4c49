# German of src/words/board.rs: the board: axis, lanes, cards, curve, and what screen readers are told of them.

board-phase = Phase
board-today = Heute
board-day_number = Tag { $number }
# The threshold of the curve: from here on people may be asked to buy.
board-ready_to_ask = Kaufbereit
board-clear = OK
board-days_from = Tage ab
board-day_0 = Tag 0
board-years = { $first }–{ $last }
board-undated = Ohne Datum
board-zone_undated = Noch ohne Datum
board-zone_relative = Tag 0 hat noch kein Datum
board-stack = { $count }, { $who }: { $titles }
board-and_more = und { $count } weitere
board-earlier_moments = Frühere Momente
board-later_moments = Spätere Momente
board-days_span = { $from } – { $to }
board-blackout = Sperrzeit { $days }
board-blackout_why = Sperrzeit { $days }: { $why }
board-blackout_taken = Sperrzeit { $days }. { $stand }
board-blackout_why_taken = Sperrzeit { $days }: { $why }. { $stand }
board-blackout_short = Sperrzeit
board-blackout_short_taken = { $why } · { $moments }
board-in_order = Nr. { $position }
board-audience_thousands = { $count }k
board-audience_millions = { $count } Mio.
board-audience_tenths = { $whole },{ $tenth } Mio.
board-kind_community = Community

board-board = Storyboard
board-card = { $kind }, { $who }, { $when }
board-card_title = { $card }: { $title }
board-card_flagged = { $card }, { $severity }: { $title }
board-card_finding = { $card }, { $severity }, { $found }: { $title }
board-card_accepted = { $card }, bewusst in Kauf genommen
board-lane = { $name }, { $platform }, { $findings }
board-error = Fehler
board-warning = Warnung
board-hint = Hinweis

board-empty_plan = Noch keine Spuren
board-empty_plan_hint = Mit einem Creator kommt die erste Spur; die Demo-Kampagne zeigt ein fertiges Board. Beides findet { $keys }.
board-empty_lane = Für { $name } ist noch nichts geplant. Ist die Spur ausgewählt, fügt die Taste 1 eine Ankündigung hinzu.
board-no_curve_order = Nach Reihenfolge, ohne Datum: Die Kurve beginnt, sobald die Momente Tage haben.
board-no_curve_undated = Ohne Datum: Die Kurve beginnt, sobald die Momente Tage haben.
board-no_curve_days = Diese Momente zählen ab Tag 0. Hat Tag 0 ein Datum, steht hier ihre Kurve.
board-no_curve_slot = Ein fester Platz hat keine Kurve.
board-no_curve_brand = Der eigene Kanal der Marke hat keine Kurve.
board-no_curve_community = Der eigene Kanal der Community hat keine Kurve.

board-quiet = { $days } Stille
board-quiet_short = { $days } T.
board-ask_ready = Das Publikum ist bereit für diese Aufforderung.
board-ask_early = Laut Kurve früh aufgefordert; keine Regel ist verletzt.

board-strangers = Fremd
board-introduced = Bekannt
board-trusted = Vertraut
board-committed = Verbunden

board-band_at_end = { $band } am Ende des Plans
board-relationship = Beziehung: { $status }
board-drop_band = { $day } · { $band }
board-drop_findings = { $drop } · { $findings }
board-nothing_to_mend = nichts zu beheben
board-already_published = Schon veröffentlicht
board-nothing_for_audience = Noch nichts für das Publikum
board-no_lane_here = Hier ist keine Spur
board-add_here = Hier hinzufügen
board-add_announcement_here = Hier eine Ankündigung hinzufügen
board-add_values_here = Hier eine Werte-Story hinzufügen
board-add_community_here = Hier eine Community-Story hinzufügen
board-add_product_here = Hier einen Produkt-Moment hinzufügen
board-move_many = { $count } verschieben
board-zoom = { $percent } %
board-zoom_fit = Passend · { $percent } %

board-pile_keys = Steht für alle: Drücken wählt sie aus, Ziehen verschiebt sie gemeinsam.
board-more_on_pile = +{ $count }
board-pile_stays = { $n ->
    [one] 1 bleibt: veröffentlicht
   *[other] { $n } bleiben: veröffentlicht
}
board-stand_in_it = { $n ->
    [one] 1 Moment steht darin.
   *[other] { $n } Momente stehen darin.
}
board-in_it = { $n ->
    [one] 1 Moment darin
   *[other] { $n } Momente darin
}
