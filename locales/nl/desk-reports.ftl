## What the desk says of the form and the language of a report.

desk-language-ar = Arabisch
desk-language-pl = Pools
desk-form-label = Formulier
desk-form-easy = Gemaakt met het makkelijke formulier
desk-form-question = Gesteld als vraag
