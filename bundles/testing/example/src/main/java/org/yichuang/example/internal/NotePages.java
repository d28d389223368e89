package org.yichuang.example.internal;

import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.pages.api.Table;

/** The page. */
@Path("/{tenant}/example")
public class NotePages {
    private final Notes notes;

    public NotePages(Notes notes) {
        this.notes = notes;
    }

    @GET
    @RequiresPermission("example.view")
    public Response all(@Context PageCall call) {
        List<Table.Row> rows = notes.all(call.context()).stream()
                .map(note -> Table.Row.of(call.ui().text(note.words())))
                .toList();
        String title = call.ui().t("name");
        return call.render(Screen.working(
                title, call.ui().table(new Table(title, List.of(Table.Column.of(title)), rows, null, title))));
    }
}
