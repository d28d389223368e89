package org.yichuang.pages.internal;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yichuang.pages.api.Fact;
import org.yichuang.pages.api.Ui;
import org.yichuang.tenancy.api.Tenant;

/** What a centre says of itself on its home page (M-TEN-3 to 5): who runs it, since when, how large it is. */
final class CentreProfile {
    private static final String MOTTO = "branding.motto";
    private static final List<String> FACTS = List.of(
            "profile.governing-body",
            "profile.leading-group",
            "profile.head",
            "profile.head-post",
            "profile.opened",
            "profile.moved",
            "profile.area",
            "profile.invested",
            "branding.mark");

    /** Numbers, which are shown with their unit. */
    private static final Set<String> MEASURED = Set.of("profile.area", "profile.invested");

    private CentreProfile() {}

    /** Its motto; empty when it has none. */
    static String motto(Tenant centre) {
        return centre.policy(MOTTO, "");
    }

    /** The panel; empty when there is nothing to show. */
    static Optional<Content> panel(Ui ui, Tenant centre) {
        List<Fact> facts = new ArrayList<>();
        for (String key : FACTS) {
            String value = centre.policy(key, "");
            if (!value.isEmpty()) {
                String shown = MEASURED.contains(key) ? ui.t("home." + key + ".measured", value) : value;
                facts.add(new Fact(ui.t("home." + key), ui.text(shown)));
            }
        }
        return facts.isEmpty()
                ? Optional.empty()
                : Optional.of(PageRenderer.TEMPLATES.profile(ui.t("home.profile"), ui.facts(facts)));
    }
}
