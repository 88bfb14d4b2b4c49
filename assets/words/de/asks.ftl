# German of src/words/asks.rs: what the checker says of asks, how many and how close, and of products that are asked for too early.
# The texts fact_… stay English: acceptances and baselines are compared with them.

asks-heavy = In der Spur von { $name } sind { $asks } von { $cards } Karten Aufforderungen.
asks-heavy_own = {" "}Mitgezählt: { $posts }.
asks-heavy_drops = {" "}Jeder Drop zählt einmal.
asks-heavy_help = Wer einer Person folgt, erwartet vor allem, was von dieser Person selbst kommt.
asks-heavy_clears = Weniger Aufforderungen oder mehr Karten, die etwas geben.
asks-heavy_order_only = Die Spur hat keine Tage; die üblichen Posts pro Woche ließen sich deshalb nicht mitzählen.
asks-heavy_slot_unset = Die üblichen Posts pro Woche neben dem festen Platz sind nicht eingetragen.
asks-fix_into_story = „{ $title }“ zur Story machen
asks-fix_into_stories = { $n } { $n ->
        [one] Aufforderung zur Story
       *[other] Aufforderungen zu Storys
    } machen
asks-fix_give_one = Karte hinzufügen, die etwas gibt
asks-fix_give = { $n } Karten hinzufügen, die etwas geben
asks-fix_own_posts = Übliche Posts pro Woche notieren

asks-hard_opens_code = Die erste Aufforderung von { $name } ist ein Code. Eine sanftere erste Erwähnung lässt Raum.
asks-hard_opens = Die erste Aufforderung von { $name } ist eine direkte: „{ $ask }“. Eine sanftere erste Erwähnung lässt Raum.
asks-hard_opens_help = Eine erste Bitte, die sofort einen Kauf will, zeigt das Geschäft vor dem Grund.
asks-hard_opens_clears = Eine sanfte erste Aufforderung.
asks-fix_harden_next = Erst mit „{ $title }“ direkt auffordern

asks-burst = Von { $first } bis { $last }: { $asks } verschiedene Aufforderungen.
asks-burst_one_day = Am selben Tag ({ $day }): { $asks } verschiedene Aufforderungen.
asks-burst_help = Eine verdrängt die andere, und die Spur wirkt wie ein Schlussverkauf.
asks-burst_clears = Mehr Tage zwischen den Aufforderungen oder Posts zu einem Produkt in einem Drop.
asks-fix_spread = Aufforderungen gleichmäßig verteilen
asks-fix_merge = Posts zu einem Produkt zusammenlegen

asks-synchronised = { $creators }, für die { $brand } neu ist, posten am selben Tag ({ $day }) dasselbe: „{ $ask }“.
asks-creators = { $n } Creator
asks-synchronised_help = Wer zweien davon folgt, sieht eine Kampagne, nicht zwei Menschen.
asks-synchronised_clears = Ein anderer Tag für einige der Aufforderungen.
asks-synchronised_undated = Tag 0 hat kein Datum; die Tage der Spuren wurden deshalb nicht verglichen.
asks-product_unset = Eine Aufforderung sagt nicht, für welches Produkt sie ist.
asks-fix_stagger = Aufforderung auf { $day } legen

asks-ends = Die Spur von { $name } endet mit „{ $ask }“. Nichts schließt die Geschichte ab.
asks-ends_help = Das Letzte, was dem Publikum in Erinnerung bleibt, ist die Bitte.
asks-end_unset = Ob die Kampagne weitergeht oder wann sie endet, ist nicht eingetragen.
asks-ends_clears = Eine Karte nach der Aufforderung, die zeigt, was daraus wurde, oder eine Kampagne, die weitergeht.
asks-fix_add_impact = Zeigen, was daraus wurde

asks-unready = { $product } ist erst ab { $day } lieferbar; nichts bestätigt die Lieferung.
asks-unready_help = Wer für etwas bezahlt, das nicht kommt, macht den Creator dafür verantwortlich.
asks-unready_clears = Ein festgehaltener Liefernachweis, eine sanfte Aufforderung oder ein Tag, ab dem es lieferbar ist.
asks-unready_no_day = Ab wann ein Produkt lieferbar ist, ist nicht eingetragen.
asks-unready_undated = Eine direkte Aufforderung hat kein Datum; sie wurde deshalb nicht mit dem Tag verglichen, ab dem ihr Produkt lieferbar ist.
asks-fix_record_proof = Festhalten, was die Lieferung bestätigt
asks-fix_waitlist = Warteliste daraus machen: sanft auffordern
