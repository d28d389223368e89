package org.yichuang.cases.internal.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.cases.api.CasePermission;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.JointCases;
import org.yichuang.cases.api.JointRequests;
import org.yichuang.cases.api.JointView.BranchView;
import org.yichuang.cases.internal.domain.BranchWork;
import org.yichuang.cases.internal.view.BranchTables;
import org.yichuang.cases.internal.view.BranchTexts;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;

/** A joint case: its departments, what each has said, and what they do together. */
@Path("/{tenant}/cases/{number}/joint")
public class JointPages {
    private final CaseService cases;
    private final JointCases joint;

    /** In front of the services. */
    public JointPages(CaseService cases, JointCases joint) {
        this.cases = cases;
        this.joint = joint;
    }

    /** The departments, and the forms of whoever looks. */
    @GET
    @RequiresPermission(CasePermission.WORK)
    public Response show(@Context PageCall call, @PathParam("number") String number) {
        return call.render(screen(call, number));
    }

    private Screen screen(PageCall call, String number) {
        CaseView view = cases.find(number, call.context());
        Actor actor = call.context().actor();
        boolean isOpen = view.state() == CaseState.ACCEPTED && view.joint() != null;
        List<BranchView> mine = isOpen && actor.isPermitted(CasePermission.OPINION)
                ? view.branches().stream()
                        .filter(branch -> actor.worksFor(branch.department())
                                || !branch.decides() && actor.worksFor(view.department()))
                        .filter(branch -> branch.waits() || !branch.opinions().isEmpty() && isMetSince(branch, view))
                        .toList()
                : List.of();
        boolean coordinates =
                isOpen && actor.isPermitted(CasePermission.COORDINATE) && actor.worksFor(view.department());
        return Screen.working(
                        new BranchTexts(call.ui()).say("joint.title"),
                        ApplyPages.TEMPLATES.jointcase(
                                call.ui(), view, BranchTables.ofCase(view, call.ui()), mine, coordinates, may(actor)))
                .under(call.ui().t("work.list"), "/worklist")
                .under(view.itemName(), "/cases/" + number);
    }

    /** Which of the forms of a branch whoever looks may use. */
    private static List<String> may(Actor actor) {
        return Map.of("examination", CasePermission.EXAMINE, "suspension", CasePermission.SUSPEND).entrySet().stream()
                .filter(form -> actor.isPermitted(form.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean isMetSince(BranchView branch, CaseView view) {
        Instant said = branch.opinions().get(branch.opinions().size() - 1).at();
        return view.joint().meetings().stream()
                        .anyMatch(meeting -> BranchWork.isSince(meeting.at(), meeting.heldOn(), said))
                || view.joint().raised().stream()
                        .anyMatch(raised ->
                                raised.settledAt() != null && raised.settledAt().isAfter(said));
    }

    /** Says what a department thinks. */
    @POST
    @Path("/opinion")
    @RequiresPermission(CasePermission.OPINION)
    public Response giveOpinion(@Context PageCall call, @PathParam("number") String number) {
        String branch = call.form().text("branch");
        return given(
                call,
                number,
                () -> joint.giveOpinion(number, branch, JointForms.opinion(call, branch), call.context()));
    }

    /** Takes a step of the examination of a branch. */
    @POST
    @Path("/examination")
    @RequiresPermission(CasePermission.EXAMINE)
    public Response examine(@Context PageCall call, @PathParam("number") String number) {
        String branch = call.form().text("branch");
        return given(
                call,
                number,
                () -> joint.examine(
                        number, branch, ExaminationForms.examination(call, branch + ".", Map.of()), call.context()));
    }

    /** Begins a special procedure that one department needs. */
    @POST
    @Path("/suspension")
    @RequiresPermission(CasePermission.SUSPEND)
    public Response suspend(@Context PageCall call, @PathParam("number") String number) {
        String branch = call.form().text("branch");
        return given(
                call,
                number,
                () -> joint.suspend(number, branch, ClockForms.suspend(call, branch + "."), call.context()));
    }

    /** Ends it. */
    @POST
    @Path("/resumption")
    @RequiresPermission(CasePermission.SUSPEND)
    public Response resume(@Context PageCall call, @PathParam("number") String number) {
        CaseRequests.Resume over = new CaseRequests.Resume(null);
        return given(call, number, () -> joint.resume(number, call.form().text("branch"), over, call.context()));
    }

    /** Records a meeting. */
    @POST
    @Path("/meeting")
    @RequiresPermission(CasePermission.COORDINATE)
    public Response holdMeeting(@Context PageCall call, @PathParam("number") String number) {
        return given(call, number, () -> joint.holdMeeting(number, JointForms.meeting(call), call.context()));
    }

    /** Says what has come of an agreement; the form says of which. */
    @POST
    @Path("/report")
    @RequiresPermission(CasePermission.COORDINATE)
    public Response report(@Context PageCall call, @PathParam("number") String number) {
        String agreement = call.form().text("agreement");
        return given(
                call,
                number,
                () -> joint.report(number, agreement, JointForms.report(call, agreement), call.context()));
    }

    /** Invites all departments to one day and place. */
    @POST
    @Path("/appointment")
    @RequiresPermission(CasePermission.COORDINATE)
    public Response appoint(@Context PageCall call, @PathParam("number") String number) {
        return given(call, number, () -> joint.appoint(number, JointForms.appointment(call), call.context()));
    }

    /** Records what came of it. */
    @POST
    @Path("/appointment-record")
    @RequiresPermission(CasePermission.COORDINATE)
    public Response record(@Context PageCall call, @PathParam("number") String number) {
        return given(call, number, () -> {
            List<String> branches = cases.find(number, call.context()).branches().stream()
                    .map(BranchView::id)
                    .toList();
            return joint.record(number, JointForms.record(call, branches), call.context());
        });
    }

    /** Says that it is not held. */
    @POST
    @Path("/appointment-cancellation")
    @RequiresPermission(CasePermission.COORDINATE)
    public Response callOff(@Context PageCall call, @PathParam("number") String number) {
        return given(
                call,
                number,
                () -> joint.callOff(
                        number,
                        new JointRequests.CallOff(RequiredFields.required(
                                call, "cancelled", LocalizedMessage.of(JointForms.class, "field.cancelled"))),
                        call.context()));
    }

    /** Raises it to the government. */
    @POST
    @Path("/raise")
    @RequiresPermission(CasePermission.COORDINATE)
    public Response raise(@Context PageCall call, @PathParam("number") String number) {
        return given(call, number, () -> joint.raise(number, JointForms.raise(call), call.context()));
    }

    /** Records what the government has settled. */
    @POST
    @Path("/settlement")
    @RequiresPermission(CasePermission.COORDINATE)
    public Response settle(@Context PageCall call, @PathParam("number") String number) {
        return given(call, number, () -> joint.settle(number, JointForms.settle(call), call.context()));
    }

    private Response given(PageCall call, String number, Supplier<CaseView> command) {
        try {
            command.get();
            return call.redirect("/cases/" + number + "/joint");
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, number));
        }
    }
}
