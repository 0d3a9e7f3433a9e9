import { expect, test } from 'vitest';
import { BAD, FIXTURE, GOOD, UserRepository, expectReport } from '../support/user-repository.ts';

test('contractgate-hook --all, in a repository and in a folder that is none', () => {
  using repository = new UserRepository();
  const check = () => repository.run('npx contractgate-hook --all');
  const verdicts = () => {
    repository.write(FIXTURE, BAD);
    const bad = check();
    expect(bad.exitCode).toBe(1);
    expectReport(bad.stdout);

    repository.write(FIXTURE, GOOD);
    const good = check();
    expect(good.exitCode, good.output).toBe(0);
    expect(good.stdout).toMatch(/^contractgate-hook: 1 event in 1 file checked against 1 contract: all hold .+\n$/);
  };

  verdicts();
  repository.remove('.git');
  verdicts();
});
