## What `meldpunt` says to the person who runs it.

op-init-done = Done. Settings and folders are in { $folder }.
op-init-next = What now? 1. Fill in meldpunt.toml. 2. Put the officers' key files in the folder keys (meldteam init makes them). 3. Check with: meldpunt check. 4. Start with: meldpunt serve.
op-init-exists = { $file } exists already. Nothing was changed. Choose another folder, or edit the file.
op-cannot-write = { $path } cannot be made: { $why }. Choose a folder in which you may write.
op-config-unreadable = The settings in { $file } cannot be read: { $why }. Make them with: meldpunt init.
op-config-toml = { $file }, line { $line } is not right. Correct that line. The program reads there: { $message }
op-config-languages = The languages under [reporting] languages are nl, en, ar and pl. Put nl first.
op-config-no-name = The organisation has no name. Fill in a name under [organisation].
op-config-not-loopback = The address { $address } at [server] listen can be reached from outside, and there is no TLS. Fill in a certificate and a key under [tls]. Or choose 127.0.0.1 and put a proxy with TLS, or Tor, before it.
op-team-folder = The folder with keys { $folder } cannot be read: { $why }.
op-team-nobody = There is no officer's key file in { $folder }. Make one with: meldteam init.
op-team-private = { $file } holds a private key. It must not be on the server. Take the file away and put only the public half there.
op-team-file = { $file } is no good key file: { $why }. Correct the file, or ask the officer for a new one.
op-team-same-name = { $first } and { $second } have the same name. Take one of the two away.
op-team-same-key = { $first } and { $second } have the same key. Take one of the two away.
op-team-warn-alone = Note: the team has only one member. Then nobody can be excluded.
op-team-warn-line = Note: everyone in the team manages people. Have at least one member outside the line (outside_line = true).
op-team-good = Keys: fine ({ $count } team members).
op-store-locked = The store is in use. Is meldpunt running already? Stop it first.
op-store-version = The store has version { $found }. This program knows version { $known }. Use the program that belongs to the store.
op-store-not-a-ledger = The file ledger is not a meldpunt store. Choose another folder under [storage] data.
op-store-full = The disk is full. Make room.
op-store-other = The store cannot be used: { $why }.
op-store-good = Store: fine.
op-store-new = Store: still empty. The first start makes it.
op-store-created = The store was made now.
op-store-rebuilt = The index was damaged or gone and has been made again. Nothing is lost.
op-store-cut = At the end of the store { $bytes } bytes were taken away that had never been confirmed.
op-store-damaged = The store is damaged at position { $position }. The rest is still there. Put back a backup.
op-listen = The address { $address } is not free: { $why }. Stop the other program or choose another port.
op-serving = The server stopped with a fault: { $why }.
op-serving-at = The reporting point runs at { $address }. Stop: Ctrl-C.
op-check-good = Everything is fine.
op-config-good = Settings: fine.
op-stopped = Stopped.
demo-heading = Veilig Melden – demo
demo-public = Report:      { $address }
demo-desk = Team:        { $address }
demo-passphrase = Passphrase:  { $passphrase }
demo-try = Try: 1. Make a report and keep the code. 2. Open the team's address and type the passphrase. 3. Fetch the report and send an answer. 4. Type your code and read the answer.
demo-try-exclude = Exclude someone once. Then the report does not appear at the team.
demo-folder = Everything is in { $folder } and goes away when you stop. Stop: Ctrl-C.
demo-removed = Stopped. The folder of the demo is gone.
op-why-missing = it does not exist
op-why-forbidden = you may not do that
op-why-in-use = it is in use already
op-key-unreadable = it cannot be read ({ $why })
op-key-toml = line { $line } holds something that does not belong there
op-key-no-name = it holds no name (name)
op-key-recipient = it holds no good key (recipient, begins with age1)
op-key-signer = it holds no good signing key (signer, begins with ed25519:)
op-store-will-rebuild = The index is damaged or gone. The next start makes it again. Nothing is lost.
op-store-will-cut = At the end of the store are { $bytes } bytes that were never confirmed. The next start takes them away.
op-config-address = The address { $address } does not fit on a poster. It begins with https:// (or http:// and ends with .onion), has no spaces and is at most 100 characters long.
op-poster-no-address = At which address is the reporting point? Fill in a public_address under [server], or use --address https://….
op-poster-exists = { $file } exists already. Nothing was changed. Choose another name with --output, or take the file away.
op-poster-done = Done. The poster is in { $file }. Open that file with a browser and print it on A4.
op-files = { $count ->
    [0] Attachments: there are none.
    [one] Attachments: { $count }, checked.
   *[other] Attachments: { $count }, checked.
}
op-files-unfinished = { $count ->
    [one] There is { $count } file whose sending broke off. The next start takes it away.
   *[other] There are { $count } files whose sending broke off. The next start takes them away.
}
op-files-stray = { $count ->
    [one] There is { $count } attachment that belongs to no report in the store. Is the store an older copy? We do not take the attachment away.
   *[other] There are { $count } attachments that belong to no report in the store. Is the store an older copy? We do not take the attachments away.
}
op-file-missing = The attachment attachments/{ $file } is gone. Everything else is there. Put that file back from a backup.
op-file-damaged = The attachment attachments/{ $file } is damaged. Everything else is there. Put that file back from a backup.
