q-danger = Is er nu direct gevaar?
q-danger-help = Het meldteam leest meldingen niet dag en nacht.
q-danger-yes = Ja, er is nu gevaar
q-danger-no = Nee, nu niet
q-danger-unsure = Dat weet ik niet

q-role = Wie bent u?
q-role-help = Kies wat het beste past. Uw naam vragen we hier niet.
q-role-client = Ik ben cliënt, bewoner of patiënt
q-role-family = Ik ben familie, naaste of mantelzorger
q-role-representative = Ik ben vertegenwoordiger (mentor, curator, bewindvoerder of gemachtigde)
q-role-employee = Ik werk hier (ook als uitzendkracht, zzp’er of stagiair)
q-role-volunteer = Ik ben vrijwilliger of maatje
q-role-former = Ik werkte hier vroeger, of was hier vroeger cliënt
q-role-other = Iemand anders
q-role-nosay = Dat zeg ik liever niet

q-helper = Vult u dit samen met iemand in?
q-helper-alone = Nee, alleen
q-helper-helped = Ja, iemand helpt mij
q-helper-behalf = Ik vul dit in voor de cliënt

q-victim = Wie is het overkomen?
q-victim-me = Mij
q-victim-client = Een cliënt, bewoner of patiënt
q-victim-clients = Meer cliënten
q-victim-colleague = Een collega of vrijwilliger
q-victim-unknown = Dat weet ik niet zeker

q-kinds = Waar gaat het over?
q-kinds-help = U mag meer dan één antwoord kiezen. Twijfelt u? Kies dan: Ik heb een gevoel dat iets niet klopt.
q-kinds-neglect = Te weinig zorg of aandacht
q-kinds-neglect-hint = Bijvoorbeeld: niet reageren op de bel, niet helpen met eten, iemand negeren.
q-kinds-psych = Kleineren, pesten, bang maken of straffen
q-kinds-psych-hint = Bijvoorbeeld: schreeuwen, dreigen, uitlachen, te strenge regels, iemand opsluiten.
q-kinds-physical = Pijn doen of te hard vastpakken
q-kinds-physical-hint = Bijvoorbeeld: slaan, knijpen, duwen, ruw wassen.
q-kinds-sexual = Seksueel gedrag
q-kinds-sexual-hint = Bijvoorbeeld: opmerkingen, berichten of foto’s, aanraken, een relatie, dwingen. Dit mag nooit tussen zorgverlener en cliënt, ook niet als de cliënt het wil.
q-kinds-money = Geld of spullen
q-kinds-money-hint = Bijvoorbeeld: stelen, geld lenen of aannemen, pinnen met de pas van een cliënt.
q-kinds-discrimination = Discriminatie of anders behandeld worden
q-kinds-discrimination-hint = Bijvoorbeeld: een grap over afkomst, niet serieus genomen worden of zorg weigeren. Of: een cliënt wil geen zorg van een collega met een hoofddoek.
q-kinds-gut = Ik heb een gevoel dat iets niet klopt
q-kinds-other = Iets anders

q-grounds = Waar ging de discriminatie over?
q-grounds-help = Kies alles wat past. Vaak gaat het om meer dan één ding tegelijk.
q-grounds-origin = Afkomst, huidskleur of nationaliteit
q-grounds-religion = Geloof of levensovertuiging
q-grounds-sex = Man of vrouw zijn, zwangerschap
q-grounds-gender = Genderidentiteit of genderexpressie
q-grounds-orientation = Op wie u verliefd wordt (seksuele gerichtheid)
q-grounds-disability = Handicap of chronische ziekte
q-grounds-age = Leeftijd
q-grounds-weight = Gewicht of uiterlijk
q-grounds-language = Taal of accent
q-grounds-political = Politieke overtuiging
q-grounds-civil = Burgerlijke staat
q-grounds-contract = Soort contract of aantal uren
q-grounds-social = Opleiding, geld of sociale positie
q-grounds-other = Iets anders
q-grounds-unknown = Dat weet ik niet

q-story = Wat is er gebeurd?
q-story-help = Schrijf op wat u zag of hoorde. Een paar zinnen is genoeg. Schrijf liever geen achternamen van cliënten op. U kunt later meer vertellen.
q-story-error = Schrijf in een paar woorden wat er gebeurde.

q-source-of-knowledge = Hoe weet u dit?
q-source-of-knowledge-help = U mag meer kiezen.
q-source-of-knowledge-experienced = Ik heb het zelf meegemaakt
q-source-of-knowledge-saw = Ik heb het gezien
q-source-of-knowledge-heard = Ik heb het zelf gehoord
q-source-of-knowledge-client-told = De cliënt vertelde het
q-source-of-knowledge-others-told = Ik hoorde het van iemand anders
q-source-of-knowledge-signs = Ik zag iets aan de cliënt (bijvoorbeeld angst of blauwe plekken)
q-source-of-knowledge-own = Het gaat over mijn eigen gedrag

q-when = Wanneer was het?
q-when-help = Een schatting is genoeg. Lang geleden mag ook.
q-when-now = Het gebeurt nu nog
q-when-week = In de laatste 7 dagen
q-when-month = Korter dan een maand geleden
q-when-year = Korter dan een jaar geleden
q-when-longer = Langer geleden
q-when-unknown = Dat weet ik niet

q-when-detail = Dag, datum of tijd (als u die weet)

q-often = Hoe vaak gebeurde het?
q-often-once = Eén keer
q-often-more = Vaker
q-often-unknown = Dat weet ik niet

q-where = Waar was het?
q-where-help = Kies de locatie of het team. Weet u het niet? Ga dan verder.
q-where-home = Bij de cliënt thuis
q-where-online = Via telefoon, app of internet
q-where-elsewhere = Ergens anders

q-actor = Wie deed het?
q-actor-help = Weet u het niet zeker? Kies dat gerust.
q-actor-care = Een zorgverlener of begeleider
q-actor-staff = Iemand anders die hier werkt
q-actor-manager = Een leidinggevende of bestuurder
q-actor-volunteer = Een vrijwilliger of maatje
q-actor-client = Een andere cliënt
q-actor-family = Familie, partner of bezoek
q-actor-several = Meer mensen
q-actor-self = Ik zelf
q-actor-unknown = Dat weet ik niet

q-actor-name = Naam of functie (als u dat wilt zeggen)
q-actor-name-help = Alleen het meldteam ziet dit. Het meldteam hoort altijd ook deze persoon voordat het een oordeel geeft.

q-identity = Wilt u uw naam geven?
q-identity-help = U kunt uw naam ook later geven. Wij zeggen niet wie meldt, als u dat niet wilt. Soms kan iemand het wel raden.
q-identity-anonymous = Nee, ik blijf anoniem
q-identity-anonymous-hint = Wij weten dan niet wie u bent. Wij stellen vragen via uw code. Soms kunnen we minder doen.
q-identity-team-only = Ja, maar alleen het meldteam mag mijn naam weten
q-identity-open = Ja, en het meldteam mag mijn naam noemen als dat nodig is

q-name = Uw naam

q-contact = Telefoonnummer of e-mailadres
q-contact-help = Gebruik liever niet het adres van uw werk. Zonder adres gebruiken we alleen uw code.

q-exclude = Mag iemand van het meldteam dit niet lezen?
q-exclude-help = Bijvoorbeeld omdat de melding over deze persoon gaat. Deze persoon kan uw melding dan niet openen.
q-exclude-error = U sluit iedereen uit. Laat één persoon over, of kies de externe vertrouwenspersoon.

q-d-signs = Wat merkte u aan de cliënt?

q-d-client-now = Hoe gaat het nu met de cliënt of collega?

q-d-client-knows = Weet de cliënt (of de vertegenwoordiger) van deze melding?
q-d-client-knows-help = U mag melden zonder toestemming. Vraag de cliënt niet uit.
q-d-client-knows-agrees = Ja, en die vindt het goed
q-d-client-knows-disagrees = Ja, en die wil het liever niet
q-d-client-knows-no = Nee
q-d-client-knows-cannot = De cliënt kan dit niet begrijpen of zeggen
q-d-client-knows-unknown = Dat weet ik niet

q-d-done = Wat is er al gedaan?
q-d-done-help = Niets is ook goed.
q-d-done-addressed = De persoon is aangesproken
q-d-done-manager = De leidinggevende weet het
q-d-done-confidant = De vertrouwenspersoon weet het
q-d-done-file = Er staat iets in het dossier van de cliënt
q-d-done-mic = Er is een MIC-, VIM- of MIM-melding
q-d-done-police = De politie weet het
q-d-done-nothing = Nog niets

q-d-witness = Wie weet er nog meer van?
q-d-witness-help = Namen hoeven niet. U mag ook een functie opschrijven.

q-d-measure = Hoorde dit bij een afspraak in het zorgplan (bijvoorbeeld vasthouden of kamer op slot)?
q-d-measure-yes = Ja
q-d-measure-no = Nee
q-d-measure-unknown = Dat weet ik niet

q-d-need = Wat hoopt u dat er gebeurt?
q-d-need-stop = Het moet stoppen
q-d-need-safe = Iemand moet veilig zijn
q-d-need-investigate = Zoek uit wat er is gebeurd
q-d-need-talk = Ik wil erover praten
q-d-need-support = Ik wil hulp of steun
q-d-need-register = Ik wil alleen dat u het weet
q-d-need-prevent = Het mag niet weer gebeuren

## Signals: Leidraad p. 116, in everyday words.
q-d-signs-dirty = Vies of niet verzorgd
q-d-signs-eats = Eet slecht
q-d-signs-sleeps = Slaapt slecht
q-d-signs-passive = Doet niets meer
q-d-signs-clingy = Wil niet alleen zijn
q-d-signs-afraid = Bang
q-d-signs-confused = In de war
q-d-signs-distrust = Vertrouwt niemand
q-d-signs-startles = Schrikt snel
q-d-signs-angry = Boos
q-d-signs-sad = Verdrietig
q-d-signs-bruises = Blauwe plekken
q-d-signs-wounds = Krassen of wonden
q-d-signs-drowsy = Suf
q-d-signs-undressing = Erg onrustig bij uitkleden of wassen
q-d-signs-pain = Pijn of een wond aan geslachtsdelen of billen
q-d-signs-infection = Vaak een ontsteking daar
q-d-signs-money = Te weinig geld
q-d-signs-supplies = Te weinig eten of spullen in huis
q-d-signs-missing = Dure spullen weg
q-d-signs-avoids = Wil deze persoon niet meer zien
q-d-signs-changed = Is veranderd

q-where-detail = Welke plek, afdeling of kamer? (niet verplicht)
