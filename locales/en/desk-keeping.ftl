### Keeping and destroying closed cases, at the desk.

casework-deadline-change-held = Held from
desk-keep-title = Keep and destroy
desk-keep-help = A closed case is kept no longer than needed. On the day below the server destroys it, by itself. Afterwards nothing of it is left on this computer either.
desk-keep-until = Will be destroyed on { $day }.
desk-keep-counted = Will be destroyed on { $day }. This follows from the terms of this computer; nobody chose another day.
desk-keep-held = Is kept until somebody lifts the hold. Held by { $by }.
desk-keep-held-reason = Reason: { $reason }
desk-keep-day = From which day may the case go? (may stay empty)
desk-keep-day-hint = When this stays empty: other desk or too little information: { $short }; without measures: { $middle }; with measures, IGJ or police: { $long }. Could there be a lawsuit or a complaint? Hold the case after closing it.
desk-keep-move-day = From which day may the case go?
desk-keep-move = Choose another day
desk-keep-move-why = Why another day?
desk-keep-hold = Hold the case
desk-keep-hold-help = Needed for a lawsuit, a complaint or a request? Then the case is not destroyed, not at the server either, until somebody lifts the hold.
desk-keep-hold-why = Why must the case stay?
desk-keep-lift = Lift the hold
desk-keep-lift-day = From which day may the case go then?
desk-keep-destroy = Destroy the case now
desk-keep-destroy-help = The report, the messages, the attachments and all notes go: at the server, on this computer, and at your colleagues as soon as they sync. With the code the reporter sees nothing any more. This cannot be undone. What you have printed or saved stays.
desk-keep-destroy-number = Type the number of the case to confirm
desk-keep-destroy-hint = The number is { $number }.
desk-keep-fault-number = This is not the number of this case. Nothing was destroyed.
desk-keep-done = Case { $number } has been destroyed, at the server and on this computer.
desk-keep-ordered = Case { $number } will be destroyed as soon as the server can be reached. Until then it is still here.
desk-keep-error-early = The server says that the case may not go yet. Check the clock of this computer, then sync.

## The list, and what stands on the first page.

desk-keep-list-title = Keep and destroy
desk-keep-list-help = All closed cases, with the day on which each goes. The first to go is at the top.
desk-keep-list-none = There are no closed cases.
desk-keep-held-mark = Held
desk-keep-soon-title = Goes soon
desk-keep-soon = { $count ->
    [one] { $count } case will be destroyed in the coming 30 days.
   *[other] { $count } cases will be destroyed in the coming 30 days.
}
desk-keep-gone = { $count ->
    [one] { $count } case was destroyed. Nothing of it is left here:
   *[other] { $count } cases were destroyed. Nothing of them is left here:
}
desk-keep-against = The server destroyed these cases although, by what is recorded here, it may not have. What is here stays. Ask the administrator what happened:
desk-keep-missing = The server no longer shows these cases, without saying that they were destroyed. Perhaps you are no longer a reader, or an old backup was restored. The server may also be holding them back; that cannot be seen from here. What is here stays:
desk-keep-waiting = The server has not destroyed these cases yet, although it was asked to:
desk-keep-error-open = Only a closed case that nobody holds can be destroyed. Nothing was destroyed.
