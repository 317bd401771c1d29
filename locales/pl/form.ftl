q-danger = Czy teraz komuś grozi niebezpieczeństwo?
q-danger-help = Zespół ds. zgłoszeń nie czyta zgłoszeń dzień i noc.
q-danger-yes = Tak, teraz jest niebezpieczeństwo
q-danger-no = Nie, teraz nie
q-danger-unsure = Nie wiem

q-role = Kim Państwo są?
q-role-help = Proszę wybrać to, co najlepiej pasuje. O nazwisko tu nie pytamy.
q-role-client = Podopieczny, mieszkaniec lub pacjent
q-role-family = Rodzina, osoba bliska lub opiekun bliskiej osoby
q-role-representative = Przedstawiciel (opiekun prawny, kurator, zarządca majątku lub pełnomocnik)
q-role-employee = Pracuję tutaj (także praca tymczasowa, samozatrudnienie, staż)
q-role-volunteer = Wolontariusz
q-role-former = Dawny pracownik lub dawny podopieczny
q-role-other = Ktoś inny
q-role-nosay = Wolę tego nie mówić

q-helper = Czy ktoś pomaga Państwu w wypełnianiu?
q-helper-alone = Nie, wypełniam bez pomocy
q-helper-helped = Tak, ktoś mi pomaga
q-helper-behalf = Wypełniam to w imieniu podopiecznego

q-victim = Kogo to spotkało?
q-victim-me = Mnie
q-victim-client = Podopiecznego, mieszkańca lub pacjenta
q-victim-clients = Kilku podopiecznych
q-victim-colleague = Kolegę, koleżankę z pracy lub wolontariusza
q-victim-unknown = Nie wiem na pewno

q-kinds = Czego to dotyczy?
q-kinds-help = Można wybrać więcej niż jedną odpowiedź. Mają Państwo wątpliwości? Proszę wybrać: Mam poczucie, że coś jest nie tak.
q-kinds-neglect = Za mało opieki lub uwagi
q-kinds-neglect-hint = Na przykład: brak reakcji na dzwonek, brak pomocy przy jedzeniu, ignorowanie kogoś.
q-kinds-psych = Poniżanie, dokuczanie, zastraszanie lub karanie
q-kinds-psych-hint = Na przykład: krzyki, groźby, wyśmiewanie, zbyt surowe zasady, zamykanie kogoś.
q-kinds-physical = Zadawanie bólu lub zbyt mocne chwytanie
q-kinds-physical-hint = Na przykład: bicie, szczypanie, popychanie, szorstkie mycie.
q-kinds-sexual = Zachowania seksualne
q-kinds-sexual-hint = Na przykład: uwagi, wiadomości lub zdjęcia, dotykanie, związek, zmuszanie. Między opiekunem a podopiecznym nigdy nie jest to dozwolone, nawet jeśli podopieczny tego chce.
q-kinds-money = Pieniądze lub rzeczy
q-kinds-money-hint = Na przykład: kradzież, pożyczanie lub przyjmowanie pieniędzy, wypłaty kartą podopiecznego.
q-kinds-discrimination = Dyskryminacja lub nierówne traktowanie
q-kinds-discrimination-hint = Na przykład: żart o pochodzeniu, nietraktowanie kogoś poważnie, odmowa opieki. Albo: podopieczny nie chce opieki koleżanki w chuście na głowie.
q-kinds-gut = Mam poczucie, że coś jest nie tak
q-kinds-other = Coś innego

q-grounds = Czego dotyczyła dyskryminacja?
q-grounds-help = Proszę wybrać wszystko, co pasuje. Często chodzi o kilka rzeczy naraz.
q-grounds-origin = Pochodzenie, kolor skóry lub narodowość
q-grounds-religion = Religia lub światopogląd
q-grounds-sex = Bycie kobietą lub mężczyzną, ciąża
q-grounds-gender = Tożsamość płciowa lub jej wyrażanie
q-grounds-orientation = Orientacja seksualna (w kim się ktoś zakochuje)
q-grounds-disability = Niepełnosprawność lub choroba przewlekła
q-grounds-age = Wiek
q-grounds-weight = Waga lub wygląd
q-grounds-language = Język lub akcent
q-grounds-political = Poglądy polityczne
q-grounds-civil = Stan cywilny
q-grounds-contract = Rodzaj umowy lub liczba godzin
q-grounds-social = Wykształcenie, pieniądze lub pozycja społeczna
q-grounds-other = Coś innego
q-grounds-unknown = Nie wiem

q-story = Co się stało?
q-story-help = Proszę napisać, co Państwo widzieli lub słyszeli. Wystarczy kilka zdań. Lepiej nie podawać nazwisk podopiecznych. Więcej można opowiedzieć później.
q-story-error = Proszę napisać w kilku słowach, co się stało.

q-source-of-knowledge = Skąd Państwo to wiedzą?
q-source-of-knowledge-help = Można wybrać kilka odpowiedzi.
q-source-of-knowledge-experienced = Przydarzyło się to mnie
q-source-of-knowledge-saw = Widziałem/widziałam to
q-source-of-knowledge-heard = Słyszałem/słyszałam to na własne uszy
q-source-of-knowledge-client-told = Powiedział mi o tym podopieczny
q-source-of-knowledge-others-told = Wiem to od kogoś innego
q-source-of-knowledge-signs = Widać to po podopiecznym (na przykład lęk lub siniaki)
q-source-of-knowledge-own = Chodzi o moje własne zachowanie

q-when = Kiedy to było?
q-when-help = Wystarczy w przybliżeniu. Może to być także dawno temu.
q-when-now = To nadal trwa
q-when-week = W ostatnich 7 dniach
q-when-month = Mniej niż miesiąc temu
q-when-year = Mniej niż rok temu
q-when-longer = Dawniej
q-when-unknown = Nie wiem

q-when-detail = Dzień, data lub godzina (jeśli Państwo wiedzą)

q-often = Jak często to się zdarzało?
q-often-once = Raz
q-often-more = Więcej razy
q-often-unknown = Nie wiem

q-where = Gdzie to było?
q-where-help = Proszę wybrać miejsce lub zespół. Nie wiedzą Państwo? Proszę przejść dalej.
q-where-home = W domu podopiecznego
q-where-online = Przez telefon, aplikację lub internet
q-where-elsewhere = Gdzie indziej

q-actor = Kto to zrobił?
q-actor-help = Nie mają Państwo pewności? Można tak odpowiedzieć.
q-actor-care = Opiekun lub osoba wspierająca
q-actor-staff = Ktoś inny, kto tu pracuje
q-actor-manager = Kierownik lub członek zarządu
q-actor-volunteer = Wolontariusz
q-actor-client = Inny podopieczny
q-actor-family = Rodzina, partner lub gość
q-actor-several = Kilka osób
q-actor-self = Ja
q-actor-unknown = Nie wiem

q-actor-name = Imię i nazwisko lub stanowisko (jeśli chcą Państwo powiedzieć)
q-actor-name-help = Widzi to tylko zespół ds. zgłoszeń. Zespół zawsze wysłucha też tej osoby, zanim coś oceni.

q-identity = Czy chcą Państwo podać nazwisko?
q-identity-help = Nazwisko można podać także później. Nie mówimy, kto zgłasza, jeśli Państwo tego nie chcą. Czasem ktoś może się jednak domyślić.
q-identity-anonymous = Nie, chcę zostać osobą anonimową
q-identity-anonymous-hint = Wtedy nie wiemy, kim Państwo są. Pytania zadajemy przez kod. Czasem możemy zrobić mniej.
q-identity-team-only = Tak, ale moje nazwisko może znać tylko zespół ds. zgłoszeń
q-identity-open = Tak, i zespół może podać moje nazwisko, jeśli to potrzebne

q-name = Imię i nazwisko

q-contact = Numer telefonu lub adres e-mail
q-contact-help = Lepiej nie podawać adresu z pracy. Bez adresu używamy tylko kodu.

q-exclude = Czy ktoś z zespołu nie powinien tego czytać?
q-exclude-help = Na przykład dlatego, że zgłoszenie dotyczy tej osoby. Ta osoba nie może wtedy otworzyć zgłoszenia.
q-exclude-error = Wykluczają Państwo wszystkich. Proszę zostawić jedną osobę lub wybrać zewnętrzną osobę zaufania.

q-d-signs = Co Państwo zauważyli u podopiecznego?

q-d-client-now = Jak czuje się teraz podopieczny, kolega lub koleżanka z pracy?

q-d-client-knows = Czy podopieczny (lub jego przedstawiciel) wie o tym zgłoszeniu?
q-d-client-knows-help = Można zgłosić bez zgody. Proszę nie wypytywać podopiecznego.
q-d-client-knows-agrees = Tak, i zgadza się
q-d-client-knows-disagrees = Tak, ale wolałby tego nie zgłaszać
q-d-client-knows-no = Nie
q-d-client-knows-cannot = Podopieczny nie może tego zrozumieć lub powiedzieć
q-d-client-knows-unknown = Nie wiem

q-d-done = Co już zrobiono?
q-d-done-help = „Nic” też jest dobrą odpowiedzią.
q-d-done-addressed = Ktoś rozmawiał z tą osobą
q-d-done-manager = Kierownik o tym wie
q-d-done-confidant = Osoba zaufania o tym wie
q-d-done-file = Zapisano to w dokumentacji podopiecznego
q-d-done-mic = Jest wewnętrzne zgłoszenie incydentu (MIC, VIM lub MIM)
q-d-done-police = Policja o tym wie
q-d-done-nothing = Jeszcze nic

q-d-witness = Kto jeszcze o tym wie?
q-d-witness-help = Nazwiska nie są potrzebne. Można podać stanowisko.

q-d-measure = Czy było to uzgodnione w planie opieki (na przykład przytrzymanie lub zamknięcie pokoju)?
q-d-measure-yes = Tak
q-d-measure-no = Nie
q-d-measure-unknown = Nie wiem

q-d-need = Co według Państwa powinno się stać?
q-d-need-stop = To musi się skończyć
q-d-need-safe = Ktoś musi być bezpieczny
q-d-need-investigate = Proszę ustalić, co się stało
q-d-need-talk = Chcę o tym porozmawiać
q-d-need-support = Chcę pomocy lub wsparcia
q-d-need-register = Chcę tylko, żeby zespół o tym wiedział
q-d-need-prevent = To nie może się powtórzyć

q-d-signs-dirty = Brudny lub zaniedbany
q-d-signs-eats = Źle je
q-d-signs-sleeps = Źle śpi
q-d-signs-passive = Nic już nie robi
q-d-signs-clingy = Nie chce być sam
q-d-signs-afraid = Boi się
q-d-signs-confused = Jest zagubiony
q-d-signs-distrust = Nikomu nie ufa
q-d-signs-startles = Łatwo się wzdryga
q-d-signs-angry = Jest zły
q-d-signs-sad = Jest smutny
q-d-signs-bruises = Siniaki
q-d-signs-wounds = Zadrapania lub rany
q-d-signs-drowsy = Jest otępiały
q-d-signs-undressing = Bardzo niespokojny przy rozbieraniu lub myciu
q-d-signs-pain = Ból lub rana narządów płciowych lub pośladków
q-d-signs-infection = Częste zapalenia w tych miejscach
q-d-signs-money = Za mało pieniędzy
q-d-signs-supplies = Za mało jedzenia lub rzeczy w domu
q-d-signs-missing = Zniknęły drogie rzeczy
q-d-signs-avoids = Nie chce już widzieć tej osoby
q-d-signs-changed = Zmienił się

q-where-detail = Które miejsce, oddział lub pokój? (nieobowiązkowe)
