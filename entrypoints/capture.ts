import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { scrubPage } from '@/utils/sites/scrub/page';

/** Injected when the person asks for a diagnostic capture of the page in front: its scrubbed text is the script's answer. */
export default defineUnlistedScript(() => scrubPage(document, location.href));
