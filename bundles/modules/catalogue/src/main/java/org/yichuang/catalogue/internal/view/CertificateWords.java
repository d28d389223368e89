package org.yichuang.catalogue.internal.view;

import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yichuang.catalogue.api.Certificate;

/** What a grant leads to, in words. */
public final class CertificateWords {
    private CertificateWords() {}

    /**
     * Says it in a line; empty where the decision itself is the result and nothing else is said.
     *
     * @param words the words of a key of the texts
     */
    public static String of(Certificate certificate, UnaryOperator<String> words) {
        if (certificate.equals(Certificate.NONE)) {
            return "";
        }
        return Stream.of(
                        words.apply("certificate.kind." + certificate.kind()),
                        certificate.validityMonths() == null
                                ? words.apply("certificate.no-end")
                                : words.apply("certificate.months") + certificate.validityMonths(),
                        certificate.validityMonths() == null
                                ? ""
                                : words.apply("certificate.renewal") + certificate.renewalDays(),
                        certificate.quota() == null ? "" : words.apply("certificate.quota") + certificate.quota(),
                        certificate.safety() ? words.apply("certificate.safety") : "")
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(words.apply("list.comma")));
    }
}
