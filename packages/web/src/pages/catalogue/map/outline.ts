/**
 * The outline of New Zealand, drawn by hand for this product: points of longitude and latitude to a tenth of a degree, and only roughly
 * right. It says where a town is among the others; nobody should steer by it.
 */
type Outline = readonly (readonly [lon: number, lat: number])[];

const NORTH_ISLAND: Outline = [
  [172.7, -34.4],
  [173.1, -34.4],
  [173.0, -34.8],
  [173.5, -34.9],
  [174.1, -35.1],
  [174.4, -35.4],
  [174.6, -35.9],
  [174.8, -36.3],
  [174.8, -36.7],
  [175.2, -36.9],
  [175.3, -37.2],
  [175.5, -37.2],
  [175.4, -36.6],
  [175.8, -36.7],
  [175.9, -37.2],
  [176.2, -37.6],
  [176.9, -37.9],
  [177.4, -38.0],
  [178.0, -37.5],
  [178.5, -37.7],
  [178.3, -38.4],
  [178.0, -38.7],
  [177.9, -39.2],
  [177.4, -39.1],
  [176.9, -39.4],
  [177.1, -39.6],
  [176.7, -40.3],
  [176.2, -40.9],
  [175.3, -41.6],
  [175.0, -41.4],
  [174.6, -41.3],
  [174.9, -41.0],
  [175.2, -40.6],
  [175.1, -40.1],
  [174.6, -39.8],
  [174.1, -39.6],
  [173.8, -39.3],
  [174.1, -39.0],
  [174.6, -38.8],
  [174.7, -38.2],
  [174.8, -37.7],
  [174.6, -37.2],
  [174.4, -36.7],
  [174.1, -36.3],
  [173.6, -35.8],
  [173.3, -35.5],
  [173.1, -35.1],
];
const SOUTH_ISLAND: Outline = [
  [172.7, -40.5],
  [173.1, -40.5],
  [172.7, -40.7],
  [173.0, -40.9],
  [173.0, -41.2],
  [173.3, -41.2],
  [173.9, -40.8],
  [174.3, -41.0],
  [174.2, -41.4],
  [174.2, -41.8],
  [173.7, -42.4],
  [173.3, -42.9],
  [172.8, -43.3],
  [172.8, -43.6],
  [173.1, -43.7],
  [172.9, -43.9],
  [172.4, -43.8],
  [171.6, -44.1],
  [171.3, -44.4],
  [171.1, -44.9],
  [170.9, -45.3],
  [170.7, -45.8],
  [170.2, -46.1],
  [169.8, -46.4],
  [169.0, -46.7],
  [168.3, -46.6],
  [167.8, -46.4],
  [166.7, -46.2],
  [166.5, -45.8],
  [167.0, -45.1],
  [167.8, -44.5],
  [168.5, -44.0],
  [169.4, -43.6],
  [170.3, -43.1],
  [171.0, -42.7],
  [171.3, -42.2],
  [171.5, -41.8],
  [172.1, -41.4],
  [172.1, -40.9],
];
const STEWART_ISLAND: Outline = [
  [167.7, -46.7],
  [168.2, -46.8],
  [168.2, -47.0],
  [167.6, -47.3],
  [167.5, -47.0],
];

export const ISLANDS: readonly Outline[] = [NORTH_ISLAND, SOUTH_ISLAND, STEWART_ISLAND];

export const WIDTH = 500;
export const HEIGHT = 690;
const SCALE = 50;
/** A degree of longitude is so much of one of latitude, in the middle of the country. */
const NARROW = Math.cos((41 * Math.PI) / 180);

/** Where a point is on the map. */
export const project = (lon: number, lat: number): { readonly x: number; readonly y: number } => ({
  x: Math.round((lon - 166) * SCALE * NARROW + 10),
  y: Math.round((-34 - lat) * SCALE + 10),
});

/** The outline as one SVG path. */
export const outlinePath = (): string =>
  ISLANDS.map(
    (points) =>
      `M${points
        .map(([lon, lat]) => {
          const { x, y } = project(lon, lat);
          return `${x} ${y}`;
        })
        .join('L')}Z`,
  ).join('');
