import {
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright';
import { cacheFolder } from './folders.ts';
import { Problem } from './problem.ts';

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Starts a Chromium without a window: one on PATH, else the one shipped with the packages. The caller closes it.
 * @throws Problem where neither exists
 */
export async function launchBrowser(): Promise<Browser> {
  const installed = installedChromium();
  if (installed) return chromium.launch({ executablePath: installed, args: flags });
  const folder = await shippedChromium();
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    args: flags,
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(folder, 'al2023/lib'),
      FONTCONFIG_FILE: fontSettings(folder),
    },
  });
}

/**
 * Settings that name the fonts shipped with the browser. Its own name folders of another kind of machine: without
 * a single font Chromium dies (SkFontMgr_FontConfigInterface) on the first letter that a page's own font lacks.
 */
function fontSettings(folder: string): string {
  const file = join(folder, 'fonts', 'trucewatch-fonts.conf');
  const settings = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'fonts-cache')}</cachedir></fontconfig>
`;
  if (!existsSync(file) || readFileSync(file, 'utf8') !== settings) writeFileSync(file, settings);
  return file;
}

function installedChromium(): string | undefined {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  return (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path));
}

/** Unpacks the shipped browser once (about 2 s, 250 MB) and returns its folder. */
async function shippedChromium(): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Problem(
      'No browser is shipped for this machine: install Chromium or Chrome so that it is on PATH.',
    );
  }
  // pnpm's folder of a package ends in its version: …/@sparticuz+chromium@153.0.0/node_modules/@sparticuz/chromium
  const home = realpathSync(join(import.meta.dirname, '../node_modules/@sparticuz/chromium'));
  const version = home.match(/chromium@([\d.]+)/)?.[1] ?? 'unknown';
  const folder = join(cacheFolder, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  const work = `${folder}.${process.pid}`;
  mkdirSync(work, { recursive: true });
  // The package reads both when it is imported and when it unpacks; it would write into /tmp, where files of another user may lie.
  const before = { TMPDIR: process.env.TMPDIR, LD_LIBRARY_PATH: process.env.LD_LIBRARY_PATH };
  process.env.TMPDIR = work;
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs24.x';
  try {
    const { default: shipped } = await import('@sparticuz/chromium');
    await shipped.executablePath();
    if (!existsSync(folder)) renameSync(work, folder);
  } finally {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    delete process.env.AWS_LAMBDA_JS_RUNTIME;
    rmSync(work, { recursive: true, force: true });
  }
  return folder;
}
