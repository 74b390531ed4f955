import type { RecordKind } from '../rules/record.ts';
import type { Layout } from './layout.ts';
import { results } from './layouts/results.ts';
import { staff } from './layouts/staff.ts';
import { student } from './layouts/student.ts';

/** Every template of the product by its id. */
export const LAYOUTS = { student, staff, results } as const satisfies Record<RecordKind, Layout>;

/** Throws a RangeError for an id that names no template. */
export function getLayout(id: string): Layout {
  const layout = findLayout(id);
  if (layout === undefined) throw new RangeError(`no template is called ${JSON.stringify(id)}`);
  return layout;
}

/** Undefined for an id that names no template. */
export function findLayout(id: string): Layout | undefined {
  return Object.hasOwn(LAYOUTS, id) ? LAYOUTS[id as RecordKind] : undefined;
}
