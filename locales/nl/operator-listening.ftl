## What `meldpunt` says about where it listens: address, certificate, socket.

op-config-no-listener = Het meldpunt luistert nergens. Vul bij [server] een listen of een socket in.
# $address (String) - a web address
op-config-onion = Het adres { $address } bij [server] onion_address klopt niet. Het begint met http://, eindigt op .onion en heeft niets daarachter.
# $file (String) - a file
# $why (String) - what the operating system says
op-tls-certificate = Het certificaat { $file } is niet te lezen: { $why }. Verbeter bij [tls] de regel certificate.
# $file (String) - a file
# $why (String) - what the operating system says
op-tls-key = De sleutel { $file } is niet te lezen: { $why }. Verbeter bij [tls] de regel key, of geef de gebruiker van meldpunt leesrecht.
# $file (String) - a file
op-tls-no-certificate = In { $file } staat geen certificaat (PEM, begint met -----BEGIN CERTIFICATE-----). Verbeter bij [tls] de regel certificate.
# $file (String) - a file
op-tls-no-key = In { $file } staat geen sleutel (PEM). Verbeter bij [tls] de regel key.
# $file (String) - a file
op-tls-locked-key = De sleutel { $file } heeft een wachtwoord. Meldpunt kan dat niet typen: sla de sleutel zonder wachtwoord op.
# $file (String) - a file
op-tls-other-key = De sleutel { $file } hoort niet bij het certificaat. Kijk bij [tls] naar de regels certificate en key.
# $file (String) - a file
# $why (String) - what the library says
op-tls-unusable = Het certificaat { $file } is niet te gebruiken: { $why }. Vraag een nieuw aan.
# $file (String) - a file
op-tls-expired = Het certificaat { $file } is verlopen. Browsers laten melders niet door. Vraag nu een nieuw aan.
# $file (String) - a file
# $days (Number) - days
op-tls-expires = { $days ->
    [0] Let op: het certificaat { $file } verloopt vandaag. Vraag een nieuw aan.
    [one] Let op: het certificaat { $file } verloopt over { $days } dag. Vraag een nieuw aan.
   *[other] Let op: het certificaat { $file } verloopt over { $days } dagen. Vraag een nieuw aan.
}
# $file (String) - a file
# $name (String) - a domain name
op-tls-other-name = Let op: het certificaat { $file } is niet van { $name }. Dat adres staat bij [server] public_address.
# $file (String) - a file
op-tls-key-open = Let op: iedereen op deze machine kan de sleutel { $file } lezen. Doe dit: chmod o-r { $file }
op-tls-good = Certificaat en sleutel: in orde.
# $file (String) - a file
op-socket-long = Het pad { $file } is te lang voor een socket: hooguit 107 tekens. Kies bij [server] een kortere socket.
# $file (String) - a file
op-socket-other-file = Op { $file } ligt al een gewoon bestand. Dat halen wij niet weg. Kies bij [server] een andere socket.
# $file (String) - a file
op-socket-in-use = Op { $file } luistert al een programma. Draait meldpunt al? Stop dat eerst, of kies bij [server] een andere socket.
# $file (String) - a file
# $why (String) - what the operating system says
op-socket-refused = De socket { $file } kan niet worden gemaakt: { $why }. Maak de map, of kies bij [server] een andere socket.
