package org.yichuang.licences.internal.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.cases.api.CaseRequests.DeliveryMethod;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.licences.api.LicencePermission;
import org.yichuang.licences.internal.LicenceDeliveries;
import org.yichuang.licences.internal.LicenceRequests.Deliver;
import org.yichuang.licences.internal.LicenceView;
import org.yichuang.licences.internal.Licences;
import org.yichuang.licences.internal.domain.LicenceAct;
import org.yichuang.pages.api.Field;
import org.yichuang.pages.api.Field.Option;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.pages.api.Ui;

/** How a decision about a result has reached its holder. */
@Path("/{tenant}/licences/{licence}/delivery")
public class DeliveryPages {
    private static final String ROOT = "/licences";
    private static final String COMMAND = "delivery";
    private static final int LINE = 100;
    private static final int CONSENT = 200;
    private static final int REMARK = 500;

    private final Licences licences;
    private final LicenceDeliveries deliveries;

    public DeliveryPages(Licences licences, LicenceDeliveries deliveries) {
        this.licences = licences;
        this.deliveries = deliveries;
    }

    /** The form. */
    @GET
    @RequiresPermission(LicencePermission.DELIVER)
    public Response ask(@Context PageCall call, @PathParam("licence") String id) {
        return call.render(screen(call, licences.find(id, call.context())));
    }

    private static Screen screen(PageCall call, LicenceView view) {
        Ui ui = call.ui();
        return Screen.working(
                        ui.t("act.delivery"),
                        GrantedPages.TEMPLATES.act(
                                ui, view, COMMAND, fields(view, call.context().today(), ui)))
                .under(ui.t("register.title"), ROOT)
                .under(view.itemName(), ROOT + "/" + view.id());
    }

    private static List<Field> fields(LicenceView view, LocalDate today, Ui ui) {
        List<Option> decisions = view.acts().stream()
                .filter(LicenceAct::isUndelivered)
                .map(act -> new Option(act.number(), ui.t("done-act." + act.kind()) + " " + act.number()))
                .toList();
        List<Option> methods = Arrays.stream(DeliveryMethod.values())
                .map(method -> new Option(method.name(), ui.t("deliver." + method.name())))
                .toList();
        return List.of(
                Field.select("document", ui.t("deliver.document"), decisions).required(),
                Field.select("method", ui.t("deliver.method"), methods).required(),
                Field.of(Field.Kind.DATE, "on", ui.t("deliver.on"))
                        .value(today.toString())
                        .small()
                        .required(),
                Field.text("receivedBy", ui.t("deliver.by"))
                        .value(view.holder().name())
                        .maxLength(LINE)
                        .required(),
                Field.text("consent", ui.t("deliver.consent"))
                        .hint(ui.t("deliver.consent.hint"))
                        .maxLength(CONSENT),
                Field.area("remark", ui.t("deliver.proof"))
                        .hint(ui.t("deliver.proof.hint"))
                        .rows(2)
                        .maxLength(REMARK));
    }

    /** Notes it. */
    @POST
    @RequiresPermission(LicencePermission.DELIVER)
    public Response deliver(@Context PageCall call, @PathParam("licence") String id) {
        try {
            deliveries.deliver(id, read(call.form()), call.context());
            return call.redirect(ROOT + "/" + id, COMMAND);
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, licences.find(id, call.context())));
        }
    }

    private static Deliver read(Form form) {
        Optional<String> method = form.optional("method");
        return new Deliver(
                form.text("document"),
                Arrays.stream(DeliveryMethod.values())
                        .filter(each -> method.filter(each.name()::equals).isPresent())
                        .findFirst()
                        .orElse(null),
                form.optional("on").map(DeliveryPages::day).orElse(null),
                form.text("receivedBy"),
                form.optional("remark").orElse(null),
                form.optional("consent").orElse(null));
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID, "on", LocalizedMessage.of(DeliveryPages.class, "no-day"));
        }
    }
}
