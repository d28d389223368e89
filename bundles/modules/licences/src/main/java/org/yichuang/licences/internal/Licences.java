package org.yichuang.licences.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.yichuang.cases.api.LicenceMatter;
import org.yichuang.identity.api.Unmasking;
import org.yichuang.identity.api.Unmasking.UnmaskingRequest;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.NeedsNoPermission;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.kernel.api.identifier.Masking;
import org.yichuang.licences.api.LicenceError;
import org.yichuang.licences.api.LicencePermission;
import org.yichuang.licences.api.LicenceState;
import org.yichuang.licences.internal.LicenceView.Filter;
import org.yichuang.licences.internal.LicenceView.HolderView;
import org.yichuang.licences.internal.LicenceView.Published;
import org.yichuang.licences.internal.LicenceView.Summary;
import org.yichuang.licences.internal.domain.GrantPlace;
import org.yichuang.licences.internal.domain.Holder;
import org.yichuang.licences.internal.domain.Licence;
import org.yichuang.licences.internal.domain.LicenceAct;
import org.yichuang.licences.internal.persistence.LicenceRows;
import org.yichuang.licences.internal.persistence.LicenceRows.Wanted;

/** Reading the register: staff what is their department's, holders their own, everybody what was granted. */
public class Licences {
    private final Transactions transactions;
    private final LicenceRows rows;
    private final Unmasking unmasking;

    public Licences(Transactions transactions, LicenceRows rows, Unmasking unmasking) {
        this.transactions = transactions;
        this.rows = rows;
        this.unmasking = unmasking;
    }

    /** Returns the results of the centre, the newest first. */
    @RequiresPermission(LicencePermission.VIEW)
    public Page<Summary> list(Filter filter, PageRequest page, CallContext context) {
        context.require(LicencePermission.VIEW);
        boolean isNamed = isNamed(context.actor());
        Wanted wanted = new Wanted(
                filter.state(),
                filter.item(),
                filter.holder(),
                filter.number(),
                null,
                filter.revocationDue(),
                filter.undelivered(),
                context.actor().departments(),
                false);
        return page(wanted, page, context)
                .map(licence -> Summary.of(licence, number(licence, isNamed), name(licence, isNamed), context.today()));
    }

    /** Returns the results that whoever asks has applied for, the newest first. */
    @RequiresPermission(LicencePermission.OWN)
    public Page<Summary> own(PageRequest page, CallContext context) {
        context.require(LicencePermission.OWN);
        Wanted wanted = new Wanted(null, null, null, null, context.actor().account(), false, false, Set.of(), false);
        return page(wanted, page, context)
                .map(licence -> Summary.of(licence, licence.number(), licence.holderName(), context.today()));
    }

    /** Returns what was granted, the newest first, for everybody (art. 40). */
    @NeedsNoPermission("grants are public")
    public Page<Published> published(Filter filter, PageRequest page, CallContext context) {
        Wanted wanted = new Wanted(
                filter.state(), filter.item(), filter.holder(), filter.number(), null, false, false, Set.of(), true);
        GrantPlace from = GrantPlace.of(page.cursor());
        List<Licence> found = transactions.read(context, unit -> rows.published(wanted, from, page.limit() + 1, unit));
        List<Licence> shown = found.subList(0, Math.min(found.size(), page.limit()));
        String next = found.size() > page.limit()
                ? from.behind(shown.stream().map(Licence::grantedOn).toList()).text()
                : null;
        return new Page<>(shown, next).map(licence -> published(licence, context.today()));
    }

    private Page<Licence> page(Wanted wanted, PageRequest page, CallContext context) {
        List<Licence> found =
                transactions.read(context, unit -> rows.list(wanted, page.cursor(), page.limit() + 1, unit));
        return Page.of(found, page.limit(), Licence::id);
    }

    private static Published published(Licence licence, LocalDate today) {
        return new Published(
                number(licence, false),
                licence.state(today),
                licence.item(),
                licence.itemName(),
                name(licence, false),
                licence.organ(),
                licence.grantedOn(),
                licence.validUntil().orElse(null));
    }

    /**
     * Returns one, its holder masked.
     *
     * @throws ProblemException {@code licence-unknown}
     */
    @RequiresPermission(LicencePermission.VIEW)
    public LicenceView find(String id, CallContext context) {
        context.require(LicencePermission.VIEW);
        Licence licence = load(id, context);
        boolean isNamed = isNamed(context.actor());
        return view(licence, licence.content().holder().masked(isNamed), isNamed, context);
    }

    /**
     * Returns one's own whole.
     *
     * @throws ProblemException {@code licence-unknown}
     */
    @RequiresPermission(LicencePermission.OWN)
    public LicenceView findOwn(String id, CallContext context) {
        context.require(LicencePermission.OWN);
        Licence licence = transactions
                .read(context, unit -> rows.find(id, unit))
                .filter(found -> found.account().equals(context.actor().account()))
                .orElseThrow(() -> ProblemException.of(LicenceError.LICENCE_UNKNOWN));
        return view(licence, licence.content().holder(), true, context);
    }

    /**
     * Returns one whole, this once, after it has been journaled who sees it and why.
     *
     * @throws ProblemException {@code licence-unknown}, {@code fields-invalid}
     */
    @RequiresPermission(LicencePermission.UNMASK)
    public LicenceView unmask(String id, LicenceRequests.Unmask request, CallContext context) {
        context.require(LicencePermission.UNMASK);
        Licence licence = load(id, context);
        unmasking.authorize(
                new UnmaskingRequest(
                        LicencePermission.UNMASK,
                        LicenceRows.AGGREGATE,
                        id,
                        Set.of("holder.name", "holder.idNumber"),
                        request.reason()),
                context);
        return view(licence, licence.content().holder(), true, context);
    }

    private Licence load(String id, CallContext context) {
        return transactions
                .read(context, unit -> rows.find(id, unit))
                .filter(licence -> context.actor().worksFor(licence.department()))
                .orElseThrow(() -> ProblemException.of(LicenceError.LICENCE_UNKNOWN));
    }

    private static String number(Licence licence, boolean isNamed) {
        return isNamed ? licence.number() : Masking.certificate(licence.isPerson(), licence.number());
    }

    private static String name(Licence licence, boolean isNamed) {
        return isNamed ? licence.holderName() : Masking.name(licence.isPerson(), licence.holderName());
    }

    /** Who only looks on sees no person's name. */
    private static boolean isNamed(Actor actor) {
        return actor.isPermitted(LicencePermission.UNMASK);
    }

    /** @param isNamed whether whoever asks sees whose it is: reasons name people as well */
    private static LicenceView view(Licence licence, Holder holder, boolean isNamed, CallContext context) {
        LicenceState state = licence.state(context.today());
        return new LicenceView(
                licence.id(),
                licence.caseNumber(),
                number(licence, isNamed),
                state,
                licence.kind(),
                licence.item(),
                licence.itemName(),
                licence.itemVersion(),
                licence.department(),
                licence.organ(),
                new HolderView(holder.kind(), holder.name(), holder.idType(), holder.idNumber()),
                licence.grantedOn(),
                licence.validUntil().orElse(null),
                licence.isRevocationDue(),
                licence.isWithheld(),
                licence.content().acts().stream()
                        .map(act -> isNamed ? act : act.withoutWords())
                        .toList(),
                commands(licence, state, context),
                !licence.account().isEmpty(),
                matters(licence, state),
                licence.renewal(),
                isHere(licence, context) ? "" : licence.decidedAt(),
                licence.madeAt(),
                licence.version());
    }

    private static List<LicenceMatter> matters(Licence licence, LicenceState state) {
        boolean isRenewable =
                licence.validUntil().isPresent() && licence.renewal().isEmpty();
        return Arrays.stream(LicenceMatter.values())
                .filter(matter -> matter == LicenceMatter.RENEWAL
                        ? isRenewable && (state == LicenceState.VALID || state == LicenceState.EXPIRED)
                        : state == LicenceState.VALID)
                .toList();
    }

    private static boolean isHere(Licence licence, CallContext context) {
        return licence.isDecidedAt(context.tenant().value());
    }

    private static List<String> commands(Licence licence, LicenceState state, CallContext context) {
        if (!isHere(licence, context)) {
            return List.of();
        }
        List<String> commands = new ArrayList<>();
        if (context.actor().isPermitted(LicencePermission.DECIDE)) {
            commands.addAll(acts(licence, state));
            commands.add(licence.isWithheld() ? "disclosure" : "withholding");
        }
        boolean isToDeliver = licence.content().acts().stream().anyMatch(LicenceAct::isUndelivered);
        if (isToDeliver && context.actor().isPermitted(LicencePermission.DELIVER)) {
            commands.add("delivery");
        }
        return commands;
    }

    private static List<String> acts(Licence licence, LicenceState state) {
        return switch (state) {
            case VALID -> licence.isRevocationDue()
                    ? List.of("revocation", "revocation-declined", "withdrawal", "cancellation")
                    : List.of("revocation", "withdrawal", "cancellation");
            case EXPIRED -> licence.isRevocationDue()
                    ? List.of("revocation", "revocation-declined", "cancellation")
                    : List.of("revocation", "cancellation");
            case REVOKED, WITHDRAWN -> List.of("cancellation");
            default -> List.of();
        };
    }
}
