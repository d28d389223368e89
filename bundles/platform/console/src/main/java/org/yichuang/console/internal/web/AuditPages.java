package org.yichuang.console.internal.web;

import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.console.internal.view.EntryRow;
import org.yichuang.journal.api.Journal;
import org.yichuang.journal.api.JournalEntry;
import org.yichuang.journal.api.JournalPermission;
import org.yichuang.journal.api.Verifications;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;

/** The audit trail of a centre, and the proof that nothing is missing in it. */
@Path("/{tenant}/audit")
public class AuditPages {
    private static final int ROWS = 50;

    private final Journal journal;
    private final Verifications verifications;

    /** In front of the journal. */
    public AuditPages(Journal journal, Verifications verifications) {
        this.journal = journal;
        this.verifications = verifications;
    }

    /** The entries, the newest first. */
    @GET
    @RequiresPermission(JournalPermission.AUDIT)
    public Response latest(@Context PageCall call) {
        return call.render(screen(call, verifications.status(call.context())));
    }

    private Screen screen(PageCall call, Verifications.Status verification) {
        Page<JournalEntry> page = journal.latest(PageRequest.of(ROWS, call.query("cursor")), call.context());
        List<EntryRow> rows = page.items().stream()
                .map(entry -> EntryRow.of(entry, call::label, call.ui().t("list.colon")))
                .toList();
        return Screen.working(
                call.ui().t("audit.title"), CentrePages.TEMPLATES.audit(call.ui(), rows, page.next(), verification));
    }

    /** Has all chains and anchors walked in the background; the page says what was found. */
    @POST
    @RequiresPermission(JournalPermission.AUDIT)
    public Response verify(@Context PageCall call) {
        verifications.start(call.context());
        return call.redirect("/audit");
    }
}
