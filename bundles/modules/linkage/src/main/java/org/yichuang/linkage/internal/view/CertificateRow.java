package org.yichuang.linkage.internal.view;

import java.time.Instant;
import org.yichuang.linkage.internal.TransportCertificates;
import org.yichuang.linkage.internal.TransportCertificates.Certificate;
import org.yichuang.pages.api.Tone;

/**
 * A certificate as people see it.
 *
 * @param certificate the certificate
 * @param state the word for where it stands
 * @param tone how that is meant
 */
public record CertificateRow(Certificate certificate, String state, Tone tone) {
    /** How it stands at a moment. */
    public static CertificateRow of(Certificate certificate, Instant now) {
        if (!certificate.end().isAfter(now)) {
            return new CertificateRow(certificate, "centres.ended", Tone.WRONG);
        }
        boolean isSoon = certificate.end().isBefore(now.plus(TransportCertificates.AHEAD));
        return new CertificateRow(
                certificate, isSoon ? "centres.ends-soon" : "centres.in-force", isSoon ? Tone.CARE : Tone.DONE);
    }
}
