package org.yichuang.pages.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import gg.jte.Content;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.yichuang.kernel.api.DivisionCode;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.pages.api.Fact;
import org.yichuang.pages.api.Ui;
import org.yichuang.tenancy.api.Tenant;

/** What a centre says of itself. */
public class CentreProfileTest {
    private final List<String> shown = new ArrayList<>();

    @Test
    public void whatIsSaidIsShownInItsOrderWithItsUnitAndWhatIsNotSaidIsLeftOut() {
        Tenant centre = centre(Map.of(
                "profile.area", "12000",
                "profile.head", "王主任",
                "profile.head-post", "政府副秘书长",
                "branding.motto", "宁可自己忙百次，不让百姓烦一次",
                "policy.hotline", "12345"));

        assertTrue(CentreProfile.panel(ui(), centre).isPresent());
        assertEquals(
                List.of(
                        "home.profile.head",
                        "home.profile.head-post",
                        "home.profile.area.measured 12000",
                        "home.profile.area"),
                shown);
        assertEquals("宁可自己忙百次，不让百姓烦一次", CentreProfile.motto(centre));
    }

    @Test
    public void aCentreThatSaysNothingHasNoPanel() {
        assertEquals(Optional.empty(), CentreProfile.panel(ui(), centre(Map.of())));
        assertEquals("", CentreProfile.motto(centre(Map.of())));
    }

    private static Tenant centre(Map<String, String> policies) {
        return new Tenant(
                new TenantId("haiyang"),
                "海阳",
                Level.COUNTY,
                Optional.empty(),
                new DivisionCode("370687"),
                Set.of(),
                policies);
    }

    /** Notes the words that are asked for; the panel's title comes last and is not noted. */
    private Ui ui() {
        return (Ui) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Ui.class},
                (self, method, given) -> switch (method.getName()) {
                    case "t" -> noted((String) given[0], (Object[]) given[1]);
                    case "text" -> (Content) output -> output.writeContent((String) given[0]);
                    case "facts" -> (Content) output -> {
                        for (Object fact : (List<?>) given[0]) {
                            output.writeContent(((Fact) fact).name());
                        }
                    };
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private String noted(String key, Object... arguments) {
        String all = arguments == null || arguments.length == 0 ? key : key + " " + arguments[0];
        if (!all.equals("home.profile")) {
            shown.add(all);
        }
        return all;
    }
}
