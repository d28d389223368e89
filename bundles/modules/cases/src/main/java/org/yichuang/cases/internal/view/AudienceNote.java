package org.yichuang.cases.internal.view;

import java.util.Arrays;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.pages.api.Ui;

/**
 * Whom an item is for, in the words of its catalogue, against whoever applies. Words are no proof: staff are told when
 * they speak of the others alone, and nobody is refused for it.
 */
public final class AudienceNote {
    private static final String PERSON = "person";

    private AudienceNote() {}

    /**
     * What staff are told; empty when all is well or nothing is said.
     *
     * @param audience whom the item is for
     * @param kind the kind of the applicant
     */
    public static String of(String audience, String kind, Ui ui) {
        boolean isOfPersons = speaksOf("audience.persons", audience);
        boolean isOfOthers = speaksOf("audience.others", audience);
        boolean isMeant = kind.equals(PERSON) ? isOfPersons : isOfOthers;
        return isMeant || !isOfPersons && !isOfOthers
                ? ""
                : ui.localize(LocalizedMessage.of(AudienceNote.class, "audience.unusual." + kind, audience));
    }

    private static boolean speaksOf(String words, String audience) {
        String[] all = LocalizedMessage.of(AudienceNote.class, words).zh().split("\\|");
        return Arrays.stream(all).anyMatch(audience::contains);
    }
}
