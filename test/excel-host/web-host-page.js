/* The page that stands where Excel on the web would: it frames the add-in and answers the messages of its office.js. What a
   request does is decided in Node (excel-host.ts); this page only carries it there and back. */
void (async () => {
  const REQUEST = 0;
  const RESPONSE = 1;
  const FOR_CALLING = 0;
  const FOR_EVENTING = 1;
  const INVOKE = 0;
  const RICH_API = 93;

  const { paneUrl, appContext } = await window.sosachSetUp();
  const paneOrigin = new URL(paneUrl).origin;
  const conversation = 'sosachconversation';

  const frame = document.createElement('iframe');
  // Before the frame stands in the page: later its window would be born without a name, and office.js looks for its host there.
  frame.name = JSON.stringify({
    baseFrameName: 'sosach',
    hostInfo: `Excel$Web$16.01$${appContext._appUILocale}$test$$$0`,
    xdmInfo: `${conversation}|${appContext._id}|${location.origin}`,
    serializerVersion: '1',
    flights: '[]',
  });
  frame.src = paneUrl;

  const post = (name, correlation, type, data, errorCode = 0) => {
    const message = {
      _messageType: RESPONSE,
      _actionName: name,
      _conversationId: conversation,
      _correlationId: correlation,
      _errorCode: errorCode,
      _responseType: type,
      _data: data,
    };
    frame.contentWindow?.postMessage(JSON.stringify(message), paneOrigin);
  };

  const execute = async (data) => {
    const id = data.DdaMethod?.DispatchId;
    if (id !== RICH_API) {
      await window.sosachUnknown(`executeMethod ${id}`);
      return { Version: 1, Error: 5001 };
    }
    const reply = await window.sosachExecute(data.ArrayData[4], data.ArrayData[6]);
    return reply.error
      ? { Version: 1, Error: reply.error }
      : { Version: 1, Error: 0, Data: [200, ['Content-Type', 'application/json'], reply.body] };
  };

  const answer = async ({ _actionName: name, _actionType: type, _data: data }) => {
    if (name === 'ContextActivationManager_getAppContextAsync') return appContext;
    if (name === 'ContextActivationManager_notifyHost') return null;
    if (name === 'executeMethod') return execute(data);
    // Registering and unregistering for the events that office.js listens to by itself.
    if (type !== INVOKE) return { Error: 0 };
    await window.sosachUnknown(name);
    return { Error: 5001 };
  };

  window.addEventListener('message', async (event) => {
    if (event.source !== frame.contentWindow || event.origin !== paneOrigin || typeof event.data !== 'string') return;
    let message;
    try {
      message = JSON.parse(event.data);
    } catch {
      return; // other scripts of the add-in may post what is not ours
    }
    if (message._messageType !== REQUEST) return;
    post(message._actionName, message._correlationId, FOR_CALLING, await answer(message));
  });

  window.sosachTell = (entry) => post('richApiMessage', 0, FOR_EVENTING, { ArrayData: [entry] });
  document.body.append(frame);
})();
