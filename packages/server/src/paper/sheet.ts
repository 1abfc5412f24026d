import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { create } from 'qrcode';

const require = createRequire(import.meta.url);
// Source Sans 3 as on the website (SIL Open Font License 1.1), with every letter of te reo Māori. What is used of it is embedded.
const FONTS = {
  regular: require.resolve('@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf'),
  bold: require.resolve('@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf'),
} as const;
const INK = '#1d2420';
const MUTED = '#4d5751';
const LINE = '#9aa39d';
const MARGIN = 56;

export interface SheetOptions {
  readonly title: string;
  /** A language tag, such as `mi`. */
  readonly language: string;
  readonly author: string;
  readonly subject: string;
  readonly created: Date;
  /** "Page 1 of 3" in the language of the document. */
  readonly page: (page: number, pages: number) => string;
}

/** What pdfkit takes of a tag beyond what its types say. */
type TagOptions = PDFKit.Mixins.StructureElementOptions & {
  readonly bbox?: readonly number[];
  readonly scope?: 'Column';
};

export interface Words {
  readonly size?: number;
  readonly bold?: boolean;
  readonly muted?: boolean;
  /** The language of the words, where it is not the document's. */
  readonly language?: string;
}

export interface Column {
  readonly name: string;
  /** A part of the width; all parts make 1. */
  readonly part: number;
  readonly right?: boolean;
}

/**
 * A4 paper as a tagged PDF, after PDF/UA-1 (ISO 14289-1): everything is in the structure tree or is an artifact, pictures have their
 * alternative in words, the language and the title are said, and the fonts are embedded.
 */
export class Sheet {
  readonly #doc: PDFKit.PDFDocument;
  readonly #root: PDFKit.PDFStructureElement;
  readonly #options: SheetOptions;
  readonly #pieces: Buffer[] = [];
  readonly #done: Promise<Buffer>;

  constructor(options: SheetOptions) {
    this.#options = options;
    const settings: PDFKit.PDFDocumentOptions = {
      size: 'A4',
      margin: MARGIN,
      pdfVersion: '1.7',
      tagged: true,
      lang: options.language,
      displayTitle: true,
      bufferPages: true,
      font: FONTS.regular,
      info: { Title: options.title, Author: options.author, Subject: options.subject, CreationDate: options.created },
    };
    this.#doc = new PDFDocument(Object.assign(settings, { subset: 'PDF/UA' }));
    const doc = this.#doc;
    this.#done = new Promise((resolve, reject) => {
      doc.on('data', (piece: Buffer) => this.#pieces.push(piece));
      doc.on('end', () => resolve(Buffer.concat(this.#pieces)));
      doc.on('error', reject);
    });
    this.#root = doc.struct('Document');
    doc.addStructure(this.#root);
  }

  heading(level: 1 | 2, words: string, language?: string): void {
    this.#tell(`H${level}`, words, { size: level === 1 ? 26 : 15, bold: true, ...(language === undefined ? {} : { language }) });
  }

  paragraph(words: string, how: Words = {}): void {
    this.#tell('P', words, how);
  }

  space(points: number): void {
    this.#doc.y += points;
  }

  /** Rows under a header that is there again on each page; a row never breaks. */
  table(columns: readonly Column[], rows: readonly (readonly string[])[]): void {
    const doc = this.#doc;
    const table = doc.struct('Table');
    this.#root.add(table);
    const head = doc.struct('THead');
    table.add(head);
    this.#room(40);
    this.#row(
      head,
      'TH',
      columns,
      columns.map(({ name }) => name),
    );
    head.end();
    const body = doc.struct('TBody');
    table.add(body);
    for (const row of rows) {
      if (this.#room(this.#height(columns, row, false))) this.#again(columns);
      this.#row(body, 'TD', columns, row);
    }
    body.end();
    table.end();
    doc.x = MARGIN;
    doc.y += 8;
  }

  /** A QR code (ISO/IEC 18004) with its quiet zone, drawn as squares, and words beside it. */
  qr(text: string, alternative: string, beside: readonly (readonly [words: string, how: Words])[]): void {
    const doc = this.#doc;
    const side = 116;
    this.#room(side + 12);
    const { modules } = create(text, { errorCorrectionLevel: 'M' });
    const module = side / (modules.size + 8);
    const [left, top] = [MARGIN, doc.y];
    const draw = () => {
      doc.rect(left, top, side, side).fill('#ffffff');
      for (let row = 0; row < modules.size; row += 1) {
        for (let column = 0; column < modules.size; column += 1) {
          if (modules.get(row, column) !== 0) doc.rect(left + (column + 4) * module, top + (row + 4) * module, module, module);
        }
      }
      doc.fill('#000000');
    };
    const figure: TagOptions = { alt: alternative, bbox: [left, top, left + side, top + side] };
    this.#root.add(doc.struct('Figure', figure, draw));
    doc.y = top + 8;
    for (const [words, how] of beside) this.#tell('P', words, how, left + side + 12);
    doc.x = MARGIN;
    doc.y = Math.max(doc.y, top + side) + 8;
  }

  /** Puts a file into the document that says the same as its pages, for machines (ISO 32000-2, 14.13: an associated file). */
  attach(name: string, type: string, description: string, content: string): void {
    const { created } = this.#options;
    const options = { name, type, description, relationship: 'Alternative', creationDate: created, modifiedDate: created };
    this.#doc.file(Buffer.from(content), options);
  }

  /** The whole document. */
  async end(): Promise<Buffer> {
    const doc = this.#doc;
    const { title, page } = this.#options;
    const { start, count } = doc.bufferedPageRange();
    for (let at = start; at < start + count; at += 1) {
      doc.switchToPage(at);
      const bottom = doc.page.margins.bottom;
      // Below the margin a text would begin a new page.
      doc.page.margins.bottom = 0;
      this.#artifact(() => {
        doc.font(FONTS.regular, 9).fillColor(MUTED);
        const y = doc.page.height - 36;
        doc.text(title, MARGIN, y, { lineBreak: false });
        doc.text(page(at + 1, count), MARGIN, y, { lineBreak: false, width: this.#width, align: 'right' });
      });
      doc.page.margins.bottom = bottom;
    }
    this.#root.end();
    doc.end();
    return this.#done;
  }

  get #width(): number {
    return this.#doc.page.width - 2 * MARGIN;
  }

  #tell(type: string, words: string, { size = 11, bold = false, muted = false, language }: Words, left = MARGIN): void {
    const doc = this.#doc;
    const width = doc.page.width - MARGIN - left;
    doc.font(bold ? FONTS.bold : FONTS.regular, size);
    this.#room(doc.heightOfString(words, { width }));
    const write = () => {
      doc.font(bold ? FONTS.bold : FONTS.regular, size).fillColor(muted ? MUTED : INK);
      doc.text(words, left, doc.y, { width });
    };
    this.#root.add(doc.struct(type, language === undefined ? {} : { lang: language }, write));
    doc.y += size * 0.35;
  }

  /** Begins a new page when so much does not fit on this one. */
  #room(height: number): boolean {
    const { page, y } = this.#doc;
    if (y + height <= page.height - page.margins.bottom || y <= page.margins.top) return false;
    this.#doc.addPage();
    return true;
  }

  #row(parent: PDFKit.PDFStructureElement, type: 'TH' | 'TD', columns: readonly Column[], cells: readonly string[]): void {
    const doc = this.#doc;
    const row = doc.struct('TR');
    parent.add(row);
    const top = doc.y;
    const height = this.#height(columns, cells, type === 'TH');
    let left = MARGIN;
    for (const [at, column] of columns.entries()) {
      const from = left;
      const write = () => this.#cell(cells[at] ?? '', column, from, top, type === 'TH');
      const options: TagOptions = type === 'TH' ? { scope: 'Column' } : {};
      row.add(doc.struct(type, options, write));
      left += column.part * this.#width;
    }
    row.end();
    this.#ruled(top + height);
  }

  /** The header once more on a new page: it is in the structure already. */
  #again(columns: readonly Column[]): void {
    const top = this.#doc.y;
    this.#artifact(() => {
      let left = MARGIN;
      for (const column of columns) {
        this.#cell(column.name, column, left, top, true);
        left += column.part * this.#width;
      }
    });
    this.#ruled(
      top +
        this.#height(
          columns,
          columns.map(({ name }) => name),
          true,
        ),
    );
  }

  #cell(words: string, { part, right }: Column, left: number, top: number, bold: boolean): void {
    const doc = this.#doc;
    doc.font(bold ? FONTS.bold : FONTS.regular, 9.5).fillColor(INK);
    doc.text(words, left, top + 3, { width: part * this.#width - 8, align: right === true ? 'right' : 'left' });
  }

  #height(columns: readonly Column[], cells: readonly string[], bold: boolean): number {
    const doc = this.#doc;
    doc.font(bold ? FONTS.bold : FONTS.regular, 9.5);
    return (
      6 + Math.max(...columns.map(({ part }, at) => doc.heightOfString(cells[at] || ' ', { width: part * this.#width - 8 })))
    );
  }

  #ruled(y: number): void {
    this.#artifact(() => {
      this.#doc
        .moveTo(MARGIN, y)
        .lineTo(MARGIN + this.#width, y)
        .lineWidth(0.5)
        .stroke(LINE);
    });
    this.#doc.y = y;
  }

  #artifact(draw: () => void): void {
    this.#doc.markContent('Artifact', { type: 'Layout' });
    draw();
    this.#doc.endMarkedContent();
  }
}
