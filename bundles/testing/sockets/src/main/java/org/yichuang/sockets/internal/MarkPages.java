package org.yichuang.sockets.internal;

import gg.jte.Content;
import java.util.List;
import java.util.Set;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.kernel.api.Texts;
import org.yichuang.pages.api.Action;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.PageModule;
import org.yichuang.pages.api.Panel;
import org.yichuang.pages.api.Screen;

/** A page of its own; a button and a panel on the page of a case; a panel on the workbench. */
@Path("/{tenant}/sockets")
public class MarkPages implements PageModule {
    private static final Texts TEXTS = Texts.beside(MarkPages.class, "texts");
    private static final String CLERK = "clerk";

    private final Marks marks;

    public MarkPages(Marks marks) {
        this.marks = marks;
    }

    /** The marks. */
    @GET
    @RequiresPermission(SocketsDescriptor.VIEW)
    public Response all(@Context PageCall call) {
        List<String> subjects =
                marks.all(call.context()).stream().map(Marks.View::subject).toList();
        return call.render(Screen.working(call.ui().t("marks"), output -> subjects.forEach(output::writeUserContent)));
    }

    @Override
    public String module() {
        return SocketsDescriptor.WORD;
    }

    @Override
    public List<String> roots() {
        return List.of(SocketsDescriptor.WORD);
    }

    @Override
    public List<Object> resources() {
        return List.of(this);
    }

    @Override
    public Texts texts() {
        return TEXTS;
    }

    @Override
    public List<Action> actions(String kind, String id) {
        return kind.equals("case") ? List.of(new Action("action", "/sockets", Set.of(CLERK))) : List.of();
    }

    @Override
    public List<Panel> panels(String kind, String id) {
        return switch (kind) {
            case "case" -> List.of(new CountPanel(Set.of(CLERK), id), new CountPanel(Set.of(), id));
            case "workbench" -> List.of(new CountPanel(Set.of(CLERK), ""));
            default -> List.of();
        };
    }

    /** How often a subject is marked; anything, when it is empty. */
    private final class CountPanel implements Panel {
        private final Set<String> roles;
        private final String subject;

        CountPanel(Set<String> roles, String subject) {
            this.roles = roles;
            this.subject = subject;
        }

        @Override
        public int order() {
            return 50;
        }

        @Override
        public Set<String> roles() {
            return roles;
        }

        @Override
        public Content show(PageCall call) {
            String words = call.ui().t("marked", marks.count(subject, call.context()));
            return output -> {
                output.writeContent("<h2 id=\"sockets\">");
                output.writeUserContent(call.ui().t("marks"));
                output.writeContent("</h2><p>");
                output.writeUserContent(words);
                output.writeContent("</p>");
            };
        }
    }
}
