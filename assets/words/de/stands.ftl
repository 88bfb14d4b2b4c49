# German of src/words/stands.rs: what the rules about causes say. The text fact_topic stays English: acceptances and baselines are
# compared with it.

stands-no_proof = „{ $title }“ zeigt Haltung. Was tut { $brand } dafür? Kein Nachweis ist notiert.
stands-no_proof_on = „{ $title }“ zeigt Haltung ({ $topic }). Was tut { $brand } dafür? Kein Nachweis ist notiert.
stands-no_proof_help = Ein Anspruch ohne Taten dahinter fällt auf den Creator zurück, der ihn ausspricht.
stands-no_proof_clears = Ein Nachweis auf der Karte, etwas, das die Marke für diesen Wert tut, oder eine Karte, die zeigt, was daraus geworden ist.
stands-fix_note_proof = Nachweis notieren
stands-fix_link_proof = „{ $does }“ verknüpfen
stands-fix_add_impact = Zeigen, was daraus geworden ist
stands-fix_no_stand = Der Moment zeigt keine Haltung

stands-nothing_follows = Auf „{ $title }“ ({ $date }) folgt { $days } lang keine Karte ohne Aufforderung, in keiner Spur.
stands-nothing_follows_help = Eine Marke, die Haltung zeigt und dann verstummt, lässt den Creator mit den Reaktionen allein.
stands-nothing_follows_clears = Bald danach eine Karte ohne Aufforderung, in irgendeiner Spur.
stands-no_day = Eine Karte mit Haltung hat kein Datum, daher wurde nicht geprüft, was ihr folgt.
stands-fix_answer = Antwort an die Community hinzufügen
stands-fix_support = { $brand } auf dem eigenen Kanal dazu stehen lassen
