q-danger = هل هناك خطر الآن؟
q-danger-help = فريق البلاغات لا يقرأ البلاغات ليلًا ونهارًا.
q-danger-yes = نعم، هناك خطر الآن
q-danger-no = لا، ليس الآن
q-danger-unsure = لا أعرف

q-role = من أنت؟
q-role-help = اختر أقرب إجابة. لا نسألك هنا عن اسمك.
q-role-client = أتلقى الرعاية هنا، أو أسكن هنا
q-role-family = أنا من العائلة أو الأقارب
q-role-representative = أنا الممثل القانوني (الوصي أو القيّم أو الوكيل)
q-role-employee = أعمل هنا (أيضًا كعامل مؤقت أو متدرب)
q-role-volunteer = أنا متطوع
q-role-former = كنت أعمل هنا أو أتلقى الرعاية هنا
q-role-other = شخص آخر
q-role-nosay = أفضّل ألا أقول

q-helper = هل يساعدك أحد في ملء هذا النموذج؟
q-helper-alone = لا، أملؤه وحدي
q-helper-helped = نعم، هناك من يساعدني
q-helper-behalf = أملؤه نيابةً عن متلقي الرعاية

q-victim = من الذي حدث له ذلك؟
q-victim-me = أنا
q-victim-client = شخص يتلقى الرعاية أو يسكن هنا
q-victim-clients = أكثر من شخص يتلقى الرعاية
q-victim-colleague = زميل أو متطوع
q-victim-unknown = لست متأكدًا

q-kinds = عن أي شيء هذا البلاغ؟
q-kinds-help = يمكنك اختيار أكثر من إجابة. لست متأكدًا؟ اختر: أشعر بأن شيئًا ما ليس على ما يرام.
q-kinds-neglect = نقص في الرعاية أو الاهتمام
q-kinds-neglect-hint = مثلًا: عدم الرد على الجرس، أو عدم المساعدة في الأكل، أو تجاهل شخص.
q-kinds-psych = إهانة أو مضايقة أو تخويف أو عقاب
q-kinds-psych-hint = مثلًا: صراخ، تهديد، سخرية، قواعد شديدة، حبس شخص.
q-kinds-physical = إيذاء الجسم أو الإمساك بعنف
q-kinds-physical-hint = مثلًا: ضرب، قرص، دفع، غسل بخشونة.
q-kinds-sexual = سلوك جنسي
q-kinds-sexual-hint = مثلًا: تعليقات، صور، لمس، علاقة، إجبار. هذا ممنوع دائمًا بين مقدّم الرعاية ومتلقيها، حتى إذا أراده المتلقي.
q-kinds-money = مال أو ممتلكات
q-kinds-money-hint = مثلًا: سرقة، أخذ مال أو استلافه، السحب ببطاقة شخص يتلقى الرعاية.
q-kinds-discrimination = تمييز أو معاملة مختلفة
q-kinds-discrimination-hint = مثلًا: نكتة عن الأصل، الاستهانة بشخص، رفض الرعاية. أو: رفض الرعاية من زميلة محجبة.
q-kinds-gut = أشعر بأن شيئًا ما ليس على ما يرام
q-kinds-other = شيء آخر

q-grounds = بسبب ماذا كان التمييز؟
q-grounds-help = اختر كل ما ينطبق. كثيرًا ما تكون هناك أسباب عدة معًا.
q-grounds-origin = الأصل أو لون البشرة أو الجنسية
q-grounds-religion = الدين أو المعتقد
q-grounds-sex = كون الشخص رجلًا أو امرأة، أو الحمل
q-grounds-gender = الهوية الجندرية أو التعبير عنها
q-grounds-orientation = الميل الجنسي (من تحب)
q-grounds-disability = إعاقة أو مرض مزمن
q-grounds-age = العمر
q-grounds-weight = الوزن أو المظهر
q-grounds-language = اللغة أو اللهجة
q-grounds-political = الرأي السياسي
q-grounds-civil = الحالة الاجتماعية (متزوج أو غير متزوج)
q-grounds-contract = نوع العقد أو عدد الساعات
q-grounds-social = التعليم أو المال أو المكانة الاجتماعية
q-grounds-other = شيء آخر
q-grounds-unknown = لا أعرف

q-story = ماذا حدث؟
q-story-help = اكتب ما رأيته أو سمعته. تكفي بضع جمل. يُفضَّل عدم كتابة أسماء عائلات متلقي الرعاية. يمكنك أن تحكي المزيد لاحقًا.
q-story-error = اكتب بكلمات قليلة ماذا حدث.

q-source-of-knowledge = كيف عرفت ذلك؟
q-source-of-knowledge-help = يمكنك اختيار أكثر من إجابة.
q-source-of-knowledge-experienced = حدث لي أنا
q-source-of-knowledge-saw = رأيته
q-source-of-knowledge-heard = سمعته بنفسي
q-source-of-knowledge-client-told = أخبرني به متلقي الرعاية
q-source-of-knowledge-others-told = أخبرني به شخص آخر
q-source-of-knowledge-signs = لاحظت شيئًا على متلقي الرعاية (مثل الخوف أو كدمات)
q-source-of-knowledge-own = يتعلق الأمر بسلوكي أنا

q-when = متى حدث ذلك؟
q-when-help = يكفي تقدير. لا بأس أيضًا إذا كان منذ زمن طويل.
q-when-now = ما زال يحدث الآن
q-when-week = في آخر 7 أيام
q-when-month = قبل أقل من شهر
q-when-year = قبل أقل من سنة
q-when-longer = قبل أكثر من سنة
q-when-unknown = لا أعرف

q-when-detail = اليوم أو التاريخ أو الساعة (إذا كنت تعرف)

q-often = كم مرة حدث ذلك؟
q-often-once = مرة واحدة
q-often-more = أكثر من مرة
q-often-unknown = لا أعرف

q-where = أين حدث ذلك؟
q-where-help = اختر المكان أو الفريق. لا تعرف؟ تابع دون اختيار.
q-where-home = في بيت متلقي الرعاية
q-where-online = بالهاتف أو بتطبيق أو على الإنترنت
q-where-elsewhere = في مكان آخر

q-actor = من فعل ذلك؟
q-actor-help = لست متأكدًا؟ لا بأس باختيار ذلك.
q-actor-care = مقدّم رعاية أو مرافق
q-actor-staff = شخص آخر يعمل هنا
q-actor-manager = مدير أو عضو في الإدارة
q-actor-volunteer = متطوع
q-actor-client = شخص آخر يتلقى الرعاية
q-actor-family = فرد من العائلة أو الشريك أو زائر
q-actor-several = عدة أشخاص
q-actor-self = أنا
q-actor-unknown = لا أعرف

q-actor-name = الاسم أو الوظيفة (إذا أردت أن تقول)
q-actor-name-help = يرى هذا فريق البلاغات وحده. ويستمع الفريق دائمًا إلى هذا الشخص أيضًا قبل أن يحكم.

q-identity = هل تريد أن تذكر اسمك؟
q-identity-help = يمكنك أن تذكر اسمك لاحقًا أيضًا. لا نقول من قدّم البلاغ إذا كنت لا تريد ذلك. لكن قد يستطيع أحد أن يخمّن.
q-identity-anonymous = لا، أريد أن أبقى مجهول الاسم
q-identity-anonymous-hint = عندها لا نعرف من أنت. نطرح أسئلتنا عن طريق رمزك. وأحيانًا لا نستطيع أن نفعل الكثير.
q-identity-team-only = نعم، لكن يعرف اسمي فريق البلاغات وحده
q-identity-open = نعم، ويمكن للفريق أن يذكر اسمي عند الحاجة

q-name = اسمك

q-contact = رقم الهاتف أو البريد الإلكتروني
q-contact-help = يُفضَّل ألا يكون عنوان عملك. بدون عنوان نستخدم رمزك فقط.

q-exclude = هل هناك عضو في الفريق لا ينبغي أن يقرأ هذا؟
q-exclude-help = مثلًا لأن البلاغ يتعلق بهذا الشخص. عندها لا يستطيع هذا الشخص فتح بلاغك.
q-exclude-error = استبعدت الجميع. اترك شخصًا واحدًا، أو اختر شخص الثقة من خارج المؤسسة.

q-d-signs = ماذا لاحظت على متلقي الرعاية؟

q-d-client-now = كيف حال متلقي الرعاية أو الزميل الآن؟

q-d-client-knows = هل يعرف متلقي الرعاية (أو ممثله) بهذا البلاغ؟
q-d-client-knows-help = يمكنك تقديم البلاغ دون موافقة. لا تستجوب متلقي الرعاية.
q-d-client-knows-agrees = نعم، ويوافق عليه
q-d-client-knows-disagrees = نعم، لكنه يفضّل ألا يُقدَّم
q-d-client-knows-no = لا
q-d-client-knows-cannot = لا يستطيع متلقي الرعاية أن يفهم هذا أو يقوله
q-d-client-knows-unknown = لا أعرف

q-d-done = ماذا جرى عمله حتى الآن؟
q-d-done-help = لا بأس إذا لم يُعمل شيء.
q-d-done-addressed = تحدث أحد مع الشخص نفسه
q-d-done-manager = المدير يعرف
q-d-done-confidant = شخص الثقة يعرف
q-d-done-file = كُتب شيء في ملف متلقي الرعاية
q-d-done-mic = هناك بلاغ داخلي عن حادث (MIC أو VIM أو MIM)
q-d-done-police = الشرطة تعرف
q-d-done-nothing = لا شيء بعد

q-d-witness = من يعرف بالأمر أيضًا؟
q-d-witness-help = لا حاجة إلى أسماء. يمكنك كتابة الوظيفة.

q-d-measure = هل كان هذا متفقًا عليه في خطة الرعاية (مثل الإمساك بالشخص أو قفل الغرفة)؟
q-d-measure-yes = نعم
q-d-measure-no = لا
q-d-measure-unknown = لا أعرف

q-d-need = ماذا تأمل أن يحدث؟
q-d-need-stop = يجب أن يتوقف هذا
q-d-need-safe = يجب أن يكون شخص ما في أمان
q-d-need-investigate = ابحثوا عمّا حدث
q-d-need-talk = أريد أن أتحدث عنه
q-d-need-support = أريد مساعدة أو دعمًا
q-d-need-register = أريد فقط أن تعرفوا
q-d-need-prevent = يجب ألا يحدث هذا مرة أخرى

q-d-signs-dirty = متسخ أو غير معتنى به
q-d-signs-eats = يأكل قليلًا
q-d-signs-sleeps = ينام بصعوبة
q-d-signs-passive = لم يعد يفعل شيئًا
q-d-signs-clingy = لا يريد أن يكون وحده
q-d-signs-afraid = خائف
q-d-signs-confused = مشوش
q-d-signs-distrust = لا يثق بأحد
q-d-signs-startles = يفزع بسرعة
q-d-signs-angry = غاضب
q-d-signs-sad = حزين
q-d-signs-bruises = كدمات زرقاء
q-d-signs-wounds = خدوش أو جروح
q-d-signs-drowsy = خامل وناعس
q-d-signs-undressing = يضطرب كثيرًا عند خلع الملابس أو الغسل
q-d-signs-pain = ألم أو جرح في الأعضاء التناسلية أو المؤخرة
q-d-signs-infection = التهابات متكررة هناك
q-d-signs-money = مال قليل جدًا
q-d-signs-supplies = طعام أو أغراض قليلة جدًا في البيت
q-d-signs-missing = اختفاء أشياء ثمينة
q-d-signs-avoids = لا يريد رؤية هذا الشخص بعد الآن
q-d-signs-changed = تغيّر

q-where-detail = أي مكان أو قسم أو غرفة؟ (غير إلزامي)
