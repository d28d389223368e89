package org.yichuang.catalogue.internal.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.catalogue.internal.BasicCatalogue;
import org.yichuang.catalogue.internal.BasicCatalogue.NewList;
import org.yichuang.catalogue.internal.BasicCatalogue.Standing;
import org.yichuang.catalogue.internal.Mistake;
import org.yichuang.catalogue.internal.Unification;
import org.yichuang.catalogue.internal.domain.basic.NewBasic;
import org.yichuang.catalogue.internal.view.BasicTables;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.pages.api.Ui;

/** The basic catalogue, and what this centre makes of it. */
@Path("/{tenant}/catalogue/basics")
public class BasicPages {
    private static final String PATH = "/catalogue/basics";
    private static final int ROWS = 50;
    private static final int PARTS = 5;

    private final BasicCatalogue basics;

    /** In front of the service. */
    public BasicPages(BasicCatalogue basics) {
        this.basics = basics;
    }

    /** Which items there are, and how far the centre is with them. */
    @GET
    @RequiresPermission(CataloguePermission.VIEW)
    public Response list(@Context PageCall call) {
        return call.render(screen(call));
    }

    private Screen screen(PageCall call) {
        Ui ui = call.ui();
        Standing standing = basics.standing(call.context());
        return Screen.working(
                ui.t("basic.title"),
                ItemPages.TEMPLATES.basics(
                        ui,
                        BasicTables.facts(standing, ui),
                        List.of(
                                BasicTables.missing(standing, ui),
                                BasicTables.unnamed(standing, ui),
                                BasicTables.entries(
                                        basics.list(PageRequest.of(ROWS, call.query("cursor")), call.context()), ui)),
                        standing.missing().stream()
                                .limit(Unification.MOST_ADOPTED)
                                .map(each -> each.item().code())
                                .collect(Collectors.joining("\n")),
                        !Level.CITY.isAbove(call.tenant().level())));
    }

    /** Sets items, one a line. */
    @POST
    @RequiresPermission(CataloguePermission.PUBLISH)
    public Response put(@Context PageCall call) {
        try {
            basics.put(new NewList(read(call.form().text("entries"))), call.context());
            return call.redirect(PATH, "basic-set");
        } catch (ProblemException e) {
            return call.redisplay(ofLines(e), screen(call));
        }
    }

    private static List<NewBasic> read(String typed) {
        List<NewBasic> read = new ArrayList<>();
        List<FieldProblem> problems = new ArrayList<>();
        int number = 0;
        for (String line : typed.lines().filter(text -> !text.isBlank()).toList()) {
            number++;
            String[] parts = line.split("[|｜]", -1);
            List<Level> levels = parts.length == PARTS ? levels(parts[PARTS - 1]) : List.of();
            Optional<ItemType> type = parts.length == PARTS ? ItemType.parse(parts[2].strip()) : Optional.empty();
            if (levels.isEmpty() || type.isEmpty()) {
                problems.add(new FieldProblem(
                        "entries", LocalizedMessage.of(BasicPages.class, "basics.line-malformed", number)));
            } else {
                read.add(new NewBasic(parts[0], parts[1], type.get(), parts[3], levels));
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(
                    CommonError.FIELDS_INVALID, problems.get(0).message(), problems);
        }
        return read;
    }

    /** The levels of a line; none where one of them is none. */
    private static List<Level> levels(String typed) {
        List<Optional<Level>> levels =
                Arrays.stream(typed.strip().split("[、,，/]")).map(Level::parse).toList();
        return levels.stream().allMatch(Optional::isPresent)
                ? levels.stream().flatMap(Optional::stream).toList()
                : List.of();
    }

    /** Problems of single lines stand beside the one field. */
    private static ProblemException ofLines(ProblemException refusal) {
        return new ProblemException(
                refusal.code(),
                refusal.message(),
                refusal.fields().stream()
                        .map(wrong -> new FieldProblem("entries", wrong.message()))
                        .toList());
    }

    /** Takes an item out. */
    @POST
    @Path("/taking-back")
    @RequiresPermission(CataloguePermission.PUBLISH)
    public Response takeOut(@Context PageCall call) {
        try {
            basics.takeOut(call.form().text("code"), new Mistake(call.form().text("reason")), call.context());
            return call.redirect(PATH, "basic-taken-out");
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call));
        }
    }

    /** Drafts items from it. */
    @POST
    @Path("/drafts")
    @RequiresPermission(CataloguePermission.EDIT)
    public Response draft(@Context PageCall call) {
        try {
            List<String> drafted = basics.draft(
                    Arrays.stream(call.form().text("codes").split("[\\s,，、；;]+"))
                            .filter(code -> !code.isEmpty())
                            .toList(),
                    call.context());
            return drafted.size() == 1
                    ? call.redirect("/editor/items/" + drafted.get(0), "drafted")
                    : call.redirect("/editor?kind=DRAFT", "drafted");
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call));
        }
    }
}
