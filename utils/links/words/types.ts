/** Who learns something from a parameter: who is paid for the sale, whose ad worked, which person passed the link on. */
export type EvidenceGroup = 'affiliate' | 'ad' | 'share';

/** What a parameter tells whom, said to the person; `name=xy` where a value that starts so means something else. */
export type EvidenceWords = Readonly<
  Record<string, readonly [group: EvidenceGroup, zhCN: string, zhTW: string, en: string]>
>;
