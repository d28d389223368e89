package org.yichuang.catalogue.internal.rest;

import org.yichuang.catalogue.api.Certificate;
import org.yichuang.catalogue.internal.domain.Problems;

/**
 * What a grant leads to, as an editor sends and reads it.
 *
 * @param kind a kind of art. 39, {@code NONE} when absent
 * @param validityMonths for how many months it holds; absent for without end
 * @param renewalDays how many days before its end its renewal is asked for; those of the law when absent
 * @param quota how many may hold at a time; absent for any number
 * @param safety whether it is about the safety of the public or of persons; absent means no
 */
public record CertificateBody(String kind, Integer validityMonths, Integer renewalDays, Integer quota, Boolean safety) {
    static CertificateBody of(Certificate certificate) {
        return certificate.equals(Certificate.NONE)
                ? null
                : new CertificateBody(
                        certificate.kind().name(),
                        certificate.validityMonths(),
                        certificate.renewalDays(),
                        certificate.quota(),
                        certificate.safety());
    }

    static Certificate certificate(CertificateBody given, Problems problems) {
        if (given == null) {
            return Certificate.NONE;
        }
        return new Certificate(
                Parts.text(given.kind).isEmpty()
                        ? Certificate.Kind.NONE
                        : Parts.named(
                                "certificate.kind", "certificate-kind", Certificate.Kind.class, given.kind, problems),
                given.validityMonths,
                given.renewalDays == null ? Certificate.RENEWAL_DAYS : given.renewalDays,
                given.quota,
                Boolean.TRUE.equals(given.safety));
    }
}
