## What `meldpunt` says of its sandbox.

op-sandbox-good = The sandbox holds: meldpunt reaches its own folders alone, starts no programs and makes no connections.
op-sandbox-untried = The sandbox was not tried: this system does not let meldpunt read its own file, or open a port.
op-sandbox-no-memory = Note: this system does not keep other programs away from the memory of meldpunt. It goes on without.
op-sandbox-no-folders = Note: this system does not keep meldpunt in its own folders. That takes Linux 5.19 or newer, with Landlock. It goes on without.
op-sandbox-no-calls = Note: this system cannot forbid meldpunt to start programs or make connections. That takes Linux with seccomp, on x86_64 or aarch64. It goes on without.
op-sandbox-leak-read = The sandbox leaks: meldpunt could read a file of others. Tell the makers.
op-sandbox-leak-write = The sandbox leaks: meldpunt could make a file outside its own folder. Tell the makers.
op-sandbox-leak-connect = The sandbox leaks: meldpunt could make a connection. Tell the makers.
op-sandbox-leak-execute = The sandbox leaks: meldpunt could start a program. Tell the makers.
op-sandbox-leak-memory = The sandbox leaks: meldpunt could change its own memory. Tell the makers.
