/** What a person has made of a draft and the server does not have: kept in this browser, per person and version. */
export interface Kept {
  xml: string;
  /** The model that it was made from, as the server had it. */
  base: string;
  /** When, as an instant. */
  at: string;
}

const PREFIX = "rongcuo.draft.";

export function keptKey(person: string, policy: string, number: number): string {
  return `${PREFIX}${person}.${policy}.${number}`;
}

/** @returns false when the browser has no room for it */
export function keep(key: string, kept: Kept): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

export function kept(key: string): Kept | null {
  const found = localStorage.getItem(key);
  if (found === null) return null;
  try {
    return JSON.parse(found) as Kept;
  } catch {
    return null;
  }
}

export function forget(key: string): void {
  localStorage.removeItem(key);
}
