# Shared by the other scripts here: finds or installs what is needed, and builds.
# To be sourced; the caller has set `root` to the project's directory.

say() { printf '%s\n' "$*" >&2; }

major() { # the first number of a version line
  sed -n 's/[^0-9]*\([0-9][0-9]*\).*/\1/p' | head -n 1
}

have_java() {
  command -v javac >/dev/null 2>&1 || return 1
  local version
  version=$(javac -version 2>&1 | major)
  [ "${version:-0}" -ge 17 ]
}

have_maven() { command -v mvn >/dev/null 2>&1; }

have_node() {
  command -v node >/dev/null 2>&1 || return 1
  local version
  version=$(node --version 2>/dev/null | major)
  [ "${version:-0}" -ge 18 ]
}

find_chromium() {
  local name
  for name in "${MEETBOT_BROWSER_EXECUTABLE:-}" chromium chromium-browser google-chrome google-chrome-stable; do
    if [ -n "$name" ] && command -v "$name" >/dev/null 2>&1; then
      command -v "$name"
      return 0
    fi
  done
  return 1
}

have_chromium() { find_chromium >/dev/null; }

have_ffmpeg() { command -v ffmpeg >/dev/null 2>&1 && command -v ffprobe >/dev/null 2>&1; }

# tool, Debian package, what to tell people
TOOLS='java|openjdk-17-jdk-headless|Java 17 or newer, with javac
maven|maven|Maven 3.8 or newer
node|nodejs|Node.js 18 or newer
chromium|chromium|Chromium (or name another one in MEETBOT_BROWSER_EXECUTABLE)
ffmpeg|ffmpeg|ffmpeg with ffprobe'

missing_tools() { # lines of TOOLS that are not there
  local tool package text
  while IFS='|' read -r tool package text; do
    "have_$tool" || printf '%s|%s|%s\n' "$tool" "$package" "$text"
  done <<<"$TOOLS"
}

have_python() { python3 -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))' 2>/dev/null; }
have_npm() { command -v npm >/dev/null 2>&1; }

# Python and npm, which only bin/contract needs.
ensure_contract_tools() {
  TOOLS='python|python3-venv|Python 3.10 or newer, with venv
npm|npm|npm' ensure_tools
}

have_janus() { [ -d /usr/share/janus/demos ] && [ -d /etc/janus ]; }
have_espeak() { command -v espeak-ng >/dev/null 2>&1; }

# What the lab's server needs besides; its packages it installs itself, beside itself, by its lock file.
ensure_lab_tools() {
  TOOLS='npm|npm|npm
espeak|espeak-ng|espeak-ng, which speaks for the guests
janus|janus janus-demos|Janus with its demo pages, a meeting server that others wrote' ensure_tools
}

# The folder with PostgreSQL's programs, which Debian keeps off the PATH.
find_postgres() {
  local folder
  for folder in /usr/lib/postgresql/*/bin "$(dirname "$(command -v postgres || echo /none/none)")"; do
    if [ -x "$folder/initdb" ] && [ -x "$folder/pg_ctl" ]; then
      printf '%s\n' "$folder"
      return 0
    fi
  done
  return 1
}

have_postgres() { find_postgres >/dev/null; }

# PostgreSQL's server, without the cluster that Debian's package would make and start by itself.
ensure_postgres() {
  have_postgres && return 0
  if [ "$(id -u)" = 0 ] && [ -d /etc ] && [ ! -e /etc/postgresql-common/createcluster.conf ]; then
    mkdir -p /etc/postgresql-common
    echo 'create_main_cluster = false' >/etc/postgresql-common/createcluster.conf
  fi
  TOOLS='postgres|postgresql|PostgreSQL 15 or newer, its server' ensure_tools
}

# Installs what is missing where it may; else says in one line each what to install, and fails.
ensure_tools() {
  local missing packages tool package text
  missing=$(missing_tools)
  if [ -n "$missing" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    packages=$(cut -d'|' -f2 <<<"$missing" | tr '\n' ' ')
    say "installing: $packages"
    apt-get update -qq >&2 &&
      # shellcheck disable=SC2086 # one word per package
      DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages >/dev/null || true
    hash -r
    missing=$(missing_tools)
  fi
  if [ -n "$missing" ]; then
    while IFS='|' read -r tool package text; do
      say "missing: $text (on Debian: apt-get install $package)"
    done <<<"$missing"
    return 1
  fi
  MEETBOT_BROWSER_EXECUTABLE=$(find_chromium)
  MEETBOT_BROWSER_NODE=${MEETBOT_BROWSER_NODE:-$(command -v node)}
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
  export MEETBOT_BROWSER_EXECUTABLE MEETBOT_BROWSER_NODE PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD
}

war="meetbot-war/target/meetbot.war"
lab="meetbot-war/lab/target"

# Whether any source is newer than what was built.
is_stale() {
  [ -f "$root/$war" ] && [ -d "$root/$lab/lib" ] || return 0
  [ -n "$(find "$root" \( -name target -o -name .git \) -prune -o \
    -type f \( -path '*/src/main/*' -o -name pom.xml \) -newer "$root/$war" -print -quit)" ]
}

# Only the server and the demonstration; the modules that test on other servers are for bin/test.
build_if_needed() {
  if is_stale; then
    say "building"
    (cd "$root" && mvn -q -B -DskipTests -pl meetbot-war,docs/examples/custom-platform,meetbot-war/lab -am package) >&2
  fi
}
