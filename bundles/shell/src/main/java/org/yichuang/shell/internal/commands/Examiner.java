package org.yichuang.shell.internal.commands;

import java.nio.file.Path;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.yichuang.kernel.api.Examination;
import org.yichuang.shell.internal.desks.Desk;
import org.yichuang.shell.internal.doctor.Doctor;

/** The doctor for those who do not sit at the shell. */
public final class Examiner implements Examination {
    private final BundleContext bundles;

    /** Over what the bundle sees. */
    public Examiner(BundleContext bundles) {
        this.bundles = bundles;
    }

    @Override
    public List<Finding> examine() {
        try (OsgiServices services = new OsgiServices(bundles)) {
            Path base = Path.of(bundles.getProperty("karaf.base"));
            return new Doctor(new Desk(services), List.of(bundles.getBundles()), new OsgiSettings(services), base)
                    .findings().stream()
                            .map(finding -> new Finding(
                                    finding.check(),
                                    Grade.valueOf(finding.grade().name()),
                                    finding.zh(),
                                    finding.en(),
                                    finding.advice()))
                            .toList();
        }
    }
}
