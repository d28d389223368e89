package org.yichuang.cases.internal.web;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.cases.api.CasePermission;
import org.yichuang.cases.api.JointCases;
import org.yichuang.cases.internal.view.BranchTables;
import org.yichuang.cases.internal.view.BranchTexts;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;

/** What waits for the departments of whoever looks, in joint cases. */
@Path("/{tenant}/worklist/branches")
public class BranchPages {
    private static final int ROWS = 30;

    private final JointCases joint;

    /** In front of the service. */
    public BranchPages(JointCases joint) {
        this.joint = joint;
    }

    /** The branches, the nearest first. */
    @GET
    @RequiresPermission(CasePermission.WORK)
    public Response list(@Context PageCall call) {
        return call.render(Screen.working(
                        new BranchTexts(call.ui()).say("branches.title"),
                        ApplyPages.TEMPLATES.branches(
                                call.ui(),
                                BranchTables.waiting(
                                        joint.branches("", PageRequest.of(ROWS, call.query("cursor")), call.context()),
                                        call.ui())))
                .under(call.ui().t("work.list"), "/worklist"));
    }
}
