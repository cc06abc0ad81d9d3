import type { LauncherTexts, PanelTexts } from '../texts';

export const launcher: LauncherTexts = {
  open: 'Открыть чат',
  close: 'Закрыть чат',
  failed: 'он не загрузился, попробуйте ещё раз',
};

export const panel: PanelTexts = {
  title: 'Чат',
  close: 'Закрыть чат',
  available: 'На связи',
  busy: 'Сейчас заняты, ответ может задержаться',
  offline: 'Сейчас нас нет, ответ придёт сюда',
  connecting: 'Подключаемся…',
  greeting: 'Чем можем помочь?',
  greetingAvailable: 'Напишите нам прямо здесь. Мы на связи и скоро ответим.',
  greetingAway: 'Оставьте сообщение. Ответ придёт сюда и дождётся вашего возвращения.',
  conversation: 'Переписка',
  placeholder: 'Напишите сообщение',
  send: 'Отправить',
  sending: 'Отправляется',
  sent: 'Отправлено',
  seen: 'Прочитано',
  notSent: 'Не отправлено',
  retry: 'Повторить',
  tooLong: 'Слишком длинное',
  you: 'Вы',
  operator: 'Оператор',
  typing: '{name} печатает',
  typingUnnamed: 'Печатает',
  slow: 'Связь прервалась. Сообщения всё равно отправляются.',
  lost: 'Нет связи. Написанное сохранится и будет отправлено.',
  unavailable: 'На этой странице чат недоступен.',
  earlier: 'Загружаются прежние сообщения',
  dismiss: 'Скрыть сообщение от {name}',
  unread: {
    one: '{count} непрочитанное сообщение',
    few: '{count} непрочитанных сообщения',
    many: '{count} непрочитанных сообщений',
    other: '{count} непрочитанного сообщения',
  },
  news: {
    one: '{count} новое сообщение',
    few: '{count} новых сообщения',
    many: '{count} новых сообщений',
    other: '{count} нового сообщения',
  },
};
