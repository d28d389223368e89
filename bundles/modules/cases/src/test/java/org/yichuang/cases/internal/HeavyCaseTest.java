package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.cases.internal.Centres.AGREE;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.MaterialGiven;
import org.yichuang.cases.api.CaseRequests.NonAcceptance;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView.MaterialView;
import org.yichuang.testing.ModuleTransactions;

/** As many and as large files as a case may have go to the city. The short form; the long one is {@code bench/files}.
 * */
public class HeavyCaseTest {
    private static final boolean IS_LONG = "long".equals(System.getProperty("yichuang.test.drill"));
    private static final int FILES = IS_LONG ? 50 : 6;
    private static final int SIZE = IS_LONG ? 10 << 20 : 1 << 20;

    private static final CaseRequests.NotAccept BACK =
            new CaseRequests.NotAccept(NonAcceptance.INCOMPLETE, "初审意见不完整", "办法第三条", "补齐后重新上报", null);

    private static ModuleTransactions transactions;
    private Centres centres;

    @BeforeClass
    public static void open() {
        transactions = ModuleTransactions.open("cases", "documents");
    }

    @AfterClass
    public static void close() {
        transactions.close();
    }

    @Before
    public void begin() {
        transactions.clear();
        centres = new Centres(transactions);
    }

    @Test
    public void aCaseOfManyLargeFilesGoesUpAndComesBackAndNothingGoesTwice() throws IOException {
        List<MaterialGiven> given = new ArrayList<>();
        for (int number = 0; number < FILES; number++) {
            try (InputStream content = content(number)) {
                String file = centres.service
                        .upload(number + ".pdf", "application/pdf", content, centres.clerk(HAIYANG))
                        .file();
                given.add(new MaterialGiven("m1", null, file, false));
            }
        }
        String county = centres.service
                .submit(
                        new CaseRequests.Submit(
                                Items.TREES, Centres.ENTERPRISE, Map.of("route", "county-city"), given, null),
                        centres.clerk(HAIYANG))
                .number();
        centres.service.accept(county, ACCEPT, centres.clerk(HAIYANG));
        centres.service.preReview(county, AGREE, centres.reviewer(HAIYANG));

        centres.post();

        String city = centres.numberAt(YANTAI, county);
        List<MaterialView> there = centres.find(city, YANTAI).materials();
        assertEquals(FILES, there.size());
        assertEquals(
                centres.find(county, HAIYANG).materials().stream()
                        .map(MaterialView::sha256)
                        .toList(),
                there.stream().map(MaterialView::sha256).toList());
        assertEquals(FILES, keptAtTheCity());

        centres.service.notAccept(city, BACK, centres.clerk(YANTAI));
        centres.post();
        centres.service.preReview(county, AGREE, centres.reviewer(HAIYANG));
        centres.post();
        assertEquals(CaseState.RECEIVED, centres.find(city, YANTAI).state());
        assertEquals("nothing has gone twice", FILES, keptAtTheCity());
    }

    /** How often a file was taken in there. */
    private static int keptAtTheCity() {
        return (int) transactions.entries().stream()
                .filter(entry -> entry.tenant().equals(YANTAI))
                .filter(entry -> entry.entry().action().equals("keep"))
                .filter(entry -> entry.entry().aggregateType().equals("stored-file"))
                .map(entry -> entry.entry().aggregateId())
                .distinct()
                .count();
    }

    private static InputStream content(int number) {
        byte[] head = ("%PDF-1.7 " + number + "\n").getBytes(StandardCharsets.US_ASCII);
        SplittableRandom random = new SplittableRandom(number);
        InputStream rest = new InputStream() {
            private int left = SIZE - head.length;

            @Override
            public int read() {
                return left-- > 0 ? random.nextInt(256) : -1;
            }
        };
        return new SequenceInputStream(new ByteArrayInputStream(head), rest);
    }
}
