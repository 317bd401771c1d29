# Who may read a report, when that changes: new readers, stepping back, keys.

desk-finding-withheld = { $count ->
    [one] A colleague gave you the key of an item that never arrived here.
   *[other] A colleague gave you the keys of { $count } items that never arrived here.
}

desk-readers-unsent = Something of this report has not reached the server yet. Sync first, and then do it again.
desk-readers-excluded = The reporter does not want this person to read it. That never changes. Nothing was changed.
desk-error-moved = A colleague wrote in this report at the same time. Sync, and do it again.

desk-tab-readers = Readers
desk-readers-help = This says who may read this report now. What you change here holds at once. All readers see it in the log.
desk-readers-gone = Could read it earlier: { $names }. They may have kept what was on their computer then.
desk-readers-never = The reporter does not want these people to read this: { $names }. They are never added, not with new keys and not with their name written differently.
desk-readers-add-title = Let somebody read this too
desk-readers-add-help = This colleague then reads all that is there, and all that is still to come. Call first, and compare the signs of the keys with “meldteam team”.
desk-readers-add-nobody = There is nobody in the team now who could be added.
desk-readers-add = Let them read
desk-readers-remove-title = Somebody stops
desk-readers-remove-help = From now on this colleague gets nothing more of this report, and no longer sees that it exists. You cannot take back what is on their computer already. Are you stopping yourself? Then this report goes from this computer.
desk-readers-remove = Let them stop
desk-readers-who = Who?
desk-readers-why = Why?
desk-readers-added = { $names } can read it now.
desk-readers-removed = { $names } gets nothing more of this report. What was in it until now may be on that computer already. Ask for it to be removed there.
desk-why-joins = new to this report
desk-why-steps-back = steps back: too close (conflict of interest)
desk-why-leaves = leaves the reporting team
desk-why-key-lost = the key is lost, or somebody else may have it
desk-why-new-keys = has new keys
desk-why-recovery = the recovery key was used
desk-why-other = something else
desk-log-readers = Other readers
desk-log-readers-added = Can read it now: { $names } ({ $why }).
desk-log-readers-removed = Cannot read it any more: { $names } ({ $why }).

desk-readers-progress = { $done } of { $total } reports done
desk-readers-tally-done = { $count ->
    [one] Changed in 1 report.
   *[other] Changed in { $count } reports.
}
desk-readers-tally-excluded = { $count ->
    [one] Not in 1 report: the reporter does not want this person to read it.
   *[other] Not in { $count } reports: the reporter does not want this person to read it.
}
desk-readers-tally-left = { $count ->
    [one] 1 report could not be changed. Sync, and do it again.
   *[other] { $count } reports could not be changed. Sync, and do it again.
}
desk-readers-kept = What was in those reports until now may be on that person's computer already. Nobody can take that back. From now on nothing is added.
desk-readers-nobody = Nobody is called “{ $name }”. See with “meldteam team” how the name is written.
desk-readers-which = Say which report, or choose --everywhere. Say who joins (--add) or who goes (--remove).
