import { z } from 'zod';
import { PROBLEMS, type ProblemCode } from './problem.ts';
import type { RouteDeclaration } from './route-declaration.ts';
import { routeProblems } from './route-problems.ts';
import { ROUTES } from './routes.ts';
import { Problem } from './schemas/problem.ts';

type Json = Record<string, unknown>;

/** The OpenAPI 3.1 document of the API, made from the route table and its schemas. */
export function openApiDocument(version: string): Json {
  const paths: Record<string, Json> = {};
  for (const [id, route] of Object.entries(ROUTES) as [string, RouteDeclaration][]) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(id, route) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Sổ Sạch', version, description: 'Đồng bộ và xác thực hồ sơ từ Excel.' },
    paths,
    components: {
      schemas: { Problem: schemaOf(Problem, 'output') },
      securitySchemes: { accessToken: { type: 'http', scheme: 'bearer' } },
    },
  };
}

function operation(id: string, route: RouteDeclaration): Json {
  const parameters = [...parametersOf(route.params, 'path'), ...parametersOf(route.query, 'query')];
  if (route.idempotent) {
    parameters.push({
      name: 'Idempotency-Key',
      in: 'header',
      required: true,
      schema: { type: 'string', minLength: 16, maxLength: 64 },
    });
  }
  return {
    operationId: id,
    summary: route.summary.vi,
    description: route.summary.en,
    'x-permission': route.permission,
    ...(route.permission === 'public' ? {} : { security: [{ accessToken: [] }] }),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(route.body
      ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(route.body, 'input') } } } }
      : {}),
    ...(route.file ? { requestBody: { required: true, content: { 'application/octet-stream': {} } } } : {}),
    responses: { [route.answer.status]: answerOf(route), ...problemsOf(route) },
  };
}

function answerOf(route: RouteDeclaration): Json {
  const { answer } = route;
  if (answer.status === 204) return { description: 'Done; no content.' };
  if ('mediaType' in answer) return { description: 'Done.', content: { [answer.mediaType]: {} } };
  return { description: 'Done.', content: { 'application/json': { schema: schemaOf(answer.schema, 'output') } } };
}

function problemsOf(route: RouteDeclaration): Json {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of routeProblems(route)) {
    const { status } = PROBLEMS[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      {
        description: codes.map((code) => `\`${code}\`: ${PROBLEMS[code].title.en}`).join('\n'),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
}

function parametersOf(schema: z.ZodType | undefined, place: 'path' | 'query'): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io }) as Json;
  return rest;
}
