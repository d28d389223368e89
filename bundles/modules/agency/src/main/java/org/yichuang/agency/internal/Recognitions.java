package org.yichuang.agency.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yichuang.agency.api.AgencyError;
import org.yichuang.agency.api.AgencyPermission;
import org.yichuang.agency.internal.AgencyCommands.Agree;
import org.yichuang.agency.internal.AgencyCommands.Present;
import org.yichuang.agency.internal.AgencyCommands.Reason;
import org.yichuang.agency.internal.AgencyViews.AgreementView;
import org.yichuang.agency.internal.AgencyViews.RecognitionView;
import org.yichuang.agency.internal.domain.Agreement;
import org.yichuang.agency.internal.domain.Recognition;
import org.yichuang.agency.internal.persistence.AgreementRows;
import org.yichuang.agency.internal.persistence.RecognitionRows;
import org.yichuang.cases.api.CaseRecord;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.Cases;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/** Agreements with bodies whose signed reviews are recognised, and what is recognised under them. */
public class Recognitions {
    private static final Set<CaseState> OPEN = Set.of(CaseState.RECEIVED, CaseState.CORRECTING, CaseState.ACCEPTED);

    private final Transactions transactions;
    private final AgreementRows agreements;
    private final RecognitionRows rows;
    private final Cases cases;
    private final Tenants tenants;

    Recognitions(
            Transactions transactions, AgreementRows agreements, RecognitionRows rows, Cases cases, Tenants tenants) {
        this.transactions = transactions;
        this.agreements = agreements;
        this.rows = rows;
        this.cases = cases;
        this.tenants = tenants;
    }

    /**
     * Enters an agreement.
     *
     * @throws ProblemException {@code fields-invalid}
     */
    @RequiresPermission(AgencyPermission.AGREE)
    public AgreementView agree(Agree command, CallContext context) {
        context.require(AgencyPermission.AGREE);
        Agree given = FieldRules.require(command);
        if (given.validUntil().isBefore(given.validFrom())) {
            throw invalid("validUntil", "agreement.until");
        }
        List<String> items = given.items().stream()
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .distinct()
                .toList();
        if (items.isEmpty()) {
            throw invalid("items", "agreement.items");
        }
        Agreement.Terms terms = new Agreement.Terms(
                given.number(),
                given.body(),
                localCode(given.zone()),
                given.scope(),
                items,
                given.signedBy(),
                given.validFrom(),
                given.validUntil());
        Written done = transactions.write(context, Written.class, unit -> {
            Agreement made = Agreement.made(Ids.next(context.at()), terms);
            agreements.keep(made, "agree", Map.of("number", made.number()), "agreement-made", made.changed(), unit);
            return new Written(made.id());
        });
        return load(done.id(), context.withoutKey());
    }

    /** A functional zone is named by its own code; another body by none. */
    private String localCode(String zone) {
        return zone.isBlank()
                ? ""
                : tenants.all().stream()
                        .filter(each -> each.id().value().equals(zone.strip()))
                        .filter(Tenant::isFunctionalZone)
                        .findFirst()
                        .map(Tenant::localCode)
                        .orElseThrow(() -> invalid("zone", "agreement.zone"));
    }

    /**
     * Ends one before its day.
     *
     * @throws ProblemException {@code agreement-unknown}, {@code agreement-over}
     */
    @RequiresPermission(AgencyPermission.AGREE)
    public AgreementView end(String id, Reason command, CallContext context) {
        context.require(AgencyPermission.AGREE);
        Reason given = FieldRules.require(command);
        transactions.write(context, Written.class, unit -> {
            Agreement agreement = held(id, unit);
            agreement.end(context.today());
            Map<String, String> details = Map.of("reason", given.reason());
            agreements.keep(agreement, "end", details, "agreement-ended", agreement.changed(), unit);
            return new Written(id);
        });
        return load(id, context.withoutKey());
    }

    /**
     * Takes a signed review that is presented with a case: within scope and validity it stands in place of the organ's
     * own examination, and the result may go out the same day. Whoever presents it says that they have seen it.
     *
     * @throws ProblemException {@code agreement-unknown}, {@code agreement-over}; {@code out-of-scope} with the
     *     agreement's sentence; {@code case-not-open}, {@code recognised-before}, {@code fields-invalid}
     */
    @RequiresPermission(AgencyPermission.TAKE_IN)
    public RecognitionView present(String id, Present command, CallContext context) {
        context.require(AgencyPermission.TAKE_IN);
        Present given = FieldRules.require(command);
        if (given.signedOn().isAfter(context.today())) {
            throw invalid("signedOn", "recognition.signed-on");
        }
        if (!given.seen()) {
            throw invalid("seen", "recognition.seen");
        }
        transactions.write(context, Written.class, unit -> {
            Agreement agreement = held(id, unit);
            CaseRecord file = cases.find(given.caseNumber(), unit)
                    .filter(found -> found.decision() == null && OPEN.contains(found.state()))
                    .filter(found -> context.actor().worksFor(found.department()))
                    .orElseThrow(() -> ProblemException.of(AgencyError.CASE_NOT_OPEN));
            Recognition.Presented presented = new Recognition.Presented(
                    file.item(),
                    file.itemName(),
                    given.document(),
                    given.signer(),
                    given.signedOn(),
                    context.actor().account());
            Optional<Recognition> before = rows.held(file.number(), unit);
            before.ifPresent(found -> found.presentedAgain(agreement, presented, context));
            Recognition made =
                    before.orElseGet(() -> Recognition.presented(file.number(), agreement, presented, context));
            Map<String, String> details = Map.of("agreement", agreement.number(), "document", given.document());
            rows.keep(made, "present", details, "recognised", made.changed(), unit);
            return new Written(file.number());
        });
        return transactions.read(
                context.withoutKey(),
                unit -> view(rows.find(given.caseNumber(), unit).orElseThrow()));
    }

    /**
     * Takes back a review that was presented by mistake, as long as the case is not decided: the organ's own
     * examination is needed again.
     *
     * @throws ProblemException {@code agreement-unknown}, {@code case-not-open}
     */
    @RequiresPermission(AgencyPermission.TAKE_IN)
    public RecognitionView takeBack(String id, String caseNumber, Reason command, CallContext context) {
        context.require(AgencyPermission.TAKE_IN);
        Reason given = FieldRules.require(command);
        transactions.write(context, Written.class, unit -> {
            agreements.find(id, unit).orElseThrow(Recognitions::unknown);
            Recognition found = rows.held(caseNumber, unit)
                    .filter(Recognition::stands)
                    .filter(each -> each.agreement().equals(id))
                    .filter(each -> cases.find(caseNumber, unit)
                            .filter(file -> file.decision() == null)
                            .filter(file -> context.actor().worksFor(file.department()))
                            .isPresent())
                    .orElseThrow(() -> ProblemException.of(AgencyError.CASE_NOT_OPEN));
            found.takenBack(context.today());
            rows.keep(
                    found,
                    "take-back",
                    Map.of("reason", given.reason()),
                    "recognition-taken-back",
                    found.changed(),
                    unit);
            return new Written(caseNumber);
        });
        return transactions.read(
                context.withoutKey(), unit -> view(rows.find(caseNumber, unit).orElseThrow()));
    }

    /** Returns the review that stands for the examination in a case, if there is one; nothing of whom it names. */
    @RequiresPermission(AgencyPermission.VIEW)
    public Optional<RecognitionView> ofCase(String number, CallContext context) {
        context.require(AgencyPermission.VIEW);
        return transactions
                .read(context, unit -> rows.find(number, unit))
                .filter(Recognition::stands)
                .map(Recognitions::view);
    }

    private Agreement held(String id, UnitOfWork unit) {
        Agreement agreement = agreements.held(id, unit).orElseThrow(Recognitions::unknown);
        unit.context().requireVersion(agreement.steps());
        return agreement;
    }

    /** Returns the agreements, the newest first. */
    @RequiresPermission(AgencyPermission.VIEW)
    public Page<AgreementView> list(PageRequest page, CallContext context) {
        context.require(AgencyPermission.VIEW);
        List<Agreement> found =
                transactions.read(context, unit -> agreements.all(page.cursor(), page.limit() + 1, unit));
        return Page.of(found, page.limit(), Agreement::id).map(agreement -> view(agreement, context));
    }

    /**
     * Returns one.
     *
     * @throws ProblemException {@code agreement-unknown}
     */
    @RequiresPermission(AgencyPermission.VIEW)
    public AgreementView find(String id, CallContext context) {
        context.require(AgencyPermission.VIEW);
        return load(id, context);
    }

    private AgreementView load(String id, CallContext context) {
        return transactions.read(
                context, unit -> view(agreements.find(id, unit).orElseThrow(Recognitions::unknown), context));
    }

    /**
     * Returns what is recognised under one, the newest cases first.
     *
     * @throws ProblemException {@code agreement-unknown}
     */
    @RequiresPermission(AgencyPermission.VIEW)
    public Page<RecognitionView> under(String id, PageRequest page, CallContext context) {
        context.require(AgencyPermission.VIEW);
        List<Recognition> found = transactions.read(context, unit -> {
            agreements.find(id, unit).orElseThrow(Recognitions::unknown);
            return rows.under(id, page.cursor(), page.limit() + 1, unit);
        });
        return Page.of(found, page.limit(), Recognition::id).map(Recognitions::view);
    }

    private static AgreementView view(Agreement of, CallContext context) {
        return new AgreementView(
                of.id(),
                of.number(),
                of.body(),
                of.localCode(),
                of.scope(),
                of.items(),
                of.signedBy(),
                of.validFrom(),
                of.validUntil(),
                of.endedOn().orElse(null),
                of.holds(context.today()),
                of.steps());
    }

    private static RecognitionView view(Recognition of) {
        return new RecognitionView(
                of.id(),
                of.itemName(),
                of.body(),
                of.document(),
                of.signer(),
                of.signedOn(),
                of.presentedOn(),
                of.issuedOn().orElse(null),
                of.isSameDay(),
                of.takenBackOn().orElse(null),
                of.agreement());
    }

    private static ProblemException unknown() {
        return ProblemException.of(AgencyError.AGREEMENT_UNKNOWN);
    }

    private static ProblemException invalid(String field, String key) {
        return ProblemException.field(CommonError.FIELDS_INVALID, field, LocalizedMessage.of(Recognitions.class, key));
    }
}
