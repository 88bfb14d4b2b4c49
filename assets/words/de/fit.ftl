# German of src/words/fit.rs: what the checker says of fit and voice: values named by a story, scripts, competitors, topics that a
# creator rules out. The texts fact_… stay English: acceptances and baselines are compared with them.

fit-names_no_value = „{ $title }“ nennt keinen Wert, den { $name } und { $brand } teilen.
fit-not_the_creators = „{ $title }“ nennt { $value }; dafür steht { $name } nicht.
fit-not_the_brands = „{ $title }“ nennt { $value }; dafür steht { $brand } nicht.
fit-nobodys = „{ $title }“ nennt { $value }; dafür steht weder { $name } noch { $brand }.
fit-names_no_value_help = Ohne geteilten Wert ist es eine Geschichte über nur eine Seite.
fit-names_no_value_clears = Ein Wert aus beiden Listen oder eine Verbindung zwischen zwei Wörtern dafür.
fit-fix_name_value = „{ $value }“ als geteilten Wert nennen
fit-fix_choose_shared = Geteilten Wert wählen

fit-scripted = Den Text von „{ $title }“ legt { $brand } fest. Follower wissen, wie { $name } spricht.
fit-scripted_help = Eine fremde Stimme wirkt wie Werbung, und der Creator wie ihr Sprecher.
fit-scripted_clears = Ein Mitspracherecht des Creators beim Text; feste Wörter bleiben im Pflichttext.
fit-control_unset = Wer bei einem Text das letzte Wort hat, ist nicht eingetragen.
fit-fix_share_control = Letztes Wort teilen, Pflichttext behalten
fit-fix_must_say = Nur festhalten, was gesagt werden muss
fit-fix_voice = Stimme des Creators notieren

fit-rival_after = Der Vertrag von { $name } mit { $rival } läuft bis { $until }; „{ $ask }“ kommt { $days } später.
fit-rival_during = Der Vertrag von { $name } mit { $rival } läuft bis { $until }; „{ $ask }“ ({ $date }) liegt noch in dieser Zeit.
fit-rival_open = Beim Vertrag von { $name } mit { $rival } ist kein Ende notiert; „{ $ask }“ ({ $date }) liegt vielleicht noch in seiner Zeit.
fit-rival_exclusive = { $name } ist bis { $until } exklusiv bei { $rival }; „{ $ask }“ ({ $date }) liegt noch in dieser Zeit.
fit-rival_help = Das Publikum hat noch die andere Marke im Kopf, und ein Vertrag kann im Weg stehen.
fit-rival_clears = Ein späterer Tag für die Aufforderung oder ein festgehaltener Verzicht.
fit-no_pair = Die Spur hat keinen Creator oder keine Marke.
fit-rivals_unset = Die Konkurrenz der Marke ist nicht eingetragen.
fit-past_unset = Frühere Verträge des Creators sind nicht eingetragen.
fit-deal_without_days = Ein Vertrag mit einem Konkurrenten hat keine Tage.
fit-rival_undated = Eine Aufforderung hat kein Datum; sie wurde deshalb nicht mit früheren Verträgen verglichen.
fit-fix_past_deal = Aufforderung und alles danach verschieben: nach { $day }
fit-fix_record_waiver = Verzicht festhalten

fit-off_limits = Ausgeschlossen von { $names }: { $topic }.
fit-off_limits_help = Das Publikum weiß, wozu ein Creator Nein gesagt hat.
fit-off_limits_clears = Ein anderes Produkt oder eine festgehaltene Zustimmung des Creators.
fit-no_go_unset = Was der Creator ausschließt, ist nicht eingetragen.
fit-category_unset = Die Kategorie eines Produkts ist nicht eingetragen.
fit-fix_record_consent = Zustimmung festhalten
