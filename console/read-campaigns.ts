import type {
  Campaign,
  CampaignPage,
  CampaignPart,
  KindProgress,
  UnitProgress,
  UnitProgressPage,
} from '../contract/schemas/campaign.ts';
import type { Unit, UnitPage } from '../contract/schemas/unit.ts';
import { getDeadline } from '../desk/read-deadline.ts';
import { list, number, object, oneOf, text, textOrNull } from '../desk/read-json.ts';
import { FIELDS } from '../rules/field.ts';
import { RECORD_KINDS } from '../rules/record.ts';

/** The server's answers about campaigns, read by hand as the desk does: the page does not carry the schema library. */
export function getCampaignPage(body: unknown): CampaignPage {
  const page = object(body, WHERE);
  return {
    items: list(page.items, WHERE).map(getCampaign),
    cursor: textOrNull(page.cursor, WHERE),
    now: text(page.now, WHERE),
  };
}

const WHERE = 'campaigns';

export function getCampaign(body: unknown): Campaign {
  const campaign = object(body, WHERE);
  return {
    campaignId: text(campaign.campaignId, WHERE),
    owner: text(campaign.owner, WHERE),
    name: text(campaign.name, WHERE),
    circular: text(campaign.circular, WHERE),
    schoolYear: number(campaign.schoolYear, WHERE),
    instructions: text(campaign.instructions, WHERE),
    parts: list(campaign.parts, WHERE).map(getPart),
    unitCount: number(campaign.unitCount, WHERE),
    createdAt: text(campaign.createdAt, WHERE),
  };
}

function getPart(item: unknown): CampaignPart {
  const part = object(item, WHERE);
  return {
    partId: text(part.partId, WHERE),
    name: text(part.name, WHERE),
    kind: oneOf(RECORD_KINDS, part.kind, WHERE),
    optionalFields: list(part.optionalFields, WHERE).map((field) => oneOf(FIELDS, field, WHERE)),
    grades: part.grades === null ? null : list(part.grades, WHERE).map((grade) => number(grade, WHERE)),
    deadline: getDeadline(part.deadline, WHERE),
  };
}

export function getProgressPage(body: unknown): UnitProgressPage {
  const page = object(body, WHERE);
  return {
    items: list(page.items, WHERE).map(getUnitProgress),
    cursor: textOrNull(page.cursor, WHERE),
    now: text(page.now, WHERE),
  };
}

function getUnitProgress(item: unknown): UnitProgress {
  const unit = object(item, WHERE);
  return {
    unit: text(unit.unit, WHERE),
    name: text(unit.name, WHERE),
    kinds: list(unit.kinds, WHERE).map(getKindProgress),
  };
}

function getKindProgress(item: unknown): KindProgress {
  const kind = object(item, WHERE);
  return {
    kind: oneOf(RECORD_KINDS, kind.kind, WHERE),
    sentAt: textOrNull(kind.sentAt, WHERE),
    openedAt: textOrNull(kind.openedAt, WHERE),
    version: kind.version === null ? null : number(kind.version, WHERE),
    checkedAt: textOrNull(kind.checkedAt, WHERE),
    errorRows: number(kind.errorRows, WHERE),
    stays: number(kind.stays, WHERE),
    pushedAt: textOrNull(kind.pushedAt, WHERE),
    rows: number(kind.rows, WHERE),
    verified: number(kind.verified, WHERE),
    waiting: number(kind.waiting, WHERE),
    notApplicable: number(kind.notApplicable, WHERE),
    awaitingNumber: number(kind.awaitingNumber, WHERE),
  };
}

export function getUnitPage(body: unknown): UnitPage {
  const where = 'units';
  const page = object(body, where);
  return {
    items: list(page.items, where).map((item): Unit => {
      const unit = object(item, where);
      return {
        code: text(unit.code, where),
        name: text(unit.name, where),
        kind: oneOf(['ministry', 'department', 'commune', 'school'], unit.kind, where),
        parent: textOrNull(unit.parent, where),
        validFrom: textOrNull(unit.validFrom, where),
        validTo: textOrNull(unit.validTo, where),
      };
    }),
    cursor: textOrNull(page.cursor, where),
  };
}
