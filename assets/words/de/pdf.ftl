# German of src/words/pdf.rs: what is said about a PDF.

pdf-program = Momentboard
pdf-untitled = Plan ohne Titel
pdf-attachment = Der Plan zu diesem Deck, so weit ihn die Lesenden sehen dürfen. Momentboard öffnet ihn, und es öffnet dieses PDF als diesen Plan.
pdf-plan_failed = Der Plan lässt sich nicht in das PDF legen: { $cause }.
pdf-plan_hint = Ohne beigelegten Plan lässt es sich teilen.
pdf-failed = Das PDF konnte nicht geschrieben werden: { $cause }.
pdf-failed_hint = Andere Abschnitte oder ein anderes Format helfen; der Plan ist unverändert.
pdf-font_failed = Eine Schrift lässt sich nicht in das PDF legen: { $cause }.
pdf-font_hint = Im Marken-Set lässt sich eine andere Schrift wählen.
pdf-rules_failed = es wäre nicht vorlesbar
pdf-not_accessible = Dieses PDF trägt das Zeichen PDF/UA nicht: Etwas darin, etwa eine Schrift, die nicht weitergegeben werden darf, verstößt gegen dessen Regeln. Vorlesen lässt es sich trotzdem.
