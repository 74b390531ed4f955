import type { ProblemCode } from './problem.ts';
import type { RouteDeclaration } from './route-declaration.ts';

/** Every refusal a route can give: its own and those that the wrapper gives for what the route declares. */
export function routeProblems(route: RouteDeclaration): readonly ProblemCode[] {
  const codes = new Set<ProblemCode>(route.problems);
  if (route.permission !== 'public') {
    codes.add('token-missing').add('token-expired').add('account-closed').add('unit-closed');
    if (!route.whilePasswordIsOneTime) codes.add('password-change-required');
    if (route.permission !== 'signed-in') codes.add('forbidden');
  }
  if (route.body) codes.add('body-too-large').add('encoding-unsupported');
  if (route.file) codes.add('file-too-large').add('encoding-unsupported').add('body-invalid');
  if (route.body || route.query) codes.add('body-invalid');
  if (route.params) codes.add('not-found');
  if (route.idempotent) codes.add('idempotency-key-missing');
  return [...codes.add('too-many-requests').add('internal')];
}
