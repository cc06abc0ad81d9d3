/** One a line: the character, its English words, its Russian words. The first word of each is its name. */
export const names = `
😀 grin smile happy|улыбка радость
😃 smile happy|улыбка радость
😄 laugh smile happy|смех улыбка радость
😁 beam grin teeth|сияние улыбка зубы
😆 laughing haha|хохот смех
😅 sweat relief nervous laugh|облегчение пот смех
😂 joy tears laugh lol|слёзы смех радость
🤣 rofl laugh floor|хохот смех катаюсь
🙂 slight smile|улыбка лёгкая
🙃 upside down irony|перевёрнутый ирония
😉 wink|подмигивание
😊 blush smile warm|румянец улыбка
😇 angel innocent halo|ангел невинность
🥰 love hearts adore|обожание любовь сердца
😍 heart eyes love|влюблённый любовь глаза
😘 kiss blow|поцелуй
😋 yum tasty tongue|вкусно язык
😜 tongue wink joke|язык шутка
🤪 crazy zany goofy|безумие дурачусь
🤗 hug embrace|объятия обнимаю
🤭 giggle oops hand|хихиканье ой
🤫 quiet hush secret|тихо секрет
🤔 thinking hmm wonder|думаю размышление хм
🤨 eyebrow doubt skeptic|бровь сомнение
😐 neutral meh|нейтрально
😑 expressionless blank|без эмоций
😏 smirk sly|ухмылка
😒 unamused annoyed|недовольство
🙄 eyeroll rolling eyes|закатил глаза
😬 grimace awkward|гримаса неловко
😌 relieved calm|спокойствие облегчение
😔 pensive sad|грусть задумчивость
😪 sleepy tired|сонный усталость
😴 sleep zzz|сон сплю
😷 mask ill|маска болезнь
🤒 fever ill thermometer|температура болезнь
🤕 hurt bandage|травма бинт
🤢 nausea sick|тошнота
🤧 sneeze cold|чихание простуда
🥵 hot heat|жара жарко
🥶 cold freezing|холод мороз
😵 dizzy|головокружение
🤯 mind blown shock|взрыв шок
🥳 party celebrate|праздник вечеринка
😎 cool sunglasses|круто очки
🤓 nerd glasses|умник очки
🧐 monocle inspect|монокль изучаю
😕 confused|растерянность
😟 worried|тревога
🙁 frown sad|грусть хмурый
😮 open mouth surprise wow|удивление ого
😲 astonished wow|изумление ого
😳 flushed embarrassed|смущение
🥺 pleading please puppy|умоляю пожалуйста
😨 fear scared|страх
😰 anxious sweat|волнение пот
😥 sad relieved|печаль
😢 cry tear sad|плач слеза грусть
😭 sob cry loud|рыдание плач
😱 scream shock fear|крик ужас
😞 disappointed sad|разочарование
😩 weary tired|усталость
😤 huff triumph steam|пар упорство
😠 angry|злость
😡 rage angry red|ярость злость
🤬 swear curse|ругань
😈 devil smile|чёрт
💀 skull dead|череп
💩 poop|какашка
🤡 clown|клоун
👻 ghost|призрак
👽 alien|пришелец
🤖 robot bot|робот бот
🙈 monkey see no evil|обезьяна не вижу
👋 wave hello bye hand|привет пока рука
🖐️ hand five|ладонь пять
✋ stop hand|стоп рука
👌 ok perfect|окей отлично
✌️ peace victory|победа мир
🤞 fingers crossed luck|удача пальцы
🤟 love you hand|люблю рука
👈 left point|влево палец
👉 right point|вправо палец
👆 up point|вверх палец
👇 down point|вниз палец
👍 thumbs up yes good like ok|да хорошо лайк палец вверх
👎 thumbs down no bad dislike|нет плохо дизлайк палец вниз
✊ fist|кулак
👊 punch fist bump|кулак удар
👏 clap applause bravo|аплодисменты браво
🙌 hooray hands praise|ура руки
🤝 handshake deal agree|рукопожатие договорились сделка
🙏 please thanks pray|спасибо пожалуйста прошу
💪 strong muscle|сила мышцы
👀 eyes look|глаза смотрю
🧠 brain|мозг
🤷 shrug dunno|не знаю пожимаю
🤦 facepalm|фейспалм
🙋 raise hand me|поднятая рука я
❤️ heart love red|сердце любовь красное
🧡 orange heart|оранжевое сердце
💛 yellow heart|жёлтое сердце
💚 green heart|зелёное сердце
💙 blue heart|синее сердце
💜 purple heart|фиолетовое сердце
🖤 black heart|чёрное сердце
💔 broken heart|разбитое сердце
💕 hearts love|сердечки любовь
💯 hundred perfect|сто отлично
💥 boom explosion|взрыв
✨ sparkles magic new|блеск магия искры
⭐ star|звезда
🌟 glowing star|звезда сияние
🔥 fire hot lit|огонь
🎉 party tada congratulations|праздник поздравляю ура
🎊 confetti|конфетти
🎈 balloon|шарик
🎁 gift present|подарок
🎂 cake birthday|торт день рождения
🏆 trophy win cup|кубок победа
🥇 gold medal first|медаль первый золото
🎵 music note|музыка нота
☀️ sun sunny|солнце
🌙 moon night|луна ночь
☁️ cloud|облако
🌧️ rain|дождь
❄️ snow cold|снег снежинка
🌈 rainbow|радуга
⚡ lightning fast|молния быстро
🌹 rose flower|роза цветок
🌸 blossom flower|цветок
🌻 sunflower|подсолнух
🌲 tree|дерево ёлка
🍀 clover luck|клевер удача
🐶 dog|собака
🐱 cat|кошка кот
🐭 mouse|мышь
🐻 bear|медведь
🦊 fox|лиса
🐼 panda|панда
🐸 frog|лягушка
🦄 unicorn|единорог
🐝 bee|пчела
🍎 apple|яблоко
🍌 banana|банан
🍓 strawberry|клубника
🍕 pizza|пицца
🍔 burger|бургер
🍟 fries|картошка фри
🍰 cake piece|торт пирожное
🍫 chocolate|шоколад
☕ coffee tea|кофе чай
🍵 tea|чай
🍺 beer|пиво
🍷 wine|вино
🥂 cheers champagne|шампанское тост
🏠 home house|дом
🏢 office building|офис здание
🏪 shop store|магазин
🚗 car|машина
🚚 delivery truck|доставка грузовик
🚲 bicycle bike|велосипед
✈️ plane travel flight|самолёт поездка
🚀 rocket launch|ракета запуск
⏰ alarm clock|будильник
⏳ hourglass wait|песочные часы жду
📅 calendar date|календарь дата
📍 pin place address|место адрес
📞 phone call|телефон звонок
📱 mobile phone|мобильный телефон
💻 laptop computer|ноутбук компьютер
🖨️ printer|принтер
📷 camera photo|камера фото
💡 idea bulb|идея лампа
🔧 wrench fix repair|ключ ремонт
⚙️ gear settings|настройки шестерёнка
🔑 key|ключ
🔒 lock secure|замок безопасность
🔔 bell notification|звонок уведомление
📦 package parcel box|посылка коробка
🛒 cart shopping|корзина покупки
💳 card payment|карта оплата
💰 money bag|деньги мешок
💵 dollar cash|доллар наличные
💶 euro cash|евро наличные
🧾 receipt bill|чек счёт
📄 document page|документ страница
📎 paperclip attach|скрепка вложение
✏️ pencil write|карандаш писать
📧 email mail|почта письмо
🔗 link|ссылка
✅ done check yes|готово галочка да
❌ cross no wrong|нет крестик ошибка
❓ question|вопрос
❗ exclamation important|важно восклицание
⚠️ warning|внимание предупреждение
⛔ forbidden stop|запрет стоп
➕ plus add|плюс добавить
➖ minus|минус
🆗 ok|ок
🆕 new|новое
🔴 red circle|красный круг
🟡 yellow circle|жёлтый круг
🟢 green circle|зелёный круг
🏁 finish flag|финиш флаг
`;
