package org.yichuang.identity.internal;

import java.time.Duration;
import java.util.Set;
import org.osgi.framework.BundleContext;
import org.yichuang.kernel.api.settings.ConfigurationPid;
import org.yichuang.kernel.api.settings.OperatorSettings;
import org.yichuang.kernel.api.settings.Setting;

/** The settings of accounts and sign-in; a change is in force at once. */
public final class Settings extends OperatorSettings<Settings.Values> {
    private static final String SECOND_FACTOR = "second.factor";

    /** With the usual values only. */
    public Settings() {
        this(null);
    }

    /** @param context where the configuration is followed once this is opened */
    public Settings(BundleContext context) {
        super(Values.class, context);
    }

    /** The passwords of demonstrations lie in a file, and their configurations may be older than the codes. */
    @Override
    protected Values settle(Values read, Set<String> given) {
        return read.demo() && !given.contains(SECOND_FACTOR) ? read.withoutCodes() : read;
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
     * @param argonMemory the memory of a password's hash in KiB
     * @param argonIterations passes over it
     * @param argonParallelism lanes
     * @param argonConcurrency how many hashes are computed at once; 0: as many as there are processors
     */
    @ConfigurationPid("org.yichuang.identity")
    record Values(
            @Setting(key = "demo", usual = "false") boolean demo,
            @Setting(key = "token.life", usual = "PT30M", least = "PT1M", most = "PT24H") Duration tokenLife,
            @Setting(key = "token.cache", usual = "PT10S", least = "PT0S", most = "PT1M") Duration tokenCache,
            @Setting(key = "session.idle", usual = "PT30M", least = "PT1M", most = "PT24H") Duration idle,
            @Setting(key = "session.longest", usual = "PT12H", least = "PT1M", most = "P7D") Duration longest,
            @Setting(key = "lock.failures", usual = "5", least = "1", most = "100") int lockFailures,
            @Setting(key = "lock.duration", usual = "PT15M", least = "PT1M", most = "P1D") Duration lockDuration,
            @Setting(key = "origin.failures", usual = "60", least = "1", most = "1000000", unit = "1/min")
                    int originFailures,
            @Setting(key = "origin.registrations", usual = "30", least = "1", most = "1000000", unit = "1/min")
                    int originRegistrations,
            @Setting(key = SECOND_FACTOR, usual = "required") SecondFactorUse secondFactor,
            @Setting(key = "password.first", usual = "true") boolean firstChange,
            @Setting(key = "password.age", usual = "P90D", least = "P0D", most = "P3650D") Duration passwordAge,
            @Setting(key = "password.history", usual = "5", least = "0", most = "24") int passwordHistory,
            @Setting(key = "argon2.memory", usual = "19456", least = "64", most = "1048576", unit = "KiB")
                    int argonMemory,
            @Setting(key = "argon2.iterations", usual = "2", least = "1", most = "100") int argonIterations,
            @Setting(key = "argon2.parallelism", usual = "1", least = "1", most = "16") int argonParallelism,
            @Setting(key = "argon2.concurrency", usual = "0", least = "0", most = "256") int argonConcurrency) {
        /** What a password's hash costs. */
        Argon argon() {
            return new Argon(argonMemory, argonIterations, argonParallelism, argonConcurrency);
        }

        private Values withoutCodes() {
            return new Values(
                    demo,
                    tokenLife,
                    tokenCache,
                    idle,
                    longest,
                    lockFailures,
                    lockDuration,
                    originFailures,
                    originRegistrations,
                    SecondFactorUse.OFF,
                    firstChange,
                    passwordAge,
                    passwordHistory,
                    argonMemory,
                    argonIterations,
                    argonParallelism,
                    argonConcurrency);
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
