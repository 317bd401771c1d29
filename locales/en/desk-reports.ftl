## What the desk says of the form and the language of a report.

desk-language-ar = Arabic
desk-language-pl = Polish
desk-form-label = Form
desk-form-easy = Made with the easy form
desk-form-question = Asked as a question
