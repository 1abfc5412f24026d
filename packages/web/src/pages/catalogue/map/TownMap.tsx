import type { ShelfPage } from '@recognition/client';
import { placeName, townNamed } from '@recognition/recognition/places';
import { Link } from '@tanstack/react-router';
import { useLanguage } from '../../../language/context.tsx';
import { addressOf, type CatalogueAddress, type CatalogueSearch, withWord } from '../search.ts';
import { HEIGHT, outlinePath, project, WIDTH } from './outline.ts';

/** How many towns have their name on the map: more would stand on one another. */
const NAMED = 12;
/** Names of towns east of here stand on their left, or they would leave the map. */
const EAST = 340;

/** In which towns what fits can be learnt: drawn here, without tiles from elsewhere; the list beside it says the same and leads there. */
export function TownMap({ towns, search }: { readonly towns: ShelfPage['towns']; readonly search: CatalogueSearch }) {
  const { t, language } = useLanguage();
  const placed = towns
    .flatMap(({ slug, count }) => {
      const town = townNamed(slug);
      return town === null ? [] : [{ slug, count, name: placeName(slug, language), ...project(town.lon, town.lat) }];
    })
    .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, 'en'));
  if (placed.length === 0) return <p className="lead top-2">{t('shop.map-none')}</p>;
  const most = placed[0]?.count ?? 1;
  return (
    <div className="atlas">
      <figure>
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t('shop.map-label')}>
          <path className="land" d={outlinePath()} />
          {placed.map(({ slug, count, x, y }) => (
            <circle key={slug} cx={x} cy={y} r={Math.round(5 + 13 * Math.sqrt(count / most))} />
          ))}
          {apart(placed).map(({ slug, name, x, y }) => (
            <text key={slug} x={x > EAST ? x - 14 : x + 14} y={y + 5} textAnchor={x > EAST ? 'end' : 'start'}>
              {name}
            </text>
          ))}
        </svg>
        <figcaption className="small muted">{t('shop.map-note')}</figcaption>
      </figure>
      <ul className="towns">
        {placed.map(({ slug, count, name }) => (
          <li key={slug}>
            <Link to="/catalogue" search={inList(withWord(search, 'near', slug))}>
              {name}
            </Link>
            <span className="n">{count}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The place in the list, where things stand one by one. */
const inList = ({ view: _map, ...rest }: CatalogueSearch): CatalogueAddress => addressOf(rest);

/** The largest whose names do not stand on another's. */
function apart<Place extends { readonly x: number; readonly y: number }>(placed: readonly Place[]): readonly Place[] {
  const named: Place[] = [];
  for (const one of placed) {
    if (named.length === NAMED) break;
    if (named.every(({ x, y }) => Math.abs(y - one.y) > 22 || Math.abs(x - one.x) > 150)) named.push(one);
  }
  return named;
}
