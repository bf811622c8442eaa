import { computed, shallowRef, watch, type Ref } from "vue";
import { api, valueOf } from "@/api/client";
import type { AnalysisFinding } from "@/api/schema";
import { useLoad } from "@/parts/load";
import type { Mark, Selected } from "./editor/TableEditor";
import type { VersionDesk } from "./version";

const tally = (list: { decision?: string }[]) => {
  const counts = new Map<string, number>();
  for (const { decision } of list) if (decision) counts.set(decision, (counts.get(decision) ?? 0) + 1);
  return counts;
};

/** What is wrong with the tables: what the gate refuses, what the analysis of the saved model found, and where. */
export function useFindings(desk: VersionDesk, here: Ref<string>, selected: Ref<Selected>) {
  const { path, findings, refused, unsaved, saving, saves } = desk;
  /** The finding that the person wants to see in the table. */
  const aimed = shallowRef<AnalysisFinding | null>(null);
  const analysis = useLoad(() =>
    valueOf(api.GET("/api/v1/policies/{jurisdiction}/{name}/versions/{number}/analysis", { params: { path } })),
  );
  watch(saves, () => {
    aimed.value = null;
    void analysis.load();
  });

  /** From the save until its answer is there, what was found before says nothing of what is saved now. */
  const checking = computed(() => saving.value || analysis.loading.value);
  const answered = computed(() => (checking.value || analysis.refusal.value ? null : analysis.value.value));

  const refusedHere = computed(() =>
    refused.value && unsaved.value ? findings.value.filter((finding) => finding.decision === here.value) : [],
  );
  const marks = computed<Mark[]>(() => {
    const aim = aimed.value?.decision === here.value ? aimed.value : null;
    const rows = aim ? (aim.rows.length ? aim.rows : aim.row ? [aim.row] : []) : [];
    const columns = aim ? (aim.column ? [aim.column] : aim.where.map(({ column }) => column)) : [];
    const places = rows.length
      ? rows.flatMap((row) => [{ row }, ...columns.map((column) => ({ row, column }))])
      : columns.map((column) => ({ column }));
    return [
      { kind: "here", places },
      { kind: "error", places: refusedHere.value.filter(({ row }) => row).map(({ row, column }) => ({ row, column })) },
    ];
  });
  const cellRefusals = computed(() => {
    const cell = selected.value?.kind === "cell" ? selected.value.place : null;
    return cell
      ? refusedHere.value.filter(({ row, column }) => row === cell.row && column === cell.column).map((f) => f.message)
      : [];
  });
  const refusedCounts = computed(() => tally(refused.value && unsaved.value ? findings.value : []));
  const foundCounts = computed(() => tally(answered.value?.findings ?? []));
  const unproven = computed(
    () =>
      new Set(
        answered.value?.tables.filter(({ proof }) => proof === "NOT_PROVEN").map((table) => table.decision) ?? [],
      ),
  );

  return { analysis, checking, aimed, marks, cellRefusals, refusedCounts, foundCounts, unproven };
}
