import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

// Draws pictures on a thread of its own: some 50 ms each, in which the server answers others.

const { resolve } = createRequire(import.meta.url);
const subsets = ['latin', 'latin-ext', 'cyrillic', 'greek', 'vietnamese'];
const files = [
  ...subsets.flatMap((subset) =>
    [400, 600].map((weight) => `@fontsource/inter/files/inter-${subset}-${weight}-normal.woff2`),
  ),
  '@fontsource-variable/noto-sans-arabic/files/noto-sans-arabic-arabic-wght-normal.woff2',
];

const fonts = Promise.all(files.map((file) => readFile(resolve(file))));
const ready = readFile(resolve('@resvg/resvg-wasm/index_bg.wasm')).then((wasm) => initWasm(wasm));

parentPort?.on('message', async ({ id, svg }: { id: number; svg: string }) => {
  try {
    await ready;
    const options = { font: { fontBuffers: await fonts, defaultFontFamily: 'Inter' } };
    const picture = new Resvg(svg, options);
    const image = picture.render();
    const png = image.asPng();
    image.free();
    picture.free();
    parentPort?.postMessage({ id, png });
  } catch (error) {
    parentPort?.postMessage({ id, problem: error instanceof Error ? error.message : String(error) });
  }
});
