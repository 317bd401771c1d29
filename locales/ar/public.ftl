## The public pages.

language-name = العربية
language-switch = لغات أخرى
skip-link = انتقل إلى المحتوى
leave = مغادرة الصفحة
footer-nav = مزيد من المعلومات
nav-start = البداية
nav-team = من يقرأ بلاغك؟

title-start = البداية
title-form = نموذج
title-form-error = خطأ – نموذج
title-receipt = تم الإرسال
title-code = رمز
title-thread = رسائل
title-team = اتصال
title-problem = تنبيه

start-heading = أبلغ عمّا لا يبدو لك صحيحًا
start-intro = هل تجاوز أحد الحدود في الرعاية؟ أو لديك شك؟ أبلغ عن ذلك هنا. يكفي أن تشعر بأن شيئًا ما ليس على ما يرام.
start-point-time = يستغرق البلاغ نحو 3 دقائق.
start-point-anonymous = يمكنك أن تذكر اسمك. ويمكنك أيضًا أن تبقى مجهول الاسم.
start-point-readers = فريق البلاغات وحده يستطيع قراءة بلاغك.
start-point-code = تحصل على رمز. به ترى ماذا يحدث، ويمكنك إرسال رسائل.
start-report = تقديم بلاغ
start-code = لديّ رمز
danger-heading = خطر الآن؟
danger-call = اتصل بالرقم 112.
start-who-heading = لمن هذا؟
start-who = للعاملين والمتطوعين ومتلقي الرعاية والعائلة ومن يرعى قريبًا والممثلين القانونيين. لا يلزم أن تكون متأكدًا. لا يلزم أن يكون لديك دليل.
start-telling-heading = هل هذه وشاية؟
start-telling = لا. الأمر يتعلق بسلامة من يتلقون الرعاية ومن يقدمونها.
start-after-heading = ماذا يحدث بعد ذلك؟
start-after-1 = خلال 7 أيام تقرأ أننا قرأنا بلاغك.
start-after-2 = ننظر أولًا إن كان الجميع في أمان.
start-after-3 = نبحث عمّا حدث. ونستمع أيضًا إلى الشخص المعنيّ.
start-after-4 = تقرأ ماذا نفعل بالبلاغ. يكون ذلك خلال 3 أشهر.
start-harm-heading = هل تواجه مشاكل بسبب بلاغك؟
start-harm = هذا ممنوع. لا يجوز أن يلحقك ضرر لأنك أبلغت بصدق. حدث ذلك رغم هذا؟ أخبرنا عن طريق رمزك.
start-safe-heading = استخدام آمن
start-safe = يُفضَّل أن تستخدم هاتفك والإنترنت الخاص بك. زر «مغادرة الصفحة» يأخذك بعيدًا بسرعة. لكن متصفحك يتذكر الصفحات التي زرتها.

team-heading = من يقرأ بلاغك؟
team-intro = هؤلاء الأشخاص يستطيعون فتح البلاغات. لا أحد غيرهم يستطيع ذلك. يمكنك في النموذج أن تستبعد شخصًا.
team-outside-line = يعمل بشكل مستقل: لا يدير أحدًا.
team-external = لا يعمل في المؤسسة.
team-phone = الهاتف
team-email = البريد الإلكتروني
team-recovery-heading = المفتاح في الخزنة
team-recovery = هناك أيضًا مفتاح على ورق في خزنة. هو موجود لحالة ضياع كل المفاتيح الأخرى. بهذا المفتاح يمكن فتح كل بلاغ.

form-heading = تقديم بلاغ
form-intro = يلزم أن تجيب فقط عن سؤال «ماذا حدث؟». يمكنك تخطي الأسئلة الأخرى.
form-step-safety = الأمان
form-step-you = من أنت
form-step-victim = من حدث له ذلك
form-step-kinds = موضوع البلاغ
form-step-story = ماذا حدث
form-step-when = متى
form-step-where = أين
form-step-actor = من فعل ذلك
form-step-identity = اسمك
form-step-more = احكِ المزيد
form-more-summary = هل تريد أن تحكي المزيد؟ يمكنك ذلك لاحقًا أيضًا برمزك.
form-required = (إلزامي)
form-choose-place = اختر إذا أردت
form-no-names = يمكنك أن تشارك هذا مع فريق البلاغات حتى دون موافقة متلقي الرعاية (قانون جودة الرعاية Wkkgz، المادة 9). شارك فقط ما هو ضروري.
form-recovery-note = تنبيه: هناك أيضًا مفتاح على ورق في خزنة. بهذا المفتاح يمكن فتح كل بلاغ. لا يمكنك استبعاده.
form-anonymous-tip = تريد أن تبقى مجهول الاسم؟ قد تُظهر قصتك نفسها من أنت. اقرأ نصك مرة أخرى.
form-sealed = يُحفظ بلاغك مشفّرًا. فريق البلاغات وحده يستطيع فتحه.
form-send = إرسال البلاغ

error-summary = حدث خطأ. انظر إلى الإجابات أدناه.
error-not-sent = لم يُرسل بلاغك بعد. كل ما كتبته ما زال هنا. حاول مرة أخرى بعد قليل.
error-message-not-sent = لم تُرسل رسالتك بعد. نصك ما زال هنا. حاول مرة أخرى بعد قليل.
error-message-cut = لم يصل جزء من رسالتك. لم تُرسل بعد. تأكد أن كل شيء ما زال هنا ثم أرسلها مرة أخرى.
error-form-expired = لم يعد هذا النموذج صالحًا. لم يُرسل بلاغك بعد. كل ما كتبته ما زال هنا. أرسله مرة أخرى.
error-form-cut = لم يصل جزء من النموذج. لم يُرسل بلاغك بعد. تأكد أن كل شيء ما زال هنا ثم أرسله مرة أخرى.
error-form-large = النموذج كبير جدًا. لم يُرسل بلاغك بعد. اجعل نصك أقصر. يمكنك أن تحكي المزيد لاحقًا برمزك.
error-too-long = هذا طويل جدًا: { $found ->
    [zero] لا أحرف
    [one] حرف واحد
    [two] حرفان
    [few] { $found } أحرف
    [many] { $found } حرفًا
   *[other] { $found } حرف
}. الحد الأقصى: { $max ->
    [zero] لا أحرف
    [one] حرف واحد
    [two] حرفان
    [few] { $max } أحرف
    [many] { $max } حرفًا
   *[other] { $max } حرف
}. اجعله أقصر، أو احكِ الباقي لاحقًا برمزك.
error-unknown-choice = هذه الإجابة غير موجودة. اختر مرة أخرى.
error-unreadable = لم نستطع قراءة بعض الأحرف. راجع نصك ثم أرسله مرة أخرى.
error-prefix = خطأ:

receipt-question-heading = وصلنا سؤالك.
receipt-heading = وصلنا بلاغك. شكرًا لك على الإبلاغ.
receipt-code-label = رمزك:
receipt-keep = احفظ الرمز جيدًا. لا نستطيع إعطاءك الرمز مرة أخرى. بدون الرمز لا يمكنك قراءة الأجوبة.
receipt-keep-how = اكتب الرمز على ورقة، أو التقط صورة لهذه الشاشة.
receipt-number = رقم البلاغ (ليس سرًا): { $number }. اذكر هذا الرقم إذا اتصلت بنا.
receipt-next-heading = ماذا الآن؟
receipt-next = عُد برمزك في موعد أقصاه { $date }. عندها تقرأ إن كانت لدينا أسئلة.
receipt-silence-staff = يرجى عدم الحديث عن هذا مع الزملاء في الوقت الحالي
receipt-silence-others = نرجو عدم الحديث عن هذا مع آخرين في المؤسسة في الوقت الحالي
receipt-silence = بهذا نمنع الإشاعات ونحمي الجميع. ليس القصد إخفاء شيء. يسري هذا حتى { $date } تقريبًا. نخبرك إذا تغيّر ذلك.
receipt-silence-except = يمكنك دائمًا الحديث مع فريق البلاغات، أو شخص الثقة، أو الشرطة، أو هيئة التفتيش، أو طبيبك، أو محاميك، أو نقابتك، أو من يساعدك.
receipt-qr = رمزك كصورة، لحفظه بهاتفك
receipt-copy = نسخ
receipt-copied = نُسخ الرمز.
receipt-print = طباعة
receipt-save = حفظ كملف «ملاحظة»
receipt-note-file = note.txt
receipt-reminder = ضع تذكيرًا في تقويمي
receipt-reminder-title = موعد
receipt-doors-heading = هل هذا صعب عليك؟
receipt-saved = حفظتُ الرمز
receipt-too-late = تنبيه: كان بلاغك قد أُرسل عندما استبعدت { $names }. يمكن لهذا الشخص قراءة بلاغك الأول والرسائل اللاحقة، لكن ليس هذا التغيير. لا تريد ذلك؟ قدّم بلاغًا جديدًا.
receipt-resent = هل أرسلت هذا النموذج مرتين؟ هناك مع ذلك بلاغ واحد فقط. يبقى رمزك كما هو.
receipt-to-thread = عرض بلاغك
receipt-done = انتهيت – مغادرة الصفحة

code-heading = رمزك
code-intro = اكتب الرمز الذي حصلت عليه بعد بلاغك. لا فرق بين الأحرف الكبيرة والصغيرة، ولا أهمية للشرطات والمسافات.
code-label = الرمز
code-example = في الرمز 16 حرفًا ورقمًا، مثل ⁦K7QF-2M9D-XW4T-8HRC⁩.
code-open = عرض بلاغي
code-lost-heading = ضاع الرمز؟
code-lost = لا نستطيع استعادة رمزك. قدّم بلاغًا جديدًا واذكر رقم بلاغك.
code-error-empty = اكتب رمزك.
code-error-length = كتبت { $found ->
    [zero] صفر أحرف وأرقام
    [one] حرفًا أو رقمًا واحدًا
    [two] حرفين أو رقمين
    [few] { $found } أحرف وأرقام
    [many] { $found } حرفًا ورقمًا
   *[other] { $found } حرف ورقم
}. في الرمز 16.
code-error-symbol = الحرف { $place } لا يوجد في أي رمز. في الرمز أحرف لاتينية وأرقام فقط، ولا يوجد فيه حرف U أبدًا.
code-error-check = هناك خطأ في كتابة الرمز. راجع الأحرف والأرقام.
code-error-unknown = لا نجد بلاغًا بهذا الرمز. راجع الأحرف والأرقام.
code-error-busy = الموقع مشغول جدًا الآن. انتظر قليلًا ثم حاول مرة أخرى. رمزك ما زال هنا.
code-error-cut = لم يصل جزء من النموذج. اكتب رمزك ثم حاول مرة أخرى.
code-message = رسالتك
code-message-kept = لم تُرسل هذه الرسالة بعد. افتح بلاغك بالرمز أولًا. ستجد نصك هناك مرة أخرى.

thread-heading = بلاغك { $number }
thread-status = الحالة
thread-next-news = تقرأ أخبارًا قبل { $date }.
thread-silence = يرجى عدم الحديث عن هذا مع الزملاء حتى { $date }. يمكنك دائمًا الحديث مع فريق البلاغات، أو شخص الثقة، أو الشرطة، أو هيئة التفتيش، أو طبيبك، أو محاميك، أو نقابتك، أو من يساعدك.
thread-messages = الرسائل
thread-from-team = فريق البلاغات
thread-from-you = أنت
thread-you-reported = قدّمت هذا البلاغ.
thread-you-wrote = أرسلت رسالة.
thread-own-text = لا نعرض هنا نصك أنت. هكذا لا يستطيع شخص آخر أن يقرأ قصتك برمزك.
thread-unreadable = لا نستطيع فتح هذه الرسالة. اطلب من فريق البلاغات إرسالها مرة أخرى.
thread-status-changed = حالة جديدة:
thread-write = اكتب رسالة
thread-write-help = لا تكتب أسماء متلقي الرعاية إذا لم يكن ذلك ضروريًا. نجيب خلال 7 أيام. هذا ليس خط طوارئ.
thread-send = إرسال الرسالة
thread-sent = أُرسلت رسالتك.
thread-refresh = انظر إن كان هناك جديد
thread-message-missing = اكتب رسالة أولًا.
thread-leave-note = انتهيت؟ أغلق هذه الصفحة والمتصفح. هكذا لا يقرأ أحد غيرك على هذه الشاشة.

problem-not-found-heading = هذه الصفحة غير موجودة
problem-not-found = راجع العنوان، أو انتقل إلى صفحة البداية.
problem-method-heading = لا يمكن فتح هذه الصفحة بهذه الطريقة
problem-method = انتقل إلى صفحة البداية. لديك رمز؟ اكتبه هناك مرة أخرى.
problem-cross-heading = جاء هذا النموذج من موقع آخر
problem-cross = لم نقبله. انتقل إلى صفحة البداية واملأ النموذج هناك.

date-words = { $day } { $month } { $year }
month-1 = يناير
month-2 = فبراير
month-3 = مارس
month-4 = أبريل
month-5 = مايو
month-6 = يونيو
month-7 = يوليو
month-8 = أغسطس
month-9 = سبتمبر
month-10 = أكتوبر
month-11 = نوفمبر
month-12 = ديسمبر
receipt-done-short = إلى صفحة البداية

notice-danger-heading = اتصل الآن بالرقم 112
notice-danger-1 = ابقَ قريبًا من متلقي الرعاية إذا كان ذلك آمنًا.
notice-danger-2 = اطلب المساعدة من زميل أو جار.
notice-danger-3 = تعمل هنا؟ أوقف ما يحدث إذا كان ذلك آمنًا.
notice-danger-after = يمكنك الإبلاغ بعد ذلك.
notice-danger-client-heading = اتصل الآن بالرقم 112
notice-danger-client-1 = اذهب إلى مكان آمن إذا استطعت.
notice-danger-client-2 = نادِ شخصًا تثق به.
notice-stop-heading = قد يكون هذا جريمة. انتبه إلى ما يلي:
notice-stop-1 = استمع إلى متلقي الرعاية، لكن لا تواصل طرح الأسئلة.
notice-stop-2 = لا تواجه الشخص بنفسك.
notice-stop-3 = لا تنظّف شيئًا. لا ترمِ شيئًا. احتفظ بالرسائل.
notice-stop-4 = اكتب حرفيًا ما رأيته أو سمعته.
notice-stop-5 = يتشاور فريق البلاغات مع الشرطة. يمكنك أيضًا الاتصال بنفسك:
notice-stop-me-heading = قد يكون هذا جريمة. لم ترتكب أي خطأ.
notice-stop-me-1 = لا يلزمك إثبات أي شيء.
notice-stop-me-2 = احتفظ بالرسائل والملابس إذا استطعت.
notice-stop-me-3 = يمكنك أن تصطحب شخصًا تثق به.
notice-stop-me-4 = يمكنك الذهاب إلى الشرطة بنفسك. هذا غير إلزامي:
notice-week-heading = مساعدة بعد العنف الجنسي
notice-week-text = هل حدث ذلك في آخر 7 أيام؟ اتصل بمركز العنف الجنسي (Centrum Seksueel Geweld)، ليلًا ونهارًا، مجانًا:
notice-family-heading = هل يتعلق الأمر بالعائلة أو الشريك أو زائر؟
notice-family-text = عندها تسري قواعد الإبلاغ عن العنف المنزلي (Meldcode). اتصل بـ Veilig Thuis للنصيحة، ليلًا ونهارًا، مجانًا:
notice-family-staff = تعمل هنا؟ تحدث مع مسؤول قواعد Meldcode في مؤسستك.
notice-family-also = يمكنك الإبلاغ هنا أيضًا.
notice-hint-text = التهديد أو ترك شخص دون مساعدة قد يكون جريمة أيضًا. لا تستجوب متلقي الرعاية. لا تواجه الشخص بنفسك.
notice-continue = يمكنك متابعة البلاغ.

walk-progress = السؤال [n] من [m]
walk-next = التالي
walk-back = السابق
walk-change = تغيير
walk-open = لم يُملأ
walk-check = هل هذا صحيح؟
walk-sending = يُرسل بلاغك الآن. لا تغلق هذه الصفحة.

ask-heading = اطرح سؤالًا أولًا
ask-intro = لديك شك إن كنت تريد الإبلاغ؟ اطرح سؤالك أولًا. السؤال ليس بلاغًا بعد. تحصل على رمز لقراءة الجواب.
ask-send = إرسال السؤال
q-door = ماذا تريد أن تفعل؟
q-door-report = تقديم بلاغ
q-door-question = طرح سؤال أولًا

thread-more-heading = احكِ المزيد، أو توقف
thread-more = احكِ المزيد، أو اذكر اسمك
thread-withdraw = سحب البلاغ
thread-unhappy-heading = غير راضٍ، أو لا يصلك رد؟
thread-unhappy = اطلب في رسالة عضوًا آخر من فريق البلاغات. يمكنك أيضًا التوجه إلى:
more-heading = احكِ المزيد
more-intro = لا يلزمك ملء شيء. ما تملؤه يذهب إلى فريق البلاغات الذي يقرأ بلاغك.
more-send = إرسال
more-sent = أُرسلت إجاباتك.
more-nothing = لم تملأ شيئًا بعد.
more-back = العودة إلى بلاغك
withdraw-heading = سحب البلاغ
withdraw-text = يمكنك إيقاف الحديث. عند الخطر أو الجريمة قد نضطر إلى المتابعة. لا يُمحى بلاغك. يقرأ فريق البلاغات أنك تريد التوقف.
withdraw-sure = نعم، أريد أن أتوقف
withdraw-message = مقدّم البلاغ يسحب البلاغ. (De melder trekt de melding in.)
withdraw-sent = يقرأ فريق البلاغات أنك تريد التوقف.

nav-help = مساعدة
nav-privacy = الخصوصية
nav-accessibility = سهولة الاستخدام
start-ask = اطرح سؤالًا أولًا
start-readers-heading = من يقرأ بلاغك؟
start-doors-heading = تفضّل الحديث، أو شخصًا من الخارج؟
title-help = مساعدة
title-privacy = الخصوصية
title-accessibility = سهولة الاستخدام
help-heading = مساعدة وأماكن أخرى
help-own = في المؤسسة
help-national = في هولندا كلها
help-own-none = لم تذكر المؤسسة أحدًا هنا بعد. اسأل فريق البلاغات.
privacy-heading = الخصوصية
privacy-who-heading = من المسؤول؟
privacy-who = { $organisation } هي المسؤولة عن بياناتك.
privacy-why-heading = لماذا؟
privacy-why = لجعل الرعاية آمنة، ولعمل ما يطلبه القانون (قانون جودة الرعاية Wkkgz؛ وكصاحب عمل أيضًا قانون ظروف العمل Arbowet وقانون حماية المبلّغين Wet bescherming klokkenluiders).
privacy-what-heading = أي بيانات؟
privacy-what = ما تكتبه. اسمك فقط إذا ذكرته. بيانات عن آخرين في قصتك. قد تكون بيانات حساسة: الصحة، السلوك الجنسي، الأصل، جريمة محتملة.
privacy-read-heading = من يقرأها؟
privacy-read = فقط أعضاء فريق البلاغات الذين لم تستبعدهم. من يدير الموقع لا يستطيع قراءة البلاغات المحفوظة.
privacy-not-heading = ماذا لا نحفظ؟
privacy-not = لا نحفظ عنوان IP الخاص بك. لا نستخدم ملفات تعريف الارتباط (cookies). نكتب مع بلاغك اليوم، لا الساعة.
privacy-share-heading = مع من نشاركها؟
privacy-share = فقط إذا كان ذلك واجبًا أو ضروريًا: هيئة التفتيش، الشرطة، محقق. لا نعطي اسمك إلا إذا وافقت أو إذا طلبه القانون. وتعرف ذلك أولًا إن أمكن.
privacy-secret-heading = هل يبقى الأمر سرًا؟
privacy-secret = نحن حريصون. لكن لا نستطيع أن نعد بألا يعرف أحد. عند الخطر أو الجريمة يجب أن نفعل شيئًا.
privacy-accused-heading = الشخص المعنيّ بالبلاغ
privacy-accused = يعرف هذا الشخص بالتحقيق في أقرب وقت ممكن. لا نقول من أنت، إلا إذا وافقت أو إذا طلبه القانون.
privacy-long-heading = إلى متى؟
privacy-long = ما دام ذلك ضروريًا للتحقيق وما يأتي بعده. اسأل فريق البلاغات عن المدة. عند إغلاق القضية يختار الفريق يومًا. في ذلك اليوم يمحو الخادم البلاغ تلقائيًا، إلا إذا اضطر الفريق إلى الاحتفاظ بالقضية مدة أطول.
privacy-rights-heading = حقوقك
privacy-rights = يمكنك الاطلاع على بياناتك أو تصحيحها أو طلب محوها أو الاعتراض. يمكن ذلك أيضًا برمزك فقط.
privacy-complaint-heading = شكوى؟
privacy-complaint = توجه إلى مسؤول حماية البيانات (functionaris gegevensbescherming) أو إلى هيئة حماية البيانات (Autoriteit Persoonsgegevens).
privacy-code-heading = رمزك
privacy-code = لا يمكن قراءة الأجوبة إلا برمزك. نحن لا نحفظ الرمز.
accessibility-heading = سهولة الاستخدام
accessibility-goal = نريد أن يستطيع الجميع الإبلاغ هنا. نبني وفق معيار WCAG 2.2، المستوى AA.
accessibility-works = تعمل الصفحات دون فأرة، ودون برامج نصية (script)، وعلى هاتف صغير، وعند التكبير إلى 200 في المئة. وهي مصممة لقارئات الشاشة.
accessibility-tested = نختبر كل صفحة ببرنامج (axe-core). لم يختبر الصفحاتِ بعدُ أشخاصٌ ذوو إعاقة.
accessibility-problem = شيء لا يعمل؟ اتصل بأحد أعضاء فريق البلاغات أو اكتب له. عندها نقدّم البلاغ معًا.
