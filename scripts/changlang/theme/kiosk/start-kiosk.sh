#!/bin/sh
# Opens the exhibition full screen, and again whenever the browser ends. Lies in the kiosk's folder, or beside it as
# update-kiosk.sh puts it. KIOSK_BROWSER names another browser of the Chromium family.
set -u
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
profile=

for name in "${KIOSK_BROWSER:-}" microsoft-edge microsoft-edge-stable google-chrome google-chrome-stable chromium chromium-browser; do
  if [ -n "$name" ] && browser=$(command -v "$name"); then break; fi
  browser=
done
if [ -z "$browser" ]; then
  echo "[K1] No Edge, Chrome or Chromium was found." >&2
  exit 1
fi

# The screen stays on.
if command -v xset >/dev/null 2>&1; then xset s off s noblank -dpms >/dev/null 2>&1; fi
awake=
# Only where it answers: without a system bus it would keep the browser from starting.
inhibit="systemd-inhibit --what=idle:sleep --why=kiosk"
if $inhibit true >/dev/null 2>&1; then awake=$inhibit; fi

forget() { [ -z "$profile" ] || rm -rf "$profile"; }
trap 'forget; exit 0' INT TERM HUP

while :; do
  # An update that was interrupted between its two renames.
  if [ ! -e "$here/kiosk" ] && [ -e "$here/kiosk.former/index.html" ]; then mv "$here/kiosk.former" "$here/kiosk"; fi
  page=$here/index.html
  if [ -f "$here/kiosk/index.html" ]; then page=$here/kiosk/index.html; fi
  profile=$(mktemp -d "${TMPDIR:-/tmp}/changlang-kiosk.XXXXXX") || exit 1
  # In the background and waited for, so that a signal ends this at once.
  $awake "$browser" --kiosk "$page" --user-data-dir="$profile" \
    --no-first-run --no-default-browser-check --disable-pinch --overscroll-history-navigation=0 \
    --disable-features=Translate,TranslateUI,OverscrollHistoryNavigation,TouchpadOverscrollHistoryNavigation \
    --disable-session-crashed-bubble --hide-crash-restore-bubble --noerrdialogs \
    --disable-component-update --check-for-update-interval=31536000 \
    --simulate-outdated-no-au="Tue, 31 Dec 2199 23:59:59 GMT" \
    --disable-background-networking --disable-background-mode \
    --disable-sync --disable-extensions --password-store=basic --autoplay-policy=user-gesture-required &
  wait $!
  forget
  sleep "${KIOSK_PAUSE:-2}"
done
