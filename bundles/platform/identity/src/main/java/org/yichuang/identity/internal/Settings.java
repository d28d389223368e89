package org.yichuang.identity.internal;

import java.time.Duration;
import java.util.Collections;
import java.util.Dictionary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.cm.ConfigurationException;
import org.osgi.service.cm.ManagedService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.tenancy.api.SettingDefinition;

/**
 * The settings of accounts and sign-in (PID {@code org.yichuang.identity}); a change is in force at once. All values
 * are
 * weighed together: one that makes no sense is refused with key and reason, and all the old ones stay.
 */
public final class Settings implements ManagedService {
    private static final Logger LOG = LoggerFactory.getLogger(Settings.class);

    private static final String SECOND_FACTOR = "second.factor";

    private static final List<SettingDefinition> KNOWN = List.of(
            SettingDefinition.flag("demo", false),
            SettingDefinition.duration("token.life", "PT30M", "PT1M", "PT24H"),
            SettingDefinition.duration("token.cache", "PT10S", "PT0S", "PT1M"),
            SettingDefinition.duration("session.idle", "PT30M", "PT1M", "PT24H"),
            SettingDefinition.duration("session.longest", "PT12H", "PT1M", "P7D"),
            SettingDefinition.number("lock.failures", 5, 1, 100),
            SettingDefinition.duration("lock.duration", "PT15M", "PT1M", "P1D"),
            SettingDefinition.number("origin.failures", 60, 1, 1_000_000),
            SettingDefinition.number("origin.registrations", 30, 1, 1_000_000),
            SettingDefinition.choice(SECOND_FACTOR, "required", "off", "offered", "required"),
            SettingDefinition.flag("password.first", true),
            SettingDefinition.duration("password.age", "P90D", "P0D", "P3650D"),
            SettingDefinition.number("password.history", 5, 0, 24),
            SettingDefinition.number("argon2.memory", 19_456, 64, 1_048_576),
            SettingDefinition.number("argon2.iterations", 2, 1, 100),
            SettingDefinition.number("argon2.parallelism", 1, 1, 16),
            SettingDefinition.number("argon2.concurrency", 0, 0, 256));

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Values values = Values.of(usual());

    Values now() {
        return values;
    }

    /** Has something run after each change. */
    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    private static Map<String, String> usual() {
        Map<String, String> usual = new LinkedHashMap<>();
        KNOWN.forEach(setting -> usual.put(setting.key(), setting.usual()));
        return usual;
    }

    @Override
    public void updated(Dictionary<String, ?> properties) throws ConfigurationException {
        Map<String, String> all = usual();
        if (properties != null) {
            for (SettingDefinition setting : KNOWN) {
                Object given = properties.get(setting.key());
                if (given != null) {
                    all.put(setting.key(), valid(setting, given.toString().strip()));
                }
            }
            if (Boolean.parseBoolean(all.get("demo")) && properties.get(SECOND_FACTOR) == null) {
                // The passwords of demonstrations lie in a file, and their configurations may be older than the codes
                all.put(SECOND_FACTOR, "off");
            }
            nameUnknown(properties);
        }
        values = Values.of(all);
        listeners.forEach(Runnable::run);
    }

    private static String valid(SettingDefinition setting, String given) throws ConfigurationException {
        Optional<FieldProblem> fault = setting.fault(given);
        if (fault.isPresent()) {
            throw new ConfigurationException(
                    setting.key(), fault.get().message().forLog());
        }
        return given;
    }

    private static void nameUnknown(Dictionary<String, ?> properties) {
        for (String key : Collections.list(properties.keys())) {
            boolean foreign = key.startsWith("service.") || key.startsWith("felix.");
            if (!foreign && KNOWN.stream().noneMatch(setting -> setting.key().equals(key))) {
                LOG.warn("org.yichuang.identity.cfg: no setting is called {}", key);
            }
        }
    }

    /**
     * @param demo whether demonstration accounts are wanted
     * @param tokenLife how long a token is good
     * @param tokenCache how long another container may not notice that it was revoked
     * @param idle after how much silence a browser's session ends
     * @param longest when it ends in any case
     * @param lockFailures how many failures lock an account
     * @param lockDuration for how long
     * @param originFailures how many failures a minute one origin may cause
     * @param originRegistrations how many registrations a minute may come from one origin
     * @param secondFactor of whom one-time codes are asked
     * @param firstChange whether a password that an administrator has set must be changed at the first sign-in
     * @param passwordAge after how long staff choose a new one; zero: never
     * @param passwordHistory how many passwords must differ from each other; 0 and 1: the present one may come back
     * @param argon the cost of a password's hash
     */
    record Values(
            boolean demo,
            Duration tokenLife,
            Duration tokenCache,
            Duration idle,
            Duration longest,
            int lockFailures,
            Duration lockDuration,
            int originFailures,
            int originRegistrations,
            SecondFactorUse secondFactor,
            boolean firstChange,
            Duration passwordAge,
            int passwordHistory,
            Argon argon) {
        static Values of(Map<String, String> map) {
            return new Values(
                    Boolean.parseBoolean(map.get("demo")),
                    Duration.parse(map.get("token.life")),
                    Duration.parse(map.get("token.cache")),
                    Duration.parse(map.get("session.idle")),
                    Duration.parse(map.get("session.longest")),
                    Integer.parseInt(map.get("lock.failures")),
                    Duration.parse(map.get("lock.duration")),
                    Integer.parseInt(map.get("origin.failures")),
                    Integer.parseInt(map.get("origin.registrations")),
                    SecondFactorUse.valueOf(map.get(SECOND_FACTOR).toUpperCase(Locale.ROOT)),
                    Boolean.parseBoolean(map.get("password.first")),
                    Duration.parse(map.get("password.age")),
                    Integer.parseInt(map.get("password.history")),
                    new Argon(
                            Integer.parseInt(map.get("argon2.memory")),
                            Integer.parseInt(map.get("argon2.iterations")),
                            Integer.parseInt(map.get("argon2.parallelism")),
                            Integer.parseInt(map.get("argon2.concurrency"))));
        }
    }

    /**
     * @param memory in KiB
     * @param iterations passes over it
     * @param parallelism lanes
     * @param concurrency how many hashes are computed at once; 0: as many as there are processors
     */
    record Argon(int memory, int iterations, int parallelism, int concurrency) {}

    /** Of whom one-time codes are asked. */
    enum SecondFactorUse {
        /** Of nobody. */
        OFF,
        /** Of those who have enrolled an authenticator. */
        OFFERED,
        /** Of those, and administrators, chiefs and operators must enrol one. */
        REQUIRED
    }
}
