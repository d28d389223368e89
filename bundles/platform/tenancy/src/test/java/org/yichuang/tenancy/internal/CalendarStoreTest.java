package org.yichuang.tenancy.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.yichuang.kernel.api.DivisionCode;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.tenancy.api.TenancyError;
import org.yichuang.tenancy.api.TenancyListener;

public class CalendarStoreTest {
    private static final DivisionCode HAIYANG = new DivisionCode("370687");
    private static final LocalDate NATIONAL_DAY = LocalDate.of(2026, 10, 1);
    private static final String NOTICE =
            """
            {"year":2026,"paper":"notice","days":[
              {"date":"2026-10-01","name":"国庆节","isOffDay":true},
              {"date":"2026-10-10","name":"国庆节","isOffDay":false}]}""";

    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    private final AtomicInteger changes = new AtomicInteger();
    private final TenancyListener listener = new TenancyListener() {
        @Override
        public void calendarChanged() {
            changes.incrementAndGet();
        }
    };

    @Test
    public void anImportedNoticeIsInForceAtOnceAndSurvivesARestart() {
        CalendarStore store = store();
        assertTrue(store.of(HAIYANG).isWorkday(NATIONAL_DAY));

        store.importYear(stream(NOTICE));

        assertFalse(store.of(HAIYANG).isWorkday(NATIONAL_DAY));
        assertTrue(store.of(HAIYANG).isWorkday(LocalDate.of(2026, 10, 10)));
        assertEquals(1, changes.get());
        CalendarStore restarted = store();
        assertFalse(restarted.of(HAIYANG).isWorkday(NATIONAL_DAY));
        assertEquals(store.loaded(), restarted.loaded());
    }

    @Test
    public void theSameNoticeAgainChangesNothing() {
        CalendarStore store = store();
        store.importYear(stream(NOTICE));

        store.importYear(stream(NOTICE));

        assertEquals(1, changes.get());
        assertEquals(1, store.loaded().size());
    }

    @Test
    public void aBadNoticeIsRefusedWithItsEntriesAndNothingChanges() {
        CalendarStore store = store();
        store.importYear(stream(NOTICE));
        String bad = "{\"year\":2026,\"days\":[{\"date\":\"2026-02-30\",\"isOffDay\":true},"
                + "{\"date\":\"2026-05-01\",\"isOffDay\":\"yes\"}]}";

        ProblemException refusal = assertThrows(ProblemException.class, () -> store.importYear(stream(bad)));

        assertEquals(TenancyError.CALENDAR_INVALID, refusal.code());
        assertEquals(
                List.of("days[0].date", "days[1].isOffDay"),
                refusal.fields().stream().map(field -> field.field()).toList());
        assertFalse(store.of(HAIYANG).isWorkday(NATIONAL_DAY));
    }

    @Test
    public void whatIsNotJsonIsRefused() {
        ProblemException refusal = assertThrows(ProblemException.class, () -> store().importYear(stream("holidays!")));

        assertEquals(TenancyError.CALENDAR_INVALID, refusal.code());
    }

    private CalendarStore store() {
        CalendarStore store =
                new CalendarStore(Path.of(folder.getRoot().getPath()), new ListenerNotifier(List.of(listener)));
        store.load();
        return store;
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
