/** Draws once for all that changes together. */
export function createDrawing(draw: () => void): () => void {
  let isPlanned = false;
  return () => {
    if (isPlanned) return;
    isPlanned = true;
    queueMicrotask(() => {
      isPlanned = false;
      draw();
    });
  };
}
