## The pages of casework. Frame and menus.
desk-today-title = Today
desk-list-title = All cases
desk-menu = Menu
desk-case-menu = Parts of this case
desk-tab-overview = Overview
desk-tab-report = Report and messages
desk-warnings = Take note
desk-mark-closed = Closed
desk-choose = Choose
desk-record = Record
desk-answer = Answer
desk-why = Why (may be empty)
desk-day-field = On which day
desk-not-yet = Not recorded yet
desk-said-by = { $name }, { $day }
desk-from-report = This is in the report. Is it not right? Change it here. The report itself stays as it is.

## What is wrong with a form, and what became of it.
desk-form-faults = { $count ->
    [one] Something is not right. Nothing was recorded yet.
   *[other] { $count } things are not right. Nothing was recorded yet.
}
desk-fault-text = Fill this in.
desk-fault-long = This text is too long: { $found } characters. There is room for { $max }.
desk-fault-choice = Choose one of these.
desk-fault-day = Choose a day.
desk-fault-day-past = This day has passed. Choose today or later.
desk-fault-day-coming = This day is still to come. Choose today or earlier.
desk-fault-until = The last day lies before the first. Choose a later day.
desk-fault-reason = Write down why. That is needed when you move it, and when it is late.
desk-fault-next-far = This day is too far away. Choose a day up to { $day }.
desk-notice-recorded = Recorded. Your colleagues see it once you update.
desk-notice-before = This was recorded already. Nothing is kept twice.
desk-notice-unchanged = Nothing had changed. Nothing was recorded.

## Opening many cases.
desk-opening-title = The cases are being opened
desk-opening-progress = { $done } of { $total } opened.
desk-opening-help = This page refreshes itself. You can also stop. Then you see what is open already, and nothing is lost.
desk-opening-stop = Stop
desk-opening-look = Look now
desk-opening-stopped = You stopped opening. Now { $done } of { $total } cases are open. You do not see the other cases here yet.
desk-opening-go-on = Go on opening

## Today.
desk-counts = Numbers
desk-damaged = The history of these cases is not right
desk-damaged-help = Open the case to read what is not right. Discuss it with your colleague and with the administrator.
desk-today-unsent = { $count ->
    [one] { $count } thing is ready to be shared with your colleagues. It goes along once you update.
   *[other] { $count } things are ready to be shared with your colleagues. They go along once you update.
}
desk-new-help = The reporter does not know yet that you have read this. Acknowledge receipt first.
desk-new-readers = May be read by: { $names }
desk-new-none = There is nothing new. Every reporter has heard from you.
desk-late-none = Nothing is late. Well kept.
desk-today-none = There is nothing for today.
desk-week-none = There is nothing for this week.
desk-more = { $count ->
    [one] See { $count } more
   *[other] See { $count } more
}
desk-rule = Which rule is this?
desk-holder-me = With you
desk-late-by = { $days ->
    [one] { $days } day late
   *[other] { $days } days late
}

## All cases.
desk-number-label = Find by number
desk-number-find = Find
desk-number-unknown = This case is not here. Update first, or check the number.
desk-list-filter = Which cases
desk-show-open = Open
desk-show-new = New
desk-show-closed = Closed
desk-show-all = All
desk-list-empty = There are no cases to show here.
desk-list-range = Cases { $first } to { $last } of { $total }.
desk-list-back = Previous page
desk-list-next = Next page

## Above a case: what deserves a look.
desk-warning-answer = The reporter has written. There is no answer yet.
desk-warning-late = { $days ->
    [one] { $what }: { $days } day late.
   *[other] { $what }: { $days } days late.
}
desk-warning-differences = { $count ->
    [one] Colleagues recorded { $count } thing differently.
   *[other] Colleagues recorded { $count } things differently.
}
desk-warning-unsent = { $count ->
    [one] { $count } thing is not shared with your colleagues yet.
   *[other] { $count } things are not shared with your colleagues yet.
}

## The overview.
desk-at-a-glance = At a glance
desk-keeps-open = What keeps the case open
desk-keeps-open-nothing = Nothing. The case is closed as it should be.
desk-unsent-help = Something in this case lies sealed and ready on this computer. Your colleagues see it once you update.
desk-stepped-back = Stepped back from this case: { $names }.
desk-differences = Colleagues recorded different things
desk-differences-help = Two colleagues recorded this without knowing of each other. Discuss together what is right and choose it here. Everything stays in the log.
desk-difference-choose = What is right?
desk-difference-settle = This is right
desk-gate-label = Consultation with the police
desk-gate-not-needed = Not needed, as long as the conduct is not possibly punishable.
desk-gate-shut = Not done yet. The interviews wait.
desk-gate-open = Done. The interviews can go by what was agreed.
desk-next-choose = Choose the next step
desk-next-day = By
desk-next-day-hint = A case is never without a next date.
desk-next-holder = With whom does it lie
desk-next-officer = Which colleague of the meldteam
desk-next-name = Or: who is that
desk-next-name-hint = Only when it lies with somebody outside the meldteam. Use a function, not the name of somebody involved.
desk-next-what = What has to be done
desk-next-none = None: the case is closed.
desk-next-with = { $day }, with: { $who }
desk-next-open = { $day }. No step was chosen yet.
desk-deadline-change = Done, or move it
desk-deadline-reason = Reason
desk-deadline-reason-hint = Needed when you move it, and when it is late. A deadline of the law stays; then your day is a plan.
desk-done-on = Done on { $day }
desk-done-late = { $days ->
    [one] Done on { $day }, { $days } day late
   *[other] Done on { $day }, { $days } days late
}
desk-planned-on = Planned on { $day }.
desk-start-title = Let another deadline begin
desk-start-which = Which deadline
desk-start-on = Begun on
desk-start-until = Last day, when somebody else has set it (may be empty)
desk-start-until-hint = For example the day in the mail of the IGJ.
desk-last-entries = Last recorded
desk-last-entries-none = Nothing was recorded yet.
desk-corrected = Corrected later
desk-note-title = A note for your colleagues
desk-note-label = Note
desk-note-hint = Everybody who may read this case sees this. Use no names but pseudonyms, such as Client A.
desk-persons = Persons
desk-persons-none = No persons were recorded yet.

## Triage.
desk-triage-help = Begin here. You can change each answer later; the old one stays in the log.
desk-safe-help = Think of the client, of the reporter and of others. Is the answer no? Then do something today.
desk-punishable-help = With yes or doubt the interviews of steps 3 and 4 wait for a consultation with the police.
desk-police-title = Consultation with the police
desk-police-record = Record a consultation
desk-police-step = What was done
desk-police-with = With whom at the police
desk-police-on = On which day
desk-police-agreements = What was agreed
desk-police-agreements-hint = Who talks with whom, and when? What do you not do yet?
desk-conflict-help = Say so when you have a tie with somebody in this case. Each colleague does this for themselves.
desk-conflict-kind = What interest do you have
desk-conflict-stance = What do you do
desk-conflict-stance-hint = Do you step back? Then your colleagues know. What you can read already stays readable until the case is sealed again.
desk-conflict-note = Explanation (may be empty)
desk-structure-help = What the report says is filled in already. Add what you know.
desk-structure-show = See and add details
desk-advice-title = Advice for the route
desk-advice-reason = Victim: { $victim }. Who did it: { $actor }. Then this is the route:
desk-advice-unknown = It is not known yet whom it happened to or who did it. Fill that in above, then there is advice here.
desk-igj-needed = Also look whether this must go to the IGJ.
desk-whistleblower-help = A wrong touches the public interest: a pattern, or danger to more people.

## The six steps.
desk-steps-help = All steps are always open. You do not have to work in order.
desk-steps-count = { $done } of { $total }
desk-item-note = Remark (may be empty)
desk-mark-done = Done
desk-mark-not-needed = Not needed
desk-mark-reopen = Open again

## Messages.
desk-message-beginning = Begin with an example
desk-message-prompt = Or ask a question
desk-message-fill = Put it in the box
desk-message-fill-hint = The button “Put it in the box” sends nothing. You can change the text first.
desk-message-word = What is this message about
desk-message-word-hint = This is how the deadlines know that the reporter has heard.
desk-silence-title = Ask for silence or lift it
desk-silence-of = Who
desk-silence-change = What
desk-no-word-title = When the reporter cannot get a message
desk-no-word-record = Record why not
desk-no-word-why = Why not
desk-no-word-hint = An anonymous reporter can read a message with the code, too. So this is rarely needed.

## The command line.
desk-error-item = This item is not on the list. This shows the items with their names: meldteam case M-48K2
