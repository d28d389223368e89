package org.yichuang.cases.internal;

import org.yichuang.cases.internal.domain.LinkedCaseMessage.Type;
import org.yichuang.kernel.api.LocalizedMessage;

/** What letters between centres are called. */
final class LetterLabels {
    private LetterLabels() {}

    /** What a letter of a type is called; one that is not known here yet, by its word. */
    static LocalizedMessage of(String type) {
        return Type.parse(type)
                .map(known -> LocalizedMessage.of(LetterLabels.class, "letter." + known.word()))
                .orElseGet(() -> LocalizedMessage.verbatim(type));
    }
}
