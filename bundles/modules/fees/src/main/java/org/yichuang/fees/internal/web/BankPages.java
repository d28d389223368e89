package org.yichuang.fees.internal.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.fees.api.AmountUnit;
import org.yichuang.fees.api.FeePermission;
import org.yichuang.fees.api.KeyAlgorithm;
import org.yichuang.fees.api.StatementSource;
import org.yichuang.fees.internal.Banks;
import org.yichuang.fees.internal.FeeCommands.Key;
import org.yichuang.fees.internal.FeeCommands.Mapping;
import org.yichuang.fees.internal.FeeCommands.Register;
import org.yichuang.fees.internal.SettlementViews.BankView;
import org.yichuang.fees.internal.domain.BankContent;
import org.yichuang.fees.internal.view.FeeWords;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;

/** Banks and the treasury: branches, keys and forms of files, as one person says them and another one confirms. */
@Path("/{tenant}/fees/banks")
public class BankPages {
    private static final String ROOT = "/fees/banks";
    private static final int ROWS = 50;
    private static final String YES = "true";

    private final Banks banks;

    BankPages(Banks banks) {
        this.banks = banks;
    }

    /** In the order of their names. */
    @GET
    @RequiresPermission(FeePermission.VIEW)
    public Response list(@Context PageCall call) {
        CallContext context = call.context().withoutKey();
        Page<BankView> page = banks.list(PageRequest.of(ROWS, call.query("cursor")), context);
        return call.render(Screen.working(
                call.ui().t("banks.title"),
                FeePageModule.TEMPLATES.banks(
                        call.ui(), page.items(), page.next(), context.actor().isPermitted(FeePermission.EDIT))));
    }

    /** One, with what waits for another person, and the form by which it changes. */
    @GET
    @Path("/one")
    @RequiresPermission(FeePermission.VIEW)
    public Response find(@Context PageCall call) {
        return call.render(screen(call, call.query("bank")));
    }

    private Screen screen(PageCall call, String name) {
        CallContext context = call.context().withoutKey();
        BankView view = banks.find(name, context);
        return Screen.working(view.name(), FeePageModule.TEMPLATES.bank(call.ui(), view, context))
                .under(call.ui().t("banks.title"), ROOT);
    }

    /** The form of one that nobody has heard of yet. */
    @GET
    @Path("/new")
    @RequiresPermission(FeePermission.EDIT)
    public Response form(@Context PageCall call) {
        return call.render(empty(call));
    }

    private static Screen empty(PageCall call) {
        return Screen.working(
                        call.ui().t("banks.new"),
                        FeePageModule.TEMPLATES.bankform(
                                call.ui(), null, new BankContent(List.of(), List.of(), null), 0, call.context()))
                .under(call.ui().t("banks.title"), ROOT);
    }

    /** Says what is to be known of one. */
    @POST
    @RequiresPermission(FeePermission.EDIT)
    public Response register(@Context PageCall call) {
        Form form = call.form();
        boolean isKnown = YES.equals(form.text("known"));
        try {
            BankView before =
                    isKnown ? banks.find(form.text("name"), call.context().withoutKey()) : null;
            BankView made = banks.register(register(form, before), call.context());
            return call.redirect(at(made.name()), "bank-drafted");
        } catch (ProblemException e) {
            return call.redisplay(e, isKnown ? screen(call, form.text("name")) : empty(call));
        }
    }

    private static String at(String name) {
        return ROOT + "/one?bank=" + FeeWords.encoded(name);
    }

    private static Register register(Form form, BankView before) {
        return new Register(
                form.text("name"),
                before == null ? FormValues.chosen(form, "source", StatementSource.values()) : before.source(),
                FormValues.lines(form.text("branches")),
                keys(form, before),
                mapping(form));
    }

    /** The keys that stay, with their last days, and one more where it is named. */
    private static List<Key> keys(Form form, BankView before) {
        List<Key> keys = new ArrayList<>();
        List<BankContent.Key> known = before == null ? List.of() : said(before).keys();
        for (int i = 0; i < known.size(); i++) {
            if (YES.equals(form.text("keep." + i))) {
                BankContent.Key key = known.get(i);
                LocalDate until = FormValues.day(form, "until." + i);
                keys.add(new Key(key.name(), key.algorithm(), key.publicKey(), key.from(), until));
            }
        }
        if (!form.text("keys.name").isEmpty() || !form.text("keys.publicKey").isEmpty()) {
            keys.add(new Key(
                    form.text("keys.name"),
                    FormValues.chosen(form, "keys.algorithm", KeyAlgorithm.values()),
                    form.text("keys.publicKey").replaceAll("-----[A-Z ]+-----|\\s", ""),
                    FormValues.day(form, "keys.from"),
                    FormValues.day(form, "keys.until")));
        }
        return keys;
    }

    /** What was said of it last, whether or not somebody has confirmed that. */
    private static BankContent said(BankView view) {
        return view.waiting() == null
                ? new BankContent(view.branches(), view.keys(), view.mapping())
                : view.waiting().content();
    }

    private static Mapping mapping(Form form) {
        String code = form.text("mapping.code");
        String amount = form.text("mapping.amount");
        return code.isEmpty() && amount.isEmpty()
                ? null
                : new Mapping(
                        form.text("mapping.serial"),
                        code,
                        amount,
                        FormValues.chosen(form, "mapping.unit", AmountUnit.values()));
    }

    /** Confirms what somebody else has said of one. */
    @POST
    @Path("/confirmation")
    @RequiresPermission(FeePermission.PUBLISH)
    public Response confirm(@Context PageCall call) {
        String name = call.form().text("bank");
        try {
            banks.confirm(name, call.context());
            return call.redirect(at(name), "bank-confirmed");
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, name));
        }
    }
}
