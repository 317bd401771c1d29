## The printed poster.

poster-what = Czy ktoś w opiece przekroczył granicę? Mają Państwo wątpliwości? Nie trzeba niczego udowadniać.
poster-anonymous = Można pozostać anonimowym. Zgłoszenie trwa około 3 minut.
poster-address = Adres:
poster-qr = Adres jako obrazek, dla telefonu
poster-other-language = Można zgłaszać także po polsku.
