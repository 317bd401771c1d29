## Files that come along with a report, with answers later or with a message.
files-step = Bestanden meesturen
files-label = Wilt u een foto, bericht of document meesturen?
# $megabytes (Number) - the largest file
# $together (Number) - the most together, in megabytes
# $files (Number) - the most files
files-help = Foto’s, pdf, geluid, film en Office-bestanden kunnen. Eén bestand mag { $megabytes } MB groot zijn. Samen { $together } MB, en niet meer dan { $files } bestanden.
files-clients = Maak geen nieuwe foto’s van een cliënt.
files-voice = Of neem uw stem op
files-voice-help = Mensen kunnen een stem herkennen.
files-reveal = Wat kan een bestand over u vertellen?
files-reveal-tab = Dit opent naast deze pagina. Wat u invulde, blijft staan.
files-reveal-removed = Foto’s (JPEG, PNG, WebP): wij halen plaats, maker en toestel eruit. Wat op de foto te zien is, blijft.
files-reveal-kept = Alle andere bestanden laten wij zoals ze zijn.
files-reveal-still = Dit kan er nog in staan:
files-reveal-document = Word, Excel en pdf: de naam van de maker. Dat is vaak uw naam.
files-reveal-film = Film: de plaats en het soort telefoon.
files-reveal-heic = Foto’s van een iPhone (HEIC): de plaats en de tijd. Maak liever een schermafdruk van de foto en stuur die.
files-reveal-voice = Geluid en film: stemmen. Mensen kunnen een stem herkennen, ook die van u.
files-kept-legend = Deze bestanden zijn al aangekomen
files-kept-help = U hoeft ze niet opnieuw te kiezen. Zet een vinkje bij wat u wilt weglaten.
files-drop = Weglaten:
# $kilobytes (Number) - the size of a file
files-kilobytes = { $kilobytes } kB
# $megabytes (Number) - the size of a file
files-megabytes = { $megabytes } MB
files-refused = Deze bestanden gaan niet mee. De rest staat er nog.
# $megabytes (Number) - the largest file
files-too-large = Dit bestand is groter dan { $megabytes } MB. Maak het kleiner of deel het op.
# $megabytes (Number) - the most together
files-too-much = Samen zijn de bestanden groter dan { $megabytes } MB. Stuur dit bestand later met uw code.
# $files (Number) - the most files
files-too-many = Er kunnen niet meer dan { $files } bestanden mee. Stuur dit bestand later met uw code.
files-empty = Dit bestand is leeg.
files-unknown-kind = Dit soort bestand kunnen wij niet aannemen. Maak er een foto of een pdf van.
files-damaged = Deze foto is beschadigd. Maak een schermafdruk van de foto en stuur die.
files-too-many-pixels = Deze foto heeft te veel beeldpunten. Maak een schermafdruk van de foto en stuur die.
files-other-than-name = Er zit iets anders in dan de naam zegt. Geef het bestand de goede naam.
files-no-room = Er is nu geen plaats voor dit bestand. Stuur het later met uw code.
files-not-stored = Wij konden dit bestand nu niet aannemen. Probeer het zo meteen opnieuw.
files-gone = Dit bestand kwam niet aan, of staat hier niet meer. Kies het opnieuw.
files-came-one = Er ging 1 bestand mee.
# $files (Number) - how many files came along
files-came = Er gingen { $files } bestanden mee.
files-traces-removed = Plaats, maker en toestel zijn eruit gehaald.
files-traces-kept = Dit bestand is niet veranderd. Er kan nog in staan wie het maakte, en waar.
files-message-help = U mag ook alleen bestanden sturen, zonder tekst.
# $files (Number) - how many files wait
files-waiting = Er staan { $files } bestanden klaar. Ze zijn nog niet verstuurd.

## The same with script. The script puts numbers in place of [n] and names in place of [name].
files-chosen = Gekozen bestanden
files-remove = Haal weg
files-sending = Uw bestanden worden verstuurd: [n] procent. Sluit deze pagina niet.
files-cancel = Stop met versturen
files-stopped = Gestopt. Er is nog niets verstuurd aan het meldteam. Alles staat er nog.
files-lost = De verbinding viel weg. Het is nog niet verstuurd. Alles staat er nog, ook uw bestanden.
files-again = Verstuur opnieuw
files-left-out = Het is nog niet verstuurd. Eén of meer bestanden gaan niet mee. Kijk waarom, en verstuur dan opnieuw.
