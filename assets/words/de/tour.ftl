# German of src/words/tour.rs: the tour through the demo campaign, and what the program cannot see.

tour-command = Rundgang
tour-name = Rundgang
tour-next = Weiter
tour-back = Zurück
tour-leave = Beenden
tour-done = Fertig
tour-step = { $at } von { $all }
tour-of_board = Das gehört zum Board. { $keys } holt es nach vorn, und ebenso die nächste Karte.
tour-comes_back = Der Rundgang führt über das Board. Die Ansicht von vorher kommt am Ende zurück.
tour-keys_hint = ← und → blättern, Esc beendet.

tour-offer_title = Der Rundgang führt durch die Demo-Kampagne
tour-offer = Er zeigt, was wo ist, an einem Plan, der zum Ausprobieren da ist. Der Rundgang ändert nichts darin.
tour-offer_open = Demo-Kampagne öffnen
tour-offer_not = Jetzt nicht

tour-board_title = Ein Plan in der Reihenfolge, in der das Publikum ihn erlebt
tour-board = Jede Reihe ist ein Creator, jede Karte ein Moment: eine Ankündigung, eine Story, eine Aufforderung. Die Zeit läuft von links nach rechts. Karten lassen sich auf einen anderen Tag oder zu einem anderen Creator ziehen.
tour-side_title = Wozu das Ganze, und wer dabei ist
tour-side = Das Briefing, die Creator und Ideen, die noch keinen Tag haben. Von hier lässt sich eine Art von Moment aufs Board ziehen.
tour-curve_title = Wie nah sich das Publikum fühlt
tour-curve = Die Linie unter einer Reihe steigt, wo ein Moment etwas gibt, und fällt, wo er auffordert. Unter der gestrichelten Linie kommt eine Aufforderung früh. Das ist eine Schätzung fürs Auge und nie ein Befund.
tour-findings_title = Was schiefgehen kann
tour-findings = Die Prüfung liest die Reihenfolge wie ein Publikum: Aufforderungen, bevor etwas gegeben wurde, lange Stille, fehlende Kennzeichnung. Ein Klick auf eine Zeile zeigt, worum es geht.
tour-mend_title = Jeder Befund hat einen Ausweg
tour-mend = Eine Lösung ist auf dem Board zu sehen, bevor sie angewendet wird. Ein gewolltes Risiko lässt sich mit einem Grund bewusst in Kauf nehmen; der Grund bleibt im Plan.
tour-inspector_title = Alles über einen Moment
tour-inspector = Hier steht das Ausgewählte: sein Text, sein Tag, was das Publikum bekommt, wer bezahlt und wie er gekennzeichnet ist.
tour-views_title = Andere Ansichten
tour-views = Derselbe Plan als Kalender oder als Tabelle. Auswahl und Filter bleiben.
tour-share_title = Was andere bekommen
tour-share = Ein Deck, eine Seite, eine Tabelle oder ein Kalender, für Kunden, das Team oder einen Creator. Jede Fassung zeigt nur, was die Lesenden sehen dürfen.

tour-limits_command = Was dieses Programm nicht sieht
tour-limits_order = Befunde sind Planungsregeln
tour-limits_order_text = Keine veröffentlichte Studie prüft genau diese Reihenfolge aus Ankündigung, Werten, Community und Produkt. Ein Befund ist eine Planungsregel mit den Belegen, die es gibt, nie eine Vorhersage.
tour-limits_people = Kultur, Geschmack, Politik und das Produkt
tour-limits_people_text = Die Prüfung liest, was eine Karte über sich sagt. Ob eine Geschichte berührt, ein Witz zündet, ein Tag für Menschen oder einen Ort der falsche ist oder ein Produkt etwas taugt, sieht sie nicht.
tour-limits_curve = Die Kurve
tour-limits_curve_text = Sie ist eine zweite Meinung fürs Auge, aus Faustregeln gemacht. Niemand hat dieses Publikum gemessen, die Linie hat keine Einheit, und unter der gestrichelten Linie zu liegen ist nie ein Befund.
tour-limits_labels = Kennzeichnung
tour-limits_labels_text = Für jeden Markt nennt die Tabelle, was gemeinhin anerkannt und was gemeinhin zu vage ist. Sie ist eine Liste für die Planung mit dem Tag der Prüfung, keine Rechtsberatung.
tour-limits_fields = Was niemand ausgefüllt hat
tour-limits_fields_text = Ein leeres Feld wird nicht erraten. Was deshalb nicht geprüft werden konnte, steht neben den Befunden unter „Nicht geprüft“.
tour-limits_outside = Was außerhalb des Plans geschieht
tour-limits_outside_text = Was ein Creator sonst postet, was andere Marken tun und was Menschen unter einen Post schreiben, ist nur zu sehen, wo es jemand in den Plan geschrieben hat.
