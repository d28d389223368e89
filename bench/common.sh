# Sourced by the scripts beside it: compiles the sources when they have changed, and knows the class path.
set -eu
ROOT=$(cd "$(dirname "$0")/.." && pwd)
OUT=$ROOT/bench/target/classes
SYSTEM=$ROOT/karaf-distribution/target/assembly/system
YICHUANG_DATA=${YICHUANG_DATA:-$ROOT/karaf-distribution/target/data}
export YICHUANG_DATA

if [ ! -d "$SYSTEM" ]; then
    echo "The distribution is not built: run ./yichuang demo first" >&2
    exit 1
fi
JARS=$(find "$SYSTEM/com/fasterxml/jackson/core" "$SYSTEM/org/postgresql" -name '*.jar' | tr '\n' ':')
if [ ! -d "$OUT" ] || [ -n "$(find "$ROOT/bench/src" -newer "$OUT")" ]; then
    mkdir -p "$OUT"
    find "$ROOT/bench/src" -name '*.java' >"$ROOT/bench/target/sources"
    javac -d "$OUT" -cp "$JARS" "@$ROOT/bench/target/sources"
    touch "$OUT"
fi

play() {
    class=$1
    shift
    java -Dfile.encoding=UTF-8 -cp "$OUT:$JARS" "org.yichuang.bench.$class" "$@"
}
