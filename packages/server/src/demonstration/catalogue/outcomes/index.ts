import { agriculture } from './agriculture.ts';
import { arts } from './arts.ts';
import { business } from './business.ts';
import { community } from './community.ts';
import { computing } from './computing.ts';
import { construction } from './construction.ts';
import { core } from './core.ts';
import { education } from './education.ts';
import { engineering } from './engineering.ts';
import { health } from './health.ts';
import { humanities } from './humanities.ts';
import { law } from './law.ts';
import { manufacturing } from './manufacturing.ts';
import { maori } from './maori.ts';
import { sciences } from './sciences.ts';
import { service } from './service.ts';
import { social } from './social.ts';

/** The demonstration's outcomes, field by field. All are written for it; none is a listed standard. */
export const OUTCOMES = [
  ...agriculture,
  ...arts,
  ...business,
  ...community,
  ...computing,
  ...core,
  ...education,
  ...engineering,
  ...health,
  ...humanities,
  ...law,
  ...manufacturing,
  ...maori,
  ...construction,
  ...sciences,
  ...service,
  ...social,
];
