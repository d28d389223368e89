package org.yichuang.journal.internal;

import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

/** Every promise holds on Derby and on PostgreSQL. */
@RunWith(Parameterized.class)
public abstract class OnBothStores {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Parameter
    public Store store;

    House house;

    @Parameters(name = "{0}")
    public static List<Store> stores() {
        return List.of(Store.values());
    }

    @Before
    public void emptyHouse() {
        store.empty();
        house = new House(store, folder.getRoot());
    }
}
