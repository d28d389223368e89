package org.yichuang.fees.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.Test;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.fees.internal.FeeCommands.Unlink;
import org.yichuang.fees.internal.FeeViews.Published;
import org.yichuang.kernel.api.PageRequest;

/** The files that ship with the platform, through the services that everybody uses. */
public class DemonstrationFeesTest extends FeeContract {
    private static final String FOLDER = "../../../tenants/demo";
    private static final List<String> CENTRES = List.of("haiyang", "laishan", "shandong", "yantai");
    private static final PageRequest ALL = PageRequest.of(200, null);

    private static FeeSettings settings(boolean demo) {
        FeeSettings settings = new FeeSettings(null);
        settings.updated(new Hashtable<>(Map.of("demo", demo)));
        return settings;
    }

    private DemonstrationFees started(boolean demo) {
        DemonstrationFees demonstration = new DemonstrationFees(world.items, world.province, settings(demo), FOLDER);
        demonstration.start();
        return demonstration;
    }

    private static void await(DemonstrationFees demonstration) throws InterruptedException {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!demonstration.waiting().isEmpty() && System.nanoTime() < patience) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        demonstration.stop();
        assertEquals(List.of(), demonstration.waiting());
    }

    private List<Published> published() {
        return world.items.published(ALL, world.clerk()).items();
    }

    @Test
    public void eachIsPublishedOnceAndWhatEditorsHaveMadeOfItStays() throws InterruptedException {
        DemonstrationFees demonstration = started(true);
        assertEquals(
                "nothing offers the items yet",
                CENTRES,
                demonstration.waiting().stream().sorted().toList());
        List.of("HY-002", "HY-009", "HY-010", "HY-011", "HY-026", "LS-002", "LS-007", "YT-001", "YT-020", "SD-LY-001")
                .forEach(item -> world.offer(item, ItemType.LICENCE));
        await(demonstration);
        List<Published> all = published();
        assertTrue(all.stream().anyMatch(fee -> fee.name().equals("森林植被恢复费（乔木林地）")));
        assertTrue(all.stream().allMatch(fee -> fee.rank().word().matches("law|admin-regulation")));
        int links = world.items.links(ALL, world.editor()).items().size();
        assertEquals(11, links);

        world.items.unlink("370687-DL-01", new Unlink("HY-002"), world.editor());
        await(started(true));
        assertEquals(all, published());
        assertEquals(links - 1, world.items.links(ALL, world.editor()).items().size());
        sound();
    }

    @Test
    public void nothingHappensWhereNobodyAskedForIt() throws InterruptedException {
        await(started(false));
        assertFalse(published().stream().findAny().isPresent());
    }
}
