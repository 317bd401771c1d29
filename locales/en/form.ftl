q-danger = Is anyone in danger right now?
q-danger-help = The reporting team does not read reports day and night.
q-danger-yes = Yes, there is danger now
q-danger-no = No, not now
q-danger-unsure = I do not know

q-role = Who are you?
q-role-help = Choose what fits best. We do not ask your name here.
q-role-client = I am a client, resident or patient
q-role-family = I am family, a relative or an informal carer
q-role-representative = I am a legal or authorised representative
q-role-employee = I work here (also as temp, self-employed or trainee)
q-role-volunteer = I am a volunteer or buddy
q-role-former = I used to work here, or used to be a client here
q-role-other = Someone else
q-role-nosay = I would rather not say

q-helper = Is someone helping you with this?
q-helper-alone = No, on my own
q-helper-helped = Yes, someone is helping me
q-helper-behalf = I fill this in for the client

q-victim = Who did it happen to?
q-victim-me = Me
q-victim-client = A client, resident or patient
q-victim-clients = More than one client
q-victim-colleague = A colleague or volunteer
q-victim-unknown = I am not sure

q-kinds = What is it about?
q-kinds-help = You may choose more than one. In doubt? Choose: I have a feeling that something is wrong.
q-kinds-neglect = Too little care or attention
q-kinds-neglect-hint = For example: not answering the bell, not helping with food, ignoring someone.
q-kinds-psych = Belittling, bullying, scaring or punishing
q-kinds-psych-hint = For example: shouting, threatening, laughing at someone, rules that are too strict, locking someone in.
q-kinds-physical = Hurting or grabbing too hard
q-kinds-physical-hint = For example: hitting, pinching, pushing, rough washing.
q-kinds-sexual = Sexual behaviour
q-kinds-sexual-hint = For example: remarks, messages or photos, touching, a relationship, force. Never allowed between carer and client, also when the client wants it.
q-kinds-money = Money or belongings
q-kinds-money-hint = For example: stealing, borrowing or accepting money, using a client’s bank card.
q-kinds-discrimination = Discrimination or unequal treatment
q-kinds-discrimination-hint = For example: a joke about origin, not being taken seriously, refusing care, a client who refuses care from a colleague with a headscarf.
q-kinds-gut = I have a feeling that something is wrong
q-kinds-other = Something else

q-grounds = What was the discrimination about?
q-grounds-help = Choose all that apply. Often it is more than one thing at once.
q-grounds-origin = Origin, skin colour or nationality
q-grounds-religion = Religion or belief
q-grounds-sex = Being a man or a woman, pregnancy
q-grounds-gender = Gender identity or expression
q-grounds-orientation = Sexual orientation
q-grounds-disability = Disability or chronic illness
q-grounds-age = Age
q-grounds-weight = Weight or appearance
q-grounds-language = Language or accent
q-grounds-political = Political opinion
q-grounds-civil = Marital status
q-grounds-contract = Type of contract or hours
q-grounds-social = Education, money or social position
q-grounds-other = Something else
q-grounds-unknown = I do not know

q-story = What happened?
q-story-help = Write what you saw or heard. A few sentences are enough. Preferably no surnames of clients. You can tell more later.
q-story-error = Write in a few words what happened.

q-source-of-knowledge = How do you know this?
q-source-of-knowledge-help = You may choose more than one.
q-source-of-knowledge-experienced = It happened to me
q-source-of-knowledge-saw = I saw it
q-source-of-knowledge-heard = I heard it myself
q-source-of-knowledge-client-told = The client told me
q-source-of-knowledge-others-told = Someone else told me
q-source-of-knowledge-signs = I noticed something about the client (for example fear or bruises)
q-source-of-knowledge-own = It is about my own conduct

q-when = When was it?
q-when-help = An estimate is enough. A long time ago is fine too.
q-when-now = It is still going on
q-when-week = In the last 7 days
q-when-month = Less than a month ago
q-when-year = Less than a year ago
q-when-longer = Longer ago
q-when-unknown = I do not know

q-when-detail = Day, date or time (if you know)

q-often = How often?
q-often-once = Once
q-often-more = More than once
q-often-unknown = I do not know

q-where = Where was it?
q-where-help = Choose location or team. Not sure? Just continue.
q-where-home = At the client’s home
q-where-online = By phone, app or online
q-where-elsewhere = Somewhere else

q-actor = Who did it?
q-actor-help = Not sure? Feel free to choose that.
q-actor-care = A care worker
q-actor-staff = Someone else who works here
q-actor-manager = A manager or board member
q-actor-volunteer = A volunteer or buddy
q-actor-client = Another client
q-actor-family = Family, partner or visitor
q-actor-several = Several people
q-actor-self = Me
q-actor-unknown = I do not know

q-actor-name = Name or job (if you want to say)
q-actor-name-help = Only the team sees this. The team always also hears this person before it judges.

q-identity = Do you want to give your name?
q-identity-help = You can also give your name later. We do not say who reported if you do not want that. Sometimes someone can guess.
q-identity-anonymous = No, I stay anonymous
q-identity-anonymous-hint = We then do not know who you are. We ask questions through your code. Sometimes we can do less.
q-identity-team-only = Yes, but only the team may know my name
q-identity-open = Yes, and the team may use my name if needed

q-name = Your name

q-contact = Phone number or e-mail address
q-contact-help = Preferably not your work address. Without it we only use your code.

q-exclude = Should someone in the team not read this?
q-exclude-help = For example because the report is about them. That person then cannot open your report.
q-exclude-error = You exclude everyone. Leave one person, or choose the external officer.

q-d-signs = What did you notice about the client?

q-d-client-now = How is the client or colleague now?

q-d-client-knows = Does the client (or representative) know about this report?
q-d-client-knows-help = You may report without consent. Do not question the client.
q-d-client-knows-agrees = Yes, and agrees
q-d-client-knows-disagrees = Yes, but would rather not
q-d-client-knows-no = No
q-d-client-knows-cannot = The client cannot understand or say this
q-d-client-knows-unknown = I do not know

q-d-done = What has been done already?
q-d-done-help = Nothing is fine too.
q-d-done-addressed = The person was addressed
q-d-done-manager = The manager knows
q-d-done-confidant = The confidential adviser knows
q-d-done-file = It is noted in the client file
q-d-done-mic = There is an incident report
q-d-done-police = The police know
q-d-done-nothing = Nothing yet

q-d-witness = Who else knows about it?
q-d-witness-help = Names are not needed. A job title is fine.

q-d-measure = Was this part of an agreed measure in the care plan?
q-d-measure-yes = Yes
q-d-measure-no = No
q-d-measure-unknown = I do not know

q-d-need = What do you hope will happen?
q-d-need-stop = It must stop
q-d-need-safe = Someone must be safe
q-d-need-investigate = Find out what happened
q-d-need-talk = I want to talk about it
q-d-need-support = I want help or support
q-d-need-register = I only want you to know
q-d-need-prevent = It must not happen again

## Signals: Leidraad p. 116, in everyday words.
q-d-signs-dirty = Dirty or not cared for
q-d-signs-eats = Eats badly
q-d-signs-sleeps = Sleeps badly
q-d-signs-passive = Does nothing any more
q-d-signs-clingy = Does not want to be alone
q-d-signs-afraid = Afraid
q-d-signs-confused = Confused
q-d-signs-distrust = Trusts nobody
q-d-signs-startles = Startles easily
q-d-signs-angry = Angry
q-d-signs-sad = Sad
q-d-signs-bruises = Bruises
q-d-signs-wounds = Scratches or wounds
q-d-signs-drowsy = Drowsy
q-d-signs-undressing = Very restless when undressing or washing
q-d-signs-pain = Pain or a wound at genitals or buttocks
q-d-signs-infection = Often an infection there
q-d-signs-money = Too little money
q-d-signs-supplies = Too little food or things at home
q-d-signs-missing = Valuable things gone
q-d-signs-avoids = Does not want to see this person any more
q-d-signs-changed = Has changed

q-where-detail = Which place, ward or room? (optional)
