# German of src/words/mod.rs: how many of what, and how texts are joined.

words-days =
    { $n ->
        [one] 1 Tag
       *[other] { $n } Tage
    }
words-weeks =
    { $n ->
        [one] 1 Woche
       *[other] { $n } Wochen
    }
words-moments =
    { $n ->
        [one] 1 Moment
       *[other] { $n } Momente
    }
words-ideas =
    { $n ->
        [one] 1 Idee
       *[other] { $n } Ideen
    }
words-creators = { $n } Creator
words-errors = { $n } Fehler
words-warnings =
    { $n ->
        [one] 1 Warnung
       *[other] { $n } Warnungen
    }
words-hints =
    { $n ->
        [one] 1 Hinweis
       *[other] { $n } Hinweise
    }
words-accepted = { $n } in Kauf genommen

words-quoted = „{ $text }“
words-called = { $what } „{ $name }“
words-list_end = { $head } und { $last }
words-dotted = { $a } · { $b }
words-decimal = { $whole },{ $tenth }
