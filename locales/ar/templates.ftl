## What the desk writes to a reporter, in the reporter’s language.

desk-day = { $day } { $month ->
    [1] يناير
    [2] فبراير
    [3] مارس
    [4] أبريل
    [5] مايو
    [6] يونيو
    [7] يوليو
    [8] أغسطس
    [9] سبتمبر
    [10] أكتوبر
    [11] نوفمبر
   *[12] ديسمبر
} { $year }
desk-template-acknowledge = شكرًا لك. قرأنا بلاغك. ننظر أولًا إن كان الجميع في أمان. ستقرأ المزيد في موعد أقصاه { $date }.
