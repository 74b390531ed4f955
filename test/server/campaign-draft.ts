import type { CampaignDraft } from '../../contract/schemas/campaign.ts';

/** A campaign of one part for the schools below whoever opens it. */
export function campaignDraft(changes: Partial<CampaignDraft> = {}): CampaignDraft {
  return {
    name: 'Cập nhật số định danh',
    circular: '1118/PGDĐT ngày 20/10/2022',
    schoolYear: 2026,
    instructions: 'Gửi trước giờ hẹn.',
    parts: [
      {
        partId: 'hoc-sinh',
        name: 'Học sinh',
        kind: 'student',
        optionalFields: [],
        grades: null,
        deadline: { form: 'before-hour', day: '2026-11-24', time: '14:00' },
      },
    ],
    units: null,
    ...changes,
  };
}
