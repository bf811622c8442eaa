import * as approval from "./words/approval";
import * as diff from "./words/diff";
import * as impact from "./words/impact";
import * as tests from "./words/tests";
import * as trial from "./words/trial";

export const zh = {
  trial: trial.zh,
  tests: tests.zh,
  diff: diff.zh,
  impact: impact.zh,
  approval: approval.zh,
};

export const en: typeof zh = {
  trial: trial.en,
  tests: tests.en,
  diff: diff.en,
  impact: impact.en,
  approval: approval.en,
};
