import { sheet } from '../dom/sheet';
import attachments from '../styles/attachments.css?inline';
import changes from '../styles/changes.css?inline';
import composer from '../styles/composer.css?inline';
import menu from '../styles/menu.css?inline';
import messages from '../styles/messages.css?inline';
import panel from '../styles/panel.css?inline';
import tokens from '../styles/tokens.css?inline';

/** Adds the panel's stylesheets to the loader's, which has only the tokens that the launcher needs. */
export function adoptStyles(root: ShadowRoot): void {
  const sheets = [tokens, panel, menu, messages, changes, composer, attachments].map(sheet);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...sheets];
}
