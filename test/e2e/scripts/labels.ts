import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readerAt } from '@/utils/sites';

/** Run in a tab: the labels of all units on its page, as the product measures them. */
export default defineUnlistedScript(() => {
  const reader = readerAt(location.href);
  const finder = reader?.unitsOn(location.href, document);
  return [...(finder?.find(document) ?? [])].flatMap((element) => {
    const seen = reader?.seeLabel(element, window);
    return seen ? [{ noteId: finder?.read(element)?.noteId, text: seen.element.textContent, ...seen.measured }] : [];
  });
});
