## Attachments at the officers: lists, pages, commands.
desk-files = { $count ->
    [one] { $count } attachment
   *[other] { $count } attachments
}
desk-files-none = This report has no attachments.
desk-file-picture = Picture
desk-file-document = Document
desk-file-sound = Sound
desk-file-film = Film
desk-file-text = Text
desk-file-other = Other file
desk-file-kilobytes = { $kilobytes } kB
desk-file-megabytes = { $megabytes } MB
desk-file-traces-removed = Place, maker and device were taken out of this file. What is to be seen in it can still give somebody away.
desk-file-traces-kept = Nothing was taken out of this file. It may still say who made it, where, when and with what.
desk-file-traces-voice = Nothing was taken out of this file. A voice can be recognised. It may still say who made it, where, when and with what.
desk-file-fetch = Fetch
desk-file-title = Attachment { $number }
desk-file-here = This attachment lies sealed on this computer.
desk-file-at-server = This attachment is still at the server. Fetch it first.
desk-file-to-case = Back to the report
desk-file-save-heading = Save on this computer
desk-file-save-what = When you save it, this file lies readable on this computer. Everyone who can use this computer can open it. A backup or a virus scanner can read it too. Remove it as soon as you no longer need it.
desk-file-save-unknown = This file comes from a reporter. We cannot see whether it is safe. Open it only if you need it, and do not switch on macros.
desk-file-save-choice = Yes, I want to save this file readable
desk-file-save-not-chosen = Nothing was saved. Tick the box first if you want that.
desk-file-save = Save…
desk-notice-fetched = The attachment was fetched.
desk-file-damaged = This attachment is damaged and does not open. The rest of the report is there. Fetch the attachment again. Does that not help? Ask whoever runs the server for a backup.
desk-file-not-here = This attachment is not on this computer yet. Fetch it first.
desk-error-lost-file = The server no longer has this attachment as it was. The rest of the report is there. Ask whoever runs the server for a backup.
desk-error-no-file = There is no attachment { $number }. See the list with: meldteam attachments
desk-file-saved = The file now lies readable in { $file }. Everyone who can use this computer can open it. Remove it as soon as you no longer need it.
desk-file-exists = { $file } exists already. Nothing was changed. Choose another name.
