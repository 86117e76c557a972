#!/bin/sh
# Puts the kiosk in this folder (on a stick) in the place of the one on this computer: sums first, then a copy, the
# sums of the copy, and two renames. The former one stays as kiosk.former. Usage: update-kiosk.sh [FOLDER]; FOLDER
# holds kiosk/ and start-kiosk.sh and is ~/changlang where none is named.
set -u
new=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
place=${1:-$HOME/changlang}
target=$place/kiosk

fail() {
  echo "[$1] $2" >&2
  echo "[$1] The exhibition on this computer is as it was." >&2
  exit 1
}

if command -v sha256sum >/dev/null 2>&1; then check="sha256sum --check --quiet"; else check="shasum --algorithm 256 --check --quiet"; fi

# Every listed file is what it was, and there is no other.
verify() (
  cd "$1" || exit 1
  [ -s SHA256SUMS ] || exit 1
  $check SHA256SUMS >&2 || exit 1
  [ "$(find . -type f | wc -l)" -eq $(($(wc -l <SHA256SUMS) + 1)) ] || { echo "there are files that are not listed" >&2; exit 1; }
)

[ "$new" != "$target" ] || fail K2 "This is the kiosk on this computer: start update-kiosk.sh on the stick."
mkdir -p "$place" || fail K4 "The folder $place cannot be made."
# An update that was interrupted between its two renames.
if [ ! -e "$target" ] && [ -e "$target.former" ]; then mv "$target.former" "$target"; fi

echo "Checking the files on the stick ..."
verify "$new" || fail K3 "The stick is damaged or incomplete: copy the kiosk to it again."
echo "Copying ..."
rm -rf "$target.new"
cp -R "$new" "$target.new" || fail K5 "The files could not be copied: is the disk full?"
echo "Checking the copy ..."
verify "$target.new" || fail K6 "The copy is not what is on the stick."

rm -rf "$target.former"
if [ -e "$target" ]; then mv "$target" "$target.former" || fail K7 "The old exhibition cannot be moved: end it first."; fi
if ! mv "$target.new" "$target"; then
  if [ -e "$target.former" ]; then mv "$target.former" "$target"; fi
  fail K7 "The new exhibition cannot be put in its place."
fi
cp "$target/start-kiosk.sh" "$place/start-kiosk.sh.new" && mv "$place/start-kiosk.sh.new" "$place/start-kiosk.sh"
echo "Done. Start it with: $place/start-kiosk.sh"
