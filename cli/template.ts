import { randomUUID } from 'node:crypto';
import { Unit } from '../contract/schemas/unit.ts';
import { FIELDS, type FieldId } from '../rules/field.ts';
import type { Layout } from '../templates/layout.ts';
import { findLayout, LAYOUTS } from '../templates/layouts.ts';
import { writeTemplateWorkbook } from '../xlsx/write-template-workbook.ts';
import { type CliIo, EXIT, UsageError } from './cli-io.ts';
import { writeCampaignWorkbooks } from './template-campaign.ts';
import { writeFileAtomically } from './write-file-atomically.ts';

/** As the command line gives them. */
export interface TemplateOptions {
  /** Unit code, e.g. the school's; absent: every unit of the campaign. */
  readonly unit?: string;
  readonly unitName?: string;
  readonly out: string;
  readonly campaign?: string;
  readonly dataDir: string;
  /** Optional columns to switch on, by field. */
  readonly optional?: readonly string[];
}

/**
 * `sosach template ID --unit CODE --out FILE.xlsx`: writes an empty workbook for one unit, unsigned; without a unit those of a
 * campaign's units. Resolves to the exit code.
 */
export async function runTemplate(id: string, options: TemplateOptions, io: CliIo): Promise<number> {
  try {
    const layout = findLayout(id);
    if (!layout) throw new UsageError(`${id}: chỉ có mẫu ${Object.keys(LAYOUTS).join(', ')} (unknown template)`);
    if (options.unit === undefined) {
      const { campaign } = options;
      if (campaign === undefined) throw new UsageError('cần --unit hoặc --campaign / --unit or --campaign is needed');
      await writeCampaignWorkbooks(layout.record, { ...options, campaign }, io);
      return EXIT.clean;
    }
    const unit = options.unit.trim();
    if (!Unit.shape.code.safeParse(unit).success) {
      throw new UsageError(`--unit ${unit}: mã đơn vị chỉ gồm chữ, số và dấu gạch nối (not a unit code)`);
    }
    const bytes = await writeTemplateWorkbook({
      layout,
      identity: {
        template: layout.id,
        version: layout.version,
        unit,
        unitName: options.unitName?.trim() ?? '',
        campaign: options.campaign?.trim() ?? '',
        workbookId: randomUUID(),
        issuedAt: new Date().toISOString(),
      },
      unitHeading: '',
      optionalColumns: readOptional(layout, options.optional ?? []),
    });
    await writeFileAtomically(options.out, bytes);
    io.out(`${options.out}: ${layout.title.vi}\n`);
    return EXIT.clean;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    io.err(`${error.message}\n`);
    return EXIT.unusable;
  }
}

function readOptional(layout: Layout, names: readonly string[]): readonly FieldId[] {
  const offered = FIELDS.filter((id) =>
    layout.columns.some((column) => column.id === id && column.presence === 'optional'),
  );
  return names.map((name) => {
    const field = offered.find((id) => id === name);
    if (field) return field;
    const list = offered.length === 0 ? 'không có cột tùy chọn nào' : `chỉ có ${offered.join(', ')}`;
    throw new UsageError(`--optional ${name}: mẫu ${layout.id} ${list} (no such optional column)`);
  });
}
