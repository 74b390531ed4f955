import type { ComponentChildren } from 'preact';
import type { Console } from '../console-view.ts';
import type { DraftFaults } from '../draft-form.ts';

export interface FieldProps {
  readonly page: Console;
  /** Of the element that is filled in. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly faults: DraftFaults;
  readonly children: ComponentChildren;
}

/** A label, what is filled in, and what is wrong with it in words. The element itself names these by `describedBy`. */
export function Field({ page, id, label, hint, faults, children }: FieldProps) {
  return (
    <div class="cs-field">
      <label for={id}>{label}</label>
      {children}
      {hint && (
        <p class="ss-small" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <Fault page={page} id={id} faults={faults} />
    </div>
  );
}

export function Fault({ page: { state, t }, id, faults }: Pick<FieldProps, 'page' | 'id' | 'faults'>) {
  const fault = state.showFaults ? faults.get(id) : undefined;
  if (!fault) return null;
  return (
    <p class="ss-field-error" id={`${id}-fault`}>
      <span aria-hidden="true">✖ </span>
      {t(fault)}
    </p>
  );
}

/** What ties an element to its hint and its fault. */
export function describedBy(
  { state }: Console,
  id: string,
  faults: DraftFaults,
  hint = false,
): { 'aria-describedby'?: string; 'aria-invalid'?: true } {
  const wrong = state.showFaults && faults.has(id);
  const ids = [...(hint ? [`${id}-hint`] : []), ...(wrong ? [`${id}-fault`] : [])];
  return {
    ...(ids.length > 0 ? { 'aria-describedby': ids.join(' ') } : {}),
    ...(wrong ? { 'aria-invalid': true } : {}),
  };
}
