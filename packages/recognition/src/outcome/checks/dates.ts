import { finder, type ListingCheck, type ListingRule } from '../finding.ts';

const rule: ListingRule = {
  check: 'dates',
  source: 'DASS Listing and Operational Rules 2022: registration, and the last date for assessment',
  says: {
    en: 'Is not registered in the future or assessed for the last time before it was registered; what expires has a last date for assessment.',
    mi: 'Kāore i te rēhitatia i te wā e heke mai, kāore hoki e aromatawaihia mō te wā whakamutunga i mua i te rēhitatanga; he rā aromatawai whakamutunga tō te hua e mutu ana.',
  },
};
const find = finder(rule);

/** It is not registered in the future, nor assessed for the last time before it was registered. */
export const dates: ListingCheck = {
  rule,
  run: ({ registered, lastAssessment, status }, { asOf }) => {
    const findings = [];
    if (registered !== null && lastAssessment !== null && lastAssessment < registered) {
      findings.push(
        find(
          'lastAssessment',
          'The last date for assessment is before the registration.',
          'Kei mua te rā whakamutunga mō te aromatawai i te rēhitatanga.',
        ),
      );
    }
    if (asOf !== undefined && registered !== null && registered > asOf && status !== 'draft' && status !== 'in-review') {
      findings.push(find('registered', 'It is registered in the future.', 'Kei te heke mai te rā rēhita.'));
    }
    if (status === 'expiring' && lastAssessment === null) {
      findings.push(
        find(
          'lastAssessment',
          'What is expiring has a last date for assessment.',
          'Me whai rā whakamutunga mō te aromatawai te hua e mutu ana.',
        ),
      );
    }
    return findings;
  },
};
