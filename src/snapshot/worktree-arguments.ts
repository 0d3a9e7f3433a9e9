/** Git's arguments for the files that it tracks. */
export const trackedArguments: readonly string[] = ['ls-files', '-v', '-s', '-z', '--cached'];

/** Git's arguments for how the files on disk differ from those. */
export const onDiskArguments: readonly string[] = [
  'ls-files',
  '-t',
  '-z',
  '--others',
  '--deleted',
  '--modified',
  '--exclude-standard',
];
