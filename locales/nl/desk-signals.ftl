## Earlier signals: the search over all cases, and what triage shows of it.
desk-search-title = Zoeken
desk-search-help = Zoek in alle meldingen die u mag lezen: namen, plaatsen en woorden. Het programma vindt ook wat erop lijkt: zoekt u Jansen, dan vindt u ook Janssen. Wat u typt, blijft op deze computer.
desk-search-label = Naam, plaats of woord
desk-search-find = Zoek
desk-search-empty = Typ een naam, een plaats of een woord.
desk-search-nothing = Niets gevonden in de meldingen die u mag lezen. Probeer een ander woord, of een deel van de naam.
# $count (Number) - how many cases
desk-search-found = { $count ->
    [one] { $count } melding gevonden
   *[other] { $count } meldingen gevonden
}
# $all (String) - how many were found
# $shown (String) - how many are shown
desk-search-first = { $all } meldingen gevonden. U ziet de { $shown } die het meest lijken. Zet er een woord bij.
desk-signals-title = Eerdere signalen
desk-signals-help = Deze meldingen noemen misschien dezelfde mensen. Een naam kan ook van iemand anders zijn. Kijk dus zelf.
desk-signals-none = Het programma vindt geen andere melding die dezelfde mensen noemt.
desk-signals-no-names = Er staat nog geen naam in deze zaak. Zet de namen in de sleuteltabel. Dan zoekt het programma vanzelf.
# $count (Number) - how many more cases
desk-signals-more = { $count ->
    [one] Er is nog { $count } melding.
   *[other] Er zijn nog { $count } meldingen.
}
desk-signals-search = Zelf zoeken
desk-signal-why = Waarom deze melding?
# $found (String) - the word in the other case
# $says (String) - what the word says there
desk-signal-same = ‘{ $found }’ staat daar ook, { $says }.
# $found (String) - the word in the other case
# $sought (String) - the word that was looked for
# $says (String) - what the word says there
desk-signal-sound = ‘{ $found }’ klinkt als ‘{ $sought }’ en staat daar { $says }.
# $found (String) - the word in the other case
# $sought (String) - the word that was looked for
# $says (String) - what the word says there
desk-signal-slip = ‘{ $found }’ lijkt op ‘{ $sought }’ en staat daar { $says }.
desk-signal-name = als naam
desk-signal-place = als plaats
desk-signal-reporter = bij de melder
desk-signal-text = in de tekst
