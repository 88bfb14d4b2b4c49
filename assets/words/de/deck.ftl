# German of src/words/deck.rs: what stands on the pages of a deck.

# Every section.
deck-continued_label = { $label }, weiter
deck-continued = { $title } (Fortsetzung)
deck-two_sentences = { $first } { $second }
deck-sentence = { $text }.
deck-notes_continued = Diese Seite setzt die vorige fort. { $notes }
deck-named = { $name }, { $handle }
deck-months_to = { $from } bis { $to }

# The cover.
deck-cover_storyboard = Creator-Storyboard, { $months }
deck-cover_brief = Creator-Briefing, { $months }
deck-cover_storyboard_undated = Creator-Storyboard
deck-cover_brief_undated = Creator-Briefing
# Counts come in the nominative, so they stand after a colon.
deck-cover_notes = Das ist { $name }: { $moments }, { $lanes }. Die Zeichen auf dem Deckblatt sind die Momente, je eine Zeile für alle, die sie erzählen.

deck-more_creator = und ein weiterer Creator
deck-more_creators = und { $number } weitere Creator
deck-more_lane = und eine weitere Spur
deck-more_lanes = und { $number } weitere Spuren

# The summary.
deck-summary = Überblick
deck-summary_title = { $who }, { $moments }, eine Geschichte
deck-summary_title_one = Eine Geschichte: { $moments }
deck-summary_title_empty = Ein noch leerer Plan
deck-summary_name = Voller Name
deck-summary_facts = Auf einen Blick
deck-summary_kinds = Woraus er besteht
deck-summary_story = Die Geschichte
deck-kind_count = { $n } × { $kind }
deck-summary_more = Dazu { $n }, jeweils mit eigenen Seiten.
deck-summary_contents = In diesem Deck
deck-summary_end = { $sentence }. Am Ende: { $band }.
deck-summary_notes = Eine Seite für alle, die eine Minute haben. { $asks }.
deck-contents_page = { $section }  { $page }
deck-section_arc = Der Bogen
deck-section_storyboards = Storyboards
deck-section_own = Eigene Seiten
deck-own_page = Eigene Seite
deck-section_briefs = Briefings

# The arc.
deck-nothing_planned = Noch ist kein Moment geplant
deck-nobody_asked = Eine Geschichte ohne Aufforderung
deck-nobody_asked_before_why = Niemand soll kaufen, bevor klar ist, warum
deck-every_ask_ready = Jede Aufforderung kommt, wenn die Follower bereit sind
deck-every_ask_after_why = Jede Aufforderung kommt nach ihrem Grund
deck-the_ask_is_early = Die eine Aufforderung kommt früh, bevor die Follower bereit sind
# The numbers are words: “ein” has to become “eine” here, and the verb follows it.
deck-asks_ready = { $ready ->
    [Ein] Eine von { $all } Aufforderungen kommt, wenn die Follower bereit sind
   *[other] { $ready } von { $all } Aufforderungen kommen, wenn die Follower bereit sind
}
deck-asks_early = { $early ->
    [Ein] Eine von { $all } Aufforderungen kommt früh, bevor die Follower bereit sind
   *[other] { $early } von { $all } Aufforderungen kommen früh, bevor die Follower bereit sind
}
deck-no_ask_waits = Die Aufforderungen kommen früh, bevor die Follower bereit sind
deck-story_of = { $moments }, { $lanes }
deck-arc_line = Vertrauen zwischen { $brand } und den Followern der Creator, so wie wir es planen.
deck-arc_line_no_brand = Vertrauen zwischen der Marke und den Followern der Creator, so wie wir es planen.
deck-arc_line_plain = Die Reihenfolge, in der erzählt wird. Noch steht kein Tag fest.
deck-arc_alt = { $lane }: { $cards }. { $end }
deck-arc_alt_empty = { $lane }: noch kein Moment.
deck-arc_alt_card = { $kind } { $when }
deck-arc_alt_ask = { $kind } { $when } ({ $mark })
deck-arc_alt_more = { $n } weitere
deck-arc_undated_count = { $n } ohne Tag
deck-arc_accepted = { $name }, Aufforderung { $when }: { $reason }
deck-arc_accepted_heading = Frühe Aufforderungen, und warum
deck-arc_accepted_notes = Die Aufforderungen, die mit Absicht früh kommen, jede mit ihrem Grund. Die Gründe stehen hier so, wie sie vorgelesen werden können.
deck-arc_notes = { $title }. Jede Reihe ist ein Creator: Die Linie zeigt, wie weit die Follower vorbereitet sind, und ab der gestrichelten Linie sind sie bereit für eine Aufforderung. Das ist eine Faustregel für die Planung, keine Messung.
deck-arc_notes_plain = { $title }. Jede Reihe zeigt die Momente in der Reihenfolge, in der sie erzählt werden.
deck-phases_more = Außerdem: { $names }

# Storyboards. The last step follows the others with “und”: “dann” would need the verb after it.
deck-lane_is_empty = { $name } hat noch keinen Moment
deck-lane_moments = { $name }: { $moments }
deck-lane_undated = { $name }: { $moments }, noch ohne Tag
deck-lane_partly_dated = { $name }: { $moments }, noch nicht alle mit festem Platz
deck-lane_does = { $name } { $what }
deck-lane_does_then = { $name } { $what } und { $then }
deck-verb_asks = lädt zum Kauf ein
deck-verb_says_why = nennt den Grund
deck-verb_lives_it = lebt die Werte
deck-verb_shares_it = lässt andere erzählen
deck-verb_tells = erzählt eine Geschichte
deck-verb_invites = lädt zum Mitmachen ein
deck-verb_meets = trifft Menschen
deck-verb_shows = zeigt die Wirkung
deck-verb_shows_product = zeigt das Produkt
deck-verb_hints = deutet etwas an
deck-verb_posts = postet wie immer
deck-verb_repairs = macht es wieder gut
deck-verb_goes_on = erzählt weiter
deck-curve_caption = Wo die Follower kurz vor jedem Moment stehen. Eine Faustregel für die Planung, keine Messung.
deck-curve_alt = Die Kurve von { $name }: { $steps }.
deck-curve_alt_step = { $title }: { $band }
deck-storyboard_notes = { $title }. Am Anfang steht „{ $first }“.
deck-storyboard_notes_on = Von „{ $from }“ bis „{ $to }“.
deck-also = Auch
deck-said_of = { $label }: { $text }

# Briefs.
deck-brief_for = Briefing für { $name }
deck-brief_about = Über { $name }
deck-brief_none = Noch ist kein Moment geplant.
deck-brief_one = Ein Moment, ohne Aufforderung.
deck-brief_one_ask = Ein Moment, und er ist die Aufforderung.
deck-brief_in_order = { $moments }, in dieser Reihenfolge.
deck-brief_moments = { $moments }.
deck-brief_asks_nothing = Keiner davon ist eine Aufforderung.
deck-brief_only_shows = Das Produkt wird gezeigt, ohne Handlungsaufruf.
deck-brief_one_shows = Ein Moment, und er zeigt das Produkt.
deck-brief_ask_last = Die Aufforderung kommt zuletzt.
deck-brief_ask_first = Die Aufforderung kommt zuerst.
deck-brief_one_asks = Einer davon ist eine Aufforderung.
deck-brief_some_ask = { $n } davon sind Aufforderungen.
deck-brief_all_ask = Jeder davon ist eine Aufforderung.
deck-brief_stand_for = Wofür beide stehen
deck-brief_gives = Was das Publikum bekommt
deck-brief_trust = Wie die Reihenfolge Vertrauen schafft
deck-brief_draft = Entwurf { $day }
deck-brief_yours = Eigene Entscheidung
deck-brief_asked = Worum wir bitten
deck-brief_always = Immer
deck-brief_all_yours = Das letzte Wort bei jedem Moment
deck-brief_yours_of = Das letzte Wort bei { $titles }
deck-brief_yours_but = Das letzte Wort bei jedem Moment außer { $titles }
deck-brief_shared_all = Jeder Moment wird gemeinsam abgestimmt
deck-brief_shared_of = Gemeinsam abgestimmt: { $titles }
deck-brief_fixed_all = Der Text jedes Moments steht fest
deck-brief_fixed_of = Der Text steht fest: { $titles }
deck-brief_days_move = Der Tag, so weit er beweglich ist
deck-brief_drafts = Ein erster Entwurf { $days } vor jedem Termin, am Wochenende früher
deck-brief_ask = „{ $title }“ { $does }
deck-does_sell = fordert auf, { $product } jetzt zu kaufen
deck-does_sell_it = fordert auf, jetzt zu kaufen
deck-does_invite = lädt ein, sich { $product } anzusehen
deck-does_invite_to_it = lädt ein, es sich anzusehen
deck-does_show = zeigt { $product }, ohne Handlungsaufruf
deck-does_show_it = zeigt das Produkt, ohne Handlungsaufruf
deck-does_ask_for = ist eine Aufforderung zu { $product }
deck-does_ask = ist eine Aufforderung
deck-brief_must_say = { $words } („{ $title }“)
deck-brief_label = Die Kennzeichnung „{ $label }“ bei jedem Moment
deck-brief_label_of = Die Kennzeichnung „{ $label }“ bei { $titles }
deck-brief_nothing_agreed = Noch ist nichts notiert
deck-brief_title = „{ $title }“
deck-brief_notes = Das Briefing für { $name }. { $line }

# Months in full.

# Numbers in words.
deck-number_word-0 = keine
deck-number_word-1 = ein
deck-number_word-2 = zwei
deck-number_word-3 = drei
deck-number_word-4 = vier
deck-number_word-5 = fünf
deck-number_word-6 = sechs
deck-number_word-7 = sieben
deck-number_word-8 = acht
deck-number_word-9 = neun
deck-number_word-10 = zehn
deck-number_word-11 = elf
deck-number_word-12 = zwölf
deck-number_word-13 = dreizehn
deck-number_word-14 = vierzehn
deck-number_word-15 = fünfzehn
deck-number_word-16 = sechzehn
deck-number_word-17 = siebzehn
deck-number_word-18 = achtzehn
deck-number_word-19 = neunzehn
deck-number_word-20 = zwanzig

# A number in words or digits, and what there are so many of.
deck-counted_moment = { $number } Moment
deck-counted_moments = { $number } Momente
deck-counted_creator = { $number } Creator
deck-counted_creators = { $number } Creator
# “ein” becomes “eine”.
deck-counted_lane = { $number }e Spur
deck-counted_lanes = { $number } Spuren
deck-counted_risk = { $number } in Kauf genommenes Risiko
deck-counted_risks = { $number } in Kauf genommene Risiken
