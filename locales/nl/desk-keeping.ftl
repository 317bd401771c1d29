### Keeping and destroying closed cases, at the desk.

casework-deadline-change-held = Vastgehouden vanaf
desk-keep-title = Bewaren en vernietigen
desk-keep-help = Een gesloten zaak wordt niet langer bewaard dan nodig is. Op de dag hieronder vernietigt de server de zaak. Dat gaat vanzelf. Daarna is er ook op deze computer niets meer van.
# $day (String) - a day, in words
desk-keep-until = Wordt vernietigd op { $day }.
# $day (String) - a day, in words
desk-keep-counted = Wordt vernietigd op { $day }. Dit volgt uit de termijnen van deze computer; niemand koos een andere dag.
# $by (String) - who and when
desk-keep-held = Wordt bewaard tot iemand de zaak vrijgeeft. Vastgehouden door { $by }.
# $reason (String) - why
desk-keep-held-reason = Reden: { $reason }
desk-keep-day = Op welke dag mag de zaak weg? (mag leeg blijven)
# $short (String) - a day, in words
# $middle (String) - a day, in words
# $long (String) - a day, in words
desk-keep-day-hint = Laat u dit leeg, dan geldt: ander loket of te weinig informatie: { $short }; zonder maatregelen: { $middle }; met maatregelen, IGJ of politie: { $long }. Is er misschien een rechtszaak of een klacht? Houd de zaak na het sluiten vast.
desk-keep-move-day = Op welke dag mag de zaak weg?
desk-keep-move = Een andere dag kiezen
desk-keep-move-why = Waarom een andere dag?
desk-keep-hold = De zaak vasthouden
desk-keep-hold-help = Nodig voor een rechtszaak, een klacht of een verzoek? Dan wordt de zaak niet vernietigd, ook niet op de server, tot iemand de zaak weer vrijgeeft.
desk-keep-hold-why = Waarom moet de zaak blijven?
desk-keep-lift = De zaak weer vrijgeven
desk-keep-lift-day = Op welke dag mag de zaak dan weg?
desk-keep-destroy = De zaak nu vernietigen
desk-keep-destroy-help = De melding, de berichten, de bijlagen en alle notities gaan weg: op de server, op deze computer, en bij uw collega's zodra die bijwerken. De melder ziet met de code niets meer. Dit kan niet ongedaan worden gemaakt. Wat u al hebt afgedrukt of opgeslagen, blijft.
desk-keep-destroy-number = Typ het nummer van de zaak om te bevestigen
# $number (String) - the number of the case
desk-keep-destroy-hint = Het nummer is { $number }.
desk-keep-fault-number = Dit is niet het nummer van deze zaak. Er is niets vernietigd.
# $number (String) - the number of the case
desk-keep-done = Zaak { $number } is vernietigd, op de server en op deze computer.
# $number (String) - the number of the case
desk-keep-ordered = Zaak { $number } wordt vernietigd zodra de server bereikbaar is. Tot dan staat de zaak hier nog.
desk-keep-error-early = De server vindt dat de zaak nog niet weg mag. Kijk of de klok van deze computer goed staat en werk dan bij.

## The list, and what stands on the first page.

desk-keep-list-title = Bewaren en vernietigen
desk-keep-list-help = Alle gesloten zaken, met de dag waarop elke zaak weggaat. De eerste die weggaat staat bovenaan.
desk-keep-list-none = Er zijn geen gesloten zaken.
desk-keep-held-mark = Vastgehouden
desk-keep-soon-title = Gaat binnenkort weg
# $count (Number) - cases
desk-keep-soon = { $count ->
    [one] { $count } zaak wordt in de komende 30 dagen vernietigd.
   *[other] { $count } zaken worden in de komende 30 dagen vernietigd.
}
# $count (Number) - cases
desk-keep-gone = { $count ->
    [one] { $count } zaak is vernietigd. Er is hier niets meer van:
   *[other] { $count } zaken zijn vernietigd. Er is hier niets meer van:
}
desk-keep-against = Deze zaken heeft de server vernietigd, terwijl dat volgens deze computer niet mocht. Wat hier staat, blijft staan. Vraag de beheerder wat er is gebeurd:
desk-keep-missing = Deze zaken laat de server niet meer zien, zonder te zeggen dat ze zijn vernietigd. Misschien bent u geen lezer meer, of is een oude back-up teruggezet. De server kan ze ook achterhouden; dat is van hier niet te zien. Wat hier staat, blijft staan:
desk-keep-waiting = De server heeft deze zaken nog niet vernietigd, hoewel dat is gevraagd:
desk-keep-error-open = Alleen een gesloten zaak die niemand vasthoudt, kan worden vernietigd. Er is niets vernietigd.
