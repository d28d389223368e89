package org.yichuang.cases.internal.document;

import static org.yichuang.cases.internal.document.DocumentWords.words;

import java.util.Optional;
import java.util.regex.Pattern;
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

    /**
     * Administrative Reconsideration Law art. 27: customs, finance and foreign exchange, taxes and state security. What
     * a province or city supervises of finance itself is an office of its own government.
     */
    private static final Pattern LED_FROM_ABOVE =
            Pattern.compile("税务(局|所|分局)|海关$|外汇管理|国家安全(局|厅|分局)|国家金融监督管理|金融监管(分?局|支局)|中国人民银行|证券监督管理委员会|证监局|银保监");

    private static final Pattern LOCAL_FINANCE = Pattern.compile("地方金融");

    /** Whether a name is that of a people's government, whose acts are not reconsidered by itself. */
    static boolean isGovernment(String name) {
        return name.endsWith(GOVERNMENT);
    }

    /** Whether a body answers to the next of its own kind above, and not to the government where it is. */
    static boolean isLedFromAbove(String name) {
        return LED_FROM_ABOVE.matcher(name).find()
                && !LOCAL_FINANCE.matcher(name).find();
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
