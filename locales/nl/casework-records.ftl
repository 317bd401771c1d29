## Facts and persons, decisions, the assessment, the log and private notes. Menus.
desk-tab-facts = Feiten en personen
desk-tab-persons = Sleuteltabel
desk-tab-assessment = Beoordeling en afsluiten
desk-tab-log = Logboek
desk-tab-notes = Eigen notities

## Facts.
desk-facts-help = Schrijf op wat er is gezien en gezegd. Wat iemand daarvan vindt, staat in een eigen kolom. Gebruik geen namen maar pseudoniemen.
desk-facts-table = Wat er gebeurde, op volgorde
desk-facts-none = Er zijn nog geen feiten vastgelegd. Begin met wat de melding zegt.
desk-fact-add = Een feit toevoegen
desk-fact-day = Op welke dag gebeurde het (mag leeg)
desk-fact-day-hint = De dag van de gebeurtenis, niet de dag waarop u dit schrijft.
desk-fact-when = Hoe laat, of wanneer ongeveer
desk-fact-when-hint = Bijvoorbeeld: 14.30 uur. Of zonder dag: vorige zomer.
desk-fact-when-short = Wanneer
desk-fact-who = Wie zag of hoorde het
desk-fact-who-hint = Kies een pseudoniem. Bij “nieuw” komt die persoon meteen bij de personen te staan.
desk-fact-words = Wat is er gezien of letterlijk gezegd
desk-fact-words-hint = Gebruik de woorden van de cliënt of getuige zelf. Schrijf ook op wat u vroeg.
desk-fact-words-short = Letterlijk
desk-fact-source = Waar komt dit vandaan
desk-fact-source-short = Bron
desk-fact-about = Over wie gaat het
desk-fact-about-short = Over
desk-fact-interpretation = Wat iemand ervan vindt (mag leeg)
desk-fact-interpretation-hint = Een oordeel of vermoeden hoort hier, niet bij de feiten.
desk-fact-by = Vastgelegd door
desk-fact-correct = Verbeteren
desk-fact-correct-title = Een feit verbeteren
desk-fact-correct-help = Wat er stond, blijft doorgestreept zichtbaar. Uw collega’s zien wie het verbeterde en waarom.
desk-fact-why = Wat klopte er niet
desk-fact-why-hint = Ook nodig als u het feit terugneemt.
desk-fact-why-short = Verbeterd omdat
desk-fact-take-back = Dit feit terugnemen
# $by (String) - who and when
desk-fact-corrected = Verbeterd door { $by }.
# $by (String) - who and when
# $why (String) - what was wrong with it
desk-fact-taken-back = Teruggenomen door { $by }. Reden: { $why }
desk-fault-when = Schrijf op wanneer het gebeurde. Een dag of een paar woorden is genoeg.
desk-fault-corrected = Een collega heeft dit feit al verbeterd. Verbeter dan die nieuwe regel.
# $who (String) - pseudonyms, with commas between
desk-fault-names = Hier staat een naam uit de sleuteltabel. Schrijf liever: { $who }. Kies hieronder een knop.
desk-names-replace = Naam vervangen door pseudoniem
desk-names-anyway = Toch zo vastleggen

## Persons: the key table.
desk-persons-help = Elke tekst noemt mensen bij hun pseudoniem. Wie dat echt zijn, staat alleen in de sleuteltabel.
# $name (String) - the pseudonym
desk-person-new = { $name } (nieuw)
desk-keys-open = Sleuteltabel openen
desk-keys-help = Hier staat wie de pseudoniemen echt zijn. Deze namen staan op geen enkele andere pagina. Dat u de tabel opent, komt in het logboek.
desk-keys-back = Terug naar de feiten
desk-keys-no-print = De sleuteltabel wordt niet geprint.
desk-person-role = Wat is deze persoon in de zaak
desk-person-role-hint = Het pseudoniem komt vanzelf, zoals Cliënt A of Medewerker 1.
desk-person-name = Echte naam
desk-person-function = Functie of relatie
desk-person-contact = Hoe te bereiken
desk-person-add = Een persoon toevoegen
# $name (String) - the pseudonym
desk-person-change = { $name } aanvullen of veranderen

## Who did something.
desk-fault-who = Kies een collega, of schrijf hieronder een naam.
desk-fault-who-both = Kies een collega óf schrijf een naam. Niet allebei.

## Decisions.
desk-decisions-help = Leg elk besluit vast, ook als het antwoord nee is. Zo kan iemand later nagaan waarom.
desk-decision-none = Er is nog niets besloten.
desk-decision-record = Een besluit vastleggen
desk-decision-criteria = Wat woog mee
desk-decision-outcome = Het besluit
desk-decision-reasons = Waarom
desk-decision-reasons-hint = Ook nodig als het besluit nee is.
desk-decision-by = Wie nam het besluit: iemand van het meldteam
desk-decision-by-other = Of iemand anders, met functie
desk-decision-consulted = Met wie is overlegd (mag leeg)
# $name (String) - who decided
# $day (String) - the day, in words
desk-decided-by = Besloten door { $name }, { $day }
desk-decision-police-help = De bestuurder besluit over melden of aangifte. Overleggen met de politie is iets anders; dat legt u vast bij de eerste beoordeling.
desk-decision-igj-help = De bestuurder besluit of de IGJ het moet weten. Na een ja zijn er drie werkdagen om te melden.
desk-decision-consent-help = Alleen als de cliënt niet wil dat u verdergaat. Weeg af en leg uit waarom u toch doorgaat, of niet.
desk-decision-measure-help = Wat gebeurt er om het gedrag te stoppen en herhaling te voorkomen? De leidinggevende of bestuurder besluit.
desk-decision-close-help = Leg hier vast waarom de zaak dicht kan. Sluiten zelf doet u bij Beoordeling en afsluiten.
desk-decision-register-hint = Het Waarschuwingsregister mag alleen als alle vier de voorwaarden kloppen.
desk-fault-criteria = Kies bij een ja ten minste één reden uit de lijst.
desk-fault-igj-none = U koos ja, en ook dat er geen meldplicht is. Kies een van de twee.
desk-fault-register = Voor het Waarschuwingsregister moeten alle vier de voorwaarden kloppen. Kies ze alle vier, of geen.
desk-igj-definitions = Wat zegt de wet?
desk-igj-violence = Geweld in de zorgrelatie
desk-igj-violence-law = Seks met een cliënt of ontucht, en geweld tegen een cliënt. Door iemand die hier werkt of in opdracht werkt, of door een medecliënt die hier ook een dag, nacht of dagdeel verblijft. Dwang hoort daarbij. Wkkgz artikel 1 en 11.
desk-igj-calamity = Calamiteit
desk-igj-calamity-law = Iets dat niemand bedoelde of verwachtte, dat met de kwaliteit van de zorg te maken heeft, en waardoor een cliënt overleed of ernstige schade kreeg. Wkkgz artikel 1 en 11.
desk-igj-dismissal = Ontslag wegens disfunctioneren
desk-igj-dismissal-law = De organisatie stopt met een zorgverlener omdat die ernstig tekortschoot. De soort overeenkomst maakt niet uit. Ook een regeling om samen uit elkaar te gaan, maakt niet uit. Wkkgz artikel 11.
# $day (String) - the last day, in words
desk-igj-until = Het besluit is ja. Melden bij de IGJ kan op tijd tot en met { $day }.
# $day (String) - the last day, in words
desk-igj-late = Het besluit is ja. Melden bij de IGJ moest uiterlijk op { $day }. Meld nu meteen en leg de reden vast.
# $day (String) - the day, in words
desk-igj-reported = Gemeld bij de IGJ op { $day }.

## Assessment.
desk-assess-help = Wie onderzoekt, beoordeelt niet. Spreek een oordeel uit en leg het vast.
desk-assess-record = Beoordeling vastleggen of veranderen
desk-assess-nature = Aard: wat was het
desk-assess-seriousness = Ernst
desk-assess-risk = Kans op herhaling
desk-assess-why = Waarom beoordeelt u het zo
desk-assess-why-hint = Leg ook de kans op herhaling uit.
desk-assess-investigator = Onderzocht door
desk-assess-investigator-other = Onderzocht door iemand buiten het meldteam
desk-assess-assessor = Beoordeeld door
desk-assess-assessor-other = Beoordeeld door iemand buiten het meldteam
desk-fault-nature = Kies ten minste één ding. “Niets hiervan” gaat niet samen met iets anders.
desk-fault-same-person = Wie onderzoekt, mag niet beoordelen. Kies iemand anders.
desk-causes-help = Zoek de oorzaak achter de oorzaak: bij de persoon, in het team en in de organisatie.
desk-causes-record = Oorzaken vastleggen of veranderen
desk-causes-person = Bij de persoon
desk-causes-team = In het team
desk-causes-organisation = In de organisatie
desk-causes-method = Hoe is gezocht
desk-fault-causes = Vul ten minste één oorzaak in.

## Aftercare.
desk-aftercare-record = Nazorg vastleggen of veranderen
desk-aftercare-client-help = Wie vangt de cliënt en de familie op? Willen zij nog contact met de betrokken medewerker?
desk-aftercare-team-help = Hoe gaat het met schuld, angst en vertrouwen in het team? Wie heeft hulp nodig?
desk-aftercare-accused-help = Hoe kwam het zover? Wat heeft de betrokken medewerker nodig om te veranderen?
desk-aftercare-wrongly-help = Hoe komt de goede naam terug? Spreek samen af wie wat vertelt, en aan wie.
desk-aftercare-owner = Wie zorgt ervoor
desk-aftercare-first = Eerste opvang
desk-aftercare-follow-up = Opnieuw vragen op
desk-aftercare-expert = Hulp van een deskundige
desk-aftercare-done = Klaar op

## Closing and opening again.
desk-outcome-title = De uitkomst
desk-outcome-help = Kies de uitkomst zodra die vaststaat. Soms hoort er nog iets bij, zoals eerherstel. De zaak blijft open.
desk-close = De zaak afsluiten
desk-close-reason = Waarom sluit u af
desk-close-reason-hint = Dit leest later wie nagaat wat er met de melding is gedaan.
desk-close-word = Een bericht aan de melder schrijven
desk-close-not-yet = Afsluiten kan als alleen de uitkomst nog over is.
desk-fault-not-closable = Iets houdt deze zaak nog open. Kijk in de lijst hierboven.
desk-fault-rehabilitation = Bij onterecht aangewezen hoort eerherstel. Leg dat eerst vast bij stap 6.
desk-reopen = De zaak heropenen
desk-reopen-why = Waarom gaat de zaak weer open

## The log.
desk-log-help = Hier staat alles wat het meldteam vastlegde. Niets gaat eruit. Elke regel is ondertekend en wijst naar de regels ervoor.
desk-log-check = Klopt de geschiedenis?
desk-log-sound = Ja. Er ontbreekt niets, elke handtekening klopt en elk bericht is ondertekend.
desk-log-what-now = Wat nu?
desk-log-lines = Alle regels
desk-log-aside = Telt niet mee
desk-log-aside-help = Deze regels kwamen van de server, maar kloppen niet. Wat erin staat, telt nergens mee.
desk-log-signed = Handtekening klopt
desk-log-unsent = Nog niet gedeeld
desk-log-concurrent = Geschreven zonder te weten wat een collega toen schreef
# $by (String) - who and when
desk-log-corrected = Later verbeterd door { $by }
# $day (String) - the day, in words
# $hour (String) - hour and minute
desk-log-when = { $day } { $hour }
# $name (String) - in whose name
# $day (String) - the day, in words
desk-log-unsigned = Een bericht op naam van { $name }, { $day }, is niet ondertekend.
desk-advice-missing = Werk eerst bij. Blijft dit staan? Bel uw collega en vraag wat er mist. Bel daarna de beheerder.
desk-advice-signature = Bel de collega die genoemd wordt en vraag: schreef u dit? Vergelijk samen de tekens met “meldteam team”. Vertel het de beheerder.
desk-advice-stranger = Dit hoort hier niet en telt niet mee. Vertel het de beheerder.
desk-advice-order = Er is niets kwijt. De server doet wel iets vreemds. Vertel het de beheerder.
desk-advice-shut = Zet de nieuwste versie van dit programma neer. Blijft dit staan? Vraag uw collega wat er stond.
desk-advice-unsigned = Bel de collega die genoemd wordt en vraag: stuurde u dit? Zo nee: vertel het de beheerder en schrijf de melder zelf.

## Private notes.
desk-notes-help = Deze notities zijn alleen voor u. Ze zijn verzegeld met uw eigen sleutel en blijven op deze computer. Ze gaan niet naar de server en niet naar collega’s. Bij vergrendelen sluiten ze.
desk-notes-label = Uw notities bij deze zaak
desk-notes-hint = Raakt deze computer kwijt, dan zijn uw notities weg. Feiten horen bij de feiten.
desk-notes-keep = Bewaren op deze computer
desk-notes-kept = Bewaard. Alleen u kunt dit lezen, op deze computer.
