## The officers' desk: page frame.
desk-title = Meldteam
desk-skip = Naar de inhoud
desk-sync = Nu bijwerken
desk-lock = Vergrendelen
desk-to-inbox = Naar alle meldingen

## Days and languages.
desk-language-nl = Nederlands
desk-language-en = Engels

## Entering, unlocking.
desk-link-welcome = U bent binnen. De meldingen openen vanzelf. Gebeurt dat niet? Kies dan de link hieronder.
desk-link-used = Deze link is al gebruikt of klopt niet. Start het programma opnieuw. U krijgt dan een nieuwe link.
desk-unlock-title = Ontgrendelen
desk-unlock-help = De meldingen zijn op slot. Typ uw wachtwoordzin om ze te lezen.
desk-unlock-kept = Uw antwoord is nog niet verstuurd. Na het ontgrendelen staat uw tekst er weer.
desk-passphrase = Wachtwoordzin
desk-unlock = Ontgrendelen

## Refusals.
desk-refused-title = Dat kan niet
desk-refused-host = Dit adres hoort niet bij het meldteam. Open het programma met de link die het zelf geeft.
desk-refused-origin = Dit formulier komt van een andere pagina. Er is niets veranderd. Ga terug naar de meldingen en probeer het daar.
desk-refused-session = Deze browser heeft nog geen toegang. Open eerst de link die het programma geeft.
desk-not-found = Deze pagina of melding is er niet. Ga terug naar alle meldingen.
desk-bad-form = Het formulier kwam niet goed aan. Ga terug met de knop van uw browser en probeer het nog eens.

## The list.
desk-inbox-empty = Er zijn nog geen meldingen. Komt er een binnen, dan ziet u die hier na het bijwerken.
desk-synced-never = Nog niet bijgewerkt vanaf de server.
# $day (String) - the day, in words
desk-synced-on = Laatst bijgewerkt op { $day }.
desk-works-offline = U kunt verder werken met wat hier al is.
desk-mark-new = Nieuw
desk-mark-answer = Nieuw bericht
# $count (Number) - how many
desk-unsent-count = { $count ->
    [one] { $count } antwoord nog niet verstuurd
   *[other] { $count } antwoorden nog niet verstuurd
}
desk-day-label = Binnengekomen
desk-status-label = Status
desk-language-label = Taal van de melder
desk-excluded-label = Mag dit niet lezen
desk-reporter-label = Melder
desk-kinds-none = Soort gedrag niet ingevuld

## A case.
# $number (String) - M-48K2
desk-case-title = Melding { $number }
desk-anonymous = Anoniem
desk-no-name = Geen naam gegeven
desk-readers = Wie mag dit lezen
desk-reader-you = dat bent u
desk-reader-stranger = niet in het meldteam
# $day (String) - the day, in words
desk-reader-new = nieuw in het meldteam sinds { $day }
desk-not-listed = Let op: u staat zelf niet op de lijst van lezers in deze melding. Vraag de beheerder hoe dat kan.
# $names (String) - names
desk-strangers = Let op: deze melding is ook leesbaar voor iemand die niet (meer) in het meldteam staat: { $names }. Uw antwoord gaat niet naar deze persoon. Klopt dit niet? Bespreek het met de beheerder.
desk-report = De melding
desk-question-unknown = Vraag uit een nieuwere versie
desk-thread = Berichten
desk-thread-empty = Er zijn nog geen berichten.
desk-from-reporter = De melder
# $officer (String) - the status as officers read it
# $reporter (String) - the status as the reporter reads it
desk-fact-status = Status: { $officer }. De melder leest: { $reporter }.
# $day (String) - the day, in words
desk-fact-next-news = De melder hoort meer vóór { $day }.
# $day (String) - the day, in words
desk-fact-silence = Wij vragen de melder om stil te zijn tot { $day }.
desk-unsent = Nog niet verstuurd

## What does not open.
desk-shut = Dit is niet te openen
desk-shut-damaged = Dit stuk is beschadigd. De rest van de zaak is er nog.
desk-shut-misplaced = Dit stuk hoort niet op deze plek. Het wordt daarom niet getoond.
desk-shut-not-for-you = Dit stuk is niet met uw sleutel te openen.
desk-shut-version = Dit stuk is gemaakt met een andere versie van dit programma. Werk het programma bij.
desk-shut-content = De inhoud van dit stuk heeft niet de vorm die wij verwachten.

## Answering.
desk-acknowledge = Ontvangst bevestigen
desk-acknowledge-help = De melder weet nog niet dat u dit heeft gelezen. Pas de tekst aan als u wilt. Verandert u de datum hieronder? Verander die dan ook in de tekst.
desk-acknowledge-send = Ontvangst bevestigen
desk-reply = Antwoorden
desk-reply-text = Bericht aan de melder
# $language (String) - the language of the reporter
desk-reply-language = De melder gebruikte het formulier in deze taal: { $language }. Schrijf korte zinnen.
desk-reply-status = Status
desk-reply-status-help = De melder ziet hiervan een eenvoudige vorm.
desk-reply-next-news = De melder hoort meer vóór
desk-reply-silence = Vraag de melder om stil te zijn tot (mag leeg)
desk-reply-send = Antwoord versturen
desk-reply-empty = Schrijf een bericht of kies een status.
# $found (Number) - characters typed
# $max (Number) - characters allowed
desk-reply-long = Het bericht is te lang: { $found } tekens. Er passen { $max } tekens in.
desk-reply-status-unknown = Deze status bestaat niet. Kies er een uit de lijst.
desk-reply-next-news-wrong = Kies voor het volgende bericht een dag vanaf vandaag.
desk-reply-silence-wrong = Kies voor de stilte een dag vanaf vandaag, of laat het leeg.
desk-reply-no-report = De melding zelf is niet te openen. Daarom kunt u niet antwoorden.
desk-reply-not-in-team = Uw sleutel staat nog niet in het meldteam van de server. Werk eerst bij. Helpt dat niet? Geef uw sleutelbestand aan de beheerder.
desk-reply-not-sealed = Het antwoord kon niet worden verzegeld. Maak het korter en probeer het nog eens.
desk-notice-draft = Uw tekst staat er weer. Het antwoord is nog niet verstuurd.
desk-notice-sent = Uw antwoord is verstuurd. De melder kan het lezen met de code.
desk-notice-unsent = Uw antwoord is nog niet verstuurd. Het ligt verzegeld klaar en gaat mee als u weer bijwerkt.
# $count (Number) - new items
desk-notice-synced = { $count ->
    [0] Bijgewerkt. Er is niets nieuws.
    [one] Bijgewerkt. Er is { $count } nieuw stuk.
   *[other] Bijgewerkt. Er zijn { $count } nieuwe stukken.
}
# $count (Number) - replies
desk-notice-refused = { $count ->
    [one] De server neemt { $count } antwoord niet aan: die melding is daar niet (meer). Het antwoord is hier bewaard.
   *[other] De server neemt { $count } antwoorden niet aan: die meldingen zijn daar niet (meer). De antwoorden zijn hier bewaard.
}
# $count (Number) - items
desk-notice-changed = { $count ->
    [one] De server gaf { $count } stuk dat anders is dan eerst. Het eerste is bewaard. Meld dit aan de beheerder.
   *[other] De server gaf { $count } stukken die anders zijn dan eerst. De eerste zijn bewaard. Meld dit aan de beheerder.
}

## What goes wrong.
# $file (String) - file name
desk-error-exists = { $file } bestaat al. Er is niets veranderd. Kies een andere map.
# $file (String) - file name
# $why (String) - what the operating system says
desk-error-file = { $file } kan niet worden gebruikt: { $why }. Controleer de map en de rechten.
# $why (String) - what is wrong
desk-error-settings = Het bestand desk.toml klopt niet: { $why }. Herstel dat en probeer het opnieuw.
desk-error-address = Het adres van de server klopt niet. Het begint met https:// en heeft niets achter de naam.
desk-error-no-key = Er is hier nog geen sleutel. Maak die eerst met: meldteam init
desk-error-passphrase = Deze wachtwoordzin klopt niet. Probeer het nog eens.
desk-error-key-damaged = Het sleutelbestand officer.key is beschadigd. Zet een kopie terug.
# $min (Number) - characters
desk-error-passphrase-short = Deze wachtwoordzin is te kort. Kies er een van minstens { $min } tekens, bijvoorbeeld vijf losse woorden.
desk-error-passphrases-differ = De twee wachtwoordzinnen zijn niet gelijk. Probeer het nog eens.
desk-error-no-passphrase = De wachtwoordzin kon niet worden gelezen. Typ die in een terminal, of gebruik --passphrase-stdin.
desk-error-no-server = In desk.toml staat geen server. Zet daar: server = "https://…"
desk-error-unreachable = De server is nu niet te bereiken. Probeer het later nog eens.
desk-error-untrusted = De server kan niet bewijzen dat hij het is (certificaat). Er is niets verstuurd. Vraag het de beheerder.
desk-error-stranger = De server kent uw sleutel niet. Geef uw sleutelbestand aan de beheerder.
# $minutes (Number) - minutes
desk-error-clock = De klok van deze computer en die van de server verschillen meer dan { $minutes } minuten. Zet de klok goed.
desk-error-unknown-case = De server heeft deze melding niet (meer).
desk-error-busy = De server heeft het druk. Probeer het over een paar minuten nog eens.
desk-error-trouble = De server heeft een storing. Probeer het later nog eens.
desk-error-nonsense = De server gaf een antwoord dat wij niet begrijpen. Controleer het adres in desk.toml, of vraag het de beheerder.
desk-error-loopback = Het programma opent alleen op deze computer zelf.
# $why (String) - what the operating system says
desk-error-listen = Het programma kan niet starten op deze poort: { $why }. Kies een andere poort.
desk-error-no-folder = Er is geen map voor uw gegevens gevonden. Noem er een met --folder.
desk-error-number = Dit is geen nummer van een melding. Zo ziet het eruit: M-48K2
# $number (String) - M-48K2
desk-error-no-case = Melding { $number } is hier niet. Werk eerst bij met: meldteam sync
desk-error-input = De tekst kon niet worden gelezen.
desk-error-output = De uitvoer kon niet worden geschreven.

## The command line.
desk-ask-passphrase = Wachtwoordzin:
desk-ask-passphrase-new = Nieuwe wachtwoordzin (minstens 12 tekens):
desk-ask-passphrase-again = Nog een keer:
# $file (String) - file name
desk-init-done = Uw sleutels zijn gemaakt. Geef dit bestand aan de beheerder van de server: { $file }
desk-init-keep = Bewaar een kopie van officer.key op een veilige plek. Zonder dat bestand of zonder de wachtwoordzin kan niemand uw meldingen openen.
desk-open-link = Open deze link in uw browser. De link werkt één keer:
desk-open-stop = Stoppen: Ctrl-C.
