# What officers write to one another about a case: what is not as it should be, and whose keys are whose.

desk-finding-place = { $finding } (Place { $place } on the server.)

desk-findings = Please note: something is not right here

desk-finding-missing = { $count ->
    [one] A note is missing. { $name } did read it and wrote on after it.
   *[other] { $count } notes are missing. { $name } did read them and wrote on after them.
}

desk-finding-altered = A note in the name of { $name } does not have a good signature. Something in it may have been changed. It does not count.

desk-finding-unknown-signer = There is a note by { $name }, but you do not know the key for that signature. It does not count.

desk-finding-not-a-reader = There is a note by somebody who may not read this report: { $name }. It does not count.

desk-finding-foreign = Something lies here that belongs to another report. It does not count.

desk-finding-doubled = Two notes by { $name } have the same mark. Only the first one counts.

desk-finding-repeated = The server gives the same thing again. It counts once.

desk-finding-reordered = The server has put notes in each other’s places. You see them in the right order.

desk-finding-shut = A note does not open. It is damaged, or was made with a newer version of this program.

desk-finding-not-back = The server took something of yours, but does not give it back as it was. You still have what you wrote.

desk-finding-no-message = { $name } sent a message that has not arrived here yet.

desk-somebody = somebody you do not know

desk-message-unsigned = Not signed. Perhaps nobody in the team wrote this.

desk-message-signed-by-other = Signed by { $name }.

desk-reader-signer-changed = please note: since { $day } the server names another key for the signature

desk-team-empty = You have not fetched the team yet. First do: meldteam sync

desk-team-compare = Compare these characters with your colleague, at one table or on the phone. Are they the same for both of you? Then you have each other’s real keys.

desk-team-left = no longer in the team

desk-team-since = known since { $day }

desk-team-not-yours = please note: the server names other keys for you than you have. Call whoever runs the server.
