# German of src/words/labels.rs: what the rules of disclosure say. They name markets and where the knowledge is from, and never call
# anything lawful. The texts fact_… and what stands in them (open_end) stay English: acceptances and baselines are compared with them.

labels-no_market = Kein Markt ist gesetzt; Kennzeichnungen wurden deshalb nicht geprüft.
labels-market_unknown = Nicht geprüft für { $code }: Die Tabelle der Kennzeichnungen kennt diesen Markt nicht.
labels-pay_unset = Ob für eine Karte etwas gezahlt wird, ist nicht überall gesetzt; ihre Kennzeichnung wurde deshalb nicht geprüft.
labels-platform_unset = Eine bezahlte Karte nennt keine Plattform; das Plattform-Label wurde deshalb nicht geprüft.
labels-own_brand_unknown = Zur eigenen Marke sagt die Tabelle nichts für { $platform }.
labels-label_unknown = „{ $label }“ steht in keiner Liste für { $codes } und wurde dort nicht geprüft.
labels-format_unset = Eine gekennzeichnete Karte hat kein Format; ob sie live oder lang ist, wurde deshalb nicht geprüft.
labels-deal_unset = Ob für Karten etwas gezahlt wird, ist nicht überall gesetzt; Erwähnungen könnten neben einem Vertrag stehen, der nicht notiert ist.
labels-length_unset = Ein Video hat keine Länge; ob es seine Kennzeichnung wiederholt, wurde deshalb nicht geprüft.
labels-mention_undated = Eine Erwähnung hat keinen vergleichbaren Tag; sie wurde deshalb nicht mit dem Vertrag verglichen.
labels-deal_undated = Ein früherer Vertrag hat keine Tage ({ $brand }); Erwähnungen wurden deshalb nicht damit verglichen.
labels-young_unset = Der Anteil des Publikums unter 18 ist nicht gesetzt.

labels-source = { $code }: { $source }
labels-source_of_union = { $code }, nach den Regeln der EU allgemein: { $source }
labels-with_source = { $consequence } Für jeden Markt zu prüfen. Grundlage: { $sources } (geprüft: { $date }, anhand von Zweitquellen; keine Rechtsberatung).
labels-more = { $n } weitere

labels-missing = „{ $ask }“ ({ $given }) hat keine Kennzeichnung. Märkte: { $codes }.
labels-missing_own = „{ $ask }“ gilt der eigenen Marke von { $name } und hat keine Kennzeichnung. Märkte: { $codes }.
labels-missing_share = „{ $ask }“ bringt { $name } einen Anteil am Umsatz und hat keine Kennzeichnung. Märkte: { $codes }.
labels-missing_help = Vor allem anderen wird nach einer Kennzeichnung gesucht, und sie kostet wenig, wenn die Geschichte da ist.
labels-missing_clears = Eine gemeinhin anerkannte Kennzeichnung im Text oder das Plattform-Label.
labels-fix_label = Als „{ $label }“ kennzeichnen
labels-fix_label_each = Kennzeichnung für jeden Markt hinzufügen

labels-vague = Die Kennzeichnung von „{ $ask }“, „{ $label }“, gilt gemeinhin als zu vage. Märkte: { $codes }.
labels-foreign = Die Kennzeichnung von „{ $ask }“, „{ $label }“, steht nicht in der Sprache, die gemeinhin erwartet wird ({ $language }). Märkte: { $codes }.
labels-elsewhere = Die Kennzeichnung von „{ $ask }“, „{ $label }“, ist anderswo anerkannt, hier aber oft nicht klar genug. Märkte: { $codes }.
labels-denied = Die Kennzeichnung von „{ $ask }“, „{ $label }“, sagt, dass nichts gezahlt wird, obwohl etwas gegeben wird. Märkte: { $codes }.
labels-vague_help = Wer raten muss, ob es Werbung ist, rät zuungunsten des Creators.
labels-vague_clears = Eine gemeinhin anerkannte Kennzeichnung jedes Marktes.
labels-fix_replace = Durch „{ $label }“ ersetzen
labels-fix_replace_each = Für jeden Markt ersetzen

labels-unticked = { $cards }: Das Plattform-Label von { $platform }, „{ $label }“, ist nicht gesetzt. Märkte: { $codes }.
labels-unticked_own = { $cards }: Das Plattform-Label von { $platform } für die eigene Marke, „{ $label }“, ist nicht gesetzt. Märkte: { $codes }.
labels-own_ticked = { $cards }: „{ $label }“ von { $platform } ist gesetzt, ist aber nicht für eigene Produkte gedacht. Märkte: { $codes }.
labels-own_ticked_title = Nicht das Label für eigene Produkte
labels-alone = { $cards }: Das Plattform-Label von { $platform } steht allein. Das genügt vielleicht nicht. Märkte: { $codes }.
labels-alone_title = Das Plattform-Label steht allein
labels-unticked_help = Plattformen verlangen ihr eigenes Label neben der Kennzeichnung im Text. { $note }
labels-alone_help = Dort wird davor gewarnt, sich auf das Mittel einer Plattform zu verlassen.
labels-unticked_clears = Das Plattform-Label, auf der Karte gesetzt.
labels-own_ticked_clears = Kein Plattform-Label, dafür eine Kennzeichnung im Text.
labels-alone_clears = Eine Kennzeichnung im Text neben dem Plattform-Label.
labels-fix_tick = Plattform-Label setzen
labels-fix_tick_all = Plattform-Label auf { $n } { $n ->
        [one] Karte
       *[other] Karten
    } setzen
labels-fix_untick = Plattform-Label entfernen

labels-mention_running = „{ $title }“ ({ $date }) nennt { $brand }, während der Vertrag von { $name } läuft, und hat keine Kennzeichnung. Märkte: { $codes }.
labels-mention_ended = „{ $title }“ ({ $date }) nennt { $brand } { $days } nach dem Ende des Vertrags von { $name } und hat keine Kennzeichnung. Märkte: { $codes }.
labels-mention_tied = „{ $title }“ ({ $date }) nennt { $brand }, hat keine Kennzeichnung, und bei { $name } ist „{ $basis }“ notiert. Märkte: { $codes }.
labels-mention_help = Eine Erwähnung neben einem Vertrag gilt gemeinhin als Teil davon.
labels-mention_presumed_help = Eine Erwähnung neben einem Vertrag gilt gemeinhin als Teil davon; in Deutschland wird eine Gegenleistung vermutet, solange nicht das Gegenteil gezeigt ist.
labels-mention_clears = Eine Kennzeichnung oder eine Zeile auf der Karte, die zeigt, dass sie nichts mit dem Vertrag zu tun hat.
labels-fix_before_deal = Notieren, dass es vor dem Vertrag liegt

labels-live = { $cards }: live, und die Kennzeichnung wird nicht gesprochen. Wer später dazukommt, sieht sie nicht. Märkte: { $codes }.
labels-heard = { $cards }: nur zu hören, und die Kennzeichnung wird nicht gesprochen. Märkte: { $codes }.
labels-long = { $cards }: { $minutes } { $minutes ->
        [one] Minute
       *[other] Minuten
    } oder mehr, und die Kennzeichnung wird nicht gesprochen. Märkte: { $codes }.
labels-not_repeated_help = Eine Kennzeichnung wird gemeinhin dort erwartet, wo die Aussage ist: zu sehen, wo sie zu sehen ist, zu hören, wo sie zu hören ist, und noch einmal, wo Menschen später dazukommen.
labels-not_repeated_clears = Die Kennzeichnung gesprochen, wie im Ablaufplan.
labels-fix_say_aloud = Im Ablaufplan vorsehen: gesprochen

labels-young = { $product } ist als „{ $why }“ markiert, und { $percent } % des Publikums von { $name } sind unter 18; die Grenze ist { $most } %. Märkte: { $codes }.
labels-young_help = Bei solchen Waren entscheidet der Anteil junger Menschen, wem sie gezeigt werden dürfen.
labels-young_clears = Ein anderes Produkt oder ein Creator mit älterem Publikum.
labels-fix_other_product = Anderes Produkt wählen
labels-fix_other_creator = Anderen Creator wählen

labels-table_title = Kennzeichnungen nach Markt
labels-table_intro = Worauf die Regeln zur Kennzeichnung achten, Markt für Markt: was gemeinhin anerkannt ist und was gemeinhin zu vage ist. Eine Liste für die Planung, keine Rechtsberatung. Geprüft: { $date }, anhand von Zweitquellen, nicht anhand der Originalseiten.
labels-table_accepted = Gemeinhin anerkannt: { $labels }.
labels-table_elsewhere = Anderswo anerkannt, hier oft nicht klar genug: { $labels }.
labels-table_vague = Gemeinhin zu vage: { $labels }.
labels-table_language = Sprache: { $language }.
labels-table_past = Ein bezahlter Vertrag zählt noch { $days } { $days ->
        [one] Tag
       *[other] Tage
    } nach seinem Ende.
labels-table_source = Quelle: { $source }. Junges Publikum: { $restricted }.
labels-table_platforms = Plattformen mit eigenem Label
labels-table_platform = { $platform }: „{ $label }“. { $note }
labels-table_states = Unter EU nachgesehen: { $states }.
labels-the_brand = [Marke]
