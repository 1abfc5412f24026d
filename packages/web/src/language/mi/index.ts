import account from './account.json' with { type: 'json' };
import acting from './acting.json' with { type: 'json' };
import authoring from './authoring.json' with { type: 'json' };
import award from './award.json' with { type: 'json' };
import basket from './basket.json' with { type: 'json' };
import badges from './badges.json' with { type: 'json' };
import catalogue from './catalogue.json' with { type: 'json' };
import claim from './claim.json' with { type: 'json' };
import compose from './compose.json' with { type: 'json' };
import dispute from './dispute.json' with { type: 'json' };
import offering from './offering.json' with { type: 'json' };
import coursePackage from './course-package.json' with { type: 'json' };
import ledger from './ledger.json' with { type: 'json' };
import frameworks from './frameworks.json' with { type: 'json' };
import paper from './paper.json' with { type: 'json' };
import pathway from './pathway.json' with { type: 'json' };
import reading from './reading.json' with { type: 'json' };
import record from './record.json' with { type: 'json' };
import results from './results.json' with { type: 'json' };
import rpl from './rpl.json' with { type: 'json' };
import share from './share.json' with { type: 'json' };
import shop from './shop.json' with { type: 'json' };
import site from './site.json' with { type: 'json' };
import schemes from './schemes.json' with { type: 'json' };
import stack from './stack.json' with { type: 'json' };
import stewardship from './stewardship.json' with { type: 'json' };
import talent from './talent.json' with { type: 'json' };
import verify from './verify.json' with { type: 'json' };
import wallet from './wallet.json' with { type: 'json' };
import wording from './wording.json' with { type: 'json' };
import workshop from './workshop.json' with { type: 'json' };

/** Every sentence in te reo Māori, under the names of the English ones. */
export const mi = {
  ...account,
  ...acting,
  ...authoring,
  ...award,
  ...basket,
  ...badges,
  ...catalogue,
  ...claim,
  ...compose,
  ...dispute,
  ...offering,
  ...coursePackage,
  ...ledger,
  ...frameworks,
  ...paper,
  ...pathway,
  ...reading,
  ...record,
  ...results,
  ...rpl,
  ...share,
  ...shop,
  ...site,
  ...schemes,
  ...stack,
  ...stewardship,
  ...talent,
  ...verify,
  ...wallet,
  ...wording,
  ...workshop,
};
