package org.yichuang.catalogue.internal.web;

import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.internal.CompressionTargets;
import org.yichuang.catalogue.internal.CompressionTargets.NewTarget;
import org.yichuang.catalogue.internal.CompressionTargets.Report;
import org.yichuang.catalogue.internal.view.TargetTables;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.Field;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.pages.api.Ui;
import org.yichuang.tenancy.api.Tenants;

/** The yearly target of compression, and who has reached it. */
@Path("/{tenant}/catalogue/targets")
public class TargetPages {
    private static final String PATH = "/catalogue/targets";

    private final CompressionTargets targets;
    private final Tenants tenants;

    /** In front of the service. */
    public TargetPages(CompressionTargets targets, Tenants tenants) {
        this.targets = targets;
        this.tenants = tenants;
    }

    /** The target of a year; of this one without a choice. */
    @GET
    @RequiresPermission(CataloguePermission.VIEW)
    public Response report(@Context PageCall call) {
        Integer year = number(call.query("year"));
        return call.render(screen(call, year == null ? thisYear(call) : year));
    }

    private static int thisYear(PageCall call) {
        return call.context().today().getYear();
    }

    private static Integer number(String typed) {
        return typed.matches("\\d{1,4}") ? Integer.valueOf(typed) : null;
    }

    private Screen screen(PageCall call, int year) {
        Ui ui = call.ui();
        Report report = targets.report(year, call.context());
        List<Field> fields = call.context().actor().isPermitted(CataloguePermission.REVIEW)
                ? List.of(
                        Field.of(Field.Kind.NUMBER, "year", ui.t("target.year"))
                                .value(year)
                                .required(),
                        Field.of(Field.Kind.NUMBER, "percent", ui.t("target.percent"))
                                .required(),
                        Field.text("document", ui.t("entry.document"))
                                .maxLength(200)
                                .required())
                : List.of();
        return Screen.working(
                ui.t("target.title"),
                ItemPages.TEMPLATES.targets(
                        ui,
                        List.of(Field.of(Field.Kind.NUMBER, "year", ui.t("target.year"))
                                .value(year)),
                        TargetTables.facts(report, ui),
                        TargetTables.centres(report, tenants, ui),
                        fields));
    }

    /** Sets the target of a year. */
    @POST
    @RequiresPermission(CataloguePermission.REVIEW)
    public Response set(@Context PageCall call) {
        try {
            NewTarget wanted = new NewTarget(
                    number(call.form().text("year")),
                    number(call.form().text("percent")),
                    call.form().text("document"));
            targets.set(wanted, call.context());
            return call.redirect(PATH + "?year=" + wanted.year(), "target-set");
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, thisYear(call)));
        }
    }
}
