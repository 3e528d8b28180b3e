#!/usr/bin/env bash
# Grades, and keeps the exit code for the last step, so that verdicts are shown before the job fails.
set -euo pipefail

arguments=(grade)
while IFS= read -r path; do
  case $path in
    '') ;;
    -*) arguments+=("./$path") ;;
    *) arguments+=("$path") ;;
  esac
done <<<"$ASSAY_SUBMISSIONS"
while IFS= read -r problem; do
  [ -z "$problem" ] || arguments+=("--problem=$problem")
done <<<"$ASSAY_PROBLEMS"
arguments+=("--out=$ASSAY_RESULTS" "--require-isolation=$ASSAY_ISOLATION" "--lang=$ASSAY_LANGUAGE")
if [ -n "$ASSAY_HIDDEN" ]; then
  arguments+=("--hidden=$ASSAY_HIDDEN" --key-env=ASSAY_KEY)
else
  arguments+=("--data=$ASSAY_DATA")
  unset ASSAY_KEY
fi

# What candidates print and are named must not be read as commands of the runner: it reads none until it meets a word
# that nobody can guess. It is in no environment either, and neither are the runner's own variables and files.
token=$(od -An -v -N 32 -tx1 /dev/urandom | tr -d ' \n')
[ "${#token}" = 64 ]
code=0
echo "::stop-commands::$token"
(
  for name in $(compgen -e); do
    case $name in GITHUB_* | ACTIONS_* | RUNNER_* | INPUT_*) unset "$name" ;; esac
  done
  exec "$ASSAY_HOME/assay" "${arguments[@]}"
) 2>&1 || code=$?
# On a line of its own, even if the last one has no end.
printf '\n::%s::\n' "$token"
echo "exit-code=$code" >>"$GITHUB_OUTPUT"
