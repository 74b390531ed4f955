import assert from 'node:assert/strict';
import fc from 'fast-check';
import { redactLogLine } from '../../../cli/support-bundle/redact-log.ts';
import { redactMetrics } from '../../../cli/support-bundle/redact-metrics.ts';

const REQUEST_ID = '7d1f1a52-9f0a-4b7e-8f0e-6a1b2c3d4e5f';

const redact = (line: unknown) => redactLogLine(JSON.stringify(line));

describe('the log in a support bundle', () => {
  it('keeps the structure of a request and of a failure', () => {
    const request = {
      level: 30,
      time: '2026-11-22T02:00:00.000Z',
      requestId: REQUEST_ID,
      method: 'POST',
      route: '/api/v1/pushes',
      status: 200,
      ms: 12,
      msg: 'request',
    };
    assert.deepEqual(redact(request), request);
    const failure = {
      level: 50,
      time: '2026-11-22T02:00:00.000Z',
      requestId: REQUEST_ID,
      error: 'TypeError',
      code: 'ERR_INVALID_ARG_TYPE',
      at: [
        'at Object.run (file:///home/nguyen-van-an/so-sach/server/routes/push-routes.ts:12:7)',
        'at node:internal/process/task_queues:95:5',
        'at Nguyễn Văn An, 034310000999',
      ],
      msg: 'internal error',
    };
    assert.deepEqual(redact(failure), {
      ...failure,
      at: ['server/routes/push-routes.ts:12:7', 'node:internal/process/task_queues:95:5', '(elsewhere)'],
    });
  });

  it('leaves out whose account it was, and says that something was left out', () => {
    assert.deepEqual(redact({ msg: 'request', accountId: REQUEST_ID, note: 'x' }), { msg: 'request', unknown: 2 });
  });

  it('passes on nothing that has not the form it should have', () => {
    const person = 'Nguyễn Văn An';
    for (const value of [
      person,
      'NGUYEN VAN AN',
      'AN',
      '034310000999',
      34310000999,
      22112010,
      { person },
      [person],
      -1,
    ]) {
      for (const key of [
        'time',
        'msg',
        'requestId',
        'method',
        'route',
        'error',
        'code',
        'level',
        'ms',
        'status',
        'at',
        'x',
      ]) {
        const text = JSON.stringify(redact({ [key]: value }));
        assert.ok(!/Nguy|NGUYEN|AN"|34310000999|22112010/.test(text), `${key}: ${text}`);
      }
    }
    for (const code of ['EAN', 'ENGUYỄN', 'SQLITE', 'Error: An']) {
      assert.equal(redact({ code })?.code, '(other)', code);
    }
    assert.equal(redact({ route: '/api/v1/034310000999' })?.route, '(other)');
  });

  it('drops what is no line of the server’s', () => {
    for (const line of ['', 'Nguyễn Văn An', '"Nguyễn Văn An"', '["x"]', 'null', '3', '{"msg":"request"']) {
      assert.equal(redactLogLine(line), undefined, line);
    }
  });

  it('says nothing that was not known beforehand, whatever the line holds', () => {
    const words =
      /^(?:[[\]{}",:]|\(other\)|\(elsewhere\)|unknown|\d{1,7}|at|null|level|ms|asked|answered|events|status|time|msg|requestId|method|route|error|code)*$/;
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom('msg', 'route', 'error', 'code', 'at', 'method', 'level', 'a', 'b'),
          fc.jsonValue(),
        ),
        (line) => {
          assert.match(JSON.stringify(redact(line) ?? ''), words);
        },
      ),
    );
  });
});

describe('the metrics in a support bundle', () => {
  it('are the lines of ours alone', () => {
    const ours =
      '# TYPE sosach_queue_rows gauge\nsosach_queue_rows{transport="queued"} 12\nprocess_uptime_seconds 1.5\n';
    const http = 'sosach_http_requests_total{method="GET",route="/api/v1/units/:code",status="200"} 3\n';
    assert.equal(redactMetrics(ours + http), ours + http);
    assert.equal(redactMetrics('<p>Nguyễn Văn An</p>\nx{y="Nguyễn Văn An"} 1\nsosach_x{y="Nguyễn Văn An"} 1\n'), '');
  });
});
