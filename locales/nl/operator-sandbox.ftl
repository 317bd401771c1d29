## What `meldpunt` says of its sandbox.

op-sandbox-good = De afscherming is in orde: meldpunt kan alleen in zijn eigen mappen, start geen programma's en legt geen verbindingen.
op-sandbox-untried = De afscherming is niet geprobeerd: dit systeem laat meldpunt zijn eigen bestand niet lezen, of geen poort openen.
op-sandbox-no-memory = Let op: dit systeem houdt andere programma's niet weg bij het geheugen van meldpunt. Het gaat door zonder.
op-sandbox-no-folders = Let op: dit systeem houdt meldpunt niet binnen zijn eigen mappen. Daarvoor is Linux 5.19 of nieuwer nodig, met Landlock. Het gaat door zonder.
op-sandbox-no-calls = Let op: dit systeem kan meldpunt niet verbieden om programma's te starten of verbindingen te leggen. Daarvoor is Linux met seccomp nodig, op x86_64 of aarch64. Het gaat door zonder.
op-sandbox-leak-read = De afscherming lekt: meldpunt kon een bestand van anderen lezen. Meld dit aan de makers.
op-sandbox-leak-write = De afscherming lekt: meldpunt kon een bestand maken buiten zijn eigen map. Meld dit aan de makers.
op-sandbox-leak-connect = De afscherming lekt: meldpunt kon een verbinding leggen. Meld dit aan de makers.
op-sandbox-leak-execute = De afscherming lekt: meldpunt kon een programma starten. Meld dit aan de makers.
op-sandbox-leak-memory = De afscherming lekt: meldpunt kon zijn eigen geheugen veranderen. Meld dit aan de makers.
