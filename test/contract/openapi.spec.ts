import assert from 'node:assert/strict';
import { openApiDocument } from '../../contract/openapi.ts';
import { PROBLEMS, type ProblemCode } from '../../contract/problem.ts';
import type { RouteDeclaration } from '../../contract/route-declaration.ts';
import { routeProblems } from '../../contract/route-problems.ts';
import { ROUTES } from '../../contract/routes.ts';

interface Operation {
  readonly operationId: string;
  readonly security?: unknown;
  readonly 'x-permission': string;
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required: boolean }[];
  readonly requestBody?: { readonly content: Record<string, { readonly schema: { readonly type?: string } }> };
  readonly responses: Record<string, { readonly description: string; readonly content?: Record<string, unknown> }>;
}

describe('the OpenAPI document', () => {
  const document = openApiDocument('1.2.3') as {
    readonly openapi: string;
    readonly info: { readonly version: string };
    readonly paths: Record<string, Record<string, Operation>>;
    readonly components: { readonly schemas: Record<string, { readonly properties: Record<string, unknown> }> };
  };
  const routes = Object.entries(ROUTES) as [string, RouteDeclaration][];

  it('describes every route, and nothing else', () => {
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => `${method.toUpperCase()} ${path} ${operation.operationId}`),
    );
    const declared = routes.map(([id, { method, path }]) => `${method} ${path.replace(/:(\w+)/g, '{$1}')} ${id}`);
    assert.deepEqual(described.sort(), declared.sort());
    assert.equal(document.openapi, '3.1.0');
    assert.equal(document.info.version, '1.2.3');
  });

  for (const [id, route] of routes) {
    it(`${id}: who may, what goes in, what comes out`, () => {
      const operation = document.paths[route.path.replace(/:(\w+)/g, '{$1}')]?.[route.method.toLowerCase()];
      assert.ok(operation);
      assert.equal(operation['x-permission'], route.permission);
      assert.equal(operation.security !== undefined, route.permission !== 'public');
      assert.equal(operation.requestBody !== undefined, route.body !== undefined || route.file !== undefined);
      if (route.file) assert.ok(operation.requestBody?.content['application/octet-stream']);
      if (route.body) assert.equal(operation.requestBody?.content['application/json']?.schema.type, 'object');
      const names = [...route.path.matchAll(/:(\w+)/g)].map((match) => match[1]);
      const inPath = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path');
      assert.deepEqual(
        inPath.map((parameter) => parameter.name),
        names,
      );
      assert.ok(inPath.every((parameter) => parameter.required));
      assert.ok(operation.responses[String(route.answer.status)]);
      for (const code of routeProblems(route)) {
        assert.ok(operation.responses[String(PROBLEMS[code].status)]?.description.includes(`\`${code}\``), code);
      }
    });
  }

  it('is plain JSON, free of what zod alone understands', () => {
    const text = JSON.stringify(document);
    assert.deepEqual(JSON.parse(text), document);
    assert.ok(!text.includes('~standard') && !text.includes('$schema'));
    assert.deepEqual(Object.keys(document.components.schemas.Problem?.properties ?? {}).sort(), [
      'code',
      'nextStep',
      'requestId',
      'status',
      'title',
      'type',
    ]);
  });

  it('every problem can come from some route', () => {
    const possible = new Set<ProblemCode>(routes.flatMap(([, route]) => routeProblems(route)));
    assert.deepEqual([...possible].sort(), (Object.keys(PROBLEMS) as ProblemCode[]).sort());
  });
});
