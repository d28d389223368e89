package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.calling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.yichuang.cases.api.BundleSource;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.testing.centres.TestCentres;
import org.yichuang.testing.centres.TestModules;

/** What is kept for one application is found by whoever applies under it, as long as its module is on. */
public class OfferedItemsTest {
    private static final String RESERVED = "LB-1";

    private final TestCentres centres = new TestCentres();
    private final Items items = new Items();
    private final List<BundleSource> sources = new ArrayList<>();
    private final OfferedItems offered = new OfferedItems(items, sources, centres, new TestModules());

    /** A bundle that a module has had put together. */
    private final class Source implements BundleSource {
        @Override
        public String module() {
            return "agency";
        }

        @Override
        public Optional<ItemVersion> reserved(String code, CallContext context) {
            return code.equals(RESERVED) ? Optional.of(items.offered(JointSamples.SHOP, context)) : Optional.empty();
        }
    }

    private String found(String code) {
        return offered.offered(code, calling(HAIYANG)).definition().code();
    }

    private String refusal(String code) {
        return assertThrows(ProblemException.class, () -> found(code)).code().code();
    }

    @Test
    public void aBundleForOneApplicationIsFoundByItsCodeWhereItsModuleIsOn() {
        assertEquals("item-unknown", refusal(RESERVED));
        sources.add(new Source());
        centres.switchModule(HAIYANG, "agency", false);
        assertEquals("item-unknown", refusal(RESERVED));
        centres.switchModule(HAIYANG, "agency", true);
        assertEquals(JointSamples.SHOP, found(RESERVED));
        assertEquals("item-unknown", refusal("LB-2"));
    }

    @Test
    public void whatTheCatalogueOffersIsAskedOfNobodyElse() {
        sources.add(new Source());
        centres.switchModule(HAIYANG, "agency", true);
        assertEquals(Items.SIMPLE, found(Items.SIMPLE));
    }
}
