/** What whoever manages this computer has set for Pauza by the browser's policies (docs/policy.md). */
import { browser } from 'wxt/browser';

/** Each key stands in public/policy.json as well, by which Chromium checks the values. */
export interface Policy {
  /** Whether a photo that could not be checked may be posted all the same. */
  uncheckedAllowed: boolean;
}

/** Firefox knows no schema, and fails where nothing was ever set. */
export async function readPolicy(): Promise<Policy> {
  try {
    const { uncheckedAllowed } = await browser.storage.managed.get<Record<keyof Policy, unknown>>('uncheckedAllowed');
    return { uncheckedAllowed: uncheckedAllowed !== false };
  } catch {
    return { uncheckedAllowed: true };
  }
}
