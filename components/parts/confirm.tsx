import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface ConfirmProps {
  question: string;
  /** What will be gone, and what cannot be undone. */
  children?: ComponentChildren;
  yes: string;
  no: string;
  /** What has to end before it may be done. */
  notYet?: string | undefined;
  onYes: () => void;
  onNo: () => void;
}

/** Asks once more, in place: a dialog of the browser's would close the popup in some browsers. */
export function Confirm({ question, children, yes, no, notYet, onYes, onNo }: ConfirmProps) {
  const id = useId();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onNo();
  };
  return (
    <div class="confirm" role="alertdialog" aria-labelledby={id} onKeyDown={onKeyDown}>
      <p id={id} class="confirm__question">
        {question}
      </p>
      {children}
      {notYet !== undefined && <p class="confirm__wait">{notYet}</p>}
      {/* The harmless answer has the focus. */}
      <button type="button" class="button" ref={focusOnce} onClick={onNo}>
        {no}
      </button>
      <button type="button" class="button button--danger-solid" disabled={notYet !== undefined} onClick={onYes}>
        {yes}
      </button>
    </div>
  );
}

/** One function, so that it runs when the button appears and not at each drawing. */
function focusOnce(button: HTMLButtonElement | null): void {
  button?.focus();
}
