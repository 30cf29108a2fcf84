/**
 * The one way from the copier in the page's world into ours: a port, offered before any script of the page has run. The
 * page neither sees what goes through it nor can put anything in; and could it, it would be its own word still.
 */
const offer = 'orders-tap';

/**
 * Waits for the copier's offer, takes the first one and no other.
 * @param take what was copied: the answer's address, a line break, its text
 */
export function hearTap(window: Window, take: (message: string) => void): void {
  const onOffer = (event: Event): void => {
    const port = event instanceof MessageEvent ? event.ports[0] : undefined;
    if (!port) return;
    window.removeEventListener(offer, onOffer, true);
    event.preventDefault(); // says that it is taken
    event.stopImmediatePropagation();
    port.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (typeof data === 'string') take(data);
    });
    port.start();
  };
  window.addEventListener(offer, onOffer, true);
}
