package org.yichuang.fees.internal;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.osgi.framework.BundleContext;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.settings.ConfigurationPid;
import org.yichuang.kernel.api.settings.OperatorSettings;
import org.yichuang.kernel.api.settings.Setting;

/** The settings of fees; a change is in force at once. */
public final class FeeSettings extends OperatorSettings<FeeSettings.Values> {
    private static final int MOST_PORT = 65_535;
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

    /** @param context where the configuration is followed once this is opened, null for the usual values only */
    public FeeSettings(BundleContext context) {
        super(Values.class, context);
    }

    /**
     * @param demo whether the fee items of the demonstration are drafted and published
     * @param treasury where the treasury gives codes of payment; empty for nowhere
     * @param secretFile the file that holds what we prove ourselves with there; empty for nothing
     * @param patience how long an answer of the treasury may take
     */
    @ConfigurationPid("org.yichuang.fees")
    public record Values(
            @Setting(key = "demo", usual = "false") boolean demo,
            @Setting(key = "treasury.url", usual = "") String treasury,
            @Setting(key = "treasury.secret.file", usual = "") String secretFile,
            @Setting(key = "treasury.patience", usual = "PT5S", least = "PT0.2S", most = "PT30S") Duration patience) {}

    /** What is said of people goes over a protected connection, or nowhere out of the machine. */
    @Override
    protected List<FieldProblem> validate(Values read) {
        return read.treasury().isEmpty() || isProtected(read.treasury())
                ? List.of()
                : List.of(new FieldProblem(
                        "treasury.url", LocalizedMessage.of(FeeSettings.class, "setting.treasury.url.wrong")));
    }

    private static boolean isProtected(String address) {
        try {
            URI uri = URI.create(address);
            return uri.getHost() != null
                    && uri.getPort() <= MOST_PORT
                    && ("https".equals(uri.getScheme())
                            || "http".equals(uri.getScheme()) && LOCAL.contains(uri.getHost()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
