import { dialogReady, tellPane } from '../excel/tell-pane.ts';
import { HANDOVER_CHANNEL } from '../pane/browser-sign-in.ts';
import { writeHandover } from '../pane/handover-message.ts';

/** How long the window stays, for whoever looks at it; Office closes its dialog itself. */
const CLOSE_AFTER_MS = 600;

/** The window's page: on the way out (`go`, in Office only), and when somebody has come back from the sign-in service. */
async function start(): Promise<void> {
  const page = document.getElementById('sosach-sign-in');
  if (!page) throw new Error('the page lacks #sosach-sign-in');
  const { step, from, next = '', challenge = '', code = '', officeJs = '' } = page.dataset;
  if (step === 'expired') return;
  // Office tells a dialog of its host at the first page only: without this stop it would not know its pane on coming back.
  if (from === 'excel') await loadOffice(officeJs);
  if (step === 'go') {
    location.replace(next);
    return;
  }
  const message = writeHandover({ challenge, code });
  if (from === 'excel') {
    tellPane(message);
    return;
  }
  const channel = new BroadcastChannel(HANDOVER_CHANNEL);
  channel.postMessage(message);
  setTimeout(() => {
    channel.close();
    window.close();
  }, CLOSE_AFTER_MS);
}

async function loadOffice(url: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const script = document.createElement('script');
    script.src = url;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error('office.js did not load'));
    document.head.append(script);
  });
  if (!(await dialogReady())) throw new Error('this is no dialog of Office');
}

void start();
