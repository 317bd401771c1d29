## Languages of the pages.

language-unchecked = لم يراجع هذه الترجمةَ بعدُ شخصٌ لغته الأم العربية.
language-dutch-page = هذه الصفحة بالهولندية
