#!/usr/bin/env bash
# Installs a release into ASSAY_HOME: from an archive, or built from this action's own sources. Nothing to do where the
# cache had it.
set -euo pipefail

if [ -x "$ASSAY_HOME/assay" ] && [ -d "$ASSAY_HOME/shared/natives" ]; then
  echo "Assay is in $ASSAY_HOME."
  exit 0
fi

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
archive=$ASSAY_ARCHIVE
setup=(setup --no-data)

if [ -z "$archive" ]; then
  sources=$(cd "$GITHUB_ACTION_PATH/../../.." && pwd)
  # MAVEN_ARGS has options of the runner's, such as a mirror.
  # shellcheck disable=SC2086
  (cd "$sources" && mvn -B -q -Dquick -Dmaven.test.skip=true -pl grader/release -am package ${MAVEN_ARGS:-})
  archive=$(ls "$sources"/grader/release/target/assay-*.zip)
  # Maven has the native library already.
  repository=${MAVEN_REPOSITORY:-$HOME/.m2/repository}/org/tensorflow/tensorflow-core-native
  natives=$(find "$repository" -name "tensorflow-core-native-*-*-*.jar" | LC_ALL=C sort | tail -n 1)
  [ -z "$natives" ] || setup+=(--natives "$natives")
elif [[ $archive == https://* ]]; then
  if [ -z "$ASSAY_ARCHIVE_SHA256" ]; then
    echo '::error title=Assay::An archive that is downloaded needs the input archive-sha256.'
    exit 2
  fi
  curl --fail --silent --show-error --location --proto '=https' --retry 3 --output "$scratch/assay.zip" "$archive"
  archive=$scratch/assay.zip
fi
if [ -n "$ASSAY_ARCHIVE_SHA256" ] && ! echo "$ASSAY_ARCHIVE_SHA256  $archive" | sha256sum --check --quiet; then
  echo '::error title=Assay::The archive is not the one that archive-sha256 names.'
  exit 2
fi

unzip -q "$archive" -d "$scratch"
unpacked=$(ls -d "$scratch"/assay-*/)
(cd "$unpacked" && sha256sum --check --quiet SHA256SUMS)
rm -rf "$ASSAY_HOME"
mkdir -p "$(dirname "$ASSAY_HOME")"
mv "$unpacked" "$ASSAY_HOME"
"$ASSAY_HOME/assay" "${setup[@]}"
