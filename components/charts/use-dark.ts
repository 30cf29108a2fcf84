import { useEffect, useState } from 'preact/hooks';

/** Whether it is dark; a painting has to be made anew when that changes, a drawing follows by itself. */
export function useDark(): boolean {
  const [wish] = useState(() => window.matchMedia('(prefers-color-scheme: dark)'));
  const [dark, setDark] = useState(() => isDark(wish.matches));
  useEffect(() => {
    const change = () => setDark(isDark(wish.matches));
    wish.addEventListener('change', change);
    const chosen = new MutationObserver(change);
    chosen.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    return () => {
      wish.removeEventListener('change', change);
      chosen.disconnect();
    };
  }, [wish]);
  return dark;
}

/** What the person chose goes before what the browser asks for. */
function isDark(asked: boolean): boolean {
  const chosen = document.documentElement.dataset['theme'];
  return chosen === undefined ? asked : chosen === 'dark';
}
