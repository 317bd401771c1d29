### Backup, restore and rewriting, as the administrator reads them.

op-export-done = The export is in { $file }: { $cases } cases, { $files } attachments, { $bytes } bytes. It was read back and is whole. Everything in it is sealed.
op-export-bad = The export in { $file } was read back and is not whole. Make a new one, on another disk.
op-export-source-damaged = The store is damaged at position { $position }. What stood there is not in the export. The rest is.
op-export-file-lost = Attachment { $id } is not there, or is no longer as it was stored.
op-export-exists = { $file } exists and was not overwritten. Choose another name.
op-export-none = There is no store yet. There is nothing to export.
op-import-done = Restored: { $records } records. Start the server now.
op-import-damaged = The export is damaged at position { $position }. The rest was restored.
op-import-cut = The export ends before its end. Everything before that was restored.
op-import-not-empty = The folder for the store holds something already. Nothing was changed. Put that folder aside first.
op-import-none = This file is no export of meldpunt. Nothing was changed.
op-compact-locked = The server is running. It does this by itself, every night. Do you not want to wait? Stop the server first.
op-compact-none = There is nothing to take out.
op-compact-done = Done. Nothing is left of { $cases } destroyed cases. The store went from { $before } to { $after } bytes.
op-store-cannot-rewrite = The store is damaged and is therefore not rewritten: nobody knows what stood in those places. Restore a backup, or make an export and restore that.
op-store-destroyed = { $count ->
    [one] Sealed bytes of { $count } destroyed case are still in the store. The server takes them out tonight.
   *[other] Sealed bytes of { $count } destroyed cases are still in the store. The server takes them out tonight.
}
