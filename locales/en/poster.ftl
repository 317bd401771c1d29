## The printed poster. Few words: people read it while they walk by. The rest comes from public.ftl.

poster-what = Did someone in care cross a line? Or are you in doubt? You do not have to prove anything.
poster-anonymous = You may stay anonymous. Reporting takes about 3 minutes.
poster-address = Go to:
poster-qr = The address as an image, for your phone
poster-other-language = You can also report in English.
