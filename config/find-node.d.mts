export const WRONG_NODE: string;
export const NODE_OPTIONS: string[];
export function findNode(): string | null;
