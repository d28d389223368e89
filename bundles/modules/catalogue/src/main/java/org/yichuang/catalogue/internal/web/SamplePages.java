package org.yichuang.catalogue.internal.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.internal.HeldSample;
import org.yichuang.catalogue.internal.SampleFiles;
import org.yichuang.catalogue.internal.SampleFiles.Removal;
import org.yichuang.catalogue.internal.domain.sample.SampleKind;
import org.yichuang.catalogue.internal.view.SampleTables;
import org.yichuang.catalogue.internal.view.SampleTables.Seen;
import org.yichuang.documents.api.FileStore.HandedIn;
import org.yichuang.documents.api.FileType;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.Field;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.pages.api.Ui;
import org.yichuang.pages.api.UploadedFile;

/** The samples and blank forms of one of the centre's own items, for whoever keeps it. */
@Path("/{tenant}/editor/items/{code}/samples")
public class SamplePages {
    private static final String ENDINGS = String.join(",", FileType.allEndings());

    private final SampleFiles samples;

    /** In front of the service. */
    public SamplePages(SampleFiles samples) {
        this.samples = samples;
    }

    /** The files, and the forms that change them. */
    @GET
    @RequiresPermission(CataloguePermission.VIEW)
    public Response list(@Context PageCall call, @PathParam("code") String code) {
        return call.render(screen(call, code));
    }

    private Screen screen(PageCall call, String code) {
        Ui ui = call.ui();
        ItemDefinition item = samples.newest(code, call.context());
        List<HeldSample> held = samples.held(code, call.context());
        boolean isKeeper = call.context().actor().isPermitted(CataloguePermission.PUBLISH);
        List<Field> which = isKeeper ? SampleTables.which(item, held, ui) : List.of();
        return Screen.working(
                        ui.t("sample.title"),
                        ItemPages.TEMPLATES.samples(
                                ui,
                                code,
                                SampleTables.files(held, ui),
                                which,
                                isKeeper ? SampleTables.removable(held, ui) : List.of(),
                                ENDINGS))
                .under(ui.t("editor.title"), "/editor")
                .under(item.name(), "/editor/items/" + code);
    }

    /** Gives a file. */
    @POST
    @RequiresPermission(CataloguePermission.PUBLISH)
    public Response give(@Context PageCall call, @PathParam("code") String code) {
        try {
            UploadedFile file = call.form()
                    .file("file")
                    .orElseThrow(() -> ProblemException.field(
                            CommonError.FIELDS_INVALID,
                            "file",
                            LocalizedMessage.of(SamplePages.class, "sample.file-missing")));
            HandedIn handed = new HandedIn(file.name(), file.mediaType(), SampleFiles.LARGEST);
            try (InputStream content = file.open()) {
                Seen place = seen(call, "place");
                int between = place.what().indexOf('/');
                samples.give(
                        code,
                        place.what().substring(between + 1),
                        kind(place.what().substring(0, Math.max(0, between))),
                        handed,
                        content,
                        expecting(place, call));
            }
            return call.redirect("/editor/items/" + code + "/samples", "sample-given");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, code));
        }
    }

    /** Takes a file away. */
    @POST
    @Path("/taking-back")
    @RequiresPermission(CataloguePermission.PUBLISH)
    public Response takeOut(@Context PageCall call, @PathParam("code") String code) {
        try {
            Seen file = seen(call, "file");
            samples.takeOut(code, new Removal(file.what(), call.form().text("reason")), expecting(file, call));
            return call.redirect("/editor/items/" + code + "/samples", "sample-taken-out");
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, code));
        }
    }

    /** What was chosen, in the state in which it was shown. */
    private static Seen seen(PageCall call, String field) {
        return Seen.parse(call.form().text(field))
                .orElseThrow(() -> ProblemException.field(
                        CommonError.FIELDS_INVALID,
                        field,
                        LocalizedMessage.of(SamplePages.class, "sample.not-chosen")));
    }

    /** Another file that somebody has given since is not taken for the one that was seen. */
    private static CallContext expecting(Seen seen, PageCall call) {
        CallContext context = call.context();
        return new CallContext(
                context.tenant(),
                context.actor(),
                context.at(),
                context.requestId(),
                context.idempotencyKey(),
                Optional.of(seen.revision()));
    }

    private static SampleKind kind(String key) {
        return SampleKind.parse(key)
                .orElseThrow(() -> ProblemException.field(
                        CommonError.FIELDS_INVALID,
                        "place",
                        LocalizedMessage.of(SamplePages.class, "sample.kind-unknown")));
    }
}
