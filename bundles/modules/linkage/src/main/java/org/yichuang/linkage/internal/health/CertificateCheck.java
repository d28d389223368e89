package org.yichuang.linkage.internal.health;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.linkage.internal.TransportCertificates;
import org.yichuang.linkage.internal.TransportCertificates.Certificate;
import org.yichuang.shell.api.Finding;
import org.yichuang.shell.api.ModuleCheck;

/** Do the certificates of the ways to other deployments last? */
class CertificateCheck extends ModuleCheck {
    private final Supplier<List<Certificate>> certificates;
    private final Clock machineClock;

    CertificateCheck(Supplier<List<Certificate>> certificates, Clock machineClock) {
        super("certificates", DOCTOR);
        this.certificates = certificates;
        this.machineClock = machineClock;
    }

    @Override
    protected List<Finding> look() {
        Instant now = machineClock.instant();
        List<Finding> findings = new ArrayList<>();
        for (Certificate certificate : certificates.get()) {
            String name = certificate.name();
            Instant end = certificate.end();
            if (end.isBefore(now.plus(TransportCertificates.AHEAD))) {
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
