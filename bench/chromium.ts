import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** A browser without a window; null where the machine has none (Debian's `chromium` is one). */
export async function openChromium(): Promise<Browser | null> {
  const executablePath = process.env['RECOGNITION_BROWSER'] ?? PLACES.find((path) => existsSync(path));
  return executablePath === undefined ? null : chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
}
