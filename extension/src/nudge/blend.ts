/** Shows covers at once: takes their ellipses out of a covered preview that is already here. */
import type { Region } from '../wire';

/** Outside of the ellipse both previews are the same, so a soft edge there cannot be seen. */
const EDGE = 1.08;
const NO_COVER_YET = '#8a8270';

/**
 * Draws `regions` (in pixels of a photo `photoWidth` wide) over `canvas`: their part of `covered`, or a plain tone
 * where no covered preview of them is here yet.
 */
export function blend(
  canvas: HTMLCanvasElement, regions: readonly Region[], covered: ImageBitmap | null, photoWidth: number,
): void {
  const layer = new OffscreenCanvas(canvas.width, canvas.height);
  const brush = layer.getContext('2d');
  if (!brush || regions.length === 0) return;
  for (const region of regions) softEllipse(brush, region, canvas.width / photoWidth);
  brush.globalCompositeOperation = 'source-in';
  brush.fillStyle = NO_COVER_YET;
  if (covered) brush.drawImage(covered, 0, 0, layer.width, layer.height);
  else brush.fillRect(0, 0, layer.width, layer.height);
  canvas.getContext('2d')?.drawImage(layer, 0, 0);
}

function softEllipse(brush: OffscreenCanvasRenderingContext2D, region: Region, scale: number): void {
  const shade = brush.createRadialGradient(0, 0, 1 / EDGE, 0, 0, 1);
  shade.addColorStop(0, '#000f');
  shade.addColorStop(1, '#0000');
  brush.save();
  brush.scale(scale, scale);
  brush.translate(region.cx, region.cy);
  brush.rotate((region.tilt * Math.PI) / 180);
  brush.scale((region.width / 2) * EDGE, (region.height / 2) * EDGE);
  brush.fillStyle = shade;
  brush.beginPath();
  brush.arc(0, 0, 1, 0, 2 * Math.PI);
  brush.fill();
  brush.restore();
}
