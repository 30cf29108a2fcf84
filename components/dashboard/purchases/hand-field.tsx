import type { ComponentChildren } from 'preact';

interface FieldProps {
  label: string;
  /** What is wrong with the value. */
  wrong?: string | undefined;
  children: ComponentChildren;
}

/** A field under its label, that says what is wrong with it. */
export function Field({ label, wrong, children }: FieldProps) {
  return (
    <label class="field">
      <span class="field__label">{label}</span>
      {children}
      {wrong !== undefined && <span class="field__wrong">{wrong}</span>}
    </label>
  );
}

interface TextInputProps {
  value: string;
  onValue: (value: string) => void;
  /** Brings up digits on a phone's keyboard. */
  inputMode?: 'decimal' | 'text';
}

export function TextInput({ value, onValue, inputMode = 'text' }: TextInputProps) {
  return (
    <input
      class="field__input"
      inputMode={inputMode}
      maxLength={120}
      value={value}
      onInput={({ currentTarget }) => onValue(currentTarget.value)}
    />
  );
}

/** @param max `2026-11-29`, the last day there is */
export function DayInput({ value, max, onValue }: Omit<TextInputProps, 'inputMode'> & { max: string }) {
  return (
    <input
      class="field__input"
      type="date"
      max={max}
      value={value}
      onInput={({ currentTarget }) => onValue(currentTarget.value)}
    />
  );
}
