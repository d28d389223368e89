package org.yichuang.console.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.yichuang.console.internal.CentreOpening.NewCentre;
import org.yichuang.identity.api.Accounts;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.TenantEditing;

/** What people do to centres; tenancy journals each act at the centre that it concerns. */
public class CentreActs {
    private final TenantEditing editing;
    private final CentreOpening opening;
    private final Accounts accounts;
    private final Transactions transactions;

    /** On tenancy, identity and journal. */
    public CentreActs(TenantEditing editing, CentreOpening opening, Accounts accounts, Transactions transactions) {
        this.editing = editing;
        this.opening = opening;
        this.accounts = accounts;
        this.transactions = transactions;
    }

    /** Opens a centre. */
    public void open(NewCentre centre, CallContext context) {
        opening.open(centre, context);
    }

    /** Switches a module of a centre on or off. */
    public void turn(TenantId centre, String module, boolean on, CallContext context) {
        editing.switchModule(centre, module, on, context);
    }

    /** Changes how a centre looks: its name, its colour, its crest. */
    public void brand(TenantId centre, String name, String colour, String crest, CallContext context) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("name", name);
        settings.put("branding.colour", colour);
        settings.put("branding.crest", crest);
        editing.change(centre, settings, context);
    }

    /** Changes settings of a centre; an empty value takes the setting away. */
    public void set(TenantId centre, Map<String, String> settings, CallContext context) {
        editing.change(centre, settings, context);
    }

    /** Lets a centre serve nobody for a while. */
    public void suspend(TenantId centre, CallContext context) {
        requireOther(centre, context);
        editing.suspend(centre, context);
    }

    /** Lets it serve again. */
    public void resume(TenantId centre, CallContext context) {
        editing.resume(centre, context);
    }

    /** Takes a suspended centre away; its rows stay. */
    public void remove(TenantId centre, CallContext context) {
        requireOther(centre, context);
        editing.remove(centre, context);
    }

    private static void requireOther(TenantId centre, CallContext context) {
        if (centre.equals(context.tenant())) {
            throw new ProblemException(CommonError.NOT_ALLOWED, LocalizedMessage.of(CentreActs.class, "centre.own"));
        }
    }

    /** Tells whether nobody can sign in at a centre yet. */
    public boolean isWithoutAccounts(TenantId centre, CallContext context) {
        return accounts.isWithoutAccounts(at(centre, context));
    }

    /** Opens the first account of a centre: its security administrator, who opens all others. */
    public void openFirst(TenantId centre, String account, String name, String password, CallContext context) {
        accounts.openFirst(account, name, password, at(centre, context));
        note("first-account", Map.of("centre", centre.value(), "account", account), context);
    }

    /** The journal of the other centre names the person with the centre that the account belongs to. */
    private static CallContext at(TenantId centre, CallContext context) {
        Actor actor = context.actor();
        Actor guest = actor.named(actor.account() + "@" + context.tenant());
        return new CallContext(
                centre, guest, context.at(), context.requestId(), context.idempotencyKey(), context.expectedVersion());
    }

    /** An entry of its own where the person works; the account's is at the other centre. */
    private void note(String action, Map<String, String> details, CallContext context) {
        AuditEntry entry = new AuditEntry("centre", Ids.next(context.at()), action, "", "", details);
        transactions.write(context, String.class, unit -> {
            unit.record(entry, ChainHead.START);
            return action;
        });
    }
}
