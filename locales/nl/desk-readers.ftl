# Wie een melding mag lezen, als dat verandert: nieuwe lezers, terugtreden, sleutels.

# $count (Number) - hoeveel
desk-finding-withheld = { $count ->
    [one] Een collega gaf u de sleutel van een stuk dat hier nooit is aangekomen.
   *[other] Een collega gaf u de sleutels van { $count } stukken die hier nooit zijn aangekomen.
}
