// dmn-js ships no types. This is what the console uses of it, no more.
declare module "dmn-js-shared/lib/base/EditingManager" {
  import type { ManagerView, Viewer } from "@/policy/editor/parts";
  export default class EditingManager {
    constructor(options: Record<string, unknown>);
    importXML(xml: string, options?: { open: boolean }): Promise<{ warnings: unknown[] }>;
    saveXML(options?: { format?: boolean }): Promise<{ xml: string }>;
    open(view: ManagerView): Promise<unknown>;
    getViews(): ManagerView[];
    getActiveView(): ManagerView | undefined;
    getActiveViewer(): Viewer | undefined;
    on(event: string, listener: (event: never) => void): void;
    destroy(): void;
    _getViewProviders(): unknown[];
  }
}
declare module "dmn-js-shared/lib/util/ModelUtil" {
  export function is(element: unknown, type: string): boolean;
}
declare module "dmn-js-shared/lib/components/EditableComponent" {
  import type { Component } from "inferno";
  const EditableComponent: new (
    props: object,
    context: object,
  ) => Component<Record<string, unknown>, object> & {
    getClassName(): string;
    getEditor(): never;
  };
  export default EditableComponent;
}
declare module "dmn-js-shared/lib/features/*" {
  const module: object;
  export default module;
}
declare module "dmn-js-decision-table/lib/Viewer" {
  const Viewer: new (options: object) => import("@/policy/editor/parts").Viewer & { getModules(): object[] };
  export default Viewer;
}
declare module "dmn-js-decision-table/lib/core" {
  const module: object;
  export default module;
}
declare module "dmn-js-decision-table/lib/features/*" {
  const module: object;
  export default module;
}
declare module "dmn-js-literal-expression/lib/Viewer" {
  const Viewer: new (options: object) => import("@/policy/editor/parts").Viewer & { getModules(): object[] };
  export default Viewer;
}
declare module "dmn-js-literal-expression/lib/core" {
  const module: object;
  export default module;
}
declare module "dmn-js-literal-expression/lib/features/*" {
  const module: object;
  export default module;
}
declare module "table-js/lib/components" {
  import type { Component } from "inferno";
  export const Cell: new (props: object, context: object) => Component<object, object>;
}
declare module "table-js/lib/features/*" {
  const module: object;
  export default module;
}
declare module "diagram-js/lib/i18n/translate" {
  const module: object;
  export default module;
}
