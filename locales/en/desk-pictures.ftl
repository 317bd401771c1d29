## Pictures at the officers' desk.
desk-picture-alt = Attachment { $number }: a picture from the reporter. Nobody has described what is on it. Do you see nothing? Choose ‘View or save’: it says why there.
desk-picture-alt-page = Attachment { $number }: a picture from the reporter. Nobody has described what is on it.
desk-picture-open = View or save…
desk-picture-drawn = This computer has drawn this picture anew. The reporter's file does not go to your browser for it. You see a large file at a smaller size. Of a moving picture you see the beginning alone.
desk-picture-kind = This kind of picture cannot be shown here. The file itself is still there. Ask the reporter for a screenshot, or save the file.
desk-picture-too-large = This picture is too large to be shown here. The file itself is still there. Ask the reporter for a smaller photo, or save the file.
desk-picture-broken = This picture cannot be shown: something in the file is not right. That can come from a fault on the way, but the file can also have been made so on purpose. Ask the reporter for a new photo. Save the file only if you really need it.
