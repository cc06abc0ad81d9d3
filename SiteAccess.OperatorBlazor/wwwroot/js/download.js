/** Gives a file to the browser to keep. */
export async function download(fileName, stream) {
  const url = URL.createObjectURL(new Blob([await stream.arrayBuffer()], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
}
