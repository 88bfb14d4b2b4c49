# German of src/words/lanes_compared.rs: two lanes side by side.

lanes_compared-command = Spuren vergleichen…
lanes_compared-title = Spuren vergleichen
lanes_compared-left = Spur links
lanes_compared-right = Spur rechts

lanes_compared-moments = Momente
lanes_compared-asks = Davon Aufforderungen
lanes_compared-fees = Honorare
lanes_compared-no_fees = Keine notiert
lanes_compared-first_ask = Erste Aufforderung
lanes_compared-no_ask = Keine Aufforderung
lanes_compared-given_before = Davor gegeben
lanes_compared-nothing_given = Nichts
lanes_compared-people_then = Publikum dann
lanes_compared-no_curve = Keine Kurve
lanes_compared-at_the_end = Publikum am Ende
lanes_compared-findings = Befunde
lanes_compared-none_open = Nichts offen
lanes_compared-row_spoken = { $label }: { $left }, daneben { $right }
lanes_compared-row_same_spoken = { $label }: { $both }, beide

lanes_compared-both_ask_first = Beide fordern auf, bevor sie etwas geben.
lanes_compared-one_asks_first = { $first } fordert auf, bevor etwas gegeben wird. { $other } gibt zuerst { $given }.
lanes_compared-both_give_first = { $left } gibt vor der ersten Aufforderung { $left_given }, { $right } { $right_given }.
lanes_compared-same_given = Beide geben vor der ersten Aufforderung { $given }.
lanes_compared-one_never_asks = { $never } fordert zu nichts auf. { $asks } gibt vor der ersten Aufforderung { $given }.
lanes_compared-neither_asks = Beide fordern zu nichts auf.

lanes_compared-empty_lane = Noch keine Momente.
lanes_compared-more = { $count } weitere
lanes_compared-card = { $title }, { $kind }, { $day }
lanes_compared-arc_of = Die Kurve von { $name }
