package org.yichuang.tenancy.internal.domain;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.yichuang.kernel.api.DivisionCode;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.ModuleDescriptor;
import org.yichuang.tenancy.api.SettingDefinition;
import org.yichuang.tenancy.api.Tenant;

/** A module adds words to a list that is another module's setting. */
public class SettingWordsTest {
    private static final String KEY = "policy.catalogue.disclosure";

    private record Module(String word, List<SettingDefinition> settings, Map<String, Set<String>> settingWords)
            implements ModuleDescriptor {}

    private final Module catalogue =
            new Module("catalogue", List.of(SettingDefinition.list(KEY, "name", List.of("name", "type"))), Map.of());
    private final Module fees = new Module("fees", List.of(), Map.of(KEY, Set.of("fee")));

    private static Set<String> faults(String value, ModuleDescriptor... installed) {
        Tenant centre = new Tenant(
                new TenantId("haiyang"),
                "海阳市政务服务中心",
                Level.COUNTY,
                Optional.empty(),
                new DivisionCode("370687"),
                Set.of("catalogue", "fees"),
                Map.of(KEY, value));
        return new SettingRules(List.of(installed)).faults(centre).keySet();
    }

    @Test
    public void theWordsOfAnInstalledModuleAreAllowedAndNoOthers() {
        assertEquals(Set.of(), faults("name,fee", catalogue, fees));
        assertEquals(Set.of(), faults("name,fee", fees, catalogue));
        assertEquals(Set.of(KEY), faults("name,window", catalogue, fees));
    }

    @Test
    public void whileAModuleIsOnAndNotThereItsWordsAreNotJudged() {
        assertEquals(Set.of(), faults("name,fee", catalogue));
    }
}
