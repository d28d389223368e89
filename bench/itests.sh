# Sourced by the scripts beside it: plays a class of the integration tests, with what they stand on.
ROOT=$(cd "$(dirname "$0")/.." && pwd)
MODULE="$ROOT/itests/assembled"
ARCHIVE=$(find "$ROOT/karaf-distribution/target" -maxdepth 1 -name 'karaf-distribution-*.tar.gz' | head -n 1)
if [ -z "$ARCHIVE" ]; then
    echo "The distribution is not built: run ./yichuang demo first" >&2
    exit 1
fi
if [ ! -f "$MODULE/target/test.classpath" ]; then
    (cd "$ROOT" && mvn -q -B -ntp -f itests/assembled/pom.xml test-compile dependency:build-classpath \
        -Dmdep.outputFile=target/test.classpath -Dmdep.includeScope=test)
fi

itests() {
    class=$1
    shift
    exec java -Dfile.encoding=UTF-8 -Dyichuang.distribution="$ARCHIVE" \
        -Dorg.slf4j.simpleLogger.defaultLogLevel=warn -Dorg.ops4j.pax.logging.DefaultServiceLog.level=WARN \
        -cp "$MODULE/target/test-classes:$(cat "$MODULE/target/test.classpath")" \
        "org.yichuang.itests.$class" "$@"
}
