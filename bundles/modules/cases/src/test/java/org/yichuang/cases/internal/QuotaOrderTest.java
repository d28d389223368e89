package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.yichuang.cases.api.CaseItem;
import org.yichuang.cases.api.CaseState;
import org.yichuang.kernel.api.TenantId;

/** Who comes first where there are fewer places than applicants (R1-16): by the day that the law sets. */
public class QuotaOrderTest extends DocumentsOfCases {
    private List<String> before(String number, String item, TenantId centre) {
        CaseRecords cases = new CaseRecords(Centres.repositories(transactions, TestCipher.CIPHER), null, null);
        CaseItem asked = new CaseItem(owner(number, item, centre), item, 1, item);
        return transactions.read(centres.clerk(centre), unit -> cases.acceptedBefore(number, asked, 9, unit));
    }

    /** In whose catalogue the item stands, as the case has frozen it. */
    private String owner(String number, String item, TenantId centre) {
        CaseRecords cases = new CaseRecords(Centres.repositories(transactions, TestCipher.CIPHER), null, null);
        return transactions
                .read(
                        centres.clerk(centre),
                        unit -> cases.find(number, unit).orElseThrow().items())
                .stream()
                .filter(each -> each.code().equals(item))
                .map(CaseItem::owner)
                .findFirst()
                .orElseThrow();
    }

    @Test
    public void whatTheLawHasAcceptedKeepsThePlaceOfItsReceipt() {
        String deemed = submit(Items.SIMPLE, PERSON, "m1");
        centres.province.at("2026-09-16T09:00");
        String accepted = accepted(Items.SIMPLE, PERSON);
        centres.province.at("2026-09-22T00:01");
        centres.run(centres.timer);
        assertEquals(CaseState.ACCEPTED, centres.find(deemed, HAIYANG).state());

        assertEquals(List.of(deemed), before(accepted, Items.SIMPLE, HAIYANG));
        assertEquals(List.of(), before(deemed, Items.SIMPLE, HAIYANG));
    }

    @Test
    public void aSlowForwardingCostsNobodyTheirPlace() {
        String first = forwarded();
        centres.province.at("2026-09-15T09:00");
        String second = forwarded();
        centres.post();
        centres.province.at("2026-09-16T09:00");
        String city = centres.numberAt(YANTAI, second);
        service.accept(city, ACCEPT, centres.clerk(YANTAI));
        String earlier = centres.numberAt(YANTAI, first);
        service.accept(earlier, ACCEPT, centres.clerk(YANTAI));

        assertEquals(List.of(earlier), before(city, Items.TREES, YANTAI));
        assertEquals(List.of(), before(earlier, Items.TREES, YANTAI));
    }

    @Test
    public void aBundleAndAnApplicationForItsMemberAloneSeeEachOther() {
        String alone = accepted(Items.SIMPLE, PERSON);
        String bundle = service.submit(JointSamples.application(Map.of()), centres.clerk(HAIYANG))
                .number();
        service.accept(bundle, ACCEPT, centres.clerk(HAIYANG));
        String later = accepted(Items.SIMPLE, PERSON);

        assertEquals(List.of(alone), before(bundle, Items.SIMPLE, HAIYANG));
        assertEquals("of another member nobody waits", List.of(), before(bundle, Items.SERVICE, HAIYANG));
        assertEquals(List.of(alone, bundle), before(later, Items.SIMPLE, HAIYANG));
        assertEquals(List.of(), before(alone, Items.SIMPLE, HAIYANG));
    }
}
