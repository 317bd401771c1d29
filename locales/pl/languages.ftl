## Languages of the pages.

language-unchecked = Tego tłumaczenia nie sprawdził jeszcze nikt, dla kogo polski jest językiem ojczystym.
language-dutch-page = Ta strona po niderlandzku
