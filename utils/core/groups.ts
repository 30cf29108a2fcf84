/** Names that turn out to mean the same thing: an opaque link and the item it led to, one order under two keys. */
export class Groups {
  readonly #parents = new Map<string, string>();

  /** One name for all that mean the same. It changes while more is joined. */
  nameOf(name: string): string {
    let root = name;
    for (let parent = this.#parents.get(root); parent !== undefined; parent = this.#parents.get(root)) {
      const next = this.#parents.get(parent);
      if (next !== undefined) this.#parents.set(root, next); // the next way is half as long
      root = next ?? parent;
    }
    return root;
  }

  join(one: string, other: string): void {
    const [from, to] = [this.nameOf(one), this.nameOf(other)];
    if (from !== to) this.#parents.set(from, to);
  }
}
