import type { ComponentChildren } from 'preact';

interface ChoiceProps {
  /** Shared by all that exclude each other. */
  group: string;
  checked: boolean;
  onChoose: () => void;
  children: ComponentChildren;
}

/** One of several: a radio button that is a word to press. */
export function Choice({ group, checked, onChoose, children }: ChoiceProps) {
  return (
    <label class="choice">
      <input type="radio" name={group} checked={checked} onChange={onChoose} />
      <span>{children}</span>
    </label>
  );
}
