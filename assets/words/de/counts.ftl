# German of src/words/counts.rs: how many of what. Each reads the same as subject and as object.

counts-thousands = .
counts-rows =
    { $n ->
        [one] 1 Zeile
       *[other] { $n } Zeilen
    }
counts-cells =
    { $n ->
        [one] 1 Zelle
       *[other] { $n } Zellen
    }
counts-columns =
    { $n ->
        [one] 1 Spalte
       *[other] { $n } Spalten
    }
counts-entries =
    { $n ->
        [one] 1 Eintrag
       *[other] { $n } Einträge
    }
counts-deadlines =
    { $n ->
        [one] 1 Frist
       *[other] { $n } Fristen
    }
counts-windows =
    { $n ->
        [one] 1 Zeitfenster
       *[other] { $n } Zeitfenster
    }
counts-pages =
    { $n ->
        [one] 1 Seite
       *[other] { $n } Seiten
    }
counts-sheets =
    { $n ->
        [one] 1 Blatt
       *[other] { $n } Blätter
    }
counts-questions =
    { $n ->
        [one] 1 Frage
       *[other] { $n } Fragen
    }
counts-lanes =
    { $n ->
        [one] 1 Spur
       *[other] { $n } Spuren
    }
counts-asks =
    { $n ->
        [one] 1 Aufforderung
       *[other] { $n } Aufforderungen
    }
counts-minutes =
    { $n ->
        [one] 1 Minute
       *[other] { $n } Minuten
    }
counts-per_cent = { $n } Prozent
counts-months =
    { $n ->
        [one] 1 Monat
       *[other] { $n } Monate
    }
counts-changes =
    { $n ->
        [one] 1 Änderung
       *[other] { $n } Änderungen
    }
counts-other_changes =
    { $n ->
        [one] 1 andere Änderung
       *[other] { $n } andere Änderungen
    }
counts-findings =
    { $n ->
        [one] 1 Befund
       *[other] { $n } Befunde
    }
counts-other_lanes =
    { $n ->
        [one] 1 andere Spur
       *[other] { $n } andere Spuren
    }
counts-values =
    { $n ->
        [one] 1 Wert
       *[other] { $n } Werte
    }
counts-notes =
    { $n ->
        [one] 1 Notiz
       *[other] { $n } Notizen
    }
counts-names =
    { $n ->
        [one] 1 Name
       *[other] { $n } Namen
    }
counts-fees =
    { $n ->
        [one] 1 Honorar
       *[other] { $n } Honorare
    }
counts-budgets =
    { $n ->
        [one] 1 Budget
       *[other] { $n } Budgets
    }
counts-quiet_days =
    { $n ->
        [one] 1 Tag Stille
       *[other] { $n } Tage Stille
    }
counts-usual_posts =
    { $n ->
        [one] 1 üblicher Post
       *[other] { $n } übliche Posts
    }
counts-stories =
    { $n ->
        [one] 1 Story
       *[other] { $n } Storys
    }
counts-value_moments =
    { $n ->
        [one] 1 Moment mit Nutzen
       *[other] { $n } Momente mit Nutzen
    }
counts-risks =
    { $n ->
        [one] 1 Risiko
       *[other] { $n } Risiken
    }
counts-limits =
    { $n ->
        [one] 1 Grenzwert
       *[other] { $n } Grenzwerte
    }
counts-rules_set =
    { $n ->
        [one] 1 Regel anders eingestellt
       *[other] { $n } Regeln anders eingestellt
    }
counts-words_of_their_own =
    { $n ->
        [one] 1 eigenes Wort
       *[other] { $n } eigene Wörter
    }
