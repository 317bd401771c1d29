## The officers' casework: choices, checklists, deadlines, messages. Terms of the Leidraad stay.
## Yes or no.
casework-yesno-yes = Yes
casework-yesno-no = No

## Whether the conduct may be punishable. Doubt counts as yes (O12).
casework-punishable-yes = Yes, possibly punishable
casework-punishable-doubt = Doubt
casework-punishable-no = No, not punishable

## Whom it happened to.
casework-victim-client = Client
casework-victim-staff = Member of staff or volunteer

## Who did it, as far as the route depends on it.
casework-actor-staff = Member of staff
casework-actor-manager = Manager
casework-actor-volunteer = Volunteer
casework-actor-self = The reporter
casework-actor-client = Client
casework-actor-family = Family, partner or visitor
casework-actor-board = Member of the board
casework-actor-meldteam = Member of the report team

## How an officer is tied to somebody in the case (O6).
casework-conflict-none = No conflict of interest
casework-conflict-own-team = Own team
casework-conflict-own-manager = Own manager
casework-conflict-relative = Relative or partner
casework-conflict-friend = Friend or acquaintance
casework-conflict-handled-before = Dealt with this matter before
casework-conflict-other = Other interest

## What the officer does with that.
casework-stance-stays = Stays on this case
casework-stance-steps-back = Steps back from this case

## The way that a case goes.
casework-route-six-steps = The six steps of the Leidraad
casework-route-external-officer = An officer from outside handles the case
casework-route-conduct-code = Code of conduct, confidant and complaints procedure for unwanted conduct
casework-route-discrimination-desks = Discriminatie.nl and the Netherlands Institute for Human Rights
casework-route-arbo = Health and safety at work policy
casework-route-aggression = Aggression policy
casework-route-meldcode = Meldcode (domestic violence protocol) and Veilig Thuis
casework-route-team-learning = Back to the team, as a lesson (manner of treatment)
casework-route-complaint = Complaints procedure or human resources
casework-route-insufficient = Not enough to investigate, signal kept

## What an officer says of an item of a checklist.
casework-mark-done = Done
casework-mark-not-needed = Not needed
casework-mark-open = Still open

## Where a fact comes from; what is neither seen nor heard is interpretation (R7).
casework-source-observed = Own observation
casework-source-literal = Literal statement
casework-source-hearsay = Hearsay
casework-source-interpretation = Interpretation

## What somebody is in the case. Their pseudonym begins with it.
casework-role-reporter = Reporter
casework-role-client = Client
casework-role-representative = Representative
casework-role-accused = Member of staff concerned
casework-role-witness = Witness
casework-role-other = Other

## What is decided. Every decision is recorded, also when the answer is no (O21).
casework-decision-police = Police: report or press charges
casework-decision-igj = Report to the IGJ (inspectorate)
casework-decision-without-consent = Go on without the client's consent
casework-decision-measure = Measure
casework-decision-close = Close the case

## What was done with the police: three different things (O13).
casework-police-consulted = Consulted the police
casework-police-reported = Reported to the police (note on file)
casework-police-charges = Pressed charges

## What it was.
casework-nature-neglect = Neglect or withholding of care
casework-nature-psych = Psychological or violation of rights
casework-nature-physical = Physical
casework-nature-sexual = Sexual
casework-nature-money = Financial or material
casework-nature-discrimination = Discrimination
casework-nature-boundary = Crossing boundaries, no mistreatment
casework-nature-mistreatment = Mistreatment
casework-nature-punishable = Possibly punishable
casework-nature-none = None of these established

## How serious it was, on a scale of four.
casework-seriousness-1 = 1. Slight: no harm, can be put right by talking
casework-seriousness-2 = 2. Moderate: distress or harm that passes
casework-seriousness-3 = 3. Serious: lasting harm, repeated, or abuse of dependence
casework-seriousness-4 = 4. Very serious: death, danger to life, violence or sexual abuse

## How likely it is to happen again.
casework-risk-low = Low
casework-risk-middle = Medium
casework-risk-high = High

## How the causes were looked for (O17).
casework-method-prisma = PRISMA
casework-method-fishbone = Fishbone
casework-method-pareto = Pareto
casework-method-other = Another method

## What is said of a deadline.
casework-deadline-change-started = Started on
casework-deadline-change-done = Done on
casework-deadline-change-moved = Moved to

## With whom the next step lies.
casework-holder-officer = Report team
casework-holder-reporter = Reporter
casework-holder-manager = Manager or board
casework-holder-police = Police
casework-holder-igj = IGJ (inspectorate)
casework-holder-other = Somebody else

## Who gets aftercare (O26).
casework-aftercare-client = Client and family
casework-aftercare-team = Team or unit
casework-aftercare-accused = Member of staff concerned
casework-aftercare-wrongly-accused = Member of staff wrongly accused

## What a message to the reporter is about.
casework-word-received = Receipt confirmed
casework-word-question = Question asked
casework-word-silence = About keeping silent
casework-word-feedback = Feedback given
casework-word-closing = Closing explained
casework-word-other = Other message

## How a case ends (C.1).
casework-outcome-bevestigd-mishandeling = Established: mistreatment
casework-outcome-bevestigd-ggo = Established: crossing boundaries, no mistreatment
casework-outcome-niet-vastgesteld = Not established
casework-outcome-onterecht-aangewezen = Wrongly accused
casework-outcome-onvoldoende-info = Not enough information, signal kept
casework-outcome-buiten-reikwijdte = Belongs to another desk

## What was done with a case that leaves no content behind.
casework-audited-opened = File opened
casework-audited-exported = File exported
casework-audited-printed = File printed
casework-audited-key-table = Key table opened

## Checklist, step 1: signaleren (C.5).
casework-item-signal-facts = Facts and interpretation are kept apart
casework-item-signal-signs = Signs are ticked
casework-item-signal-client-file = Factual note in the client file (not yet in the personnel file)
casework-item-signal-no-confronting = The reporter was not asked to confront the other person

## Checklist, step 2: bespreken en melden.
casework-item-report-acknowledged = Receipt is confirmed to the reporter
casework-item-report-second-officer = A second officer has joined. One of the two is outside the line
casework-item-report-conflicts = Everybody has said whether they have a conflict of interest
casework-item-report-safe = Is everyone safe now? That has been judged
casework-item-report-punishable = Is it possibly punishable? That has been judged. If yes or in doubt, the contact person for the police was asked
casework-item-report-clarified = Asked the reporter: what was seen, what was literally heard, where, when, by whom
casework-item-report-told = The reporter knows what happens, when there is news, until when silence is needed, and where support is
casework-item-report-route = The route is chosen
casework-item-report-earlier = Checked whether there were earlier signals
casework-item-report-access = Agreed who else may know

## Checklist, step 3: bespreken met de cliënt.
casework-item-client-police = Agreed with the police who talks with the client, and when
casework-item-client-confidant = The client may choose a confidant
casework-item-client-representative = The representative is involved where needed
casework-item-client-method = Is a special way of asking needed? Then an assessment talk by a behavioural scientist
casework-item-client-two = The talk is held by two people, one of whom the client trusts
casework-item-client-open = A quiet moment, open questions
casework-item-client-what = Discussed: what happened
casework-item-client-felt = Discussed: how the client experienced it
casework-item-client-need = Discussed: what the client needs and what makes it safer
casework-item-client-consent = Discussed: reporting internally, and consent
casework-item-client-follow-up = Discussed: how the client wants to be involved in what follows
casework-item-client-doors = Told: reporting oneself, the complaints committee and the IGJ
casework-item-client-no-secrecy = No secrecy was promised
casework-item-client-weighing = Does the client say no? The weighing to go on all the same is recorded
casework-item-client-words = The literal words and the questions asked are recorded

## Checklist, step 4: bespreken met de (vermoedelijke) pleger, nader onderzoek.
casework-item-hearing-police = Agreed with the police whether and when this talk may take place
casework-item-hearing-support = The person concerned may bring somebody for support
casework-item-hearing-two = The talk is held by two people, and not by the manager alone
casework-item-hearing-both-sides = Hearing both sides: the signals and the talk with the client were put to the person
casework-item-hearing-causes = Talked about intent, causes (person and organisation) and the risk of repetition
casework-item-hearing-norms = The conduct was held against the norms and the code of conduct
casework-item-hearing-told = Told that the conduct will be assessed by the Stappenplan
casework-item-hearing-statement = The written statement went back to the person for correction
casework-item-hearing-investigator = Internal or external investigation: chosen, with reasons
casework-item-hearing-chair = Death in elderly or disability care: an external, independent chair leads the investigation
casework-item-hearing-outside = It is about a board member or a member of the report team: an officer from outside handles the case
casework-item-hearing-method = The method of investigation is chosen
casework-item-hearing-heard = Those involved were heard
casework-item-hearing-context = Looked at surroundings, personnel file and earlier signals
casework-item-hearing-victims = Checked whether there are more victims
casework-item-hearing-root = Looked for the cause behind the cause
casework-item-hearing-assessed = Nature, seriousness and repetition were assessed, by somebody other than the investigator
casework-item-hearing-outcome = The outcome was pronounced and recorded

## Checklist, step 5: stoppen, extern melden, maatregelen.
casework-item-measures-stop = The conduct is stopped: what was done, and on which day
casework-item-measures-igj-violence = IGJ test 1: violence in the care relation (sexual penetration or abuse, violence, coercion) by staff or by a fellow client
casework-item-measures-igj-sexual = Sexual boundary-crossing by a carer, messages and remarks too: treated as reportable
casework-item-measures-igj-calamity = IGJ test 2: calamity (death or serious harm)
casework-item-measures-igj-dismissal = IGJ test 3: dismissal for dysfunction, with any kind of contract, also with a settlement
casework-item-measures-igj-recorded = The decision about the IGJ is recorded, also when it is no
casework-item-measures-police = Police: consulting, reporting or pressing charges is decided
casework-item-measures-sanction = The measure was chosen from the organisation's list
casework-item-measures-disciplinary = Considered disciplinary law (BIG)
casework-item-measures-warning-register = Warning register: only when all four conditions hold

## Checklist, step 6: communiceren, nazorg, evalueren.
casework-item-aftercare-client-first = Client and family: first care, and who gives it
casework-item-aftercare-client-expert = Client and family: help of an expert offered (spiritual carer, psychologist, social work, Victim Support)
casework-item-aftercare-client-contact = Client and family: asked whether they want contact with the person concerned
casework-item-aftercare-client-trust = Client and family: restoring trust, also in the long term
casework-item-aftercare-team = Team: talked about guilt, fear and trust, help for whoever wants it
casework-item-aftercare-accused = (Alleged) perpetrator: talked about causes, development and another place (not after punishable conduct with instant dismissal)
casework-item-aftercare-rehabilitation = Wrongly accused: rehabilitation, and agreed together who tells what
casework-item-aftercare-feedback = The reporter was given feedback
casework-item-aftercare-reprisal = Asked after 1 and 6 months whether the reporter suffers for having reported
casework-item-aftercare-silence = The request for silence is lifted, and that was told
casework-item-aftercare-plan = Communication plan: who, what, when, to whom (not about the person)
casework-item-aftercare-evaluation = Evaluated: how could this happen, could it have been prevented, how do we speak to each other
casework-item-aftercare-improvement = Improvement actions have an owner and a date
casework-item-aftercare-reason = The reason for closing is written down

## Checklist: discrimination (E.3).
casework-item-discrimination-believed = First thanked, and believed
casework-item-discrimination-support = Safety and support arranged (confidant)
casework-item-discrimination-wish = Asked what the reporter wants
casework-item-discrimination-to-client = Staff towards client, with harm or refused care: the six steps and the IGJ test
casework-item-discrimination-norm = The manager (not the victim) names the norm to client or family. Aggression policy, and a plan to keep care going
casework-item-discrimination-hearing = Colleague or manager: hearing both sides, complaints procedure for unwanted conduct
casework-item-discrimination-rule = Does it lie in a rule or a way of working? Then that rule was discussed
casework-item-discrimination-doors = Told: Discriminatie.nl (help and registration), the Institute (opinion), the police when it is punishable
casework-item-discrimination-earlier = Checked for earlier signals from the same team
casework-item-discrimination-feedback = The reporter was given feedback
casework-item-discrimination-lesson = Discussed in the team as a lesson

## One of the checklists: the six steps, and what discrimination asks besides.
casework-step-signal = Step 1 – Signalling
casework-step-report = Step 2 – Discussing and reporting
casework-step-client = Step 3 – Talking with the client
casework-step-hearing = Step 4 – Talking with the (alleged) perpetrator, further investigation
casework-step-measures = Step 5 – Stopping, reporting outside, measures
casework-step-aftercare = Step 6 – Communication, aftercare, evaluation
casework-step-discrimination = Discrimination

## Where a rule comes from.
casework-source-leidraad = Leidraad p. { $page }
casework-source-ours = Our own agreement, not from the Leidraad
casework-source-casework = Working method of the report team

## Pseudonyms.
casework-pseudonym-reporter = Reporter
casework-pseudonym-reporters = Reporter { $place }
casework-pseudonym-client = Client { $letter }
casework-pseudonym-representative = Representative { $letter }
casework-pseudonym-accused = Member of staff { $place }
casework-pseudonym-witness = Witness { $place }
casework-pseudonym-other = Person { $place }

## Criteria of a decision about the police.
casework-criterion-police-punishable = The conduct is possibly punishable
casework-criterion-police-doubt = There is doubt whether it is punishable
casework-criterion-police-safety = There is danger to the client or others
casework-criterion-police-evidence = Traces or evidence may be lost
casework-criterion-police-wish = What the client or representative wants

## Criteria of a decision about the inspectorate.
casework-criterion-igj-sexual = Sexual penetration or abuse of a client
casework-criterion-igj-violence = Violence against a client by somebody who works here
casework-criterion-igj-client = Violence by a fellow client who stays here too
casework-criterion-igj-coercion = Coercion, also restricting friendships or punishing activities
casework-criterion-igj-boundary = Other sexual boundary-crossing by a carer, messages and remarks too
casework-criterion-igj-calamity = Calamity: death or serious harm
casework-criterion-igj-dismissal = Dismissal for dysfunction
casework-criterion-igj-none = None of the three duties to report applies

## Criteria of a decision to go on without consent.
casework-criterion-consent-dependence = The client is dependent
casework-criterion-consent-nature = Nature and seriousness of the conduct
casework-criterion-consent-repetition = Risk of repetition
casework-criterion-consent-others = The interest of other clients
casework-criterion-consent-safety = The safety of the client

## Measures, and the four conditions of the warning register.
casework-criterion-measure-warning = Warning
casework-criterion-measure-transfer = Transfer to another team or location
casework-criterion-measure-function = Other function
casework-criterion-measure-suspension = Suspension
casework-criterion-measure-dismissal = Dismissal
casework-criterion-measure-instant-dismissal = Instant dismissal
casework-criterion-measure-criminal = Criminal law: report or charges
casework-criterion-measure-disciplinary = Disciplinary law (BIG)
casework-criterion-measure-igj-dismissal = Report of dismissal to the IGJ, with annotation
casework-criterion-measure-register-dismissed = Warning register 1: the person was dismissed
casework-criterion-measure-register-police = Warning register 2: charges were pressed
casework-criterion-measure-register-evidence = Warning register 3: the evidence is in the file
casework-criterion-measure-register-told = Warning register 4: the person knows of the entry
casework-criterion-measure-support = Guidance, training or supervision
casework-criterion-measure-client = Measure for the client (safety, other carer)
casework-criterion-measure-structural = Improvement in team or organisation

## Criteria of a decision to close.
casework-criterion-close-assessed = Nature, seriousness and repetition were assessed
casework-criterion-close-stopped = The conduct has stopped
casework-criterion-close-aftercare = Aftercare is arranged
casework-criterion-close-elsewhere = Another desk takes it over
casework-criterion-close-insufficient = There is too little to investigate

## Fields of a case (C.3).
casework-field-victim = Whom it happened to
casework-field-actor = Who did it
casework-field-kinds = Kinds of behaviour
casework-field-grounds = Grounds of discrimination
casework-field-harm = Effect on the victim
casework-field-first-day = First time
casework-field-last-day = Last time
casework-field-often = How often
casework-field-location = Where
casework-field-witnesses = Known witnesses
casework-field-signs = Signs
casework-field-agreed-measure = Was it agreed in the care plan
casework-field-channel = How the report came in
casework-field-anonymity = Who may know the name of the reporter
casework-field-discrimination-form = Form of discrimination
casework-field-discrimination-direction = From whom to whom
casework-field-discrimination-pattern = Once or a pattern
casework-field-discrimination-effect = Effect of the discrimination
casework-value-harm-none = None
casework-value-harm-some = Distress or harm that passes
casework-value-harm-serious = Serious harm
casework-value-harm-fatal = Death
casework-value-channel-web = Website
casework-value-channel-phone = Telephone
casework-value-channel-desk = Talk
casework-value-anonymity-anonymous = Nobody: the reporter is anonymous
casework-value-anonymity-team-only = The report team alone
casework-value-anonymity-open = Others too, in consultation
casework-value-form-insult = Insult
casework-value-form-exclusion = Exclusion
casework-value-form-unequal-care = Unequal care
casework-value-form-care-refused = Care refused
casework-value-form-carer-refused = Carer refused by a client
casework-value-form-career = Fewer chances at work
casework-value-form-microaggression = Small remarks that keep coming back
casework-value-form-rule = Rule or practice of the organisation
casework-value-direction-staff-client = Staff towards client
casework-value-direction-client-staff = Client or family towards staff
casework-value-direction-colleague = Colleague towards colleague
casework-value-direction-manager-staff = Manager towards staff
casework-value-direction-organisation = Rule of the organisation
casework-value-pattern-once = Once
casework-value-pattern-pattern = A pattern

## Something that must be done by a day.
casework-deadline-first-safety = Judge safety and stop the conduct
casework-deadline-ack = Confirm receipt to the reporter
casework-deadline-feedback = Feedback to the reporter
casework-deadline-client-inform = Tell the client what happened, and a note in the file
casework-deadline-igj-determine = Find out whether it is violence or a calamity (IGJ)
casework-deadline-igj-report = Report to the IGJ
casework-deadline-igj-dismissal = Report dismissal for dysfunction to the IGJ
casework-deadline-igj-rapport = Investigation report to the IGJ
casework-deadline-silence-review = Lift or extend the request for silence
casework-deadline-aftercare = Aftercare: ask again how they are
casework-deadline-next-action = Next step
casework-deadline-dsar = Answer a request for access (GDPR)
casework-deadline-breach = Report a data breach to the AP
casework-deadline-retention = Destroy the file or make it anonymous
casework-deadline-monitor = Make the overview of the quarter
casework-deadline-yearly = Yearly: discuss councils, police and samples

## Deadlines: the rule of each, for hover and print (C.4).
casework-rule-first-safety = On the day of the report. If that is in a weekend, the first working day.
casework-rule-ack = Within 7 days after receipt. The Wbk asks this for whistleblowers; we do it for everyone.
casework-rule-feedback = Within 3 months. The Wbk counts from the confirmation, some sources from receipt. The earliest day holds.
casework-rule-client-inform = Without delay once the incident is known. We count 3 working days.
casework-rule-igj-determine = Start at once, finish within 6 weeks at the latest. We count from the day of the report.
casework-rule-igj-report = Without delay: within 3 working days after it was established.
casework-rule-igj-dismissal = Without delay: within 3 working days after the worker was told of the dismissal.
casework-rule-igj-rapport = The date is in the mail of the IGJ. As long as it is not entered here: 8 weeks.
casework-rule-silence-review = On the day that you named to the reporter.
casework-rule-aftercare = On the day agreed with the aftercare.
casework-rule-next-action = No case without a next date. At most 14 days after the last step.
casework-rule-dsar = Within 1 month after the request.
casework-rule-breach = Within 72 hours after discovery. The hour is not known here, so we count 2 days.
casework-rule-retention = After closing: 6 months (other desk or too little information), 1 year (no measures) or 2 years (with measures, IGJ or police).
casework-rule-monitor = After each quarter, in the first month that follows.
casework-rule-yearly = Every year, on 31 December.

## Deadlines: sources that are no page of the Leidraad.
casework-law-wbk = Whistleblower protection act (Wbk)
casework-law-wkkgz = Wkkgz, article 10(3)
casework-law-avg = GDPR, article 5(1)(e)
casework-law-avg-unchecked = GDPR. Have this term checked by the data protection officer

## Deadlines: how long.
casework-unit-working-days = { $number ->
    [one] { $number } working day
   *[other] { $number } working days
}
casework-unit-days = { $number ->
    [one] { $number } day
   *[other] { $number } days
}
casework-unit-weeks = { $number ->
    [one] { $number } week
   *[other] { $number } weeks
}
casework-unit-months = { $number ->
    [one] { $number } month
   *[other] { $number } months
}

## The settings of the deadlines, casework.toml.
casework-settings-form = The file casework.toml is wrong: { $why }. Mend it and try again.
casework-settings-unknown = casework.toml has a setting that does not exist: { $key }. Remove it or mend its name.
casework-settings-range = In casework.toml, { $key } must be a whole number from 1 to { $most }.

## A part of a case, where something is recorded and mended.
casework-section-triage = Triage
casework-section-fields = Details of the case
casework-section-steps = The six steps
casework-section-facts = Facts
casework-section-persons = People
casework-section-decisions = Decisions
casework-section-assessment = Assessment
casework-section-deadlines = Deadlines
casework-section-silence = Keeping silent
casework-section-aftercare = Aftercare
casework-section-messages = Messages to the reporter
casework-section-closing = Closing

## What keeps a case open.
casework-open-assessment = There is no assessment of nature, seriousness and risk of repetition yet.
casework-open-nature = The assessment does not say yet what the nature of the conduct is.
casework-open-why = The assessment does not say yet why you think so.
casework-open-assessor = The investigator and the assessor are the same person. Let somebody else assess.
casework-open-assessments-differ = There are two different assessments. Record one together.
casework-open-outcome = The outcome and the reason for closing are not chosen yet.
casework-open-word = The reporter has had no feedback yet. Send a message, or record why that cannot be. An anonymous reporter too can read a message with the code.
casework-open-deadline = This deadline is still open: { $deadline }. Settle it.
casework-open-difference = Colleagues recorded different things at the same time about: { $topic }. Choose together what is right.

## What a value is about, where two officers said different things.
casework-topic-safe = Is everyone safe now?
casework-topic-punishable = Is the conduct possibly punishable?
casework-topic-route = The route of the case
casework-topic-whistleblower = Also a wrong for the whistleblowers’ register?
casework-topic-conflict = Interests of an officer
casework-topic-assessment = The assessment
casework-topic-causes = The causes
casework-topic-next-step = The next step
casework-topic-silence = The request for silence
casework-topic-status = The status
casework-topic-ending = Closed or reopened

## The police gate (O12).
casework-gate-shut = First consult the police. Record that consultation; then this item opens.
casework-gate-early = Note: this was ticked before the consultation with the police was recorded. Discuss this with the police.
casework-gate-reason = The conduct is possibly punishable, or there is doubt. So do not talk yet with the client or with the person concerned.
casework-other-version = Made with another version of this program. Update the program to read this.

## Today.

## When something is due.
casework-when-late = Late
casework-when-today = Today
casework-when-this-week = This week
casework-when-later = Later

## A message to begin with. Choosing one fills the box; it is never sent by itself.
casework-template-received = Confirm receipt
casework-template-question = Ask a question
casework-template-police = Consulting the police
casework-template-no-consent = Going on without consent
casework-template-feedback = Feedback
casework-template-closing = Closing
casework-template-quiet = No answer to a question

## Messages to begin with, as the reporter reads them (C.8). What stands in square brackets is filled in by the officer.
casework-message-received = Thank you. We have read your report. We first look whether everyone is safe. You will read more by { $date }.
casework-message-question = We have a question for you. You do not have to answer, but it helps us. You will read more by { $date }.
casework-message-police = We are consulting the police. Please do not question the client any further. That keeps the investigation clean. You will read more by { $date }.
casework-message-no-consent = We understand that the client does not want this. We have to go on all the same, because [reason]. You will read more by { $date }.
casework-message-feedback = We have talked with the people concerned. We have taken measures. We may not tell you which. The behaviour should have stopped now. Do you notice otherwise? Please tell us.
casework-message-closing = We are closing your report, because [reason]. Do you disagree? This is what you can do: [options]. With your code you can still write to us.
casework-message-quiet = We have had no answer from you yet. That is all right. You do not have to answer. Your report remains valid. You will read more by { $date }.

## A question that helps to make a feeling or a sign clear (O36).
casework-prompt-saw = What exactly did you see?
casework-prompt-heard = What did you literally hear? Write down the words as you heard them.
casework-prompt-day = Do you remember which day it was, and about what time?
casework-prompt-place = Where was it?
casework-prompt-who = Who was there?
casework-prompt-often = Did it happen more often? When for the first time?
casework-prompt-feeling = You have a feeling that something is not right. What gives you that feeling? What is different from before?
casework-prompt-client = How is the client now? What do you notice about the client?
casework-prompt-safe = Is it safe now, for the client and for you?
casework-prompt-others = Who else knows about this?
casework-prompt-wish = What would you like to happen?
casework-prompt-name = May we use your name? You may say no.

## Languages of messages.
casework-message-language = There is no example in the language of the reporter. This example is in Dutch. Translate it yourself, or ask an interpreter.
casework-message-unfilled = Your message still has something in square brackets, such as [reason]. Fill it in or take it out.

## Private notes.
casework-notes-damaged = Your own notes with this case are damaged, or do not open with your key. They were not overwritten.
casework-notes-long = Your notes are too long. Make them shorter and try again.
casework-notes-sealing = Your notes could not be sealed. Nothing has changed.

## Whether silence is asked.

## Whether silence is asked or lifted (R20).
casework-silence-asked = Asked to keep silent until
casework-silence-lifted = Silence lifted on
casework-field-outcome = Outcome
casework-open-safe = It says that not everyone is safe. See to safety first, and record it.

## The log of a case: what each entry did.
casework-event-marked = Item marked or changed
casework-event-safe = Safety judged
casework-event-punishable = Judged whether it is punishable
casework-event-routed = Route chosen
casework-event-whistleblower = Judged whether it is a wrong of public interest
casework-event-conflict = Interest declared
casework-event-field = Detail recorded
casework-event-fact = Fact recorded
casework-event-person = Person recorded
casework-event-decided = Decision recorded
casework-event-police = Contact with the police recorded
casework-event-assessed = Assessment recorded
casework-event-causes = Causes recorded
casework-event-deadline = Deadline changed
casework-event-next-step = Next step chosen
casework-event-silence = Silence asked or lifted
casework-event-aftercare = Aftercare recorded
casework-event-message-sent = Message to the reporter
casework-event-no-word = Recorded why the reporter gets no message
casework-event-note = Note
casework-event-status = Status changed
casework-event-closed = Case closed
casework-event-reopened = Case reopened
casework-event-correction = Earlier entry corrected
casework-event-audit = File used
