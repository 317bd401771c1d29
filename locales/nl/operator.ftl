## What `meldpunt` says to the person who runs it.

# $folder (String) - a folder
op-init-done = Klaar. De instellingen en mappen staan in { $folder }.
op-init-next = Wat nu? 1. Vul meldpunt.toml in. 2. Zet de sleutelbestanden van het meldteam in de map keys (meldteam init maakt ze). 3. Controleer met: meldpunt check. 4. Start met: meldpunt serve.
# $file (String) - a file
op-init-exists = { $file } bestaat al. Er is niets veranderd. Kies een andere map, of pas het bestand aan.
# $path (String) - a file or folder
# $why (String) - what the operating system says
op-cannot-write = { $path } kan niet worden gemaakt: { $why }. Kies een map waarin u mag schrijven.
# $file (String) - a file
# $why (String) - what the operating system says
op-config-unreadable = De instellingen in { $file } zijn niet te lezen: { $why }. Maak ze met: meldpunt init.
# $file (String) - a file
# $line (Number) - a line number
# $message (String) - what is wrong there
op-config-toml = { $file }, regel { $line } klopt niet. Verbeter die regel. Het programma leest daar: { $message }
op-config-languages = De talen bij [reporting] languages zijn nl, en, ar en pl. Zet nl vooraan.
op-config-no-name = De organisatie heeft geen naam. Vul bij [organisation] een name in.
# $address (String) - address and port
op-config-not-loopback = Het adres { $address } bij [server] listen is van buiten te bereiken, en er is geen TLS. Vul bij [tls] een certificate en een key in. Of kies 127.0.0.1 en zet er een proxy met TLS of Tor voor.
# $folder (String) - a folder
# $why (String) - what the operating system says
op-team-folder = De map met sleutels { $folder } is niet te lezen: { $why }.
# $folder (String) - a folder
op-team-nobody = In { $folder } staat geen sleutelbestand van een lid van het meldteam. Maak er een met: meldteam init.
# $file (String) - a file
op-team-private = { $file } bevat een geheime sleutel. Die mag niet op de server staan. Haal het bestand weg en zet alleen het openbare deel neer.
# $file (String) - a file
# $why (String) - what is wrong with it
op-team-file = { $file } is geen goed sleutelbestand: { $why }. Verbeter het bestand, of vraag het lid van het meldteam om een nieuw.
# $first (String) - a file
# $second (String) - a file
op-team-same-name = { $first } en { $second } hebben dezelfde naam. Haal een van de twee weg.
# $first (String) - a file
# $second (String) - a file
op-team-same-key = { $first } en { $second } hebben dezelfde sleutel. Haal een van de twee weg.
op-team-warn-alone = Let op: het meldteam heeft maar één lid. Niemand kan dan worden uitgesloten.
op-team-warn-line = Let op: iedereen in het meldteam geeft leiding. Zorg voor minstens één lid buiten de lijn (outside_line = true).
# $count (Number) - how many officers
op-team-good = Sleutels: in orde ({ $count } leden van het meldteam).
op-store-locked = De opslag is al in gebruik. Draait meldpunt al? Stop dat eerst.
# $found (Number) - the version found
# $known (Number) - the version this program writes
op-store-version = De opslag heeft versie { $found }. Dit programma kent versie { $known }. Gebruik het programma dat bij de opslag hoort.
op-store-not-a-ledger = Het bestand ledger is geen opslag van meldpunt. Kies een andere map bij [storage] data.
op-store-full = De schijf is vol. Maak ruimte vrij.
# $why (String) - what is wrong
op-store-other = De opslag is niet te gebruiken: { $why }.
op-store-good = Opslag: in orde.
op-store-new = Opslag: nog leeg. De eerste start maakt haar.
op-store-created = De opslag is nieuw gemaakt.
op-store-rebuilt = De index was beschadigd of weg en is opnieuw gemaakt. Er is niets verloren.
# $bytes (Number) - bytes cut off
op-store-cut = Aan het eind van de opslag zijn { $bytes } bytes weggehaald die nooit bevestigd waren.
# $position (Number) - a position in the file, in bytes
op-store-damaged = De opslag is beschadigd op positie { $position }. De rest is er nog. Zet een back-up terug.
# $address (String) - address and port
# $why (String) - what the operating system says
op-listen = Het adres { $address } is niet vrij: { $why }. Stop het andere programma of kies een andere poort.
# $why (String) - what the operating system says
op-serving = De server stopte met een fout: { $why }.
# $address (String) - a web address
op-serving-at = Het meldpunt draait op { $address }. Stoppen: Ctrl-C.
op-check-good = Alles is in orde.
op-config-good = Instellingen: in orde.
op-stopped = Gestopt.
demo-heading = Veilig Melden – demo
# $address (String) - a web address
demo-public = Melden:         { $address }
# $address (String) - a web address
demo-desk = Meldteam:       { $address }
# $passphrase (String) - the passphrase
demo-passphrase = Wachtwoordzin:  { $passphrase }
demo-try = Probeer: 1. Doe een melding en bewaar de code. 2. Open het adres van het meldteam en typ de wachtwoordzin. 3. Haal de melding op en stuur een antwoord. 4. Typ uw code en lees het antwoord.
demo-try-exclude = Sluit ook eens iemand uit. Dan verschijnt de melding niet bij het meldteam.
# $folder (String) - a folder
demo-folder = Alles staat in { $folder } en gaat weg als u stopt. Stoppen: Ctrl-C.
demo-removed = Gestopt. De map van de demo is weg.
op-why-missing = dat bestaat niet
op-why-forbidden = dat mag u niet
op-why-in-use = dat is al in gebruik
# $why (String) - what the operating system says
op-key-unreadable = het is niet te lezen ({ $why })
# $line (Number) - a line number
op-key-toml = op regel { $line } staat iets dat er niet hoort
op-key-no-name = er staat geen naam in (name)
op-key-recipient = er staat geen goede sleutel in (recipient, begint met age1)
op-key-signer = er staat geen goede handtekeningsleutel in (signer, begint met ed25519:)
op-store-will-rebuild = De index is beschadigd of weg. De volgende start maakt hem opnieuw. Er is niets verloren.
# $bytes (Number) - bytes that will be cut off
op-store-will-cut = Aan het eind van de opslag staan { $bytes } bytes die nooit bevestigd zijn. De volgende start haalt ze weg.
# $address (String) - a web address
op-config-address = Het adres { $address } past niet op een poster. Het begint met https:// (of http:// en eindigt op .onion), heeft geen spaties en is hooguit 100 tekens lang.
op-poster-no-address = Op welk adres staat het meldpunt? Vul bij [server] een public_address in, of gebruik --address https://….
# $file (String) - a file
op-poster-exists = { $file } bestaat al. Er is niets veranderd. Kies een andere naam met --output, of haal het bestand weg.
# $file (String) - a file
op-poster-done = Klaar. De poster staat in { $file }. Open dat bestand met een browser en druk het af op A4.
# $count (Number) - attachments
op-files = { $count ->
    [0] Bijlagen: er zijn er geen.
    [one] Bijlagen: { $count }, nagekeken.
   *[other] Bijlagen: { $count }, nagekeken.
}
# $count (Number) - files
op-files-unfinished = { $count ->
    [one] Er ligt { $count } bestand waarvan het versturen afbrak. De volgende start haalt het weg.
   *[other] Er liggen { $count } bestanden waarvan het versturen afbrak. De volgende start haalt ze weg.
}
# $count (Number) - files
op-files-stray = { $count ->
    [one] Er ligt { $count } bijlage die bij geen melding in de opslag hoort. Is de opslag een oudere kopie? Wij halen de bijlage niet weg.
   *[other] Er liggen { $count } bijlagen die bij geen melding in de opslag horen. Is de opslag een oudere kopie? Wij halen de bijlagen niet weg.
}
# $file (String) - a file's name, 32 letters and digits
op-file-missing = De bijlage attachments/{ $file } is weg. De rest is er nog. Zet dat bestand terug uit een back-up.
# $file (String) - a file's name, 32 letters and digits
op-file-damaged = De bijlage attachments/{ $file } is beschadigd. De rest is er nog. Zet dat bestand terug uit een back-up.
