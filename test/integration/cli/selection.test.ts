import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { bundledProgram } from '../../support/bundled-program.ts';
