## The same texts with "je" in place of "u", for organisations that speak so (`tone = "je"`).
## Only what differs from `nl`; the build fails when one is missing or says "u".

## public.ftl
nav-team = Wie lezen jouw melding?
start-intro = Ging iemand in de zorg over een grens? Of twijfel je? Meld het hier. Een gevoel dat iets niet klopt is genoeg.
start-point-anonymous = Je mag je naam geven. Je mag ook anoniem blijven.
start-point-readers = Alleen het meldteam kan jouw melding lezen.
start-point-code = Je krijgt een code. Daarmee zie je wat er gebeurt. En je kunt berichten sturen.
start-who = Voor medewerkers, vrijwilligers, cliënten, familie, mantelzorgers en vertegenwoordigers. Je hoeft niet zeker te zijn. Je hoeft geen bewijs te hebben.
start-after-1 = Binnen 7 dagen lees je dat wij je melding hebben gelezen.
start-after-4 = Je leest wat wij ermee doen. Dat is binnen 3 maanden.
start-harm-heading = Krijg je problemen door je melding?
start-harm = Dat mag niet. Je mag geen nadeel hebben omdat je eerlijk meldt. Merk je dat toch? Zeg het ons via je code.
start-safe = Gebruik liever je eigen telefoon en eigen internet. Met ‘Pagina verlaten’ ga je snel weg. Je browser onthoudt wel welke pagina’s je bezocht.
team-heading = Wie lezen jouw melding?
team-intro = Deze mensen kunnen meldingen openen. Niemand anders kan dat. In het formulier kun je iemand uitsluiten.
form-intro = Alleen de vraag ‘Wat is er gebeurd?’ moet je invullen. De andere vragen mag je overslaan.
form-step-you = Wie je bent
form-step-identity = Jouw naam
form-more-summary = Wil je meer vertellen? Dat mag ook later met je code.
form-choose-place = Kies, als je wilt
form-no-names = Je mag dit delen met het meldteam, ook zonder toestemming van de cliënt (Wkkgz, artikel 9). Deel alleen wat nodig is.
form-recovery-note = Let op: er is ook een sleutel op papier, in een kluis. Met die sleutel kan iedere melding open. Die kun je niet uitsluiten.
form-anonymous-tip = Blijf je anoniem? Ook je verhaal kan laten zien wie je bent. Lees je tekst nog eens na.
form-sealed = Je melding wordt versleuteld bewaard. Alleen het meldteam kan de melding openen.
error-not-sent = Je melding is nog niet verstuurd. Alles wat je typte staat er nog. Probeer het zo meteen opnieuw.
error-message-not-sent = Je bericht is nog niet verstuurd. Je tekst staat er nog. Probeer het zo meteen opnieuw.
error-message-cut = Een deel van je bericht kwam niet aan. Het is nog niet verstuurd. Kijk of alles er nog staat en verstuur opnieuw.
error-form-expired = Dit formulier was niet meer geldig. Je melding is nog niet verstuurd. Alles wat je typte staat er nog. Verstuur het opnieuw.
error-form-cut = Een deel van het formulier kwam niet aan. Je melding is nog niet verstuurd. Kijk of alles er nog staat en verstuur opnieuw.
error-form-large = Het formulier is te groot. Je melding is nog niet verstuurd. Maak je tekst korter. Meer vertellen kan later met je code.
error-too-long = Dit is te lang: { $found } tekens. Er passen { $max } tekens. Maak het korter, of vertel de rest later met je code.
error-unreadable = Sommige tekens konden wij niet lezen. Kijk je tekst na en verstuur opnieuw.
receipt-heading = Je melding is binnen. Dank je wel dat je dit meldt.
receipt-code-label = Jouw code:
receipt-keep = Bewaar de code goed. Wij kunnen de code niet opnieuw geven. Zonder code kun je de antwoorden niet lezen.
receipt-number = Meldnummer (niet geheim): { $number }. Noem dit nummer als je belt.
receipt-next = Kijk op uiterlijk { $date } met je code. Dan lees je of wij vragen hebben.
receipt-silence-others = Wil je hier even niet over praten met anderen in de organisatie?
receipt-silence-except = Je mag wél praten met het meldteam, een vertrouwenspersoon, de politie, de inspectie, je dokter, advocaat, vakbond of hulpverlener.
receipt-qr = Jouw code als plaatje, om te bewaren met je telefoon
receipt-doors-heading = Is dit zwaar voor jou?
receipt-resent = Verstuurde je dit formulier twee keer? Dan is er toch maar één melding. Je code blijft dezelfde.
receipt-to-thread = Bekijk je melding
code-heading = Jouw code
code-intro = Typ de code die je kreeg na je melding. Hoofdletters, streepjes en spaties maken niet uit.
code-lost = Wij kunnen je code niet terugvinden. Maak een nieuwe melding en noem je meldnummer.
code-error-empty = Vul je code in.
code-error-length = Je typte { $found } letters en cijfers. Een code heeft er 16.
code-error-symbol = Teken { $place } komt niet voor in een code. Niet elke letter komt in een code voor. Kijk nog eens goed naar de code die je opschreef.
receipt-question-heading = Je vraag is binnen.
receipt-too-late = Let op: je melding was al verstuurd toen je { $names } uitsloot. Die kan je eerste melding en latere berichten lezen, maar deze wijziging niet. Wil je dat niet? Maak dan een nieuwe melding.
thread-leave-note = Klaar? Sluit deze pagina en je browser. Zo leest een ander niet mee op dit scherm.
code-error-busy = Het is nu erg druk. Wacht even en probeer het opnieuw. Je code staat er nog.
code-error-cut = Een deel van het formulier kwam niet aan. Vul je code in en probeer het opnieuw.
code-message = Jouw bericht
code-message-kept = Dit bericht is nog niet verstuurd. Open eerst je melding met de code. Daar staat je tekst er weer.
thread-heading = Jouw melding { $number }
thread-next-news = Je leest nieuws vóór { $date }.
thread-silence = Wil je hier tot { $date } niet over praten met collega’s? Met het meldteam, een vertrouwenspersoon, de politie, de inspectie, je dokter, advocaat, vakbond of hulpverlener mag je altijd praten.
thread-from-you = Jij
thread-you-reported = Je deed deze melding.
thread-you-wrote = Je stuurde een bericht.
thread-own-text = Je eigen tekst laten wij hier niet zien. Zo kan iemand anders met jouw code je verhaal niet lezen.
thread-sent = Je bericht is verstuurd.
problem-method-heading = Deze pagina kun je zo niet openen
problem-method = Ga naar de startpagina. Heb je een code? Vul die daar opnieuw in.
notice-danger-3 = Werk je hier? Zorg dat het stopt als dat veilig kan.
notice-danger-client-2 = Roep iemand die je vertrouwt.
notice-stop-4 = Schrijf op wat je letterlijk zag of hoorde.
notice-stop-5 = Het meldteam overlegt met de politie. Je mag ook zelf bellen:
notice-stop-me-heading = Dit kan strafbaar zijn. Je hebt niets fout gedaan.
notice-stop-me-1 = Je hoeft niets te bewijzen.
notice-stop-me-2 = Bewaar berichten en kleding, als je dat kunt.
notice-stop-me-3 = Je mag iemand meenemen die je vertrouwt.
notice-stop-me-4 = Je mag zelf naar de politie. Dat hoeft niet:
notice-family-staff = Werk je hier? Praat met de aandachtsfunctionaris Meldcode.
notice-family-also = Je mag het ook hier melden.
notice-continue = Je kunt gewoon verder met melden.
walk-sending = Je melding wordt verstuurd. Sluit deze pagina niet.
ask-intro = Twijfel je of je wilt melden? Stel eerst je vraag. Een vraag is nog geen melding. Je krijgt een code voor het antwoord.
q-door = Wat wil je doen?
thread-more = Meer vertellen, of je naam geven
thread-unhappy-heading = Niet tevreden, of hoor je niets?
thread-unhappy = Vraag met een bericht om een ander lid van het meldteam. Je kunt ook hierheen:
more-intro = Je hoeft niets in te vullen. Wat je invult, gaat naar het meldteam dat je melding leest.
more-sent = Je antwoorden zijn verstuurd.
more-nothing = Je hebt nog niets ingevuld.
more-back = Terug naar je melding
withdraw-text = Je kunt stoppen met het gesprek. Bij gevaar of een strafbaar feit moeten wij soms toch verder. Je melding wordt niet gewist. Het meldteam leest dat je wilt stoppen.
withdraw-sent = Het meldteam leest dat je wilt stoppen.
start-readers-heading = Wie lezen jouw melding?
privacy-who = { $organisation } is verantwoordelijk voor jouw gegevens.
privacy-what = Wat je schrijft en meestuurt. Je naam alleen als je die geeft. Gegevens over anderen in je verhaal. Dat kunnen gevoelige gegevens zijn: gezondheid, seksueel gedrag, afkomst, mogelijk strafbaar gedrag.
privacy-read = Alleen de leden van het meldteam die je niet hebt uitgesloten. De beheerder van de website kan bewaarde meldingen niet lezen.
privacy-not = Wij bewaren jouw IP-adres niet. Wij gebruiken geen cookies. Bij je melding schrijven wij de dag op, niet het uur.
privacy-share = Alleen als dat moet of nodig is: inspectie, politie, onderzoeker. Je naam geven we alleen als je dat goed vindt, of als de wet het eist. Dan hoor je het eerst, als dat kan.
privacy-accused = Die hoort van het onderzoek zodra dat kan. Wij zeggen niet wie je bent, behalve als je dat goed vindt of als de wet het eist.
privacy-rights-heading = Jouw rechten
privacy-rights = Je mag je gegevens inzien, verbeteren, laten wissen of bezwaar maken. Dat kan ook met alleen je code.
privacy-code-heading = Jouw code
privacy-code = Alleen met je code kun je de antwoorden lezen. Wij bewaren de code niet.
accessibility-works = De pagina’s werken zonder muis, zonder script, op een kleine telefoon en als je vergroot tot 200 procent. Zij zijn gemaakt voor schermlezers.

## form.ftl
q-role = Wie ben je?
q-role-help = Kies wat het beste past. Je naam vragen we hier niet.
q-helper = Vul je dit samen met iemand in?
q-kinds-help = Je mag meer dan één antwoord kiezen. Twijfel je? Kies dan: Ik heb een gevoel dat iets niet klopt.
q-grounds-orientation = Op wie je verliefd wordt (seksuele gerichtheid)
q-story-help = Schrijf op wat je zag of hoorde. Een paar zinnen is genoeg. Schrijf liever geen achternamen van cliënten op. Je kunt later meer vertellen.
q-source-of-knowledge = Hoe weet je dit?
q-source-of-knowledge-help = Je mag meer kiezen.
q-when-detail = Dag, datum of tijd (als je die weet)
q-where-help = Kies de locatie of het team. Weet je het niet? Ga dan verder.
q-actor-help = Weet je het niet zeker? Kies dat gerust.
q-actor-name = Naam of functie (als je dat wilt zeggen)
q-identity = Wil je je naam geven?
q-identity-help = Je kunt je naam ook later geven. Wij zeggen niet wie meldt, als je dat niet wilt. Soms kan iemand het wel raden.
q-identity-anonymous-hint = Wij weten dan niet wie je bent. Wij stellen vragen via je code. Soms kunnen we minder doen.
q-name = Jouw naam
q-contact-help = Gebruik liever niet het adres van je werk. Zonder adres gebruiken we alleen je code.
q-exclude-help = Bijvoorbeeld omdat de melding over deze persoon gaat. Deze persoon kan je melding dan niet openen.
q-exclude-error = Je sluit iedereen uit. Laat één persoon over, of kies de externe vertrouwenspersoon.
q-d-signs = Wat merkte je aan de cliënt?
q-d-client-knows-help = Je mag melden zonder toestemming. Vraag de cliënt niet uit.
q-d-witness-help = Namen hoeven niet. Je mag ook een functie opschrijven.
q-d-need = Wat hoop je dat er gebeurt?
q-d-need-register = Ik wil alleen dat jullie het weten

## status.ftl
status-clarify-reporter = Wij hebben een vraag voor jou
status-insufficient-reporter = Wij bewaren je signaal

## doors.ftl
door-victim-support-about = Praten over wat je meemaakte, en hulp bij aangifte.
door-suicide-about = Denk je aan de dood? Praat erover. Dag en nacht, gratis.
door-ombudsman-about = Als je er met een instantie niet uitkomt.

## poster.ftl
poster-what = Ging iemand in de zorg over een grens? Of twijfel je? Je hoeft niets te bewijzen.
poster-anonymous = Je mag anoniem blijven. Melden duurt ongeveer 3 minuten.
poster-qr = Het adres als plaatje, voor je telefoon
poster-other-language = Je kunt ook in het Nederlands melden.

## easy.ftl
easy-intro = Korte vragen met plaatjes. Vertel wat er is gebeurd. De rest mag je overslaan.
easy-identity = Wil je je naam zeggen?

## templates.ftl
desk-template-acknowledge = Dank je. Wij hebben je melding gelezen. Wij kijken eerst of iedereen veilig is. Uiterlijk { $date } lees je meer.

## files.ftl
files-label = Wil je een foto, bericht of document meesturen?
files-voice = Of neem je stem op
files-reveal = Wat kan een bestand over jou vertellen?
files-reveal-tab = Dit opent naast deze pagina. Wat je invulde, blijft staan.
files-reveal-document = Word, Excel en pdf: de naam van de maker. Dat is vaak jouw naam.
files-reveal-voice = Geluid en film: stemmen. Mensen kunnen een stem herkennen, ook die van jou.
files-kept-help = Je hoeft ze niet opnieuw te kiezen. Zet een vinkje bij wat je wilt weglaten.
files-too-much = Samen zijn de bestanden groter dan { $megabytes } MB. Stuur dit bestand later met je code.
files-too-many = Er kunnen niet meer dan { $files } bestanden mee. Stuur dit bestand later met je code.
files-no-room = Er is nu geen plaats voor dit bestand. Stuur het later met je code.
files-message-help = Je mag ook alleen bestanden sturen, zonder tekst.
files-sending = Je bestanden worden verstuurd: [n] procent. Sluit deze pagina niet.
files-lost = De verbinding viel weg. Het is nog niet verstuurd. Alles staat er nog, ook je bestanden.

## busy.ftl
busy-text = Het is nu heel druk op deze website. Over { $seconds } seconden ga je vanzelf verder. Je hoeft niets te doen.
busy-sum = Je telefoon of computer maakt nu een korte som. Daarna ga je meteen verder.
busy-why = Misschien probeert iemand deze website te blokkeren. Met deze korte wachttijd blijft hij open voor mensen. Wij vragen hierbij niets over je.
busy-call = Wil je niet wachten? Bel iemand van het meldteam.
busy-form = Het is nu heel druk. Je melding is nog niet verstuurd. Alles wat je typte staat er nog. Wacht { $seconds } seconden en verstuur het dan opnieuw.
busy-sendings = Dit is heel vaak verstuurd. Alles wat je typte staat er nog. Wacht { $seconds } seconden en verstuur het dan opnieuw.
busy-code = Er worden nu heel veel codes geprobeerd. Wacht { $seconds } seconden en probeer het opnieuw. Je code staat er nog.
busy-ready = Je kunt nu verder. Druk op de knop.
