import express, { type Response, Router } from 'express';
import { type LgspOperation, OPERATIONS } from '../../lgsp/shape.ts';
import { inventCitizen } from '../../people/invent-citizen.ts';
import { fateOf, type Refuse, type SimulatorService } from '../simulator-service.ts';
import { BODY_LIMIT, SERVICE_PROBLEMS } from '../wire.ts';
import { makeAccessGate, type SimulatorAccess } from './access-gate.ts';
import { citizenTree, type Tree } from './citizen-tree.ts';
import { birthOf, findPeople, isKnown } from './find-people.ts';
import { type LgspQuery, readJsonQuery, readSoapQuery } from './read-query.ts';
import { jsonAnswer, jsonFault, soapAnswer, soapFault } from './write-answer.ts';

type Form = 'soap' | 'json';

/** The national service's own shapes, as public clients show them: SOAP, its JSON variant, and the token end point. */
export function lgspRoutes(service: SimulatorService, access: SimulatorAccess): Router {
  const gate = makeAccessGate(access);
  const router = Router();

  router.post('/lgsp/token', (request, response) => {
    const token = gate.findToken(request);
    if (token) response.json(token);
    else refuseByEnvelope(response, 'chua-xac-thuc');
  });

  router.post(
    '/lgsp/soap',
    service.admit(refuseByFault),
    gate.guard(refuseByFault),
    express.text({ type: ['text/xml', 'application/xml'], limit: BODY_LIMIT, defaultCharset: 'utf-8' }),
    (request, response) => answer(readSoapQuery(request.body), 'soap', refuseByFault, response),
  );

  for (const [operation, { element }] of Object.entries(OPERATIONS) as [LgspOperation, { element: string }][]) {
    router.post(
      `/lgsp/json/${element}`,
      service.admit(refuseByEnvelope),
      gate.guard(refuseByEnvelope),
      express.json({ limit: BODY_LIMIT }),
      (request, response) => answer(readJsonQuery(operation, request.body), 'json', refuseByEnvelope, response),
    );
  }

  return router;

  function answer(query: LgspQuery | undefined, form: Form, refuse: Refuse, response: Response): void | Promise<void> {
    if (query === undefined) return refuse(response, 'du-lieu-sai');
    const { requestId, question } = query;
    const asked = [question.citizenId, question.fullName, question.birthDate];
    if (service.memory.conflicts(requestId, asked)) return refuse(response, 'ma-yeu-cau-trung');
    service.memory.count(requestId, asked);
    service.logger.info({ operation: query.operation, form }, 'answered');
    const fate = fateOf(response);
    const told = fate === 'stray' ? strangersQuery(service, query) : query;
    return query.operation === 'verify'
      ? sendResult(told, form, fate === 'doubled', response)
      : sendPeople(told, form, fate === 'doubled', response);
  }

  function sendResult({ requestId, question }: LgspQuery, form: Form, doubled: boolean, response: Response) {
    const result: Tree = { MaYeuCau: requestId, TonTai: isKnown(service.register, question) };
    return form === 'soap'
      ? service.send(response, 'text/xml', soapAnswer({ KetQuaXacThuc: doubled ? [result, result] : [result] }))
      : service.send(response, 'json', jsonAnswer(requestId, result));
  }

  function sendPeople({ requestId, question }: LgspQuery, form: Form, doubled: boolean, response: Response) {
    const people = findPeople(service.register, question).map((person) =>
      citizenTree(service.register, person, form === 'json'),
    );
    const CongDan = doubled ? [...people, ...people] : people;
    return form === 'soap'
      ? service.send(response, 'text/xml', soapAnswer({ CongdanCollection: { MaYeuCau: requestId, CongDan } }))
      : service.send(
          response,
          'json',
          jsonAnswer(requestId, people.length === 0 ? null : { MaYeuCau: requestId, CongdanCollection: { CongDan } }),
        );
  }
}

/** A right question about somebody else, under another request id. */
function strangersQuery({ seed }: SimulatorService, query: LgspQuery): LgspQuery {
  const [first, second] = [inventCitizen(seed, 0), inventCitizen(seed, 1)];
  const stranger = query.question.citizenId === first.citizenId ? second : first;
  const { citizenId, fullName } = stranger;
  return {
    ...query,
    requestId: `${query.requestId.slice(0, 30)}-khac`,
    question: { citizenId, fullName, birthDate: birthOf(stranger) },
  };
}

const refuseByFault: Refuse = (response, code) => {
  response.status(SERVICE_PROBLEMS[code].status).type('text/xml').send(soapFault(code));
};

const refuseByEnvelope: Refuse = (response, code) => {
  response.status(SERVICE_PROBLEMS[code].status).type('json').send(jsonFault(code));
};
