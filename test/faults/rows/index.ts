import type { Fault } from '../fault';
import { asleep } from './f01-asleep';
import { midHandler } from './f02-mid-handler';
import { burst } from './f03-burst';
import { navigate } from './f04-navigate';
import { close } from './f05-close';
import { totals } from './f05b-totals';
import { crash } from './f06-crash';
import { update } from './f07-update';
import { switchedOff } from './f08-switched-off';
import { kill } from './f11-kill';
import { flood } from './f20-flood';
import { backForward } from './f23-back-forward';
import { softNavigation } from './f24-soft-navigation';
import { tooLarge } from './f25-too-large';
import { twoWindows } from './f26-two-windows';
import { frozen } from './f30-frozen';
import { queueFull } from './f10-queue-full';
import { power } from './f12-power';
import { blocked } from './f16-blocked';
import { downgrade } from './f17-downgrade';
import { corruptFiles } from './f13-corrupt-files';
import { corruptRows } from './f15-corrupt-rows';
import { logCut } from './f14-cut-log';
import { quota } from './f09-quota';
import { hostile } from './f21-hostile';
import { exportMany } from './f28-export';
import { restoreKilled } from './f27-restore';
import { clock } from './f19-clock';
import { noDatabase } from './f29-no-database';
import { deep } from './f22-deep';
import { takenAway } from './f18-taken-away';

export const faults: readonly Fault[] = [
  asleep,
  midHandler,
  burst,
  navigate,
  close,
  totals,
  crash,
  update,
  switchedOff,
  quota,
  queueFull,
  kill,
  power,
  corruptFiles,
  logCut,
  corruptRows,
  blocked,
  downgrade,
  takenAway,
  clock,
  flood,
  hostile,
  deep,
  backForward,
  softNavigation,
  tooLarge,
  twoWindows,
  restoreKilled,
  exportMany,
  noDatabase,
  frozen,
];
