import { i18n } from '@/utils/i18n';
import { DensityView } from '@/components/dashboard/density/density-view';
import type { DensityProps, Span } from '@/components/dashboard/density/props';
import { spotCheckWork } from '../density/spot-checks';
import { densityWork } from '../density/work';
import type { Desk, Screen, View } from '../view';

export const view: View = { id: 'density', order: 50, icon: 'gauge', name: () => i18n.t('views.density'), start };

function start(desk: Desk): Screen {
  let state: Pick<DensityProps, 'job' | 'checks' | 'span'> = { job: { state: 'idle' }, checks: undefined, span: '90' };
  let isAsked = false;
  const show = (change: Partial<typeof state>) => {
    state = { ...state, ...change };
    desk.redraw();
  };
  const work = densityWork(desk, (job) => show({ job }));
  const checks = spotCheckWork(desk, (next) => show({ checks: next }));
  const ask = async (span: Span) => {
    isAsked = true;
    show({ span });
    const drawing = await checks.begin();
    await work.start(span, drawing.hear);
    await drawing.end();
  };
  return {
    draw: () => <DensityView {...state} {...checks.actions} onSpan={(span) => void ask(span)} onStop={work.stop} />,
    // Once, and again when the person says so: a page that goes on recording would make it go on for ever.
    read: () => {
      if (!isAsked) void ask(state.span).catch(() => undefined);
    },
  };
}
