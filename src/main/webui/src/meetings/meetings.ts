import { api, valueOf } from "@/api/client";
import type { AgendaItem, CaseView, ConsultationMeeting, GroupView } from "@/api/schema";
import type { FormSources } from "@/forms/act";
import type { Choice } from "@/forms/words";
import { open, some } from "@/parts/lists";

/** A group with what waits for it. */
export interface GroupWork {
  group: GroupView;
  waiting: AgendaItem[];
}

/** The groups that one may see, with their agendas. */
export async function groupWork(): Promise<GroupWork[]> {
  const groups = await some<GroupView>((query) =>
    valueOf(api.GET("/api/v1/coordination-groups", { params: { query } })),
  );
  return Promise.all(
    groups.map(async (group) => {
      const path = { groupId: group.id };
      const agenda = await open(
        valueOf(api.GET("/api/v1/coordination-groups/{groupId}/agenda", { params: { path } })),
        null,
      );
      return { group, waiting: agenda?.waiting ?? [] };
    }),
  );
}

interface About {
  groups: readonly GroupWork[];
  /** The meeting that is acted on; none where one is called. */
  meeting?: ConsultationMeeting;
  etag: string;
  reread(): Promise<unknown>;
}

const choice = ({ id, name }: { id: string; name: string }): Choice => ({ value: id, label: name });
const undecided = (meeting: ConsultationMeeting) =>
  meeting.items.flatMap(({ consultation, matter }) => (matter && !matter.conclusion ? [{ consultation, matter }] : []));

/** What the forms of a meeting take from it and its group. */
export function sourcesOf({ groups, meeting, etag, reread }: About): FormSources {
  let cases: Map<string, CaseView> | undefined;
  /** The cases before the meeting, by consultation. */
  async function casesOf() {
    cases ??= new Map(
      await Promise.all(
        (meeting ? undecided(meeting) : []).map(
          async ({ consultation, matter }) =>
            [
              consultation,
              await valueOf(api.GET("/api/v1/cases/{id}", { params: { path: { id: matter.caseId } } })),
            ] as const,
        ),
      ),
    );
    return cases;
  }
  const members = () =>
    groups
      .filter(({ group }) => !meeting || group.id === meeting.group.id)
      .flatMap(({ group }) => group.members)
      .map(({ person, functionLabel }) => ({ value: person.id, label: `${person.name} · ${functionLabel}` }));
  const consultations = (): Choice[] =>
    meeting
      ? undecided(meeting).map(({ consultation, matter }) => ({
          value: consultation,
          label: `${matter.number} · ${matter.title}`,
        }))
      : groups.flatMap(({ waiting }) =>
          waiting.map(({ consultation, number, title }) => ({ value: consultation, label: `${number} · ${title}` })),
        );
  const subjects = async () =>
    [...(await casesOf()).values()].flatMap((file) =>
      file.subjects.map(({ id, name }) => ({ value: id, label: `${name} · ${file.number ?? file.title}` })),
    );

  return {
    etag: () => etag,
    reread,
    items: async () => [],
    async choices(_, names) {
      const known: Record<string, () => Choice[] | Promise<Choice[]>> = {
        group: () => groups.map(({ group }) => choice(group)),
        chair: members,
        member: members,
        present: members,
        consultation: consultations,
        consultations,
        subject: subjects,
      };
      const found = names.filter((name) => known[name]);
      return Object.fromEntries(await Promise.all(found.map(async (name) => [name, await known[name]!()])));
    },
    async begin(act, given) {
      if (!meeting) return groups.length === 1 ? { group: groups[0]!.group.id } : {};
      if (act === "attendance") return { present: meeting.present.map(({ id }) => id) };
      const consultation = (given.consultation as string) ?? undecided(meeting)[0]?.consultation;
      const subjectsOf = (await casesOf()).get(consultation)?.subjects ?? [];
      if (act === "votes") return { consultation, subject: subjectsOf[0]?.id };
      if (act !== "conclusions") return { consultation };
      return { consultation, results: subjectsOf.length ? subjectsOf.map(({ id }) => ({ subject: id })) : [{}] };
    },
  };
}
