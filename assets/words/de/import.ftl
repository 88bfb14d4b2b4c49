# German of src/words/import.rs: bringing tables in: what a file is, what its columns are, what has to be asked, what cannot be used.

import-yes = ja
import-no = nein
import-too_many_bytes = Die Datei ist größer als { $most } MiB.
import-empty_file = Die Datei ist leer.
import-locked = Die Arbeitsmappe ist mit einem Passwort geschützt.
import-old_workbook = Das ist eine Datei eines alten Office-Programms (.xls oder .doc); sie wird hier nicht gelesen.
import-binary_workbook = Das ist eine binäre Arbeitsmappe (.xlsb); sie wird hier nicht gelesen.
import-open_document = Das ist eine OpenDocument-Datei (.ods); sie wird hier nicht gelesen.
import-no_workbook = Das ist eine Zip-Datei, aber keine Arbeitsmappe.
import-not_a_table = Das ist { $what }, keine Tabelle.
import-a_pdf = ein PDF
import-a_web_page = eine Webseite
import-an_xml_file = eine XML-Datei
import-a_text_document = ein Textdokument
import-a_picture = ein Bild
import-not_text = Das ist weder eine Arbeitsmappe noch Text, also keine Tabelle.
import-damaged = Die Arbeitsmappe ist beschädigt.
import-bomb = Die Arbeitsmappe ist entpackt weit größer als jeder Kalender, darum wurde sie nicht geöffnet.
import-no_cells = Keine Zelle der Arbeitsmappe enthält etwas.
import-only_macros = Die Arbeitsmappe enthält Makros und keine Zellen.
import-too_many_sheets = Die Arbeitsmappe hat mehr als { $most } Blätter.
import-too_many_rows = Die Tabelle hat mehr als { $most } Zeilen.
import-too_many_columns = Zeile { $row } hat mehr als { $most } Spalten.
import-too_many_cells = Die Tabelle hat mehr als { $most } Zellen oder mehr Text als jeder Kalender.
import-too_long = { $address } enthält mehr als { $most } Zeichen.
import-open_quote = Das Anführungszeichen, das in Zeile { $row } beginnt, wird nie geschlossen.
import-took_too_long = Das Lesen der Tabelle dauerte zu lange und wurde abgebrochen.
import-reader_failed = Die Tabelle war nicht lesbar: Der Teil des Programms, der Tabellen zerlegt, hat angehalten.
import-reader_not_started = Die Tabelle war nicht lesbar: Der Teil des Programms, der Tabellen zerlegt, ist nicht gestartet ({ $cause }).
import-hint_kinds = Eine Arbeitsmappe (.xlsx) wählen, oder Text mit Kommas, Semikolons oder Tabs (.csv).
import-hint_fewer = Nur den Kalender darin lassen oder auf mehrere Dateien verteilen.
import-hint_shorter = Den Text kürzen oder aus der Tabelle nehmen.
import-hint_locked = Das Passwort in der Tabellenkalkulation entfernen und neu speichern.
import-hint_save_as = In einer Tabellenkalkulation öffnen und als .xlsx oder .csv speichern.
import-hint_damaged = In einer Tabellenkalkulation öffnen und neu als .xlsx speichern.
import-hint_bomb = Ist es die eigene, neu als .xlsx oder als .csv speichern.
import-unknown_words = { $places }: „{ $text }“ ist für „{ $field }“ nicht bekannt.
import-near_word = { $message } Gemeint war vielleicht { $near }.
import-choices_of = Für „{ $field }“ eines davon verwenden: { $choices }.
import-how_word = Oder in der Zuordnung sagen, wofür es steht, zum Beispiel words: {"{"}{ $field }: {"{"}"{ $word }": "…"{"}"}{"}"}.
import-hint_utf8 = In der Tabellenkalkulation neu als .xlsx oder als CSV in UTF-8 speichern.
import-hint_open_quote = Es schließen oder die Tabelle in der Tabellenkalkulation neu speichern.
import-hint_again = Die Tabelle in der Tabellenkalkulation neu als .xlsx oder .csv speichern.
import-read_as_windows = Der Text gilt als einer in der Kodierung älterer Windows-Programme. Stimmen Umlaute und Akzente nicht, hilft eine andere Kodierung.
import-unread_letters = Manche Buchstaben sind als { $encoding } nicht lesbar. Gesucht ist die Kodierung, in der die Tabelle gespeichert wurde.
import-hint_encoding = In einer Zuordnung angeben, zum Beispiel encoding: shift_jis, und die Zuordnung mit --map nennen. Bekannt sind: { $keys }. Oder die Tabelle neu als .xlsx oder als CSV in UTF-8 speichern.
import-encoding_label = Kodierung
import-choose_encoding = Erst die Kodierung wählen
import-hidden_sheet = Das Blatt „{ $name }“ ist in der Tabellenkalkulation ausgeblendet.
import-hidden_column = Spalte { $name }
import-hidden_columns = Spalten { $names }
import-hidden_parts = Im Blatt „{ $sheet }“ ist ausgeblendet und wird wie der Rest gelesen: { $parts }. Was nicht in den Plan gehört, ist dort zu löschen.
import-no_value = Im Blatt „{ $name }“ ist 1 Formel ohne Ergebnis gespeichert ({ $places }); solche Zellen zählen als leer. Einmal in einer Tabellenkalkulation geöffnet und gespeichert, hat die Tabelle sie.
import-no_values = Im Blatt „{ $name }“ sind { $formulas } Formeln ohne Ergebnis gespeichert ({ $places }); solche Zellen zählen als leer. Einmal in einer Tabellenkalkulation geöffnet und gespeichert, hat die Tabelle sie.
import-comments_left_out = Die Arbeitsmappe hat Kommentare an Zellen. Sie werden nicht übernommen.
import-macros_left_out = Die Arbeitsmappe hat Makros. Sie bleiben unbeachtet.

import-column_named = Spalte { $letters }
import-column_again = { $name } ({ $number })
import-note = { $header }: { $text }

import-encoding-utf_8 = UTF-8
import-encoding-windows_1252 = Windows-1252 (Westeuropa)
import-encoding-shift_jis = Shift-JIS (Japanisch)
import-encoding-gb18030 = GB18030 (Chinesisch, vereinfacht)
import-encoding-big5 = Big5 (Chinesisch, traditionell)
import-encoding-euc_kr = EUC-KR (Koreanisch)
import-encoding-windows_1251 = Windows-1251 (Kyrillisch)
import-encoding-mac_roman = Mac Roman (ältere Macs)

import-field-end = Letzter Tag
import-field-week = Woche
import-field-weekday = Wochentag
import-field-month = Monat
import-field-other = Auslassen

import-at = { $address }: { $message }
import-no_date = „{ $text }“ ist kein Datum. Nötig ist ein Tag oder eine leere Zelle.
import-no_such_day = „{ $text }“ ist kein Tag des Kalenders. Nötig ist ein anderer Tag oder eine leere Zelle.
import-only_day_first = „{ $text }“ ist nur mit dem Tag zuerst ein Datum, und Daten dieser Form werden anders gelesen. Nötig ist ein anderer Tag oder eine leere Zelle.
import-only_month_first = „{ $text }“ ist nur mit dem Monat zuerst ein Datum, und Daten dieser Form werden anders gelesen. Nötig ist ein anderer Tag oder eine leere Zelle.
import-only_year_first = „{ $text }“ ist nur mit dem Jahr zuerst ein Datum, und Daten dieser Form werden anders gelesen. Nötig ist ein anderer Tag oder eine leere Zelle.
import-other_weekday = „{ $text }“ passt nicht: Der Wochentag ist { $weekday }. Zu berichtigen ist der Tag oder der Wochentag.
import-weekday_and_date = „{ $text }“ passt nicht zu { $date }: Der Wochentag ist { $weekday }. Eines von beiden ist zu berichtigen.
import-no_month = „{ $text }“ sagt nicht, in welchem Monat. Es fehlt der Monat, oder eine Zeile mit dem Monat darüber.
import-only_month = „{ $text }“ ist ein Monat, kein Tag. Nötig ist ein Tag oder eine leere Zelle.
import-no_week = „{ $text }“ sagt nicht, in welcher Woche. Es fehlt ein Datum, oder eine Spalte mit der Woche.
import-day_and_date = Tag { $number } und { $date } sind nicht derselbe Tag. Eines von beiden ist zu berichtigen.
import-end_without_start = Es gibt einen letzten Tag, aber keinen ersten. Nötig ist der erste Tag oder eine leere Zelle.
import-end_before_start = Der letzte Tag ({ $last }) liegt vor dem ersten ({ $first }). Einer von beiden ist zu berichtigen.
import-no_time = „{ $text }“ ist keine Uhrzeit. Nötig ist die Form 09:30 oder eine leere Zelle.
import-time_without_day = Es gibt eine Uhrzeit, aber keinen Tag. Entweder fehlt der Tag, oder die Uhrzeit fällt weg.
import-no_amount = „{ $text }“ ist kein Betrag. Nötig ist eine Zahl oder eine leere Zelle.
import-negative = „{ $text }“ ist weniger als nichts; so viel kostet kein Moment. Nötig ist ein anderer Betrag oder eine leere Zelle.
import-no_currency = „{ $text }“ ist keine Währung. Nötig ist ein Code aus drei Buchstaben, etwa EUR.
import-days_between = { $first } – { $last }
import-all_of_month = Ganzer { $month }
import-all_of_month_in = Ganzer { $month } { $year }
import-no_month_name = „{ $text }“ ist kein Monat. Nötig ist einer, etwa Mai 2027, oder eine leere Zelle.
import-no_number = „{ $text }“ ist keine ganze Zahl. Nötig ist eine Zahl oder eine leere Zelle.
import-no_truth = „{ $text }“ ist weder ja noch nein. Nötig ist eines von beiden oder eine leere Zelle.
import-weeks_of_months = „{ $week }“ unter „{ $month }“ sagt nicht, an welchem Tag die Woche beginnt. Über jede Spalte gehört der erste Tag ihrer Woche, etwa Woche ab 3. Mai.
import-broken = „{ $text }“ zeigt die Tabellenkalkulation, wo eine Formel scheitert. Nötig ist eine andere Formel oder eine leere Zelle.
import-unknown_word = „{ $text }“ ist für „{ $field }“ nicht bekannt. Wofür es steht, lässt sich angeben; oder eines davon verwenden: { $choices }.
import-unknown_word_near = „{ $text }“ ist für „{ $field }“ nicht bekannt. Gemeint war vielleicht { $near }.
import-unknown_person = „{ $text }“ ist niemand in diesem Plan. Nötig ist ein Name des Plans oder eine leere Zelle.
import-id_twice = Die ID { $id } steht in zwei Zeilen. Jeder Moment braucht eine eigene, oder die Zelle bleibt leer.

import-or = {" oder "}
import-quoted = „{ $text }“
import-date_sample = { $address }: „{ $text }“ ist { $days }
import-ask_dates_slashes = Welche Zahl ist der Tag in Daten mit Schrägstrichen?
import-ask_dates_dots = Welche Zahl ist der Tag in Daten mit Punkten?
import-ask_dates_dashes = Welche Zahl ist der Tag in Daten mit Bindestrichen?
import-ask_year = Welches Jahr ist es? { $address }: „{ $text }“ hat keines; { $proposed } würde passen.
import-ask_new_year = Geht die Tabelle über Neujahr? { $address }: „{ $text }“ kommt nach Tagen im { $month }; gemeint sein kann { $next }.
import-the_next_year = das nächste Jahr
import-new_year_over = Ja, bis ins nächste Jahr
import-new_year_one = Nein, alles in einem Jahr
import-how_new_year = In die Zuordnung gehört new_year: true, wenn sie es tut, oder new_year: false, wenn alle Tage in einem Jahr liegen.
import-ask_months = Ist es ein Monat oder ein Tag? { $address }: „{ $text }“ ist { $month } oder { $day }.
import-day_of_month = { $day }. { $month }
import-months_yes = Ein Monat mit Jahr
import-months_no = Ein Tag
import-how_months = In die Zuordnung gehört months: true, wenn es ein Monat mit Jahr ist, oder months: false, wenn es ein Tag ist.
import-ask_month = In welchem Monat liegen Tage, die nur eine Zahl sind? „{ $title }“ steht über der Tabelle, und ihr Blatt heißt „{ $name }“.
import-month_title = Im Monat über der Tabelle
import-month_name = Im Monat des Blatts
import-how_month = In die Zuordnung gehört month_from: title oder month_from: name.
import-ask_days_in = In welchem Monat liegen diese Tage? { $address }: „{ $text }“ ist nur eine Zahl.
import-ask_days_in_perhaps = { $question } „{ $title }“ sagt es vielleicht, oder handelt von etwas anderem.
import-days_in_month = Monat
import-days_in_year = Jahr
import-days_counted = In keinem: Sie zählen ab Tag 0
import-how_days_in = In die Zuordnung gehört days_in: "{ $example }" mit Jahr und Monat, oder columns: {"{"}"{ $column }": day{"}"}, wenn sie ab Tag 0 zählen.
import-said_days_in = Tage, die nur eine Zahl sind: im { $month }
import-no_year_month = „{ $text }“ ist kein Monat mit Jahr. Die Form ist 2027-05.
import-ask_next_month = Gehen die Tage in den nächsten Monat weiter? { $address }: „{ $text }“ kommt nach { $after }; gemeint sein kann { $next }.
import-next_month_yes = Ja, bis in den nächsten Monat
import-next_month_no = Nein, alles in einem Monat
import-how_next_month = In die Zuordnung gehört next_month: true, wenn sie es tun, oder next_month: false, wenn alle Tage in einem Monat liegen.
import-said_next_month = Tage, die zurückspringen: weiter im nächsten Monat
import-said_same_month = Tage, die zurückspringen: alle in einem Monat
import-month_by_headings = Tage, die nur eine Zahl sind, liegen im Monat der Überschrift darüber: { $months }.
import-said_month_title = Tage, die nur eine Zahl sind: im Monat über der Tabelle
import-said_month_name = Tage, die nur eine Zahl sind: im Monat des Blattnamens
import-month_by_title = Tage, die nur eine Zahl sind, gelten als Tage im { $month }: „{ $title }“ steht über der Tabelle.
import-month_by_name = Tage, die nur eine Zahl sind, gelten als Tage im { $month }: Das Blatt heißt „{ $name }“.
import-year_by = { $sentence } Das Jahr steht in „{ $text }“.
import-ask_weeks = Ab wann zählen die Wochen? { $address }: „{ $text }“ kann eine Woche der Kampagne oder des Kalenders sein.
import-weeks_calendar = Kalenderwochen
import-weeks_from = Woche 1 beginnt { $day }
import-weeks_other = Anderer erster Tag von Woche 1
import-weeks_other_hint = Anderer, z. B. { $day }
import-how_weeks = In die Zuordnung gehört weeks: from("{ $first }") mit dem ersten Tag von Woche 1, oder weeks: calendar.
import-not_an_amount = kein Betrag
import-ask_decimals = Was steht vor den Cent? { $address }: „{ $text }“ ist { $comma }, wenn es das Komma ist, { $point }, wenn es der Punkt ist.
import-ask_currency = Welche Währung ist es? { $address }: „{ $text }“ hat keine.
import-ask_kind = Welche Art haben Momente, deren Zeile keine nennt? ({ $moments })
import-ask_headings = Nennen Überschriften wie { $names } den Creator der Zeilen darunter?
import-ask_no_creator = Wem gehören Zeilen, die keinen Creator nennen? { $address } ist leer unter „{ $above }“. ({ $rows })
import-no_creator_above = Dem Creator darüber
import-no_creator_nobody = Niemandem: Ideen
import-how_no_creator = In die Zuordnung gehört no_creator: above, wenn sie zum Creator darüber gehören, oder no_creator: nobody, wenn sie noch Ideen ohne Creator sind.
import-said_no_creator_above = Zeilen ohne Creator: zum Creator darüber
import-said_no_creator_nobody = Zeilen ohne Creator: Ideen
import-ask_same = Was geschieht mit Zeilen, deren Moment schon im Plan ist? ({ $rows }, die erste ist „{ $title }“)
import-ask_person = Ist „{ $name }“ dieselbe Person wie „{ $near }“?
import-ask_people = Sind mit „{ $text }“ mehrere gemeint, jeder mit einem Moment? { $address }: Es könnten { $names } sein.
import-ask_grid = Sind { $names } Creator, mit einem Moment in jeder gefüllten Zelle darunter?
import-ask_twice = Sind Zeilen, die dasselbe sagen, ein einziger Moment? Zeile { $row } sagt dasselbe wie Zeile { $first }: „{ $title }“ (insgesamt { $rows }).
import-column_counted = { $name } ({ $count })
import-ask_emptied = Felder von Momenten im Plan, die in der Tabelle leer sind: { $fields } ({ $columns }). Auch im Plan leeren?
import-empty_them = Leeren
import-leave_them = Lassen
import-how_emptied = In die Zuordnung gehört empty: true, um sie im Plan zu leeren, oder empty: false, um sie zu lassen.
import-said_empty = In der Tabelle leere Felder: geleert
import-said_leave = In der Tabelle leere Felder: gelassen, wie sie sind
import-ask_moved = Ist eine Zeile mit Creator, Art und Titel eines Moments im Plan derselbe Moment an einem anderen Tag? ({ $rows }; die erste ist „{ $title }“: { $was } im Plan, { $now } in der Tabelle)
import-moved_move = Derselbe: verschieben
import-moved_add = Ein anderer: hinzufügen
import-how_moved = In die Zuordnung gehört moved: move, um den Moment zu verschieben, oder moved: add für einen weiteren.
import-said_moved = Zeilen mit einem Moment des Plans an einem anderen Tag: { $answer }
import-ask_everybody = Wer ist „{ $text }“? { $address }: Damit ist kein Creator gemeint.
import-ask_everybody_of = Wer ist „{ $text }“? { $address }: Es könnten { $names } sein.
import-everybody_lane = Eine Spur für alle
import-everybody_nobody = Niemand: Ideen
import-how_everybody = In die Zuordnung gehört people: {"{"}"{ $text }": lane{"}"} für eine Spur mit diesem Namen, oder people: {"{"}"{ $text }": nobody{"}"} für Ideen ohne Creator.
import-how_everybody_of = In die Zuordnung gehört people: {"{"}"{ $text }": each{"}"} für einen Moment pro Person, people: {"{"}"{ $text }": lane{"}"} für eine Spur mit diesem Namen, oder people: {"{"}"{ $text }": nobody{"}"} für Ideen ohne Creator.
import-people_each = Je ein Moment
import-people_one = Ein Creator mit diesem Namen
import-grid_people = Sie sind Creator
import-grid_list = Sie sind Spalten einer Liste
import-twice_once = Ein Moment
import-twice_each = Ein Moment je Zeile
import-how_people = In die Zuordnung gehört people: {"{"}"{ $text }": each{"}"} für einen Moment pro Person, oder people: {"{"}"{ $text }": new{"}"} für einen Creator mit diesem Namen.
import-how_grid = In die Zuordnung gehört grid: true oder grid: false.
import-how_twice = In die Zuordnung gehört twice: once oder twice: each.
import-how_dates = Anzugeben ist --dates dmy (Tag zuerst) oder --dates mdy (Monat zuerst). Nur für Daten dieser Form gehört date_orders: {"{"}{ $shape }: dmy{"}"} oder date_orders: {"{"}{ $shape }: mdy{"}"} in die Zuordnung.
import-how_dates_ymd = Anzugeben ist --dates dmy (Tag zuerst), --dates mdy (Monat zuerst) oder --dates ymd (Jahr zuerst). Nur für Daten dieser Form gehört date_orders: {"{"}{ $shape }: dmy{"}"}, oder mdy oder ymd, in die Zuordnung.
import-how_year = Anzugeben ist --year, zum Beispiel --year { $year }.
import-how_decimals = In die Zuordnung gehört decimals: comma oder decimals: point.
import-how_currency = In die Zuordnung gehört die Währung, zum Beispiel currency: "EUR".
import-how_kind = In die Zuordnung gehört eine Art, zum Beispiel kind: story.
import-how_headings = In die Zuordnung gehört headings: true oder headings: false.
import-how_same = In die Zuordnung gehört same: update, same: skip oder same: add.
import-how_person = In die Zuordnung gehört people: {"{"}"{ $name }": same("{ $near }"){"}"}, oder people: {"{"}"{ $name }": new{"}"}.

import-on_day = Der einzige Tag ist { $day }.
import-from_to = Die Tage gehen von { $first } bis { $last }.
import-settled = Tage wie { $open } werden so gelesen: { $order }; das ergibt sich aus { $by }.
import-and_more = { $names } und { $count } weitere
import-in_places = { $sentence } ({ $places }).
import-dollars = { $rows } mit einem Betrag in $, als US-Dollar gelesen.
import-row_range = { $first }–{ $last }
import-in_row = Zeile { $row }
import-in_rows = Zeilen { $rows }
import-name_at = { $name } ({ $address })
import-blocks = Namen, die allein in einer Zeile stehen, sind der Creator der Zeilen darunter: { $names }.
import-split = { $rows } mit mehreren Personen: je ein Moment.
import-twice = { $rows } gleich einer anderen, einmal übernommen.
import-remarks = { $rows } übergangen: Bemerkungen.
import-totals = { $rows } übergangen: Summen.
import-assumed = { $rows } mit einem Betrag ohne Währung, als { $code } gelesen: { $why }.
import-currency_said = so angegeben
import-currency_of_budget = die Währung des Budgets
import-currency_of_moments = die Währung der Momente im Plan
import-grid_days = Die Tabelle ist ein Raster: Tage, Wochen oder Monate stehen in Zeile { $row }, und jede gefüllte Zelle darunter ist ein Moment.
import-grid_weekdays = Die Tabelle ist ein Raster: Wochentage stehen in Zeile { $row }, Wochen neben oder über den Zeilen, und jede gefüllte Zelle ist ein Moment.
import-grid_columns = Die Tabelle ist ein Raster: Creator stehen in Zeile { $row } ({ $names }), Tage neben den Zeilen, und jede gefüllte Zelle ist ein Moment.
import-part_of = { $field }, Moment { $number }
import-part_of_all = { $field }, alle Momente der Zeile
import-grid_repeated = Jede Zeile enthält mehrere Momente: Zeile { $row } nennt ihre Spalten { $times }-mal.
import-said_encoding = Kodierung: { $encoding }
import-said_row = Kopfzeile: Zeile { $row }
import-said_no_header = Kopfzeile: keine
import-said_dates = Datumsangaben: { $order }
import-said_slashes = Daten mit Schrägstrichen: { $order }
import-said_dots = Daten mit Punkten: { $order }
import-said_dashes = Daten mit Bindestrichen: { $order }
import-said_year = Tage ohne Jahr: { $year }
import-said_new_year = Tage ohne Jahr: weiter ins nächste Jahr
import-said_one_year = Tage ohne Jahr: alle in einem Jahr
import-said_months = „May-27“: ein Monat mit Jahr
import-said_no_months = „May-27“: ein Tag
import-said_calendar_weeks = Wochen mit Nummer: Kalenderwochen
import-said_weeks_from = Wochen mit Nummer: Woche 1 beginnt { $day }
import-said_comma = Cent: nach dem Komma
import-said_point = Cent: nach dem Punkt
import-said_same = Zeilen, deren Moment im Plan ist: { $answer }
import-said_twice = Zeilen, die dasselbe sagen: { $answer }
import-said_person = „{ $name }“: { $who }
import-said_person_same = dieselbe Person wie { $name }
import-said_kind = Zeilen ohne Art: { $kind }
import-said_currency = Beträge ohne Währung: { $code }
import-said_rest = Spalten, die nicht zum Plan gehören: ausgelassen
import-said_headings = Überschriften zwischen den Zeilen: die Creator
import-said_no_headings = Überschriften zwischen den Zeilen: nur Überschriften
import-said_grid = Namen über den Spalten: Creator
import-said_list = Die Tabelle: eine Liste
import-said_nothing = nichts
import-said_word = „{ $word }“ in „{ $field }“: { $name }
import-became_ideas = { $rows } ohne Creator, als Ideen geparkt.
import-unchanged = { $rows } mit einem Moment, der genauso im Plan ist.
import-skipped = { $rows } ausgelassen: Moment schon im Plan.
import-left_out = { $rows } ausgelassen: Eine Zelle ist nicht nutzbar.
import-waiting = Noch ohne Antwort: { $rows }.
import-carried = { $rows } ohne Creator, zu dem darüber gezählt.
import-untitled = { $rows } ohne Titel, benannt nach der ersten Zeile Text oder der Art.
import-headings = { $rows } übergangen: Überschriften.
import-above = { $rows } übergangen: über der Kopfzeile.
import-repeated = { $rows } übergangen: noch einmal die Kopfzeile.
import-bare = { $rows } übergangen: nur ein Tag oder ein Name.
import-empty = { $rows } übergangen: leer.
import-filler = { $cells } übergangen: Dort ist nichts geplant, oder noch nichts.
import-pieces = { $rows } mit einer Leistung aus mehreren Stücken: Die Anzahl steht in den Notizen.
import-channels = { $cells } mit mehreren Kanälen: Der erste gilt, alle stehen in den Notizen.
import-other_handle = { $handle } für { $name }, bisher { $own }
import-other_handles = Handles von Personen, die schon einen anderen haben, ausgelassen: { $handles }.
import-other_name = { $name } als { $own }
import-other_names = Namen mit dem Handle einer Person, die anders heißt, zu ihr gezählt: { $names }.
import-left_columns = Spalten des Rasters, die zu niemandem gehören, ausgelassen: { $names }.
import-two_days = { $cells } mit zwei Tagen: ein Moment, am ersten Tag oder am zweiten.
import-open_cells = { $cells } mit dem Vermerk, dass es noch offen ist.
import-new_creators = Neue Creator: { $names }.
import-new_brands = Neue Marken: { $names }.
import-new_products = Neue Produkte: { $names }.
import-unknown_columns = Spalten, die nicht zum Plan gehören: { $names }.

import-about = Eine Tabelle in einen Plan übernehmen
import-long =
    Liest einen Redaktionsplan aus einer Arbeitsmappe (.xlsx) oder aus Text (.csv, .tsv) und schreibt einen Plan oder ergänzt einen. Aus Zeilen werden Momente, mit einer Spur für jeden Creator. Die Kopfzeile wird gefunden, wo immer sie steht; Spalten werden an ihren Namen in mehreren Sprachen erkannt und an dem, was sie enthalten. Raster werden Zelle für Zelle gelesen: Tage, Wochen, Monate oder Wochentage in der Breite, Creator in der Höhe, oder umgekehrt.

    Was eine Tabelle nicht selbst sagt, wird nie geraten: welche Zahl eines Datums der Tag ist, welches Jahr es ist, in welchem Monat bloße Tage liegen, ab wann Wochen zählen, was die Cent abtrennt, ob zwei ähnliche Namen eine Person sind. Solange etwas offen ist, wird nichts geschrieben; die Meldung sagt, was anzugeben ist. Antworten lassen sich in einer Zuordnung aufheben (--write-map) und wieder angeben (--map).

    Eine Zeile mit einer nicht nutzbaren Zelle hält den Import an, außer --skip-bad lässt sie aus. Leere Zeilen, Überschriften und wiederholte Kopfzeilen werden übergangen und gezählt. Eine Spalte, die nicht zum Plan gehört, kommt in die Notizen, außer die Zuordnung sagt rest: leave_out.

    Der Exit-Code ist 2, wenn etwas offen ist oder eine Zelle nicht nutzbar ist, auch mit --dry-run; sonst 0.
import-examples =
    Beispiele:
      momentboard import calendar.xlsx -o plan.moments
      momentboard import calendar.csv --dry-run --dates dmy
      momentboard import calendar.xlsx --sheet May --into plan.moments
      momentboard import calendar.csv -o plan.moments --map agency.ron

    Eine Zuordnung mit allem, was sie sagen kann:
      (encoding: windows_1252,
       header: 3,
       columns: {"{"}"Wann": date, "Thema": title, "Intern": leave_out{"}"},
       rest: notes,
       dates: dmy,
       date_orders: {"{"}slashes: mdy{"}"},
       year: 2027,
       new_year: true,
       months: true,
       month_from: title,
       days_in: "2027-05",
       next_month: true,
       weeks: from("2027-09-06"),
       decimals: comma,
       currency: "EUR",
       kind: story,
       headings: true,
       no_creator: above,
       grid: true,
       same: update,
       twice: once,
       words: {"{"}kind: {"{"}"giveaway": "offer"{"}"}{"}"},
       people: {"{"}"Tobi": same("Tobi Achterberg"), "Mira": new, "Mira + Tobi": each{"}"})
      encoding  wie die Buchstaben eines Textes gespeichert sind, wo sie falsch herauskommen: utf_8, windows_1252, shift_jis, gb18030, big5, euc_kr, windows_1251 oder mac_roman
      columns   was jede Spalte ist, nach ihrem Namen; leave_out lässt sie aus
      rest      was mit Spalten geschieht, die nicht zum Plan gehören: notes oder leave_out
      dates     in welcher Reihenfolge die Zahlen eines Datums stehen, wo die Tabelle es nicht sagt: dmy, mdy oder ymd
      date_orders  dasselbe nur für Daten mit slashes (Schrägstrichen), dots (Punkten) oder dashes (Bindestrichen), was immer die Tabelle sagt
      new_year  ob Tage ohne Jahr ins nächste weitergehen, wie bei November, Dezember, Januar
      months    ob „May-27“ ein Monat mit Jahr ist, kein Tag
      month_from  in welchem Monat Tage liegen, die nur eine Zahl sind, wenn Titel und Blatt zwei nennen: title oder name
      days_in   in welchem Monat Tage liegen, die nur eine Zahl sind, wenn es sonst nirgends steht
      next_month  ob solche Tage, die zurückspringen (29, 30, 1, 2), in den nächsten Monat weitergehen
      weeks     ab wann „Week 1“ zählt: ab dem ersten Tag von Woche 1, from("…"), oder calendar
      headings  ob Überschriften zwischen den Zeilen die Creator nennen
      no_creator  wem Zeilen ohne Creator gehören, unter einer Zeile mit einem: above oder nobody
      grid      ob Namen über den Spalten Creator sind, mit einem Moment in jeder gefüllten Zelle
      same      was mit Zeilen geschieht, deren Moment da ist: update, skip oder add
      twice     was mit Zeilen geschieht, die dasselbe sagen: once oder each
      people    wer mit einem Namen gemeint ist: same("…"), new, each bei mehreren Personen, oder lane oder nobody bei „All“
      words     wofür Wörter einer Auswahl stehen; "" lässt das Feld leer
import-arg_table = Die Tabelle: eine Arbeitsmappe (.xlsx), oder Text mit Kommas, Semikolons oder Tabs (.csv, .tsv)
import-arg_out = Der Plan, der geschrieben wird
import-arg_into = Ein Plan, zu dem hinzugefügt wird; ohne -o wird er in dieselbe Datei zurückgeschrieben
import-arg_map = Eine Datei mit Antworten
import-arg_write_map = Die Antworten, und wofür jede Spalte gehalten wurde, in diese Datei schreiben
import-arg_sheet = Welches Blatt der Arbeitsmappe
import-arg_dates = In welcher Reihenfolge die Zahlen eines Datums stehen, wo die Tabelle es nicht sagt
import-arg_year = Das Jahr der Tage, die keines haben
import-arg_dry_run = Sagen, was geschehen würde, und nichts schreiben
import-arg_skip_bad = Zeilen mit einer nicht nutzbaren Zelle auslassen
import-dmy = Tag zuerst: 3/4/2027 ist der 3. April
import-mdy = Monat zuerst: 3/4/2027 ist der 4. März
import-ymd = Jahr zuerst: 27/4/3 ist der 3. April
import-sheet_line = Blatt „{ $name }“
import-header_line = Die Kopfzeile ist Zeile { $row }.
import-no_header_line = Die Tabelle hat keine Kopfzeile; ihre Spalten sind an ihrem Inhalt erkannt.
import-column_line = { $header } → { $field }
import-column_unsure = { $header } → { $field }? Noch zu bestätigen
import-column_unknown = { $header } → { $field }, weil nichts sagt, was es ist
import-which_sheet = Die Arbeitsmappe hat mehrere Blätter.
import-which_sheet_hint = Anzugeben ist --sheet mit einem davon: { $names }.
import-no_such_sheet = In der Tabelle gibt es kein Blatt „{ $name }“.
import-map_at = Zeile { $line }, Spalte { $column }: { $message }
import-map_unknown_key = „{ $found }“ kommt in einer Zuordnung nicht vor. { $choices }
import-map_unknown_word = „{ $found }“ steht hier nicht zur Wahl. { $choices }
import-map_near = Gemeint war vielleicht { $near }. Möglich sind: { $choices }.
import-map_choices = Möglich sind: { $choices }.
import-map_twice = „{ $field }“ steht zweimal da. Nur eines von beiden kann bleiben.
import-map_want_braces = Hier werden Paare in geschweiften Klammern erwartet.
import-map_want_brace_end = Die geschweiften Klammern sind hier nicht geschlossen: Ein Komma oder „{"}"}“ wird erwartet.
import-map_trailing = Hier steht etwas nach dem Ende der Zuordnung.
import-map_unreadable = Was hier steht, ist nicht als Teil einer Zuordnung lesbar. Eine Zuordnung steht in runden Klammern, zum Beispiel (year: 2027, currency: "EUR").
import-map_no_row = Zeile { $row } der Tabelle enthält nichts, ist also keine Kopfzeile.
import-map_no_column = Die Tabelle hat keine Spalte „{ $name }“. { $choices }
import-map_no_words = In „{ $field }“ gibt es nichts zu wählen, darum steht dort kein Wort für ein anderes.
import-map_nobody = „{ $name }“ ist niemand in der Tabelle oder im Plan.
import-bad_map = Die Zuordnung ist nicht lesbar: { $cause }
import-bad_map_hint = momentboard import --help zeigt, was eine Zuordnung sagen kann.
import-onto_table = { $file } ist die Tabelle selbst; sie wird nicht überschrieben.
import-no_plan_ending = Geschrieben wird ein Plan, und { $file } hat die Endung einer Tabelle oder eines Dokuments.
import-onto_table_hint = Der Plan braucht die Endung .moments, zum Beispiel -o { $plan }.
import-a_plan = ein Plan von Momentboard
import-hint_plan = Als Plan öffnen: Er braucht wieder die Endung .moments.
import-no_out = Nichts sagt, wohin der Plan geschrieben wird.
import-no_out_hint = Anzugeben ist -o, --into oder --dry-run.
import-sure_of = Ist „{ $header }“ die Spalte „{ $field }“? Ihr Name sagt es nicht deutlich.
import-sure_of_cells = { $question } Sie enthält { $samples }.
import-no_rows = Die Tabelle hat eine Kopfzeile und keine Zeilen darunter.
import-no_rows_hint = Mindestens eine Zeile ausfüllen oder ein anderes Blatt oder eine andere Datei wählen.
import-no_sheet_names_hint = Diese Tabelle hat ein einziges Blatt ohne Namen: --sheet entfällt.
import-wrong_map_line = In der Zuordnung:
import-passed_map_line = In der Zuordnung, übergangen, weil diese Tabelle nichts davon hat:
import-map_says = Die Zuordnung sagt:
import-how_sure = In die Zuordnung gehört columns: {"{"}"{ $header }": { $field }{"}"}, oder ein anderes Feld, oder leave_out.
import-would_add = Kommt hinzu: { $gains }.
import-would_change = Wird geändert: { $moments }.
import-nothing_but_left_out = Sonst ist nichts in der Tabelle neu für den Plan: { $rows } ausgelassen, weil eine Zelle nicht nutzbar ist.
import-added = { $plan } hat aus der Tabelle { $gains }.
import-nothing_to_add = Nichts in der Tabelle ist neu für den Plan.
import-problems_line = { $rows } mit einer nicht nutzbaren Zelle:
import-more_problems = … und { $count } weitere.
import-how_bad = In der Tabelle berichtigen, in der Zuordnung sagen, wofür die Wörter stehen, oder diese Zeilen mit --skip-bad auslassen.
import-open_line = Erst zu beantworten:
import-map_written = { $file } enthält die Antworten.
import-file_of = { $name }: { $text }

import-command = Tabelle importieren…
import-path_import = Welche Tabelle?
import-table_files = Tabellen
import-table_hint = Eine Tabelle wählen: eine Arbeitsmappe (.xlsx), oder Text mit Kommas, Semikolons oder Tabs (.csv, .tsv).
import-reading = Tabelle wird gelesen
import-working_out = Es wird ermittelt, was die Tabelle hinzufügt
import-pasted = eingefügte Zellen
import-new_plan = Daraus entsteht ein eigener Plan; bis zum Speichern hat er keine Datei.
import-took_sheet = { $sheets }: Genommen ist „{ $name }“, das am ehesten nach einem Kalender aussieht. Ein anderes lässt sich hier wählen.
import-ask_sheet = Kein Blatt sieht nach einem Kalender aus. Gesucht ist das mit den Momenten.
import-no_sheet = Erst ein Blatt wählen
import-cannot_read = Diese Tabelle ist nicht lesbar
import-too_many_moments = Der Plan hätte mehr als { $most } Momente.
import-step = { $name } importieren
import-imported = { $gains } aus { $name }.
import-title = Importieren: { $name }
import-do_it = Importieren
import-working = Die Tabelle wird angesehen…
import-still_open = Erst zu beantworten: { $questions }
import-still_open_and_bad = Erst zu beantworten: { $questions }; außerdem { $rows } mit einer nicht nutzbaren Zelle
import-still_bad = { $rows } mit einer nicht nutzbaren Zelle
import-part_questions = Was die Tabelle nicht sagt
import-part_words = Unbekannte Wörter
import-part_columns = Spalten
import-part_problems = Nicht nutzbare Zellen
import-part_counts = Was geschehen würde
import-sheet = Blatt
import-hidden_name = { $name } (ausgeblendet)
import-leave_out_rows = { $rows } mit einer nicht nutzbaren Zelle auslassen
import-leave_out_rows_or_none = { $rows } mit einer nicht nutzbaren Zelle auslassen; nach den Antworten auf die Wörter oben keine mehr
import-leave_out_rows_but = { $rows } mit einer nicht nutzbaren Zelle auslassen; nach den Antworten auf die Wörter oben noch { $left }
import-rest = Spalten, die nicht zum Plan gehören
import-rest_notes = In die Notizen
import-rest_out = Auslassen
import-no_samples = Keine Zelle
import-what_is_column = Was die Spalte „{ $header }“ ist
import-perhaps = { $field }?
import-day_first = Tag zuerst
import-month_first = Monat zuerst
import-year_first = Jahr zuerst
import-comma = Das Komma: { $amount }
import-point = Der Punkt: { $amount }
import-choose = Auswählen
import-headings_name = Sie nennen die Creator
import-headings_plain = Sie sind nur Überschriften
import-same_update = Aktualisieren
import-same_skip = Auslassen
import-same_add = Noch einmal hinzufügen
import-same_person = Dieselbe Person
import-new_person = Jemand Neues
import-other_currency = Andere Währung
import-other_currency_hint = Z. B. SEK
import-stands_for = Wofür steht „{ $word }“ in „{ $field }“?
import-leave_empty = Für nichts: leer lassen
