package org.yichuang.documents.internal;

import static org.junit.Assert.assertEquals;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.documents.api.DocumentService;
import org.yichuang.documents.api.DocumentService.DocumentView;
import org.yichuang.identity.api.PersonalDataCipher;
import org.yichuang.identity.internal.EnvelopeCipher;
import org.yichuang.identity.internal.MasterKeys;
import org.yichuang.journal.internal.JournalKeyDigests;
import org.yichuang.journal.internal.domain.ChainKey;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.tenancy.internal.DefaultModuleRegistry;
import org.yichuang.testing.Contract;
import org.yichuang.testing.TestDatabase;
import org.yichuang.testing.TestNode;
import org.yichuang.testing.centres.TestCentres;

/** Many take numbers of one series at once, on both databases: each is given to one, and none is left out. */
public class DocumentNumbersTest extends Contract {
    private static final int WRITERS = 8;
    private static final int STEPS = 24;
    private static final int YEARS = 8;
    private static final TreeSet<Integer> GIVEN =
            IntStream.rangeClosed(1, STEPS * 2 / 3).boxed().collect(Collectors.toCollection(TreeSet::new));

    private final TestCentres province = new TestCentres();
    private DocumentService documents;

    @Override
    @Before
    public void start() {
        database = TestDatabase.fresh(kind, "db/changelog/documents.xml");
        node = new TestNode(database, folder.getRoot(), clock);
        other = new TestNode(database, folder.getRoot(), clock);
        JournalKeyDigests digests = new JournalKeyDigests(new ChainKey(new byte[32]));
        PersonalDataCipher cipher = new EnvelopeCipher(
                digests, MasterKeys.open(digests, Path.of("nowhere", "personal-data.keys")), () -> true, () -> true);
        TemplateRegistry templates = new TemplateRegistry(new DefaultModuleRegistry(null));
        templates.bound(new Receipt());
        Wiring wiring = TestRegistries.wiring(node, cipher, templates, province, clock);
        wiring.printer().stop(); // nothing is printed behind the test's back
        documents = wiring.documents();
    }

    @Test
    public void numbersHaveNoGapsHoweverManyWriteAndFail() throws Exception {
        ExecutorService clerks = Executors.newFixedThreadPool(WRITERS);
        try {
            for (int year = 2026; year < 2026 + YEARS; year++) {
                province.at(year + "-01-05T09:00"); // a year begins a series, which is the narrowest place
                assertEquals(GIVEN, given(clerks));
            }
        } finally {
            clerks.shutdownNow();
        }
        assertEquals("", node.journal().verify(HAIYANG).firstBreak());
    }

    private TreeSet<Integer> given(ExecutorService clerks) throws Exception {
        List<Future<String>> numbers = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            boolean fails = i % 3 == 0;
            int number = i;
            numbers.add(clerks.submit(() -> issueOrFail(number, fails)));
        }
        TreeSet<Integer> given = new TreeSet<>();
        for (Future<String> number : numbers) {
            String text = number.get(120, TimeUnit.SECONDS);
            if (!text.isEmpty()) {
                given.add(Integer.valueOf(text.replaceAll(".*〕(\\d+)号", "$1")));
            }
        }
        return given;
    }

    private String issueOrFail(int number, boolean fails) {
        CallContext call = CallContext.system(HAIYANG, province.now(), "t");
        try {
            return node.transactions().write(call, String.class, unit -> {
                DocumentView view = documents.issue(Receipt.about("" + number), unit);
                if (fails) {
                    throw new IllegalArgumentException("the step refuses");
                }
                return view.number();
            });
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
