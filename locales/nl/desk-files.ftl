## Attachments at the officers: lists, pages, commands.
# $count (Number) - how many
desk-files = { $count ->
    [one] { $count } bijlage
   *[other] { $count } bijlagen
}
desk-files-none = Bij deze melding zijn geen bijlagen.
desk-file-picture = Afbeelding
desk-file-document = Document
desk-file-sound = Geluid
desk-file-film = Film
desk-file-text = Tekst
desk-file-other = Ander bestand
# $kilobytes (Number) - the size
desk-file-kilobytes = { $kilobytes } kB
# $megabytes (Number) - the size
desk-file-megabytes = { $megabytes } MB
desk-file-traces-removed = Plaats, maker en toestel zijn uit dit bestand weggehaald. Wat er te zien is, kan nog wel iemand verraden.
desk-file-traces-kept = Uit dit bestand is niets weggehaald. Er kan nog in staan wie het maakte, waar, wanneer en waarmee.
desk-file-traces-voice = Uit dit bestand is niets weggehaald. Een stem is te herkennen. Er kan nog in staan wie het maakte, waar, wanneer en waarmee.
desk-file-fetch = Ophalen
# $number (Number) - its place in the list
desk-file-title = Bijlage { $number }
desk-file-here = Deze bijlage staat verzegeld op deze computer.
desk-file-at-server = Deze bijlage staat nog op de server. Haal die eerst op.
desk-file-to-case = Terug naar de melding
desk-file-save-heading = Opslaan op deze computer
desk-file-save-what = Als u opslaat, staat dit bestand leesbaar op deze computer. Iedereen die bij deze computer kan, kan het dan openen. Ook een back-up of virusscanner kan het lezen. Haal het weg zodra u het niet meer nodig hebt.
desk-file-save-unknown = Dit bestand komt van een melder. Wij kunnen niet zien of het veilig is. Open het alleen als u het nodig hebt, en zet geen macro's aan.
desk-file-save-choice = Ja, ik wil dit bestand leesbaar opslaan
desk-file-save-not-chosen = Er is niets opgeslagen. Zet eerst het vinkje als u dat wilt.
desk-file-save = Opslaan…
desk-notice-fetched = De bijlage is opgehaald.
desk-file-damaged = Deze bijlage is beschadigd en gaat niet open. De rest van de melding is er nog. Haal de bijlage opnieuw op. Helpt dat niet? Vraag de beheerder om een back-up.
desk-file-not-here = Deze bijlage staat nog niet op deze computer. Haal die eerst op.
desk-error-lost-file = De server heeft deze bijlage niet meer zoals die was. De rest van de melding is er nog. Vraag de beheerder om een back-up.
# $number (String) - what was typed
desk-error-no-file = Bijlage { $number } is er niet. Bekijk de lijst met: meldteam attachments
# $file (String) - file name
desk-file-saved = Het bestand staat nu leesbaar in { $file }. Iedereen die bij deze computer kan, kan het openen. Haal het weg zodra u het niet meer nodig hebt.
# $file (String) - file name
desk-file-exists = { $file } bestaat al. Er is niets veranderd. Kies een andere naam.
