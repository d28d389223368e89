package org.yichuang.cases.internal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.yichuang.cases.api.CaseRecord;
import org.yichuang.cases.api.Cases;
import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.cases.internal.domain.StoredFile;
import org.yichuang.cases.internal.domain.StoredFile.About;
import org.yichuang.cases.internal.persistence.JpaCaseRepositories;
import org.yichuang.documents.api.FileStore;
import org.yichuang.identity.api.AccountDirectory;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.EventEnvelope;
import org.yichuang.journal.api.EventFilter;
import org.yichuang.journal.api.EventListener;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.notices.api.NoticeService;
import org.yichuang.tenancy.api.Tenants;

/**
 * Tells applicants who handed in by themselves that a virus was found in a file of their case, while the case goes on.
 * Whoever has not handed in yet is told when they do; of a case that came from the centre below, that centre tells.
 */
public class InfectedFileNotices implements EventListener {
    /** The action in the journal. */
    static final String FOLLOWED = "follow-promises";

    private final FileStore files;
    private final JpaCaseRepositories store;
    private final Cases cases;
    private final AccountDirectory accounts;
    private final NoticeService notices;
    private final Tenants tenants;
    private final CaseLedger ledger;

    InfectedFileNotices(
            FileStore files,
            JpaCaseRepositories store,
            Cases cases,
            AccountDirectory accounts,
            NoticeService notices,
            Tenants tenants,
            CaseLedger ledger) {
        this.ledger = ledger;
        this.files = files;
        this.store = store;
        this.cases = cases;
        this.accounts = accounts;
        this.notices = notices;
        this.tenants = tenants;
    }

    @Override
    public String name() {
        return "cases-infected-files";
    }

    @Override
    public EventFilter wants() {
        return EventFilter.of("documents", FileStore.INFECTED_EVENT);
    }

    @Override
    public Optional<Duration> oldest() {
        return Optional.of(CaseNotice.OLDEST);
    }

    @Override
    public void on(EventEnvelope event, UnitOfWork unit) {
        List<String> ids = files.users(event.event().number(), unit).stream()
                .flatMap(user -> StoredFile.ofUser(user).stream())
                .toList();
        List<String> numbers = store.files(unit).about(ids).stream()
                .map(About::caseNumber)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
        numbers.forEach(number -> followPromises(number, unit));
        numbers.stream()
                .flatMap(number -> cases.find(number, unit).stream())
                .filter(file -> !file.transferred() && !file.state().isEnd())
                .filter(file -> accounts.isApplicant(file.submitter(), unit))
                .forEach(file -> notices.send(request(file, event), unit));
    }

    /** What was supplied by the file is to follow again: it stands among what was promised. */
    private void followPromises(String number, UnitOfWork unit) {
        ledger.cases(unit)
                .find(number)
                .filter(CaseFile::followPromises)
                .ifPresent(file -> ledger.record(unit, file, FOLLOWED, Map.of(), DomainEvent.NONE));
    }

    private NoticeService.Request request(CaseRecord file, EventEnvelope event) {
        return CaseNotice.FILE_INFECTED.about(file, tenants.get(event.tenant()), event.at());
    }
}
