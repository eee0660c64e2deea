/** Photos that are drawn: round faces before a hill, so that no test needs a real child's face. */
import type { Analysis, Region, Verdict } from '../../../extension/src/wire';

interface Person {
  cx: number;
  cy: number;
  /** Height of the face. */
  size: number;
  skin: string;
  hair: string;
  verdict: Verdict;
}

export interface Drawing {
  width: number;
  height: number;
  people: Person[];
}

const KITCHEN: Drawing = {
  width: 2400,
  height: 1600,
  people: [
    { cx: 700, cy: 800, size: 430, skin: '#e8b48f', hair: '#5b3a21', verdict: 'child' },
    { cx: 1250, cy: 900, size: 400, skin: '#c98d62', hair: '#221a16', verdict: 'unsure' },
    { cx: 1800, cy: 560, size: 460, skin: '#f0c7a6', hair: '#9b8f84', verdict: 'adult' },
  ],
};
const PORTRAIT: Drawing = {
  width: 1200,
  height: 1800,
  people: [{ cx: 600, cy: 800, size: 560, skin: '#d9a57c', hair: '#3a2417', verdict: 'child' }],
};
const CLASS: Drawing = {
  width: 3000,
  height: 1500,
  people: Array.from({ length: 18 }, (_, i) => ({
    cx: 260 + (i % 9) * 310, cy: 600 + Math.floor(i / 9) * 420, size: 210,
    skin: ['#e8b48f', '#c98d62', '#f0c7a6'][i % 3] ?? '#e8b48f', hair: ['#5b3a21', '#221a16', '#c9a14a'][i % 3] ?? '#221a16',
    verdict: i === 8 ? 'adult' : 'child',
  })),
};
export const DRAWINGS = { kitchen: KITCHEN, portrait: PORTRAIT, class: CLASS };

export function analysisOf({ width, height, people }: Drawing): Analysis {
  return {
    photo: { width, height, format: 'jpeg', frames: 1 },
    verdict: people.some(({ verdict }) => verdict === 'child') ? 'child' : 'unsure',
    nudge: true,
    faces: people.map(({ cx, cy, size, verdict }) => ({
      box: { x: cx - size * 0.38, y: cy - size / 2, width: size * 0.76, height: size },
      eyes: [[cx - size * 0.16, cy - size * 0.08], [cx + size * 0.16, cy - size * 0.08]],
      tilt: 0, confidence: 0.95, age: { under_13: 0.9, under_18: 0.95 }, verdict, why: [],
    })),
    regions: people.map(({ cx, cy, size }, face) => ({
      cx, cy: cy - size * 0.08, width: size, height: size * 1.3, tilt: 0, face,
    })),
    hidden: [],
    timings_ms: { decode: 1, faces: 1, ages: 1 },
    preview: null,
  };
}

export async function draw(drawing: Drawing, maxSide: number, regions: Region[] = []): Promise<Blob> {
  const scale = Math.min(1, maxSide / Math.max(drawing.width, drawing.height));
  const canvas = new OffscreenCanvas(Math.round(drawing.width * scale), Math.round(drawing.height * scale));
  const brush = canvas.getContext('2d');
  if (!brush) throw new Error('no canvas');
  brush.scale(scale, scale);
  drawHill(brush, drawing);
  for (const person of drawing.people) drawPerson(brush, person);
  for (const region of regions) drawCover(brush, region);
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
}

type Brush = OffscreenCanvasRenderingContext2D;

function drawHill(brush: Brush, { width, height }: Drawing): void {
  brush.fillStyle = '#bcd9e6';
  brush.fillRect(0, 0, width, height);
  brush.fillStyle = '#8fae74';
  ellipse(brush, width * 0.5, height * 1.15, width * 0.8, height * 0.6);
  brush.fillStyle = '#f6e7b0';
  ellipse(brush, width * 0.86, height * 0.13, height * 0.07, height * 0.07);
}

function drawPerson(brush: Brush, { cx, cy, size, skin, hair }: Person): void {
  brush.fillStyle = hair;
  ellipse(brush, cx, cy - size * 0.12, size * 0.45, size * 0.5);
  brush.fillStyle = '#4d6a8c';
  ellipse(brush, cx, cy + size * 1.12, size * 0.62, size * 0.66);
  brush.fillStyle = skin;
  ellipse(brush, cx, cy, size * 0.38, size * 0.48);
  brush.fillStyle = '#2b2118';
  for (const side of [-1, 1]) ellipse(brush, cx + side * size * 0.16, cy - size * 0.08, size * 0.035, size * 0.05);
  brush.strokeStyle = '#8a4a3a';
  brush.lineWidth = size * 0.03;
  brush.beginPath();
  brush.arc(cx, cy + size * 0.08, size * 0.18, 0.2 * Math.PI, 0.8 * Math.PI);
  brush.stroke();
}

/** Much like the style `soft`: a smooth fill in the tone of what is around. */
function drawCover(brush: Brush, { cx, cy, width, height }: Region): void {
  const fill = brush.createLinearGradient(cx, cy - height / 2, cx, cy + height / 2);
  fill.addColorStop(0, '#b3c9c9');
  fill.addColorStop(1, '#97a593');
  brush.fillStyle = fill;
  ellipse(brush, cx, cy, width / 2, height / 2);
}

function ellipse(brush: Brush, cx: number, cy: number, rx: number, ry: number): void {
  brush.beginPath();
  brush.ellipse(cx, cy, rx, ry, 0, 0, 2 * Math.PI);
  brush.fill();
}
