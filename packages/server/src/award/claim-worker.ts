import { parentPort, workerData } from 'node:worker_threads';
import { openServices } from '../open-services.ts';
import { type ClaimOrder, fulfil } from './claim-order.ts';

/** Where the product keeps its things, as a command is told. */
export interface ClaimPlace {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
}

/** Makes claims in a thread of its own: its own connections, its own hold of the keys. Each order is answered; `null` ends it. */
const place: ClaimPlace = workerData;
const { services, stop } = await openServices(place.env, { cwd: place.cwd, attach: true });
parentPort?.on('message', (order: ClaimOrder | null) => void answer(order));

async function answer(order: ClaimOrder | null): Promise<void> {
  if (order !== null) {
    parentPort?.postMessage(await fulfil(services, order), []);
    return;
  }
  await stop();
  parentPort?.close();
}
