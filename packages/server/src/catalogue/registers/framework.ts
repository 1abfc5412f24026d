/** The framework whose levels and credits our outcomes have, as other registers name it. */
export const NZQCF = 'New Zealand Qualifications and Credentials Framework';
export const NZQCF_URL =
  'https://www2.nzqa.govt.nz/qualifications-and-standards/about-new-zealand-qualifications-credentials-framework/';
/** One credit is ten notional hours of learning (domain 1.2). */
export const CREDIT_UNIT = 'NZQCF credits, each ten notional hours of learning';

/** NZQA's classification of standards: field, subfield and domain. */
export const DASS = 'Directory of Assessment and Skill Standards';
