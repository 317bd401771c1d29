## What the desk writes to a reporter, in the reporter’s language.

desk-day = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
desk-template-acknowledge = Thank you. We have read your report. We first check if everyone is safe. You will read more by { $date }.
