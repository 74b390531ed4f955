import express, { type Response, Router } from 'express';
import { answerClaim } from './answer-claim.ts';
import { fateOf, type Refuse, type SimulatorService } from './simulator-service.ts';
import { BODY_LIMIT, SERVICE_PROBLEMS, type WireAnswer, type WireClaim, WireClaimBatch } from './wire.ts';

/** The service's own shape: a batch of claims, and for each which fields differ. */
export function batchRoutes(service: SimulatorService): Router {
  const { memory, register, logger } = service;
  const router = Router();
  router.post('/xac-thuc', service.admit(refuseByProblem), express.json({ limit: BODY_LIMIT }), (request, response) => {
    const batch = WireClaimBatch.safeParse(request.body);
    if (!batch.success) return refuseByProblem(response, 'du-lieu-sai');
    const claims = batch.data.DanhSach;
    if (claims.some((claim) => memory.conflicts(claim.MaYeuCau, questionOf(claim)))) {
      return refuseByProblem(response, 'ma-yeu-cau-trung');
    }
    const answers = claims.map((claim) => {
      memory.count(claim.MaYeuCau, questionOf(claim));
      return answerClaim(register, claim);
    });
    logger.info({ claims: claims.length, outcomes: tally(answers.map((answer) => answer.MaKetQua)) }, 'answered');
    return service.send(response, 'json', JSON.stringify({ DanhSach: asFated(answers, response) }));
  });
  return router;
}

/** `application/problem+json` (RFC 9457). */
export const refuseByProblem: Refuse = (response, code) => {
  const { status, title } = SERVICE_PROBLEMS[code];
  response.status(status).type('application/problem+json').send(JSON.stringify({ status, code, title }));
};

function asFated(answers: readonly WireAnswer[], response: Response): readonly WireAnswer[] {
  const fate = fateOf(response);
  if (fate === 'doubled') return [...answers, ...answers];
  if (fate !== 'stray') return answers;
  const [first, ...others] = answers;
  const stray = first && { ...first, MaYeuCau: `${first.MaYeuCau.slice(0, 30)}-khac` };
  return [...others.reverse(), ...(stray ? [stray] : [])];
}

function questionOf({ SoDinhDanh, HoVaTen, NgayThangNamSinh, GioiTinh, ThuongTru }: WireClaim): readonly unknown[] {
  return [SoDinhDanh, HoVaTen, NgayThangNamSinh, GioiTinh ?? null, ThuongTru?.TinhThanh ?? null];
}

function tally(codes: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}
