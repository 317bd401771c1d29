# Wie een melding mag lezen, als dat verandert: nieuwe lezers, terugtreden, sleutels.

# $count (Number) - hoeveel
desk-finding-withheld = { $count ->
    [one] Een collega gaf u de sleutel van een stuk dat hier nooit is aangekomen.
   *[other] Een collega gaf u de sleutels van { $count } stukken die hier nooit zijn aangekomen.
}

desk-readers-unsent = Er staat in deze melding nog iets klaar dat de server niet heeft. Werk eerst bij, en doe het dan opnieuw.
desk-readers-excluded = De melder wil niet dat deze persoon dit leest. Dat verandert nooit. Er is niets gewijzigd.
desk-error-moved = Een collega schreef tegelijk met u in deze melding. Werk bij, en doe het opnieuw.

desk-tab-readers = Lezers
desk-readers-help = Hier staat wie deze melding nu mag lezen. Wat u hier wijzigt, geldt meteen. Alle lezers zien het in het logboek.
# $names (String) - namen, met komma's ertussen
desk-readers-gone = Konden het eerder lezen: { $names }. Wat toen op hun computer stond, kunnen zij hebben bewaard.
# $names (String) - namen, met komma's ertussen
desk-readers-never = De melder wil niet dat deze mensen dit lezen: { $names }. Zij komen er nooit bij, ook niet met nieuwe sleutels of een andere schrijfwijze van hun naam.
desk-readers-add-title = Iemand mee laten lezen
desk-readers-add-help = Deze collega leest dan alles wat er al is, en alles wat nog komt. Bel eerst en vergelijk de tekens van de sleutels met “meldteam team”.
desk-readers-add-nobody = Er is nu niemand in het team die nog mee kan lezen.
desk-readers-add = Mee laten lezen
desk-readers-remove-title = Iemand stopt
desk-readers-remove-help = Deze collega krijgt vanaf nu niets meer van deze melding, en ziet ook niet meer dat zij er is. Wat al op zijn of haar computer staat, kunt u niet terughalen. Stopt u zelf? Dan gaat deze melding van deze computer af.
desk-readers-remove = Laten stoppen
desk-readers-who = Wie?
desk-readers-why = Waarom?
# $names (String) - wie
desk-readers-added = { $names } leest nu mee.
# $names (String) - wie
desk-readers-removed = { $names } krijgt niets meer van deze melding. Wat er tot nu toe in stond, kan al op die computer staan. Vraag om het daar weg te halen.
desk-why-joins = nieuw bij deze melding
desk-why-steps-back = treedt terug: te dichtbij (belangenconflict)
desk-why-leaves = gaat weg uit het meldteam
desk-why-key-lost = de sleutel is kwijt, of iemand anders kan hem hebben
desk-why-new-keys = heeft nieuwe sleutels
desk-why-recovery = de noodsleutel is gebruikt
desk-why-other = iets anders
desk-log-readers = Andere lezers
# $names (String) - wie
# $why (String) - waarom
desk-log-readers-added = Leest nu mee: { $names } ({ $why }).
# $names (String) - wie
# $why (String) - waarom
desk-log-readers-removed = Leest niet meer mee: { $names } ({ $why }).

# $done (Number) - hoeveel meldingen
# $total (Number) - van hoeveel
desk-readers-progress = { $done } van { $total } meldingen gedaan
# $count (Number) - hoeveel meldingen
desk-readers-tally-done = { $count ->
    [one] In 1 melding gewijzigd.
   *[other] In { $count } meldingen gewijzigd.
}
# $count (Number) - hoeveel meldingen
desk-readers-tally-excluded = { $count ->
    [one] In 1 melding niet: de melder wil niet dat deze persoon dit leest.
   *[other] In { $count } meldingen niet: de melder wil niet dat deze persoon dit leest.
}
# $count (Number) - hoeveel meldingen
desk-readers-tally-left = { $count ->
    [one] 1 melding kon niet worden gewijzigd. Werk bij, en doe het opnieuw.
   *[other] { $count } meldingen konden niet worden gewijzigd. Werk bij, en doe het opnieuw.
}
desk-readers-kept = Wat tot nu toe in die meldingen stond, kan al op de computer van die persoon staan. Dat haalt niemand terug. Vanaf nu komt er niets bij.
# $name (String) - wat er getypt werd
desk-readers-nobody = Niemand heet “{ $name }”. Kijk met “meldteam team” hoe de naam geschreven wordt.
desk-readers-which = Zeg welke melding, of kies --everywhere. Zeg wie erbij komt (--add) of wie eruit gaat (--remove).
