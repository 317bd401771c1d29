# What officers write to one another about a case: what is not as it should be, and whose keys are whose.

# $finding (String) - what is not as it should be, a sentence or two
# $place (Number) - where it lies at the server
desk-finding-place = { $finding } (Plaats { $place } op de server.)

desk-findings = Let op: hier klopt iets niet

# $count (Number) - how many did not come
# $name (String) - the officer who built on them
desk-finding-missing = { $count ->
    [one] Er ontbreekt een aantekening. { $name } las die wel en schreef daarna verder.
   *[other] Er ontbreken { $count } aantekeningen. { $name } las die wel en schreef daarna verder.
}

# $name (String) - the officer who is said to have written it
desk-finding-altered = Een aantekening op naam van { $name } heeft geen goede handtekening. Misschien is er iets aan veranderd. Zij telt niet mee.

# $name (String) - the officer
desk-finding-unknown-signer = Er is een aantekening van { $name }, maar u kent de sleutel voor die handtekening niet. Zij telt niet mee.

# $name (String) - the officer
desk-finding-not-a-reader = Er is een aantekening van iemand die deze melding niet mag lezen: { $name }. Zij telt niet mee.

desk-finding-foreign = Hier ligt iets dat bij een andere melding hoort. Het telt niet mee.

# $name (String) - the officer
desk-finding-doubled = Twee aantekeningen van { $name } hebben hetzelfde kenmerk. Alleen de eerste telt mee.

desk-finding-repeated = De server geeft hetzelfde nog een keer. Het telt één keer mee.

desk-finding-reordered = De server heeft aantekeningen van plaats verwisseld. U ziet ze in de goede volgorde.

desk-finding-shut = Een aantekening kan niet open. Zij is beschadigd, of gemaakt met een nieuwere versie van dit programma.

desk-finding-not-back = De server nam iets van u aan, maar geeft het niet terug zoals het was. Wat u schreef, heeft u zelf nog.

# $name (String) - the officer
desk-finding-no-message = { $name } stuurde een bericht dat hier nog niet is aangekomen.

desk-somebody = iemand die u niet kent

desk-message-unsigned = Niet ondertekend. Misschien schreef niemand van het meldteam dit.

# $name (String) - the officer who signed
desk-message-signed-by-other = Ondertekend door { $name }.

# $day (String) - the day of the change
desk-reader-signer-changed = let op: sinds { $day } noemt de server een andere sleutel voor de handtekening

desk-team-empty = U heeft het meldteam nog niet opgehaald. Doe eerst: meldteam sync

desk-team-compare = Vergelijk deze tekens met uw collega, samen aan tafel of aan de telefoon. Zijn ze bij u beiden gelijk? Dan heeft u elkaars echte sleutels.

desk-team-left = niet meer in het meldteam

# $day (String) - the day on which this desk first saw the keys
desk-team-since = bekend sinds { $day }

desk-team-not-yours = let op: de server noemt bij u andere sleutels dan u heeft. Bel de beheerder van de server.
