## The printed poster.

poster-what = هل تجاوز أحد الحدود في الرعاية؟ أو لديك شك؟ لا حاجة إلى أي دليل.
poster-anonymous = يمكنك أن تبقى مجهول الاسم. يستغرق البلاغ نحو 3 دقائق.
poster-address = العنوان:
poster-qr = العنوان كصورة، لهاتفك
poster-other-language = يمكنك أيضًا الإبلاغ بالعربية.
