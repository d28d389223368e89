package org.yichuang.windows.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.NeedsNoPermission;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.windows.api.WindowsError;
import org.yichuang.windows.internal.AssessmentCommands.AskOnline;
import org.yichuang.windows.internal.EnquiryViews.AskedView;
import org.yichuang.windows.internal.EnquiryViews.ProgressView;
import org.yichuang.windows.internal.domain.AssessmentPolicy;
import org.yichuang.windows.internal.domain.Enquiry;
import org.yichuang.windows.internal.persistence.EnquiryRows;

/** What people ask from home (网上咨询), with an account or without. */
public class OnlineEnquiries {
    private static final int CODE_CHARACTERS = 12;
    private static final int MOST_OWN = 50;

    private final Transactions transactions;
    private final EnquiryRows rows;
    private final AskerCodes codes;
    private final Clocked clocked;
    private final AskingThrottle throttle = new AskingThrottle();
    private final GuessThrottle guesses = new GuessThrottle();

    OnlineEnquiries(Transactions transactions, EnquiryRows rows, AskerCodes codes, Clocked clocked) {
        this.transactions = transactions;
        this.rows = rows;
        this.codes = codes;
        this.clocked = clocked;
    }

    /**
     * What is kept under the key of whoever asks.
     *
     * @param code which opens it, encrypted
     */
    record Kept(String number, String code, LocalDate due) {}

    /**
     * Somebody asks. Who has signed in is known by their account; of who has not, only what they say themselves is
     * kept, and a code opens the answer.
     *
     * @param origin where it comes from
     * @throws ProblemException {@code too-many-requests}
     */
    @NeedsNoPermission("whoever wants to know something asks")
    public AskedView ask(AskOnline command, String origin, CallContext context) {
        AskOnline given = FieldRules.require(command);
        Actor actor = context.actor();
        boolean isAnonymous = actor.equals(Actor.ANONYMOUS);
        if (!transactions.isAnswered(context)) {
            String from = isAnonymous ? "at " + origin : "of " + actor.account();
            int most = AssessmentPolicy.hourly(clocked.centre(context.tenant()));
            throttle.count(context.tenant() + " " + from, most, context.at());
        }
        Kept kept = transactions.write(context, Kept.class, unit -> {
            String id = Ids.next(context.at());
            String code = Ids.secret(CODE_CHARACTERS);
            String name = given.name() == null ? "" : given.name();
            Enquiry made = Enquiry.asked(
                    id,
                    isAnonymous ? name : actor.name(),
                    isAnonymous ? "" : actor.account(),
                    codes.digest(context.tenant(), id, code),
                    given.question(),
                    clocked.now(unit));
            rows.keep(made, "ask", Map.of(), "enquiry-opened", made.changed(), unit);
            return new Kept(id, codes.seal(context.tenant(), id, code), made.due());
        });
        return new AskedView(kept.number(), codes.open(context.tenant(), kept.number(), kept.code()), kept.due());
    }

    /**
     * Returns how it stands; a wrong number and a wrong code are the same.
     *
     * @param origin where it comes from
     * @throws ProblemException {@code enquiry-not-found}; {@code too-many-requests} after too many wrong ones
     */
    @NeedsNoPermission("the code opens it")
    public ProgressView progress(String number, String code, String origin, CallContext context) {
        guesses.check(context.tenant(), number, origin, context.at());
        String digest = codes.digest(context.tenant(), number, code);
        Optional<ProgressView> found = transactions.read(context, unit -> rows.find(number, unit)
                .filter(each -> each.keyDigest().filter(digest::equals).isPresent())
                .map(each -> shown(each, context)));
        if (found.isEmpty()) {
            guesses.wrong(context.tenant(), number, origin, context.at());
        }
        return found.orElseThrow(() -> ProblemException.of(WindowsError.ENQUIRY_NOT_FOUND));
    }

    /** Returns what the own account has asked, the newest first. */
    @NeedsNoPermission("everybody sees what they have asked themselves")
    public List<ProgressView> own(CallContext context) {
        if (context.actor().equals(Actor.ANONYMOUS)) {
            return List.of();
        }
        return transactions.read(context, unit -> rows.ofAccount(context.actor().account(), MOST_OWN, unit).stream()
                .map(each -> shown(each, context))
                .toList());
    }

    private static ProgressView shown(Enquiry of, CallContext context) {
        Enquiry.Answer answer = of.held().answer();
        return new ProgressView(
                of.id(),
                of.state(),
                of.day(),
                of.held().question(),
                answer == null ? "" : answer.words(),
                answer == null ? "" : answer.how(),
                of.due(),
                of.answeredOn().orElse(null),
                of.isInTime(context.today()).filter(inTime -> !inTime).isPresent());
    }
}
