# German of src/words/lanes.rs: lanes as a whole.

lanes-hide_lane = Spur ausblenden
lanes-show_hidden_lanes = Ausgeblendete Spuren zeigen
lanes-duplicate_lane = Für anderen Creator duplizieren…

lanes-hidden_short = { $count } ausgeblendet
lanes-hidden_show = { $lanes } · Zeigen
lanes-hidden_spoken = { $lanes }. Alle Spuren zeigen.
lanes-hidden_note = Was hier ausgeblendet ist, wird weiter geprüft und geteilt.
lanes-now_hidden = Die Spur von { $name } ist in allen Ansichten ausgeblendet. Sie wird weiter geprüft und geteilt.
lanes-shown_again = Wieder zu sehen: { $lanes }.
lanes-back = Die Spur von { $name } ist wieder zu sehen.
lanes-step_hide = Spur von { $name } ausblenden
lanes-step_hide_many = Ausblenden: { $lanes }
lanes-came_back = Die Spur von { $name } war ausgeblendet und ist wieder zu sehen. „{ $hide }“ blendet sie aus.
lanes-none_hidden = Keine Spur ist ausgeblendet.
lanes-all_hidden = Alle Spuren sind ausgeblendet
lanes-all_hidden_hint = Sie sind weiter im Plan. Die Schaltfläche dafür zeigt sie wieder.

lanes-no_creator = Nur die Spur eines Creators lässt sich für einen anderen kopieren
lanes-copy_title = Spur von { $name } duplizieren
lanes-copy_for = Für
lanes-copy_name = Name
lanes-copy_name_hint = Name des Creators
lanes-copy_somebody_new = Jemand Neues
lanes-copy_text = { $moments } mit Daten, Texten, Bildern und Kosten werden kopiert, jeder wieder als Entwurf. Was über die Beziehung bekannt ist, bleibt bei { $name }.
lanes-copy_one_text = Der Moment wird mit Datum, Texten, Bild und Kosten kopiert, wieder als Entwurf. Was über die Beziehung bekannt ist, bleibt bei { $name }.
lanes-copy_empty_text = Die Spur hat noch keine Momente, daher kommt eine leere hinzu.
lanes-copy_it = Duplizieren
lanes-copy_needs_name = Ein Name oder ein Creator ist nötig.
lanes-copy_too_many = Ein Plan fasst höchstens { $most } Momente; es wurde nichts kopiert.
lanes-step_copy = Spur von { $from } für { $to } duplizieren

lanes-total_cost = Notierte Kosten: { $amounts }
lanes-no_cost = Keine Kosten notiert
lanes-total_made = Zu erstellen: { $list }
lanes-made = { $count } × { $format }
lanes-made_further = { $count } weitere
lanes-totals = Zusammengerechnet
lanes-one_audience = Ein Publikum mit { $names }

# How many.
lanes-hidden = { $n ->
    [one] 1 Spur ausgeblendet
   *[other] { $n } Spuren ausgeblendet
}
lanes-none_are_hidden = Keine Spur ist ausgeblendet

lanes-same_audience = Gleiches Publikum wie
lanes-own_audience = Ein eigenes Publikum
lanes-same_audience_of = { $name }: gleiches Publikum wie { $other }
lanes-own_audience_of = { $name }: ein eigenes Publikum
lanes-step_one_audience = Ein Publikum für { $name } und { $other }
lanes-step_own_audience = Ein eigenes Publikum für { $name }
lanes-now_one_audience = { $name } und { $other } haben jetzt ein gemeinsames Publikum.
lanes-now_own_audience = { $name } hat jetzt ein eigenes Publikum.
