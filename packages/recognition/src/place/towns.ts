import type { Region } from './regions.ts';

/** A town or a part of a city where learning is offered: degrees of WGS 84, south and west negative, to a hundredth (about a kilometre). */
export interface Town {
  readonly slug: string;
  readonly name: string;
  /** Its name in te reo Māori, where another is used beside the English one. */
  readonly mi: string | null;
  readonly region: Region;
  readonly lat: number;
  readonly lon: number;
}

const town = (slug: string, name: string, mi: string | null, region: Region, lat: number, lon: number): Town => ({
  slug,
  name,
  mi,
  region,
  lat,
  lon,
});

/** Written for this product: centres of towns as anybody finds them on a map, rounded to a hundredth of a degree. From north to south. */
export const TOWNS: readonly Town[] = [
  town('kaitaia', 'Kaitāia', null, 'northland', -35.11, 173.26),
  town('kerikeri', 'Kerikeri', null, 'northland', -35.23, 173.95),
  town('kaikohe', 'Kaikohe', null, 'northland', -35.41, 173.8),
  town('whangarei', 'Whangārei', null, 'northland', -35.73, 174.32),
  town('dargaville', 'Dargaville', 'Takiwira', 'northland', -35.94, 173.87),
  town('warkworth', 'Warkworth', null, 'auckland', -36.4, 174.66),
  town('albany', 'Albany', 'Ōkahukura', 'auckland', -36.73, 174.7),
  town('takapuna', 'Takapuna', null, 'auckland', -36.79, 174.77),
  town('henderson', 'Henderson', null, 'auckland', -36.88, 174.63),
  town('auckland', 'Auckland', 'Tāmaki Makaurau', 'auckland', -36.85, 174.76),
  town('manukau', 'Manukau', null, 'auckland', -36.99, 174.88),
  town('papakura', 'Papakura', null, 'auckland', -37.07, 174.94),
  town('pukekohe', 'Pukekohe', null, 'auckland', -37.2, 174.9),
  town('thames', 'Thames', 'Pārāwai', 'waikato', -37.14, 175.54),
  town('huntly', 'Huntly', 'Rāhui-Pōkeka', 'waikato', -37.56, 175.16),
  town('morrinsville', 'Morrinsville', null, 'waikato', -37.66, 175.53),
  town('hamilton', 'Hamilton', 'Kirikiriroa', 'waikato', -37.79, 175.28),
  town('cambridge', 'Cambridge', 'Kemureti', 'waikato', -37.89, 175.47),
  town('te-awamutu', 'Te Awamutu', null, 'waikato', -38.01, 175.33),
  town('tokoroa', 'Tokoroa', null, 'waikato', -38.22, 175.87),
  town('te-kuiti', 'Te Kūiti', null, 'waikato', -38.33, 175.17),
  town('taupo', 'Taupō', null, 'waikato', -38.69, 176.07),
  town('tauranga', 'Tauranga', null, 'bay-of-plenty', -37.69, 176.17),
  town('te-puke', 'Te Puke', null, 'bay-of-plenty', -37.78, 176.32),
  town('whakatane', 'Whakatāne', null, 'bay-of-plenty', -37.95, 176.99),
  town('opotiki', 'Ōpōtiki', null, 'bay-of-plenty', -38.01, 177.29),
  town('kawerau', 'Kawerau', null, 'bay-of-plenty', -38.1, 176.7),
  town('rotorua', 'Rotorua', 'Te Rotorua-nui-a-Kahumatamomoe', 'bay-of-plenty', -38.14, 176.25),
  town('ruatoria', 'Ruatoria', 'Ruatōrea', 'gisborne', -37.89, 178.32),
  town('gisborne', 'Gisborne', 'Tūranganui-a-Kiwa', 'gisborne', -38.66, 178.02),
  town('wairoa', 'Wairoa', null, 'hawkes-bay', -39.03, 177.42),
  town('napier', 'Napier', 'Ahuriri', 'hawkes-bay', -39.49, 176.92),
  town('hastings', 'Hastings', 'Heretaunga', 'hawkes-bay', -39.64, 176.84),
  town('waipukurau', 'Waipukurau', null, 'hawkes-bay', -39.99, 176.56),
  town('new-plymouth', 'New Plymouth', 'Ngāmotu', 'taranaki', -39.06, 174.08),
  town('stratford', 'Stratford', 'Whakaahurangi', 'taranaki', -39.34, 174.28),
  town('hawera', 'Hāwera', null, 'taranaki', -39.59, 174.28),
  town('taumarunui', 'Taumarunui', null, 'manawatu-whanganui', -38.88, 175.26),
  town('ohakune', 'Ohakune', null, 'manawatu-whanganui', -39.42, 175.4),
  town('whanganui', 'Whanganui', null, 'manawatu-whanganui', -39.93, 175.05),
  town('feilding', 'Feilding', 'Aorangi', 'manawatu-whanganui', -40.23, 175.57),
  town('palmerston-north', 'Palmerston North', 'Te Papa-i-Oea', 'manawatu-whanganui', -40.36, 175.61),
  town('dannevirke', 'Dannevirke', 'Taniwaka', 'manawatu-whanganui', -40.21, 176.1),
  town('levin', 'Levin', 'Taitoko', 'manawatu-whanganui', -40.62, 175.28),
  town('masterton', 'Masterton', 'Whakaoriori', 'wellington', -40.95, 175.66),
  town('paraparaumu', 'Paraparaumu', null, 'wellington', -40.91, 175.01),
  town('porirua', 'Porirua', null, 'wellington', -41.13, 174.84),
  town('upper-hutt', 'Upper Hutt', 'Te Awa Kairangi ki Uta', 'wellington', -41.12, 175.07),
  town('lower-hutt', 'Lower Hutt', 'Te Awa Kairangi ki Tai', 'wellington', -41.21, 174.91),
  town('wellington', 'Wellington', 'Te Whanganui-a-Tara', 'wellington', -41.29, 174.78),
  town('takaka', 'Tākaka', null, 'tasman', -40.86, 172.81),
  town('motueka', 'Motueka', null, 'tasman', -41.11, 173.01),
  town('richmond', 'Richmond', 'Waimeha', 'tasman', -41.34, 173.18),
  town('nelson', 'Nelson', 'Whakatū', 'nelson', -41.27, 173.28),
  town('picton', 'Picton', 'Waitohi', 'marlborough', -41.29, 174.01),
  town('blenheim', 'Blenheim', 'Te Waiharakeke', 'marlborough', -41.51, 173.96),
  town('westport', 'Westport', 'Kawatiri', 'west-coast', -41.75, 171.6),
  town('greymouth', 'Greymouth', 'Māwhera', 'west-coast', -42.45, 171.21),
  town('hokitika', 'Hokitika', null, 'west-coast', -42.72, 170.97),
  town('kaikoura', 'Kaikōura', null, 'canterbury', -42.4, 173.68),
  town('rangiora', 'Rangiora', null, 'canterbury', -43.3, 172.6),
  town('christchurch', 'Christchurch', 'Ōtautahi', 'canterbury', -43.53, 172.64),
  town('rolleston', 'Rolleston', null, 'canterbury', -43.6, 172.38),
  town('ashburton', 'Ashburton', 'Hakatere', 'canterbury', -43.9, 171.75),
  town('timaru', 'Timaru', 'Te Tihi-o-Maru', 'canterbury', -44.4, 171.25),
  town('oamaru', 'Oamaru', 'Te Oha-a-Maru', 'otago', -45.1, 170.97),
  town('wanaka', 'Wānaka', null, 'otago', -44.7, 169.13),
  town('queenstown', 'Queenstown', 'Tāhuna', 'otago', -45.03, 168.66),
  town('alexandra', 'Alexandra', 'Areketanara', 'otago', -45.25, 169.38),
  town('dunedin', 'Dunedin', 'Ōtepoti', 'otago', -45.87, 170.5),
  town('balclutha', 'Balclutha', 'Iwikatea', 'otago', -46.24, 169.74),
  town('te-anau', 'Te Anau', null, 'southland', -45.41, 167.72),
  town('gore', 'Gore', 'Maruawai', 'southland', -46.1, 168.94),
  town('invercargill', 'Invercargill', 'Waihōpai', 'southland', -46.41, 168.35),
];
