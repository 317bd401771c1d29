# Who may read a report, when that changes: new readers, stepping back, keys.

desk-finding-withheld = { $count ->
    [one] A colleague gave you the key of an item that never arrived here.
   *[other] A colleague gave you the keys of { $count } items that never arrived here.
}
