package org.yichuang.cases.internal.domain;

import java.time.Instant;
import java.util.regex.Pattern;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.kernel.api.TextRules;

/**
 * The document that tells a decision, as the deciding centre has issued it; the centres below know it by its letter and
 * never issue it again.
 *
 * @param centre the centre that has issued it
 * @param caseNumber the case there
 * @param id its id there
 * @param number its number
 * @param title its title
 * @param code by which it is verified there
 * @param verification where; empty when that centre does not say under which address it is reached
 * @param issuedAt when
 */
public record DecisionDocument(
        String centre,
        String caseNumber,
        String id,
        String number,
        String title,
        String code,
        String verification,
        Instant issuedAt) {
    private static final int LONGEST_NUMBER = 200;
    /** A title of a centre's own, filled in. */
    private static final int LONGEST_TITLE = 400;

    private static final Pattern ID = Pattern.compile("[0-9A-Za-z-]{1,40}");
    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{16}");
    private static final Pattern ADDRESS =
            Pattern.compile("https?://[A-Za-z0-9.:-]{1,200}(/[A-Za-z0-9._/-]{0,100}[A-Za-z0-9])?");

    public DecisionDocument {
        verification = verification == null ? "" : verification; // a letter leaves out what is empty
    }

    /** Whether it can be what a centre has issued: a letter says of it what it likes, and people are shown it. */
    boolean isWellFormed() {
        return TenantId.isWellFormed(centre)
                && CaseNumbers.isWellFormed(caseNumber)
                && id != null
                && ID.matcher(id).matches()
                && isOneLine(number, LONGEST_NUMBER)
                && isOneLine(title, LONGEST_TITLE)
                && code != null
                && CODE.matcher(code).matches()
                && issuedAt != null
                && isVerifiedThere();
    }

    private static boolean isOneLine(String text, int longest) {
        return text != null
                && text.length() <= longest
                && !TextRules.isBlank(text)
                && text.indexOf('\n') < 0
                && text.equals(TextRules.cleaned(text))
                && !text.contains("://");
    }

    /** The address is the one that its centre's documents print, or none. */
    private boolean isVerifiedThere() {
        String place = "/" + centre + "/verify/" + code;
        return verification.isEmpty()
                || verification.endsWith(place)
                        && ADDRESS.matcher(verification.substring(0, verification.length() - place.length()))
                                .matches();
    }
}
