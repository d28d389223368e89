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
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.catalogue.internal.BasicCatalogue;
import org.yichuang.catalogue.internal.BasicCatalogue.Listed;
import org.yichuang.catalogue.internal.BasicCatalogue.NewList;
import org.yichuang.catalogue.internal.BasicCatalogue.Standing;
import org.yichuang.catalogue.internal.Mistake;
import org.yichuang.catalogue.internal.Unification;
import org.yichuang.catalogue.internal.domain.basic.NewBasic;
import org.yichuang.catalogue.internal.view.BasicTables;
import org.yichuang.catalogue.internal.view.ChangedEntry;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.Field;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.pages.api.Table;
import org.yichuang.pages.api.Ui;
import org.yichuang.web.api.AllowEveryone;

/** The basic catalogue, and what this centre makes of it. */
@Path("/{tenant}/catalogue/basics")
public class BasicPages {
    private static final String PATH = "/catalogue/basics";
    private static final int ROWS = 50;
    private static final int PARTS = 5;
    private static final int LONGEST_WORDS = 100;
    private static final Long NOT_THERE = 0L;

    private final BasicCatalogue basics;

    /** In front of the service. */
    public BasicPages(BasicCatalogue basics) {
        this.basics = basics;
    }

    /** Which items there are, and for whoever keeps a catalogue how far the centre is with them. */
    @GET
    @AllowEveryone
    public Response list(@Context PageCall call) {
        String code = call.query("entry");
        boolean isChanging = isSetter(call) && !code.isEmpty();
        return call.render(
                screen(call, isChanging ? BasicTables.changed(basics.own(code, call.context()), call.ui()) : null, ""));
    }

    private static boolean isSetter(PageCall call) {
        return call.context().actor().isPermitted(CataloguePermission.PUBLISH)
                && !Level.CITY.isAbove(call.tenant().level());
    }

    /**
     * @param changed the item that this centre has set and that is to be changed; null for none
     * @param lines what stands in the form of new items already
     */
    private Screen screen(PageCall call, ChangedEntry changed, String lines) {
        Ui ui = call.ui();
        Actor actor = call.context().actor();
        boolean isSetter = isSetter(call);
        List<Field> filter =
                List.of(Field.of(Field.Kind.SEARCH, "q", ui.t("search.words")).maxLength(LONGEST_WORDS));
        Page<Listed> page = basics.list(call.query("q"), PageRequest.of(ROWS, call.query("cursor")), call.context());
        Table entries = BasicTables.entries(page, isSetter ? call.tenant().id() : null, ui);
        String hint = page.items().isEmpty() && isNothingSet(call) ? "basic.nothing" : "basic.hint";
        if (!actor.isPermitted(CataloguePermission.VIEW)) {
            return Screen.reading(ui.t("basic.title"), ItemPages.TEMPLATES.basics(ui, hint, filter, List.of(entries)));
        }
        Standing standing = basics.standing(call.context());
        String missing = standing.missing().stream()
                .limit(Unification.MOST_ADOPTED)
                .map(each -> each.item().code())
                .collect(Collectors.joining("\n"));
        return Screen.working(
                ui.t("basic.title"),
                ItemPages.TEMPLATES.basicskept(
                        ui,
                        BasicTables.facts(standing, ui),
                        ItemPages.TEMPLATES.basics(
                                ui,
                                hint,
                                filter,
                                List.of(BasicTables.missing(standing, ui), BasicTables.unnamed(standing, ui), entries)),
                        actor.isPermitted(CataloguePermission.EDIT) ? missing : "",
                        isSetter,
                        changed,
                        lines));
    }

    /** Whether no centre of the line has set anything: then there is no rule that anybody could keep. */
    private boolean isNothingSet(PageCall call) {
        return basics.list("", PageRequest.of(1, null), call.context()).items().isEmpty();
    }

    /** The page that comes again: nothing that was typed is lost, and nobody's words are written over unseen. */
    private Screen again(PageCall call, String code) {
        Form typed = call.form();
        try {
            long seen = call.context().expectedVersion().orElse(NOT_THERE);
            return screen(call, BasicTables.again(basics.own(code, call.context()), seen, typed, call.ui()), "");
        } catch (ProblemException e) {
            if (e.code() != CatalogueError.BASIC_UNKNOWN) {
                throw e;
            }
            return screen(call, null, typed.has("name") ? BasicTables.line(code, typed, call.ui()) : "");
        }
    }

    /** Sets items, one a line; what is there already and says something else stays unless it is to be written over. */
    @POST
    @RequiresPermission(CataloguePermission.PUBLISH)
    public Response put(@Context PageCall call) {
        try {
            Long revision = call.form().optional("over").isPresent() ? null : NOT_THERE;
            basics.put(new NewList(read(call.form().text("entries"), revision)), call.context());
            return call.redirect(PATH, "basic-set");
        } catch (ProblemException e) {
            return call.redisplay(ofLines(e), screen(call, null, ""));
        }
    }

    /** Says something else of an item as it was seen. */
    @POST
    @Path("/changes")
    @RequiresPermission(CataloguePermission.PUBLISH)
    public Response change(@Context PageCall call) {
        Form form = call.form();
        try {
            NewBasic said = new NewBasic(
                    form.text("entry"),
                    form.text("name"),
                    ItemType.parse(form.text("type")).orElse(null),
                    form.text("basis"),
                    Arrays.stream(Level.values())
                            .filter(level ->
                                    form.optional(BasicTables.level(level)).isPresent())
                            .toList(),
                    call.context().expectedVersion().orElse(NOT_THERE));
            basics.put(new NewList(List.of(said)), call.context());
            return call.redirect(PATH, "basic-set");
        } catch (ProblemException e) {
            return call.redisplay(ofOne(e), again(call, form.text("entry")));
        }
    }

    /** Problems of the one item stand beside its fields. */
    private static ProblemException ofOne(ProblemException refusal) {
        return new ProblemException(
                refusal.code(),
                refusal.fields().isEmpty()
                        ? refusal.message()
                        : refusal.fields().get(0).message(),
                refusal.fields().stream()
                        .map(wrong ->
                                new FieldProblem(wrong.field().replaceFirst("^entries\\[0]\\.", ""), wrong.message()))
                        .toList());
    }

    /** @param revision in which state each is expected; null for any */
    private static List<NewBasic> read(String typed, Long revision) {
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
                read.add(new NewBasic(parts[0], parts[1], type.get(), parts[3], levels, revision));
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
        String entry = call.form().text("entry");
        try {
            basics.takeOut(entry, new Mistake(call.form().text("reason")), call.context());
            return call.redirect(PATH, "basic-taken-out");
        } catch (ProblemException e) {
            return call.redisplay(e, again(call, entry));
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
            return call.redisplay(e, screen(call, null, ""));
        }
    }
}
