/** A sentence in the two languages of the product; Vietnamese is what users read first. `{name}` stands for a parameter. */
export interface Message {
  readonly vi: string;
  readonly en: string;
}

export type Language = 'vi' | 'en';

/** Fills `{name}` places. An unknown name is left standing, so that a test can find it. */
export function fill(template: string, params: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) => params[name] ?? place);
}
