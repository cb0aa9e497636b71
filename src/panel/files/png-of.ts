/** No browser draws a larger canvas. */
const MOST_PIXELS = 16_000;

/**
 * A picture in SVG as PNG, twice as large where that can be drawn, in the theme of the panel's browser.
 * @returns null where the browser cannot draw it
 */
export async function pngOf(svg: string): Promise<Blob | null> {
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  try {
    await image.decode();
  } catch {
    return null; // Too large, or no picture.
  }
  const { naturalWidth: width, naturalHeight: height } = image;
  const scale = Math.min(2, MOST_PIXELS / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(width * scale);
  canvas.height = Math.floor(height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}
