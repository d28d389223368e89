package org.yichuang.documents.internal.scan;

import java.time.Duration;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.settings.ConfigurationPid;
import org.yichuang.kernel.api.settings.OperatorSettings;
import org.yichuang.kernel.api.settings.Setting;

/** Who looks at files; nobody until an operator says so. */
public class ScanSettings extends OperatorSettings<ScanSettings.Values> {
    private static final String BY = "scan.by";

    /** @param context where the configuration is followed; null for none, in tests */
    public ScanSettings(BundleContext context) {
        super(Values.class, context);
    }

    /**
     * The values.
     *
     * @param scanBy the scanner that looks at files, e.g. {@code clamd}; empty for none
     * @param scanHost where clamd listens
     * @param scanPort its port
     * @param scanSocket its socket on this machine, in place of host and port; empty for none
     * @param connectTimeout how long a connection may take to be there
     * @param timeout how long a file may take as a whole
     * @param most the largest file that is sent, in MiB: not more than clamd's {@code StreamMaxLength}
     */
    @ConfigurationPid("org.yichuang.documents")
    public record Values(
            @Setting(key = BY, usual = "", most = "40") String scanBy,
            @Setting(key = "scan.host", usual = "localhost") String scanHost,
            @Setting(key = "scan.port", usual = "3310", least = "1", most = "65535") int scanPort,
            @Setting(key = "scan.socket", usual = "") String scanSocket,
            @Setting(key = "scan.connect.timeout", usual = "PT5S", least = "PT0.2S", most = "PT1M")
                    Duration connectTimeout,
            @Setting(key = "scan.timeout", usual = "PT2M", least = "PT0.2S", most = "PT30M") Duration timeout,
            @Setting(key = "scan.most", usual = "100", least = "1", most = "4000", unit = "MiB") int most) {}

    @Override
    protected List<FieldProblem> validate(Values read) {
        boolean isName = read.scanBy().isEmpty() || read.scanBy().matches("[a-z][a-z0-9-]*");
        return isName
                ? List.of()
                : List.of(new FieldProblem(BY, LocalizedMessage.of(ScanSettings.class, "scan-by.form")));
    }
}
