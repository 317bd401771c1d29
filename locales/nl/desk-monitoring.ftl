## Monitoring: periods and audiences.
desk-monitor-title = Cijfers
# $place (Number) - 1 to 4
# $year (String) - the year
desk-monitor-quarter = { $place }e kwartaal { $year }
# $place (Number) - 1 or 2
# $year (String) - the year
desk-monitor-half = { $place }e halfjaar { $year }
# $year (String) - the year
desk-monitor-year = Heel { $year }
desk-monitor-for-board = Bestuur
desk-monitor-for-works-council = Ondernemingsraad
desk-monitor-for-client-council = Cliëntenraad
desk-monitor-for-public = Iedereen

## Monitoring: what is counted.
desk-monitor-unknown = Niet bekend
desk-monitor-received = Hoe vaak iemand bij ons kwam
desk-monitor-sort = Vraag, signaal of melding
desk-monitor-sort-question = Vraag
desk-monitor-sort-signal = Signaal: een niet-pluisgevoel
desk-monitor-sort-report = Melding
desk-monitor-channel = Hoe het binnenkwam
desk-monitor-kinds = Om welk gedrag het ging
desk-monitor-grounds = Gronden bij discriminatie
desk-monitor-grounds-several = Meerdere gronden
desk-monitor-reporter = Wie het meldde
desk-monitor-victim = Wie het meemaakte
desk-monitor-actor = Over wie het ging
desk-monitor-identity = Anoniem of met naam
desk-monitor-place = Waar het was
desk-monitor-place-other = Andere plek
desk-monitor-closed = Hoeveel zaken wij afsloten
desk-monitor-followed = Was er opvolging nodig
desk-monitor-followed-yes = Ja
desk-monitor-followed-no = Nee
desk-monitor-route = Hoe de opvolging ging
desk-monitor-igj = Gemeld bij de inspectie (IGJ)
desk-monitor-igj-week = Ja, besloten binnen een week
desk-monitor-igj-weeks = Ja, besloten binnen zes weken
desk-monitor-igj-later = Ja, later besloten
desk-monitor-igj-no = Nee, zo besloten
desk-monitor-igj-none = Geen besluit vastgelegd
desk-monitor-police = Contact met de politie
desk-monitor-police-charges = Aangifte
desk-monitor-police-reported = Melding
desk-monitor-police-consulted = Overleg
desk-monitor-police-none = Geen contact
desk-monitor-outcome = Wat eruit kwam
desk-monitor-measures = Welke maatregelen er waren
desk-monitor-measures-work = Ander werk of een andere plek
desk-monitor-measures-dismissal = Ontslag
desk-monitor-measures-law = Strafrecht, tuchtrecht of waarschuwingsregister
desk-monitor-ack = Wanneer de melder bericht van ontvangst kreeg
desk-monitor-ack-week = Binnen een week
desk-monitor-ack-later = Later
desk-monitor-ack-none = Niet
desk-monitor-feedback = Wanneer de melder hoorde wat wij deden
desk-monitor-feedback-none = Niet vastgelegd
desk-monitor-duration = Hoe lang een zaak duurde
desk-monitor-within-month = Binnen een maand
desk-monitor-within-quarter = Binnen drie maanden
desk-monitor-within-half = Binnen een half jaar
desk-monitor-later = Later
desk-monitor-duration-later = Langer
desk-monitor-contact = Contact met anonieme melders
desk-monitor-contact-answered = Anoniem, schreef nog een keer
desk-monitor-contact-silent = Anoniem, schreef niet meer
desk-monitor-contact-named = Niet anoniem
desk-monitor-silence = Gevraagd om stil te zijn
desk-monitor-silence-lifted = Gevraagd en weer opgeheven
desk-monitor-silence-asked = Gevraagd en niet opgeheven
desk-monitor-silence-none = Niet gevraagd
desk-monitor-aftercare = Wie nazorg kreeg

## Monitoring: how it is said.
# $least (Number) - at least
# $most (Number) - at most
desk-monitor-between = { $least } tot { $most }
# $least (Number) - at least
desk-monitor-at-least = { $least } of meer
desk-monitor-list-damaged = De lijst van eerdere overzichten gaat niet open. Zet het bestand monitoring.age terug uit uw kopie. Zonder die lijst kan het programma kleine getallen niet beschermen.
desk-monitor-list-sealing = De lijst van overzichten kan niet worden verzegeld. Er is niets naar buiten gegaan. Probeer het nog eens.

## Monitoring: the columns of a spreadsheet.
desk-monitor-csv-period = Periode
desk-monitor-csv-for = Voor
desk-monitor-csv-code = Code
desk-monitor-csv-table = Tabel
desk-monitor-csv-row = Regel
desk-monitor-csv-quarters = Over
desk-monitor-csv-number = Aantal
desk-monitor-csv-share = Procent
desk-monitor-csv-of = Van

## Monitoring: the overview.
# $period (String) - the period, in words
desk-monitor-sheet-title = Cijfers: { $period }
# $audience (String) - for whom
# $day (String) - the day, in words
desk-monitor-sheet-line = Voor: { $audience }. Gemaakt op { $day }.
desk-monitor-silent = In deze periode kwam er niemand. Dat zegt niet dat er niets is gebeurd. Misschien weten mensen de weg niet, of durven zij niet. Bespreek dat.
desk-monitor-nothing = Geen.
desk-monitor-too-few = Te weinig om te laten zien. Over een langere periode kan het misschien wel.
desk-monitor-each = Een melding kan bij meer regels horen, of bij geen.
# $quarters (String) - quarters, with commas between
desk-monitor-left-out = Niet meegeteld: { $quarters }. Dat zijn er te weinig om te laten zien.
desk-monitor-chart-title = Hoe vaak iemand bij ons kwam, door de jaren heen
# $first (String) - the first quarter
# $last (String) - the last quarter
# $least (Number) - the lowest number
# $most (Number) - the highest number
desk-monitor-chart-alt = Staafgrafiek van { $first } tot en met { $last }. Het laagste getal is { $least }, het hoogste { $most }. De getallen staan in de tabel eronder.
desk-monitor-chart-numbers = De getallen bij de grafiek
desk-monitor-column-quarter = Kwartaal
desk-monitor-column-what = Wat
desk-monitor-column-number = Aantal
desk-monitor-column-share = Deel
desk-monitor-column-total = Samen
desk-monitor-legend = Zo leest u dit
desk-monitor-legend-quarters = Wij tellen hele kwartalen. Een melding telt in het kwartaal waarin zij binnenkwam.
desk-monitor-legend-closed = Wat wij deden, telt in het kwartaal waarin de zaak is afgesloten.
desk-monitor-legend-small = Bij kleine getallen staat <5: geen, een, twee, drie of vier. Zo is niemand te herkennen.
desk-monitor-legend-hidden = Bij een streepje staat geen getal, omdat daaruit een klein getal te berekenen is.
desk-monitor-legend-rounded = Alle getallen zijn afgerond op vijf.
desk-monitor-legend-once = Een kwartaal wordt één keer geteld. Wat daarna nog verandert, staat niet in dit overzicht.
desk-monitor-not-known = Wat het programma niet weet
desk-monitor-not-known-help = Vul dit zelf in, of vraag het na.
desk-monitor-unknown-training = Hoe werkte het meldteam aan de eigen deskundigheid?
desk-monitor-unknown-leidraad = Hoe is de Leidraad Veilige zorgrelatie gebruikt?
desk-monitor-unknown-doors = Hoe vaak kwam iemand bij een vertrouwenspersoon, aandachtsvelder of leidinggevende?
desk-monitor-unknown-talks = Is er in teams en raden over gesproken? Wat is er afgesproken?

## Monitoring: the page.
desk-monitor-intro = Hier maakt u een overzicht zonder namen. Het telt de zaken die u kunt lezen.
desk-monitor-period = Periode
desk-monitor-for = Voor wie
desk-monitor-show = Laat zien
desk-monitor-publish = Naar buiten brengen
desk-monitor-publish-help = Werk eerst bij. Hieronder ziet u wat er in het bestand komt. Zodra u een bestand maakt, staan de cijfers van deze kwartalen vast. Zo zegt een later overzicht nooit iets over één persoon.
desk-monitor-file-html = Webpagina
desk-monitor-file-csv = Rekenblad (CSV)
desk-monitor-earlier = Eerder gemaakt
desk-monitor-earlier-none = U heeft nog geen overzicht gemaakt.
# $day (String) - the day, in words
# $period (String) - the period, in words
# $audience (String) - for whom
# $file (String) - what file
desk-monitor-earlier-line = { $day }: { $period }, { $audience }, { $file }
desk-monitor-not-over = Deze periode is nog niet voorbij. Kies een periode die voorbij is.
desk-monitor-no-file = Het bestand kon niet worden gemaakt. Er is niets naar buiten gegaan.
desk-monitor-no-period = Dat is geen periode. Typ bijvoorbeeld 2026-Q3, 2026-H2 of 2026.
desk-monitor-no-audience = Voor wie is het? Kies board, works-council, client-council of public.
desk-monitor-no-format = Dat soort bestand is er niet. Kies html of csv.
# $file (String) - the file
desk-monitor-saved = Het overzicht staat in { $file }. De cijfers van deze kwartalen staan nu vast.
