## The public pages.

language-name = Polski
language-switch = Inne języki
skip-link = Przejdź do treści
leave = Opuść stronę
footer-nav = Więcej informacji
nav-start = Początek
nav-team = Kto czyta Państwa zgłoszenie?

title-start = Początek
title-form = Formularz
title-form-error = Błąd – formularz
title-receipt = Wysłano
title-code = Kod
title-thread = Wiadomości
title-team = Kontakt
title-problem = Uwaga

start-heading = Proszę zgłosić to, co budzi niepokój
start-intro = Czy ktoś w opiece przekroczył granicę? A może mają Państwo wątpliwości? Można to zgłosić tutaj. Wystarczy poczucie, że coś jest nie tak.
start-point-time = Zgłoszenie trwa około 3 minut.
start-point-anonymous = Można podać nazwisko. Można też pozostać anonimowym.
start-point-readers = Tylko zespół ds. zgłoszeń może przeczytać Państwa zgłoszenie.
start-point-code = Dostaną Państwo kod. Dzięki niemu widać, co się dzieje, i można wysyłać wiadomości.
start-report = Zgłoś
start-code = Mam kod
danger-heading = Nagłe niebezpieczeństwo?
danger-call = Proszę dzwonić na 112.
start-who-heading = Dla kogo?
start-who = Dla pracowników, wolontariuszy, podopiecznych, rodzin, opiekunów bliskich osób i przedstawicieli. Nie trzeba mieć pewności. Nie trzeba mieć dowodów.
start-telling-heading = Czy to donoszenie?
start-telling = Nie. Chodzi o bezpieczeństwo ludzi, którzy otrzymują lub dają opiekę.
start-after-heading = Co dzieje się potem?
start-after-1 = W ciągu 7 dni przeczytają Państwo, że znamy zgłoszenie.
start-after-2 = Najpierw sprawdzamy, czy wszyscy są bezpieczni.
start-after-3 = Ustalamy, co się stało. Wysłuchamy też osoby, której to dotyczy.
start-after-4 = Przeczytają Państwo, co z tym robimy. Nastąpi to w ciągu 3 miesięcy.
start-harm-heading = Mają Państwo kłopoty z powodu zgłoszenia?
start-harm = To niedozwolone. Nikt nie może Państwu zaszkodzić za uczciwe zgłoszenie. Jednak tak się dzieje? Proszę powiedzieć nam o tym przez kod.
start-safe-heading = Bezpieczne korzystanie
start-safe = Najlepiej używać własnego telefonu i własnego internetu. Przycisk „Opuść stronę” pozwala szybko wyjść. Przeglądarka pamięta jednak odwiedzone strony.

team-heading = Kto czyta Państwa zgłoszenie?
team-intro = Te osoby mogą otwierać zgłoszenia. Nikt inny nie może. W formularzu można kogoś wykluczyć.
team-outside-line = Pracuje niezależnie: nikim nie kieruje.
team-external = Nie pracuje w tej organizacji.
team-phone = Telefon
team-email = E-mail
team-recovery-heading = Klucz w sejfie
team-recovery = Jest też klucz na papierze, w sejfie. Jest na wypadek, gdy zginą wszystkie inne klucze. Tym kluczem można otworzyć każde zgłoszenie.

form-heading = Zgłoszenie
form-intro = Trzeba odpowiedzieć tylko na pytanie „Co się stało?”. Pozostałe pytania można pominąć.
form-step-safety = Bezpieczeństwo
form-step-you = Kim Państwo są
form-step-victim = Kogo to spotkało
form-step-kinds = Czego to dotyczy
form-step-story = Co się stało
form-step-when = Kiedy
form-step-where = Gdzie
form-step-actor = Kto to zrobił
form-step-identity = Nazwisko
form-step-more = Więcej informacji
form-more-summary = Chcą Państwo opowiedzieć więcej? Można to zrobić także później, z kodem.
form-required = (obowiązkowe)
form-choose-place = Można wybrać
form-no-names = Można podzielić się tym z zespołem także bez zgody podopiecznego (ustawa o jakości opieki Wkkgz, artykuł 9). Proszę podać tylko to, co potrzebne.
form-recovery-note = Uwaga: jest też klucz na papierze, w sejfie. Tym kluczem można otworzyć każde zgłoszenie. Nie można go wykluczyć.
form-anonymous-tip = Chcą Państwo pozostać anonimowi? Także sama historia może zdradzić, kim Państwo są. Proszę jeszcze raz przeczytać tekst.
form-sealed = Zgłoszenie jest przechowywane w postaci zaszyfrowanej. Tylko zespół ds. zgłoszeń może je otworzyć.
form-send = Wyślij zgłoszenie

error-summary = Coś poszło nie tak. Proszę sprawdzić odpowiedzi poniżej.
error-not-sent = Zgłoszenie nie zostało jeszcze wysłane. Wszystko, co Państwo napisali, nadal tu jest. Proszę spróbować ponownie za chwilę.
error-message-not-sent = Wiadomość nie została jeszcze wysłana. Tekst nadal tu jest. Proszę spróbować ponownie za chwilę.
error-message-cut = Część wiadomości nie dotarła. Nie została jeszcze wysłana. Proszę sprawdzić, czy wszystko tu jest, i wysłać ponownie.
error-form-expired = Ten formularz stracił ważność. Zgłoszenie nie zostało jeszcze wysłane. Wszystko, co Państwo napisali, nadal tu jest. Proszę wysłać je ponownie.
error-form-cut = Część formularza nie dotarła. Zgłoszenie nie zostało jeszcze wysłane. Proszę sprawdzić, czy wszystko tu jest, i wysłać ponownie.
error-form-large = Formularz jest za duży. Zgłoszenie nie zostało jeszcze wysłane. Proszę skrócić tekst. Więcej można opowiedzieć później, z kodem.
error-too-long = To jest za długie: { $found ->
    [one] { $found } znak
    [few] { $found } znaki
    [many] { $found } znaków
   *[other] { $found } znaku
}. Limit to { $max ->
    [one] { $max } znak
    [few] { $max } znaki
    [many] { $max } znaków
   *[other] { $max } znaku
}. Proszę skrócić tekst albo opowiedzieć resztę później, z kodem.
error-unknown-choice = Tej odpowiedzi nie ma (lub już nie ma). Proszę wybrać ponownie.
error-unreadable = Nie mogliśmy odczytać niektórych znaków. Proszę sprawdzić tekst i wysłać ponownie.
error-prefix = Błąd:

receipt-question-heading = Otrzymaliśmy Państwa pytanie.
receipt-heading = Otrzymaliśmy Państwa zgłoszenie. Dziękujemy.
receipt-code-label = Państwa kod:
receipt-keep = Proszę dobrze zachować kod. Nie możemy podać go ponownie. Bez kodu nie można czytać odpowiedzi.
receipt-keep-how = Proszę zapisać kod na kartce lub zrobić zdjęcie tego ekranu.
receipt-number = Numer zgłoszenia (nie jest tajny): { $number }. Proszę go podać, gdy będą Państwo dzwonić.
receipt-next-heading = Co teraz?
receipt-next = Proszę wrócić tu z kodem najpóźniej { $date }. Wtedy przeczytają Państwo, czy mamy pytania.
receipt-silence-staff = Prosimy na razie nie rozmawiać o tym z kolegami i koleżankami z pracy
receipt-silence-others = Prosimy na razie nie rozmawiać o tym z innymi osobami w organizacji
receipt-silence = Tak zapobiegamy plotkom i chronimy wszystkich. Nie chodzi o to, by coś ukryć. Obowiązuje to mniej więcej do { $date }. Powiemy, jeśli to się zmieni.
receipt-silence-except = Wolno natomiast rozmawiać z zespołem ds. zgłoszeń, osobą zaufania, policją, inspekcją, lekarzem, adwokatem, związkiem zawodowym lub osobą, która Państwu pomaga.
receipt-qr = Państwa kod jako obrazek, do zachowania w telefonie
receipt-copy = Kopiuj
receipt-copied = Kod został skopiowany.
receipt-print = Drukuj
receipt-save = Zapisz jako plik „notatka”
receipt-note-file = notatka.txt
receipt-reminder = Dodaj przypomnienie do kalendarza
receipt-reminder-title = Spotkanie
receipt-doors-heading = Czy to dla Państwa trudne?
receipt-saved = Kod jest zapisany
receipt-too-late = Uwaga: zgłoszenie było już wysłane, gdy wykluczyli Państwo: { $names }. Ta osoba może czytać pierwsze zgłoszenie i późniejsze wiadomości, ale nie tę zmianę. Nie chcą Państwo tego? Proszę złożyć nowe zgłoszenie.
receipt-resent = Formularz został wysłany dwa razy? Mimo to jest tylko jedno zgłoszenie. Kod pozostaje ten sam.
receipt-to-thread = Zobacz zgłoszenie
receipt-done = Gotowe – opuść stronę

code-heading = Państwa kod
code-intro = Proszę wpisać kod otrzymany po zgłoszeniu. Wielkie litery, kreski i odstępy nie mają znaczenia.
code-label = Kod
code-example = Kod ma 16 liter i cyfr, na przykład K7QF-2M9D-XW4T-8HRC.
code-open = Zobacz moje zgłoszenie
code-lost-heading = Kod zginął?
code-lost = Nie możemy odzyskać kodu. Proszę złożyć nowe zgłoszenie i podać numer poprzedniego.
code-error-empty = Proszę wpisać kod.
code-error-length = Wpisano { $found ->
    [one] { $found } literę lub cyfrę
    [few] { $found } litery i cyfry
    [many] { $found } liter i cyfr
   *[other] { $found } litery i cyfry
}. Kod ma ich 16.
code-error-symbol = Znak { $place } nie występuje w kodach. Kod ma tylko litery i cyfry, i nigdy nie ma litery U.
code-error-check = W kodzie jest literówka. Proszę sprawdzić litery i cyfry.
code-error-unknown = Nie znajdujemy zgłoszenia z tym kodem. Proszę sprawdzić litery i cyfry.
code-error-busy = Teraz jest duży ruch. Proszę chwilę odczekać i spróbować ponownie. Kod nadal tu jest.
code-error-cut = Część formularza nie dotarła. Proszę wpisać kod i spróbować ponownie.
code-message = Państwa wiadomość
code-message-kept = Ta wiadomość nie została jeszcze wysłana. Proszę najpierw otworzyć zgłoszenie kodem. Tekst znów tam będzie.

thread-heading = Państwa zgłoszenie { $number }
thread-status = Stan
thread-next-news = Przeczytają Państwo wiadomości przed { $date }.
thread-silence = Prosimy do { $date } nie rozmawiać o tym z kolegami i koleżankami z pracy. Z zespołem ds. zgłoszeń, osobą zaufania, policją, inspekcją, lekarzem, adwokatem, związkiem zawodowym lub osobą, która Państwu pomaga, można rozmawiać zawsze.
thread-messages = Wiadomości
thread-from-team = Zespół ds. zgłoszeń
thread-from-you = Państwo
thread-you-reported = To zgłoszenie jest od Państwa.
thread-you-wrote = Wysłali Państwo wiadomość.
thread-own-text = Nie pokazujemy tu Państwa własnego tekstu. Dzięki temu nikt inny z tym kodem nie przeczyta Państwa historii.
thread-unreadable = Nie możemy otworzyć tej wiadomości. Proszę poprosić zespół o ponowne wysłanie.
thread-status-changed = Nowy stan:
thread-write = Napisz wiadomość
thread-write-help = Proszę nie podawać nazwisk podopiecznych, jeśli to niepotrzebne. Odpowiadamy w ciągu 7 dni. To nie jest telefon alarmowy.
thread-send = Wyślij wiadomość
thread-sent = Wiadomość została wysłana.
thread-refresh = Sprawdź, czy jest coś nowego
thread-message-missing = Proszę najpierw napisać wiadomość.
thread-leave-note = Gotowe? Proszę zamknąć tę stronę i przeglądarkę. Wtedy nikt inny nie przeczyta tego na tym ekranie.

problem-not-found-heading = Ta strona nie istnieje
problem-not-found = Proszę sprawdzić adres lub przejść do strony początkowej.
problem-method-heading = Tej strony nie można tak otworzyć
problem-method = Proszę przejść do strony początkowej. Mają Państwo kod? Proszę wpisać go tam ponownie.
problem-cross-heading = Ten formularz pochodzi z innej strony internetowej
problem-cross = Nie przyjęliśmy go. Proszę przejść do naszej strony początkowej i wypełnić formularz tam.

date-words = { $day } { $month } { $year }
month-1 = stycznia
month-2 = lutego
month-3 = marca
month-4 = kwietnia
month-5 = maja
month-6 = czerwca
month-7 = lipca
month-8 = sierpnia
month-9 = września
month-10 = października
month-11 = listopada
month-12 = grudnia
receipt-done-short = Do strony początkowej

notice-danger-heading = Proszę teraz zadzwonić na 112
notice-danger-1 = Proszę zostać blisko podopiecznego, jeśli to bezpieczne.
notice-danger-2 = Proszę wezwać na pomoc kogoś z pracy lub sąsiada.
notice-danger-3 = Pracują tu Państwo? Proszę to przerwać, jeśli to bezpieczne.
notice-danger-after = Zgłosić można potem.
notice-danger-client-heading = Proszę teraz zadzwonić na 112
notice-danger-client-1 = Proszę iść w bezpieczne miejsce, jeśli to możliwe.
notice-danger-client-2 = Proszę zawołać kogoś zaufanego.
notice-stop-heading = To może być przestępstwo. Proszę pamiętać:
notice-stop-1 = Proszę wysłuchać podopiecznego, ale nie wypytywać.
notice-stop-2 = Proszę samemu nie rozmawiać o tym z tą osobą.
notice-stop-3 = Proszę niczego nie sprzątać i nie wyrzucać. Proszę zachować wiadomości.
notice-stop-4 = Proszę zapisać dosłownie, co Państwo widzieli lub słyszeli.
notice-stop-5 = Zespół rozmawia z policją. Można też zadzwonić samemu:
notice-stop-me-heading = To może być przestępstwo. To nie Państwa wina.
notice-stop-me-1 = Nie trzeba niczego udowadniać.
notice-stop-me-2 = Proszę zachować wiadomości i ubrania, jeśli to możliwe.
notice-stop-me-3 = Można przyjść z kimś zaufanym.
notice-stop-me-4 = Można samemu iść na policję. Nie trzeba:
notice-week-heading = Pomoc po przemocy seksualnej
notice-week-text = Czy stało się to w ostatnich 7 dniach? Proszę zadzwonić do Centrum Seksueel Geweld (ośrodek pomocy po przemocy seksualnej), dzień i noc, bezpłatnie:
notice-family-heading = Chodzi o rodzinę, partnera lub gościa?
notice-family-text = Wtedy obowiązuje Meldcode (zasady zgłaszania przemocy domowej). Proszę zadzwonić po poradę do Veilig Thuis, dzień i noc, bezpłatnie:
notice-family-staff = Pracują tu Państwo? Proszę porozmawiać z osobą odpowiedzialną za Meldcode.
notice-family-also = Można to zgłosić także tutaj.
notice-hint-text = Także groźby lub pozostawienie kogoś bez pomocy mogą być przestępstwem. Proszę nie wypytywać podopiecznego. Proszę samemu nie rozmawiać o tym z tą osobą.
notice-continue = Można dalej wypełniać zgłoszenie.

walk-progress = Pytanie [n] z [m]
walk-next = Dalej
walk-back = Wstecz
walk-change = Zmień
walk-open = Nie wypełniono
walk-check = Czy to się zgadza?
walk-sending = Zgłoszenie jest wysyłane. Proszę nie zamykać tej strony.

ask-heading = Najpierw zadaj pytanie
ask-intro = Nie wiedzą Państwo, czy zgłosić? Można najpierw zadać pytanie. Pytanie nie jest jeszcze zgłoszeniem. Dostaną Państwo kod do odczytania odpowiedzi.
ask-send = Wyślij pytanie
q-door = Co chcą Państwo zrobić?
q-door-report = Zgłosić
q-door-question = Najpierw zadać pytanie

thread-more-heading = Opowiedzieć więcej lub zakończyć
thread-more = Opowiedz więcej lub podaj nazwisko
thread-withdraw = Wycofaj zgłoszenie
thread-unhappy-heading = Niezadowoleni lub bez odpowiedzi?
thread-unhappy = Można w wiadomości poprosić o inną osobę z zespołu. Można też zwrócić się tutaj:
more-heading = Więcej informacji
more-intro = Nie trzeba niczego wypełniać. To, co Państwo wypełnią, trafi do zespołu, który czyta zgłoszenie.
more-send = Wyślij
more-sent = Odpowiedzi zostały wysłane.
more-nothing = Nic jeszcze nie wypełniono.
more-back = Z powrotem do zgłoszenia
withdraw-heading = Wycofaj zgłoszenie
withdraw-text = Można zakończyć rozmowę. Przy niebezpieczeństwie lub przestępstwie musimy czasem działać dalej. Zgłoszenie nie zostanie usunięte. Zespół przeczyta, że chcą Państwo zakończyć.
withdraw-sure = Tak, chcę zakończyć
withdraw-message = Osoba zgłaszająca wycofuje zgłoszenie. (De melder trekt de melding in.)
withdraw-sent = Zespół przeczyta, że chcą Państwo zakończyć.

nav-help = Pomoc
nav-privacy = Prywatność
nav-accessibility = Dostępność
start-ask = Najpierw zadaj pytanie
start-readers-heading = Kto czyta Państwa zgłoszenie?
start-doors-heading = Wolą Państwo rozmowę lub kogoś z zewnątrz?
title-help = Pomoc
title-privacy = Prywatność
title-accessibility = Dostępność
help-heading = Pomoc i inne miejsca
help-own = W organizacji
help-national = W całej Holandii
help-own-none = Organizacja nikogo tu jeszcze nie podała. Proszę zapytać zespół ds. zgłoszeń.
privacy-heading = Prywatność
privacy-who-heading = Kto odpowiada?
privacy-who = { $organisation } odpowiada za Państwa dane.
privacy-why-heading = Dlaczego?
privacy-why = Aby opieka była bezpieczna i aby spełnić wymogi prawa (ustawa o jakości opieki Wkkgz; jako pracodawca także ustawa o warunkach pracy Arbowet i ustawa o ochronie sygnalistów Wet bescherming klokkenluiders).
privacy-what-heading = Jakie dane?
privacy-what = To, co Państwo napiszą. Nazwisko tylko wtedy, gdy Państwo je podadzą. Dane o innych w Państwa historii. Mogą to być dane wrażliwe: zdrowie, zachowania seksualne, pochodzenie, możliwe przestępstwa.
privacy-read-heading = Kto to czyta?
privacy-read = Tylko członkowie zespołu, których Państwo nie wykluczyli. Administrator strony nie może czytać zapisanych zgłoszeń.
privacy-not-heading = Czego nie przechowujemy?
privacy-not = Nie przechowujemy Państwa adresu IP. Nie używamy plików cookie. Przy zgłoszeniu zapisujemy dzień, a nie godzinę.
privacy-share-heading = Komu to przekazujemy?
privacy-share = Tylko gdy trzeba lub gdy to potrzebne: inspekcja, policja, osoba badająca sprawę. Nazwisko podajemy tylko za Państwa zgodą albo gdy wymaga tego prawo. Jeśli to możliwe, dowiedzą się Państwo o tym najpierw.
privacy-secret-heading = Czy to pozostanie tajemnicą?
privacy-secret = Jesteśmy ostrożni. Nie możemy jednak obiecać, że nikt się nie dowie. Przy niebezpieczeństwie lub przestępstwie musimy coś zrobić.
privacy-accused-heading = Osoba, której to dotyczy
privacy-accused = Ta osoba dowie się o badaniu, gdy tylko to możliwe. Nie mówimy, kim Państwo są, chyba że się Państwo zgodzą albo wymaga tego prawo.
privacy-long-heading = Jak długo?
privacy-long = Tak długo, jak wymaga tego badanie i to, co po nim następuje. O termin można zapytać zespół. Zamykając sprawę, zespół wybiera dzień. Tego dnia serwer sam usuwa zgłoszenie, chyba że zespół musi zachować sprawę dłużej.
privacy-rights-heading = Państwa prawa
privacy-rights = Można zobaczyć swoje dane, poprawić je, poprosić o ich usunięcie lub wnieść sprzeciw. Można to zrobić także z samym kodem.
privacy-complaint-heading = Skarga?
privacy-complaint = Można zwrócić się do inspektora ochrony danych (functionaris gegevensbescherming) lub do urzędu ochrony danych (Autoriteit Persoonsgegevens).
privacy-code-heading = Państwa kod
privacy-code = Tylko z kodem można czytać odpowiedzi. Nie przechowujemy kodu.
accessibility-heading = Dostępność
accessibility-goal = Chcemy, aby każdy mógł tu złożyć zgłoszenie. Budujemy według wytycznych WCAG 2.2, poziom AA.
accessibility-works = Strony działają bez myszy, bez skryptów, na małym telefonie i przy powiększeniu do 200 procent. Są przygotowane dla czytników ekranu.
accessibility-tested = Każdą stronę testujemy programem (axe-core). Osoby z niepełnosprawnością jeszcze stron nie testowały.
accessibility-problem = Coś nie działa? Proszę zadzwonić lub napisać do kogoś z zespołu. Wtedy złożymy zgłoszenie razem.
