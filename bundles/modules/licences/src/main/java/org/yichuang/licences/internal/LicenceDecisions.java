package org.yichuang.licences.internal;

import java.util.Map;
import java.util.Optional;
import org.yichuang.cases.api.CaseResult;
import org.yichuang.cases.api.Cases;
import org.yichuang.documents.api.DocumentService;
import org.yichuang.documents.api.DocumentService.DocumentView;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.licences.api.LicenceError;
import org.yichuang.licences.api.LicenceEvent;
import org.yichuang.licences.api.LicencePermission;
import org.yichuang.licences.internal.document.LicenceDocumentTemplate;
import org.yichuang.licences.internal.domain.Ban;
import org.yichuang.licences.internal.domain.Licence;
import org.yichuang.licences.internal.domain.LicenceAct;
import org.yichuang.licences.internal.domain.Publicity;
import org.yichuang.licences.internal.domain.RevocationGround;
import org.yichuang.licences.internal.persistence.LicenceRows;

/**
 * What the organ does with a result by itself: it revokes, withdraws, cancels. Each act is one transaction with its
 * document, its entry and its message to the holder; the documents of the grant are not in force any more.
 */
public class LicenceDecisions {
    private final Transactions transactions;
    private final Holdings holdings;
    private final LicenceRows rows;
    private final DocumentService documents;
    private final LicenceMessages messages;
    private final Certificates certificates;
    private final Bans bans;
    private final Cases cases;

    /**
     * @param bans where whoever has defrauded is entered
     * @param certificates which matters are of safety, and the cases of which results have come
     */
    public LicenceDecisions(
            Transactions transactions,
            Holdings holdings,
            DocumentService documents,
            LicenceMessages messages,
            Certificates certificates,
            Bans bans) {
        this.certificates = certificates;
        this.cases = certificates.cases();
        this.bans = bans;
        this.transactions = transactions;
        this.holdings = holdings;
        this.rows = holdings.rows();
        this.documents = documents;
        this.messages = messages;
    }

    /** What is kept under the key of a command: nothing that belongs to a person. */
    public record Done(String id, long version) {}

    /**
     * Revokes (R1-33).
     *
     * @throws ProblemException {@code licence-unknown}, {@code licence-state}, {@code public-interest-harmed}
     */
    @RequiresPermission(LicencePermission.DECIDE)
    public Done revoke(String id, LicenceRequests.Revoke given, CallContext context) {
        context.require(LicencePermission.DECIDE);
        LicenceRequests.Revoke request = FieldRules.require(given);
        if (request.harmsPublicInterest()) {
            throw ProblemException.field(
                    LicenceError.PUBLIC_INTEREST_HARMED,
                    "harmsPublicInterest",
                    LocalizedMessage.of(LicenceError.class, "public-interest-harmed"));
        }
        return decide(
                id,
                new LicenceAct(
                        LicenceAct.Kind.REVOCATION,
                        context.today(),
                        request.ground().name(),
                        request.reasons(),
                        request.basis(),
                        request.hearing(),
                        "",
                        request.decidedBy(),
                        ""),
                context);
    }

    /**
     * Withdraws (R1-32).
     *
     * @throws ProblemException {@code licence-unknown}, {@code licence-state}
     */
    @RequiresPermission(LicencePermission.DECIDE)
    public Done withdraw(String id, LicenceRequests.Withdraw given, CallContext context) {
        context.require(LicencePermission.DECIDE);
        LicenceRequests.Withdraw request = FieldRules.require(given);
        return decide(
                id,
                new LicenceAct(
                        LicenceAct.Kind.WITHDRAWAL,
                        context.today(),
                        request.ground().name(),
                        request.reasons(),
                        request.basis(),
                        request.hearing(),
                        request.compensation(),
                        request.decidedBy(),
                        ""),
                context);
    }

    /**
     * Cancels (R1-34).
     *
     * @throws ProblemException {@code licence-unknown}, {@code licence-state}
     */
    @RequiresPermission(LicencePermission.DECIDE)
    public Done cancel(String id, LicenceRequests.Cancel given, CallContext context) {
        context.require(LicencePermission.DECIDE);
        LicenceRequests.Cancel request = FieldRules.require(given);
        return decide(
                id,
                new LicenceAct(
                        LicenceAct.Kind.CANCELLATION,
                        context.today(),
                        request.ground().name(),
                        request.reasons(),
                        request.basis(),
                        "",
                        "",
                        request.decidedBy(),
                        ""),
                context);
    }

    /**
     * Does not revoke what was noted as to be revoked.
     *
     * @throws ProblemException {@code licence-unknown}, {@code licence-state}
     */
    @RequiresPermission(LicencePermission.DECIDE)
    public Done decline(String id, LicenceRequests.Decline given, CallContext context) {
        context.require(LicencePermission.DECIDE);
        LicenceRequests.Decline request = FieldRules.require(given);
        LicenceAct act = new LicenceAct(
                LicenceAct.Kind.NOT_REVOKED,
                context.today(),
                "",
                request.reasons(),
                request.basis(),
                "",
                "",
                request.decidedBy(),
                "");
        return transactions.write(context, Done.class, unit -> {
            Licence licence = of(id, unit);
            context.requireVersion(licence.version());
            LicenceEvent event = licence.declineRevocation(act, context.tenant().value());
            rows.record(licence, "decline-revocation", Map.of(), event, unit);
            return new Done(licence.id(), licence.version() + 1);
        });
    }

    /**
     * Withholds from the public what is a secret; it stays what it is.
     *
     * @throws ProblemException {@code licence-unknown}, {@code licence-state}
     */
    @RequiresPermission(LicencePermission.DECIDE)
    public Done withhold(String id, LicenceRequests.Withhold given, CallContext context) {
        context.require(LicencePermission.DECIDE);
        LicenceRequests.Withhold request = FieldRules.require(given);
        LicenceAct act = new LicenceAct(
                LicenceAct.Kind.WITHHELD,
                context.today(),
                request.ground().name(),
                request.reasons(),
                request.basis(),
                "",
                "",
                request.decidedBy(),
                "");
        return publicity(id, "withhold", act, context);
    }

    /**
     * Gives back to the public what was withheld.
     *
     * @throws ProblemException {@code licence-unknown}, {@code licence-state}
     */
    @RequiresPermission(LicencePermission.DECIDE)
    public Done disclose(String id, LicenceRequests.Disclose given, CallContext context) {
        context.require(LicencePermission.DECIDE);
        LicenceRequests.Disclose request = FieldRules.require(given);
        LicenceAct act = new LicenceAct(
                LicenceAct.Kind.DISCLOSED,
                context.today(),
                "",
                request.reasons(),
                request.basis(),
                "",
                "",
                request.decidedBy(),
                "");
        return publicity(id, "disclose", act, context);
    }

    private Done publicity(String id, String action, LicenceAct act, CallContext context) {
        return transactions.write(context, Done.class, unit -> {
            Licence licence = of(id, unit);
            context.requireVersion(licence.version());
            LicenceEvent event = Publicity.decide(licence, act, context.tenant().value());
            rows.record(licence, action, Map.of("ground", act.ground()), event, unit);
            holdings.show(licence, unit);
            return new Done(licence.id(), licence.version() + 1);
        });
    }

    private Done decide(String id, LicenceAct act, CallContext context) {
        return transactions.write(context, Done.class, unit -> decide(of(id, unit), act, unit));
    }

    private Licence of(String id, UnitOfWork unit) {
        return rows.find(id, unit)
                .filter(licence -> unit.context().actor().worksFor(licence.department()))
                .orElseThrow(() -> ProblemException.of(LicenceError.LICENCE_UNKNOWN));
    }

    private Done decide(Licence licence, LicenceAct act, UnitOfWork unit) {
        unit.context().requireVersion(licence.version());
        licence.requireOpen(act, unit.context().tenant().value());
        LicenceDocumentTemplate template = LicenceDocumentTemplate.of(act.kind());
        Optional<CaseResult> result = cases.granted(licence.caseNumber(), unit);
        DocumentView paper = documents.issue(
                template.request(
                        licence,
                        act,
                        result.map(CaseResult::remedies)
                                .orElse(licence.content().remedies()),
                        result.map(CaseResult::numberedBy).orElse("")),
                unit);
        String reason = ended(act.numbered(paper.number()));
        licence.content().documents().forEach(document -> documents.revoke(document, reason, unit));
        LicenceEvent event = licence.decide(act.numbered(paper.number()));
        rows.record(licence, template.kind(), Map.of("ground", act.ground(), "document", paper.number()), event, unit);
        messages.send(LicenceNotice.of(act.kind()), licence, unit);
        holdings.endGrants(licence, reason, unit);
        if (act.ground().equals(RevocationGround.FRAUD.name()) && isOfSafety(licence, unit)) {
            bans.enter(
                    licence.content().holder().idNumber(),
                    new Ban.About(
                            licence.owner(),
                            licence.item(),
                            licence.itemName(),
                            licence.caseNumber(),
                            licence.department()),
                    Ban.Ground.FRAUD,
                    unit);
        }
        return new Done(licence.id(), licence.version() + 1);
    }

    /** What has become of a result, for the papers that rest on it. */
    static String ended(LicenceAct act) {
        String kind = LicenceDocumentTemplate.of(act.kind()).kind();
        return LocalizedMessage.of(LicenceDecisions.class, "revoked." + kind, act.number())
                .zh();
    }

    private boolean isOfSafety(Licence licence, UnitOfWork unit) {
        return certificates
                .of(licence.owner(), licence.item(), licence.itemVersion(), unit)
                .safety();
    }
}
