# German of src/words/findings.rs: what the checker says, what follows from it, what would clear a finding, and names of fixes.
# The texts fact_… and exact_time stay English: acceptances and baselines are compared with them.

findings-the_brand = die Marke
findings-relative_day = Tag { $n }
findings-order_place = Position { $n }
findings-undated = ohne Datum

findings-missing_title = Was vor der ersten Aufforderung fehlt
findings-missing = Vor „{ $ask }“ fehlt noch: { $what }.

findings-product_first = Der erste Post von { $name } für { $brand } ist eine Aufforderung: „{ $ask }“ ({ $date }). Nichts davor sagt dem Publikum von { $name }, warum beide zusammenarbeiten.
findings-product_first_in_own = Der erste Post von { $name } für { $brand } ist eine Aufforderung: „{ $ask }“ ({ $date }). Nichts davor in der eigenen Spur von { $name } sagt, warum beide zusammenarbeiten.
findings-product_first_help = Follower suchen nach einem Grund, und der nächstliegende ist Geld.
findings-product_first_clears = Eine Karte vor der Aufforderung, die ankündigt, erklärt oder etwas gibt.

findings-more = { $n } weitere
findings-has = hat
findings-have = haben
findings-hard = direkte
findings-soft = sanfte
# Both stand after “nach” and “am Tag”.
findings-the_announcement = der Ankündigung
findings-the_first_card = der ersten Karte

findings-no_background = { $name } teilt { $stories } vor „{ $ask }“ ({ $date }), sagt aber nie, wie { $name } und { $brand } zusammengefunden haben.
findings-no_background_brand_only = Wie { $name } und { $brand } zusammengefunden haben, wurde nur auf dem Kanal der Marke angekündigt; die Follower von { $name } haben es vielleicht nicht gesehen.
findings-no_background_help = Ohne einen Grund wirken die Storys wie ein langer Umweg zur Werbung.
findings-no_background_clears = Eine Ankündigung oder ein Ursprung vor der Aufforderung oder eine Karte, die das mit abdeckt.
findings-no_background_what = Hintergrund
findings-no_background_line = Wie sie zusammengefunden haben

findings-no_values = Vor „{ $ask }“ zeigt nichts, welchen Wert { $name } und { $brand } teilen.
findings-values_later = Die Werte-Story ({ $values_date }) kommt { $days } nach der ersten Aufforderung ({ $ask_date }).
findings-values_later_that_day = Die Werte-Story kommt am Tag der ersten Aufforderung ({ $date }), aber später.
findings-values_later_in_order = Die Werte-Story ({ $values_place }) kommt nach der ersten Aufforderung ({ $ask_place }).
findings-values_later_title = Die Werte-Story kommt zu spät
findings-no_values_help = Der geteilte Wert macht die Marke zu einem Teil der Welt des Creators.
findings-no_values_clears = Eine Werte-Story vor der Aufforderung oder eine Karte, die das mit abdeckt.
findings-no_values_what = ein geteilter Wert
findings-no_values_line = Woran beide glauben

findings-no_community = In der Hinführung spricht nur { $whose }. Vor „{ $ask }“ käme eine Story von jemandem aus der Community von { $name }.
findings-no_community_help = Jemand anderes als der Creator zeigt, dass der Wert auch für Menschen wie das Publikum gilt.
findings-no_community_clears = Eine Community-Story oder eine Einladung zum Mitmachen vor der Aufforderung.
findings-no_community_what = eine Stimme aus der Community
findings-no_community_line = Jemand anderes als der Creator

findings-too_soon = „{ $ask }“ kommt { $days } nach { $start }. Das Publikum von { $name } kennt { $brand } noch nicht; Ihr Minimum ist { $minimum }.
findings-too_soon_known = „{ $ask }“ kommt { $days } nach { $start }. Das Publikum von { $name } lernt { $brand } gerade erst kennen; Ihr Minimum ist { $minimum }.
findings-too_soon_that_day = „{ $ask }“ kommt am Tag { $start }. Das Publikum von { $name } kennt { $brand } noch nicht; Ihr Minimum ist { $minimum }.
findings-too_soon_known_that_day = „{ $ask }“ kommt am Tag { $start }. Das Publikum von { $name } lernt { $brand } gerade erst kennen; Ihr Minimum ist { $minimum }.
findings-too_soon_help = Die meisten Follower sehen Hinführung und Aufforderung in einem Zug.
findings-too_soon_clears = Mehr Tage zwischen der ersten Karte und der Aufforderung.
findings-too_soon_what = Zeit
findings-too_soon_line = Zeit, damit es ankommt

findings-thin_one_post = Ein einziger Post ({ $date }) trägt Ankündigung, Wert und Community-Story. Mit einem zweiten Kontakt vor der Aufforderung ({ $ask_date }) käme es besser an.
findings-thin_one_day = Ein einziger Tag ({ $date }) trägt Ankündigung, Wert und Community-Story. Mit einem zweiten Kontakt vor der Aufforderung ({ $ask_date }) käme es besser an.
findings-thin_post = Die Hinführung ist ein einziger Post ({ $date }). Mit einem zweiten Kontakt vor der Aufforderung ({ $ask_date }) käme es besser an.
findings-thin_day = Die Hinführung ist ein einziger Tag ({ $date }). Mit einem zweiten Kontakt vor der Aufforderung ({ $ask_date }) käme es besser an.
findings-thin_days = Tage der Hinführung: { $days }. Ihr Plan verlangt { $minimum } vor der Aufforderung ({ $ask_date }).
findings-thin_help = Einen einzelnen Post sehen die meisten Follower gar nicht.
findings-thin_clears = Eine Karte der Hinführung an einem anderen Tag vor der Aufforderung.

findings-nothing_given = { $ask } ({ $date }) ist eine { $strength } Aufforderung, { $days } nach { $before }, dazwischen { $given }; Ihr Plan verlangt { $need }.
findings-nothing_given_that_day = { $ask } ({ $date }) ist eine { $strength } Aufforderung, am selben Tag nach { $before }, dazwischen { $given }; Ihr Plan verlangt { $need }.
# Stands after “nach”.
findings-the_ask_before = der vorigen Aufforderung
findings-nothing_given_in_order = { $ask } ({ $place }) ist eine { $strength } Aufforderung nach { $before }, dazwischen { $given }; Ihr Plan verlangt { $need }.
findings-nothing_given_help = Jede Aufforderung zehrt von dem, was gegeben wurde.
findings-nothing_given_clears = Mehr Karten zwischen den beiden Aufforderungen, die etwas geben.
findings-cta_unset = Eine Aufforderung sagt nicht, wie sie auffordert: Das Feld „Aufforderung“ ist leer.

# Without “have”: the verb is the same for one name and for several.
findings-borrowed = { $names } und { $brand } verbindet eine Vorgeschichte; die Follower von { $name } teilen sie nicht. Der erste Post von { $name } ist „{ $ask }“.
findings-borrowed_help = Eine Bindung gehört zu einer Person und geht nicht auf Kollegen über.

findings-tie = „{ $reason }“ und „{ $ask }“ liegen beide am selben Tag ({ $date }), ohne Uhrzeit. Zusammen veröffentlicht, wirkt die Ankündigung wie ein Teil der Werbung.
findings-tie_other = „{ $reason }“ und „{ $ask }“ liegen beide am selben Tag ({ $date }), ohne Uhrzeit. Zusammen veröffentlicht, wirken sie wie eine einzige Werbung.
findings-tie_times = „{ $reason }“ und „{ $ask }“ liegen beide am selben Tag ({ $date }), und keine Uhrzeit sagt, was zuerst kommt. Zusammen veröffentlicht, wirken sie wie eine einzige Werbung.
findings-tie_in_order = „{ $reason }“ und „{ $ask }“ liegen beide an { $place }. Zusammen veröffentlicht, wirkt die Ankündigung wie ein Teil der Werbung.
findings-tie_in_order_other = „{ $reason }“ und „{ $ask }“ liegen beide an { $place }. Zusammen veröffentlicht, wirken sie wie eine einzige Werbung.
findings-tie_help = Niemand kann sagen, was von beidem zuerst gesehen wird.
findings-tie_clears = Ein früherer Tag für die Hinführung oder Uhrzeiten, die sagen, was zuerst kommt.

findings-undated_card = „{ $title }“ hat kein Datum, also ist unklar, ob es vor „{ $ask }“ kommt ({ $date }).
findings-undated_ask = „{ $ask }“ hat kein Datum, also ist unklar, was davor kommt.
findings-undated_help = Ein Plan, der nur in einem Kopf klar ist, geht unterwegs verloren.
findings-undated_clears = Ein Tag für die Karte.

findings-order_only = Die Spur von { $name } hat eine Reihenfolge, aber kein Datum: Reihenfolge geprüft, Abstände nicht.
findings-order_only_help = Dieselbe Reihenfolge mit einem Tag oder einem Monat Abstand ergibt verschiedene Kampagnen.
findings-order_only_clears = Ein Tag für mindestens eine Karte.
findings-order_only_unchecked = Die Spur hat eine Reihenfolge, aber kein Datum; die Zeit wurde deshalb nicht geprüft.

findings-not_shared = Worauf sich das stützt, wurde beim Teilen des Plans weggelassen.
findings-lanes_not_shared = Die Spuren anderer, die hier zählen, wurden beim Teilen des Plans weggelassen.
findings-no_evidence = { $name } ist als „Etabliert“ markiert, aber nichts ist notiert. Eine Zeile oder ein Link genügt, oder der Status „Warm“.
findings-no_evidence_help = Bis dahin zählt die Spur als warm.
findings-no_evidence_clears = Eine Zeile oder ein Link als Beleg.

findings-stale = { $name } und { $brand } waren zuletzt { $months } vor „{ $ask }“ zusammen zu sehen. Davor gehört eine kurze neue Vorstellung.
findings-stale_help = Was das Publikum weiß, verblasst; die Spur zählt als warm.
findings-stale_clears = Eine Karte vor der Aufforderung, die beide zusammen zeigt, oder ein späterer Tag, an dem sie zu sehen waren.
findings-after_repair = „{ $ask }“ kommt, kurz nachdem { $brand } ein gebrochenes Versprechen wiedergutgemacht hat; seitdem wurde an weniger als zwei Tagen etwas gegeben.
findings-after_repair_title = Eine Aufforderung kurz nach einer Wiedergutmachung
findings-after_repair_help = Altes Vertrauen trägt nicht über ein gebrochenes Versprechen; die Spur zählt als warm.
findings-after_repair_clears = Zwei Tage zwischen Wiedergutmachung und Aufforderung, an denen etwas gegeben wird.
findings-last_visible_unset = Niemand hat notiert, wann beide zuletzt zusammen zu sehen waren.

findings-cold = { $days }, dann meldet sich { $name } mit einer Aufforderung zurück: „{ $ask }“ ({ $date }).
findings-cold_help = Das Publikum hört lange nichts, und das erste Wort ist eine Bitte.
findings-cold_clears = Eine Karte über die Marke kurz davor oder eine Story, die die Aufforderung trägt.

findings-no_shared_value = { $name } steht für { $creator_values }; { $brand } für { $brand_values }. Kein geteilter Wert ist festgehalten.
findings-no_shared_value_help = Am geteilten Wert entlang wird die Geschichte erzählt.
findings-no_shared_value_clears = Eine Verbindung zwischen je einem Wert aus beiden Listen.
findings-values_unset = Die Werte des Creators oder der Marke sind nicht eingetragen.

findings-no_audience_value = Was gibt „{ $ask }“ dem Publikum von { $name }? Nichts ist notiert.
findings-no_audience_value_help = Eine Aufforderung, die nichts gibt, ist Werbung, wo Menschen eine Person erwarten.
findings-no_audience_value_clears = Was das Publikum bekommt, oder eine Story, die die Aufforderung trägt.

findings-unchecked = { $product } ist als „{ $why }“ markiert; niemand hat die Aussagen freigegeben.
findings-unchecked_other = heikel
findings-unchecked_help = Das Publikum nimmt den Creator beim Wort, nicht die Marke.
findings-unchecked_clears = Eine festgehaltene Prüfung der Aussagen.

findings-fix_add_announcement = Erst ankündigen
findings-fix_add_values = Werte-Story hinzufügen
findings-fix_add_community = Community-Story hinzufügen
findings-fix_add_story = Story hinzufügen
findings-fix_give_one = Community-Story dazwischen einfügen
findings-fix_give = { $n } Karten hinzufügen, die etwas geben
findings-fix_covers = „{ $title }“ auch als { $role } zählen
findings-fix_covers_value = „{ $title }“ auch als { $role } zählen und „{ $value }“ dort notieren
findings-fix_swap = Mit „{ $title }“ tauschen
findings-fix_ask_later = Aufforderung um { $days } verschieben
findings-fix_run_up_earlier = Hinführung um { $days } vorziehen
findings-fix_split = Karte aufteilen
findings-fix_soften = Sanfter auffordern
findings-fix_merge_drops = Zu einem Drop zusammenlegen
findings-fix_copy_announcement = Ankündigung der Marke kopieren
findings-fix_copy_run_up = Hinführung von { $name } kopieren
findings-fix_joint = Gemeinsame Ankündigung hinzufügen
findings-fix_ask_week_later = Aufforderung { $days } { $days ->
        [one] Tag
       *[other] Tage
    } später
findings-fix_ask_place_later = Aufforderung einen Platz später
findings-fix_set_times = Uhrzeiten setzen
findings-fix_date_ask = Aufforderung datieren
findings-fix_date_cards = Vor die Aufforderung setzen
findings-fix_set_date = Datum setzen
findings-fix_set_relative_day = Relativen Tag setzen
findings-fix_template_days = Tage der Werte-Vorlage übernehmen
findings-fix_space_evenly = Karten im Wochenabstand setzen
findings-fix_add_evidence = Beleg hinzufügen
findings-fix_set_warm = Status auf „Warm“ setzen
findings-fix_reintroduce = Neue Vorstellung hinzufügen
findings-fix_last_visible = „Zuletzt zusammen“ ändern
findings-fix_keep_warm = Spur warm halten
findings-fix_add_value = „{ $value }“ zu den Werten von { $name } nehmen
findings-fix_compare_values = Werte vergleichen
findings-fix_choose_value = Wert wählen
findings-fix_record_check = Prüfung festhalten
findings-fix_ask_last = Aufforderung ans Ende
findings-fix_run_up = Hinführung hinzufügen
findings-fix_run_up_and_move = Hinführung hinzufügen und Aufforderung verschieben
findings-fix_move_after = Aufforderung hinter „{ $title }“ setzen
findings-fix_park = Bei den Ideen parken
findings-fix_record_relationship = Bestehende Beziehung festhalten

findings-example_campaign = Launch
findings-example_evidence = Zwei gemeinsame Filme im Jahr 2025
findings-example_covers = { $title } (auch { $covers })
findings-example_card = { $title }: { $when }
findings-example_marked = { $card } ({ $marks })
