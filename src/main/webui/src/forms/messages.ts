/** The words of forms that are made from the contract. */
export const zh = {
  act: {
    done: "已办理:{title}",
    leave: "放弃填写?",
    nothing: "无须填写,直接办理。",
    part: {
      subjectId: "当事人",
      claimId: "申辩意见",
      correctionId: "纠错事项",
      engagementId: "听取意见事项",
      feedbackId: "反馈",
      invocationId: "援引的报备",
      noticeId: "公示或告知",
      objectionId: "异议",
      organId: "联合承办机关",
      recordId: "监管记录",
      recusalId: "回避申请",
      reviewId: "复议",
    },
  },
  give: "填写{label}",
  add: "添加{label}",
  remove: "删除{what}",
  nth: "{label} {n}",
};

export const en: typeof zh = {
  act: {
    done: "Done: {title}",
    leave: "Leave the form?",
    nothing: "Nothing has to be filled in.",
    part: {
      subjectId: "Subject",
      claimId: "Claim",
      correctionId: "Correction",
      engagementId: "Engagement",
      feedbackId: "Feedback",
      invocationId: "Invoked filing",
      noticeId: "Notice",
      objectionId: "Objection",
      organId: "Co-handling organ",
      recordId: "Monitoring record",
      recusalId: "Recusal",
      reviewId: "Review",
    },
  },
  give: "Give {label}",
  add: "Add: {label}",
  remove: "Remove {what}",
  nth: "{label} {n}",
};
