## The pages of casework. Frame and menus.
desk-today-title = Vandaag
desk-list-title = Alle zaken
desk-menu = Menu
desk-case-menu = Onderdelen van deze zaak
desk-tab-overview = Overzicht
desk-tab-report = Melding en berichten
desk-warnings = Let op
desk-mark-closed = Afgesloten
desk-choose = Kies
desk-record = Vastleggen
desk-answer = Antwoord
desk-why = Waarom (mag leeg)
desk-day-field = Op welke dag
desk-not-yet = Nog niet vastgelegd
# $name (String) - the officer
# $day (String) - the day, in words
desk-said-by = { $name }, { $day }
desk-from-report = Dit staat in de melding. Klopt het niet? Verander het dan hier. De melding zelf blijft zoals die is.

## What is wrong with a form, and what became of it.
# $count (Number) - how many
desk-form-faults = { $count ->
    [one] Er klopt iets niet. Er is nog niets vastgelegd.
   *[other] Er kloppen { $count } dingen niet. Er is nog niets vastgelegd.
}
desk-fault-text = Vul dit in.
# $found (Number) - characters typed
# $max (Number) - characters allowed
desk-fault-long = Deze tekst is te lang: { $found } tekens. Er passen { $max } tekens in.
desk-fault-choice = Kies een van de mogelijkheden.
desk-fault-day = Kies een dag.
desk-fault-day-past = Deze dag is al voorbij. Kies vandaag of later.
desk-fault-day-coming = Deze dag moet nog komen. Kies vandaag of eerder.
desk-fault-until = De laatste dag ligt vóór de eerste. Kies een latere dag.
desk-fault-reason = Schrijf op waarom. Dat is nodig bij verzetten, en als het te laat is.
# $day (String) - the last day, in words
desk-fault-next-far = Deze dag ligt te ver weg. Kies een dag tot en met { $day }.
desk-notice-recorded = Vastgelegd. Uw collega’s zien het als u bijwerkt.
desk-notice-before = Dit was al vastgelegd. Er is niets dubbel bewaard.
desk-notice-unchanged = Er was niets veranderd. Er is niets vastgelegd.

## Opening many cases.
desk-opening-title = De zaken worden geopend
# $done (String) - how many, with marks at the thousands
# $total (String) - of how many
desk-opening-progress = { $done } van { $total } geopend.
desk-opening-help = Deze pagina ververst zichzelf. U kunt ook stoppen. Dan ziet u wat er al open is, en er gaat niets verloren.
desk-opening-stop = Stoppen
desk-opening-look = Nu kijken
# $done (String) - how many, with marks at the thousands
# $total (String) - of how many
desk-opening-stopped = U bent gestopt met openen. Nu zijn { $done } van { $total } zaken open. De andere zaken ziet u hier nog niet.
desk-opening-go-on = Verder openen

## Today.
desk-counts = Aantallen
desk-damaged = Van deze zaken klopt de geschiedenis niet
desk-damaged-help = Open de zaak om te lezen wat er niet klopt. Bespreek het met uw collega en met de beheerder.
# $count (Number) - how many
desk-today-unsent = { $count ->
    [one] { $count } ding ligt klaar om te delen met uw collega’s. Het gaat mee als u bijwerkt.
   *[other] { $count } dingen liggen klaar om te delen met uw collega’s. Ze gaan mee als u bijwerkt.
}
desk-new-help = De melder weet nog niet dat u dit heeft gelezen. Bevestig eerst de ontvangst.
# $names (String) - names of officers
desk-new-readers = Dit mogen lezen: { $names }
desk-new-none = Er is niets nieuws. Elke melder heeft bericht van u.
desk-late-none = Niets is te laat. Goed bijgehouden.
desk-today-none = Voor vandaag staat er niets.
desk-week-none = Voor deze week staat er niets.
# $count (Number) - how many
desk-more = { $count ->
    [one] Nog { $count } bekijken
   *[other] Nog { $count } bekijken
}
desk-rule = Welke regel is dit?
desk-holder-me = Bij u
# $days (Number) - days
desk-late-by = { $days ->
    [one] { $days } dag te laat
   *[other] { $days } dagen te laat
}

## All cases.
desk-number-label = Zoek op nummer
desk-number-find = Zoeken
desk-number-unknown = Deze zaak is hier niet. Werk eerst bij, of controleer het nummer.
desk-list-filter = Welke zaken
desk-show-open = Open
desk-show-new = Nieuw
desk-show-closed = Afgesloten
desk-show-all = Alles
desk-list-empty = Er zijn geen zaken om hier te laten zien.
# $first (String) - first on this page
# $last (String) - last on this page
# $total (String) - of how many
desk-list-range = Zaak { $first } tot en met { $last } van { $total }.
desk-list-back = Vorige bladzijde
desk-list-next = Volgende bladzijde

## Above a case: what deserves a look.
desk-warning-answer = De melder heeft geschreven. Er is nog geen antwoord.
# $what (String) - name of the deadline
# $days (Number) - days
desk-warning-late = { $days ->
    [one] { $what }: { $days } dag te laat.
   *[other] { $what }: { $days } dagen te laat.
}
# $count (Number) - how many
desk-warning-differences = { $count ->
    [one] Collega’s legden { $count } ding verschillend vast.
   *[other] Collega’s legden { $count } dingen verschillend vast.
}
# $count (Number) - how many
desk-warning-unsent = { $count ->
    [one] { $count } ding is nog niet gedeeld met uw collega’s.
   *[other] { $count } dingen zijn nog niet gedeeld met uw collega’s.
}

## The overview.
desk-at-a-glance = In het kort
desk-keeps-open = Dit houdt de zaak open
desk-keeps-open-nothing = Niets. De zaak is afgesloten zoals het hoort.
desk-unsent-help = Iets in deze zaak ligt verzegeld klaar op deze computer. Uw collega’s zien het als u bijwerkt.
# $names (String) - names of officers
desk-stepped-back = Teruggestapt uit deze zaak: { $names }.
desk-differences = Collega’s legden iets anders vast
desk-differences-help = Twee collega’s legden dit vast zonder het van elkaar te weten. Bespreek samen wat klopt en kies het hier. Alles blijft in het logboek staan.
desk-difference-choose = Wat klopt?
desk-difference-settle = Dit klopt
desk-gate-label = Overleg met de politie
desk-gate-not-needed = Niet nodig, zolang het gedrag niet mogelijk strafbaar is.
desk-gate-shut = Nog niet gedaan. De gesprekken wachten.
desk-gate-open = Gedaan. De gesprekken kunnen volgens de afspraken.
desk-next-choose = De volgende stap kiezen
desk-next-day = Uiterlijk op
desk-next-day-hint = Een zaak is nooit zonder volgende datum.
desk-next-holder = Bij wie ligt het
desk-next-officer = Welke collega van het meldteam
desk-next-name = Of: wie is dat
desk-next-name-hint = Alleen als het bij iemand buiten het meldteam ligt. Gebruik een functie, geen naam van een betrokkene.
desk-next-what = Wat moet er gebeuren
desk-next-none = Geen: de zaak is afgesloten.
# $day (String) - the day, in words
# $who (String) - with whom it lies
desk-next-with = { $day }, bij: { $who }
# $day (String) - the day, in words
desk-next-open = { $day }. Er is nog geen stap gekozen.
desk-deadline-change = Gedaan of verzetten
desk-deadline-reason = Reden
desk-deadline-reason-hint = Nodig bij verzetten, en als het te laat is. Een termijn uit de wet blijft staan; dan is uw dag een plan.
# $day (String) - the day, in words
desk-done-on = Gedaan op { $day }
# $day (String) - the day, in words
# $days (Number) - days
desk-done-late = { $days ->
    [one] Gedaan op { $day }, { $days } dag te laat
   *[other] Gedaan op { $day }, { $days } dagen te laat
}
# $day (String) - the day, in words
desk-planned-on = Gepland op { $day }.
desk-start-title = Een andere termijn laten beginnen
desk-start-which = Welke termijn
desk-start-on = Begonnen op
desk-start-until = Laatste dag, als een ander die heeft gegeven (mag leeg)
desk-start-until-hint = Bijvoorbeeld de dag in de mail van de IGJ.
desk-last-entries = Laatst vastgelegd
desk-last-entries-none = Er is nog niets vastgelegd.
desk-corrected = Later verbeterd
desk-note-title = Een notitie voor uw collega’s
desk-note-label = Notitie
desk-note-hint = Iedereen die deze zaak mag lezen, ziet dit. Gebruik geen namen maar pseudoniemen, zoals Cliënt A.
desk-persons = Personen
desk-persons-none = Er zijn nog geen personen vastgelegd.

## Triage.
desk-triage-help = Begin hier. U kunt elk antwoord later veranderen; het oude blijft in het logboek staan.
desk-safe-help = Denk aan de cliënt, aan de melder en aan anderen. Is het antwoord nee? Doe dan vandaag nog iets.
desk-punishable-help = Bij ja of twijfel wachten de gesprekken van stap 3 en 4 op overleg met de politie.
desk-police-title = Overleg met de politie
desk-police-record = Overleg vastleggen
desk-police-step = Wat is er gedaan
desk-police-with = Met wie bij de politie
desk-police-on = Op welke dag
desk-police-agreements = Wat is afgesproken
desk-police-agreements-hint = Wie praat met wie, en wanneer? Wat doet u nog niet?
desk-conflict-help = Zeg het als u een band heeft met iemand in deze zaak. Elke collega doet dit zelf.
desk-conflict-kind = Welk belang heeft u
desk-conflict-stance = Wat doet u
desk-conflict-stance-hint = Stapt u terug? Dan weten uw collega’s dat. Wat u al kunt lezen, blijft leesbaar tot de zaak opnieuw is verzegeld.
desk-conflict-note = Toelichting (mag leeg)
desk-structure-help = Wat de melding zegt, is al ingevuld. Vul aan wat u weet.
desk-structure-show = Gegevens bekijken en aanvullen
desk-advice-title = Advies voor de route
# $victim (String) - kind of victim
# $actor (String) - kind of actor
desk-advice-reason = Slachtoffer: { $victim }. Wie het deed: { $actor }. Dan is dit de route:
desk-advice-unknown = Nog niet bekend is wie het overkwam of wie het deed. Vul dat hierboven in, dan staat hier een advies.
desk-igj-needed = Kijk ook of dit naar de IGJ moet.
desk-whistleblower-help = Een misstand raakt het algemeen belang: een patroon, of gevaar voor meer mensen.

## The six steps.
desk-steps-help = Alle stappen zijn altijd open. U hoeft niet op volgorde te werken.
# $done (Number) - how many are settled
# $total (Number) - of how many
desk-steps-count = { $done } van { $total }
desk-item-note = Opmerking (mag leeg)
desk-mark-done = Gedaan
desk-mark-not-needed = Niet nodig
desk-mark-reopen = Weer openzetten

## Messages.
desk-message-beginning = Begin met een voorbeeld
desk-message-prompt = Of stel een vraag
desk-message-fill = In het vak zetten
desk-message-fill-hint = De knop “In het vak zetten” verstuurt niets. U kunt de tekst eerst aanpassen.
desk-message-word = Waar gaat dit bericht over
desk-message-word-hint = Zo weten de termijnen dat de melder bericht heeft.
desk-silence-title = Stil zijn vragen of opheffen
desk-silence-of = Wie
desk-silence-change = Wat
desk-no-word-title = Als de melder geen bericht kan krijgen
desk-no-word-record = Vastleggen waarom niet
desk-no-word-why = Waarom kan dat niet
desk-no-word-hint = Ook een anonieme melder kan een bericht lezen met de code. Dit is dus zelden nodig.

## The command line.
desk-error-item = Dit punt staat niet op de lijst. Zo ziet u de punten met hun naam: meldteam case M-48K2
