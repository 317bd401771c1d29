## The printed poster. Few words: people read it while they walk by. The rest comes from public.ftl.

poster-what = Ging iemand in de zorg over een grens? Of twijfelt u? U hoeft niets te bewijzen.
poster-anonymous = U mag anoniem blijven. Melden duurt ongeveer 3 minuten.
poster-address = Ga naar:
poster-qr = Het adres als plaatje, voor uw telefoon
poster-other-language = U kunt ook in het Nederlands melden.
