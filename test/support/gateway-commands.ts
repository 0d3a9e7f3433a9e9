import { afterAll, beforeAll } from 'vitest';
import { bundleProgram } from './bundled-program.ts';
import type { GatewayState } from './gateway/contracts.ts';
import { GatewayProcess } from './gateway/gateway-process.ts';
import { KEY } from './gateway/user-events.ts';
import { runCommand } from './run-command.ts';
import type { Outcome } from './run-command.ts';
import { TemporaryFolder } from './temporary-folder.ts';
import { TemporaryRepository } from './temporary-repository.ts';

/** The program, and gateways for it to ask, for the tests of one file. */
export class GatewayCommands {
  readonly #folder = new TemporaryFolder();
  #program = '';

  constructor() {
    beforeAll(() => {
      this.#program = bundleProgram(this.#folder.path);
    });
    afterAll(() => this.#folder[Symbol.dispose]());
  }

  get program(): string {
    return this.#program;
  }

  gateway(state: GatewayState): Promise<GatewayProcess> {
    return GatewayProcess.start(this.#folder.path, state);
  }

  /** `url`: undefined where the environment says nothing of a gateway. */
  run(
    repository: TemporaryRepository,
    args: readonly string[],
    url: string | undefined,
    { key = KEY, cwd = repository.root }: { readonly key?: string; readonly cwd?: string } = {},
  ): Outcome {
    const environment = {
      ...repository.environment,
      ...(url !== undefined && { CONTRACTGATE_URL: url }),
      CONTRACTGATE_API_KEY: key,
    };
    return runCommand(process.execPath, [this.#program, ...args], { cwd, environment });
  }
}

/** A repository with these files committed. */
export function repositoryOf(files: Readonly<Record<string, string>>): TemporaryRepository {
  const repository = new TemporaryRepository();
  repository.commit(files);
  return repository;
}
