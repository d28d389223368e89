package org.yichuang.console.internal.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.console.internal.CentreActs;
import org.yichuang.console.internal.view.SettingChanges;
import org.yichuang.console.internal.view.SettingRow;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.tenancy.api.ModuleDescriptor;
import org.yichuang.tenancy.api.ModuleRegistry;
import org.yichuang.tenancy.api.SettingDefinition;
import org.yichuang.tenancy.api.TenancyPermission;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/** The settings of a centre, as its modules declare them. */
@Path("/{tenant}/centres/at/{centre}/settings")
public class CentreSettingPages {
    /** What has a page of its own. */
    private static final Set<String> ELSEWHERE = Set.of("state", "branding.colour", "branding.crest");

    private final CentreActs acts;
    private final ModuleRegistry modules;
    private final Reach reach;

    /** In front of tenancy. */
    public CentreSettingPages(Tenants tenants, CentreActs acts, ModuleRegistry modules) {
        this.acts = acts;
        this.modules = modules;
        this.reach = new Reach(tenants);
    }

    /** The form. */
    @GET
    @RequiresPermission(TenancyPermission.CHANGE)
    public Response form(@Context PageCall call, @PathParam("centre") String id) {
        return call.render(screen(call, reach.centre(call, id)));
    }

    private Screen screen(PageCall call, Tenant centre) {
        return Screen.working(
                        call.ui().t("settings.title"),
                        CentrePages.TEMPLATES.settings(call.ui(), centre, rows(modules, centre, call)))
                .under(call.ui().t("centres.title"), "/centres")
                .under(centre.name(), "/centres/at/" + centre.id());
    }

    /** Every setting that the platform and the centre's modules declare. */
    static List<SettingRow> rows(ModuleRegistry modules, Tenant centre, PageCall call) {
        Locale locale = call.ui().locale();
        return modules.all().stream()
                .filter(module -> modules.isOn(module.word(), centre))
                .flatMap(module -> module.settings().stream()
                        .filter(setting -> !ELSEWHERE.contains(setting.key()))
                        .map(setting -> row(module, setting, centre, locale, call.form())))
                .toList();
    }

    private static SettingRow row(
            ModuleDescriptor module, SettingDefinition setting, Tenant centre, Locale locale, Form posted) {
        String present = centre.policy(setting.key(), "");
        return new SettingRow(
                setting.key(),
                module.texts().find(locale, "setting." + setting.key()).orElse(setting.key()),
                present,
                setting.usual(),
                SettingChanges.shown(setting.key(), present, posted));
    }

    /** Changes what differs from what was shown. */
    @POST
    @RequiresPermission(TenancyPermission.CHANGE)
    public Response change(@Context PageCall call, @PathParam("centre") String id) {
        Tenant centre = reach.centre(call, id);
        try {
            Map<String, String> changed = SettingChanges.of(rows(modules, centre, call), call.form());
            acts.set(centre.id(), changed, call.context());
            return call.redirect("/centres/at/" + centre.id(), "branded");
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, centre));
        }
    }
}
