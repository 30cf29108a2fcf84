/** The heading takes the focus when a view opens, so that a screen reader says where it is. */
export function ViewHead({ title, lead }: { title: string; lead?: string }) {
  return (
    <div class="view__head">
      <h1 class="view__title" tabIndex={-1}>
        {title}
      </h1>
      {lead && <p class="view__lead">{lead}</p>}
    </div>
  );
}
