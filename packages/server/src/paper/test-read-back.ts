import { createCanvas } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import decodeQR from 'qr/decode.js';
import { z } from 'zod';

export interface Tag {
  readonly role: string;
  readonly lang?: string;
  readonly alt?: string;
  readonly text: string;
  readonly children: readonly Tag[];
}

/** A PDF as another program reads it (pdf.js): what it says of itself, its tags with their text, its attachments, its QR codes. */
export async function readBack(bytes: Uint8Array) {
  const document = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise;
  const { info, metadata } = await document.getMetadata();
  const tags: Tag[] = [];
  const codes: string[] = [];
  for (let at = 1; at <= document.numPages; at += 1) {
    const page = await document.getPage(at);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const texts = new Map<string, string>();
    const open: (string | null)[] = [];
    for (const item of items) {
      if ('str' in item) {
        const id = open.findLast((one) => one !== null);
        if (id != null) texts.set(id, `${texts.get(id) ?? ''}${item.str}${item.hasEOL ? ' ' : ''}`);
      } else if (item.type === 'endMarkedContent') open.pop();
      else open.push('id' in item && typeof item.id === 'string' ? item.id : null);
    }
    const tree = await page.getStructTree();
    for (const child of tree?.children ?? []) tags.push(tagOf(child, texts));
    const viewport = page.getViewport({ scale: 2 });
    const canvas = createCanvas(viewport.width, viewport.height);
    // pdf.js takes the canvas of this package in Node, though its types know a browser's only.
    await page.render(Object.assign({ canvas: null, viewport }, { canvas })).promise;
    const { data, width, height } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    try {
      codes.push(decodeQR({ data, width, height }));
    } catch {
      // A page without a code.
    }
  }
  const attachments: Record<string, { content: Uint8Array }> = (await document.getAttachments()) ?? {};
  return {
    info,
    metadata: String(metadata?.getRaw() ?? ''),
    marked: await document.getMarkInfo(),
    preferences: await document.getViewerPreferences(),
    pages: document.numPages,
    tags,
    codes,
    attachments,
  };
}

const node = z.object({
  role: z.string().default(''),
  lang: z.string().exactOptional(),
  alt: z.string().exactOptional(),
  children: z.array(z.unknown()).default([]),
  type: z.string().optional(),
  id: z.string().default(''),
});

function tagOf(value: unknown, texts: ReadonlyMap<string, string>): Tag {
  const { role, children, type, id, ...said } = node.parse(value);
  if (type === 'content') return { role: 'content', text: texts.get(id) ?? '', children: [] };
  const inner = children.map((child) => tagOf(child, texts));
  const text = inner.map((one) => one.text).join('');
  return { role, ...said, text, children: inner.filter((one) => one.role !== 'content') };
}

/** Every tag of a tree, parents first. */
export function flat(tags: readonly Tag[]): readonly Tag[] {
  return tags.flatMap((tag) => [tag, ...flat(tag.children)]);
}
