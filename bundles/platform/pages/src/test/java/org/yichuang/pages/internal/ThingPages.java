package org.yichuang.pages.internal;

import gg.jte.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.kernel.api.Texts;
import org.yichuang.pages.api.Action;
import org.yichuang.pages.api.Field;
import org.yichuang.pages.api.HomePanel;
import org.yichuang.pages.api.NavigationEntry;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.PageModule;
import org.yichuang.pages.api.Panel;
import org.yichuang.pages.api.Screen;
import org.yichuang.pages.api.UploadedFile;
import org.yichuang.web.api.AllowEveryone;

/** A module with a form, as modules have them. */
@Path("/{tenant}/things")
public class ThingPages {
    final List<String> keys = new ArrayList<>();
    final List<String> fingerprints = new ArrayList<>();
    boolean isFull;
    int waiting;
    int asked;

    @GET
    @AllowEveryone
    public Response form(@Context PageCall call) {
        return call.render(screen(call));
    }

    @POST
    @AllowEveryone
    public Response save(@Context PageCall call) {
        keys.add(call.context().idempotencyKey().orElseThrow().key());
        fingerprints.add(call.context().idempotencyKey().orElseThrow().fingerprint());
        String name = call.form().text("name");
        if (name.isEmpty() || name.contains("<")) {
            return call.redisplay(
                    ProblemException.field(CommonError.FIELDS_INVALID, "name", LocalizedMessage.verbatim("请填写名称")),
                    screen(call));
        }
        try {
            return call.redirect("/things/" + length(call), "saved");
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call));
        }
    }

    private static long length(PageCall call) {
        Optional<UploadedFile> file = call.form().file("file");
        if (file.isEmpty()) {
            return 0;
        }
        try (InputStream content = file.get().open()) {
            return content.readAllBytes().length;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Screen screen(PageCall call) {
        Content name = call.ui().field(Field.text("name", "名称").required());
        Content box = call.ui().field(Field.check("box", "勾选").value("true"));
        return Screen.reading("东西", output -> {
                    name.writeTo(output);
                    box.writeTo(output);
                })
                .under("上一级", "/things");
    }

    @GET
    @Path("/staff/{number}")
    @RequiresPermission("cases.work")
    public Response staff(@Context PageCall call, @PathParam("number") String number) {
        Content text = call.ui().text(number);
        List<Content> panels = call.panels("thing", number);
        return call.render(Screen.working("办件", output -> {
            text.writeTo(output);
            call.actions("thing", number).forEach(action -> output.writeContent("<i>" + action.label() + "</i>"));
            for (Content panel : panels) {
                output.writeContent("<b>");
                panel.writeTo(output);
                output.writeContent("</b>");
            }
        }));
    }

    @DELETE
    @Path("/{number}")
    @AllowEveryone
    public Response remove(@Context PageCall call, @PathParam("number") String number) {
        keys.add("removed " + number);
        return call.redirect("/things", "removed");
    }

    @POST
    @Path("/staff/{number}/file")
    @RequiresPermission("cases.work")
    public Response attach(@Context PageCall call, @PathParam("number") String number) {
        return call.redirect("/things");
    }

    @GET
    @Path("/broken")
    @AllowEveryone
    public Response broken(@Context PageCall call) {
        throw new IllegalStateException("the secret inside");
    }

    /** The module that they belong to. */
    static PageModule module(ThingPages pages) {
        return new PageModule() {
            @Override
            public String module() {
                return "cases";
            }

            @Override
            public List<String> roots() {
                return List.of("things");
            }

            @Override
            public List<Object> resources() {
                return List.of(pages);
            }

            @Override
            public Texts texts() {
                return Components.TEXTS;
            }

            @Override
            public List<NavigationEntry> navigation() {
                return List.of(
                        NavigationEntry.open("/things", "layout.home", 1),
                        NavigationEntry.open("/things/broken", "layout.menu", 2),
                        NavigationEntry.of("/things/staff/1", "layout.menu", 2, "clerk")
                                .asStart());
            }

            @Override
            public int waiting(String path, CallContext context) {
                pages.asked++;
                return pages.waiting;
            }

            @Override
            public void checkUpload(CallContext context) {
                if (pages.isFull) {
                    throw new ProblemException(CommonError.FIELDS_INVALID, LocalizedMessage.verbatim("今天不能再上传了"));
                }
            }

            @Override
            public long largestBody() {
                return 2L << 20;
            }
        };
    }

    /** A module without a page is none. */
    @Path("/{tenant}/identity-page")
    public static final class ContributedPage {
        @GET
        @AllowEveryone
        public Response none(@Context PageCall call) {
            return call.redirect("/");
        }
    }

    /** The same, of another module. */
    @Path("/{tenant}/console-page")
    public static final class FailingPage {
        @GET
        @AllowEveryone
        public Response none(@Context PageCall call) {
            return call.redirect("/");
        }
    }

    /** A module that contributes to others' pages. */
    static class Contributor implements PageModule {
        private final String root;
        private final Object page;

        Contributor() {
            this("identity-page", new ContributedPage());
        }

        private Contributor(String root, Object page) {
            this.root = root;
            this.page = page;
        }

        @Override
        public String module() {
            return "cases"; // which is on
        }

        @Override
        public List<String> roots() {
            return List.of(root);
        }

        @Override
        public List<Object> resources() {
            return List.of(page);
        }

        @Override
        public Texts texts() {
            return Components.TEXTS;
        }

        @Override
        public List<Action> actions(String kind, String id) {
            return kind.equals("thing")
                    ? List.of(new Action("layout.home", "/bills/" + id, Set.of("clerk")))
                    : List.of();
        }

        @Override
        public List<Panel> panels(String kind, String id) {
            return kind.equals("thing")
                    ? List.of(
                            new ToyPanel("clerk", output -> output.writeUserContent("<bill> of " + id)),
                            new ToyPanel("clerk", output -> output.writeContent("\n  ")),
                            new ToyPanel("reviewer", output -> output.writeContent("for others")))
                    : List.of();
        }
    }

    /** A module whose every contribution to others' pages fails, one of them only while it is written. */
    static final class Failing extends Contributor {
        Failing() {
            super("console-page", new FailingPage());
        }

        @Override
        public List<HomePanel> panels() {
            return List.of(
                    new Shapeless("roles"),
                    new Shapeless("order"),
                    new Shapeless("wide"),
                    new ToyPanel("clerk", null),
                    new ToyPanel("clerk", output -> {
                        throw new IllegalStateException("a template of no use");
                    }));
        }

        @Override
        public List<Action> actions(String kind, String id) {
            throw new IllegalStateException("an action of no use");
        }

        @Override
        public List<Panel> panels(String kind, String id) {
            return List.copyOf(panels());
        }
    }

    /** @param failing what it cannot say of itself */
    private record Shapeless(String failing) implements HomePanel {
        @Override
        public int order() {
            return said("order", 2);
        }

        @Override
        public boolean wide() {
            return said("wide", true);
        }

        @Override
        public Set<String> roles() {
            return said("roles", Set.of("clerk"));
        }

        @Override
        public Content show(PageCall call) {
            return output -> {};
        }

        private <T> T said(String what, T usual) {
            if (what.equals(failing)) {
                throw new NoClassDefFoundError("its imports have gone");
            }
            return usual;
        }
    }

    /** @param content what it shows; it fails when there is none */
    private record ToyPanel(String role, Content content) implements HomePanel {
        @Override
        public int order() {
            return 1;
        }

        @Override
        public Set<String> roles() {
            return Set.of(role);
        }

        @Override
        public Content show(PageCall call) {
            return Optional.ofNullable(content).orElseThrow();
        }
    }
}
