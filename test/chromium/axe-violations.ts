import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}

/**
 * What axe-core finds wrong with a page as it is drawn now, one line a node.
 * @param exclude selectors of what is not ours; the caller says why
 */
export async function axeViolations(page: Page | Frame, exclude: readonly string[] = []): Promise<readonly string[]> {
  // By the debugger's way in, which the page's own policy for scripts does not govern.
  await page.evaluate(AXE);
  const context = JSON.stringify(exclude.length === 0 ? {} : { exclude: exclude.map((selector) => [selector]) });
  const target = exclude.length === 0 ? 'document' : `Object.assign({ include: [['html']] }, ${context})`;
  const { violations } = (await page.evaluate(`axe.run(${target}, { resultTypes: ['violations'] })`)) as AxeResult;
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${help}\n  ${html.slice(0, 200)}\n  ${failureSummary}`),
  );
}
