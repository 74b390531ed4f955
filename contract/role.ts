import type { Message } from '../rules/messages.ts';

export const ROLES = ['clerk', 'class-teacher', 'viewer', 'head', 'officer', 'operator'] as const;
export type Role = (typeof ROLES)[number];

/** What an account may do; the server asks this table and the pane greys out by it. Unit scope comes on top. */
export const ROLE_PERMISSIONS = {
  clerk: ['records:read', 'records:push', 'notices:write', 'workbooks:read', 'campaigns:read', 'progress:read'],
  // Of their own classes; how far the whole school has come is more than those.
  'class-teacher': ['records:read', 'notices:write', 'campaigns:read'],
  viewer: ['records:read', 'campaigns:read', 'progress:read'],
  head: ['records:read', 'records:push', 'notices:write', 'workbooks:read', 'campaigns:read', 'progress:read'],
  officer: ['records:read', 'units:read', 'workbooks:read', 'campaigns:read', 'campaigns:write', 'progress:read'],
  operator: ['units:read', 'units:write', 'users:write'],
} as const satisfies Record<Role, readonly Permission[]>;

export type Permission =
  | 'records:read'
  | 'records:push'
  | 'notices:write'
  | 'workbooks:read'
  | 'campaigns:read'
  | 'campaigns:write'
  | 'progress:read'
  | 'units:read'
  | 'units:write'
  | 'users:write';

export const ROLE_WORDS = {
  clerk: { vi: 'Văn thư', en: 'Clerk' },
  'class-teacher': { vi: 'Giáo viên chủ nhiệm', en: 'Class teacher' },
  viewer: { vi: 'Người xem', en: 'Viewer' },
  head: { vi: 'Thủ trưởng đơn vị', en: 'Head' },
  officer: { vi: 'Cán bộ quản lý', en: 'Officer' },
  operator: { vi: 'Người vận hành', en: 'Operator' },
} as const satisfies Record<Role, Message>;

export function may(role: Role, permission: Permission): boolean {
  return (ROLE_PERMISSIONS[role] as readonly Permission[]).includes(permission);
}
