import { createApp } from "vue";
import "element-plus/theme-chalk/base.css";
import App from "./App.vue";
import { i18n, language, speak } from "./i18n";
import { router } from "./router";
import { start } from "./session";
import "./theme.css";

speak(language.value);
// Who is logged in decides what the first page offers. Where the server cannot be reached, the public pages say so themselves.
await start().catch(() => undefined);
createApp(App).use(i18n).use(router).mount("#console");
