import { useId } from 'preact/hooks';

interface SwitchRowProps {
  label: string;
  /** What it is called where its words alone do not say what they switch. */
  name?: string;
  hint: string;
  on: boolean;
  onTurn: (on: boolean) => void;
}

/** One thing that can be switched, with the reason why anybody would. */
export function SwitchRow({ label, name = label, hint, on, onTurn }: SwitchRowProps) {
  const id = useId();
  return (
    <li class="switch-row">
      <div class="switch-row__words">
        <span class="switch-row__label">{label}</span>
        <span id={id} class="switch-row__hint">
          {hint}
        </span>
      </div>
      <button
        type="button"
        class="switch"
        role="switch"
        aria-checked={on}
        aria-label={name}
        aria-describedby={id}
        onClick={() => onTurn(!on)}
      >
        <span class="switch__track" />
      </button>
    </li>
  );
}
