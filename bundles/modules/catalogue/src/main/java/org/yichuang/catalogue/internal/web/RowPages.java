package org.yichuang.catalogue.internal.web;

import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.catalogue.api.CatalogueEditing;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.internal.view.PartRows;
import org.yichuang.catalogue.internal.view.ViewWords;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.pages.api.Ui;

/** The parts of a draft that have rows: materials, the fields of the application form, routes with their stages. */
@Path("/{tenant}/editor/items/{code}/draft/{part}")
public class RowPages {
    private final CatalogueEditing editing;

    /** In front of the service. */
    public RowPages(CatalogueEditing editing) {
        this.editing = editing;
    }

    /** The rows of a part. */
    @GET
    @RequiresPermission(CataloguePermission.EDIT)
    public Response rows(@Context PageCall call, @PathParam("code") String code, @PathParam("part") String part) {
        return call.render(screen(call, code, part));
    }

    private Screen screen(PageCall call, String code, String part) {
        Ui ui = call.ui();
        ItemVersion newest = EditorPages.current(editing.versions(code, call.context()));
        return Screen.working(
                        new ViewWords(ui).say("rows.title." + known(part)),
                        ItemPages.TEMPLATES.draftrows(ui, newest, part, rows(newest, part, call)))
                .under(ui.t("editor.title"), "/editor")
                .under(newest.definition().name(), "/editor/items/" + code);
    }

    private static String known(String part) {
        if (!List.of(PartRows.MATERIALS, PartRows.FORM, PartRows.ROUTES).contains(part)) {
            throw new ProblemException(
                    CatalogueError.ITEM_UNKNOWN, LocalizedMessage.of(RowPages.class, "rows.unknown"));
        }
        return part;
    }

    private static List<PartRows> rows(ItemVersion version, String part, PageCall call) {
        Form form = call.form();
        return switch (part) {
            case PartRows.MATERIALS -> PartRows.materials(
                    version.definition(), new TypedRows(form, PartRows.MATERIALS, "code").all(), call.ui());
            case PartRows.FORM -> PartRows.form(
                    version.definition(), new TypedRows(form, PartRows.FORM, "name").all(), call.ui());
            default -> PartRows.routes(
                    version.definition(), new TypedRows(form, PartRows.ROUTES, "id").all(), call.ui());
        };
    }

    /** Keeps a draft with what was typed. */
    @POST
    @RequiresPermission(CataloguePermission.EDIT)
    public Response keep(@Context PageCall call, @PathParam("code") String code, @PathParam("part") String part) {
        DraftPart typed =
                switch (known(part)) {
                    case PartRows.MATERIALS -> new MaterialRows(call.form());
                    case PartRows.FORM -> new FormRows(call.form());
                    default -> new RouteRows(call.form());
                };
        try {
            ItemVersion newest = EditorPages.current(editing.versions(code, call.context()));
            editing.draft(typed.applyTo(newest.definition()), call.context());
            return call.redirect("/editor/items/" + code, "drafted");
        } catch (ProblemException e) {
            return call.redisplay(typed.placed(e), screen(call, code, part));
        }
    }
}
