package org.yichuang.fees.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.yichuang.fees.internal.FeeWorld.TODAY;

import java.time.Duration;
import java.util.List;
import org.junit.Test;
import org.yichuang.fees.api.StatementSource;
import org.yichuang.fees.internal.FeeCommands.Bring;
import org.yichuang.fees.internal.FeeCommands.Day;
import org.yichuang.fees.internal.FeeCommands.Reason;
import org.yichuang.fees.internal.FeeCommands.StatedLine;
import org.yichuang.fees.internal.SettlementViews.DifferenceView;
import org.yichuang.fees.internal.jte.StaticTemplates;
import org.yichuang.kernel.api.PageRequest;

/** The page of the books offers what is to be done with them to whoever does it. */
public class BookPageTest extends FeeContract {
    private static final String CODE = "37068700099999999999";

    private String page(boolean reconciles) {
        return new StaticTemplates()
                .books(
                        PlayedUi.made(),
                        world.reconciliation.compare(TODAY, world.treasury()),
                        world.ledger.balance(TODAY, world.treasury()),
                        world.bypasses.list(true, PageRequest.of(50, null), world.treasury()),
                        reconciles)
                .render();
    }

    private static void offers(String page, String... steps) {
        for (String step : List.of("", "/difference", "/day", "/sign")) {
            boolean isThere = page.contains("method=\"post\" action=\"/haiyang/fees/books" + step + "\"");
            assertEquals(step, List.of(steps).contains(step), isThere);
        }
    }

    @Test
    public void theTreasuryReconcilesExplainsAndClosesAndOthersSee() {
        List<StatedLine> lines = List.of(new StatedLine("1", CODE, 7L));
        world.stated(new Bring(StatementSource.BANK, "农商银行", TODAY, lines));
        offers(page(true), "", "/day");
        assertTrue(page(true).contains("difference.new"));
        world.reconciliation.reconcile(new Day(TODAY), world.treasury());
        offers(page(true), "", "/difference", "/day", "/sign");
        offers(page(false));
        assertTrue(page(false).contains(CODE));
        assertTrue(page(false).contains("仅银行有"));

        world.province.pass(Duration.ofDays(1));
        DifferenceView found = world.reconciliation
                .compare(TODAY, world.treasury())
                .differences()
                .get(0);
        world.reconciliation.explain(found.id(), new Reason("误入"), world.treasury());
        Bring none = new Bring(StatementSource.TREASURY, null, TODAY, List.of());
        world.stated(none);
        world.reconciliation.close(new Day(TODAY), world.treasury());
        offers(page(true), "/sign");
        assertTrue(page(true).contains("误入"));
    }
}
