package org.yichuang.catalogue.internal.web;

import java.util.Arrays;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.internal.DraftOpinions;
import org.yichuang.catalogue.internal.DraftOpinions.Give;
import org.yichuang.catalogue.internal.DraftOpinions.Opinions;
import org.yichuang.catalogue.internal.Submissions;
import org.yichuang.catalogue.internal.domain.opinion.ReviewOffice;
import org.yichuang.catalogue.internal.view.OpinionTables;
import org.yichuang.catalogue.internal.view.SubmissionTables;
import org.yichuang.catalogue.internal.view.ViewWords;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.Field.Option;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.pages.api.Ui;

/** Drafts that are examined before they are published, and what the offices say of them. */
@Path("/{tenant}/catalogue/opinions")
public class OpinionPages {
    private static final int ROWS = 50;
    private static final String PATH = "/catalogue/opinions";

    private final DraftOpinions opinions;
    private final Submissions submissions;

    /** In front of the services. */
    public OpinionPages(DraftOpinions opinions, Submissions submissions) {
        this.opinions = opinions;
        this.submissions = submissions;
    }

    /** The drafts of the centre, with what is wanting. */
    @GET
    @RequiresPermission(CataloguePermission.VIEW)
    public Response list(@Context PageCall call) {
        Ui ui = call.ui();
        PageRequest page = PageRequest.of(ROWS, call.query("cursor"));
        return call.render(Screen.working(
                new ViewWords(ui).say("opinions.title"),
                ItemPages.TEMPLATES.opinions(ui, OpinionTables.waiting(opinions.waiting(page, call.context()), ui))));
    }

    /** What is said of an item, and the form of those who may say something. */
    @GET
    @Path("/{code}")
    @RequiresPermission(CataloguePermission.VIEW)
    public Response item(@Context PageCall call, @PathParam("code") String code) {
        return call.render(screen(call, code));
    }

    private Screen screen(PageCall call, String code) {
        Ui ui = call.ui();
        Opinions said = opinions.of(code, call.context());
        List<Option> offices = Arrays.stream(ReviewOffice.values())
                .filter(office -> call.context().actor().isPermitted(office.permission()))
                .map(office -> new Option(office.key(), ui.localize(office.label())))
                .toList();
        return Screen.working(
                        said.name(),
                        ItemPages.TEMPLATES.opinion(
                                ui,
                                said,
                                offices,
                                SubmissionTables.agreed(submissions.agreed(code, call.context()), ui)))
                .under(new ViewWords(ui).say("opinions.title"), PATH);
    }

    /** Keeps an opinion. */
    @POST
    @Path("/{code}")
    @RequiresPermission(CataloguePermission.OPINE)
    public Response give(@Context PageCall call, @PathParam("code") String code) {
        try {
            Give given = new Give(
                    ReviewOffice.parse(call.form().text("office")).orElse(null),
                    agrees(call.form().text("agrees")),
                    call.form().text("words"));
            opinions.give(code, given, call.context());
            return call.redirect(PATH + "/" + code, "opined");
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, code));
        }
    }

    private static Boolean agrees(String chosen) {
        return switch (chosen) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> null;
        };
    }
}
