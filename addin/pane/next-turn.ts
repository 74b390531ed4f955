/**
 * One turn of the event loop, in which the page draws and hears clicks. A message and no timer: browsers hold nested timers
 * back for 4 ms each, and those of a page at the back for a whole second.
 */
export function nextTurn(): Promise<void> {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(null);
  });
}
