# German of src/words/deck_tables.rs: what stands in the tables and calendars of a deck.

deck_tables-still_open = Noch offen: { $list }.
deck_tables-open_of = { $what } ({ $n } von { $all })
deck_tables-open_cell = Noch offen
deck_tables-dash = –
deck_tables-all = Alle
deck_tables-by_creator = Nach Creator
deck_tables-by_kind = Nach Art
deck_tables-moments = Momente
deck_tables-counted = { $what } { $n }

# The calendar.
deck_tables-calendar = Kalender
deck_tables-calendar_title = { $moments }, { $months }
deck_tables-calendar_days = { $moments }, gezählt ab Tag 0
deck_tables-calendar_none = { $moments } ohne Datum
deck_tables-all_move_same = Jedes Datum ist beweglich, um { $days } früher oder später.
deck_tables-all_move = Jedes Datum ist beweglich: { $before } früher, { $after } später.
deck_tables-one_moves = 1 von { $of } Daten ist beweglich, wie daneben notiert.
deck_tables-some_move = { $n } von { $of } Daten sind beweglich, wie daneben notiert.
deck_tables-asks_on = Die eine Aufforderung ist am { $day }.
deck_tables-asks_between = Aufforderungen von { $first } bis { $last }.
deck_tables-day_zero_is = Tag 0: { $label }. Er hat noch kein Datum, und so hat auch alles andere keines.
deck_tables-day_zero_open = Tag 0 hat noch kein Datum, und so hat auch alles andere keines.
deck_tables-left_out = Längere Strecken ohne Moment sind weggelassen.
deck_tables-left_out_here = Ohne Moment und weggelassen: { $stretches }.
deck_tables-weeks_before = Woche { $first } bis { $last } vor Tag 0
deck_tables-weeks_after = Woche { $first } bis { $last } ab Tag 0
deck_tables-week_before = Woche { $n } vor Tag 0
deck_tables-week_after = Woche { $n } ab Tag 0
deck_tables-more = +{ $n }
deck_tables-phase = { $name }, { $days }
deck_tables-blackout = Sperrzeit, { $days }
deck_tables-blackout_why = Sperrzeit, { $days }: { $why }
deck_tables-days_of = { $first }–{ $last }
deck_tables-month_figure = { $month }. Tage mit Momenten: { $list }.
deck_tables-month_figure_none = { $month }. Keine Momente.
deck_tables-no_date_heading = Ohne Datum
deck_tables-no_date_line = Diese stehen in einer Reihenfolge oder zählen ab einem Tag, der noch kein Datum hat.

deck_tables-calendar_notes = { $title }. Es beginnt mit „{ $first }“ ({ $who }), { $day }.
deck_tables-calendar_notes_to = { $title }. Es beginnt mit „{ $first }“ ({ $from }) und endet mit „{ $last }“ ({ $to }).

# Deliverables.
deck_tables-deliverables = Leistungen
deck_tables-deliverables_title = { $moments }, { $creators }
deck_tables-deliverables_lanes = { $moments }, { $lanes }
deck_tables-due_line = Entwürfe sind { $draft } vorher fällig, Freigaben { $approval } vorher, nie am Wochenende. Feiertage sind hier nicht bekannt.
deck_tables-working_days = { $n } Arbeitstage
deck_tables-working_day = 1 Arbeitstag
deck_tables-without_due = Für { $moments } ohne Datum gibt es keine Frist.
deck_tables-platform = Plattform
deck_tables-format = Format
deck_tables-length = Länge
deck_tables-date = Datum
deck_tables-draft_due = Entwurf bis
deck_tables-approval_due = Freigabe bis
deck_tables-how_many = Wie viele, und wo
deck_tables-one_by_one = Moment für Moment
deck_tables-by_platform = Nach Plattform
deck_tables-no_platform = ohne Plattform

deck_tables-deliverables_notes = { $title }. Der erste Entwurf, für „{ $moment }“, ist fällig am { $day }.

# Disclosure.
deck_tables-disclosure = Kennzeichnung
deck_tables-disclosure_title = Wie jeder Moment gekennzeichnet ist
deck_tables-disclosure_line = So, wie es im Plan steht, und worauf gemeinhin geachtet wird. Eine Liste zum Durchsehen, keine Rechtsberatung.
deck_tables-disclosure_line_plain = So, wie es im Plan steht. Eine Liste für die Planung, keine Rechtsberatung; vor der Veröffentlichung prüfen lassen.
deck_tables-label_in_text = Im Text
deck_tables-spoken = Gesprochen
deck_tables-platforms_own = Von der Plattform
deck_tables-in_markets = Für { $markets }.
deck_tables-language = Sprache
deck_tables-yes = Ja
deck_tables-own_set = „{ $label }“, gesetzt
deck_tables-own_open = „{ $label }“, noch offen
deck_tables-own_set_unnamed = Gesetzt
deck_tables-own_unknown = Hier keine bekannt
deck_tables-own_channel = Eigener Kanal der Marke
deck_tables-names_no_brand = Nennt die Marke nicht
deck_tables-common = Worauf gemeinhin geachtet wird
deck_tables-market = Markt
deck_tables-market_code = { $name } ({ $code })
deck_tables-accepted_labels = Gemeinhin anerkannt
deck_tables-vague_labels = Gemeinhin zu vage
deck_tables-also_known = Was noch bekannt ist
deck_tables-source = Quelle
deck_tables-no_market_line = Kein Markt ist gesetzt, daher lässt sich zu seinen Kennzeichnungen nichts sagen.
deck_tables-unknown_markets = Die Tabelle der Kennzeichnungen kennt diese Märkte nicht: { $codes }.

deck_tables-disclosure_notes_open = Daran sehen Menschen, dass es bezahlt ist. { $open }
deck_tables-disclosure_notes_set = Daran sehen Menschen, dass es bezahlt ist. Jeder Moment, der eine Kennzeichnung braucht, hat im Plan eine.

# Budget.
deck_tables-budget_of = { $planned } von { $budget } geplant
deck_tables-budget_planned = { $planned } geplant
deck_tables-budget_currencies = Honorare in { $n } Währungen
deck_tables-budget_nothing = Noch ist kein Honorar notiert
deck_tables-budget_left = { $amount } sind übrig.
deck_tables-budget_over = { $amount } mehr als das Budget.
deck_tables-budget_exact = Nichts ist übrig.
deck_tables-budget_unset = Kein Budget ist gesetzt.
deck_tables-budget_is = Das Budget beträgt { $amount }.
deck_tables-not_converted = Nur Honorare in { $currency } sind ihm gegenübergestellt; umgerechnet wird nichts.
deck_tables-not_added = Währungen werden nicht umgerechnet und nicht addiert.
deck_tables-unpriced = Ohne notiertes Honorar: { $n } (insgesamt { $of }).
deck_tables-fees = Honorare
deck_tables-no_fee = Ohne Honorar

deck_tables-budget_notes = { $title }. Der größte Teil ist für { $name }: { $amount }.

# Findings.
deck_tables-findings_title = Offen: { $findings }
deck_tables-what = Was
deck_tables-mend = Was es behebt
deck_tables-whose = Bei wem
deck_tables-why = Warum
deck_tables-setting = Einstellung
deck_tables-set_where = Gesetzt von

deck_tables-findings_notes = { $title }. Zuerst zu besprechen: { $what } ({ $place }).
deck_tables-findings_notes_none = Nichts ist offen. Was nicht geprüft werden konnte und wie die Regeln eingestellt sind, steht hier.

# Accepted risks.
deck_tables-accepted_inside = Fürs Team

deck_tables-accepted_notes = { $title }, jedes mit seinem Grund. Der erste: { $reason }

# The glossary.
deck_tables-glossary = Begriffe
deck_tables-glossary_title = Was die Begriffe in diesem Plan bedeuten
deck_tables-glossary_line = Begriffe der Planung, hier nur in diesem Sinn gebraucht.
deck_tables-glossary_notes = Eine Seite für Fragen und zum Dalassen. Die Begriffe bedeuten hier dies und nichts anderes.
deck_tables-glossary_notes_curve = Eine Seite für Fragen und zum Dalassen. Die Kurve ist eine Faustregel für die Planung, keine Messung.
deck_tables-word = Begriff
deck_tables-meaning = Bedeutung
deck_tables-curve_heading = Was die Kurve ist, und was nicht
deck_tables-about_moment = Moment
deck_tables-moment_is = Etwas, das Menschen zu sehen bekommen: ein Post, eine Folge, ein Event. Es hat eine Art, einen Tag und einen Creator.
deck_tables-about_lane = Spur
deck_tables-lane_is = Die Momente eines Creators mit einer Marke, der Reihe nach; oder die des eigenen Kanals der Marke oder der Community.
deck_tables-about_arc = Bogen
deck_tables-arc_is = Der Weg einer Spur vom ersten Moment zum letzten: warum die beiden zusammenfanden, was beide glauben, wer das noch sagt, und erst dann die Aufforderung.
deck_tables-about_run_up = Hinführung
deck_tables-run_up_is = Die Momente vor einer Aufforderung, die einen Grund für sie geben.
deck_tables-about_ask = Aufforderung
deck_tables-ask_is = Ein Moment, nach dem Menschen kaufen, buchen oder sich anmelden sollen: ein Produkt, ein Angebot oder alles mit klarem Handlungsaufruf.
deck_tables-about_window = ± Tage
deck_tables-window_is = Wie viel früher oder später ein Moment kommen darf. Die Reihenfolge ist mit dem Tag selbst geplant.
deck_tables-about_due = Entwurf bis, Freigabe bis
deck_tables-due_is = Vom Tag eines Moments zurückgezählt: { $draft } davor, und { $approval } davor.
deck_tables-about_ready = Kaufbereit
deck_tables-ready_is = Die Linie auf der Kurve, ab der eine Aufforderung nach Plan willkommen ist.
deck_tables-strangers_are = Die unterste Stufe der Kurve: Die Follower haben noch keinen Grund, Creator und Marke zu verbinden.
deck_tables-introduced_are = Die zweite Stufe: Die Follower wissen von der Partnerschaft, aber noch nicht, warum sie passt.
deck_tables-trusted_are = Die dritte Stufe, ab der Linie: Die Follower haben Gründe gesehen, und hier ist eine Aufforderung geplant.
deck_tables-committed_are = Die höchste Stufe: Die Follower haben immer wieder Gründe gesehen, von mehr als einer Stimme.
deck_tables-about_finding = Befund
deck_tables-finding_is = Was einer Planungsregel aufgefallen ist. Sie kennt nur die Karten des Plans und kann sich irren.
deck_tables-about_accept = In Kauf genommenes Risiko
deck_tables-accept_is = Ein Befund, der bewusst so geplant bleibt, mit dem Grund.

# What a kind is.
deck_tables-kind_is-announcement = Sagt, dass es die Partnerschaft gibt, und warum.
deck_tables-kind_is-origin = Erzählt, wie der Creator zur Marke kam.
deck_tables-kind_is-values = Zeigt, woran Creator und Marke beide glauben.
deck_tables-kind_is-community = Die Geschichte von jemand anderem, nicht vom Creator.
deck_tables-kind_is-story = Eine Geschichte, in der die Marke mitläuft.
deck_tables-kind_is-engage = Etwas, das das Publikum tut.
deck_tables-kind_is-event = Etwas, das live geschieht.
deck_tables-kind_is-impact = Was daraus geworden ist.
deck_tables-kind_is-teaser = Eine Andeutung dessen, was kommt.
deck_tables-kind_is-organic = Eigene Inhalte des Creators.
deck_tables-kind_is-repair = Eine Antwort auf ein gebrochenes Versprechen.
deck_tables-kind_is-product = Das Produkt in den Händen des Creators.
deck_tables-kind_is-offer = Ein Rabatt, ein Code, ein Vorteil.
deck_tables-kind_is-other = Ein Moment des Plans.

# The letters above the days of a week.
deck_tables-weekday_letter-0 = M
deck_tables-weekday_letter-1 = D
deck_tables-weekday_letter-2 = M
deck_tables-weekday_letter-3 = D
deck_tables-weekday_letter-4 = F
deck_tables-weekday_letter-5 = S
deck_tables-weekday_letter-6 = S
