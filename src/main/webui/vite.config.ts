import { fileURLToPath } from "node:url";
import vue from "@vitejs/plugin-vue";
import { ElementPlusResolver } from "unplugin-vue-components/resolvers";
import components from "unplugin-vue-components/vite";
import { defineConfig } from "vite";

export default defineConfig(({ command }) => ({
  base: "/console/",
  plugins: [vue(), components({ dirs: [], dts: false, resolvers: [ElementPlusResolver()] })],
  resolve: {
    alias: {
      "@": fileURLToPath(new URL("./src", import.meta.url)),
      // The table editor renders with Inferno, which has a build of its own for development.
      ...(command === "serve" ? { inferno: "inferno/dist/index.dev.esm.js" } : {}),
    },
  },
  define: { __VUE_OPTIONS_API__: true, __VUE_PROD_DEVTOOLS__: false, __INTLIFY_PROD_DEVTOOLS__: false },
  server: {
    proxy: { "/api": "http://localhost:8080", "/demo": "http://localhost:8080", "/q": "http://localhost:8080" },
  },
  // The editor is a chunk of its own, loaded when a table is opened; it is large by nature.
  build: { target: "es2022", chunkSizeWarningLimit: 2500 },
}));
