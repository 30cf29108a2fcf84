import { useState } from 'preact/hooks';
import { Icon } from './icon';

interface FileDropProps {
  /** What the file dialog offers. */
  accept: string;
  /** More than one at once. */
  multiple?: boolean;
  choose: string;
  drop: string;
  /** Never empty. */
  onFiles: (files: File[]) => void;
}

/** Chooses files by button or by dropping them; nothing happens to them before they have been looked into. */
export function FileDrop({ accept, multiple = false, choose, drop, onFiles }: FileDropProps) {
  const [over, setOver] = useState(false);
  const give = (list: Iterable<File> | null | undefined) => {
    const files = [...(list ?? [])].slice(0, multiple ? undefined : 1);
    if (files.length > 0) onFiles(files);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    give(event.dataTransfer?.files);
  };
  const onDragOver = (event: DragEvent) => {
    event.preventDefault(); // else the browser would open the file in our place
    setOver(true);
  };
  return (
    <label
      class={over ? 'drop drop--over' : 'drop'}
      onDragOver={onDragOver}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <input
        class="drop__input"
        type="file"
        accept={accept}
        multiple={multiple}
        onChange={({ currentTarget }) => {
          give(currentTarget.files);
          currentTarget.value = ''; // the same file may be chosen again
        }}
      />
      <span class="button button--save drop__button">
        <Icon name="page" />
        {choose}
      </span>
      <span class="drop__or">{drop}</span>
    </label>
  );
}
