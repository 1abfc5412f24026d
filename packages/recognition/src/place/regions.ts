/** The sixteen regions of New Zealand, from north to south, with their names in both languages. */
export const REGIONS = [
  { slug: 'northland', en: 'Northland', mi: 'Te Tai Tokerau' },
  { slug: 'auckland', en: 'Auckland', mi: 'Tāmaki Makaurau' },
  { slug: 'waikato', en: 'Waikato', mi: 'Waikato' },
  { slug: 'bay-of-plenty', en: 'Bay of Plenty', mi: 'Te Moana-a-Toi' },
  { slug: 'gisborne', en: 'Gisborne', mi: 'Te Tairāwhiti' },
  { slug: 'hawkes-bay', en: 'Hawke’s Bay', mi: 'Te Matau-a-Māui' },
  { slug: 'taranaki', en: 'Taranaki', mi: 'Taranaki' },
  { slug: 'manawatu-whanganui', en: 'Manawatū-Whanganui', mi: 'Manawatū-Whanganui' },
  { slug: 'wellington', en: 'Wellington', mi: 'Te Whanganui-a-Tara' },
  { slug: 'tasman', en: 'Tasman', mi: 'Te Tai-o-Aorere' },
  { slug: 'nelson', en: 'Nelson', mi: 'Whakatū' },
  { slug: 'marlborough', en: 'Marlborough', mi: 'Te Tauihu-o-te-waka' },
  { slug: 'west-coast', en: 'West Coast', mi: 'Te Tai Poutini' },
  { slug: 'canterbury', en: 'Canterbury', mi: 'Waitaha' },
  { slug: 'otago', en: 'Otago', mi: 'Ōtākou' },
  { slug: 'southland', en: 'Southland', mi: 'Murihiku' },
] as const;

export type Region = (typeof REGIONS)[number]['slug'];
