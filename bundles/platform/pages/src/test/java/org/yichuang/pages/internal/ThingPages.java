package org.yichuang.pages.internal;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.Action;
import org.yichuang.pages.api.Field;
import org.yichuang.pages.api.HomePanel;
import org.yichuang.pages.api.NavigationEntry;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.PageModule;
import org.yichuang.pages.api.Screen;
import org.yichuang.pages.api.Texts;
import org.yichuang.web.api.AllowEveryone;

/** A module with a form, as modules have them. */
@Path("/{tenant}/things")
public class ThingPages {
    final List<String> keys = new ArrayList<>();
    final List<String> fingerprints = new ArrayList<>();

    @GET
    @AllowEveryone
    public Response form(@Context PageCall call) {
        return call.show(screen(call));
    }

    @POST
    @AllowEveryone
    public Response save(@Context PageCall call) {
        keys.add(call.context().idempotencyKey().orElseThrow().key());
        fingerprints.add(call.context().idempotencyKey().orElseThrow().fingerprint());
        String name = call.form().text("name");
        if (name.isEmpty() || name.contains("<")) {
            return call.again(
                    ProblemException.field(CommonError.FIELDS_INVALID, "name", "请填写名称", "Give a name"), screen(call));
        }
        long size = call.form().file("file").map(file -> file.size()).orElse(0L);
        return call.go("/things/" + size, "saved");
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
        return call.show(Screen.working("办件", call.ui().text(number)));
    }

    @DELETE
    @Path("/{number}")
    @AllowEveryone
    public Response remove(@Context PageCall call, @PathParam("number") String number) {
        keys.add("removed " + number);
        return call.go("/things", "removed");
    }

    @POST
    @Path("/staff/{number}/file")
    @RequiresPermission("cases.work")
    public Response attach(@Context PageCall call, @PathParam("number") String number) {
        return call.go("/things");
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
                        NavigationEntry.of("/things/staff/1", "layout.menu", 2, "clerk")
                                .asStart());
            }

            @Override
            public long largestBody() {
                return 2L << 20;
            }
        };
    }

    /** A module whose every contribution to others' pages fails. */
    static PageModule failing() {
        return new PageModule() {
            @Override
            public String module() {
                return "console";
            }

            @Override
            public List<String> roots() {
                return List.of("failing");
            }

            @Override
            public List<Object> resources() {
                return List.of();
            }

            @Override
            public Texts texts() {
                return Components.TEXTS;
            }

            @Override
            public List<HomePanel> panels() {
                return List.of(new FailingPanel());
            }

            @Override
            public List<Action> actions(String kind, String id) {
                throw new IllegalStateException("an action of no use");
            }
        };
    }

    private static final class FailingPanel implements HomePanel {
        @Override
        public int order() {
            return 1;
        }

        @Override
        public Set<String> roles() {
            return Set.of("clerk");
        }

        @Override
        public Content show(PageCall call) {
            throw new IllegalStateException("a panel of no use");
        }
    }
}
