## The officers' casework: choices, checklists, deadlines, messages. Terms of the Leidraad stay.
## Yes or no.
casework-yesno-yes = Ja
casework-yesno-no = Nee

## Whether the conduct may be punishable. Doubt counts as yes (O12).
casework-punishable-yes = Ja, mogelijk strafbaar
casework-punishable-doubt = Twijfel
casework-punishable-no = Nee, niet strafbaar

## Whom it happened to.
casework-victim-client = Cliënt
casework-victim-staff = Medewerker of vrijwilliger

## Who did it, as far as the route depends on it.
casework-actor-staff = Medewerker
casework-actor-manager = Leidinggevende
casework-actor-volunteer = Vrijwilliger of maatje
casework-actor-self = De melder zelf
casework-actor-client = Cliënt
casework-actor-family = Familie, partner of bezoek
casework-actor-board = Bestuurder
casework-actor-meldteam = Lid van het meldteam

## How an officer is tied to somebody in the case (O6).
casework-conflict-none = Geen belang
casework-conflict-own-team = Eigen team
casework-conflict-own-manager = Eigen leidinggevende
casework-conflict-relative = Familie of partner
casework-conflict-friend = Vriend of bekende
casework-conflict-handled-before = Eerder zelf bij deze zaak betrokken
casework-conflict-other = Ander belang

## What the officer does with that.
casework-stance-stays = Blijft bij deze zaak betrokken
casework-stance-steps-back = Stapt terug uit deze zaak

## The way that a case goes.
casework-route-six-steps = De zes stappen van de Leidraad
casework-route-external-officer = Een functionaris van buiten behandelt de zaak
casework-route-conduct-code = Gedragscode, vertrouwenspersoon en klachtenregeling ongewenst gedrag
casework-route-discrimination-desks = Discriminatie.nl en het College voor de Rechten van de Mens
casework-route-arbo = Arbobeleid (veilig werken)
casework-route-aggression = Agressiebeleid
casework-route-meldcode = Meldcode en Veilig Thuis
casework-route-team-learning = Terug naar het team, als leerpunt (bejegening)
casework-route-complaint = Klachtenregeling of personeelszaken
casework-route-insufficient = Onvoldoende te onderzoeken, signaal bewaard

## What an officer says of an item of a checklist.
casework-mark-done = Gedaan
casework-mark-not-needed = Niet nodig
casework-mark-open = Nog open

## Where a fact comes from; what is neither seen nor heard is interpretation (R7).
casework-source-observed = Eigen waarneming
casework-source-literal = Letterlijke uitspraak
casework-source-hearsay = Van horen zeggen
casework-source-interpretation = Interpretatie

## What somebody is in the case. Their pseudonym begins with it.
casework-role-reporter = Melder
casework-role-client = Cliënt
casework-role-representative = Vertegenwoordiger
casework-role-accused = Betrokken medewerker
casework-role-witness = Getuige
casework-role-other = Overig

## What is decided. Every decision is recorded, also when the answer is no (O21).
casework-decision-police = Politie: melden of aangifte
casework-decision-igj = Melden bij de IGJ
casework-decision-without-consent = Doorgaan zonder toestemming van de cliënt
casework-decision-measure = Maatregel
casework-decision-close = De zaak afsluiten

## What was done with the police: three different things (O13).
casework-police-consulted = Overlegd met de politie
casework-police-reported = Gemeld bij de politie (mutatie)
casework-police-charges = Aangifte gedaan

## What it was.
casework-nature-neglect = Verwaarlozing of onthouden van zorg
casework-nature-psych = Psychisch of schenden van rechten
casework-nature-physical = Lichamelijk
casework-nature-sexual = Seksueel
casework-nature-money = Financieel of materieel
casework-nature-discrimination = Discriminatie
casework-nature-boundary = Grensoverschrijdend, geen mishandeling
casework-nature-mistreatment = Mishandeling
casework-nature-punishable = Mogelijk strafbaar
casework-nature-none = Niets hiervan vastgesteld

## How serious it was, on a scale of four.
casework-seriousness-1 = 1. Licht: geen schade, met een gesprek te herstellen
casework-seriousness-2 = 2. Matig: last of schade die overgaat
casework-seriousness-3 = 3. Ernstig: blijvende schade, herhaald, of misbruik van afhankelijkheid
casework-seriousness-4 = 4. Zeer ernstig: overlijden, levensgevaar, geweld of seksueel misbruik

## How likely it is to happen again.
casework-risk-low = Laag
casework-risk-middle = Midden
casework-risk-high = Hoog

## How the causes were looked for (O17).
casework-method-prisma = PRISMA
casework-method-fishbone = Visgraat
casework-method-pareto = Pareto
casework-method-other = Andere methode

## What is said of a deadline.
casework-deadline-change-started = Begonnen op
casework-deadline-change-done = Gedaan op
casework-deadline-change-moved = Verzet naar

## With whom the next step lies.
casework-holder-officer = Meldteam
casework-holder-reporter = Melder
casework-holder-manager = Leidinggevende of bestuurder
casework-holder-police = Politie
casework-holder-igj = IGJ
casework-holder-other = Iemand anders

## Who gets aftercare (O26).
casework-aftercare-client = Cliënt en familie
casework-aftercare-team = Team of organisatie-eenheid
casework-aftercare-accused = Betrokken medewerker
casework-aftercare-wrongly-accused = Onterecht aangewezen medewerker

## What a message to the reporter is about.
casework-word-received = Ontvangst bevestigd
casework-word-question = Vraag gesteld
casework-word-silence = Over stil zijn
casework-word-feedback = Terugkoppeling gegeven
casework-word-closing = Afsluiting uitgelegd
casework-word-other = Ander bericht

## How a case ends (C.1).
casework-outcome-bevestigd-mishandeling = Bevestigd: mishandeling
casework-outcome-bevestigd-ggo = Bevestigd: grensoverschrijdend gedrag, geen mishandeling
casework-outcome-niet-vastgesteld = Niet vastgesteld
casework-outcome-onterecht-aangewezen = Onterecht aangewezen
casework-outcome-onvoldoende-info = Onvoldoende informatie, signaal bewaard
casework-outcome-buiten-reikwijdte = Hoort bij een ander loket

## What was done with a case that leaves no content behind.
casework-audited-opened = Dossier geopend
casework-audited-exported = Dossier geëxporteerd
casework-audited-printed = Dossier geprint
casework-audited-key-table = Sleuteltabel geopend

## Checklist, step 1: signaleren (C.5).
casework-item-signal-facts = Feiten en interpretatie staan apart
casework-item-signal-signs = Signalen zijn aangevinkt
casework-item-signal-client-file = Feitelijke notitie in het cliëntdossier (nog niet in het personeelsdossier)
casework-item-signal-no-confronting = De melder is niet gevraagd om de ander aan te spreken

## Checklist, step 2: bespreken en melden.
casework-item-report-acknowledged = Ontvangst is bevestigd aan de melder
casework-item-report-second-officer = Er is een tweede functionaris bij. Eén van beiden staat buiten de lijn
casework-item-report-conflicts = Ieder heeft gezegd of er een eigen belang is
casework-item-report-safe = Is iedereen nu veilig? Dat is beoordeeld
casework-item-report-punishable = Is het mogelijk strafbaar? Dat is beoordeeld. Bij ja of twijfel is de contactpersoon voor de politie gevraagd
casework-item-report-clarified = Doorgevraagd bij de melder: wat is gezien, wat is letterlijk gehoord, waar, wanneer, door wie
casework-item-report-told = De melder weet wat er gebeurt, wanneer er nieuws komt, tot wanneer stil zijn nodig is en waar steun is
casework-item-report-route = De route is gekozen
casework-item-report-earlier = Gekeken of er eerder signalen waren
casework-item-report-access = Afgesproken wie dit verder mag weten

## Checklist, step 3: bespreken met de cliënt.
casework-item-client-police = Met de politie is afgesproken wie met de cliënt praat, en wanneer
casework-item-client-confidant = De cliënt kan een vertrouwenspersoon kiezen
casework-item-client-representative = De vertegenwoordiger is erbij als dat nodig is
casework-item-client-method = Is een speciale manier van vragen nodig? Dan een taxatiegesprek door een gedragswetenschapper
casework-item-client-two = Het gesprek is met twee personen, van wie de cliënt er één vertrouwt
casework-item-client-open = Rustig moment, open vragen
casework-item-client-what = Besproken: wat er gebeurde
casework-item-client-felt = Besproken: hoe de cliënt het heeft ervaren
casework-item-client-need = Besproken: wat de cliënt nodig heeft en wat het veiliger maakt
casework-item-client-consent = Besproken: intern melden en toestemming
casework-item-client-follow-up = Besproken: hoe de cliënt betrokken wil zijn bij het vervolg
casework-item-client-doors = Verteld: zelf intern melden, de klachtencommissie en de IGJ
casework-item-client-no-secrecy = Er is geen geheimhouding beloofd
casework-item-client-weighing = Zegt de cliënt nee? De afweging om toch door te gaan is vastgelegd
casework-item-client-words = De letterlijke woorden en de gestelde vragen zijn vastgelegd

## Checklist, step 4: bespreken met de (vermoedelijke) pleger, nader onderzoek.
casework-item-hearing-police = Met de politie is afgesproken of en wanneer dit gesprek kan
casework-item-hearing-support = De betrokkene mag zelf iemand meenemen als steun
casework-item-hearing-two = Het gesprek is met twee personen, en niet met alleen de leidinggevende
casework-item-hearing-both-sides = Hoor en wederhoor: de signalen en het gesprek met de cliënt zijn voorgelegd
casework-item-hearing-causes = Gesproken over bedoeling, oorzaken (persoon en organisatie) en de kans op herhaling
casework-item-hearing-norms = Het gedrag is naast de normen en de gedragscode gelegd
casework-item-hearing-told = Verteld dat het gedrag wordt beoordeeld volgens het Stappenplan
casework-item-hearing-statement = Het verslag is ter correctie voorgelegd aan de betrokkene
casework-item-hearing-investigator = Intern of extern onderzoek: gekozen, met redenen
casework-item-hearing-chair = Overlijden in ouderen- of gehandicaptenzorg: een externe, onafhankelijke voorzitter leidt het onderzoek
casework-item-hearing-outside = Het gaat over een bestuurder of een lid van het meldteam: een functionaris van buiten behandelt de zaak
casework-item-hearing-method = De methode van onderzoek is gekozen
casework-item-hearing-heard = Betrokkenen zijn gehoord
casework-item-hearing-context = Gekeken naar de omgeving, het personeelsdossier en eerdere signalen
casework-item-hearing-victims = Gekeken of er meer slachtoffers zijn
casework-item-hearing-root = Gezocht naar de oorzaak achter de oorzaak
casework-item-hearing-assessed = Aard, ernst en herhaling zijn beoordeeld, door iemand anders dan de onderzoeker
casework-item-hearing-outcome = De uitkomst is uitgesproken en vastgelegd

## Checklist, step 5: stoppen, extern melden, maatregelen.
casework-item-measures-stop = Het gedrag is gestopt: wat is gedaan, en op welke dag
casework-item-measures-igj-violence = IGJ-toets 1: geweld in de zorgrelatie (seksueel binnendringen of ontucht, geweld, dwang) door een medewerker of medecliënt
casework-item-measures-igj-sexual = Seksueel grensoverschrijdend gedrag door een zorgverlener, ook berichten en opmerkingen: behandeld als meldplichtig
casework-item-measures-igj-calamity = IGJ-toets 2: calamiteit (overlijden of ernstige schade)
casework-item-measures-igj-dismissal = IGJ-toets 3: ontslag wegens disfunctioneren, bij elk soort contract, ook met een regeling
casework-item-measures-igj-recorded = Het besluit over de IGJ is vastgelegd, ook als het nee is
casework-item-measures-police = Politie: overleggen, melden of aangifte is besloten
casework-item-measures-sanction = De maatregel is gekozen uit de lijst van de organisatie
casework-item-measures-disciplinary = Gekeken naar het tuchtrecht (BIG)
casework-item-measures-warning-register = Waarschuwingsregister: alleen als aan alle vier de voorwaarden is voldaan

## Checklist, step 6: communiceren, nazorg, evalueren.
casework-item-aftercare-client-first = Cliënt en familie: eerste opvang, en wie dat doet
casework-item-aftercare-client-expert = Cliënt en familie: hulp van een deskundige aangeboden (geestelijk verzorger, psycholoog, maatschappelijk werk, Slachtofferhulp)
casework-item-aftercare-client-contact = Cliënt en familie: gevraagd of zij nog contact met de betrokkene willen
casework-item-aftercare-client-trust = Cliënt en familie: vertrouwen herstellen, ook op langere termijn
casework-item-aftercare-team = Team: gesproken over schuld, angst en vertrouwen, hulp voor wie dat wil
casework-item-aftercare-accused = (Vermoedelijke) pleger: gesproken over oorzaken, ontwikkeling en een andere plek (niet bij strafbaar gedrag met direct ontslag)
casework-item-aftercare-rehabilitation = Onterecht aangewezen: eerherstel, en samen afgesproken wie wat vertelt
casework-item-aftercare-feedback = De melder heeft een terugkoppeling gekregen
casework-item-aftercare-reprisal = Na 1 en na 6 maanden gevraagd of de melder nadeel heeft van het melden
casework-item-aftercare-silence = De vraag om stil te zijn is opgeheven en dat is verteld
casework-item-aftercare-plan = Communicatieplan: wie, wat, wanneer, aan wie (niet over de persoon)
casework-item-aftercare-evaluation = Geëvalueerd: hoe kon dit gebeuren, was het te voorkomen, hoe spreken wij elkaar aan
casework-item-aftercare-improvement = Verbeteracties hebben een eigenaar en een datum
casework-item-aftercare-reason = De reden van afsluiten is opgeschreven

## Checklist: discrimination (E.3).
casework-item-discrimination-believed = Eerst bedankt en serieus genomen
casework-item-discrimination-support = Veiligheid en steun geregeld (vertrouwenspersoon)
casework-item-discrimination-wish = Gevraagd wat de melder wil
casework-item-discrimination-to-client = Medewerker tegenover cliënt, met schade of geweigerde zorg: de zes stappen en de IGJ-toets
casework-item-discrimination-norm = De leidinggevende (niet het slachtoffer) noemt de norm aan cliënt of familie. Agressiebeleid en een plan om de zorg door te laten gaan
casework-item-discrimination-hearing = Collega of leidinggevende: hoor en wederhoor, klachtenregeling ongewenst gedrag
casework-item-discrimination-rule = Ligt het aan een regel of werkwijze? Dan is die regel besproken
casework-item-discrimination-doors = Verteld: Discriminatie.nl (hulp en registratie), het College (oordeel), de politie als het strafbaar is
casework-item-discrimination-earlier = Gekeken of er eerder signalen waren uit hetzelfde team
casework-item-discrimination-feedback = De melder heeft een terugkoppeling gekregen
casework-item-discrimination-lesson = In het team besproken als leerpunt

## One of the checklists: the six steps, and what discrimination asks besides.
casework-step-signal = Stap 1 – Signaleren
casework-step-report = Stap 2 – Bespreken en melden
casework-step-client = Stap 3 – Bespreken met de cliënt
casework-step-hearing = Stap 4 – Bespreken met de (vermoedelijke) pleger, nader onderzoek
casework-step-measures = Stap 5 – Stoppen, extern melden, maatregelen
casework-step-aftercare = Stap 6 – Communiceren, nazorg, evalueren
casework-step-discrimination = Discriminatie

## Where a rule comes from.
# $page (Number) - page
casework-source-leidraad = Leidraad p. { $page }
casework-source-ours = Eigen afspraak, niet uit de Leidraad
casework-source-casework = Werkwijze van het meldteam

## Pseudonyms.
casework-pseudonym-reporter = Melder
# $place (Number) - which of them
casework-pseudonym-reporters = Melder { $place }
# $letter (String) - A, B, AA
casework-pseudonym-client = Cliënt { $letter }
# $letter (String) - A, B, AA
casework-pseudonym-representative = Vertegenwoordiger { $letter }
# $place (Number) - which of them
casework-pseudonym-accused = Medewerker { $place }
# $place (Number) - which of them
casework-pseudonym-witness = Getuige { $place }
# $place (Number) - which of them
casework-pseudonym-other = Persoon { $place }

## Criteria of a decision about the police.
casework-criterion-police-punishable = Het gedrag is mogelijk strafbaar
casework-criterion-police-doubt = Er is twijfel of het strafbaar is
casework-criterion-police-safety = Er is gevaar voor de cliënt of anderen
casework-criterion-police-evidence = Sporen of bewijs kunnen verloren gaan
casework-criterion-police-wish = Wat de cliënt of vertegenwoordiger wil

## Criteria of a decision about the inspectorate.
casework-criterion-igj-sexual = Seksueel binnendringen of ontucht met een cliënt
casework-criterion-igj-violence = Geweld tegen een cliënt door iemand die hier werkt
casework-criterion-igj-client = Geweld door een medecliënt die hier ook verblijft
casework-criterion-igj-coercion = Dwang, ook beperken van vriendschappen of straffen van activiteiten
casework-criterion-igj-boundary = Ander seksueel grensoverschrijdend gedrag door een zorgverlener, ook berichten en opmerkingen
casework-criterion-igj-calamity = Calamiteit: overlijden of ernstige schade
casework-criterion-igj-dismissal = Ontslag wegens disfunctioneren
casework-criterion-igj-none = Geen van de drie meldplichten is van toepassing

## Criteria of a decision to go on without consent.
casework-criterion-consent-dependence = De cliënt is afhankelijk
casework-criterion-consent-nature = Aard en ernst van het gedrag
casework-criterion-consent-repetition = Risico op herhaling
casework-criterion-consent-others = Het belang van andere cliënten
casework-criterion-consent-safety = De veiligheid van de cliënt

## Measures, and the four conditions of the warning register.
casework-criterion-measure-warning = Waarschuwing
casework-criterion-measure-transfer = Overplaatsing naar een ander team of een andere locatie
casework-criterion-measure-function = Andere functie
casework-criterion-measure-suspension = Schorsing
casework-criterion-measure-dismissal = Ontslag
casework-criterion-measure-instant-dismissal = Ontslag op staande voet
casework-criterion-measure-criminal = Strafrecht: melden of aangifte
casework-criterion-measure-disciplinary = Tuchtrecht (BIG)
casework-criterion-measure-igj-dismissal = IGJ-melding van ontslag, met aantekening
casework-criterion-measure-register-dismissed = Waarschuwingsregister 1: de persoon is ontslagen
casework-criterion-measure-register-police = Waarschuwingsregister 2: er is aangifte gedaan
casework-criterion-measure-register-evidence = Waarschuwingsregister 3: het bewijs zit in het dossier
casework-criterion-measure-register-told = Waarschuwingsregister 4: de persoon weet van de opname
casework-criterion-measure-support = Begeleiding, scholing of toezicht
casework-criterion-measure-client = Maatregel voor de cliënt (veiligheid, andere zorgverlener)
casework-criterion-measure-structural = Verbetering in team of organisatie

## Criteria of a decision to close.
casework-criterion-close-assessed = Aard, ernst en herhaling zijn beoordeeld
casework-criterion-close-stopped = Het gedrag is gestopt
casework-criterion-close-aftercare = Nazorg is geregeld
casework-criterion-close-elsewhere = Een ander loket neemt het over
casework-criterion-close-insufficient = Er is te weinig om te onderzoeken

## Fields of a case (C.3).
casework-field-victim = Wie het overkwam
casework-field-actor = Wie het deed
casework-field-kinds = Vormen van gedrag
casework-field-grounds = Gronden van discriminatie
casework-field-harm = Gevolg voor het slachtoffer
casework-field-first-day = Eerste keer
casework-field-last-day = Laatste keer
casework-field-often = Hoe vaak
casework-field-location = Waar
casework-field-witnesses = Bekende getuigen
casework-field-signs = Signalen
casework-field-agreed-measure = Was er een afspraak in het zorgplan
casework-field-channel = Hoe de melding binnenkwam
casework-field-anonymity = Wie de naam van de melder mag weten
casework-field-discrimination-form = Vorm van discriminatie
casework-field-discrimination-direction = Van wie naar wie
casework-field-discrimination-pattern = Eén keer of een patroon
casework-field-discrimination-effect = Gevolg van de discriminatie
casework-value-harm-none = Geen
casework-value-harm-some = Last of schade die overgaat
casework-value-harm-serious = Ernstige schade
casework-value-harm-fatal = Overlijden
casework-value-channel-web = Website
casework-value-channel-phone = Telefoon
casework-value-channel-desk = Gesprek
casework-value-anonymity-anonymous = Niemand: de melder is anoniem
casework-value-anonymity-team-only = Alleen het meldteam
casework-value-anonymity-open = Ook anderen, in overleg
casework-value-form-insult = Belediging
casework-value-form-exclusion = Buitensluiten
casework-value-form-unequal-care = Ongelijke zorg
casework-value-form-care-refused = Zorg geweigerd
casework-value-form-carer-refused = Zorgverlener geweigerd door cliënt
casework-value-form-career = Minder kansen in het werk
casework-value-form-microaggression = Kleine, steeds terugkerende opmerkingen
casework-value-form-rule = Regel of werkwijze van de organisatie
casework-value-direction-staff-client = Medewerker naar cliënt
casework-value-direction-client-staff = Cliënt of familie naar medewerker
casework-value-direction-colleague = Collega naar collega
casework-value-direction-manager-staff = Leidinggevende naar medewerker
casework-value-direction-organisation = Regel van de organisatie
casework-value-pattern-once = Eén keer
casework-value-pattern-pattern = Een patroon

## Something that must be done by a day.
casework-deadline-first-safety = Veiligheid beoordelen en het gedrag stoppen
casework-deadline-ack = Ontvangst bevestigen aan de melder
casework-deadline-feedback = Terugkoppeling aan de melder
casework-deadline-client-inform = De cliënt vertellen wat er is gebeurd, en een notitie in het dossier
casework-deadline-igj-determine = Uitzoeken of het geweld of een calamiteit is (IGJ)
casework-deadline-igj-report = Melden bij de IGJ
casework-deadline-igj-dismissal = Ontslag wegens disfunctioneren melden bij de IGJ
casework-deadline-igj-rapport = Onderzoeksrapport naar de IGJ
casework-deadline-silence-review = De vraag om stil te zijn opheffen of verlengen
casework-deadline-aftercare = Nazorg: opnieuw vragen hoe het gaat
casework-deadline-next-action = Volgende stap
casework-deadline-dsar = Verzoek om inzage beantwoorden (AVG)
casework-deadline-breach = Datalek melden bij de AP
casework-deadline-retention = Dossier vernietigen of anoniem maken
casework-deadline-monitor = Overzicht van het kwartaal maken
casework-deadline-yearly = Jaarlijks: raden, politie en steekproeven bespreken

## Deadlines: the rule of each, for hover and print (C.4).
casework-rule-first-safety = Op de dag van de melding. Valt die in het weekend, dan de eerste werkdag.
casework-rule-ack = Binnen 7 dagen na ontvangst. De Wbk vraagt dit voor klokkenluiders; wij doen het voor iedereen.
casework-rule-feedback = Binnen 3 maanden. De Wbk telt vanaf de ontvangstbevestiging, sommige bronnen vanaf ontvangst. De vroegste dag geldt.
casework-rule-client-inform = Onverwijld nadat het incident bekend is. Wij rekenen 3 werkdagen.
casework-rule-igj-determine = Direct beginnen, uiterlijk binnen 6 weken klaar. Wij tellen vanaf de dag van de melding.
casework-rule-igj-report = Onverwijld: binnen 3 werkdagen nadat het is vastgesteld.
casework-rule-igj-dismissal = Onverwijld: binnen 3 werkdagen nadat het ontslag aan de medewerker is verteld.
casework-rule-igj-rapport = De datum staat in de mail van de IGJ. Staat die hier nog niet, dan 8 weken.
casework-rule-silence-review = Op de dag die u aan de melder heeft genoemd.
casework-rule-aftercare = Op de dag die bij de nazorg is afgesproken.
casework-rule-next-action = Geen zaak zonder volgende datum. Uiterlijk 14 dagen na de laatste stap.
casework-rule-dsar = Binnen 1 maand na het verzoek.
casework-rule-breach = Binnen 72 uur na de ontdekking. Het uur is hier niet bekend, daarom rekenen wij 2 dagen.
casework-rule-retention = Na sluiting: 6 maanden (ander loket of te weinig informatie), 1 jaar (zonder maatregelen) of 2 jaar (met maatregelen, IGJ of politie).
casework-rule-monitor = Na elk kwartaal, in de eerste maand daarna.
casework-rule-yearly = Elk jaar, op 31 december.

## Deadlines: sources that are no page of the Leidraad.
casework-law-wbk = Wet bescherming klokkenluiders (Wbk)
casework-law-wkkgz = Wkkgz, artikel 10, lid 3
casework-law-avg = AVG, artikel 5, lid 1, onder e
casework-law-avg-unchecked = AVG. Laat deze termijn controleren door de FG

## Deadlines: how long.
# $number (Number) - how many
casework-unit-working-days = { $number ->
    [one] { $number } werkdag
   *[other] { $number } werkdagen
}
# $number (Number) - how many
casework-unit-days = { $number ->
    [one] { $number } dag
   *[other] { $number } dagen
}
# $number (Number) - how many
casework-unit-weeks = { $number ->
    [one] { $number } week
   *[other] { $number } weken
}
# $number (Number) - how many
casework-unit-months = { $number ->
    [one] { $number } maand
   *[other] { $number } maanden
}

## The settings of the deadlines, casework.toml.
# $why (String) - what is wrong
casework-settings-form = Het bestand casework.toml klopt niet: { $why }. Herstel dat en probeer het opnieuw.
# $key (String) - name of the setting
casework-settings-unknown = In casework.toml staat een instelling die niet bestaat: { $key }. Haal die weg of verbeter de naam.
# $key (String) - name of the setting
# $most (Number) - the largest number
casework-settings-range = In casework.toml moet { $key } een heel getal zijn van 1 tot en met { $most }.

## A part of a case, where something is recorded and mended.
casework-section-triage = Eerste beoordeling
casework-section-fields = Gegevens van de zaak
casework-section-steps = De zes stappen
casework-section-facts = Feiten
casework-section-persons = Personen
casework-section-decisions = Besluiten
casework-section-assessment = Beoordeling
casework-section-deadlines = Termijnen
casework-section-silence = Stil zijn
casework-section-aftercare = Nazorg
casework-section-messages = Berichten aan de melder
casework-section-closing = Afsluiten

## What keeps a case open.
casework-open-assessment = Er is nog geen beoordeling van aard, ernst en kans op herhaling.
casework-open-nature = In de beoordeling staat nog niet wat de aard van het gedrag is.
casework-open-why = In de beoordeling staat nog niet waarom u dit vindt.
casework-open-assessor = De onderzoeker en de beoordelaar zijn dezelfde persoon. Laat iemand anders beoordelen.
casework-open-assessments-differ = Er zijn twee verschillende beoordelingen. Leg samen één beoordeling vast.
casework-open-outcome = De uitkomst en de reden van afsluiten zijn nog niet gekozen.
casework-open-word = De melder heeft nog geen terugkoppeling gekregen. Stuur een bericht, of leg vast waarom dat niet kan. Ook een anonieme melder kan een bericht lezen met de code.
# $deadline (String) - name of the deadline
casework-open-deadline = Deze termijn staat nog open: { $deadline }. Rond die af.
# $topic (String) - what it is about
casework-open-difference = Collega’s legden tegelijk iets anders vast over: { $topic }. Kies samen wat klopt.

## What a value is about, where two officers said different things.
casework-topic-safe = Is iedereen nu veilig?
casework-topic-punishable = Is het gedrag mogelijk strafbaar?
casework-topic-route = De route van de zaak
casework-topic-whistleblower = Ook een misstand voor het klokkenluidersregister?
casework-topic-conflict = Belangen van een functionaris
casework-topic-assessment = De beoordeling
casework-topic-causes = De oorzaken
casework-topic-next-step = De volgende stap
casework-topic-silence = De vraag om stil te zijn
casework-topic-status = De status
casework-topic-ending = Afgesloten of heropend

## The police gate (O12).
casework-gate-shut = Eerst overleg met de politie. Leg dat overleg vast, daarna gaat dit punt open.
casework-gate-early = Let op: dit is afgevinkt voordat het overleg met de politie was vastgelegd. Bespreek dit met de politie.
casework-gate-reason = Het gedrag is mogelijk strafbaar, of er is twijfel. Praat daarom nog niet met de cliënt en niet met de betrokkene.
casework-other-version = Gemaakt met een andere versie van dit programma. Werk het programma bij om dit te lezen.

## Today.

## When something is due.
casework-when-late = Te laat
casework-when-today = Vandaag
casework-when-this-week = Deze week
casework-when-later = Later

## A message to begin with. Choosing one fills the box; it is never sent by itself.
casework-template-received = Ontvangst bevestigen
casework-template-question = Een vraag stellen
casework-template-police = Overleg met de politie
casework-template-no-consent = Doorgaan zonder toestemming
casework-template-feedback = Terugkoppeling
casework-template-closing = Afsluiten
casework-template-quiet = Stil na een vraag

## Messages to begin with, as the reporter reads them (C.8). What stands in square brackets is filled in by the officer.
# $date (String) - the day, in words
casework-message-received = Dank u. Wij hebben uw melding gelezen. Wij kijken eerst of iedereen veilig is. Uiterlijk { $date } leest u meer.
# $date (String) - the day, in words
casework-message-question = Wij hebben een vraag voor u. U hoeft niet te antwoorden, maar het helpt ons. Uiterlijk { $date } leest u meer.
# $date (String) - the day, in words
casework-message-police = Wij overleggen met de politie. Vraag de cliënt niet verder uit. Zo blijft het onderzoek zuiver. Uiterlijk { $date } leest u meer.
# $date (String) - the day, in words
casework-message-no-consent = Wij begrijpen dat de cliënt dit niet wil. Toch moeten wij verder, omdat [reden]. Uiterlijk { $date } leest u meer.
casework-message-feedback = Wij hebben gesproken met de mensen om wie het gaat. Wij hebben maatregelen genomen. Wij mogen niet vertellen welke. Het gedrag moet nu gestopt zijn. Merkt u iets anders? Zeg het ons.
casework-message-closing = Wij sluiten uw melding af, omdat [reden]. Bent u het er niet mee eens? Dit kunt u doen: [mogelijkheden]. Met uw code kunt u ons nog schrijven.
# $date (String) - the day, in words
casework-message-quiet = Wij hebben nog geen antwoord van u. Dat is niet erg. U hoeft niet te antwoorden. Uw melding blijft geldig. Uiterlijk { $date } leest u meer.

## A question that helps to make a feeling or a sign clear (O36).
casework-prompt-saw = Wat zag u precies?
casework-prompt-heard = Wat hoorde u letterlijk? Schrijf de woorden op zoals u ze hoorde.
casework-prompt-day = Weet u nog welke dag het was, en hoe laat ongeveer?
casework-prompt-place = Waar was het?
casework-prompt-who = Wie was of waren erbij?
casework-prompt-often = Gebeurde het vaker? Wanneer voor het eerst?
casework-prompt-feeling = U heeft een gevoel dat iets niet klopt. Waardoor komt dat gevoel? Wat is er anders dan eerst?
casework-prompt-client = Hoe is het nu met de cliënt? Wat merkt u aan de cliënt?
casework-prompt-safe = Is het nu veilig, voor de cliënt en voor u?
casework-prompt-others = Wie weten dit nog meer?
casework-prompt-wish = Wat wilt u dat er gebeurt?
casework-prompt-name = Mogen wij uw naam gebruiken? U mag nee zeggen.

## Languages of messages.
casework-message-language = Er is geen voorbeeld in de taal van de melder. Dit voorbeeld is Nederlands. Zet het zelf over, of vraag een tolk.
casework-message-unfilled = In uw bericht staat nog iets tussen rechte haken, zoals [reden]. Vul dat in of haal het weg.

## Private notes.
casework-notes-damaged = Uw eigen aantekeningen bij deze zaak zijn beschadigd of niet met uw sleutel te openen. Ze zijn niet overschreven.
casework-notes-long = Uw aantekeningen zijn te lang. Maak ze korter en probeer het nog eens.
casework-notes-sealing = Uw aantekeningen konden niet worden verzegeld. Er is niets veranderd.

## Whether silence is asked.

## Whether silence is asked or lifted (R20).
casework-silence-asked = Gevraagd om stil te zijn tot
casework-silence-lifted = Niet meer stil vanaf
casework-field-outcome = Uitkomst
casework-open-safe = Er staat dat niet iedereen veilig is. Zorg eerst voor veiligheid en leg dat vast.

## The log of a case: what each entry did.
casework-event-marked = Punt afgevinkt of gewijzigd
casework-event-safe = Veiligheid beoordeeld
casework-event-punishable = Beoordeeld of het strafbaar is
casework-event-routed = Route gekozen
casework-event-whistleblower = Beoordeeld of het een misstand is
casework-event-conflict = Belang gemeld
casework-event-field = Gegeven vastgelegd
casework-event-fact = Feit vastgelegd
casework-event-person = Persoon vastgelegd
casework-event-decided = Besluit vastgelegd
casework-event-police = Contact met de politie vastgelegd
casework-event-assessed = Beoordeling vastgelegd
casework-event-causes = Oorzaken vastgelegd
casework-event-deadline = Termijn gewijzigd
casework-event-next-step = Volgende stap gekozen
casework-event-silence = Stil zijn gevraagd of opgeheven
casework-event-aftercare = Nazorg vastgelegd
casework-event-message-sent = Bericht aan de melder
casework-event-no-word = Vastgelegd waarom de melder geen bericht krijgt
casework-event-note = Notitie
casework-event-status = Status gewijzigd
casework-event-closed = Zaak afgesloten
casework-event-reopened = Zaak heropend
casework-event-correction = Eerdere vastlegging verbeterd
casework-event-audit = Dossier gebruikt
