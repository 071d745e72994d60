// The widget's script: loading it makes `<sotto-chat>` available.

import { SottoChat } from "./chat-element.ts";

if (!customElements.get("sotto-chat")) {
  customElements.define("sotto-chat", SottoChat);
}

export { SottoChat };
