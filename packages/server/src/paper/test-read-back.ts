import { createCanvas } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import decodeQR from 'qr/decode.js';

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
    await page.render({ canvas: canvas as never, viewport }).promise;
    const { data, width, height } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    try {
      codes.push(decodeQR({ data, width, height }));
    } catch {
      // A page without a code.
    }
  }
  const attachments: Record<string, { content: Uint8Array }> = (await document.getAttachments()) ?? {};
  return {
    info: info as Record<string, unknown>,
    metadata: String(metadata?.getRaw() ?? ''),
    marked: await document.getMarkInfo(),
    preferences: await document.getViewerPreferences(),
    pages: document.numPages,
    tags,
    codes,
    attachments,
  };
}

function tagOf(node: unknown, texts: ReadonlyMap<string, string>): Tag {
  const {
    role = '',
    lang,
    alt,
    children = [],
    type,
    id,
  } = node as {
    role?: string;
    lang?: string;
    alt?: string;
    children?: unknown[];
    type?: string;
    id?: string;
  };
  if (type === 'content') return { role: 'content', text: texts.get(id ?? '') ?? '', children: [] };
  const inner = children.map((child) => tagOf(child, texts));
  return {
    role,
    ...(lang === undefined ? {} : { lang }),
    ...(alt === undefined ? {} : { alt }),
    text: inner.map(({ text }) => text).join(''),
    children: inner.filter((one) => one.role !== 'content'),
  };
}

/** Every tag of a tree, parents first. */
export function flat(tags: readonly Tag[]): readonly Tag[] {
  return tags.flatMap((tag) => [tag, ...flat(tag.children)]);
}
