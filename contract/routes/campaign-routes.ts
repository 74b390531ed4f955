import type { RouteDeclaration } from '../route-declaration.ts';
import {
  Campaign,
  CampaignDraft,
  CampaignPage,
  CampaignPath,
  PageQuery,
  UnitProgressPage,
  ZIP_MEDIA_TYPE,
} from '../schemas/campaign.ts';

/** Campaigns: opening, watching, handing out, withdrawing. */
export const CAMPAIGN_ROUTES = {
  listCampaigns: {
    method: 'GET',
    path: '/api/v1/campaigns',
    permission: 'campaigns:read',
    summary: {
      vi: 'Các đợt cập nhật của đơn vị và các đơn vị bên dưới, mới nhất trước',
      en: 'Campaigns of the unit and those below it, newest first',
    },
    query: PageQuery,
    answer: { status: 200, schema: CampaignPage },
    problems: [],
  },
  createCampaign: {
    method: 'POST',
    path: '/api/v1/campaigns',
    permission: 'campaigns:write',
    summary: {
      vi: 'Mở một đợt cập nhật; gọi lại cùng mã thì trả lời đợt đã mở',
      en: 'Open a campaign; asked again under the same key, it answers with the one that was opened',
    },
    body: CampaignDraft,
    idempotent: true,
    answer: { status: 200, schema: Campaign },
    problems: ['unit-foreign', 'campaign-without-schools', 'idempotency-key-reused'],
  },
  endCampaign: {
    method: 'DELETE',
    path: '/api/v1/campaigns/:campaignId',
    permission: 'campaigns:write',
    summary: {
      vi: 'Bỏ một đợt cập nhật; dữ liệu các trường đã gửi vẫn còn',
      en: 'Withdraw a campaign; what schools have sent stays',
    },
    params: CampaignPath,
    answer: { status: 204 },
    problems: ['not-found'],
  },
  listCampaignUnits: {
    method: 'GET',
    path: '/api/v1/campaigns/:campaignId/units',
    permission: 'progress:read',
    summary: { vi: 'Tiến độ từng đơn vị của một đợt', en: 'How far each unit of a campaign has come' },
    params: CampaignPath,
    query: PageQuery,
    answer: { status: 200, schema: UnitProgressPage },
    problems: ['not-found'],
  },
  getCampaignWorkbooks: {
    method: 'GET',
    path: '/api/v1/campaigns/:campaignId/workbooks',
    permission: 'campaigns:write',
    summary: {
      vi: 'Sổ tính của mọi đơn vị trong một đợt, trong một tệp ZIP',
      en: 'The workbooks of all units of a campaign in one ZIP file',
    },
    params: CampaignPath,
    answer: { status: 200, mediaType: ZIP_MEDIA_TYPE },
    problems: ['not-found'],
  },
} as const satisfies Record<string, RouteDeclaration>;
