import assert from 'node:assert/strict';
import { may, ROLES } from '../../contract/role.ts';
import type { RouteDeclaration } from '../../contract/route-declaration.ts';
import { routeProblems } from '../../contract/route-problems.ts';
import { ROUTES } from '../../contract/routes.ts';
import { createAccount } from '../../server/admin/create-account.ts';
import { problemOf, ServerWorld, UNITS } from './server-world.ts';

/** The running server against its own description. */
describe('routes', () => {
  let world: ServerWorld;
  const routes = Object.values(ROUTES) as RouteDeclaration[];

  before(async () => {
    world = await ServerWorld.start();
    for (const role of ROLES) {
      const unit = role === 'operator' ? null : 'T-A';
      await createAccount(world.store, {
        username: `vai.${role}`,
        displayName: role,
        role,
        unit,
        ...(role === 'class-teacher' ? { classes: ['7A'] } : {}),
        password: 'không dùng tới',
      });
    }
  });
  after(() => world.close());

  const call = async ({ method, path }: RouteDeclaration, token?: string) => {
    const response = await fetch(`${world.server.httpUrl}${path.replace(':template', 'student')}`, {
      method,
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    });
    const text = await response.text();
    return { status: response.status, code: text.startsWith('{') ? JSON.parse(text).code : undefined };
  };

  for (const route of routes) {
    const name = `${route.method} ${route.path}`;
    if (route.permission === 'public') continue;
    it(`${name} turns away whoever is not signed in`, async () => {
      assert.deepEqual(await call(route), { status: 401, code: 'token-missing' });
    });
    if (route.permission === 'signed-in') continue;
    const permission = route.permission;
    it(`${name} is for those whose role holds ${permission}`, async () => {
      for (const role of ROLES) {
        const { code } = await call(route, await world.token(`vai.${role}`));
        assert.equal(code === 'forbidden', !may(role, permission), role);
      }
    });
  }

  it('answers an unknown template, method or address as not found', async () => {
    const token = await world.token('vanthu.a');
    for (const path of [
      '/api/v1/workbooks/giao-vien',
      '/api/v1/pushes',
      '/api/v1',
      '/api/v2/me',
      '/api/v1/statuses/x',
    ]) {
      assert.equal(problemOf(await world.get(path, token)), 'not-found', path);
    }
  });

  it('says only what the route declares', async () => {
    for (const route of routes) {
      const { status, code } = await call(route, await world.token('vai.clerk'));
      if (status >= 400) assert.ok(routeProblems(route).includes(code), `${route.path}: ${code}`);
      else assert.equal(status, route.answer.status);
    }
  });

  it('serves the description of itself', async () => {
    const { body } = await world.get('/api/v1/openapi.json');
    assert.deepEqual(
      new Set(Object.keys(body.paths)),
      new Set(routes.map(({ path }) => path.replace(/:(\w+)/g, '{$1}'))),
    );
  });

  it('an operator sees every unit, page by page', async () => {
    const codes: string[] = [];
    let cursor = '';
    do {
      const { body } = await world.get(
        `/api/v1/units?limit=4${cursor && `&cursor=${cursor}`}`,
        await world.token('vanhanh'),
      );
      assert.ok(body.items.length <= 4);
      codes.push(...body.items.map((unit: { code: string }) => unit.code));
      cursor = body.cursor ?? '';
    } while (cursor);
    assert.deepEqual(codes, UNITS.map((unit) => unit.code).sort());
  });

  it('gives each answer as its schema has it', async () => {
    const token = await world.token('canbo.x1');
    for (const [route, path] of [
      [ROUTES.getHealth, '/api/v1/health'],
      [ROUTES.getMe, '/api/v1/me'],
      [ROUTES.listStatuses, '/api/v1/statuses'],
      [ROUTES.listUnits, '/api/v1/units'],
    ] as const) {
      const { body } = await world.get(path, token);
      assert.deepEqual(route.answer.schema.parse(body), body);
    }
  });
});
