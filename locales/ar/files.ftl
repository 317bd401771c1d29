## Files that come along with a report, with answers later or with a message.
files-step = إرسال ملفات
files-label = هل تريد أن ترسل صورة أو رسالة أو مستندًا؟
files-help = يمكن إرسال صور، وملفات PDF، وصوت، وفيديو، وملفات Office. حجم الملف الواحد حتى { $megabytes } ميغابايت. والكل معًا حتى { $together } ميغابايت، وعدد الملفات حتى { $files }.
files-clients = لا تلتقط صورًا جديدة لأي مريض أو عميل.
files-voice = أو سجّل صوتك
files-voice-help = يمكن للناس أن يتعرفوا على الصوت.
files-reveal = ماذا يمكن أن يكشف الملف عنك؟
files-reveal-tab = تُفتح بجانب هذه الصفحة. ويبقى ما كتبته.
files-reveal-removed = الصور (JPEG وPNG وWebP): نحذف منها المكان وصاحب الصورة والجهاز. أما ما يظهر في الصورة فيبقى.
files-reveal-kept = كل الملفات الأخرى نتركها كما هي.
files-reveal-still = قد يبقى فيها ما يلي:
files-reveal-document = ‏Word وExcel وPDF: اسم من أنشأ الملف. وهو غالبًا اسمك.
files-reveal-film = الفيديو: المكان ونوع الهاتف.
files-reveal-heic = صور iPhone ‏(HEIC): المكان والوقت. الأفضل أن تلتقط صورة للشاشة وترسلها.
files-reveal-voice = الصوت والفيديو: الأصوات. يمكن للناس أن يتعرفوا على الصوت، وعلى صوتك أيضًا.
files-kept-legend = هذه الملفات وصلت
files-kept-help = لا حاجة إلى اختيارها مرة أخرى. ضع علامة عند ما تريد تركه.
files-drop = عدم إرسال:
files-kilobytes = { $kilobytes } كيلوبايت
files-megabytes = { $megabytes } ميغابايت
files-refused = هذه الملفات لن تُرسل. كل شيء آخر ما زال هنا.
files-too-large = هذا الملف أكبر من { $megabytes } ميغابايت. صغّره أو قسّمه.
files-too-much = الملفات معًا أكبر من { $megabytes } ميغابايت. أرسل هذا الملف لاحقًا برمزك.
files-too-many = لا يمكن إرسال أكثر من { $files } من الملفات. أرسل هذا الملف لاحقًا برمزك.
files-empty = هذا الملف فارغ.
files-unknown-kind = لا يمكننا قبول هذا النوع من الملفات. اجعله صورة أو ملف PDF.
files-damaged = هذه الصورة تالفة. التقط صورة للشاشة وأرسلها.
files-too-many-pixels = هذه الصورة كبيرة جدًا. التقط صورة للشاشة وأرسلها.
files-other-than-name = محتوى الملف يختلف عما يقوله اسمه. أعطِ الملف الاسم الصحيح.
files-no-room = لا يوجد مكان لهذا الملف الآن. أرسله لاحقًا برمزك.
files-not-stored = لم نتمكن من قبول هذا الملف الآن. حاول مرة أخرى بعد قليل.
files-gone = هذا الملف لم يصل، أو لم يعد هنا. اختره مرة أخرى.
files-came-one = أُرسل معه ملف واحد.
files-came = { $files ->
    [zero] لم يُرسل معه أي ملف.
    [one] أُرسل معه ملف واحد.
    [two] أُرسل معه ملفان.
    [few] أُرسلت معه { $files } ملفات.
    [many] أُرسل معه { $files } ملفًا.
   *[other] أُرسل معه { $files } ملف.
}
files-traces-removed = حُذف المكان وصاحب الصورة والجهاز.
files-traces-kept = لم يتغير هذا الملف. قد يبقى فيه من أنشأه وأين.
files-message-help = يمكنك أيضًا إرسال ملفات فقط، دون نص.
files-waiting = { $files ->
    [zero] لا توجد ملفات جاهزة.
    [one] ملف واحد جاهز. لم يُرسل بعد.
    [two] ملفان جاهزان. لم يُرسلا بعد.
    [few] { $files } ملفات جاهزة. لم تُرسل بعد.
    [many] { $files } ملفًا جاهزًا. لم تُرسل بعد.
   *[other] { $files } ملف جاهز. لم تُرسل بعد.
}

## The same with script. The script puts numbers in place of [n] and names in place of [name].
files-chosen = الملفات المختارة
files-remove = إزالة
files-sending = يجري إرسال ملفاتك: [n] في المئة. لا تغلق هذه الصفحة.
files-cancel = إيقاف الإرسال
files-stopped = تم الإيقاف. لم يُرسل شيء إلى فريق البلاغات بعد. كل شيء ما زال هنا.
files-lost = انقطع الاتصال. لم يتم الإرسال بعد. كل شيء ما زال هنا، وملفاتك أيضًا.
files-again = أرسل مرة أخرى
files-left-out = لم يتم الإرسال بعد. ملف أو أكثر لن يُرسل. انظر السبب، ثم أرسل مرة أخرى.
