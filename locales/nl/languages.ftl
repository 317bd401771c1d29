## Languages of the pages.

language-unchecked = Deze vertaling is nog niet nagekeken door iemand die met deze taal is opgegroeid.
language-dutch-page = Deze pagina in het Nederlands
