import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { build } from 'esbuild';
import { machineEnvironment } from '../machine-environment.ts';
import { projectRoot } from '../release.ts';
import type { GatewayState } from './contracts.ts';
import type { Fault } from './faults.ts';
import type { Order, SeenRequest } from './serve.ts';

/** The double, in a process of its own: a blocking client blocks this one. */
export class GatewayProcess implements AsyncDisposable {
  readonly url: string;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, url: string) {
    this.#child = child;
    this.url = url;
  }

  /** `folder`: where its program may be put, which has to see the project's node_modules. */
  static async start(
    folder: string,
    state: GatewayState,
    tls?: { readonly key: string; readonly cert: string },
  ): Promise<GatewayProcess> {
    const program = join(folder, 'gateway.mjs');
    await build({
      entryPoints: [join(projectRoot, 'test/support/gateway/serve.ts')],
      outfile: program,
      bundle: true,
      format: 'esm',
      platform: 'node',
      mainFields: ['module', 'main'],
      external: ['rregex'],
      logLevel: 'silent',
    });
    const child = fork(program, [], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], env: machineEnvironment() });
    const port = await order<number>(child, { kind: 'start', state, ...(tls && { tls }) });
    return new GatewayProcess(child, `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}`);
  }

  /** The next answers go wrong. */
  async fail(fault: Fault, times: number = 1): Promise<void> {
    await order(this.#child, { kind: 'fault', fault, times });
  }

  /** The requests since the last time that this was asked. */
  requests(): Promise<readonly SeenRequest[]> {
    return order(this.#child, { kind: 'requests' });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const exit = once(this.#child, 'exit');
    this.#child.disconnect();
    await exit;
  }
}

async function order<Result>(child: ChildProcess, message: Order): Promise<Result> {
  const reply = once(child, 'message');
  child.send(message);
  const [{ answer }] = (await reply) as [{ answer: Result }];
  return answer;
}
