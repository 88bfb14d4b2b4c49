# German of src/words/rule_list.rs: the list of all rules.

rule_list-strict_mark = Strenges Profil
rule_list-judgement = Einschätzung
rule_list-search = Regel finden
rule_list-search_hint = Regel finden: ein Wort, ein Code
rule_list-none_found = Keine Regel hat „{ $text }“ im Code, im Titel oder im Text.
rule_list-found = { $n } von { $all } Regeln
rule_list-family_of-PBR = Die Reihenfolge vor der Aufforderung
rule_list-family_of-ASK = Wie oft und wie direkt aufgefordert wird
rule_list-family_of-FIT = Wer zu wem passt
rule_list-family_of-VAL = Werte, die halten müssen
rule_list-family_of-DIS = Kennzeichnung
rule_list-family_of-OPS = Bereit für die Aufforderung
rule_list-family_of-other = Weitere Regeln
