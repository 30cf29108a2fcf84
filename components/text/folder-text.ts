import { i18n } from '@/utils/i18n';
import type { FolderFailure } from '@/utils/core/backup';

/** Why nothing was written into the folder, and what helps. */
export function folderText(why: FolderFailure): string {
  switch (why) {
    case 'permission':
      return i18n.t('folder.permission');
    case 'gone':
      return i18n.t('folder.gone');
    case 'full':
      return i18n.t('folder.full');
    case 'failed':
      return i18n.t('folder.failed');
  }
}
