import type { DashboardPlace, NoticeLine } from './notice-line';

interface NoticeStripProps {
  notice: NoticeLine;
  onOpen: (place: DashboardPlace) => void;
}

export function NoticeStrip({ notice: { text, alarming, way, place }, onOpen }: NoticeStripProps) {
  return (
    <div class={alarming ? 'banner banner--alarm' : 'banner'} role="status">
      <span>{text}</span>
      <button type="button" class="button button--plain" onClick={() => onOpen(place)}>
        {way}
      </button>
    </div>
  );
}
