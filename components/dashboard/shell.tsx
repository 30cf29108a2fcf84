import type { ComponentChildren } from 'preact';
import { i18n } from '@/utils/i18n';
import { Icon, type IconName } from '../parts/icon';

interface NavEntry {
  id: string;
  name: string;
  icon: IconName;
  /** Something there waits for the person. */
  alert: boolean;
}

interface ShellProps {
  nav: NavEntry[];
  current: string;
  onOpen: (id: string) => void;
  children: ComponentChildren;
}

/** The frame of the full page: whose ledger it is, the ways through it, and the view that is open. */
export function Shell({ nav, current, onOpen, children }: ShellProps) {
  return (
    <div class="desk">
      <a class="skip button button--save" href="#view">
        {i18n.t('dashboard.skip')}
      </a>
      <header class="desk__head">
        <p class="brand">
          <span class="brand__mark">
            <Icon name="sprout" />
          </span>
          <span class="brand__name">{i18n.t('name')}</span>
        </p>
        <nav class="nav" aria-label={i18n.t('dashboard.nav')}>
          <ul class="nav__list" role="list">
            {nav.map((entry) => (
              <NavLink key={entry.id} entry={entry} open={entry.id === current} onOpen={onOpen} />
            ))}
          </ul>
        </nav>
      </header>
      <main class="view" id="view" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}

type NavLinkProps = Pick<ShellProps, 'onOpen'> & { entry: NavEntry; open: boolean };

/** A true link: it can be opened in another tab, kept as a bookmark, and the back button knows it. */
function NavLink({ entry: { id, name, icon, alert }, open, onOpen }: NavLinkProps) {
  const onClick = (event: MouseEvent) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    onOpen(id);
  };
  return (
    <li>
      <a class="nav__link" href={`?view=${id}`} aria-current={open ? 'page' : undefined} onClick={onClick}>
        <Icon name={icon} />
        <span>{name}</span>
        {alert && <span class="nav__alert" role="img" aria-label={i18n.t('dashboard.alert')} />}
      </a>
    </li>
  );
}
