## What `meldpunt` says about where it listens: address, certificate, socket.

op-config-no-listener = The reporting point listens nowhere. Fill in a listen or a socket under [server].
op-config-onion = The address { $address } at [server] onion_address is not right. It begins with http://, ends with .onion and has nothing after that.
op-tls-certificate = The certificate { $file } cannot be read: { $why }. Correct the line certificate under [tls].
op-tls-key = The key { $file } cannot be read: { $why }. Correct the line key under [tls], or let the user of meldpunt read it.
op-tls-no-certificate = There is no certificate in { $file } (PEM, begins with -----BEGIN CERTIFICATE-----). Correct the line certificate under [tls].
op-tls-no-key = There is no key in { $file } (PEM). Correct the line key under [tls].
op-tls-locked-key = The key { $file } has a passphrase. Meldpunt cannot type it: save the key without one.
op-tls-other-key = The key { $file } does not belong to the certificate. Look at the lines certificate and key under [tls].
op-tls-unusable = The certificate { $file } cannot be used: { $why }. Ask for a new one.
op-tls-expired = The certificate { $file } has expired. Browsers do not let reporters through. Ask for a new one now.
op-tls-expires = { $days ->
    [0] Note: the certificate { $file } expires today. Ask for a new one.
    [one] Note: the certificate { $file } expires in { $days } day. Ask for a new one.
   *[other] Note: the certificate { $file } expires in { $days } days. Ask for a new one.
}
op-tls-other-name = Note: the certificate { $file } is not one of { $name }. That address stands at [server] public_address.
op-tls-key-open = Note: everybody on this machine can read the key { $file }. Do this: chmod o-r { $file }
op-tls-good = Certificate and key: fine.
op-socket-long = The path { $file } is too long for a socket: at most 107 characters. Choose a shorter socket under [server].
op-socket-other-file = An ordinary file lies at { $file }. We do not take it away. Choose another socket under [server].
op-socket-in-use = A program listens at { $file } already. Is meldpunt running? Stop it first, or choose another socket under [server].
op-socket-refused = The socket { $file } cannot be made: { $why }. Make the folder, or choose another socket under [server].
