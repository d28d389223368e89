package org.yichuang.licences.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.NeedsNoPermission;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.kernel.api.identifier.Masking;
import org.yichuang.licences.api.LicenceError;
import org.yichuang.licences.api.LicenceEvent;
import org.yichuang.licences.api.LicencePermission;
import org.yichuang.licences.api.LicenceState;
import org.yichuang.licences.internal.domain.Grant;
import org.yichuang.licences.internal.domain.GrantPlace;
import org.yichuang.licences.internal.domain.Licence;
import org.yichuang.licences.internal.persistence.GrantRows;
import org.yichuang.licences.internal.persistence.GrantRows.Wanted;
import org.yichuang.licences.internal.persistence.LicenceRows;

/**
 * The decisions that grant: everybody reads them, from the day on which they are made (art. 40); what is a secret the
 * department withholds, before or after anything is made out.
 */
public class Grants {
    private static final String DISCLOSE = "disclose";
    private static final String DISCLOSURE = "disclosure";
    private static final String WITHHOLDING = "withholding";

    private final Transactions transactions;
    private final GrantRows grants;
    private final LicenceRows licences;
    private final Holdings holdings;

    public Grants(Transactions transactions, Holdings holdings) {
        this.transactions = transactions;
        this.grants = holdings.grants();
        this.licences = holdings.rows();
        this.holdings = holdings;
    }

    /**
     * A decision that grants, as everybody reads it.
     *
     * @param item code of the item
     * @param itemName its name
     * @param holder whom it was granted, a person's name masked
     * @param organ the body that has decided
     * @param decidedOn when
     * @param number the number of the certificate that was made out of it; null while there is none of its own
     * @param state where that stands today; likewise
     * @param ended whether it was ended before anything was made out
     */
    public record Decided(
            String item,
            String itemName,
            String holder,
            String organ,
            LocalDate decidedOn,
            String number,
            LicenceState state,
            boolean ended) {}

    /**
     * The same as the staff of its department see it.
     *
     * @param caseNumber the case in which it was made
     * @param withheld of whom it is a secret, or {@link Grant#UNSEEN}; null where everybody reads it
     * @param basis by which provision; likewise
     * @param commands what may be done with it: {@code withholding}, {@code disclosure}
     */
    public record View(String caseNumber, Decided decision, String withheld, String basis, List<String> commands) {
        public View {
            commands = List.copyOf(commands);
        }
    }

    /** Returns those that everybody may read, the newest first. */
    @NeedsNoPermission("grants are public")
    public Page<Decided> published(LicenceView.Filter filter, PageRequest page, CallContext context) {
        boolean isNumber = filter.holder() != null && LicenceRows.isDocumentNumber(filter.holder());
        Wanted wanted = new Wanted(
                filter.item(),
                filter.holder() == null || isNumber ? null : Licence.folded(filter.holder()),
                isNumber ? licences.idNumberKey(filter.holder(), context.tenant()) : null,
                Set.of(),
                true);
        return page(wanted, page, context, (grant, licence) -> published(grant, licence, context));
    }

    /** Returns those of whoever asks, those that are withheld among them. */
    @RequiresPermission(LicencePermission.VIEW)
    public Page<View> list(PageRequest page, CallContext context) {
        context.require(LicencePermission.VIEW);
        Wanted wanted = new Wanted(null, null, null, context.actor().departments(), false);
        return page(wanted, page, context, (grant, licence) -> view(grant, licence, context));
    }

    /**
     * Returns that of a case.
     *
     * @throws ProblemException {@code licence-unknown}
     */
    @RequiresPermission(LicencePermission.VIEW)
    public View find(String caseNumber, CallContext context) {
        context.require(LicencePermission.VIEW);
        return transactions.read(context, unit -> {
            Grant grant = grants.find(caseNumber, unit)
                    .filter(found -> context.actor().worksFor(found.department()))
                    .orElseThrow(() -> ProblemException.of(LicenceError.LICENCE_UNKNOWN));
            return view(grant, licences.find(caseNumber, unit).orElse(null), context);
        });
    }

    private static View view(Grant grant, Licence licence, CallContext context) {
        return new View(
                grant.caseNumber(),
                published(grant, licence, context),
                grant.isWithheld() ? grant.ground() : null,
                grant.isWithheld() ? grant.basis() : null,
                commands(grant, licence, context));
    }

    /** What nobody has looked at yet is open whatever has become of it. */
    private static List<String> commands(Grant grant, Licence licence, CallContext context) {
        if (!context.actor().isPermitted(LicencePermission.DECIDE)) {
            return List.of();
        }
        if (grant.isUnseen()) {
            return licence == null ? List.of(DISCLOSURE, WITHHOLDING) : List.of(DISCLOSURE);
        }
        boolean isOpen = licence == null && !grant.isEnded();
        return isOpen ? List.of(grant.isWithheld() ? DISCLOSURE : WITHHOLDING) : List.of();
    }

    /** What one is shown as, with the result of its own where one has been made out. */
    private interface Shown<T> {
        T as(Grant grant, Licence licence);
    }

    private <T> Page<T> page(Wanted wanted, PageRequest page, CallContext context, Shown<T> shown) {
        GrantPlace from = GrantPlace.of(page.cursor());
        return transactions.read(context, unit -> {
            List<Grant> found = grants.list(wanted, from, page.limit() + 1, unit);
            List<Grant> read = found.subList(0, Math.min(found.size(), page.limit()));
            Map<String, Licence> made = licences
                    .of(read.stream().map(Grant::caseNumber).toList(), unit)
                    .stream()
                    .collect(Collectors.toMap(Licence::id, Function.identity()));
            String next = found.size() > page.limit()
                    ? from.behind(read.stream().map(Grant::decidedOn).toList()).text()
                    : null;
            return new Page<>(read, next).map(grant -> shown.as(grant, made.get(grant.caseNumber())));
        });
    }

    private static Decided published(Grant grant, Licence licence, CallContext context) {
        return new Decided(
                grant.item(),
                grant.itemName(),
                Masking.name(grant.isPerson(), grant.holderName()),
                grant.organ(),
                grant.decidedOn(),
                licence == null ? null : Masking.certificate(licence.isPerson(), licence.number()),
                licence == null ? null : licence.state(context.today()),
                grant.isEnded());
    }

    /**
     * Withholds one from the public, before anything is made out of it.
     *
     * @throws ProblemException {@code licence-unknown}, {@code licence-state}
     */
    @RequiresPermission(LicencePermission.DECIDE)
    public void withhold(String caseNumber, LicenceRequests.WithholdGrant given, CallContext context) {
        context.require(LicencePermission.DECIDE);
        LicenceRequests.WithholdGrant request = FieldRules.require(given);
        Map<String, String> details = Map.of("ground", request.ground().name(), "basis", request.basis());
        change(caseNumber, "withhold", grant -> grant.withhold(request.ground(), request.basis()), details, context);
    }

    /**
     * Gives back to the public what was withheld.
     *
     * @throws ProblemException {@code licence-unknown}, {@code licence-state}
     */
    @RequiresPermission(LicencePermission.DECIDE)
    public void disclose(String caseNumber, LicenceRequests.DiscloseGrant given, CallContext context) {
        context.require(LicencePermission.DECIDE);
        LicenceRequests.DiscloseGrant request = FieldRules.require(given);
        change(caseNumber, DISCLOSE, Grant::disclose, Map.of("basis", request.basis()), context);
    }

    private void change(
            String caseNumber,
            String action,
            Function<Grant, LicenceEvent> way,
            Map<String, String> details,
            CallContext context) {
        transactions.write(context, Void.class, unit -> {
            Grant grant = grants.held(caseNumber, unit)
                    .filter(found -> context.actor().worksFor(found.department()))
                    .orElseThrow(() -> ProblemException.of(LicenceError.LICENCE_UNKNOWN));
            requireOpen(grant, action.equals(DISCLOSE), unit);
            grants.record(grant, action, details, way.apply(grant), unit);
            return null;
        });
    }

    /**
     * What is made out is withheld and given back with that, in both registers; what nobody has looked at yet is given
     * to the public where nothing of it is a secret.
     */
    private void requireOpen(Grant grant, boolean isGivenBack, UnitOfWork unit) {
        String number = grant.caseNumber();
        boolean isMadeOut = holdings.isMadeOut(number, unit);
        boolean isOpen = grant.isUnseen()
                ? !isMadeOut
                        || isGivenBack
                                && Holdings.secret(holdings.concerned(number, unit))
                                        .isEmpty()
                : !isMadeOut && !grant.isEnded();
        if (!isOpen) {
            throw new ProblemException(LicenceError.LICENCE_STATE, LocalizedMessage.of(Grant.class, "grant.made-out"));
        }
    }
}
