package org.yichuang.catalogue.internal.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.internal.Unification;
import org.yichuang.catalogue.internal.domain.unify.ComparedField;
import org.yichuang.catalogue.internal.domain.unify.Unlike;
import org.yichuang.catalogue.internal.view.UnlikeRow;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.pages.api.Field;
import org.yichuang.pages.api.Field.Option;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.pages.api.Ui;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/** The items of this centre beside those of another one; standards of centres above are taken over as drafts. */
@Path("/{tenant}/catalogue/unification")
public class UnificationPages {
    private static final int ROWS = 50;
    private static final int MOST_CENTRES = 500;
    private static final String PATH = "/catalogue/unification";
    /** 五统一 and 四统一, as real policies name them (K2). */
    private static final List<String> SETS =
            List.of("name,procedure,conditions,limit,fee", "name,quantity,materials,fee");

    private final Unification unification;
    private final Tenants tenants;

    /** In front of the service. */
    public UnificationPages(Unification unification, Tenants tenants) {
        this.unification = unification;
        this.tenants = tenants;
    }

    /** What differs. */
    @GET
    @RequiresPermission(CataloguePermission.VIEW)
    public Response compare(@Context PageCall call) {
        return call.render(screen(call, call.query("against"), call.query("fields"), call.query("cursor")));
    }

    private Screen screen(PageCall call, String against, String fields, String cursor) {
        Ui ui = call.ui();
        Optional<Tenant> other =
                Optional.of(against).filter(TenantId::isWellFormed).flatMap(id -> tenants.find(new TenantId(id)));
        Optional<List<ComparedField>> set =
                Optional.of(fields).filter(text -> !text.isEmpty()).flatMap(ComparedField::parse);
        Optional<Unification.Report> report =
                other.map(centre -> unification.compare(centre.id(), set, call.context()));
        Page<Unlike> page =
                report.map(each -> each.page(PageRequest.of(ROWS, cursor))).orElse(new Page<>(List.of(), null));
        boolean above = other.filter(centre -> isAbove(centre, call.tenant())).isPresent();
        return Screen.working(
                ui.t("unify.title"),
                ItemPages.TEMPLATES.unification(
                        ui,
                        List.of(centres(call), sets(ui)),
                        report.map(each -> summary(each, ui)).orElse(""),
                        page.items().stream()
                                .map(each -> UnlikeRow.of(each, above, ui))
                                .toList(),
                        page.next(),
                        above ? against : "",
                        call.form().all("code")));
    }

    private boolean isAbove(Tenant other, Tenant here) {
        return tenants.lineage(here.id()).stream().skip(1).anyMatch(each -> each.id()
                .equals(other.id()));
    }

    private static String summary(Unification.Report report, Ui ui) {
        String basic = report.basic().due() == 0
                ? ""
                : ui.t("unify.basic", report.basic().due(), report.basic().missing());
        return ui.t(
                        "unify.summary",
                        report.against().name(),
                        report.here(),
                        report.there(),
                        report.same(),
                        report.differing(),
                        report.here() - report.common(),
                        report.there() - report.common())
                + basic;
    }

    /** The centres above, beside and below. */
    private Field centres(PageCall call) {
        List<Tenant> lineage = tenants.lineage(call.tenant().id());
        List<Tenant> near = new ArrayList<>(lineage.subList(1, lineage.size()));
        call.tenant().parent().ifPresent(parent -> near.addAll(tenants.children(parent)));
        near.addAll(tenants.children(call.tenant().id()));
        return Field.select(
                "against",
                call.ui().t("unify.against"),
                Stream.concat(
                                Stream.of(new Option("", call.ui().t("unify.choose"))),
                                near.stream()
                                        .filter(centre -> !centre.id()
                                                .equals(call.tenant().id()))
                                        .limit(MOST_CENTRES)
                                        .map(centre -> new Option(centre.id().value(), centre.name())))
                        .toList());
    }

    private static Field sets(Ui ui) {
        return Field.select(
                "fields",
                ui.t("unify.fields"),
                Stream.concat(
                                Stream.of(new Option("", ui.t("unify.fields.own"))),
                                SETS.stream().map(set -> new Option(set, words(set, ui))))
                        .toList());
    }

    private static String words(String set, Ui ui) {
        return ComparedField.parse(set).orElseThrow().stream()
                .map(field -> ui.localize(field.label()))
                .collect(Collectors.joining(ui.t("list.comma")));
    }

    /** Takes standards over as drafts. */
    @POST
    @RequiresPermission(CataloguePermission.EDIT)
    public Response adopt(@Context PageCall call) {
        String against = call.form().text("against");
        try {
            List<String> codes = call.form().all("code");
            List<String> drafted = unification.adopt(
                    new TenantId(TenantId.isWellFormed(against) ? against : "none"), codes, call.context());
            return drafted.size() == 1
                    ? call.redirect("/editor/items/" + drafted.get(0), "drafted")
                    : call.redirect("/editor?kind=DRAFT", "drafted");
        } catch (ProblemException e) {
            return call.redisplay(
                    e,
                    screen(
                            call,
                            against,
                            call.form().text("fields"),
                            call.form().text("cursor")));
        }
    }
}
