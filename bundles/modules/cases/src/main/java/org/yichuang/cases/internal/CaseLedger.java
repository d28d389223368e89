package org.yichuang.cases.internal;

import java.time.temporal.ChronoUnit;
import java.util.function.BiFunction;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.cases.internal.domain.CaseFiles;
import org.yichuang.cases.internal.domain.CaseRepositories;
import org.yichuang.cases.internal.domain.CommandContext;
import org.yichuang.cases.internal.domain.Done;
import org.yichuang.cases.internal.persistence.Json;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Digests;
import org.yichuang.kernel.api.Ids;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/** Where every step of a case ends: in the journal, in the row, and in the letters that leave. */
public class CaseLedger {
    /** The kind of aggregate in the journal. */
    static final String AGGREGATE = "case";

    private final CaseRepositories store;
    private final Tenants tenants;

    public CaseLedger(CaseRepositories store, Tenants tenants) {
        this.store = store;
        this.tenants = tenants;
    }

    CaseFiles cases(UnitOfWork unit) {
        return store.cases(unit);
    }

    CommandContext moment(CallContext context) {
        Tenant here = tenants.get(context.tenant());
        // as fine as the columns keep it, so that an answer reads the same now and later
        return new CommandContext(
                context.at().truncatedTo(ChronoUnit.MICROS), context.actor(), here, tenants.calendar(here.id()));
    }

    /** Takes a step on a case that is there, and answers what it looks like afterwards. */
    CaseView step(UnitOfWork unit, CaseFile file, BiFunction<CaseFile, CommandContext, Done> work) {
        CommandContext now = moment(unit.context());
        String before = digest(file);
        settle(unit, file, before, work.apply(file, now));
        cases(unit).flush();
        return CaseViews.view(file, unit.context().tenant(), tenants);
    }

    /** Takes the first step on a new case. */
    CaseView open(UnitOfWork unit, CaseFile file, BiFunction<CaseFile, CommandContext, Done> work) {
        Done done = work.apply(file, moment(unit.context()));
        settle(unit, file, "", done);
        CaseFiles files = cases(unit);
        files.add(file);
        files.flush();
        return CaseViews.view(file, unit.context().tenant(), tenants);
    }

    private void settle(UnitOfWork unit, CaseFile file, String before, Done done) {
        AuditEntry entry =
                new AuditEntry(AGGREGATE, file.number(), done.command().word(), before, digest(file), done.details());
        record(unit, file, entry);
        for (Done.Post post : done.posts()) {
            unit.send(new OutgoingMessage(
                    Ids.next(unit.context().at()),
                    LinkedCases.TOPIC,
                    post.receiver(),
                    file.number(),
                    post.sequence(),
                    post.letter().type().word(),
                    Json.write(post.letter())));
        }
    }

    void record(UnitOfWork unit, CaseFile file, AuditEntry entry) {
        ChainHead head = unit.record(entry, file.chain());
        file.chain(head);
    }

    /** What the journal compares: everything that a step can change. */
    static String digest(CaseFile file) {
        return Digests.sha256(String.join(
                "\n",
                file.state().name(),
                file.due().map(Object::toString).orElse(""),
                Json.write(file.submission()),
                Json.write(file.progress())));
    }
}
