package org.yichuang.cases.internal.document;

import static org.yichuang.cases.internal.document.DocumentWords.words;

import java.util.Optional;
import org.yichuang.cases.internal.domain.LawEdition;
import org.yichuang.documents.api.DocumentService;
import org.yichuang.tenancy.api.Tenant;

/**
 * The body that signs a document of a case, and who reconsiders what it does (R1-39).
 *
 * @param name its name
 * @param reconsideredAt the centre whose settings name the body that reconsiders; empty where it is not known here
 * @param usual the words' key of that body where no setting names it
 */
public record SigningOrgan(String name, Optional<Tenant> reconsideredAt, String usual) {
    /** What the name of every people's government ends with. */
    private static final String GOVERNMENT = words("government");

    /** Whether a name is that of a people's government, whose acts are not reconsidered by itself. */
    static boolean isGovernment(String name) {
        return name.endsWith(GOVERNMENT);
    }

    /** Whether a document bears a number of this body's own: a government's decision is none of the centre's. */
    public boolean numbersItself(CaseDocumentTemplate template) {
        return template.isDecision() && isGovernment(name) && name.length() <= DocumentService.LONGEST_BODY;
    }

    /** The division that a government governs, by the government's name. */
    static String division(String government) {
        return government.substring(0, government.length() - GOVERNMENT.length());
    }

    /**
     * How its decisions are disputed.
     *
     * @param law what it says on the day of the decision
     * @param isFirst whether no court takes the matter before it has been reconsidered (R1-41)
     */
    public String remedies(LawEdition law, boolean isFirst) {
        return Remedies.text(this, words("act.decision"), law, isFirst, null);
    }

    /** The body to which applications for reconsideration go. */
    String reconsideredBy() {
        String body = policy(Remedies.BODY);
        return body.isEmpty() ? words(usual) : body;
    }

    /** A setting of the centre at whose level acts are reconsidered; empty when it has none. */
    String policy(String key) {
        return reconsideredAt.map(centre -> centre.policy(key, "")).orElse("");
    }
}
