package org.yichuang.identity.internal;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.cm.ConfigurationException;
import org.osgi.service.cm.ManagedService;

/** The settings of accounts and sign-in (PID {@code org.yichuang.identity}); a change is in force at once. */
public final class Settings implements ManagedService {
    private static final Map<String, String> USUAL = Map.ofEntries(
            Map.entry("demo", "false"),
            Map.entry("token.life", "PT30M"),
            Map.entry("token.cache", "PT10S"),
            Map.entry("lock.failures", "5"),
            Map.entry("lock.duration", "PT15M"),
            Map.entry("origin.failures", "60"),
            Map.entry("password.first", "true"),
            Map.entry("password.age", "P90D"),
            Map.entry("password.history", "5"),
            Map.entry("argon2.memory", "19456"),
            Map.entry("argon2.iterations", "2"),
            Map.entry("argon2.parallelism", "1"));

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Values values = Values.of(USUAL);

    Values now() {
        return values;
    }

    /** Has something run after each change. */
    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public void updated(Dictionary<String, ?> properties) throws ConfigurationException {
        Map<String, String> all = new HashMap<>(USUAL);
        if (properties != null) {
            for (String key : USUAL.keySet()) {
                if (properties.get(key) != null) {
                    all.put(key, properties.get(key).toString().strip());
                }
            }
        }
        try {
            values = Values.of(all);
        } catch (NumberFormatException | DateTimeException e) {
            throw new ConfigurationException(null, "numbers and ISO-8601 durations are expected: " + e.getMessage(), e);
        }
        listeners.forEach(Runnable::run);
    }

    /**
     * @param demo whether demonstration accounts are wanted
     * @param tokenLife how long a token is good
     * @param tokenCache how long another container may not notice that it was revoked
     * @param lockFailures how many failures lock an account
     * @param lockDuration for how long
     * @param originFailures how many failures a minute one origin may cause
     * @param firstChange whether a password that an administrator has set must be changed at the first sign-in
     * @param passwordAge after how long staff choose a new one; zero: never
     * @param passwordHistory how many passwords must differ from each other
     * @param argon the cost of a password's hash
     */
    record Values(
            boolean demo,
            Duration tokenLife,
            Duration tokenCache,
            int lockFailures,
            Duration lockDuration,
            int originFailures,
            boolean firstChange,
            Duration passwordAge,
            int passwordHistory,
            Argon argon) {
        static Values of(Map<String, String> map) {
            return new Values(
                    Boolean.parseBoolean(map.get("demo")),
                    Duration.parse(map.get("token.life")),
                    Duration.parse(map.get("token.cache")),
                    Integer.parseInt(map.get("lock.failures")),
                    Duration.parse(map.get("lock.duration")),
                    Integer.parseInt(map.get("origin.failures")),
                    Boolean.parseBoolean(map.get("password.first")),
                    Duration.parse(map.get("password.age")),
                    Integer.parseInt(map.get("password.history")),
                    new Argon(
                            Integer.parseInt(map.get("argon2.memory")),
                            Integer.parseInt(map.get("argon2.iterations")),
                            Integer.parseInt(map.get("argon2.parallelism"))));
        }
    }

    /**
     * @param memory in KiB
     * @param iterations passes over it
     * @param parallelism lanes
     */
    record Argon(int memory, int iterations, int parallelism) {}
}
