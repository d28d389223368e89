package org.yichuang.fees.internal.web;

import java.util.List;
import java.util.Optional;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.fees.api.BasisRank;
import org.yichuang.fees.api.FeeKind;
import org.yichuang.fees.api.FeePermission;
import org.yichuang.fees.api.Fund;
import org.yichuang.fees.internal.FeeCommands.Basis;
import org.yichuang.fees.internal.FeeCommands.Draft;
import org.yichuang.fees.internal.FeeCommands.Standard;
import org.yichuang.fees.internal.FeeItems;
import org.yichuang.fees.internal.FeeViews.ItemView;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.kernel.api.fee.ChargingMethod;
import org.yichuang.kernel.api.fee.FeeFloor;
import org.yichuang.kernel.api.fee.PayerKind;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;

/** The form by which the first or the next version of a fee item is drafted. */
@Path("/{tenant}/fees/drafts")
public class FeeDraftPages {
    private final FeeItems items;

    FeeDraftPages(FeeItems items) {
        this.items = items;
    }

    /** The form; of a code that is known, filled in with its newest version. */
    @GET
    @RequiresPermission(FeePermission.EDIT)
    public Response form(@Context PageCall call) {
        return call.render(screen(call, call.query("code")));
    }

    private Screen screen(PageCall call, String code) {
        CallContext context = call.context().withoutKey();
        Optional<ItemView> newest = code.isEmpty()
                ? Optional.empty()
                : items.versions(code, context).stream().findFirst();
        String lines =
                newest.map(item -> StandardText.write(item.item().standard())).orElse("");
        return Screen.working(
                        call.ui().t("item.draft"),
                        FeePageModule.TEMPLATES.feedraft(call.ui(), newest.orElse(null), lines, context.today()))
                .under(call.ui().t("items.title"), FeeItemPages.ROOT);
    }

    /** Drafts a version. */
    @POST
    @RequiresPermission(FeePermission.EDIT)
    public Response draft(@Context PageCall call) {
        Form form = call.form();
        try {
            ItemView made = items.draft(draft(form), call.context());
            return call.redirect(FeeItemPages.ROOT + "/" + made.item().code(), "item-drafted");
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, form.text("newest")));
        }
    }

    private static Draft draft(Form form) {
        ChargingMethod method = FormValues.chosen(form, "standard.method", ChargingMethod.values());
        if (method == null) {
            throw FormValues.invalid("standard.method", "method");
        }
        return new Draft(
                form.text("code"),
                form.text("name"),
                FormValues.chosen(form, "kind", FeeKind.values()),
                form.text("unit"),
                new Basis(
                        form.text("basis.title"),
                        form.text("basis.article"),
                        FormValues.chosen(form, "basis.rank", BasisRank.values())),
                payers(form),
                new Standard(
                        method,
                        form.text("standard.measure"),
                        StandardText.read(form.text("standard.lines"), method),
                        FormValues.chosen(form, "standard.floorFor", FeeFloor.values())),
                FormValues.chosen(form, "fund", Fund.values()),
                form.text("subject"),
                FormValues.day(form, "from"),
                FormValues.day(form, "to"),
                FormValues.day(form, "reviewBy"),
                form.text("relief"));
    }

    /** Nobody chosen stands for both. */
    private static List<PayerKind> payers(Form form) {
        PayerKind only = FormValues.chosen(form, "payers", PayerKind.values());
        return only == null ? List.of(PayerKind.values()) : List.of(only);
    }
}
