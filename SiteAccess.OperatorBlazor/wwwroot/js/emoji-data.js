/** The emoji of the picker: the sign, its English and its Russian names. One line each, groups apart; a line is `sign|en|ru`. */
const lines = `
😀|grinning smile happy|улыбка радость
😃|smile open happy|улыбка весело
😄|smile eyes laugh|смех улыбка
😁|beaming grin|широкая улыбка
😆|laughing squint|смех зажмурился
😅|sweat smile relief|неловко облегчение смех
🤣|rolling laughing|валяюсь от смеха
😂|tears of joy laugh|смех до слёз
🙂|slight smile|лёгкая улыбка
🙃|upside down irony|вверх ногами ирония
😉|wink|подмигивает
😊|blush smile warm|смущённая улыбка
😇|angel halo innocent|ангел невинность
🥰|love hearts smile|любовь сердечки
😍|heart eyes love|влюблён глаза сердечки
😘|kiss|поцелуй
😋|yummy tasty|вкусно
😜|tongue wink joke|язык шутка
🤪|zany crazy|дурачусь
🤗|hug|обнимаю
🤭|giggle hand over mouth|хихикает ой
🤫|quiet shush secret|тихо секрет
🤔|thinking hmm|думаю хм
🤨|raised eyebrow doubt|сомнение бровь
😐|neutral|нейтрально
😑|expressionless|без эмоций
😶|no mouth silent|молчу
😏|smirk|ухмылка
🙄|eye roll|закатил глаза
😬|grimace awkward|неловко гримаса
😌|relieved calm|спокойствие облегчение
😔|pensive sad|грусть задумчивость
😴|sleeping|сплю
🤒|ill thermometer|болею температура
🤕|hurt bandage|травма бинт
🤯|mind blown|взрыв мозга
🥳|party celebrate|праздник вечеринка
😎|cool sunglasses|круто очки
🤓|nerd|умник очки
😕|confused|растерянность
😟|worried|беспокойство
🙁|frown sad|грустно
😮|surprised wow|удивление ого
😳|flushed embarrassed|смущение
🥺|please pleading|пожалуйста умоляю
😢|cry tear sad|слеза плачу
😭|sob cry|рыдаю
😱|scream fear|ужас крик
😩|weary tired|устал измучен
😤|huff triumph|фыркает
😡|angry mad|злость гнев
🤬|swearing|ругаюсь
💩|poop|какашка
🤖|robot bot|робот бот
👋|wave hello bye|привет пока машет
🤚|raised hand|рука стоп
✋|hand stop high five|ладонь стоп
👌|ok fine|окей хорошо
🤏|pinch little|чуть-чуть
✌️|victory peace|победа мир
🤞|fingers crossed luck|скрестил пальцы удача
🤙|call me|позвони
👈|left|налево
👉|right|направо
👆|up|вверх
👇|down|вниз
☝️|index one attention|внимание палец
👍|thumbs up like yes|палец вверх нравится да
👎|thumbs down dislike no|палец вниз не нравится нет
✊|fist|кулак
👊|fist bump|удар кулак
👏|clap applause bravo|аплодисменты браво
🙌|raised hands hooray|ура руки вверх
🤝|handshake deal|рукопожатие договорились
🙏|thanks please folded hands|спасибо пожалуйста прошу
✍️|writing|пишу
💪|strong muscle|сила мышца
👀|eyes look|глаза смотрю
🧠|brain|мозг
🤷|shrug|пожимаю плечами
🤦|facepalm|рука лицо фейспалм
🙋|raise hand question|вопрос поднял руку
❤️|heart love red|сердце любовь красное
🧡|orange heart|оранжевое сердце
💛|yellow heart|жёлтое сердце
💚|green heart|зелёное сердце
💙|blue heart|синее сердце
💜|purple heart|фиолетовое сердце
🖤|black heart|чёрное сердце
💔|broken heart|разбитое сердце
💯|hundred perfect|сто идеально
✨|sparkles new|блеск новое
⭐|star|звезда
🌟|glowing star|сияющая звезда
🔥|fire hot|огонь жарко
🎉|party popper congratulations|поздравляю хлопушка
🎊|confetti|конфетти
🎁|gift present|подарок
🎈|balloon|воздушный шар
🏆|trophy winner|кубок победитель
🥇|gold medal first|золото медаль
✅|check done yes|готово галочка да
✔️|check mark|галочка
❌|cross no wrong|крестик нет ошибка
❓|question|вопрос
❗|exclamation important|важно восклицательный
⚠️|warning|предупреждение внимание
🚫|forbidden no|запрещено нельзя
⛔|no entry|стоп въезд запрещён
🆗|ok button|окей
🆕|new|новое
🆘|sos help|помощь сос
ℹ️|information|информация
➡️|arrow right|стрелка вправо
⬅️|arrow left|стрелка влево
⬆️|arrow up|стрелка вверх
⬇️|arrow down|стрелка вниз
🔄|refresh again|обновить снова
🔍|search magnifier|поиск лупа
🔗|link|ссылка
🔒|locked|закрыто замок
🔓|unlocked|открыто замок
🔑|key|ключ
🛠️|tools repair|инструменты ремонт
⚙️|settings gear|настройки шестерёнка
🐛|bug|жук ошибка
💡|idea bulb|идея лампочка
📌|pin|закрепить кнопка
📎|attachment clip|скрепка вложение
📝|note memo write|заметка записать
📄|document page|документ страница
📁|folder|папка
📊|chart report|график отчёт
📈|growth chart|рост график
📉|decline chart|падение график
📅|calendar date|календарь дата
⏰|alarm clock time|будильник время
⏳|hourglass wait|песочные часы ждём
🕒|clock three time|часы время
📞|phone call|телефон звонок
📱|mobile phone|мобильный телефон
💻|laptop computer|ноутбук компьютер
🖥️|desktop computer|компьютер экран
🖨️|printer|принтер
📷|camera photo|фото камера
🎥|video camera|видео камера
🔔|bell notification|колокольчик уведомление
🔕|bell off mute|без звука
🔊|loud sound|звук громко
✉️|letter mail|письмо почта
📧|e-mail|электронная почта
📦|package parcel delivery|посылка доставка
🚚|truck delivery|грузовик доставка
🛒|cart shopping|корзина покупки
🛍️|bags shopping|покупки пакеты
💳|card payment|карта оплата
💰|money bag|деньги мешок
💵|dollar cash|доллар наличные
💶|euro cash|евро наличные
🧾|receipt bill|чек счёт
🏷️|label price|ярлык цена
🏠|home house|дом
🏢|office building|офис здание
🏪|shop store|магазин
🏭|factory|завод
🏥|hospital|больница
🏦|bank|банк
✈️|plane flight|самолёт полёт
🚗|car|машина
🚆|train|поезд
🚀|rocket fast launch|ракета быстро запуск
🌍|world earth|мир земля
🗺️|map|карта
📍|place location|место метка
☀️|sun|солнце
🌙|moon night|луна ночь
⛅|cloud sun weather|облачно погода
🌧️|rain|дождь
❄️|snow cold|снег холод
⚡|lightning fast|молния быстро
🌈|rainbow|радуга
🌸|flower blossom|цветок сакура
🌹|rose flower|роза цветок
🌻|sunflower|подсолнух
🌲|tree|дерево ёлка
🍀|clover luck|клевер удача
🐱|cat|кот кошка
🐶|dog|собака пёс
🐻|bear|медведь
🦊|fox|лиса
🐼|panda|панда
🐰|rabbit|кролик заяц
🦄|unicorn|единорог
🐝|bee|пчела
☕|coffee tea cup|кофе чай чашка
🍵|tea|чай
🍺|beer|пиво
🍷|wine|вино
🥂|cheers glasses|бокалы за нас
🍕|pizza|пицца
🍔|burger|бургер
🍎|apple|яблоко
🍓|strawberry|клубника
🍰|cake dessert|торт десерт
🎂|birthday cake|день рождения торт
🍫|chocolate|шоколад
⚽|football soccer|футбол мяч
🎮|game|игра
🎵|music note|музыка нота
🎧|headphones|наушники
📚|books|книги
🎓|graduation study|учёба выпуск
👤|person user|человек пользователь
👥|people users|люди пользователи
👨‍💻|developer programmer|программист разработчик
👩‍💼|office worker manager|менеджер сотрудница
🧑‍🔧|mechanic repair|мастер ремонт
🇬🇧|flag britain english|флаг британия
🇷🇺|flag russia|флаг россия
🇪🇺|flag europe|флаг европа`;

/** @type {{ sign: string, en: string, ru: string }[]} */
export const emoji = lines.trim().split('\n').map((line) => {
  const [sign, en, ru] = line.split('|');
  return { sign, en, ru };
});
