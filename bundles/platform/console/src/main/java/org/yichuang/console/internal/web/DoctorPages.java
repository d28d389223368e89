package org.yichuang.console.internal.web;

import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.console.internal.ConsoleDescriptor;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.shell.api.HealthReport;
import org.yichuang.shell.api.HealthReport.Line;
import org.yichuang.tenancy.api.Tenants;

/** The examination of the platform, for operators. */
@Path("/{tenant}/doctor")
public class DoctorPages {
    private final HealthReport report;
    private final Reach reach;

    /** In front of whoever examines. */
    public DoctorPages(HealthReport report, Tenants tenants) {
        this.report = report;
        this.reach = new Reach(tenants);
    }

    /** What will be looked at. */
    @GET
    @RequiresPermission(ConsoleDescriptor.DOCTOR)
    public Response ask(@Context PageCall call) {
        return call.render(screen(call, null));
    }

    private static Screen screen(PageCall call, List<Line> findings) {
        return Screen.working(call.ui().t("doctor.title"), CentrePages.TEMPLATES.doctor(call.ui(), findings));
    }

    /** Looks, and says what was found of the platform and of the centres that are the operator's. */
    @POST
    @RequiresPermission(ConsoleDescriptor.DOCTOR)
    public Response examine(@Context PageCall call) {
        return call.render(screen(call, findings(call)));
    }

    List<Line> findings(PageCall call) {
        return report.examine().stream()
                .filter(line -> line.centre()
                        .map(centre -> reach.isReached(call, centre))
                        .orElse(true))
                .toList();
    }
}
