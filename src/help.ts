/** What `--help` prints. */

export const help = `Usage: feedwright [build] [options]
       feedwright diff --against SOURCE [options]
       feedwright adopt SOURCE... [options]
       feedwright init [FOLDER] [options]

Reads Markdown articles and writes RSS, Atom and JSON Feed files, ready for a static host.

Commands
  build              read the articles, write the feeds (the default)
  diff               say what subscribers of a published feed will see: new, changed, shown again
  adopt SOURCE...    take over the ids of feeds that are out there (files or addresses), so that
                     nothing is shown again
  init [FOLDER]      look at a site, say what is there, write a feed.config.ts that keeps its feeds

Options
  --config FILE      the configuration (default: feed.config.ts, .mts, .js, .mjs or .json)
  --now INSTANT      the clock, such as 2024-12-31T10:00:00Z
  --reporter NAME    text, json, github, sarif or markdown (default: text)
  --keep-going       leave out articles with errors, write the rest
  --strict           take warnings for errors
  --lock             create or correct feeds.lock.json, which keeps ids for ever
  --frozen           fail if feeds.lock.json would change
  --against SOURCE   a published feed (a file or an address) or a folder of feeds; build fails when
                     anything of it would be shown again
  --force            write over files that feedwright did not write
  --quiet            print errors and warnings alone
  --help             print this
  --version          print the version

Exit status: 0 done, 1 errors in articles or feeds, 2 a mistake on the command line or in the
configuration, 70 a bug in feedwright, 74 reading or writing failed, 130 interrupted.
`;
