## Earlier signals: the search over all cases, and what triage shows of it.
desk-search-title = Search
desk-search-help = Search all reports that you may read: names, places and words. The program also finds what is near: when you look for Jansen, you find Janssen too. What you type stays on this computer.
desk-search-label = Name, place or word
desk-search-find = Search
desk-search-empty = Type a name, a place or a word.
desk-search-nothing = Nothing found in the reports that you may read. Try another word, or a part of the name.
desk-search-found = { $count ->
    [one] { $count } report found
   *[other] { $count } reports found
}
desk-search-first = { $all } reports found. You see the { $shown } that are nearest. Add a word.
desk-signals-title = Earlier signals
desk-signals-help = These reports may name the same people. A name can also be somebody else's. So look for yourself.
desk-signals-none = The program finds no other report that names the same people.
desk-signals-no-names = There is no name in this case yet. Put the names in the key table. Then the program searches by itself.
desk-signals-more = { $count ->
    [one] There is { $count } more report.
   *[other] There are { $count } more reports.
}
desk-signals-search = Search yourself
desk-signal-why = Why this report?
desk-signal-same = ‘{ $found }’ stands there too, { $says }.
desk-signal-sound = ‘{ $found }’ sounds like ‘{ $sought }’ and stands there { $says }.
desk-signal-slip = ‘{ $found }’ looks like ‘{ $sought }’ and stands there { $says }.
desk-signal-name = as a name
desk-signal-place = as a place
desk-signal-reporter = with the reporter
desk-signal-text = in the text
