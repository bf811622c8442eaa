/** The words of acting on a case: answers, terms, papers. */
export const zh = {
  opening: "建立案件",
  answers: {
    give: "填写核实清单",
    save: "保存 {n} 项改动",
    saved: "已保存",
    restsOn: "佐证与说明",
    evidence: "佐证材料",
    adopt: "采纳",
  },
  deadlines: {
    title: "时限",
    none: "尚无时限",
    noneOpen: "没有正在计算的时限",
    limit: "期限 {day}",
    target: "目标 {day}",
    remaining: "还有 {n} 个工作日",
    paused: "自{day}起中止计算",
    extended: "{day}延长:{reasons}",
    over: "已结束的 {n} 项",
  },
  papers: {
    none: "尚未制发文书",
    replaced: "已被更正",
    to: "送 {name}",
    reasons: "更正理由:{reasons}",
    take: "下载 {format}:{title}",
    hint: "制发文书在右侧“制发文书”办理;文书制发后不能改动,只能另发更正。",
  },
};

export const en: typeof zh = {
  opening: "Open a case",
  answers: {
    give: "Answer the checklist",
    save: "Save {n} changes",
    saved: "Saved",
    restsOn: "Evidence and note",
    evidence: "Evidence",
    adopt: "Adopt",
  },
  deadlines: {
    title: "Deadlines",
    none: "No term runs yet",
    noneOpen: "No term is running",
    limit: "Limit {day}",
    target: "Target {day}",
    remaining: "{n} working days left",
    paused: "Standing still since {day}",
    extended: "Extended {day}: {reasons}",
    over: "{n} that have ended",
  },
  papers: {
    none: "No paper was issued yet",
    replaced: "Corrected",
    to: "to {name}",
    reasons: "Why corrected: {reasons}",
    take: "Download {format}: {title}",
    hint: "Papers are issued among the acts on the right; an issued paper is never changed, only corrected by another.",
  },
};
