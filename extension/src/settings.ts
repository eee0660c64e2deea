/** Every setting of the extension: key, default, meaning. Kept in storage.local, read at the moment it is needed. */
import { browser } from 'wxt/browser';
import type { Sensitivity, Style } from './wire';

export interface Settings {
  /** Loopback port on which the service listens; the same number as PAUZA_PORT of the service. */
  port: number;
  /** How early a photo leads to a question. */
  sensitivity: Sensitivity;
  /** How a face is covered when nothing else was chosen. */
  style: Style;
  /** Ids of the sites on which nothing is held. */
  sitesOff: string[];
  /** Origins that the person switched on beside the listed sites, as `https://host`. */
  extraSites: string[];
}

export const DEFAULTS: Readonly<Settings> = {
  port: 8765,
  sensitivity: 'balanced',
  style: 'soft',
  sitesOff: [],
  extraSites: [],
};

export async function readSettings(): Promise<Settings> {
  return browser.storage.local.get<Settings>({ ...DEFAULTS });
}

export async function writeSettings(changed: Partial<Settings>): Promise<void> {
  await browser.storage.local.set(changed);
}

/** Ports that a service of an ordinary user can have; the service has the same bounds. */
export function isPort(port: number): boolean {
  return Number.isInteger(port) && port >= 1024 && port <= 65535;
}
