import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { largestPicture } from '@/utils/sites/largest-picture';

/** Run when the person saves an item and wants a small picture of it: where the page's picture stands is its answer. */
export default defineUnlistedScript(() => largestPicture(document, window) ?? null);
