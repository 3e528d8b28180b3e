#!/usr/bin/env bash
# Installs bubblewrap and sees that it can create user namespaces. Ubuntu 24.04 forbids them to all programs that no
# AppArmor profile allows them: the profile beside this script allows them to bubblewrap alone.
set -euo pipefail

if [ "$ASSAY_ISOLATION" = none ]; then
  echo '::warning title=Assay::Candidates run without a sandbox (require-isolation: none). Grade code that you trust only.'
  exit 0
fi

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

log=$(mktemp)
trap 'rm -f "$log"' EXIT
probe() { bwrap --unshare-all --die-with-parent --ro-bind / / --proc /proc --dev /dev true >"$log" 2>&1; }

if ! command -v bwrap >/dev/null; then
  as_root apt-get update -q
  as_root apt-get install -q -y --no-install-recommends bubblewrap util-linux
fi
if ! probe; then
  restriction=/proc/sys/kernel/apparmor_restrict_unprivileged_userns
  if [ -r "$restriction" ] && [ "$(cat "$restriction")" = 1 ] && command -v apparmor_parser >/dev/null; then
    echo 'AppArmor forbids user namespaces here; allowing them to bubblewrap.'
    as_root apparmor_parser --replace "$GITHUB_ACTION_PATH/assay-bwrap.apparmor"
  fi
fi
if ! probe; then
  echo 'What bubblewrap said:'
  sed 's/^/  /' "$log"
  echo '::error title=Assay::bubblewrap cannot create a sandbox on this runner, so no candidate is run. The log says why. Use a runner on a virtual machine such as ubuntu-24.04, or require-isolation: none for code that you trust.'
  exit 3
fi
echo "$(bwrap --version): works."
