/** The mean radius of the earth in kilometres. */
const RADIUS = 6371;

interface Point {
  readonly lat: number;
  readonly lon: number;
}

/** How far two points are apart as the crow flies, in whole kilometres (haversine); towns are known to about one. */
export function kilometres(a: Point, b: Point): number {
  const rad = Math.PI / 180;
  const half = (x: number): number => Math.sin((x * rad) / 2) ** 2;
  const across = half(b.lat - a.lat) + Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * half(b.lon - a.lon);
  return Math.round(2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(across))));
}
