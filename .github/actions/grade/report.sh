#!/usr/bin/env bash
# Prints the verdicts as annotations and adds them to the step's summary.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
token=$(od -An -v -N 32 -tx1 /dev/urandom | tr -d ' \n')
[ "${#token}" = 64 ]
exported=true
echo "::stop-commands::$token"
"$ASSAY_HOME/assay" export "$ASSAY_RESULTS" --format=github "--out=$folder" "--lang=$ASSAY_LANGUAGE" 2>&1 || exported=false
printf '\n::%s::\n' "$token"

if $exported; then
  # Annotations and nothing else.
  LC_ALL=C grep -E '^::(error|warning|notice) title=[^:]*::' "$folder/annotations.txt" || :
  cat "$folder/summary.md" >>"$GITHUB_STEP_SUMMARY"
else
  echo '::error title=Assay::There are no results to show. The log of the step "Grade" says why.'
fi
