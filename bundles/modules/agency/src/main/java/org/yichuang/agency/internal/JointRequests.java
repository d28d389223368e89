package org.yichuang.agency.internal;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.yichuang.agency.api.AgencyPermission;
import org.yichuang.agency.api.JointState;
import org.yichuang.agency.api.JointStep;
import org.yichuang.agency.internal.AgencyCommands.Reason;
import org.yichuang.agency.internal.AgencyCommands.Words;
import org.yichuang.agency.internal.JointCommands.Ask;
import org.yichuang.agency.internal.JointCommands.Consent;
import org.yichuang.agency.internal.JointCommands.Withdraw;
import org.yichuang.agency.internal.JointViews.JointSummary;
import org.yichuang.agency.internal.JointViews.JointView;
import org.yichuang.agency.internal.domain.JointContent;
import org.yichuang.agency.internal.domain.JointRequest;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.identity.api.Unmasking;
import org.yichuang.identity.api.Unmasking.UnmaskingRequest;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;

/** Requests that items be handled jointly (联办申请, M-CAS-3): one method is one transaction. */
public class JointRequests {
    private static final int MOST_OWN = 100;

    private final Transactions transactions;
    private final JointWork work;
    private final JointBundles bundles;
    private final Unmasking unmasking;

    JointRequests(Transactions transactions, JointWork work, JointBundles bundles, Unmasking unmasking) {
        this.transactions = transactions;
        this.work = work;
        this.bundles = bundles;
        this.unmasking = unmasking;
    }

    /**
     * Asks for joint handling on one's own behalf.
     *
     * @throws ProblemException {@code fields-invalid}; {@code too-many-requests} where as many wait for an answer as
     *     one account may have; {@code joint-bundled}; {@code bundle-invalid} and {@code bundle-member-elsewhere} with
     *     the items that cannot be handled jointly
     */
    @RequiresPermission(AgencyPermission.REQUEST)
    public JointView ask(Ask command, CallContext context) {
        context.require(AgencyPermission.REQUEST);
        return findOwn(asked(command, context.actor().account(), context), context.withoutKey());
    }

    /**
     * Takes in at the window what somebody asks for.
     *
     * @throws ProblemException as above
     */
    @RequiresPermission(AgencyPermission.TAKE_IN)
    public JointView takeIn(Ask command, CallContext context) {
        context.require(AgencyPermission.TAKE_IN);
        return view(asked(command, "", context), context);
    }

    private String asked(Ask command, String account, CallContext context) {
        Ask given = FieldRules.require(command);
        Supplier<JointContent> content = later(() -> {
            requireRoom(account, context);
            return new JointContent(
                    LodgeRules.applicant(given.applicant(), context),
                    bundles.requireJoinable(given.items(), context),
                    given.reason(),
                    List.of());
        });
        return transactions
                .write(context, Written.class, unit -> new Written(work.ask(content.get(), account, unit)))
                .id();
    }

    /** Before anything is put together: nobody keeps the centre busy with more than it is to answer at once. */
    private void requireRoom(String account, CallContext context) {
        if (!account.isEmpty()) {
            transactions.read(context.withoutKey(), unit -> {
                work.requireRoom(account, unit);
                return true;
            });
        }
    }

    /** Does it now, and refuses when asked: inside the transaction a repeated command has found its answer. */
    private static <T> Supplier<T> later(Supplier<T> made) {
        try {
            T result = made.get();
            return () -> result;
        } catch (ProblemException refusal) {
            return () -> {
                throw refusal;
            };
        }
    }

    /**
     * Consents, in writing: what is handled jointly is put together of the items as they are offered now, and again
     * where they have changed since the centre has consented before.
     *
     * @throws ProblemException {@code joint-unknown}, {@code joint-state}; {@code bundle-invalid}, {@code
     *     bundle-member-elsewhere}, {@code department-unknown} where it cannot be put together
     */
    @RequiresPermission(AgencyPermission.JOIN)
    public JointView consent(String id, Consent command, CallContext context) {
        context.require(AgencyPermission.JOIN);
        Consent given = FieldRules.require(command);
        JointRequest asked = transactions.read(context.withoutKey(), unit -> load(id, unit));
        Supplier<ItemDefinition> bundle = later(() -> bundles.compose(asked, given, context));
        return decided(id, context, (request, unit) -> {
            request.requirePossible(JointStep.CONSENT);
            work.consent(request, bundles.keep(bundle.get(), unit), given.words(), unit);
        });
    }

    /**
     * Declines, in writing.
     *
     * @throws ProblemException {@code joint-unknown}, {@code joint-state}
     */
    @RequiresPermission(AgencyPermission.JOIN)
    public JointView decline(String id, Words command, CallContext context) {
        context.require(AgencyPermission.JOIN);
        Words given = FieldRules.require(command);
        return decided(id, context, (request, unit) -> work.decline(request, given.words(), unit));
    }

    private JointView decided(String id, CallContext context, BiConsumer<JointRequest, UnitOfWork> done) {
        transactions.write(context, Written.class, unit -> {
            done.accept(held(id, unit), unit);
            return new Written(id);
        });
        return view(id, context);
    }

    /**
     * Withdraws one's own request, as long as nothing was handed in on it.
     *
     * @throws ProblemException {@code joint-unknown}, {@code joint-state}
     */
    @RequiresPermission(AgencyPermission.REQUEST)
    public JointView withdraw(String id, Reason command, CallContext context) {
        context.require(AgencyPermission.REQUEST);
        Reason given = FieldRules.require(command);
        transactions.write(context, Written.class, unit -> {
            JointRequest request = held(id, unit);
            JointWork.requireOwn(request, context.actor());
            work.withdraw(request, given.reason(), unit);
            return new Written(id);
        });
        return findOwn(id, context.withoutKey());
    }

    /**
     * Withdraws at the window what the applicant wants no more. What an account has asked for ends on paper only, and
     * the account is told.
     *
     * @throws ProblemException {@code joint-unknown}, {@code joint-state}, {@code fields-invalid}
     */
    @RequiresPermission(AgencyPermission.TAKE_IN)
    public JointView withdrawAtWindow(String id, Withdraw command, CallContext context) {
        context.require(AgencyPermission.TAKE_IN);
        Withdraw given = FieldRules.require(command);
        return decided(id, context, (request, unit) -> work.withdrawAtWindow(request, given, unit));
    }

    private JointRequest held(String id, UnitOfWork unit) {
        JointRequest request = work.rows().held(id, unit).orElseThrow(JointWork::unknown);
        unit.context().requireVersion(request.steps());
        return request;
    }

    private JointRequest load(String id, UnitOfWork unit) {
        return work.rows().find(id, unit).orElseThrow(JointWork::unknown);
    }

    /** Returns the requests of the centre, the newest first; {@code state} may be null. */
    @RequiresPermission(AgencyPermission.VIEW)
    public Page<JointSummary> list(JointState state, PageRequest page, CallContext context) {
        context.require(AgencyPermission.VIEW);
        List<JointRequest> found =
                transactions.read(context, unit -> work.rows().all(state, page.cursor(), page.limit() + 1, unit));
        return Page.of(found, page.limit(), JointRequest::id)
                .map(request -> JointWork.summary(request, context.today()));
    }

    /** Returns one's own requests, the newest first, at most a hundred. */
    @RequiresPermission(AgencyPermission.REQUEST)
    public List<JointSummary> own(CallContext context) {
        context.require(AgencyPermission.REQUEST);
        return transactions.read(
                context, unit -> work.rows().ofAccount(context.actor().account(), MOST_OWN, unit).stream()
                        .map(request -> JointWork.summary(request, context.today()))
                        .toList());
    }

    /**
     * Returns one.
     *
     * @throws ProblemException {@code joint-unknown}
     */
    @RequiresPermission(AgencyPermission.VIEW)
    public JointView find(String id, CallContext context) {
        context.require(AgencyPermission.VIEW);
        return view(id, context);
    }

    /** What is shown after a step; the step has asked for its own permission. */
    private JointView view(String id, CallContext context) {
        return transactions.read(
                context.withoutKey(),
                unit -> JointWork.view(load(id, unit), false, JointWork.staffSteps(context), context.today()));
    }

    /**
     * Returns one of one's own, whole.
     *
     * @throws ProblemException {@code joint-unknown}
     */
    @RequiresPermission(AgencyPermission.REQUEST)
    public JointView findOwn(String id, CallContext context) {
        context.require(AgencyPermission.REQUEST);
        return transactions.read(context, unit -> {
            JointRequest request = load(id, unit);
            JointWork.requireOwn(request, context.actor());
            return JointWork.view(request, true, Set.of(JointStep.WITHDRAW), context.today());
        });
    }

    /**
     * Returns one with number and telephone whole, after it has been journaled who asks for it and why.
     *
     * @throws ProblemException {@code joint-unknown}, {@code fields-invalid}
     */
    @RequiresPermission(AgencyPermission.UNMASK)
    public JointView unmask(String id, Reason command, CallContext context) {
        context.require(AgencyPermission.UNMASK);
        context.require(AgencyPermission.VIEW);
        JointView whole = transactions.read(
                context.withoutKey(), unit -> JointWork.view(load(id, unit), true, Set.of(), context.today()));
        unmasking.authorize(
                new UnmaskingRequest(
                        AgencyPermission.UNMASK,
                        work.rows().type(),
                        id,
                        Set.of("applicant.name", "applicant.idNumber", "applicant.phone"),
                        command.reason()),
                context);
        return whole;
    }
}
