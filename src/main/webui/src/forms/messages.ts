export const zh = {
  give: "填写{label}",
  add: "添加{label}",
  remove: "删除{what}",
  nth: "{label} {n}",
};

export const en: typeof zh = {
  give: "Give {label}",
  add: "Add: {label}",
  remove: "Remove {what}",
  nth: "{label} {n}",
};
