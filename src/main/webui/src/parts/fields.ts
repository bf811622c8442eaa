/** The fields of work (领域) that the contract knows; each is its own code. */
export const FIELDS_OF_WORK = [
  "重大项目建设",
  "审计",
  "自然资源和规划",
  "生态环境",
  "最多跑一次改革",
  "应急处置",
  "攻坚战",
  "其他",
] as const;

export const SUBJECT_STATUSES = [
  "PARTY_MEMBER",
  "PUBLIC_OFFICIAL",
  "STATE_ENTERPRISE",
  "PARTY_ORGANISATION",
  "UNIT",
  "OTHER",
] as const;
