import * as approval from "./words/approval";
import * as books from "./words/books";
import * as diff from "./words/diff";
import * as impact from "./words/impact";
import * as items from "./words/items";
import * as tables from "./words/tables";
import * as tests from "./words/tests";
import * as trial from "./words/trial";
import * as version from "./words/version";

export const zh = {
  approval: approval.zh,
  books: books.zh,
  diff: diff.zh,
  impact: impact.zh,
  items: items.zh,
  tables: tables.zh,
  tests: tests.zh,
  trial: trial.zh,
  version: version.zh,
};

export const en: typeof zh = {
  approval: approval.en,
  books: books.en,
  diff: diff.en,
  impact: impact.en,
  items: items.en,
  tables: tables.en,
  tests: tests.en,
  trial: trial.en,
  version: version.en,
};
