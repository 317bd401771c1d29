## What the desk writes to a reporter, in the reporter’s language.

# $day (Number) - day of the month
# $month (Number) - month, 1 to 12
# $year (String) - four digits
desk-day = { $day } { $month ->
    [1] januari
    [2] februari
    [3] maart
    [4] april
    [5] mei
    [6] juni
    [7] juli
    [8] augustus
    [9] september
    [10] oktober
    [11] november
   *[12] december
} { $year }
# $date (String) - the day, in words
desk-template-acknowledge = Dank u. Wij hebben uw melding gelezen. Wij kijken eerst of iedereen veilig is. Uiterlijk { $date } leest u meer.
