import account from './account.json' with { type: 'json' };
import acting from './acting.json' with { type: 'json' };
import authoring from './authoring.json' with { type: 'json' };
import award from './award.json' with { type: 'json' };
import badges from './badges.json' with { type: 'json' };
import basket from './basket.json' with { type: 'json' };
import catalogue from './catalogue.json' with { type: 'json' };
import claim from './claim.json' with { type: 'json' };
import compose from './compose.json' with { type: 'json' };
import coursePackage from './course-package.json' with { type: 'json' };
import dispute from './dispute.json' with { type: 'json' };
import frameworks from './frameworks.json' with { type: 'json' };
import ledger from './ledger.json' with { type: 'json' };
import offering from './offering.json' with { type: 'json' };
import paper from './paper.json' with { type: 'json' };
import pathway from './pathway.json' with { type: 'json' };
import reading from './reading.json' with { type: 'json' };
import record from './record.json' with { type: 'json' };
import share from './share.json' with { type: 'json' };
import shop from './shop.json' with { type: 'json' };
import site from './site.json' with { type: 'json' };
import stack from './stack.json' with { type: 'json' };
import talent from './talent.json' with { type: 'json' };
import verify from './verify.json' with { type: 'json' };
import wallet from './wallet.json' with { type: 'json' };
import workshop from './workshop.json' with { type: 'json' };

/** The sentences in English that most pages say: what a phone loads first. */
export const first = {
  ...account,
  ...acting,
  ...authoring,
  ...award,
  ...badges,
  ...basket,
  ...catalogue,
  ...claim,
  ...compose,
  ...coursePackage,
  ...dispute,
  ...frameworks,
  ...ledger,
  ...offering,
  ...paper,
  ...pathway,
  ...reading,
  ...record,
  ...share,
  ...shop,
  ...site,
  ...stack,
  ...talent,
  ...verify,
  ...wallet,
  ...workshop,
};
