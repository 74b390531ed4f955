import { z } from 'zod';

export const UNIT_KINDS = ['ministry', 'department', 'commune', 'school'] as const;

/** One unit of the tree. The tree has any depth; validity is dated because the district level was abolished on 1/7/2025. */
export const Unit = z.object({
  code: z.string().regex(/^[0-9A-Za-z-]{1,40}$/),
  name: z.string().min(1).max(200),
  kind: z.enum(UNIT_KINDS),
  parent: z.string().nullable(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
});
export type Unit = z.infer<typeof Unit>;

export const UnitQuery = z.object({
  /** Opaque, from the page before. */
  cursor: z.string().max(80).optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
});
export type UnitQuery = z.infer<typeof UnitQuery>;

export const UnitPage = z.object({ items: z.array(Unit), cursor: z.string().nullable() });
export type UnitPage = z.infer<typeof UnitPage>;
