# German of assets/disclosure.ron: the names of markets, the languages that labels are expected in, what is known of each market
# and from where. Labels stand in the language they are written in.

markets-DE = Deutschland
markets-FR = Frankreich
markets-UK = Vereinigtes Königreich
markets-IE = Irland
markets-EU = Europäische Union allgemein
markets-US = Vereinigte Staaten
markets-language-DE = Deutsch
markets-language-FR = Französisch
markets-language-UK = Englisch
markets-language-IE = Englisch
markets-language-EU = die Sprache des Publikums
markets-language-US = Englisch

# Where it is known from.
markets-source-DE = § 5a Abs. 4 UWG; BGH vom 9. September 2021 und I ZR 35/21; Leitfaden der Medienanstalten
markets-source-FR = Gesetz 2023-451, Art. 5; Verordnung 2024-978
markets-source-UK = CAP und CMA, Influencers’ guide, dritte Auflage vom 23. März 2023; CAP Code
markets-source-IE = CCPC und ASAI, Leitfaden vom Oktober 2023 (adstandards.ie); eine Beschwerde zu #ambassador
markets-source-EU = UGP-Richtlinie 2005/29, Anhang I Nr. 11 und 22; Leitlinien der Kommission, Abschnitt 4.2.6
markets-source-US = 16 CFR 255 in der Fassung vom Juni 2023; FTC, Disclosures 101

# Where it says something of young audiences.
markets-restricted-DE = Verhaltensregeln des Werberats zu Alkohol und Glücksspiel, nicht an der Quelle geprüft
markets-restricted-FR = Gesetz 2023-451 und Loi Évin, nicht an der Quelle geprüft
markets-restricted-UK = CAP Code, die 25-%-Grenze für Alkohol und Glücksspiel, nicht an der Quelle geprüft
markets-restricted-IE = der Kodex der ASAI, die 25-%-Grenze für Alkohol, nicht an der Quelle geprüft
markets-restricted-EU = nationales Recht und die AVMD-Richtlinie, nicht an der Quelle geprüft
markets-restricted-US = Branchenkodizes zum Alter des Publikums, nicht an der Quelle geprüft

# What else to know.
markets-note-DE-0 = Eine Gegenleistung wird vermutet, solange nichts anderes belegt ist; kostenlose Produkte zählen dazu.
markets-note-DE-1 = Die Medienanstalten empfehlen deutsche Kennzeichnungen, nicht „#ad“ und „#sponsored by“.
markets-note-DE-2 = Tap Tags allein sind noch keine Werbung, ein Link zur Seite des Herstellers schon.
markets-note-DE-3 = „Werbevideo“ und „Dauerwerbesendung“ wurden nicht mit dem veröffentlichten Leitfaden abgeglichen; vor der Verwendung prüfen lassen.
markets-note-FR-0 = Das Gesetz nennt „Publicité“ und „Collaboration commerciale“; seit dem 8. November 2024 genügen gleichwertige Worte, und nichts muss dastehen, wo der Zusammenhang es klar zeigt.
markets-note-UK-0 = Jeder Anreiz zählt: Bezahlung, ein Geschenk, eine Leihgabe, Umsatzbeteiligung, die eigene Marke; ob die Marke über den Text bestimmt, spielt keine Rolle.
markets-note-UK-1 = Eine frühere Beziehung wird etwa ein Jahr lang genannt; mit dem veröffentlichten Leitfaden wurde das nicht abgeglichen.
markets-note-UK-2 = Das Werkzeug einer Plattform allein reicht vielleicht nicht.
markets-note-IE-0 = Eine Hauptkennzeichnung steht vorn: „#ad“, „#gifted“ oder die der Plattform; Worte wie „#collaboration“ folgen ihr nur.
markets-note-EU-0 = Nur die allgemeinen Regeln: Ein Mitgliedstaat kann mehr verlangen, oft für seine eigene Sprache.
markets-note-EU-1 = Wer regelmäßig wirbt, handelt gewerblich.
markets-note-EU-2 = Worte einzelner Sprachen wurden nicht an einer Quelle geprüft; vor der Verwendung prüfen lassen.
markets-note-US-0 = Bei der Empfehlung selbst, kaum zu übersehen, nicht in einem Haufen Hashtags; zu sehen, wo die Aussage zu sehen ist, zu hören, wo sie zu hören ist, im Livestream immer wieder.
markets-note-US-1 = Davor, das Werkzeug einer Plattform für ausreichend zu halten, warnt die FTC.
