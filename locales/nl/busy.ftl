# What pages say while too many ask at once.

title-busy = Even wachten
busy-heading = Even wachten
# $seconds (Number) - how long
busy-text = Het is nu heel druk op deze website. Over { $seconds } seconden gaat u vanzelf verder. U hoeft niets te doen.
busy-sum = Uw telefoon of computer maakt nu een korte som. Daarna gaat u meteen verder.
busy-go = Ga verder
busy-why = Misschien probeert iemand deze website te blokkeren. Met deze korte wachttijd blijft hij open voor mensen. Wij vragen hierbij niets over u.
busy-call = Wilt u niet wachten? Bel iemand van het meldteam.
# $seconds (Number) - how long
busy-form = Het is nu heel druk. Uw melding is nog niet verstuurd. Alles wat u typte staat er nog. Wacht { $seconds } seconden en verstuur het dan opnieuw.
# $seconds (Number) - how long
busy-sendings = Dit is heel vaak verstuurd. Alles wat u typte staat er nog. Wacht { $seconds } seconden en verstuur het dan opnieuw.
# $seconds (Number) - how long
busy-code = Er worden nu heel veel codes geprobeerd. Wacht { $seconds } seconden en probeer het opnieuw. Uw code staat er nog.
busy-ready = U kunt nu verder. Druk op de knop.
