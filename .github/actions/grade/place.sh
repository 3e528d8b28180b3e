#!/usr/bin/env bash
# Chooses the folders of Assay and of the results, and the keys of the caches: what Assay is made of is in them.
set -euo pipefail

sources=$(cd "$GITHUB_ACTION_PATH/../../.." && pwd)

digest() { xargs -0 sha256sum | sha256sum | cut -c 1-20; }

cd "$sources"
libraries=$(find . -name target -prune -o -name pom.xml -print0 | LC_ALL=C sort -z | digest)
if [ -n "$ASSAY_ARCHIVE" ]; then
  content=$(printf '%s %s' "$ASSAY_ARCHIVE" "$ASSAY_ARCHIVE_SHA256" | sha256sum | cut -c 1-20)
else
  content=$(
    find assay pom.xml datasets problems grader solutions/reference .github/actions/grade \
      \( -name target -o -name test \) -prune -o -type f -print0 | LC_ALL=C sort -z | digest
  )
fi
key=assay-$(uname -s)-$(uname -m)-$content
{
  echo "key=$key"
  echo "libraries=$libraries"
  echo "home=$HOME/.assay/$key"
  echo "results=$RUNNER_TEMP/assay-results"
} >>"$GITHUB_OUTPUT"
