package org.yichuang.linkage.internal.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.shell.api.Finding;
import org.yichuang.shell.api.ModuleCheck;

/** Do the certificates of the ways to other deployments last? */
class CertificateCheck extends ModuleCheck {
    /** New ones are made and exchanged by people of two deployments. */
    private static final Duration AHEAD = Duration.ofDays(30);

    private final Supplier<List<String>> certificates;
    private final Clock machineClock;

    /** @param certificates each by its name and, behind a space, the moment of its end */
    CertificateCheck(Supplier<List<String>> certificates, Clock machineClock) {
        super("certificates", DOCTOR);
        this.certificates = certificates;
        this.machineClock = machineClock;
    }

    @Override
    protected List<Finding> look() {
        Instant now = machineClock.instant();
        List<Finding> findings = new ArrayList<>();
        for (String certificate : certificates.get()) {
            int space = certificate.lastIndexOf(' ');
            String name = certificate.substring(0, space);
            Instant end = Instant.parse(certificate.substring(space + 1));
            if (end.isBefore(now.plus(AHEAD))) {
                LocalizedMessage what = LocalizedMessage.of(
                        CertificateCheck.class, end.isAfter(now) ? "certificate.ends" : "certificate.ended", name, end);
                LocalizedMessage mend = LocalizedMessage.of(CertificateCheck.class, "certificate.mend");
                findings.add(end.isAfter(now) ? Finding.warn(what, mend) : Finding.fail(what, mend));
            }
        }
        if (findings.isEmpty()) {
            findings.add(Finding.ok(LocalizedMessage.of(CertificateCheck.class, "certificates.last")));
        }
        return findings;
    }
}
