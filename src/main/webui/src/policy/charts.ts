import { BarChart, SankeyChart } from "echarts/charts";
import { GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import * as echarts from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import type { ImpactReport, Recommendation } from "@/api/schema";
import { term } from "@/i18n";
import { placeName } from "@/parts/places";
import { flow, occurring } from "./replay";

echarts.use([SankeyChart, BarChart, TooltipComponent, GridComponent, LegendComponent, SVGRenderer]);

const COLOURS: Record<Recommendation, string> = {
  EXEMPT: "#1e6b3c",
  MITIGATE: "#1d4f91",
  NOT_TOLERABLE: "#b3261e",
  REFER: "#a86a10",
};
/** Directions have colours of their own: green is an outcome, not a way to it. */
const SHIFTS = { LIGHTER: "#0f8b8d", HEAVIER: "#8a3b7d", TO_PERSON: "#5b6472", FROM_PERSON: "#aab3c0" };

export interface Chart {
  resize(): void;
  dispose(): void;
}

/** Draws how outcomes flow from before to after. */
export function drawFlow(box: HTMLElement, report: ImpactReport, names: { before: string; after: string }): Chart {
  const chart = echarts.init(box, null, { renderer: "svg" });
  const outcomes = occurring(report);
  const side = (which: string, outcome: Recommendation) => `${which}:${term("Outcome", outcome)}`;
  const links = outcomes.flatMap((from) =>
    outcomes
      .map((to) => ({ source: side(names.before, from), target: side(names.after, to), value: flow(report, from, to) }))
      .filter((link) => link.value > 0),
  );
  const used = new Set(links.flatMap((link) => [link.source, link.target]));
  chart.setOption({
    animation: false,
    tooltip: { trigger: "item" },
    series: [
      {
        type: "sankey",
        // Each side's names stand beside it, not on the flows.
        left: 150,
        right: 150,
        top: 8,
        bottom: 8,
        nodeGap: 14,
        draggable: false,
        data: [names.before, names.after].flatMap((which) =>
          outcomes
            .map((outcome) => ({
              name: side(which, outcome),
              itemStyle: { color: COLOURS[outcome] },
              label: { position: which === names.before ? "left" : "right" },
            }))
            .filter((node) => used.has(node.name)),
        ),
        links,
        lineStyle: { color: "gradient", opacity: 0.35 },
        label: { fontSize: 13, color: "#1b2330" },
      },
    ],
  });
  return chart;
}

/** Draws how many outcomes change in each place, by direction. */
export function drawPlaces(box: HTMLElement, report: ImpactReport): Chart {
  const chart = echarts.init(box, null, { renderer: "svg" });
  const places = [...new Set(report.flips.flatMap((flip) => flip.jurisdictions.map((each) => each.jurisdiction)))];
  const directions = Object.keys(SHIFTS) as (keyof typeof SHIFTS)[];
  chart.setOption({
    animation: false,
    tooltip: { trigger: "axis", axisPointer: { type: "shadow" } },
    legend: { top: 0, left: 0, itemWidth: 14, itemHeight: 14, textStyle: { color: "#333d4d" } },
    grid: { left: 8, right: 24, top: 34, bottom: 8, containLabel: true },
    xAxis: { type: "value", minInterval: 1 },
    yAxis: { type: "category", data: places.map(placeName), inverse: true, axisLabel: { color: "#333d4d" } },
    series: directions
      .map((direction) => ({
        type: "bar",
        stack: "all",
        barMaxWidth: 26,
        name: term("FlipDirection", direction),
        itemStyle: { color: SHIFTS[direction] },
        data: places.map((place) =>
          report.flips
            .filter((flip) => flip.direction === direction)
            .flatMap((flip) => flip.jurisdictions)
            .filter((each) => each.jurisdiction === place)
            .reduce((total, each) => total + each.count, 0),
        ),
      }))
      .filter((series) => series.data.some((count) => count > 0)),
  });
  return chart;
}
