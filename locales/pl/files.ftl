## Files that come along with a report, with answers later or with a message.
files-step = Wysyłanie plików
files-label = Czy chcą Państwo dołączyć zdjęcie, wiadomość lub dokument?
files-help = Można wysłać zdjęcia, pliki PDF, dźwięk, film i pliki Office. Jeden plik może mieć { $megabytes } MB. Razem { $together } MB i nie więcej plików niż { $files }.
files-clients = Proszę nie robić nowych zdjęć osobie pod opieką.
files-voice = Albo nagrać swój głos
files-voice-help = Ludzie mogą rozpoznać głos.
files-reveal = Co plik może o Państwu powiedzieć?
files-reveal-tab = Otworzy się obok tej strony. To, co już wpisano, zostanie.
files-reveal-removed = Zdjęcia (JPEG, PNG, WebP): usuwamy miejsce, autora i urządzenie. To, co widać na zdjęciu, zostaje.
files-reveal-kept = Wszystkie inne pliki zostawiamy bez zmian.
files-reveal-still = Może w nich jeszcze być:
files-reveal-document = Word, Excel i PDF: nazwisko autora. To często Państwa nazwisko.
files-reveal-film = Film: miejsce i rodzaj telefonu.
files-reveal-heic = Zdjęcia z iPhone’a (HEIC): miejsce i czas. Lepiej zrobić zrzut ekranu ze zdjęciem i wysłać zrzut.
files-reveal-voice = Dźwięk i film: głosy. Ludzie mogą rozpoznać głos, także Państwa.
files-kept-legend = Te pliki już dotarły
files-kept-help = Nie trzeba ich wybierać jeszcze raz. Proszę zaznaczyć to, co ma nie być wysłane.
files-drop = Nie wysyłać:
files-kilobytes = { $kilobytes } kB
files-megabytes = { $megabytes } MB
files-refused = Te pliki nie zostaną wysłane. Reszta nadal tu jest.
files-too-large = Ten plik jest większy niż { $megabytes } MB. Proszę go zmniejszyć lub podzielić.
files-too-much = Razem pliki są większe niż { $megabytes } MB. Ten plik można wysłać później, za pomocą kodu.
files-too-many = Nie można wysłać więcej plików niż { $files }. Ten plik można wysłać później, za pomocą kodu.
files-empty = Ten plik jest pusty.
files-unknown-kind = Nie możemy przyjąć tego rodzaju pliku. Proszę zrobić z niego zdjęcie lub PDF.
files-damaged = To zdjęcie jest uszkodzone. Proszę zrobić zrzut ekranu ze zdjęciem i wysłać zrzut.
files-too-many-pixels = To zdjęcie ma za dużo pikseli. Proszę zrobić zrzut ekranu ze zdjęciem i wysłać zrzut.
files-other-than-name = W pliku jest coś innego, niż mówi jego nazwa. Proszę nadać mu właściwą nazwę.
files-no-room = Teraz nie ma miejsca na ten plik. Można go wysłać później, za pomocą kodu.
files-not-stored = Nie mogliśmy teraz przyjąć tego pliku. Proszę spróbować za chwilę.
files-gone = Ten plik nie dotarł albo już go tu nie ma. Proszę wybrać go jeszcze raz.
files-came-one = Wysłano 1 plik.
files-came = { $files ->
    [one] Wysłano { $files } plik.
    [few] Wysłano { $files } pliki.
    [many] Wysłano { $files } plików.
   *[other] Wysłano { $files } pliku.
}
files-traces-removed = Usunięto miejsce, autora i urządzenie.
files-traces-kept = Ten plik nie został zmieniony. Może w nim być, kto go zrobił i gdzie.
files-message-help = Można też wysłać same pliki, bez tekstu.
files-waiting = { $files ->
    [one] Czeka { $files } plik. Nie został jeszcze wysłany.
    [few] Czekają { $files } pliki. Nie zostały jeszcze wysłane.
    [many] Czeka { $files } plików. Nie zostały jeszcze wysłane.
   *[other] Czeka { $files } pliku. Nie zostały jeszcze wysłane.
}

## The same with script. The script puts numbers in place of [n] and names in place of [name].
files-chosen = Wybrane pliki
files-remove = Usuń
files-sending = Pliki są wysyłane: [n] procent. Proszę nie zamykać tej strony.
files-cancel = Zatrzymaj wysyłanie
files-stopped = Zatrzymano. Do zespołu nic jeszcze nie wysłano. Wszystko nadal tu jest.
files-lost = Połączenie zostało przerwane. Zgłoszenie nie zostało jeszcze wysłane. Wszystko nadal tu jest, także pliki.
files-again = Wyślij jeszcze raz
files-left-out = Jeszcze nie wysłano. Jeden lub więcej plików nie zostanie wysłanych. Proszę sprawdzić dlaczego i wysłać ponownie.
