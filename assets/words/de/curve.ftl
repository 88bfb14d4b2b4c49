# German of src/words/curve.rs: why the curve stands where it stands, in plain words; and, for who asks, in numbers.

curve-heading = Auf der Kurve
curve-from_to = { $before } → { $after }
curve-within = { $band }, davor und danach

curve-start_seen = Anfang: { $status }, wie zuletzt zusammen gesehen ({ $day })
curve-start_plan = Anfang: { $status }, mit Beginn der Kampagne ({ $day })
curve-start_card = Anfang: { $status }, mit dem ersten Moment ({ $day })
curve-earlier = Frühere Bewegungen sind hier weggelassen.

curve-given = { $kinds }, { $day }: { $way } bewegt
curve-given_less = { $kinds }, { $day }: { $way } bewegt, weniger als möglich: { $why }
curve-given_nothing = { $kinds }, { $day }: nichts weiter, ein anderer Moment des Tages gab ebenso viel
curve-not_shared = der genannte Wert gehört nicht beiden
curve-scripted = die Marke hat das letzte Wort
curve-asked_above = { $kinds }, { $day }: eine Aufforderung über der Linie, ein wenig zurückgerutscht
curve-asked_below = { $kinds }, { $day }: eine Aufforderung vor der Linie, kostet mehr
curve-asked_empty = { $kinds }, { $day }: eine Aufforderung ohne Guthaben, kostet mehr, als da war
curve-and_because = { $text }; { $why }
curve-hard = eine direkte kostet noch einmal halb so viel
curve-without_call = ohne ausdrückliche Aufforderung kostet sie die Hälfte
curve-half_embedded = nur die Hälfte, im eigenen Inhalt des Creators
curve-half_story = nur die Hälfte, weil sie eine Story trägt
curve-several = mehr als ein Produkt auf einmal
curve-quiet = { $days }, davon { $past } jenseits der ersten drei Wochen: { $far } zurückgerutscht
curve-quiet_on = Weiter still, inzwischen { $days }, denn eine Aufforderung zählt nicht als Geben; { $past } mehr jenseits der ersten drei Wochen: { $far } zurückgerutscht

curve-way_half = um die Hälfte des Weges nach oben
curve-way_third = um ein Drittel des Weges nach oben
curve-way_quarter = um ein Viertel des Weges nach oben
curve-way_fifth = um ein Fünftel des Weges nach oben
curve-way_seventh = um etwa ein Siebtel des Weges nach oben
curve-way_tenth = um ein Zehntel des Weges nach oben
curve-way_twentieth = um ein Zwanzigstel des Weges nach oben
curve-way_little = ein wenig nach oben
curve-far_little = ein wenig
curve-far_tenth = um etwa ein Zehntel
curve-far_quarter = um etwa ein Viertel
curve-far_third = um etwa ein Drittel
curve-far_half = um etwa die Hälfte
curve-far_most = um das meiste davon

curve-no_day = Ohne Tag bewegt es die Kurve nicht.
curve-numbers = In Zahlen
curve-number_start = Anfang: R = { $value }
curve-number_share = Anteil = { $gain } × (1 − 0,25 × { $unmet }) = { $share }
curve-number_given = R = { $before } + { $share } × (1 − { $before }) = { $after }
curve-number_cost = Kosten = { $weight } × (0,06 + 0,25 × max(0; 0,40 − { $before })) = { $cost }
curve-number_asked = R = max(0; { $before } − { $cost }) = { $after }
curve-number_overdraft = { $overdraft } mehr, als da war
curve-number_quiet = R = { $floor } + ({ $before } − { $floor }) × 2^(−{ $days } ÷ 60) = { $after }
curve-number_bands = Linien: Bekannt ab 0,20, Kaufbereit ab 0,40, Verbunden ab 0,70.
curve-caption = Eine Faustregel zum Planen, keine Messung.
curve-limits = Sie ist an keine Daten angepasst und kennt nur diese Momente: nicht Reichweite, Qualität, Nachrichten, bezahlte Verbreitung, andere Marken oder Publikum, das sich überschneidet. Was Arten von Momenten geben, ist gleich gesetzt, weil niemand einen Unterschied gemessen hat; zu viele organische Posts können schaden, und Ärger kann verblassen, während die Erinnerung bleibt. Eine einzige Zahl verbirgt, dass Follower verschiedener Meinung sind.
curve-decimal_point = ,
