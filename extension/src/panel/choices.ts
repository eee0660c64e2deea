/** Settings with a few answers. */
import { writeSettings } from '../settings';
import type { Sensitivity, Style } from '../wire';
import { speak } from '../words/speak';
import { makeChoice, makePart } from './part';

const SENSITIVITIES: readonly Sensitivity[] = ['careful', 'balanced', 'quiet'];
const STYLES: readonly Style[] = [
  'soft', 'solid', 'sticker-sun', 'sticker-cat', 'sticker-star', 'sticker-heart', 'sticker-balloon',
];

export function makeSensitivity(chosen: Sensitivity): HTMLElement {
  const options = SENSITIVITIES.map((value) => ({ value, label: speak(`panel.sensitivity.${value}`) }));
  return makePart(speak('panel.sensitivity.heading'),
    makeChoice('sensitivity', options, chosen, (sensitivity) => void writeSettings({ sensitivity })));
}

export function makeStyles(chosen: Style): HTMLElement {
  const options = STYLES.map((value) => ({ value, label: speak(`panel.style.${value}`) }));
  return makePart(speak('panel.style.heading'),
    makeChoice('style', options, chosen, (style) => void writeSettings({ style })));
}
