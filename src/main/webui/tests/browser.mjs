// What every journey starts with: a real Chromium, a page that lets no error pass, persons who log in, pictures that are kept.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

export const CONSOLE = process.env.CONSOLE ?? "http://localhost:8080";
const SCREENSHOTS = process.env.SCREENSHOTS ?? "../../../target/screenshots";
const WIDTHS = { narrow: 1280, wide: 1920 };
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

mkdirSync(`${SCREENSHOTS}/handbook`, { recursive: true });

/** Runs a journey in a browser of its own; fails on any error in the page's console. */
export async function journey(walk) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
  try {
    const context = await browser.newContext({
      viewport: { width: WIDTHS.narrow, height: 800 },
      locale: "zh-CN",
      timezoneId: "Asia/Shanghai",
    });
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    const errors = [];
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") errors.push(message.text());
    });
    page.on("pageerror", (error) => errors.push(String(error)));
    const walker = new Walker(page, errors);
    try {
      await walk(page, walker);
    } catch (failure) {
      await page.screenshot({ path: `${SCREENSHOTS}/failed-${Date.now()}.png`, fullPage: true });
      throw failure;
    }
    assert.deepEqual(errors, [], "nothing is said on the browser's console");
  } finally {
    await browser.close();
  }
}

class Walker {
  constructor(page, errors) {
    this.page = page;
    this.errors = errors;
  }

  /** Opens a place of the console, such as "/rules". */
  async go(place) {
    await this.page.goto(`${CONSOLE}/console${place}`);
  }

  /** Logs in as a demo person through the login page, as a person would. */
  async enterAs(login) {
    await this.page.evaluate(() => sessionStorage.clear()).catch(() => undefined);
    await this.go("/login");
    await this.page.locator(`[data-login="${login}"]`).click();
    await this.page.waitForURL((url) => !url.pathname.endsWith("/login"));
  }

  /**
   * Keeps a picture at both widths, and looks for overflow, untranslated keys, pictures that are not there and what axe
   * finds serious. With a name of the handbook's, what is in view becomes the handbook's picture (npm run handbook).
   */
  async look(name, { axe = true, wide = true, handbook } = {}) {
    // A message that fades is in no state to be judged.
    await this.page.locator(".el-message").first().waitFor({ state: "detached" });
    await this.page.evaluate(() => window.scrollTo(0, 0));
    if (handbook) await this.page.screenshot({ path: `${SCREENSHOTS}/handbook/${handbook}.png` });
    for (const [width, pixels] of Object.entries(wide ? WIDTHS : { narrow: WIDTHS.narrow })) {
      await this.page.setViewportSize({ width: pixels, height: 800 });
      await this.page.waitForTimeout(250);
      await this.page.screenshot({ path: `${SCREENSHOTS}/${name}-${width}.png`, fullPage: true });
      const overflow = await this.page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      assert.ok(overflow <= 0, `${name} is ${overflow} pixels too wide at ${pixels}`);
    }
    await this.page.setViewportSize({ width: WIDTHS.narrow, height: 800 });
    const missing = await this.page.evaluate(() =>
      [...document.images].filter((image) => image.complete && image.naturalWidth === 0).map((image) => image.src),
    );
    assert.deepEqual(missing, [], `${name} has its pictures`);
    const words = await this.page.evaluate(() => document.body.innerText);
    const raw = words.match(
      /\b(common|shell|policy|rules|cases|tables|term)\.[a-zA-Z.]+|\bundefined\b|\[object Object\]|\bNaN\b/g,
    );
    assert.deepEqual(raw, null, `${name} shows no untranslated key`);
    if (axe) {
      await this.page.evaluate(axeSource);
      const found = await this.page.evaluate(async () => {
        const result = await window.axe.run(document, { resultTypes: ["violations"] });
        return result.violations
          .filter((violation) => violation.impact === "serious" || violation.impact === "critical")
          .map(
            (violation) =>
              `${violation.id}: ${violation.nodes
                .slice(0, 3)
                .map((node) => node.html.slice(0, 160))
                .join(" | ")}`,
          );
      });
      assert.deepEqual(found, [], `${name} is accessible`);
    }
  }
}

/** A call of the API as a demo person, to prepare what a journey starts from. */
export async function call(login, method, path, body, headers = {}) {
  const response = await fetch(`${CONSOLE}/api/v1${path}`, {
    method,
    headers: {
      ...(login ? { Authorization: `Basic ${Buffer.from(`${login}:rongcuo`).toString("base64")}` } : {}),
      ...(method === "POST" ? { "Idempotency-Key": crypto.randomUUID() } : {}),
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      ...headers,
    },
    body: body === undefined ? undefined : typeof body === "string" ? body : JSON.stringify(body),
  });
  const text = await response.text();
  assert.ok(response.ok, `${method} ${path}: ${response.status} ${text}`);
  const value = response.headers.get("Content-Type")?.includes("json") ? JSON.parse(text) : text;
  return { value, etag: response.headers.get("ETag") };
}

/** An act on a case or a version as it stands now. */
export async function act(login, path, noun, body) {
  const { etag } = await call(login, "GET", path);
  return call(login, "POST", `${path}/${noun}`, body, { "If-Match": etag });
}
