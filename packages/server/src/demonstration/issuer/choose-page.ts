import { PERSONAS } from '../personas.ts';

/** The page on which the demonstration asks who to be. Every name on it is from this folder, so nothing needs escaping. */
export function choosePage(language: 'en' | 'mi', address: string): string {
  const title = language === 'mi' ? 'Ko wai koe i tēnei whakaaturanga?' : 'Who are you in this demonstration?';
  const items = PERSONAS.map(
    (persona) => `<li><a href="${address}?as=${persona.id}">${persona.name}</a> ${persona.shows[language]}</li>`,
  ).join('');
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title></head><body><main><h1>${title}</h1><ul>${items}</ul></main></body></html>`;
}
