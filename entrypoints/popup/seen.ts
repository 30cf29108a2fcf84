import { matchesPattern } from '@/utils/core/patterns';
import { sites, type Site } from '@/utils/sites/list';

export function siteAt(url: string | undefined): Site | undefined {
  return sites.find(({ hosts }) => hosts.some((pattern) => url !== undefined && matchesPattern(pattern, url)));
}
