import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Wide enough to draw something before the place is measured, and where nothing measures. */
const UNMEASURED = 640;

/** The width of the place that a picture is drawn into, as it changes: text keeps its size, the drawing gives way. */
export function useWidth<T extends HTMLElement>() {
  const place = useRef<T>(null);
  const [width, setWidth] = useState(UNMEASURED);
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const measure = () => setWidth(Math.floor(element.clientWidth) || UNMEASURED);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { place, width };
}
