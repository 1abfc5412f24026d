import { useEffect, useRef } from 'react';
import { patternDefinitions } from '../fields/patterns.ts';

/** The patterns of the fields, once in the page, where every block finds them. */
export function Patterns() {
  const place = useRef<SVGSVGElement>(null);
  useEffect(() => {
    if (place.current !== null) place.current.innerHTML = patternDefinitions();
  }, []);
  return <svg ref={place} className="unseen" width="0" height="0" aria-hidden="true" focusable="false" />;
}
