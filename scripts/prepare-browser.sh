#!/bin/sh
# Sees to what the browser tests and the heading font need: a Chromium and a serif font with Chinese.
# As root on Debian or Ubuntu both come from the system's packages; elsewhere the browser is Playwright's own.
# usage: prepare-browser.sh PYTHON
set -eu
python=$1

has_browser() {
  for name in chromium chromium-browser google-chrome; do
    command -v "$name" >/dev/null 2>&1 && return 0
  done
  "$python" - <<'CHECK' 2>/dev/null
import pathlib, sys
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    sys.exit(not pathlib.Path(playwright.chromium.executable_path).exists())
CHECK
}

has_font() {
  command -v fc-list >/dev/null 2>&1 && fc-list :lang=zh-cn family | grep -qi 'serif.*cjk\|serif sc\|song'
}

can_apt() {
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1
}

wanted=
has_browser || wanted="$wanted chromium"
has_font || wanted="$wanted fontconfig fonts-noto-cjk fonts-noto-cjk-extra"
[ -n "$wanted" ] || exit 0

if can_apt; then
  echo "installing from the system's packages:$wanted"
  apt-get update -qq
  # shellcheck disable=SC2086
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $wanted >/dev/null
elif ! has_browser; then
  "$python" -m playwright install chromium
else
  echo "no Chinese serif font found: headings use the system's serif (on Debian: fonts-noto-cjk-extra)"
fi
