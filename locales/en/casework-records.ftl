## Facts and persons, decisions, the assessment, the log and private notes. Menus.
desk-tab-facts = Facts and persons
desk-tab-persons = Key table
desk-tab-assessment = Assessment and closing
desk-tab-log = Log
desk-tab-notes = Private notes

## Facts.
desk-facts-help = Write down what was seen and said. What somebody makes of it has a column of its own. Use pseudonyms, no names.
desk-facts-table = What happened, in order
desk-facts-none = No facts have been recorded yet. Begin with what the report says.
desk-fact-add = Add a fact
desk-fact-day = On which day it happened (may be empty)
desk-fact-day-hint = The day of the event, not the day on which you write this.
desk-fact-when = At what time, or when roughly
desk-fact-when-hint = For example: 14.30. Or without a day: last summer.
desk-fact-when-short = When
desk-fact-who = Who saw or heard it
desk-fact-who-hint = Choose a pseudonym. With “new” that person is added to the persons at once.
desk-fact-words = What was seen or literally said
desk-fact-words-hint = Use the client’s or witness’s own words. Also write down what you asked.
desk-fact-words-short = Literally
desk-fact-source = Where this comes from
desk-fact-source-short = Source
desk-fact-about = Whom it is about
desk-fact-about-short = About
desk-fact-interpretation = What somebody makes of it (may be empty)
desk-fact-interpretation-hint = A judgement or suspicion belongs here, not among the facts.
desk-fact-by = Recorded by
desk-fact-correct = Correct
desk-fact-correct-title = Correct a fact
desk-fact-correct-help = What was there stays in sight, struck through. Your colleagues see who corrected it and why.
desk-fact-why = What was wrong
desk-fact-why-hint = Also needed when you take the fact back.
desk-fact-why-short = Corrected because
desk-fact-take-back = Take this fact back
desk-fact-corrected = Corrected by { $by }.
desk-fact-taken-back = Taken back by { $by }. Reason: { $why }
desk-fault-when = Write down when it happened. A day or a few words will do.
desk-fault-corrected = A colleague has corrected this fact already. Correct that new line instead.
desk-fault-names = This has a name from the key table in it. Better write: { $who }. Choose a button below.
desk-names-replace = Replace the name by the pseudonym
desk-names-anyway = Record it as it is

## Persons: the key table.
desk-persons-help = Every text calls people by their pseudonym. Who they really are stands in the key table alone.
desk-person-new = { $name } (new)
desk-keys-open = Open the key table
desk-keys-help = This says who the pseudonyms really are. These names stand on no other page. The log says that you opened the table.
desk-keys-back = Back to the facts
desk-keys-no-print = The key table is not printed.
desk-person-role = What this person is in the case
desk-person-role-hint = The pseudonym follows by itself, such as Client A or Employee 1.
desk-person-name = Real name
desk-person-function = Function or relation
desk-person-contact = How to reach them
desk-person-add = Add a person
desk-person-change = Add to or change { $name }

## Who did something.
desk-fault-who = Choose a colleague, or write a name below.
desk-fault-who-both = Choose a colleague or write a name. Not both.

## Decisions.
desk-decisions-help = Record every decision, also when the answer is no. Then somebody can see later why.
desk-decision-none = Nothing has been decided yet.
desk-decision-record = Record a decision
desk-decision-criteria = What it was weighed by
desk-decision-outcome = The decision
desk-decision-reasons = Why
desk-decision-reasons-hint = Also needed when the decision is no.
desk-decision-by = Who decided: somebody of the meldteam
desk-decision-by-other = Or somebody else, with their function
desk-decision-consulted = Who was consulted (may be empty)
desk-decided-by = Decided by { $name }, { $day }
desk-decision-police-help = The director decides on reporting to the police or pressing charges. Consulting the police is something else; record that in the first assessment.
desk-decision-igj-help = The director decides whether the inspectorate must know. After a yes there are three working days to report.
desk-decision-consent-help = Only when the client does not want you to go on. Weigh it and explain why you go on, or not.
desk-decision-measure-help = What is done to stop the conduct and to keep it from happening again? The manager or director decides.
desk-decision-close-help = Record here why the case can be closed. Closing itself is done under Assessment and closing.
desk-decision-register-hint = The warning register is only for when all four conditions hold.
desk-fault-criteria = With a yes, choose at least one reason from the list.
desk-fault-igj-none = You chose yes, and also that there is no duty to report. Choose one of the two.
desk-fault-register = The warning register needs all four conditions. Choose all four, or none.
desk-igj-definitions = What does the law say?
desk-igj-violence = Violence in the care relation
desk-igj-violence-law = Sex with a client or indecency, and violence against a client. By somebody who works here or on behalf of us, or by a fellow client who stays here for a day, a night or part of a day, too. Coercion is part of it. Wkkgz sections 1 and 11.
desk-igj-calamity = Calamity
desk-igj-calamity-law = Something that nobody meant or expected, that has to do with the quality of care, and through which a client died or was seriously harmed. Wkkgz sections 1 and 11.
desk-igj-dismissal = Dismissal for dysfunction
desk-igj-dismissal-law = The organisation ends its relation with a carer who fell seriously short. The kind of contract does not matter, nor does a settlement. Wkkgz section 11.
desk-igj-until = The decision is yes. Reporting to the inspectorate is in time until { $day }.
desk-igj-late = The decision is yes. Reporting to the inspectorate was due by { $day }. Report at once and record the reason.
desk-igj-reported = Reported to the inspectorate on { $day }.

## Assessment.
desk-assess-help = Whoever investigates does not assess. Pronounce a judgement and record it.
desk-assess-record = Record or change the assessment
desk-assess-nature = Nature: what it was
desk-assess-seriousness = Seriousness
desk-assess-risk = Risk of repetition
desk-assess-why = Why you assess it so
desk-assess-why-hint = Also explain the risk of repetition.
desk-assess-investigator = Investigated by
desk-assess-investigator-other = Investigated by somebody outside the meldteam
desk-assess-assessor = Assessed by
desk-assess-assessor-other = Assessed by somebody outside the meldteam
desk-fault-nature = Choose at least one. “None of these” does not go with anything else.
desk-fault-same-person = Whoever investigates may not assess. Choose somebody else.
desk-causes-help = Look for the cause behind the cause: in the person, in the team and in the organisation.
desk-causes-record = Record or change the causes
desk-causes-person = In the person
desk-causes-team = In the team
desk-causes-organisation = In the organisation
desk-causes-method = How they were looked for
desk-fault-causes = Fill in at least one cause.

## Aftercare.
desk-aftercare-record = Record or change the aftercare
desk-aftercare-client-help = Who looks after the client and the family? Do they want to stay in touch with the employee concerned?
desk-aftercare-team-help = How is the team with guilt, fear and trust? Who needs help?
desk-aftercare-accused-help = How did it come to this? What does the employee concerned need in order to change?
desk-aftercare-wrongly-help = How is their good name restored? Agree together who tells what, and to whom.
desk-aftercare-owner = Who sees to it
desk-aftercare-first = First care
desk-aftercare-follow-up = Ask again on
desk-aftercare-expert = Help of an expert
desk-aftercare-done = Finished on

## Closing and opening again.
desk-outcome-title = The outcome
desk-outcome-help = Choose the outcome as soon as it is certain. Sometimes something more follows from it, such as rehabilitation. The case stays open.
desk-close = Close the case
desk-close-reason = Why you close it
desk-close-reason-hint = Whoever looks later at what was done with the report reads this.
desk-close-word = Write a message to the reporter
desk-close-not-yet = The case can be closed when only the outcome is left.
desk-fault-not-closable = Something still keeps this case open. Look at the list above.
desk-fault-rehabilitation = Somebody who was wrongly accused is rehabilitated. Record that first in step 6.
desk-reopen = Open the case again
desk-reopen-why = Why the case is opened again

## The log.
desk-log-help = This is everything that the meldteam recorded. Nothing is taken out. Each line is signed and points to the lines before it.
desk-log-check = Is the history sound?
desk-log-sound = Yes. Nothing is missing, every signature fits and every message is signed.
desk-log-what-now = What now?
desk-log-lines = All lines
desk-log-aside = Does not count
desk-log-aside-help = These lines came from the server, but are not right. What they say counts nowhere.
desk-log-signed = Signature fits
desk-log-unsent = Not shared yet
desk-log-concurrent = Written without knowing what a colleague wrote then
desk-log-corrected = Corrected later by { $by }
desk-log-when = { $day } { $hour }
desk-log-unsigned = A message in the name of { $name }, { $day }, is not signed.
desk-advice-missing = Sync first. Is this still here? Call your colleague and ask what is missing. Then call whoever runs the server.
desk-advice-signature = Call the colleague who is named and ask: did you write this? Compare the symbols with “meldteam team” together. Tell whoever runs the server.
desk-advice-stranger = This does not belong here and does not count. Tell whoever runs the server.
desk-advice-order = Nothing is lost. But the server does something odd. Tell whoever runs it.
desk-advice-shut = Install the newest version of this program. Is this still here? Ask your colleague what it said.
desk-advice-unsigned = Call the colleague who is named and ask: did you send this? If not: tell whoever runs the server and write to the reporter yourself.

## Private notes.
desk-notes-help = These notes are for you alone. They are sealed with your own key and stay on this computer. They go neither to the server nor to colleagues. They are shut when the desk locks.
desk-notes-label = Your notes on this case
desk-notes-hint = When this computer is lost, your notes are gone. Facts belong among the facts.
desk-notes-keep = Keep on this computer
desk-notes-kept = Kept. You alone can read this, on this computer.
