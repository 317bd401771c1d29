## Languages of the pages.

language-unchecked = This translation has not yet been checked by someone who grew up with this language.
language-dutch-page = This page in Dutch
