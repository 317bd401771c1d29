## Pictures at the officers' desk.
# $number (Number) - its place among the attachments
desk-picture-alt = Bijlage { $number }: een afbeelding van de melder. Niemand heeft beschreven wat erop staat. Ziet u niets? Kies ‘Bekijken of opslaan’: daar staat waarom.
# $number (Number) - its place among the attachments
desk-picture-alt-page = Bijlage { $number }: een afbeelding van de melder. Niemand heeft beschreven wat erop staat.
desk-picture-open = Bekijken of opslaan…
desk-picture-drawn = Dit beeld heeft deze computer zelf opnieuw getekend. Het bestand van de melder gaat hiervoor niet naar uw browser. Een groot bestand ziet u verkleind. Van een bewegend beeld ziet u alleen het begin.
desk-picture-kind = Deze soort afbeelding kan hier niet getoond worden. Het bestand zelf is er nog. Vraag de melder om een schermafdruk, of sla het bestand op.
desk-picture-too-large = Deze afbeelding is te groot om hier te tonen. Het bestand zelf is er nog. Vraag de melder om een kleinere foto, of sla het bestand op.
desk-picture-broken = Deze afbeelding kan niet getoond worden: er klopt iets niet in het bestand. Dat kan door een storing komen, maar ook met opzet zo gemaakt zijn. Vraag de melder om een nieuwe foto. Sla het bestand alleen op als u het echt nodig hebt.
