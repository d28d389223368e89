package org.yichuang.cases.internal.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.RetentionHold;
import org.yichuang.cases.internal.domain.RemovalContent.Fate;
import org.yichuang.cases.internal.domain.RemovalContent.Listed;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/** Cases that somebody proposes to remove, as their years have passed; somebody else confirms it or turns it down. */
@Entity(name = "RemovalBatch")
@Table(name = "CASES_REMOVAL")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class RemovalBatch {
    @Id
    @Column(name = "REMOVAL_ID")
    private String id;

    @Enumerated(EnumType.STRING)
    @Column(name = "STATE")
    private RemovalState state;

    @Column(name = "PROPOSED_BY")
    private String proposedBy;

    @Column(name = "PROPOSED_MICROS")
    private Instant proposedAt;

    @Column(name = "ANSWERED_BY")
    private String answeredBy;

    @Column(name = "ANSWERED_MICROS")
    private Instant answeredAt;

    @Column(name = "STEPS")
    private int steps;

    @Column(name = "CHAIN_SEQUENCE")
    private long chainSequence;

    @Column(name = "CHAIN_HASH")
    private String chainHash = ChainHead.START.hash();

    @Column(name = "CONTENT")
    private RemovalContent content;

    protected RemovalBatch() {} // for JPA

    /** Proposes one. */
    public static RemovalBatch proposed(String id, String words, List<Listed> cases, CallContext context) {
        RemovalBatch made = new RemovalBatch();
        made.id = id;
        made.state = RemovalState.PROPOSED;
        made.proposedBy = context.actor().account();
        made.proposedAt = context.at();
        made.content = new RemovalContent(words, "", cases);
        made.steps = 1;
        return made;
    }

    /**
     * Confirms it.
     *
     * @throws ProblemException {@code removal-state}; {@code duties-separate} for whoever has proposed it
     */
    public void confirm(CallContext context) {
        answer(RemovalState.CONFIRMED, context);
    }

    /**
     * Turns it down, or takes it back where one has proposed it oneself.
     *
     * @throws ProblemException {@code removal-state}
     */
    public void reject(String why, CallContext context) {
        answer(RemovalState.REJECTED, context);
        content = new RemovalContent(content.words(), why, content.cases());
    }

    private void answer(RemovalState next, CallContext context) {
        if (state != RemovalState.PROPOSED) {
            throw ProblemException.of(CaseError.REMOVAL_STATE, state.label());
        }
        if (next == RemovalState.CONFIRMED && context.actor().account().equals(proposedBy)) {
            throw new ProblemException(
                    CaseError.DUTIES_SEPARATE, LocalizedMessage.of(RemovalBatch.class, "removal.same-person"));
        }
        state = next;
        answeredBy = context.actor().account();
        answeredAt = context.at();
        steps++;
    }

    /** The cases of which it is not said yet what has become of them; none unless it is confirmed. */
    public List<Listed> waiting() {
        return state == RemovalState.CONFIRMED
                ? content.cases().stream().filter(each -> each.fate() == null).toList()
                : List.of();
    }

    /** Says what has become of a case; with the last one it is done. */
    public void tell(String number, Fate fate, Set<RetentionHold> holds) {
        List<Listed> told = content.cases().stream()
                .map(each -> each.number().equals(number) ? each.with(fate, holds) : each)
                .toList();
        content = new RemovalContent(content.words(), content.answer(), told);
        if (waiting().isEmpty()) {
            state = RemovalState.DONE;
        }
        steps++;
    }

    public String id() {
        return id;
    }

    public RemovalState state() {
        return state;
    }

    /** Who has proposed it. */
    public String proposedBy() {
        return proposedBy;
    }

    public Instant proposedAt() {
        return proposedAt;
    }

    /** Who has confirmed it or turned it down; empty before. */
    public Optional<String> answeredBy() {
        return Optional.ofNullable(answeredBy);
    }

    public Optional<Instant> answeredAt() {
        return Optional.ofNullable(answeredAt);
    }

    /** How many steps there were, which is its version as well. */
    public int steps() {
        return steps;
    }

    public RemovalContent content() {
        return content;
    }

    public ChainHead head() {
        return new ChainHead(chainSequence, chainHash);
    }

    public void head(ChainHead head) {
        chainSequence = head.sequence();
        chainHash = head.hash();
    }
}
