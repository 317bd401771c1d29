## The officers' desk: page frame.
desk-title = Report team
desk-skip = To the content
desk-sync = Update now
desk-lock = Lock
desk-to-inbox = To all reports

## Days and languages.
desk-language-nl = Dutch
desk-language-en = English

## Entering, unlocking.
desk-link-welcome = You are in. The reports open by themselves. If they do not, choose the link below.
desk-link-used = This link has been used already or is wrong. Start the program again to get a new link.
desk-unlock-title = Unlock
desk-unlock-help = The reports are locked. Type your passphrase to read them.
desk-unlock-kept = Your answer has not been sent yet. Your text will be there again after you unlock.
desk-passphrase = Passphrase
desk-unlock = Unlock

## Refusals.
desk-refused-title = That is not possible
desk-refused-host = This address does not belong to the report team. Open the program with the link that it gives.
desk-refused-origin = This form comes from another page. Nothing was changed. Go back to the reports and try it there.
desk-refused-session = This browser has no access yet. Open the link that the program gives first.
desk-not-found = There is no such page or report. Go back to all reports.
desk-bad-form = The form did not arrive well. Go back with your browser's button and try again.

## The list.
desk-inbox-empty = There are no reports yet. When one comes in, you see it here after updating.
desk-synced-never = Not updated from the server yet.
desk-synced-on = Last updated on { $day }.
desk-works-offline = You can go on working with what is here.
desk-mark-new = New
desk-mark-answer = New message
desk-unsent-count = { $count ->
    [one] { $count } answer not sent yet
   *[other] { $count } answers not sent yet
}
desk-day-label = Came in
desk-status-label = Status
desk-language-label = Language of the reporter
desk-excluded-label = May not read this
desk-reporter-label = Reporter
desk-kinds-none = Kind of behaviour not filled in

## A case.
desk-case-title = Report { $number }
desk-anonymous = Anonymous
desk-no-name = No name given
desk-readers = Who may read this
desk-reader-you = that is you
desk-reader-stranger = not in the team
desk-reader-new = new in the team since { $day }
desk-not-listed = Note: you are not on the list of readers in this report yourself. Ask the administrator how that can be.
desk-strangers = Note: this report can also be read by somebody who is not in the team (any more): { $names }. Your answer does not go to this person. If this is not right, discuss it with the administrator.
desk-report = The report
desk-question-unknown = Question of a newer version
desk-thread = Messages
desk-thread-empty = There are no messages yet.
desk-from-reporter = The reporter
desk-fact-status = Status: { $officer }. The reporter reads: { $reporter }.
desk-fact-next-news = The reporter hears more before { $day }.
desk-fact-silence = We ask the reporter to be silent until { $day }.
desk-unsent = Not sent yet

## What does not open.
desk-shut = This cannot be opened
desk-shut-damaged = This item is damaged. The rest of the case is still there.
desk-shut-misplaced = This item does not belong in this place. That is why it is not shown.
desk-shut-not-for-you = This item cannot be opened with your key.
desk-shut-version = This item was made with another version of this program. Update the program.
desk-shut-content = The content of this item does not have the form that we expect.

## Answering.
desk-acknowledge = Acknowledge
desk-acknowledge-help = The reporter does not know yet that you have read this. Change the text if you like. If you change the date below, change it in the text too.
desk-acknowledge-send = Acknowledge
desk-reply = Answer
desk-reply-text = Message to the reporter
desk-reply-language = The reporter used the form in this language: { $language }. Write short sentences.
desk-reply-status = Status
desk-reply-status-help = The reporter sees a simple form of this.
desk-reply-next-news = The reporter hears more before
desk-reply-silence = Ask the reporter to be silent until (may be empty)
desk-reply-send = Send answer
desk-reply-empty = Write a message or choose a status.
desk-reply-long = The message is too long: { $found } characters. { $max } characters fit.
desk-reply-status-unknown = There is no such status. Choose one from the list.
desk-reply-next-news-wrong = For the next message, choose a day from today on.
desk-reply-silence-wrong = For the silence, choose a day from today on, or leave it empty.
desk-reply-no-report = The report itself cannot be opened. That is why you cannot answer.
desk-reply-not-in-team = Your key is not in the server's team yet. Update first. If that does not help, give your key file to the administrator.
desk-reply-not-sealed = The answer could not be sealed. Make it shorter and try again.
desk-notice-draft = Your text is there again. The answer has not been sent yet.
desk-notice-sent = Your answer has been sent. The reporter can read it with the code.
desk-notice-unsent = Your answer has not been sent yet. It lies ready, sealed, and goes along when you update again.
desk-notice-synced = { $count ->
    [0] Updated. There is nothing new.
    [one] Updated. There is { $count } new item.
   *[other] Updated. There are { $count } new items.
}
desk-notice-refused = { $count ->
    [one] The server does not take { $count } answer: that report is not there (any more). The answer is kept here.
   *[other] The server does not take { $count } answers: those reports are not there (any more). The answers are kept here.
}
desk-notice-changed = { $count ->
    [one] The server gave { $count } item that differs from before. The first one is kept. Tell the administrator.
   *[other] The server gave { $count } items that differ from before. The first ones are kept. Tell the administrator.
}

## What goes wrong.
desk-error-exists = { $file } exists already. Nothing was changed. Choose another folder.
desk-error-file = { $file } cannot be used: { $why }. Check the folder and its permissions.
desk-error-settings = The file desk.toml is not right: { $why }. Correct it and try again.
desk-error-address = The server's address is not right. It begins with https:// and has nothing after the name.
desk-error-no-key = There is no key here yet. Make one first with: meldteam init
desk-error-passphrase = This passphrase is wrong. Try again.
desk-error-key-damaged = The key file officer.key is damaged. Put a copy back.
desk-error-passphrase-short = This passphrase is too short. Choose one of at least { $min } characters, for instance five unrelated words.
desk-error-passphrases-differ = The two passphrases differ. Try again.
desk-error-no-passphrase = The passphrase could not be read. Type it in a terminal, or use --passphrase-stdin.
desk-error-no-server = There is no server in desk.toml. Put there: server = "https://…"
desk-error-unreachable = The server cannot be reached now. Try again later.
desk-error-untrusted = The server cannot prove that it is the one (certificate). Nothing was sent. Ask the administrator.
desk-error-stranger = The server does not know your key. Give your key file to the administrator.
desk-error-clock = The clocks of this computer and of the server differ by more than { $minutes } minutes. Set the clock right.
desk-error-unknown-case = The server does not have this report (any more).
desk-error-busy = The server is busy. Try again in a few minutes.
desk-error-trouble = The server has trouble. Try again later.
desk-error-nonsense = The server gave an answer that we do not understand. Check the address in desk.toml, or ask the administrator.
desk-error-loopback = The program opens on this computer alone.
desk-error-listen = The program cannot start on this port: { $why }. Choose another port.
desk-error-no-folder = No folder for your data was found. Name one with --folder.
desk-error-number = This is no number of a report. It looks like this: M-48K2
desk-error-no-case = Report { $number } is not here. Update first with: meldteam sync
desk-error-input = The text could not be read.
desk-error-output = The output could not be written.

## The command line.
desk-ask-passphrase = Passphrase:
desk-ask-passphrase-new = New passphrase (at least 12 characters):
desk-ask-passphrase-again = Once more:
desk-init-done = Your keys have been made. Give this file to the administrator of the server: { $file }
desk-init-keep = Keep a copy of officer.key in a safe place. Without that file or without the passphrase nobody can open your reports.
desk-open-link = Open this link in your browser. The link works once:
desk-open-stop = To stop: Ctrl-C.
