/** Settings with a few answers. */
import { writeSettings } from '../settings';
import type { Sensitivity, Style } from '../wire';
import { speak } from '../words/speak';
import { makeChoice, makePart } from './part';

const SENSITIVITIES: readonly Sensitivity[] = ['careful', 'balanced', 'quiet'];
/** In the order of the list; a style that the service gains is missing here until it has its place. */
const PLACES: Record<Style, number> = {
  soft: 0, pixelate: 1, solid: 2,
  'sticker-sun': 3, 'sticker-cat': 4, 'sticker-star': 5, 'sticker-heart': 6, 'sticker-balloon': 7,
};
const STYLES = (Object.keys(PLACES) as Style[]).sort((a, b) => PLACES[a] - PLACES[b]);

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
