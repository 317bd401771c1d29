## The public pages. B1: short sentences, everyday words, "u".

language-name = Nederlands
language-switch = Andere talen
skip-link = Ga naar de inhoud
leave = Pagina verlaten
footer-nav = Meer informatie
nav-start = Start
nav-team = Wie lezen uw melding?

## Browser tabs stay neutral: somebody may look over a shoulder.
title-start = Start
title-form = Formulier
title-form-error = Fout – formulier
title-receipt = Verstuurd
title-code = Code
title-thread = Berichten
title-team = Contact
title-problem = Let op

start-heading = Meld wat niet goed voelt
start-intro = Ging iemand in de zorg over een grens? Of twijfelt u? Meld het hier. Een gevoel dat iets niet klopt is genoeg.
start-point-time = Melden duurt ongeveer 3 minuten.
start-point-anonymous = U mag uw naam geven. U mag ook anoniem blijven.
start-point-readers = Alleen het meldteam kan uw melding lezen.
start-point-code = U krijgt een code. Daarmee ziet u wat er gebeurt. En u kunt berichten sturen.
start-report = Melding maken
start-code = Ik heb een code
danger-heading = Direct gevaar?
danger-call = Bel 112.
start-who-heading = Voor wie?
start-who = Voor medewerkers, vrijwilligers, cliënten, familie, mantelzorgers en vertegenwoordigers. U hoeft niet zeker te zijn. U hoeft geen bewijs te hebben.
start-telling-heading = Is dit klikken?
start-telling = Nee. Het gaat om de veiligheid van mensen die zorg krijgen of geven.
start-after-heading = Wat gebeurt er daarna?
start-after-1 = Binnen 7 dagen leest u dat wij uw melding hebben gelezen.
start-after-2 = Wij kijken eerst of iedereen veilig is.
start-after-3 = Wij zoeken uit wat er is gebeurd. Wij horen ook de persoon over wie het gaat.
start-after-4 = U leest wat wij ermee doen. Dat is binnen 3 maanden.
start-harm-heading = Krijgt u problemen door uw melding?
start-harm = Dat mag niet. U mag geen nadeel hebben omdat u eerlijk meldt. Merkt u dat toch? Zeg het ons via uw code.
start-safe-heading = Veilig gebruiken
start-safe = Gebruik liever uw eigen telefoon en eigen internet. Met ‘Pagina verlaten’ gaat u snel weg. Uw browser onthoudt wel welke pagina’s u bezocht.

team-heading = Wie lezen uw melding?
team-intro = Deze mensen kunnen meldingen openen. Niemand anders kan dat. In het formulier kunt u iemand uitsluiten.
team-outside-line = Werkt onafhankelijk: geeft aan niemand leiding.
team-external = Werkt niet bij de organisatie.
team-phone = Telefoon
team-email = E-mail
team-recovery-heading = De sleutel in de kluis
team-recovery = Er is ook een sleutel op papier, in een kluis. Die is er voor als alle andere sleutels kwijt zijn. Met die sleutel kan iedere melding open.

form-heading = Melding maken
form-intro = Alleen de vraag ‘Wat is er gebeurd?’ moet u invullen. De andere vragen mag u overslaan.
form-step-safety = Veiligheid
form-step-you = Wie u bent
form-step-victim = Wie het is overkomen
form-step-kinds = Waar het over gaat
form-step-story = Wat er is gebeurd
form-step-when = Wanneer
form-step-where = Waar
form-step-actor = Wie het deed
form-step-identity = Uw naam
form-step-more = Meer vertellen
form-more-summary = Wilt u meer vertellen? Dat mag ook later met uw code.
form-required = (verplicht)
form-choose-place = Kies, als u wilt
form-no-names = U mag dit delen met het meldteam, ook zonder toestemming van de cliënt (Wkkgz, artikel 9). Deel alleen wat nodig is.
form-recovery-note = Let op: er is ook een sleutel op papier, in een kluis. Met die sleutel kan iedere melding open. Die kunt u niet uitsluiten.
form-anonymous-tip = Blijft u anoniem? Ook uw verhaal kan laten zien wie u bent. Lees uw tekst nog eens na.
form-sealed = Uw melding wordt versleuteld bewaard. Alleen het meldteam kan de melding openen.
form-send = Verstuur melding

error-summary = Er ging iets mis. Kijk naar de antwoorden hieronder.
error-not-sent = Uw melding is nog niet verstuurd. Alles wat u typte staat er nog. Probeer het zo meteen opnieuw.
error-message-not-sent = Uw bericht is nog niet verstuurd. Uw tekst staat er nog. Probeer het zo meteen opnieuw.
error-message-cut = Een deel van uw bericht kwam niet aan. Het is nog niet verstuurd. Kijk of alles er nog staat en verstuur opnieuw.
error-form-expired = Dit formulier was niet meer geldig. Uw melding is nog niet verstuurd. Alles wat u typte staat er nog. Verstuur het opnieuw.
error-form-cut = Een deel van het formulier kwam niet aan. Uw melding is nog niet verstuurd. Kijk of alles er nog staat en verstuur opnieuw.
error-form-large = Het formulier is te groot. Uw melding is nog niet verstuurd. Maak uw tekst korter. Meer vertellen kan later met uw code.
# $found (Number) - characters sent
# $max (Number) - characters allowed
error-too-long = Dit is te lang: { $found } tekens. Er passen { $max } tekens. Maak het korter, of vertel de rest later met uw code.
error-unknown-choice = Dit antwoord bestaat niet (meer). Kies opnieuw.
error-unreadable = Sommige tekens konden wij niet lezen. Kijk uw tekst na en verstuur opnieuw.
error-prefix = Fout:

receipt-question-heading = Uw vraag is binnen.
receipt-heading = Uw melding is binnen. Dank u wel dat u dit meldt.
receipt-code-label = Uw code:
receipt-keep = Bewaar de code goed. Wij kunnen de code niet opnieuw geven. Zonder code kunt u de antwoorden niet lezen.
receipt-keep-how = Schrijf de code op papier, of maak een foto van dit scherm.
# $number (String) - the public number, M-48K2
receipt-number = Meldnummer (niet geheim): { $number }. Noem dit nummer als u belt.
receipt-next-heading = Wat nu?
# $date (String) - a date in words
receipt-next = Kijk op uiterlijk { $date } met uw code. Dan leest u of wij vragen hebben.
receipt-silence-staff = Praat hier even niet over met collega’s
receipt-silence-others = Wilt u hier even niet over praten met anderen in de organisatie?
# $date (String) - a date in words
receipt-silence = Zo voorkomen we roddels en beschermen we iedereen. Dit is niet om iets te verbergen. Het geldt tot ongeveer { $date }. Wij zeggen het als dat verandert.
receipt-silence-except = U mag wél praten met het meldteam, een vertrouwenspersoon, de politie, de inspectie, uw dokter, advocaat, vakbond of hulpverlener.
receipt-qr = Uw code als plaatje, om te bewaren met uw telefoon
receipt-copy = Kopieer
receipt-copied = De code is gekopieerd.
receipt-print = Print
receipt-save = Bewaar als bestand ‘notitie’
receipt-note-file = notitie.txt
receipt-reminder = Zet een herinnering in mijn agenda
receipt-reminder-title = Afspraak
receipt-doors-heading = Is dit zwaar voor u?
receipt-saved = Ik heb de code bewaard
# $names (String) - names of officers
receipt-too-late = Let op: uw melding was al verstuurd toen u { $names } uitsloot. Die kan uw eerste melding en latere berichten lezen, maar deze wijziging niet. Wilt u dat niet? Maak dan een nieuwe melding.
receipt-resent = Verstuurde u dit formulier twee keer? Dan is er toch maar één melding. Uw code blijft dezelfde.
receipt-to-thread = Bekijk uw melding
receipt-done = Klaar – pagina verlaten

code-heading = Uw code
code-intro = Typ de code die u kreeg na uw melding. Hoofdletters, streepjes en spaties maken niet uit.
code-label = Code
code-example = Een code heeft 16 letters en cijfers, zoals K7QF-2M9D-XW4T-8HRC.
code-open = Bekijk mijn melding
code-lost-heading = Code kwijt?
code-lost = Wij kunnen uw code niet terugvinden. Maak een nieuwe melding en noem uw meldnummer.
code-error-empty = Vul uw code in.
# $found (Number) - how many symbols were typed
code-error-length = U typte { $found } letters en cijfers. Een code heeft er 16.
# $place (Number) - which symbol, counted from 1
code-error-symbol = Teken { $place } komt niet voor in een code. Een code heeft alleen letters en cijfers, en nooit een U.
code-error-check = Er zit een typefout in de code. Controleer de letters en cijfers.
code-error-unknown = Wij vinden geen melding bij deze code. Controleer de letters en cijfers.
code-error-busy = Het is nu erg druk. Wacht even en probeer het opnieuw. Uw code staat er nog.
code-error-cut = Een deel van het formulier kwam niet aan. Vul uw code in en probeer het opnieuw.
code-message = Uw bericht
code-message-kept = Dit bericht is nog niet verstuurd. Open eerst uw melding met de code. Daar staat uw tekst er weer.

# $number (String) - the public number, M-48K2
thread-heading = Uw melding { $number }
thread-status = Status
# $date (String) - a date in words
thread-next-news = U leest nieuws vóór { $date }.
# $date (String) - a date in words
thread-silence = Wilt u hier tot { $date } niet over praten met collega’s? Met het meldteam, een vertrouwenspersoon, de politie, de inspectie, uw dokter, advocaat, vakbond of hulpverlener mag u altijd praten.
thread-messages = Berichten
thread-from-team = Meldteam
thread-from-you = U
thread-you-reported = U deed deze melding.
thread-you-wrote = U stuurde een bericht.
thread-own-text = Uw eigen tekst laten wij hier niet zien. Zo kan iemand anders met uw code uw verhaal niet lezen.
thread-unreadable = Dit bericht kunnen wij niet openen. Vraag het meldteam om het opnieuw te sturen.
thread-status-changed = Nieuwe status:
thread-write = Schrijf een bericht
thread-write-help = Schrijf geen namen van cliënten als dat niet nodig is. Wij antwoorden binnen 7 dagen. Dit is geen noodlijn.
thread-send = Verstuur bericht
thread-sent = Uw bericht is verstuurd.
thread-refresh = Kijk of er nieuws is
thread-message-missing = Typ eerst een bericht.
thread-leave-note = Klaar? Sluit deze pagina en uw browser. Zo leest een ander niet mee op dit scherm.

problem-not-found-heading = Deze pagina bestaat niet
problem-not-found = Controleer het adres, of ga naar de startpagina.
problem-method-heading = Deze pagina kunt u zo niet openen
problem-method = Ga naar de startpagina. Hebt u een code? Vul die daar opnieuw in.
problem-cross-heading = Dit formulier kwam van een andere website
problem-cross = Wij hebben het niet aangenomen. Ga naar onze startpagina en vul het formulier daar in.

# $day (Number) - day of the month
# $month (String) - the month in words
# $year (String) - the year
date-words = { $day } { $month } { $year }
month-1 = januari
month-2 = februari
month-3 = maart
month-4 = april
month-5 = mei
month-6 = juni
month-7 = juli
month-8 = augustus
month-9 = september
month-10 = oktober
month-11 = november
month-12 = december
receipt-done-short = Naar de startpagina

## What the form says when the answers call for it (requirements R16 to R19, X2).
notice-danger-heading = Bel nu 112
notice-danger-1 = Blijf in de buurt van de cliënt als dat veilig kan.
notice-danger-2 = Haal hulp van een collega of buur.
notice-danger-3 = Werkt u hier? Zorg dat het stopt als dat veilig kan.
notice-danger-after = Melden kan daarna.
notice-danger-client-heading = Bel nu 112
notice-danger-client-1 = Ga naar een veilige plek als dat kan.
notice-danger-client-2 = Roep iemand die u vertrouwt.
notice-stop-heading = Dit kan strafbaar zijn. Let op dit:
notice-stop-1 = Luister naar de cliënt, maar vraag niet door.
notice-stop-2 = Spreek de persoon er niet zelf op aan.
notice-stop-3 = Ruim niets op. Gooi niets weg. Bewaar berichten.
notice-stop-4 = Schrijf op wat u letterlijk zag of hoorde.
notice-stop-5 = Het meldteam overlegt met de politie. U mag ook zelf bellen:
notice-stop-me-heading = Dit kan strafbaar zijn. U hebt niets fout gedaan.
notice-stop-me-1 = U hoeft niets te bewijzen.
notice-stop-me-2 = Bewaar berichten en kleding, als u dat kunt.
notice-stop-me-3 = U mag iemand meenemen die u vertrouwt.
notice-stop-me-4 = U mag zelf naar de politie. Dat hoeft niet:
notice-week-heading = Hulp na seksueel geweld
notice-week-text = Gebeurde het in de laatste 7 dagen? Bel het Centrum Seksueel Geweld, dag en nacht, gratis:
notice-family-heading = Gaat het om familie, partner of bezoek?
notice-family-text = Dan geldt de Meldcode. Bel Veilig Thuis voor advies, dag en nacht, gratis:
notice-family-staff = Werkt u hier? Praat met de aandachtsfunctionaris Meldcode.
notice-family-also = U mag het ook hier melden.
notice-hint-text = Ook bedreigen of iemand hulpeloos laten kan strafbaar zijn. Vraag de cliënt niet uit. Spreek de persoon er niet zelf op aan.
notice-continue = U kunt gewoon verder met melden.

## The form step by step, with script. The script puts numbers in place of [n] and [m].
walk-progress = Vraag [n] van [m]
walk-next = Volgende
walk-back = Vorige
walk-change = Wijzig
walk-open = Niet ingevuld
walk-check = Klopt dit?
walk-sending = Uw melding wordt verstuurd. Sluit deze pagina niet.

## First ask a question (R6).
ask-heading = Eerst een vraag stellen
ask-intro = Twijfelt u of u wilt melden? Stel eerst uw vraag. Een vraag is nog geen melding. U krijgt een code voor het antwoord.
ask-send = Verstuur vraag
q-door = Wat wilt u doen?
q-door-report = Melding maken
q-door-question = Eerst een vraag stellen

thread-more-heading = Meer vertellen, of stoppen
thread-more = Meer vertellen, of uw naam geven
thread-withdraw = Melding intrekken
thread-unhappy-heading = Niet tevreden, of hoort u niets?
thread-unhappy = Vraag met een bericht om een ander lid van het meldteam. U kunt ook hierheen:
more-heading = Meer vertellen
more-intro = U hoeft niets in te vullen. Wat u invult, gaat naar het meldteam dat uw melding leest.
more-send = Verstuur
more-sent = Uw antwoorden zijn verstuurd.
more-nothing = U hebt nog niets ingevuld.
more-back = Terug naar uw melding
withdraw-heading = Melding intrekken
withdraw-text = U kunt stoppen met het gesprek. Bij gevaar of een strafbaar feit moeten wij soms toch verder. Uw melding wordt niet gewist. Het meldteam leest dat u wilt stoppen.
withdraw-sure = Ja, ik wil stoppen
withdraw-message = De melder trekt de melding in.
withdraw-sent = Het meldteam leest dat u wilt stoppen.

nav-help = Hulp
nav-privacy = Privacy
nav-accessibility = Toegankelijkheid
start-ask = Eerst een vraag stellen
start-readers-heading = Wie lezen uw melding?
start-doors-heading = Liever praten, of iemand van buiten?
title-help = Hulp
title-privacy = Privacy
title-accessibility = Toegankelijkheid
help-heading = Hulp en andere plekken
help-own = Bij de organisatie
help-national = In heel Nederland
help-own-none = De organisatie heeft hier nog niemand genoemd. Vraag het meldteam.
privacy-heading = Privacy
privacy-who-heading = Wie is verantwoordelijk?
# $organisation (String) - the organisation's name
privacy-who = { $organisation } is verantwoordelijk voor uw gegevens.
privacy-why-heading = Waarom?
privacy-why = Om zorg veilig te maken en te doen wat de wet vraagt (Wkkgz; als werkgever ook Arbowet en Wet bescherming klokkenluiders).
privacy-what-heading = Welke gegevens?
privacy-what = Wat u schrijft en meestuurt. Uw naam alleen als u die geeft. Gegevens over anderen in uw verhaal. Dat kunnen gevoelige gegevens zijn: gezondheid, seksueel gedrag, afkomst, mogelijk strafbaar gedrag.
privacy-read-heading = Wie lezen het?
privacy-read = Alleen de leden van het meldteam die u niet hebt uitgesloten. De beheerder van de website kan bewaarde meldingen niet lezen.
privacy-not-heading = Wat bewaren we niet?
privacy-not = Wij bewaren uw IP-adres niet. Wij gebruiken geen cookies. Bij uw melding schrijven wij de dag op, niet het uur.
privacy-share-heading = Met wie delen we?
privacy-share = Alleen als dat moet of nodig is: inspectie, politie, onderzoeker. Uw naam geven we alleen als u dat goed vindt, of als de wet het eist. Dan hoort u het eerst, als dat kan.
privacy-secret-heading = Blijft het geheim?
privacy-secret = Wij zijn zorgvuldig. Maar wij kunnen niet beloven dat niemand ervan hoort. Bij gevaar of een strafbaar feit moeten we iets doen.
privacy-accused-heading = De persoon over wie het gaat
privacy-accused = Die hoort van het onderzoek zodra dat kan. Wij zeggen niet wie u bent, behalve als u dat goed vindt of als de wet het eist.
privacy-long-heading = Hoe lang?
privacy-long = Zo lang als nodig is voor het onderzoek en wat daarna komt. Vraag het meldteam naar de termijn. Bij het sluiten kiest het meldteam een dag. Op die dag wist de server de melding vanzelf, tenzij het meldteam de zaak langer moet bewaren.
privacy-rights-heading = Uw rechten
privacy-rights = U mag uw gegevens inzien, verbeteren, laten wissen of bezwaar maken. Dat kan ook met alleen uw code.
privacy-complaint-heading = Een klacht?
privacy-complaint = Ga naar de functionaris gegevensbescherming of naar de Autoriteit Persoonsgegevens.
privacy-code-heading = Uw code
privacy-code = Alleen met uw code kunt u de antwoorden lezen. Wij bewaren de code niet.
accessibility-heading = Toegankelijkheid
accessibility-goal = Wij willen dat iedereen hier kan melden. Wij bouwen naar de richtlijn WCAG 2.2, niveau AA.
accessibility-works = De pagina’s werken zonder muis, zonder script, op een kleine telefoon en als u vergroot tot 200 procent. Zij zijn gemaakt voor schermlezers.
accessibility-tested = Wij testen elke pagina met een programma (axe-core). Mensen met een beperking hebben de pagina’s nog niet getest.
accessibility-problem = Lukt er iets niet? Bel of mail iemand van het meldteam. Dan doen wij de melding samen.
