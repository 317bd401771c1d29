## What the desk writes to a reporter, in the reporter’s language.

desk-day = { $day } { $month ->
    [1] stycznia
    [2] lutego
    [3] marca
    [4] kwietnia
    [5] maja
    [6] czerwca
    [7] lipca
    [8] sierpnia
    [9] września
    [10] października
    [11] listopada
   *[12] grudnia
} { $year }
desk-template-acknowledge = Dziękujemy. Przeczytaliśmy Państwa zgłoszenie. Najpierw sprawdzamy, czy wszyscy są bezpieczni. Więcej przeczytają Państwo najpóźniej { $date }.
