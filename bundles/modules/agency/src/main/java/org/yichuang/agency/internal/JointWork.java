package org.yichuang.agency.internal;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yichuang.agency.api.AgencyError;
import org.yichuang.agency.api.AgencyPermission;
import org.yichuang.agency.api.JointState;
import org.yichuang.agency.api.JointStep;
import org.yichuang.agency.internal.AgencyViews.NoteView;
import org.yichuang.agency.internal.JointCommands.Withdraw;
import org.yichuang.agency.internal.JointViews.ItemView;
import org.yichuang.agency.internal.JointViews.JointSummary;
import org.yichuang.agency.internal.JointViews.JointView;
import org.yichuang.agency.internal.document.JointDocument;
import org.yichuang.agency.internal.domain.AgencyPolicy;
import org.yichuang.agency.internal.domain.JointContent;
import org.yichuang.agency.internal.domain.JointRequest;
import org.yichuang.agency.internal.domain.Now;
import org.yichuang.agency.internal.persistence.JointRequestRows;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.documents.api.DocumentService;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.identifier.Masking;

/** Where every step of a request for joint handling ends: in its row, its entry, its event, its paper, its message. */
class JointWork {
    private final JointRequestRows rows;
    private final DocumentService documents;
    private final AgencyMessages messages;
    private final Clocked clocked;

    JointWork(JointRequestRows rows, DocumentService documents, AgencyMessages messages, Clocked clocked) {
        this.rows = rows;
        this.documents = documents;
        this.messages = messages;
        this.clocked = clocked;
    }

    JointRequestRows rows() {
        return rows;
    }

    String ask(JointContent asked, String account, UnitOfWork unit) {
        Now now = clocked.now(unit);
        String key = rows.seal()
                .idNumberKey(unit.context().tenant(), asked.applicant().idNumber());
        JointRequest made = JointRequest.asked(Ids.next(unit.context().at()), asked, account, key, now);
        keep(rows, made, JointStep.ASK, now, unit);
        return made.id();
    }

    /** The centre has consented: it says so in writing, and what it has said before holds no more. */
    void consent(JointRequest request, ItemVersion bundle, String words, UnitOfWork unit) {
        request.requirePossible(JointStep.CONSENT);
        Now now = clocked.now(unit);
        String document = documents
                .issue(JointDocument.consent(request, bundle.definition(), words, now.centre()), unit)
                .id();
        String lead = bundle.definition().department();
        revoke(request.consent(bundle.number(), lead, document, words, now), "joint.anew", unit);
        answered(request, JointStep.CONSENT, now, unit);
    }

    void decline(JointRequest request, String reason, UnitOfWork unit) {
        request.requirePossible(JointStep.DECLINE);
        Now now = clocked.now(unit);
        String document = documents
                .issue(JointDocument.refusal(request, reason, now.centre()), unit)
                .id();
        request.decline(document, reason, now);
        answered(request, JointStep.DECLINE, now, unit);
    }

    private void answered(JointRequest request, JointStep step, Now now, UnitOfWork unit) {
        keep(rows, request, step, now, unit);
        messages.sendJoint(request, step.label(), unit);
    }

    void withdraw(JointRequest request, String reason, UnitOfWork unit) {
        Now now = clocked.now(unit);
        revoke(request.withdraw(reason, now), "joint.withdrawn", unit);
        keep(rows, request, JointStep.WITHDRAW, now, unit);
    }

    /** What an account has asked for ends on paper that somebody has seen, and the account is told. */
    void withdrawAtWindow(JointRequest request, Withdraw given, UnitOfWork unit) {
        request.requirePossible(JointStep.WITHDRAW);
        if (!request.account().isEmpty() && given.paper().isEmpty()) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID, "paper", LocalizedMessage.of(JointWork.class, "joint.paper"));
        }
        LocalizedMessage words = given.paper().isEmpty()
                ? LocalizedMessage.verbatim(given.reason())
                : LocalizedMessage.of(JointWork.class, "joint.on-paper", given.reason(), given.paper());
        withdraw(request, words.zh(), unit);
        messages.sendWithdrawn(request, words, unit);
    }

    private void revoke(String document, String why, UnitOfWork unit) {
        if (!document.isEmpty()) {
            documents.revoke(document, LocalizedMessage.of(JointWork.class, why).zh(), unit);
        }
    }

    /** The day of the centre's answer has passed: whoever supervises hears of it. */
    void overdue(JointRequest request, UnitOfWork unit) {
        request.overdue();
        LocalDate today = unit.context().today();
        rows.keep(request, "overdue", details(request), "joint-overdue", request.changed(JointStep.ASK, today), unit);
    }

    /** @throws ProblemException {@code too-many-requests} where an account has asked for as much as it may at once */
    void requireRoom(String account, UnitOfWork unit) {
        int most = AgencyPolicy.mostWaiting(clocked.centre(unit.context().tenant()));
        if (rows.waiting(account, most, unit) >= most) {
            throw new ProblemException(
                    CommonError.TOO_MANY_REQUESTS, LocalizedMessage.of(JointWork.class, "joint.too-many", most));
        }
    }

    /** Keeps a step, in the transaction of the day. */
    static void keep(JointRequestRows rows, JointRequest request, JointStep step, Now now, UnitOfWork unit) {
        boolean isOver = request.state() != JointState.RECEIVED && request.state() != JointState.CONSENTED;
        String event = step == JointStep.ASK ? "joint-asked" : isOver ? "joint-closed" : "joint-moved";
        rows.keep(request, step.word(), details(request), event, request.changed(step, now.today()), unit);
    }

    private static Map<String, String> details(JointRequest request) {
        return Map.of(
                "state", request.state().name(),
                "items", String.join(" ", request.codes()),
                "lead", request.lead(),
                "case", request.caseNumber());
    }

    static JointSummary summary(JointRequest request, LocalDate today) {
        return new JointSummary(
                request.id(),
                request.state(),
                request.held().items().stream().map(JointContent.Item::name).toList(),
                request.receivedOn(),
                request.dueOn().orElse(null),
                request.isLate(today));
    }

    /** @param allowed what whoever looks may do at all */
    static JointView view(JointRequest request, boolean isWhole, Set<JointStep> allowed, LocalDate today) {
        return new JointView(
                summary(request, today),
                request.held().items().stream()
                        .map(item -> new ItemView(item.code(), item.name(), item.department()))
                        .toList(),
                RequestWork.applicant(request.held().applicant(), isWhole),
                isWhole ? request.held().reason() : Masking.text(request.held().reason()),
                request.lead(),
                request.state() == JointState.CONSENTED ? request.bundle() : "",
                request.caseNumber(),
                !request.account().isEmpty(),
                isWhole
                        ? NoteView.of(request.held().notes())
                        : NoteView.masked(request.held().notes(), request.account()),
                JointStep.of(request.state()).stream().filter(allowed::contains).toList(),
                request.steps());
    }

    /** What the staff may do at all. */
    static Set<JointStep> staffSteps(CallContext context) {
        boolean decides = context.actor().isPermitted(AgencyPermission.JOIN);
        boolean takesIn = context.actor().isPermitted(AgencyPermission.TAKE_IN);
        return Arrays.stream(JointStep.values())
                .filter(step -> switch (step) {
                    case CONSENT, DECLINE -> decides;
                    case WITHDRAW -> takesIn;
                    default -> false;
                })
                .collect(Collectors.toSet());
    }

    static void requireOwn(JointRequest request, Actor actor) {
        if (request.account().isEmpty() || !request.account().equals(actor.account())) {
            throw unknown();
        }
    }

    /** Whoever may not see a request is told no more than who asks for one that is not there. */
    static ProblemException unknown() {
        return ProblemException.of(AgencyError.JOINT_UNKNOWN);
    }
}
