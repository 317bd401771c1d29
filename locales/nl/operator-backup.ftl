### Backup, restore and rewriting, as the administrator reads them.

# $file (String) - the export
# $cases (Number) - cases
# $files (Number) - attachments
# $bytes (Number) - its length
op-export-done = De export staat in { $file }: { $cases } zaken, { $files } bijlagen, { $bytes } bytes. Het bestand is teruggelezen en is heel. Alles erin is verzegeld.
# $file (String) - the export
op-export-bad = De export in { $file } is teruggelezen en is niet heel. Maak een nieuwe export, op een andere schijf.
# $position (Number) - a position, in bytes
op-export-source-damaged = De opslag is beschadigd op positie { $position }. Wat daar stond, zit niet in de export. De rest wel.
# $id (String) - the file's name
op-export-file-lost = Bijlage { $id } is er niet, of is niet meer zoals die was opgeslagen.
# $file (String) - the export
op-export-exists = { $file } bestaat al en is niet overschreven. Kies een andere naam.
op-export-none = Er is nog geen opslag. Er valt niets te exporteren.
# $records (Number) - records
op-import-done = Teruggezet: { $records } stukken. Start nu de server.
# $position (Number) - a position, in bytes
op-import-damaged = De export is beschadigd op positie { $position }. De rest is teruggezet.
op-import-cut = De export houdt op voor het einde. Alles wat ervoor stond, is teruggezet.
op-import-not-empty = In de map voor de opslag staat al iets. Er is niets veranderd. Zet die map eerst opzij.
op-import-none = Dit bestand is geen export van meldpunt. Er is niets veranderd.
op-compact-locked = De server draait. Die doet dit zelf, elke nacht. Wilt u niet wachten? Stop de server eerst.
op-compact-none = Er is niets om weg te halen.
# $cases (Number) - cases
# $before (Number) - bytes
# $after (Number) - bytes
op-compact-done = Klaar. Van { $cases } vernietigde zaken is nu niets meer over. De opslag ging van { $before } naar { $after } bytes.
op-store-cannot-rewrite = De opslag is beschadigd en wordt daarom niet herschreven: niemand weet wat er op die plaatsen stond. Zet een back-up terug, of maak een export en zet die terug.
# $count (Number) - cases
op-store-destroyed = { $count ->
    [one] Van { $count } vernietigde zaak staan nog verzegelde bytes in de opslag. De server haalt ze vannacht weg.
   *[other] Van { $count } vernietigde zaken staan nog verzegelde bytes in de opslag. De server haalt ze vannacht weg.
}
