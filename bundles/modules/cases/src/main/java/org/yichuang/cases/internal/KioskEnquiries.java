package org.yichuang.cases.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseRequests.Applicant;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.api.ProgressView;
import org.yichuang.cases.internal.domain.Applicants;
import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.tenancy.api.SettingDefinition;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/**
 * The progress of a case at a terminal in the hall, without an account: by its number and its query code, or by the
 * last digits of the applicant's identity number or telephone where the centre's policy says so. Of these there are
 * few, so that each case takes but a few wrong ones a day, wherever they come from; its query code opens it all the
 * same.
 */
public class KioskEnquiries {
    /** Which digits open it. */
    public static final SettingDefinition BY =
            SettingDefinition.choice("policy.cases.kiosk.by", "none", "none", "identity", "phone", "both");

    /** How many of them. */
    public static final SettingDefinition DIGITS = SettingDefinition.number("policy.cases.kiosk.digits", 6, 4, 6);

    private static final Duration DAY = Duration.ofDays(1);
    private static final int MOST_OF_CASE = 5;
    private static final Duration HOUR = Duration.ofHours(1);
    /** More than a terminal of a busy hall sees mistyped, far less than trying one case after the other takes. */
    private static final int MOST_OF_ORIGIN = 50;
    /** A whole number of a document or a telephone, as a reader of cards types it, is longer than a query code. */
    private static final int WHOLE = 11;

    private static final String ANYWHERE = "kiosk";

    private final Transactions transactions;
    private final CaseLedger desk;
    private final CaseService cases;
    private final Tenants tenants;
    private final QueryCodeThrottle guesses = new QueryCodeThrottle(DAY, MOST_OF_CASE, Integer.MAX_VALUE);
    private final QueryCodeThrottle terminals = new QueryCodeThrottle(HOUR, MOST_OF_ORIGIN, MOST_OF_ORIGIN);

    /** @param cases what tells the progress to whoever has the query code */
    public KioskEnquiries(Transactions transactions, CaseLedger desk, CaseService cases, Tenants tenants) {
        this.transactions = transactions;
        this.desk = desk;
        this.cases = cases;
        this.tenants = tenants;
    }

    /** How many digits are asked for beside the query code; none where only that opens a case. */
    public Optional<Integer> digits(CallContext context) {
        Tenant here = tenants.get(context.tenant());
        return by(here).equals("none") ? Optional.empty() : Optional.of(most(here));
    }

    /**
     * Tells the progress.
     *
     * @param secret the query code, or the digits; a whole number, as a card is read, has to be the applicant's
     * @param origin where the question comes from
     * @throws ProblemException {@link CaseError#PROGRESS_UNKNOWN} for whatever does not fit, {@code too-many-requests}
     */
    public ProgressView ask(String number, String secret, String origin, CallContext context) {
        String given = Applicants.plainNumber(secret).replace("-", "").toUpperCase(Locale.ROOT);
        Optional<Integer> digits = digits(context);
        boolean isCode = digits.filter(most -> given.length() == most || given.length() >= WHOLE)
                .isEmpty();
        if (isCode) {
            return cases.progress(number, secret, origin, context);
        }
        guesses.check(context.tenant(), number, ANYWHERE, context.at());
        terminals.check(context.tenant(), number, origin, context.at());
        CaseFile file =
                transactions.read(context, unit -> desk.cases(unit).find(number).orElse(null));
        if (!isOwn(file, given, context)) {
            guesses.wrong(context.tenant(), number, ANYWHERE, context.at());
            terminals.wrong(context.tenant(), number, origin, context.at());
            throw new ProblemException(
                    CaseError.PROGRESS_UNKNOWN, LocalizedMessage.of(KioskEnquiries.class, "kiosk.number-or-digits"));
        }
        return cases.progress(number, file.queryCode(), origin, context);
    }

    /** Compared also when there is no such case, so that time does not tell which of the two was wrong. */
    private boolean isOwn(CaseFile file, String given, CallContext context) {
        Tenant here = tenants.get(context.tenant());
        boolean isHere = file != null && !file.queryCode().isEmpty();
        Applicant applicant = isHere ? file.submission().applicant() : null;
        boolean isPerson = isHere && Applicants.isPerson(applicant);
        // everybody knows the number of an enterprise
        String identity = isPerson && Set.of("identity", "both").contains(by(here)) ? applicant.idNumber() : "";
        String phone = isHere && Set.of("phone", "both").contains(by(here)) ? applicant.phone() : "";
        return fits(identity, given) | fits(phone, given);
    }

    private static boolean fits(String whole, String given) {
        String known = whole == null ? "" : whole.replace("-", "").toUpperCase(Locale.ROOT);
        String asked = given.length() < WHOLE && known.length() >= given.length()
                ? known.substring(known.length() - given.length())
                : known;
        return !known.isEmpty()
                & MessageDigest.isEqual(asked.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private static String by(Tenant here) {
        return here.policy(BY.key(), BY.usual());
    }

    private static int most(Tenant here) {
        return Integer.parseInt(here.policy(DIGITS.key(), DIGITS.usual()));
    }
}
